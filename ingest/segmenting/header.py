"""Which sitting of which body is this the record of, on which date, and who says so?

Takes the words before the first item, and what is stated outside the text; printed words win. A fact that nobody states stays
"not stated": a year in running text, a folder's name or the time of a download is never taken for a meeting's date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from index.records import RecordState
from index.sources import Stated
from ingest.facts import Facts
from ingest.segmenting.bodies import body_of
from ingest.segmenting.bodies import council_of
from ingest.segmenting.head import head_of
from ingest.segmenting.kinds import record_state
from ingest.segmenting.running import RunningText
from ingest.segmenting.sittings import sitting_date

_CANCELLED = re.compile(
    r"\b(?:meeting\s+(?:was\s+|is\s+|has\s+been\s+)?cancell?ed|this\s+meeting\s+(?:was|has\s+been)\s+cancell?ed|"
    r"cancell?ed\s+meeting)\b|^[^\w\n]*(?-i:CANCELL?ED)[^\S\n]*(?:[,:–-]|$)|[,(–-][^\S\n]*(?-i:CANCELL?ED)\b",
    re.IGNORECASE | re.MULTILINE,
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
    head = head_of(running, end)
    body = body_of(head, facts, path)
    return MeetingHead(
        council=council_of(head, body, facts),
        body=body,
        date=sitting_date(head, facts, path),
        state=record_state(head, facts, path),
        cancelled=bool(_CANCELLED.search(head.text)),
    )
