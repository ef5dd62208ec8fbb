"""Where does each item of business begin and end?

Takes the running text of one meeting, gives items that cover it from its first to its last character without overlap: what
stands before the first heading (title, attendance) is an item without number or title. The format's own marks win; then
numbers that count up; then headings told by their shape; else the whole is one item. Invents neither number nor title.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from itertools import pairwise

from ingest.reading.pages import Mark
from ingest.reading.pages import MarkKind
from ingest.segmenting.business import is_usual_business
from ingest.segmenting.chains import items_among
from ingest.segmenting.headings import Candidate
from ingest.segmenting.headings import Numbering
from ingest.segmenting.headings import candidates
from ingest.segmenting.plain_headings import PlainHeading
from ingest.segmenting.plain_headings import plain_headings
from ingest.segmenting.printed import PrintedLines
from ingest.segmenting.running import Line
from ingest.segmenting.running import RunningText
from ingest.segmenting.subitems import compound_numbers
from ingest.segmenting.subitems import lettered_titles
from ingest.segmenting.subitems import letters_alone
from ingest.segmenting.subitems import letters_going_on
from ingest.segmenting.subitems import taken_out_of_order
from ingest.segmenting.wording import LABELS

_AGENDA_NUMBER = re.compile(r"\(\s*Agenda\s+item\s+(?P<number>\d+[a-z]?)\s*\)", re.IGNORECASE)
_NUMBER_AND_LETTER = re.compile(r"(?P<number>\d+)\((?P<letter>[a-y])\)$")
_ITEM_PAGE = frozenset({"agenda item", "decision details", "decision"})
_FEWEST_USUAL = 3
_MANY_MORE = 3
_RUNNING = frozenset((Numbering.SLASH, Numbering.YEAR))


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
    extents = zip(pairwise(starts), headings, strict=True)
    return tuple(ItemExtent(start, end, _with_title_inside(heading, end)) for (start, end), heading in extents)


def _with_title_inside(heading: Heading, end: int) -> Heading:
    """Give up a title that the next item's heading has taken: a number alone on its line, and a numbered line below it."""
    return replace(heading, title=None) if heading.title and heading.title[1] > end else heading


def _headings(running: RunningText) -> list[Heading]:
    lines = running.lines
    if not lines:
        return []
    if lines[0].text.lower().rstrip(":") in _ITEM_PAGE:
        return _one_item_page(lines)
    return _marked(running) or _told_by_print(running)


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


def _told_by_print(running: RunningText) -> list[Heading]:
    """Numbers that count, then the format's headings, then the shape of lines, each unless a later one tells much more."""
    printed = PrintedLines(running)
    proposed, headed = candidates(printed), _from_marks(running)
    numbered, titles = items_among(proposed), {one.title[0] for one in proposed if one.title}
    plain = [one for one in plain_headings(printed) if one.start not in titles]
    counts = (len(numbered) > 1 or (_is_the_only_item(numbered) and len(plain) <= 1)) and len(numbered) * 2 >= len(headed)
    if counts and not _tells_more(plain, sum(one.usual for one in numbered)):
        return _with_items_below([_heading(one, printed) for one in numbered], printed)
    usual_marks = sum(is_usual_business(running.text[slice(*heading.title)]) for heading in headed if heading.title)
    if headed and not _tells_more(plain, usual_marks):
        return headed
    return [Heading(one.start, title=one.title) for one in plain] if len(plain) > 1 else []


def _is_the_only_item(numbered: Sequence[Candidate]) -> bool:
    """A special meeting may have one item, numbered 1 above its title; a list would go on with 2."""
    return len(numbered) == 1 and numbered[0].value == 1 and numbered[0].weight >= 1 and numbered[0].title is not None


def _tells_more(plain: Sequence[PlainHeading], usual: int) -> bool:
    """Return whether the headings without numbers name so much more usual business that the others are some list inside."""
    told = sum(one.usual for one in plain)
    return told >= _FEWEST_USUAL and told > _MANY_MORE * usual


def _from_marks(running: RunningText) -> list[Heading]:
    headings = [mark for mark in running.marks if mark.kind is MarkKind.HEADING]
    return [Heading(mark.start, title=(mark.start, mark.end)) for mark in headings] if len(headings) > 1 else []


def _heading(candidate: Candidate, printed: PrintedLines) -> Heading:
    line = printed.lines[candidate.place]
    agenda = _AGENDA_NUMBER.search(line.text)
    if agenda is None:
        return Heading(
            candidate.start, candidate.number, candidate.title, candidate.number if candidate.numbering in _RUNNING else None
        )
    title = candidate.title
    if title is not None:
        words = line.text[title[0] - line.start : agenda.start()].rstrip()
        title = (title[0], title[0] + len(words))
    return Heading(candidate.start, agenda["number"], title, candidate.number)


def _with_items_below(headings: Sequence[Heading], printed: PrintedLines) -> list[Heading]:
    """Add the items below a number, printed as `4(a)`, `6.2`, or by a letter and a title on a line of their own."""
    starts = [line.start for line in printed.lines]
    ends = [*(after.start for after in headings[1:]), len(printed.running.text)]
    found: list[Heading] = []
    taken = taken_out_of_order(printed)
    numbers = {number for _, number, _ in taken}
    lettered: tuple[str, str] | None = None
    for heading, end in zip(headings, ends, strict=True):
        found.append(heading)
        places = range(bisect.bisect_right(starts, heading.start), bisect.bisect_left(starts, end))
        number = heading.number or ""
        out_of_order = lettered is not None and number != str(int(lettered[0]) + 1)
        gone_on = letters_going_on(printed, places, *lettered) if lettered and out_of_order else []
        below = (
            letters_alone(printed, places, number, numbers)
            or gone_on
            or compound_numbers(printed, places, number)
            or lettered_titles(printed, places, number)
        )
        found.extend(Heading(start, printed_number, title) for start, printed_number, title in below)
        of_letters = _NUMBER_AND_LETTER.match(below[-1][1]) if below else None
        lettered = (of_letters["number"], of_letters["letter"]) if of_letters else lettered
    known = {heading.start for heading in found}
    found.extend(Heading(*one) for one in taken if one[0] not in known)
    return sorted(found, key=lambda heading: heading.start)
