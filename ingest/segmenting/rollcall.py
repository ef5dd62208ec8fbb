"""Who voted which way, in a table or list with a row a member?

Takes text, gives each row's member and side: "Cllr Askew | For", "Councillor Birkett – Against", or rows under a head of columns
("Member | For | Against") in which one cell is marked. A row whose column cannot be told, because empty cells were lost in
reading, makes the whole table unread: a vote put in the wrong column is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.segmenting.names import names_in
from ingest.segmenting.names import opens_with_title

_SIDE_WORDS = {
    "in_favour": r"for|in[ \t]+favour|yes|aye|yea",
    "against": r"against|no|nay|noe",
    "abstained": r"abstain(?:ed)?|abstention|not[ \t]+voting",
}
# A row is found by the side word that ends its line, and read backwards from there: a line has one such word, but many places
# where a name could end. Read forwards, two pages of spaces took 36 seconds (Ayton's minutes of November 2019).
_LAST_WORD = re.compile(
    r"(?<=[|\t :–-])(?i:" + "|".join(rf"(?P<{side}>{words})" for side, words in _SIDE_WORDS.items()) + r")\b[ \t.]*+$", re.MULTILINE
)
_NAME_LENGTH = range(3, 61)
_COLUMNS = re.compile(r"^[ \t]*[^|\n]*(?:\|[^|\n]*){2,4}$", re.MULTILINE)
_MARKED = re.compile(r"[xX✓✔√1•*]|[Yy]es")
_FEWEST = 3
"""Rows below which a list is no roll call: two could be anything."""


@dataclass(frozen=True, slots=True)
class Rollcall:
    """Names by side, in the order of the rows, and where the rows stand."""

    start: int
    end: int
    names: dict[str, tuple[str, ...]]


def find_rollcalls(text: str, start: int, end: int) -> list[Rollcall]:
    """Return every run of rows that each name a member and a side."""
    rows = [row for word in _LAST_WORD.finditer(text, start, end) if (row := _row(text, start, word))]
    told = [row for row in rows if _is_member(row[2])]
    runs: list[list[tuple[int, int, str, str]]] = []
    for row in told:
        if runs and not text[runs[-1][-1][1] : row[0]].strip():
            runs[-1].append(row)
        else:
            runs.append([row])
    return [_rollcall(run) for run in (*runs, *_columned(text, start, end)) if len(run) >= _FEWEST]


def _row(text: str, start: int, word: re.Match[str]) -> tuple[int, int, str, str] | None:
    """The row that a side word ends: a name, then a bar, a dash, a tab or two spaces."""
    line = max(start, text.rfind("\n", start, word.start()) + 1)
    before = text[line : word.start()]
    name = before.rstrip(" \t")
    gap = before[len(name) :]
    if name.endswith(("|", "–", ":", "-")):
        name = name[:-1].rstrip(" \t")
    elif "\t" not in gap and "  " not in gap:
        return None
    name = name.lstrip(" \t")
    if len(name) not in _NAME_LENGTH or "|" in name or "\t" in name:
        return None
    return line, word.end(), name, word.lastgroup or ""


def _is_member(words: str) -> bool:
    return len(names_in(words)) == 1 and (opens_with_title(words) or " " in words.strip())


def _columned(text: str, start: int, end: int) -> list[list[tuple[int, int, str, str]]]:
    """Rows under "Member | For | Against | Abstain", each with a cell for every column and one of them marked."""
    runs: list[list[tuple[int, int, str, str]]] = []
    columns: list[str] = []
    for line in _COLUMNS.finditer(text, start, end):
        cells = [cell.strip() for cell in line.group().split("|")]
        sides = [_side_of(cell) for cell in cells]
        if "in_favour" in sides and "against" in sides:
            columns = sides
            runs.append([])
            continue
        marked = [side for side, cell in zip(columns[1:], cells[1:], strict=False) if _MARKED.fullmatch(cell)]
        if columns and len(cells) == len(columns) and len(marked) == 1 and marked[0] and _is_member(cells[0]):
            runs[-1].append((line.start(), line.end(), cells[0], marked[0]))
        else:
            columns = []
    return runs


def _side_of(cell: str) -> str:
    return next((side for side, words in _SIDE_WORDS.items() if re.fullmatch(words, cell, re.IGNORECASE)), "")


def _rollcall(run: list[tuple[int, int, str, str]]) -> Rollcall:
    names = {side: tuple(name for _, _, words, told in run if told == side for name in names_in(words)) for side in _SIDE_WORDS}
    return Rollcall(run[0][0], run[-1][1], names)
