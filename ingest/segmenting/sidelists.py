"""Who voted which way, where the sides stand side by side?

Takes text, gives names under heads on one line ("FOR (9)    AGAINST (13)    ABSTAINED (1)"), a column of names below each. Reading
loses some of the alignment, so a name goes to the nearest head and the whole is believed only where every column has as many names
as its head prints. Without printed figures nothing is read: a vote put in the wrong column is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.segmenting.names import is_title
from ingest.segmenting.names import names_in

_SIDE_HEADS = {
    "in_favour": r"for|in[ \t]+favou?r",
    "against": r"against",
    "abstained": r"abstain(?:ed|ing)?|abstentions?|not[ \t]+voting",
}
_FIGURE = r"[ \t]*\(\d{1,3}\)"
_HEADS = re.compile(
    rf"^[ \t]*+(?i:for|in[ \t]+favou?r){_FIGURE}[ \t]{{2,}}(?i:against){_FIGURE}(?:[ \t]{{2,}}[A-Za-z ]{{5,12}}{_FIGURE})?[ \t]*$",
    re.MULTILINE,
)
_ONE_HEAD = re.compile(r"(?P<words>[A-Za-z][A-Za-z ]*?)[ \t]*\((?P<n>\d{1,3})\)")
_CELL = re.compile(r"\S+(?: \S+)*")
_MOST_LINES = 60
"""Lines of the longest column: a county council has no more members."""


@dataclass(frozen=True, slots=True)
class SideLists:
    """Names by side with the figures of the heads, and where they stand."""

    start: int
    end: int
    names: dict[str, tuple[str, ...]]
    figures: dict[str, int]


def find_sidelists(text: str, start: int, end: int) -> list[SideLists]:
    """Return every set of columns whose names are as many as their heads print."""
    return [found for heads in _HEADS.finditer(text, start, end) if (found := _columns(text, heads, end))]


def _columns(text: str, heads: re.Match[str], end: int) -> SideLists | None:
    places = [(one.start(), _side(one["words"]), int(one["n"])) for one in _ONE_HEAD.finditer(heads[0])]
    figures = {side: figure for _, side, figure in places if side}
    names: dict[str, list[str]] = {side: [] for side in figures}
    at = heads.end() + 1
    for line in text[at:end].splitlines(keepends=True)[:_MOST_LINES]:
        for cell in _CELL.finditer(line):
            side = min(places, key=lambda place: abs(place[0] - cell.start()))[1]
            if not is_title(cell[0]):
                names.setdefault(side, []).append(cell[0])
        at += len(line)
        if all(len(names[side]) >= figure for side, figure in figures.items()):
            break
    whole = {side: tuple(name for cell in cells for name in names_in(cell)) for side, cells in names.items()}
    right = all(len(whole.get(side, ())) == figure == len(names[side]) for side, figure in figures.items())
    return SideLists(heads.start(), at - 1, whole, figures) if right else None


def _side(words: str) -> str:
    folded = words.strip()
    return next((side for side, pattern in _SIDE_HEADS.items() if re.fullmatch(pattern, folded, re.IGNORECASE)), "")
