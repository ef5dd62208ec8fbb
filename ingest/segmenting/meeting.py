"""What does a whole document record?

Takes a document as read, gives its kind and its meetings with their items, decisions and votes, and what had to be withheld. This
is where the other files of the room are put together. Pure: the same pages and facts always give the same records.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import replace
from itertools import pairwise

from index.ids import item_id
from index.ids import meeting_id
from index.records import AgendaItem
from index.records import Attendance
from index.records import Meeting
from index.records import RecordState
from index.restriction import Restriction
from index.restriction import may_be_indexed
from index.sources import DocumentKind
from index.sources import Origin
from index.sources import SourceSpan
from index.sources import Stated
from ingest.facts import Facts
from ingest.reading.pages import PageText
from ingest.reading.pages import Reading
from ingest.segmenting.agenda import Heading
from ingest.segmenting.agenda import ItemExtent
from ingest.segmenting.agenda import items_of
from ingest.segmenting.announced import council_announced
from ingest.segmenting.around import with_surroundings
from ingest.segmenting.dates import printed_dates
from ingest.segmenting.decisions import read_decisions
from ingest.segmenting.header import MeetingHead
from ingest.segmenting.header import read_head
from ingest.segmenting.kinds import document_kind
from ingest.segmenting.restricted import document_restriction
from ingest.segmenting.restricted import restriction_of
from ingest.segmenting.running import RunningText
from ingest.segmenting.running import run_together

# "Issue - meetings" pages list every meeting that took an issue (seed 002): "Meeting: 02/09/2020 - Body (Item 41)".
_ISSUE_MEETING = re.compile(
    r"^[ \t]*Meeting:\s*(?P<date>\d\d?/\d\d?/\d{4})\s*[-–]\s*(?P<body>[^\n(]+?)\s*\(Item\s+(?P<number>[^)]+)\)[ \t]*$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Withheld:
    """An item that is not open: where it stood, so that its words can be taken out of the pages, and nothing of what it said."""

    restriction: Restriction
    spans: tuple[SourceSpan, ...]


@dataclass(frozen=True, slots=True)
class Segmented:
    """All that was read from one document."""

    kind: DocumentKind
    meetings: tuple[Meeting, ...]
    withheld: tuple[Withheld, ...]
    restriction: Restriction = Restriction.OPEN


def segment(document_id: str, path: str, reading: Reading, facts: Facts) -> Segmented:
    """Read the meetings of a document; a document that is exempt as a whole has none."""
    running = run_together(document_id, reading.pages)
    kind = document_kind(running, facts, path)
    restriction = document_restriction(running.text)
    if not may_be_indexed(restriction):
        return Segmented(kind, (), (Withheld(restriction, running.spans(0, len(running.text))),), restriction)
    listed = list(_ISSUE_MEETING.finditer(running.text))
    if listed:
        return _issue_page(running, listed, facts)
    extents = items_of(running)
    first = next((extent.start for extent in extents if extent.heading.number or extent.heading.title), len(running.text))
    head = read_head(running, first, facts, path)
    open_items, withheld = _items(running, meeting_id(document_id, 1), extents, kind, _gaps(running, reading.pages))
    meeting = Meeting(
        id=meeting_id(document_id, 1),
        document_id=document_id,
        council=_council(head, running, kind, withheld),
        body=head.body,
        date=head.date,
        record_state=head.state,
        items=open_items,
        attendance=_attendance(open_items),
        cancelled=head.cancelled,
    )
    return Segmented(kind, (meeting,), withheld)


def _council(head: MeetingHead, running: RunningText, kind: DocumentKind, withheld: tuple[Withheld, ...]) -> Stated[str]:
    """Return the council that the head names; where it names nobody and all is open, the one that announces its next meeting."""
    named = head.council.value or head.body.value
    return head.council if named or withheld or kind is not DocumentKind.MINUTES else council_announced(running)


def _items(
    running: RunningText, meeting: str, extents: tuple[ItemExtent, ...], kind: DocumentKind, gaps: tuple[int, ...] = ()
) -> tuple[tuple[AgendaItem, ...], tuple[Withheld, ...]]:
    items: list[AgendaItem] = []
    withheld: list[Withheld] = []
    for ordinal, extent in enumerate(extents, 1):
        restriction = restriction_of(running.text[extent.start : extent.end].strip())
        if may_be_indexed(restriction) and _runs_over(extent, gaps):
            restriction = Restriction.UNCLEAR
        if may_be_indexed(restriction):
            item = _item(running, item_id(meeting, ordinal), ordinal, extent, kind)
            items.extend([item] if item.spans else [])
        else:
            withheld.append(Withheld(restriction, running.spans(extent.start, extent.end)))
    return tuple(items), tuple(withheld)


def _gaps(running: RunningText, pages: tuple[PageText, ...]) -> tuple[int, ...]:
    """Where the text goes on behind pages whose words could not be had."""
    lost = [page.number for page in pages if page.unread]
    return tuple(next((piece.offset for piece in running.pieces if piece.page > number), len(running.text)) for number in lost)


def _runs_over(extent: ItemExtent, gaps: tuple[int, ...]) -> bool:
    """Whether an item goes on behind an unread page, on which a heading "not for publication" may stand: then it is not open."""
    headed = extent.heading.number or extent.heading.title
    return any(extent.start < gap < extent.end or (extent.start == gap and not headed) for gap in gaps)


def _item(running: RunningText, identifier: str, ordinal: int, extent: ItemExtent, kind: DocumentKind) -> AgendaItem:
    heading = extent.heading
    title = running.text[slice(*heading.title)] if heading.title else None
    begin = heading.title[1] if heading.title else extent.start
    item = AgendaItem(
        id=identifier,
        ordinal=ordinal,
        number=heading.number,
        minute_number=heading.minute_number,
        title=re.sub(r"\s+", " ", title).strip() if title else None,
        spans=running.spans(extent.start, extent.end),
        title_span=running.span(*heading.title) if heading.title else None,
        url=heading.link if heading.link and heading.link.startswith(("http://", "https://")) else None,
    )
    if kind is DocumentKind.AGENDA:  # an agenda prints a motion but not its fate
        return item
    limbs, motions = read_decisions(running, identifier, begin, extent.end, extent.start)
    item = replace(item, limbs=limbs, motions=motions)
    return with_surroundings(item, running, extent.start, extent.end, heading.title)


def _attendance(items: tuple[AgendaItem, ...]) -> tuple[Attendance, ...]:
    """Who was there, from the items that are open: a list of names in one that is withheld stays there."""
    return tuple(person for item in items for person in item.attendance)


def _issue_page(running: RunningText, listed: list[re.Match[str]], facts: Facts) -> Segmented:
    """One meeting a "Meeting:" line, each with the one item that the issue was there."""
    starts = [0, *(match.start() for match in listed[1:]), len(running.text)]
    meetings: list[Meeting] = []
    withheld: list[Withheld] = []
    for place, ((start, end), match) in enumerate(zip(pairwise(starts), listed, strict=True), 1):
        identifier = meeting_id(running.document_id, place)
        extent = ItemExtent(start, end, _issue_heading(running, match))
        items, closed = _items(running, identifier, (extent,), DocumentKind.MINUTES)
        withheld.extend(closed)
        meetings.append(_issue_meeting(running, identifier, match, facts, items))
    return Segmented(facts.kind.value or DocumentKind.MINUTES, tuple(meetings), tuple(withheld))


def _issue_heading(running: RunningText, match: re.Match[str]) -> Heading:
    following = next((line for line in running.lines if line.start >= match.end()), None)
    title = (following.start, following.end) if following else None
    return Heading(match.start(), match["number"].strip(), title)


def _issue_meeting(
    running: RunningText, identifier: str, match: re.Match[str], facts: Facts, items: tuple[AgendaItem, ...]
) -> Meeting:
    dates = printed_dates(match["date"])
    date_span = running.span(*match.span("date"))
    return Meeting(
        id=identifier,
        document_id=running.document_id,
        council=facts.council,
        body=Stated(match["body"].strip(), Origin.PRINTED, running.span(*match.span("body"))),
        date=Stated(dates[0].value, Origin.PRINTED, date_span) if dates else facts.date,
        record_state=RecordState.NOT_STATED,
        items=items,
        attendance=_attendance(items),
    )
