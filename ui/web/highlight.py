"""Which words are marked?

Takes text of a minute and the offsets to be marked, gives HTML in which everything is escaped and only our `<mark>` is an
element: quotations come from files that nobody vouches for. Text is shown as it stands, but for line ends that a printer put
inside a sentence, which become spaces so that lines can follow the width of the screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Sequence

from markupsafe import Markup
from markupsafe import escape

from search_api.schemas import PieceOut
from ui.web.links import Mark

Range = tuple[int, int]

NARROWEST = 55
"""Characters in a line of the narrowest paper; shorter lines were ended by their writer."""

FULL = 0.8
"""Part of the longest line from which on a line is full: after a word of usual length there was no room for another."""

_LOOSE = 0.8
_FEW = 2
_BREAK = re.compile(r"(\n(?:[^\S\n]*\n)*)")
_ENDS_A_THOUGHT = (".", ":", ";", "!", "?")
_BEGINS_A_LIST = re.compile(r"\s*(?:$|[(\d•·●▪*\u2013\u2014-]|\w{1,4}[.)]\s)")


def flowing(text: str) -> str:
    """Return the text with line ends inside sentences as spaces; as many characters as before, so offsets still hold.

    Where nearly every line is followed by a blank one (Limerick's Markdown), blank lines say nothing and close up.
    """
    parts = _BREAK.split(text)
    lines, breaks = parts[::2], parts[1::2]
    loose = len(breaks) > _FEW and sum(map(_is_doubled, breaks)) >= _LOOSE * len(breaks)
    full = max(NARROWEST, FULL * max(map(len, lines)))
    shown = [_shown(*between, full, loose=loose) for between in zip(breaks, lines, lines[1:], strict=False)]
    return "".join(line + end for line, end in zip(lines, [*shown, ""], strict=True))


def _is_doubled(end: str) -> bool:
    return end.count("\n") > 1


def _shown(end: str, line: str, following: str, full: float, *, loose: bool) -> str:
    if _is_doubled(end) and not loose:
        return end
    if following.strip() and _goes_on(line, following, full):
        return " " * len(end)
    return "\n".ljust(len(end))


def _goes_on(line: str, following: str, full: float) -> bool:
    words = line.rstrip()
    if words.endswith(_ENDS_A_THOUGHT) or _BEGINS_A_LIST.match(following):
        return False
    return len(words) >= (NARROWEST if following.lstrip()[0].islower() else full)


def within(ranges: Iterable[Range], length: int) -> list[Range]:
    """Return ranges cut to a text of this length, in order, overlapping and touching ones joined, empty ones left out."""
    joined: list[Range] = []
    for start, end in sorted((max(0, start), min(end, length)) for start, end in ranges):
        if end <= start:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def marked(text: str, ranges: Iterable[Range]) -> Markup:
    """Return the text as HTML with the ranges marked; without the marks it reads as `escape(flowing(text))`."""
    shown = flowing(text)
    parts: list[Markup] = []
    reached = 0
    for start, end in within(ranges, len(shown)):
        parts += [escape(shown[reached:start]), Markup("<mark>{}</mark>").format(shown[start:end])]
        reached = end
    return Markup("").join([*parts, escape(shown[reached:])])


def marked_piece(piece: PieceOut, marks: Sequence[Mark] = ()) -> Markup:
    """Return a piece with its own highlights marked, and those of the marks that lie on its page within it."""
    own = [(found.start, found.end) for found in piece.highlights]
    placed = [(mark.start - piece.start, mark.end - piece.start) for mark in marks if mark.page == piece.page]
    return marked(piece.text, own + placed)
