"""Which words do minutes use for what people type?

"Graveyard" is typed and "cemetery" or "burial" printed, "bins" and "refuse", "turned down" and "refused". Takes a token of a
question, gives the tokens that say the same in the minutes of councils, from `everyday_words.txt`: a typed word and, after it,
what is printed for it, each in its plain form. The list is short and sure, and was written from knowledge of local government,
by someone who had seen neither questions nor minutes. It is directed: who types "memorial" does not mean a grave.

What is found so counts for less than the very word, and not at all when it is judged whether the minutes say it
(`confidence.py`). Orders and finds nothing itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from index.text import tokens

WORTH = 0.7
"""What a word of the minutes counts beside the word typed; 0.9 gives the same order but for a question or two."""

_LIST = Path(__file__).with_name("everyday_words.txt")


def printed_for(asked: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Return what else says each of the tokens of a question that anything else says; never another of its tokens."""
    said = {token: tuple(one for one in _printed().get(token, ()) if one not in asked) for token in asked}
    return {token: others for token, others in said.items() if others}


@cache
def _printed() -> Mapping[str, tuple[str, ...]]:
    """Return the list by token; words of one stem share a line."""
    found: dict[str, dict[str, None]] = {}
    for line in _LIST.read_text(encoding="utf-8").splitlines():
        typed, _, printed = line.partition(":")
        (token,) = tokens(typed)
        found.setdefault(token, {}).update(dict.fromkeys(tokens(printed)))
    return {token: tuple(one for one in others if one != token) for token, others in found.items()}
