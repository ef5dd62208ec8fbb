"""Who came, who sent apologies, who left, and when?

Takes running text, gives names as printed with how they attended. Reads the lists at the head ("Present:", "Apologies:") and
movements inside items ("Gary Hall left the meeting at 7.10pm"). A list that cannot be parted into names is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.records import Attendance
from index.records import Presence
from ingest.segmenting.motions import NAME
from ingest.segmenting.running import RunningText

_LISTS = (
    (
        Presence.APOLOGIES,
        re.compile(r"\bapologies(?:\s+for\s+absence)?(?:\s+(?:were|was)\s+received\s+from)?\s*[:–-]?\s+", re.IGNORECASE),
    ),
    (
        Presence.IN_ATTENDANCE,
        re.compile(
            r"\b(?:also\s+(?:present|in\s+attendance)|in\s+attendance|officials?\s+in\s+attendance)\s*[:–-]\s*", re.IGNORECASE
        ),
    ),
    (Presence.PRESENT, re.compile(r"\b(?:members\s+)?present(?:\s+were)?\s*[:–-]\s*", re.IGNORECASE)),
)
_MOVES = re.compile(
    rf"(?P<name>{NAME})\s+(?P<how>left|arrived|joined|withdrew\s+from)\s*(?:at\s+|the\s+(?:meeting|room|"
    rf"chamber)\b\s*)?(?:at\s+)?(?P<when>\d{{1,2}}[.:]\d{{2}}\s*(?:[ap]\.m\.|[ap]m)?)?"
)
_ONE = re.compile(NAME)
_LIST_END = re.compile(r"\n\s*\n|\.\s|\.$|\b(?:apologies|in\s+attendance|also\s+present|officials?)\b", re.IGNORECASE)
_LIST_LENGTH = 700


def attendance_at_head(running: RunningText, end: int) -> tuple[Attendance, ...]:
    """Return the people listed before the first item."""
    return tuple(
        person
        for presence, lead in _LISTS
        for match in lead.finditer(running.text, 0, end)
        for person in _listed(running, match, presence, end)
    )


def movements(running: RunningText, start: int, end: int) -> tuple[Attendance, ...]:
    """Return who arrived or left inside an item; `when` is the time as printed."""
    return tuple(_moves(running, start, end))


def _moves(running: RunningText, start: int, end: int) -> Iterator[Attendance]:
    for match in _MOVES.finditer(running.text, start, end):
        if not re.search(r"\b(?:meeting|room|chamber)\b", running.text[match.start() : match.end() + 20]):
            continue
        span = running.span(match.start(), match.end())
        arrived = match["how"].lower() in {"arrived", "joined"}
        when = match["when"].strip() if match["when"] else None
        if span is not None:
            yield Attendance(_tidy(match["name"]), Presence.ARRIVED if arrived else Presence.LEFT, span, when)


def _listed(running: RunningText, lead: re.Match[str], presence: Presence, end: int) -> Iterator[Attendance]:
    limit = min(end, lead.end() + _LIST_LENGTH)
    close = _LIST_END.search(running.text, lead.end() + 3, limit)
    for match in _ONE.finditer(running.text, lead.end(), close.start() if close else limit):
        span = running.span(match.start(), match.end())
        if span is not None:
            yield Attendance(_tidy(match.group()), presence, span)


def _tidy(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" .,")
