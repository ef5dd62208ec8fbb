"""Which sitting of which body is this the record of, on which date, and who says so?

Takes the words before the first item, and what is stated outside the text; printed words win. A fact that nobody states stays
"not stated": a year in running text, a folder's name or the time of a download is never taken for a meeting's date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import PurePosixPath
from typing import TypeVar

from index.records import RecordState
from index.sources import DocumentKind
from index.sources import Origin
from index.sources import Stated
from ingest.facts import Facts
from ingest.reading.pages import MarkKind
from ingest.segmenting.dates import printed_dates
from ingest.segmenting.running import Line
from ingest.segmenting.running import RunningText

_HEAD_LINES = 30
_LONG_LINE = 180
_HEADS = re.compile(
    r"\bminutes\s+of\b|\bmeeting\b.{0,80}\bheld\b|\b(?:parish|community|town)\s+(?:council|meeting)\b.{0,60}\bmeeting\b",
    re.IGNORECASE | re.DOTALL,
)
# Words that stand beside a name in capitals and are not of it: "LIMERICK CITY AND COUNTY COUNCIL HELD IN".
_WORD = (
    r"(?!(?i:held|introduction|chamber|members?|minutes|present|apologies|in|the|at|a|public|cancelled|chair\w*|mayor|"
    r"leader|councillor|"
    r"officer)\b)[A-ZÀ-Þ][\w’'&.À-ÿ-]*"
)
_LINK = r"(?:and|of|the|for|with|in|on|AND|OF|THE|FOR|WITH|IN|&|/|-|–)"
_BODY_NOUN = (
    r"(?i:sub-?\s?committee|committee|cabinet|panel|board|assembly|council|commission|spc|"
    r"working\s+(?:group|party)|residents[’']?\s+association|parish\s+meeting)"
)
# "… Council", "… Joint Committee", "Committee" after a name in capitals, over line ends.
_BODY = re.compile(
    rf"\b((?:{_WORD},?\s+(?:{_LINK}\s+){{0,2}}){{0,12}}{_BODY_NOUN})\b(?!\s+(?i:members?|offices?|chamber|tax|house|hall|"
    rf"buildings?))"
)
# Limerick prints the kind first: "Municipal District of Newcastle West", "Metropolitan District of Limerick".
_PLACE = r"[A-ZÀ-Þ][\w’'À-ÿ]*(?:\s*[-–/_]\s*[A-ZÀ-Þ][\w’'À-ÿ]*|\s+(?i:city|west|east|north|south)\b)*"
_DISTRICT = re.compile(rf"\b((?i:municipal|metropolitan)\s+(?i:district)\s+(?:(?i:of)\s+)?{_PLACE})")
_LEAD_IN = re.compile(
    r"^.*\b(?:meetings?|minutes|proceedings|agenda|agm)\s*(?:-\s*)?(?:of|for|at)?\s+(?:the\s+)?|"
    r"^.*\b(?:each\s+)?members?\s+of\s+(?:the\s+)?|^(?:to\s*/?|the|draft|full|monthly|ordinary|special|virtual|of|at|and)\s+",
    re.IGNORECASE | re.DOTALL,
)
_HELD = re.compile(r"\b(?:held|meeting|minutes|agenda|committee|council|cabinet|panel|district|forum)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_COUNCIL = re.compile(r"\bcouncil$", re.IGNORECASE)
_ALONE = re.compile(r"\W*((?:full\s+)?(?:cabinet|executive))(?:\s+(?:minutes|meeting))?\W*", re.IGNORECASE)
_MEETING_OF_CABINET = re.compile(
    r"\b(?:meetings?|minutes)\s+of\s+(?:the\s+)?(cabinet|executive)\b(?!\s+(?:member|committee))", re.IGNORECASE
)
_OF_MEETING = re.compile(r"\b(?:meetings?|minutes|proceedings)\s+(?:of|for)\s+(?:the\s+)?$", re.IGNORECASE)
_ATTENDANCE = re.compile(r"\W*(?:members\s+)?(?:present|in\s+attendance|apologies|councillors|officers)\b", re.IGNORECASE)
_ANY_BODY = re.compile(
    r"\s*(?:(?:annual|parish|town|county|city|community|district|borough|strategic|policy|joint|the|and|&|"
    r"spc)\s+)+(?:council|parish\s+meeting|committee)\s*",
    re.IGNORECASE,
)
_NOT_THIS_ONE = re.compile(
    r"\b(?:circulated|previous|draft\s+minutes\s+of\s+(?:the\s+)?(?:meeting|monthly)|last\s+meeting|adoption\s+of|"
    r"confirmation\s+of)\b",
    re.IGNORECASE,
)
_CANCELLED = re.compile(
    r"\b(?:meeting\s+(?:was\s+|is\s+|has\s+been\s+)?cancell?ed|this\s+meeting\s+(?:was|has\s+been)\s+cancell?ed|"
    r"cancell?ed\s+meeting)\b",
    re.IGNORECASE,
)
_DRAFT = re.compile(
    r"\bdraft\s+(?:of\s+)?(?:the\s+)?minutes\b|\bminutes\s*[-–(]?\s*draft\b|\ball\s+minutes\s+are\s+draft\b|^\s*draft\s*$|"
    r"\bunconfirmed\b",
    re.IGNORECASE | re.MULTILINE,
)
_CONFIRMED = re.compile(
    r"\b(?:confirmed|approved|signed)\s+(?:minutes|as\s+a\s+correct\s+record\s+on)\b|\bminutes\s*\(?(?:confirmed|approved)\)?",
    re.IGNORECASE,
)
_CORRECTED = re.compile(r"\b(?:corrected|amended)\s+minutes\b", re.IGNORECASE)
_RECORD = re.compile(
    r"\b(?:minutes\s+of|resolved\b|decision\s*[:(]|was\s+in\s+attendance|members?\s+present|present\s*:|apologies|"
    r"proposed\s+by|it\s+was\s+agreed)",
    re.IGNORECASE,
)
_SUMMONS = re.compile(
    r"\b(?:you\s+are\s+(?:hereby\s+)?(?:summoned|requested|invited)|a\s+meeting\b[^.]{0,120}\bwill\s+be\s+held|"
    r"order\s+of\s+business)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """What the head of a record states, each fact with its origin."""

    council: Stated[str]
    body: Stated[str]
    date: Stated[date]
    state: RecordState
    cancelled: bool


def read_head(running: RunningText, end: int, facts: Facts, path: str) -> MeetingHead:
    """Read the head of a record: the words before `end`, where its first item begins."""
    named = {running.text[mark.start : mark.end].strip() for mark in running.marks if mark.kind is MarkKind.MEETING}
    lines = [line for line in running.lines[:_HEAD_LINES] if line.text in named or (line.start < end and _may_head(line))]
    lines.sort(key=lambda line: line.text not in named)  # what the format marks as the meeting's own line comes first
    titles = list(takewhile(lambda line: not _ATTENDANCE.match(line.text), lines))
    body = _body(running, titles, facts, path)
    head = "\n".join(line.text for line in lines)
    return MeetingHead(
        council=_first(_council(running, titles, body), facts.council),
        body=_first(body, facts.body) if body.origin is Origin.PRINTED else _first(facts.body, body),
        date=_first(_date(running, lines), facts.date, _date_in_name(path)),
        state=record_state(head),
        cancelled=bool(_CANCELLED.search(head)),
    )


def _may_head(line: Line) -> bool:
    """A long line is of the head only where it says so at once (Stoke Ferry prints its whole head as one paragraph)."""
    return len(line.text) <= _LONG_LINE or bool(_HEADS.search(line.text[:_LONG_LINE]))


def record_state(head: str) -> RecordState:
    """Read whether minutes are called draft, confirmed or corrected; most say nothing."""
    for state, pattern in ((RecordState.CORRECTED, _CORRECTED), (RecordState.DRAFT, _DRAFT), (RecordState.CONFIRMED, _CONFIRMED)):
        if pattern.search(head):
            return state
    return RecordState.NOT_STATED


def document_kind(running: RunningText, facts: Facts, path: str) -> DocumentKind:
    """Tell minutes from agendas and the rest: by what is stated, by the name, then by the words that only a record has.

    The folder of an agenda also holds minutes, and both share their titles (Limerick): so a name outranks a likeness.
    """
    if facts.kind.value is not None:
        return facts.kind.value
    named = f"{PurePosixPath(path).stem} {facts.title.value or ''}".lower()
    head = running.text[:1500].lower()
    if "minute" in named:
        return DocumentKind.MINUTES
    if re.search(r"\bagenda\b(?!\s+item)", named):
        return DocumentKind.AGENDA
    if re.search(r"^\W*(?:draft\s+)?minutes\b|\bminutes\s+of\b", head, re.MULTILINE):
        return DocumentKind.MINUTES
    if _SUMMONS.search(head) and not re.search(r"\bresolved\b", running.text, re.IGNORECASE):
        return DocumentKind.AGENDA
    return DocumentKind.MINUTES if _RECORD.search(running.text) else DocumentKind.OTHER


T = TypeVar("T")


def _first(*candidates: Stated[T]) -> Stated[T]:
    return next((stated for stated in candidates if stated.value is not None), Stated())


def _body(running: RunningText, lines: list[Line], facts: Facts, path: str) -> Stated[str]:
    """The body that met: a district, else a committee, else the council itself, each first on a line and then over lines."""
    places = [(line.start, line.end) for line in lines]
    blocks = _blocks(running, lines)
    for name, where in (
        (_district, blocks),
        (_committee, places),
        (_committee, blocks),
        (_council_name, places),
        (_council_name, blocks),
    ):
        found = next((named for place in where if (named := name(running.text, *place))), None)
        if found is not None:
            return Stated(tidy_name(running.text[slice(*found)]), Origin.PRINTED, running.span(*found))
    for origin, words in ((Origin.PAGE_METADATA, facts.title.value or ""), (Origin.FILE_NAME, PurePosixPath(path).stem)):
        named = next((named for name in (_district, _committee, _council_name) if (named := name(words, 0, len(words)))), None)
        if named is not None:
            return Stated(tidy_name(words[slice(*named)]), origin)
    return Stated()


def _blocks(running: RunningText, lines: list[Line]) -> list[tuple[int, int]]:
    """The lines of the head that follow one another: a name may be broken by a line end, never by a line left out."""
    kept = {line.start for line in lines}
    blocks: list[tuple[int, int]] = []
    joined = False
    for line in running.lines[:_HEAD_LINES]:
        if line.start not in kept:
            joined = False
        elif joined:
            blocks[-1] = (blocks[-1][0], line.end)
        else:
            blocks.append((line.start, line.end))
            joined = True
    return blocks


def _district(text: str, start: int, end: int) -> tuple[int, int] | None:
    match = _DISTRICT.search(text, start, end)
    return match.span(1) if match else None


def _committee(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A body of a council: named so that it is told from others of its kind, or "Cabinet" alone on its line."""
    alone = _ALONE.fullmatch(text, start, end) or _MEETING_OF_CABINET.search(text, start, end)
    if alone is not None:
        return alone.span(1)
    names = _names(text, start, end)
    return next((name for name in names if not _COUNCIL.search(text[slice(*name)]) and _heads(text, name, start, end)), None)


