"""Which words of a passage are words of the question?

Takes text as it stands on the page, gives ranges of characters in it. A word is marked when it shares a token with the question,
so "decisions" is marked for "decided" only where the stemmer says so, as in the keyword leg. Where a word typed does not stand in
the text, what minutes print for it is marked: who typed "graveyard" sees why a passage on the cemetery is shown. Never changes the
text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.text import tokens
from search_api.everyday import printed_for
from search_api.peoples import named_otherwise

_WORD = re.compile(r"\w+(?:[\u2019'./\-]\w+)*")
_LEAD = 60
"""Characters shown before the first marked word, so that it does not begin in the middle of a thought."""

Range = tuple[int, int]


def marked(text: str, asked: Sequence[str]) -> tuple[Range, ...]:
    """Return (start, end) of each word of the text that has a token of the question, or says one that the text lacks, in order."""
    words = {match.span(): tokens(match.group()) for match in _WORD.finditer(text)}
    said = {token for one in words.values() for token in one}
    others = printed_for(asked)
    sought = {each for token in asked for each in ((token,) if token in said else others.get(token, ()))}
    sought.update(named_otherwise(asked))
    return tuple(span for span, one in words.items() if not sought.isdisjoint(one))


def window(text: str, ranges: Sequence[Range], width: int) -> Range:
    """Return a stretch of the text of about `width` characters that holds as many of the ranges as can be, the earliest such.

    It begins and ends between words; a text that is short enough is returned whole.
    """
    if len(text) <= width:
        return 0, len(text)
    starts = [max(0, start - _LEAD) for start, _ in ranges] or [0]
    start = max(starts, key=lambda at: (sum(at <= first and last <= at + width for first, last in ranges), -at))
    return _between_words(text, min(start, len(text) - width), width)


def _between_words(text: str, start: int, width: int) -> Range:
    begin = 0 if start == 0 else text.find(" ", start, start + _LEAD // 2) + 1 or start
    end = len(text) if begin + width >= len(text) else text.rfind(" ", begin + width - _LEAD // 2, begin + width)
    return begin, end if end > begin else min(begin + width, len(text))
