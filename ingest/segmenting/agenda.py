"""Where does each item of business begin and end?

Takes the running text of one meeting, gives items that cover it from its first to its last character without overlap: what
stands before the first heading (title, attendance) is an item without number or title. The format's own marks win; then
numbers that count up; then headings; else the whole is one item. Invents neither number nor title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.reading.pages import Mark
from ingest.reading.pages import MarkKind
from ingest.segmenting.headings import Candidate
from ingest.segmenting.headings import Numbering
from ingest.segmenting.headings import candidates
from ingest.segmenting.headings import title_below
from ingest.segmenting.running import Line
from ingest.segmenting.running import RunningText
from ingest.segmenting.wording import LABELS

_AGENDA_NUMBER = re.compile(r"\(\s*Agenda\s+item\s+(?P<number>\d+[a-z]?)\s*\)", re.IGNORECASE)
_LETTER = re.compile(r"\(?(?P<letter>[a-z])\)$")
_LEADS_ON = re.compile(r"(?:\bthat|:|,|;|\band|\bor)\s*$", re.IGNORECASE)
_STEP = {1: 0.0, 2: -0.6, 3: -1.0}
"""What it costs to miss numbers between two headings: an item's number is sometimes lost, three in a row hardly ever."""
_ITEM_PAGE = frozenset({"agenda item", "decision details", "decision"})
_OF_ATTENDANCE = re.compile(
    r"(?:members\s+)?(?:present|in\s+attendance|officials?|apologies|signed|cathaoirleach|chair)", re.IGNORECASE
)
_CAPITALS = 4
_HEADING_LENGTH = 90


@dataclass(frozen=True, slots=True)
class Heading:
    """Where an item begins, with its number as printed and its title's place, `None` where there is none."""

    start: int
    number: str | None = None
    title: tuple[int, int] | None = None
    minute_number: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class ItemExtent:
    """An item of business: from `start` to `end` in the running text."""

    start: int
    end: int
    heading: Heading


def items_of(running: RunningText) -> tuple[ItemExtent, ...]:
    """Cut a meeting into items; they cover the text from 0 to its end."""
    headings = _headings(running)
    if not headings or running.text[: headings[0].start].strip():
        headings = [Heading(0), *headings]
    starts = [0, *(heading.start for heading in headings[1:]), len(running.text)]
    return tuple(ItemExtent(start, end, heading) for (start, end), heading in zip(pairwise(starts), headings, strict=True))


def _headings(running: RunningText) -> list[Heading]:
    lines = running.lines
    if not lines:
        return []
    if lines[0].text.lower().rstrip(":") in _ITEM_PAGE:
        return _one_item_page(lines)
    marked = _marked(running)
    if marked:
        return marked
    numbered = _numbered(lines)
    headed = _from_marks(running) or _in_capitals(lines)
    if len(numbered) > 1 and len(numbered) * 2 >= len(headed):
        return _with_letters(numbered, lines, running)
    return headed or (_with_letters(numbered, lines, running) if len(numbered) > 1 else [])


def _one_item_page(lines: Sequence[Line]) -> list[Heading]:
    """A saved item page: "Agenda item", then the title; the numbers on it are clauses, never items."""
    title = next((line for line in lines[1:] if line.text.lower() not in LABELS), None)
    return [Heading(lines[0].start, title=(title.start, title.end) if title else None)]


def _marked(running: RunningText) -> list[Heading]:
    """Items that the format itself marks, as ModernGov's meeting page does."""
    headings: list[Heading] = []
    number: Mark | None = None
    for mark in running.marks:
        if mark.kind is MarkKind.ITEM_NUMBER:
            number = mark
        elif mark.kind is MarkKind.ITEM_TITLE:
            printed = running.text[number.start : number.end].strip(" .") if number else None
            start = number.start if number else mark.start
            headings.append(Heading(start, printed or None, (mark.start, mark.end), link=mark.link))
            number = None
    return headings


def _from_marks(running: RunningText) -> list[Heading]:
    headings = [mark for mark in running.marks if mark.kind is MarkKind.HEADING]
    return [Heading(mark.start, title=(mark.start, mark.end)) for mark in headings] if len(headings) > 1 else []


def _in_capitals(lines: Sequence[Line]) -> list[Heading]:
    """Headings that are told only by their capitals, as small councils print them (Stoke Ferry 2001)."""
    found = [
        Heading(line.start, title=(line.start, line.start + len(line.text.rstrip(" :."))))
        for line in lines[3:]
        if line.text.isupper()
        and not _OF_ATTENDANCE.match(line.text)
        and sum(map(str.isalpha, line.text)) >= _CAPITALS
        and len(line.text) <= _HEADING_LENGTH
    ]
    return found if len(found) > 1 else []


def _numbered(lines: Sequence[Line]) -> list[Heading]:
    """The headings whose numbers count up together best, of one way of numbering."""
    found = candidates(lines)
    chains = [_best_chain([one for one in found if one.numbering is way]) for way in Numbering]
    best = max(chains, key=lambda chain: chain[0])
    return [_heading(candidate, lines) for candidate in best[1]]


def _best_chain(found: list[Candidate]) -> tuple[float, list[Candidate]]:
    """The heaviest run of candidates whose values rise by one (or, at a cost, by two or three), in order of print."""
    best: list[tuple[float, int]] = []
    for place, candidate in enumerate(found):
        reach, previous = (0.0 if candidate.value == 1 else -0.5), -1
        for back in range(place - 1, max(-1, place - 200), -1):
            step = _STEP.get(candidate.value - found[back].value)
            if step is not None and best[back][0] + step > reach:
                reach, previous = best[back][0] + step, back
        best.append((reach + candidate.weight, previous))
    if not best:
        return 0.0, []
    at = max(range(len(best)), key=lambda place: (best[place][0], -place))
    total, chain = best[at][0], []
    while at >= 0:
        chain.append(found[at])
        at = best[at][1]
    return total, chain[::-1]


def _heading(candidate: Candidate, lines: Sequence[Line]) -> Heading:
    line = next(line for line in lines if line.start == candidate.start)
    agenda = _AGENDA_NUMBER.search(line.text)
    if agenda is None:
        slash = candidate.numbering is Numbering.SLASH
        return Heading(candidate.start, candidate.number, candidate.title, candidate.number if slash else None)
    title = candidate.title
    if title is not None:
        words = line.text[title[0] - line.start : agenda.start()].rstrip()
        title = (title[0], title[0] + len(words))
    return Heading(candidate.start, agenda["number"], title, candidate.number)


def _with_letters(headings: list[Heading], lines: Sequence[Line], running: RunningText) -> list[Heading]:
    """Add the lettered items below a number, `(a)` alone on its line and then a title (Limerick)."""
    found: list[Heading] = []
    for heading, end in zip(headings, [*(after.start for after in headings[1:]), len(running.text)], strict=True):
        found.append(heading)
        inside = [place for place, line in enumerate(lines) if heading.start <= line.start < end]
        found.extend(_letters(heading, lines, inside))
    return found


def _letters(heading: Heading, lines: Sequence[Line], inside: list[int]) -> list[Heading]:
    found: list[Heading] = []
    for place in inside:
        match = _LETTER.match(lines[place].text)
        expected = chr(ord("a") + len(found))
        if match and match["letter"] == expected and place and not _LEADS_ON.search(lines[place - 1].text):
            title = title_below(lines, place)
            found.append(Heading(lines[place].start, f"{heading.number}({expected})", title))
    return found if len(found) > 1 or not found else []