def _council_name(text: str, start: int, end: int) -> tuple[int, int] | None:
    return next((name for name in _names(text, start, end) if _COUNCIL.search(text[slice(*name)])), None)


def _names(text: str, start: int, end: int) -> list[tuple[int, int]]:
    names = [_without_lead_in(match) for match in _BODY.finditer(text, start, end)]
    return [name for name in names if _tells_apart(text[slice(*name)])]


def _heads(text: str, name: tuple[int, int], start: int, end: int) -> bool:
    """Whether a name is what its line is about: most of it, or what a meeting is said to be of."""
    if _WEEKDAY.match(text, name[1] + 3, end) or 2 * (name[1] - name[0]) >= end - start:
        return True
    return bool(_OF_MEETING.search(text, max(start, name[0] - 60), name[0]))


def _tells_apart(name: str) -> bool:
    return " " in name.strip() and not _ANY_BODY.fullmatch(name)


def _without_lead_in(match: re.Match[str]) -> tuple[int, int]:
    start, words = match.start(1), match.group(1)
    while (lead := _LEAD_IN.match(words)) and lead.end() and lead.end() < len(words):
        start, words = start + lead.end(), words[lead.end() :]
    return start, match.end(1)


def _council(running: RunningText, lines: list[Line], body: Stated[str]) -> Stated[str]:
    """The authority: the body itself where it is a council, else the first council that the head names."""
    if body.value is not None and _COUNCIL.search(body.value):
        return body
    for match in (match for line in lines for match in _BODY.finditer(running.text, line.start, line.end)):
        start, end = _without_lead_in(match)
        name = running.text[start:end]
        if _COUNCIL.search(name) and _tells_apart(name):
            return Stated(tidy_name(name), Origin.PRINTED, running.span(start, end))
    return Stated()


