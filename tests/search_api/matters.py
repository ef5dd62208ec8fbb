"""Invented minutes in which one matter goes from a panel to the council and is changed later, written by a real writer.

A promise that comes back, a lost motion, a meeting without a date, headings that stand in every meeting, and another council's item
of the same name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from index.embedding.hashing import HashingEmbedder
from index.opening import begin_archive
from index.opening import open_archive
from index.ports import Archive
from index.ports import Deposit
from index.records import AgendaItem
from index.records import Force
from index.records import Outcome
from index.records import Reference
from index.records import ReferenceKind
from index.records import Referral
from index.records import Sending
from index.records import Undertaking
from index.sources import DocumentKind
from index.sources import SourceSpan
from tests.search_api.conftest import COMMITTED
from tests.search_api.conftest import Clause
from tests.search_api.conftest import Minutes
from tests.search_api.conftest import Point
from tests.search_api.conftest import deposit_of
from tests.search_api.conftest import point

COUNCIL = "Marlsham Town Council"
PANEL = "Leisure Panel"
PROMISE = "The Clerk will bring costed quotations for floodlights and resurfacing."
SENT = "RECOMMENDED to the Council"
REFERS = "Minute 34/21 refers"
REPORT = "report on the skate park at Withy Lane"


def _apologies(day: dt.date) -> Point:
    return point("1", "Apologies for absence", f"Apologies were received for the meeting of {day:%d %B %Y}.")


def _minutes(path: str, day: dt.date | None, body: str, *points: Point, kind: DocumentKind = DocumentKind.MINUTES) -> Minutes:
    return Minutes(path, points, COUNCIL, body, day, kind)


_PANEL_DAY, _COUNCIL_DAY = dt.date(2021, 2, 10), dt.date(2021, 3, 3)
_BACK, _CHANGED = dt.date(2021, 9, 1), dt.date(2023, 11, 8)

MEETINGS = (
    _minutes(
        "marlsham/panel 2021-02-10.txt",
        _PANEL_DAY,
        PANEL,
        _apologies(_PANEL_DAY),
        point(
            "2",
            "Skate park at Withy Lane",
            f"Members considered the {REPORT}: ramps, fencing and access.",
            Clause(
                "that a concrete skate park with ramps and fencing be built at Withy Lane.",
                cue=f"{SENT}:",
                force=Force.RECOMMENDED,
            ),
        ),
    ),
    _minutes(
        "marlsham/council 2021-03-03.txt",
        _COUNCIL_DAY,
        COUNCIL,
        _apologies(_COUNCIL_DAY),
        point(
            "34/21",
            "Skate park at Withy Lane",
            f"The {REPORT} was received: ramps, fencing and access. {PROMISE}",
            Clause(
                "That the concrete skate park with ramps and fencing wait for two years.",
                Outcome.LOST,
                cue="On a vote the motion was defeated:",
                printed="(3:6)",
                tally=(3, 6),
            ),
            Clause("That the concrete skate park with ramps and fencing be built at Withy Lane.", cue="RESOLVED:", label="a"),
            minute_number="34/21",
        ),
        point("35/21", "Withy Lane drains", "The drains of Withy Lane were cleared."),
    ),
    _minutes(
        "marlsham/council 2021-05-05.txt",
        dt.date(2021, 5, 5),
        COUNCIL,
        _apologies(dt.date(2021, 5, 5)),
        point("40/21", "Churchyard wall", "The churchyard wall was repaired by volunteers."),
    ),
    _minutes(
        "marlsham/council 2021-09-01.txt",
        _BACK,
        COUNCIL,
        _apologies(_BACK),
        point(
            "61/21",
            "Correspondence",
            "Skate park at Withy Lane: costed quotations, floodlights, resurfacing. The skate park at Withy Lane stays open.",
        ),
    ),
    _minutes(
        "marlsham/council 2023-11-08.txt",
        _CHANGED,
        COUNCIL,
        _apologies(_CHANGED),
        point(
            "88/23",
            "Recreation ground",
            f"{REFERS}. The skate park at Withy Lane was discussed: worn ramps and fencing.",
            Clause("That the skate park be built of steel, with new ramps and fencing.", cue="RESOLVED:"),
        ),
    ),
    _minutes(
        "marlsham/agenda 2023-11-08.txt",
        _CHANGED,
        COUNCIL,
        point("9", "Skate park at Withy Lane", "To discuss the skate park at Withy Lane: ramps, fencing."),
        kind=DocumentKind.AGENDA,
    ),
    _minutes(
        "marlsham/undated.txt",
        None,
        COUNCIL,
        point("5", "Skate park opening", "The skate park was opened by the Mayor, who tried the ramps."),
    ),
    Minutes(
        "otherby/2021-04-01.txt",
        (
            point("1", "Apologies for absence", "None."),
            point("2", "Bus shelter at Withy Lane", "The bus shelter at Withy Lane was painted."),
        ),
        "Otherby Parish Council",
        "Parish Council",
        dt.date(2021, 4, 1),
    ),
)


def write_matters(address: str) -> Archive:
    """Put the meetings through the real writer, with the records that a reader would add, and open what was committed."""
    writer = begin_archive(address, HashingEmbedder().identity, "invented")
    for minutes in MEETINGS:
        writer.put(_read(deposit_of(minutes)))
    writer.commit(COMMITTED)
    return open_archive(address)


def _read(deposit: Deposit) -> Deposit:
    """Add to each item what stands in its text: what it sends elsewhere, promises and refers to."""
    text = deposit.pages[0].text

    def found(item: AgendaItem, words: str) -> tuple[SourceSpan, ...]:
        at = text.find(words, item.spans[0].start, item.spans[-1].end)
        return (SourceSpan(deposit.document.id, 1, at, at + len(words)),) if at >= 0 else ()

    meetings = tuple(replace(one, items=tuple(_noted(item, found) for item in one.items)) for one in deposit.meetings)
    return replace(deposit, meetings=meetings)


def _noted(item: AgendaItem, found: Callable[[AgendaItem, str], tuple[SourceSpan, ...]]) -> AgendaItem:
    sent, promised = found(item, SENT), found(item, PROMISE)
    named = ((ReferenceKind.MINUTE, "Minute 34/21"), (ReferenceKind.REPORT, REPORT))
    return replace(
        item,
        title_span=found(item, item.title)[0] if item.title else None,
        referrals=(Referral(Sending.RECOMMENDATION, "the Council", sent),) if sent else (),
        undertakings=(Undertaking(promised, "The Clerk"),) if promised else (),
        references=tuple(Reference(kind, words, at[0]) for kind, words in named if (at := found(item, words))),
    )
