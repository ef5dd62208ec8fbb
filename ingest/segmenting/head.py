"""Which words head a record?

Takes the running text and where its first item begins, gives the lines that may say whose meeting it was and when. Where a first
line was taken for an item's heading the head is still the opening of the text; a long paragraph is of the head only as far as it
says so at once. Never more than a page's opening: dates further down are of other meetings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property

from ingest.reading.pages import MarkKind
from ingest.segmenting.running import Line
from ingest.segmenting.running import RunningText

_LINES = 120
_CHARACTERS = 2500
_OPENING_LINES = 30
_OPENING_CHARACTERS = 600
_UNLISTED = 800
"""Where nobody is listed, titles end here at the latest."""
_LONG_LINE = 180
_CLIP = 700
# Stoke Ferry prints head, attendance and minutes as one paragraph.
_HEADS = re.compile(
    r"\b(?:minutes|notes|record)\s+(?:of|for|from)\b|\bmeeting\b.{0,80}\bheld\b|\bmeeting\s+of\b|"
    r"\b(?:parish|community|town)\s+(?:council|meeting)\b.{0,60}\b(?:meeting|minutes)\b",
    re.IGNORECASE | re.DOTALL,
)
# Capitals, for "held in the presence of" and "present at" are of the head; on one line, for "Allotments Committee" may end the
# line above "Present".
_ATTENDANCE = re.compile(
    r"\b(?:(?:Members[^\S\n]+|Councillors[^\S\n]+|Committee[^\S\n]+(?:Members[^\S\n]+)?)?(?:Present\b|PRESENT\b|present\s*:)|In\s+[Aa]ttendance|"
    r"IN\s+ATTENDANCE|(?:Those|Also)\s+[Aa]ttending|THOSE\s+ATTENDING|Attend(?:ance|ees|ing)\b|ATTEND(?:ANCE|EES)|Apologies|APOLOGIES|"
    r"S[Ee][Dd][Ee][Rr][Uu][Nn][Tt]|MEMBERS\s*:|Members\s*:|P(?:resennol|RESENNOL))"
)
_AGENDA_BEGINS = re.compile(
    r"\W*(?:(?:item\s+)?\d{1,4}[.):]?\s+(?!(?:st|nd|rd|th)\b)[A-Z]|(?i:apologies|welcome|declarations?|minutes\s+of\s+(?:the\s+)?"
    r"(?:last|previous)|open\s+forum|public\s+(?:forum|participation)|matters\s+arising)\b)"
)


@dataclass(frozen=True)
class Head:
    """The lines of a head, the ones that the format itself marks first, where its titles end, and where people are listed."""

    running: RunningText
    marked: tuple[Line, ...]
    lines: tuple[Line, ...]
    titles_end: int
    people: int

    @cached_property
    def titles(self) -> tuple[tuple[int, int], ...]:
        """Lines, or what of them is printed before anybody is listed, marked ones first."""
        before = ((line.start, min(line.end, self.titles_end)) for line in self.lines if line.start < self.titles_end)
        return (*((line.start, line.end) for line in self.marked), *before)

    @cached_property
    def title_blocks(self) -> tuple[tuple[int, int], ...]:
        """Titles as they follow one another: a name may be broken by a line end, never by a line left out."""
        return tuple(_joined(self.running.text, self.titles))

    @cached_property
    def blocks(self) -> tuple[tuple[int, int], ...]:
        """All lines of the head as they follow one another, marked ones first."""
        lines = [(line.start, line.end) for line in (*self.marked, *self.lines)]
        return tuple(_joined(self.running.text, lines))

    @property
    def text(self) -> str:
        """The words of the head, a line each."""
        return "\n".join(line.text for line in (*self.marked, *self.lines))


def head_of(running: RunningText, first_item: int) -> Head:
    """Return the head of a record whose first item begins at `first_item`; what the format marks as a meeting's line is of it."""
    named = {running.text[mark.start : mark.end].strip() for mark in running.marks if mark.kind is MarkKind.MEETING}
    marked = tuple(line for line in running.lines[:_LINES] if line.text in named)
    lines = tuple(_clipped(line) for line in _head_lines(running, first_item) if line.text not in named and _may_head(line))
    people = _ATTENDANCE.search(running.text, 0, _CHARACTERS)
    titles_end, listed = (people.start(), people.start()) if people else (_UNLISTED, _CHARACTERS)
    return Head(running, marked, lines, titles_end, listed)


def _head_lines(running: RunningText, first_item: int) -> Iterator[Line]:
    """Lines before the first item; an opening that was taken for an item is of the head as far as no agenda begins in it."""
    opening = True
    for place, line in enumerate(running.lines[:_LINES]):
        opening = opening and place < _OPENING_LINES and line.start < _OPENING_CHARACTERS and not _AGENDA_BEGINS.match(line.text)
        if line.start >= _CHARACTERS or not (line.start < first_item or opening):
            return
        yield line


def _may_head(line: Line) -> bool:
    return len(line.text) <= _LONG_LINE or bool(_HEADS.search(line.text[:_LONG_LINE]))


def _clipped(line: Line) -> Line:
    if len(line.text) <= _CLIP:
        return line
    end = line.text.rfind(" ", 0, _CLIP)
    return replace(line, end=line.start + end, text=line.text[:end]) if end > 0 else line


def _joined(text: str, places: tuple[tuple[int, int], ...] | list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join stretches between which nothing but white space stands."""
    start, end = -1, -1
    for first, last in places:
        if 0 <= end <= first and not text[end:first].strip():
            end = last
            continue
        if start >= 0:
            yield start, end
        start, end = first, last
    if start >= 0:
        yield start, end