def tidy_name(words: str) -> str:
    """Fold a printed name's white space, join words parted by a hyphen at a line end, and lower its capitals where all are."""
    name = re.sub(r"\s*-\s*", "-", re.sub(r"[\s_]+", " ", words)).strip(" ,.-–")
    if not name.isupper():
        return name
    return re.sub(r"[^\s-]+", lambda word: word[0] if word[0] == word[0].lower() else _lowered(word[0]), name)


def _lowered(word: str) -> str:
    return word.lower() if word.lower() in {"of", "and", "the", "for", "in", "with"} else word.capitalize()


def _date(running: RunningText, lines: list[Line]) -> Stated[date]:
    """The date of the sitting: the first whole date of the head in a line, or beside one, that speaks of a meeting."""
    for place, line in enumerate(lines):
        for read in printed_dates(line.text):
            around = " ".join(near.text for near in lines[max(0, place - 3) : place + 1])
            if (_HELD.search(around) or _WEEKDAY.search(line.text)) and not _NOT_THIS_ONE.search(around):
                start = line.start + read.start
                return Stated(read.value, Origin.PRINTED, running.span(start, line.start + read.end))
    return _date_over_lines(running, lines)


def _date_over_lines(running: RunningText, lines: list[Line]) -> Stated[date]:
    """A date broken by a line end ("held on 4th / February 2015"), or alone at the head of a page."""
    for first, end in _blocks(running, lines):
        head = running.text[first:end]
        for read in printed_dates(head):
            before = head[max(0, read.start - 200) : read.start]
            if _HELD.search(before) and not _NOT_THIS_ONE.search(before):
                return Stated(read.value, Origin.PRINTED, running.span(first + read.start, first + read.end))
    return Stated()


def _date_in_name(path: str) -> Stated[date]:
    """The one whole date in a file's name, where it has just one."""
    stem = PurePosixPath(path).stem.replace("_", " ")
    read = printed_dates(stem)
    return Stated(read[0].value, Origin.FILE_NAME) if len(read) == 1 else Stated()
