"""What does the archive hold, item by item and meeting by meeting?

Takes an id or filters, gives whole records with their words quoted: an agenda item, a meeting, a page of the list of decisions, the
snippets of a search. Ranks nothing; the order is that of the minutes and of the register.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.errors import UnknownRecordError
from index.passages import Filters
from index.ports import Archive
from index.ports import Catalogue
from index.records import AgendaItem
from index.records import Attendance
from index.records import Meeting
from index.records import Motion
from index.sources import SourceDocument
from search_api.around import Around
from search_api.around import around_of
from search_api.citations import Citation
from search_api.citations import Passage
from search_api.citations import Piece
from search_api.citations import cite
from search_api.citations import quote_spans
from search_api.decisions import Clause
from search_api.decisions import QuotedDecision
from search_api.decisions import all_clauses
from search_api.decisions import quote_decisions
from search_api.found import Found
from search_api.places import Place
from search_api.places import find_documents
from search_api.places import find_meetings
from search_api.places import find_places
from search_api.places import open_items


@dataclass(frozen=True, slots=True)
class QuotedMotion:
    """A motion whose fate is not printed, with its words."""

    motion: Motion
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class QuotedAttendance:
    """A person's attendance, with the words that state it."""

    attendance: Attendance
    piece: Piece


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """An agenda item as published: its whole text and what was read from it."""

    place: Place
    text: Citation
    decisions: tuple[QuotedDecision, ...]
    motions: tuple[QuotedMotion, ...]
    attendance: tuple[QuotedAttendance, ...]
    around: tuple[tuple[Around, tuple[Piece, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """A meeting, its attendance and those of its items that are open."""

    document: SourceDocument
    meeting: Meeting
    items: tuple[AgendaItem, ...]
    attendance: tuple[QuotedAttendance, ...]


@dataclass(frozen=True, slots=True)
class DecidedItem:
    """An agenda item and its decisions."""

    place: Place
    decisions: tuple[QuotedDecision, ...]


@dataclass(frozen=True, slots=True)
class DecisionList:
    """One page of the list of decided items, and how long the whole list is."""

    items: tuple[DecidedItem, ...]
    total: int


def read_item(archive: Archive, item_id: str) -> ItemRecord:
    """Return an agenda item with its words; raises `UnknownRecordError`."""
    place = _place(archive.catalogue, item_id)
    item = place.item
    whole = [Passage(place, item.spans)]
    motions = [Passage(place, motion.spans) for motion in item.motions]
    present = [Passage(place, (one.span,)) for one in item.attendance]
    around = around_of(item)
    beside = [Passage(place, one.spans) for one in around]
    decisions, cited = quote_decisions(archive.catalogue, all_clauses(place), [*whole, *motions, *present, *beside])
    text, *rest = cited
    quoted = (QuotedMotion(motion, citation.pieces) for motion, citation in zip(item.motions, rest, strict=False))
    split = len(motions) + len(present)
    attended = _attended(item.attendance, rest[len(motions) : split])
    said = tuple((one, citation.pieces) for one, citation in zip(around, rest[split:], strict=True))
    return ItemRecord(place, text, decisions, tuple(quoted), attended, said)


def read_meeting(archive: Archive, meeting_id: str) -> MeetingRecord:
    """Return a meeting with its attendance and its open items; raises `UnknownRecordError`."""
    (meeting,) = find_meetings(archive.catalogue, [meeting_id])
    (document,) = find_documents(archive.catalogue, [meeting.document_id])
    items = open_items(meeting)
    pieces = quote_spans(archive.catalogue, [one.span for one in meeting.attendance])
    attended = (QuotedAttendance(one, piece) for one, piece in zip(meeting.attendance, pieces, strict=True))
    return MeetingRecord(document, meeting, items, tuple(attended))


def list_decisions(archive: Archive, filters: Filters, start: int, count: int) -> DecisionList:
    """Return `count` decided items after the first `start`, newest meeting first.

    With outcomes among the filters only the clauses that have one of them are kept: who lists what was lost is not shown what
    was carried beside it.
    """
    listing = archive.register.items(filters, start, count, decided=True)
    places = find_places(archive.catalogue, listing.item_ids)
    clauses = [clause for place in places for clause in all_clauses(place) if _wanted(clause, filters)]
    quoted, _ = quote_decisions(archive.catalogue, clauses)
    of_item: dict[str, list[QuotedDecision]] = {place.item.id: [] for place in places}
    for decision in quoted:
        of_item[decision.citation.place.item.id].append(decision)
    return DecisionList(tuple(DecidedItem(place, tuple(of_item[place.item.id])) for place in places), listing.total)


def best_passages(catalogue: Catalogue, found: Found) -> tuple[Citation, ...]:
    """Return the best passage of each hit, in order, with one read of pages."""
    return cite(catalogue, [Passage(hit.place, hit.chunks[0].chunk.spans) for hit in found.hits])


def _place(catalogue: Catalogue, item_id: str) -> Place:
    try:
        (place,) = find_places(catalogue, [item_id])
    except UnknownRecordError as error:
        # an id that names no meeting either is still an unknown item to whoever asked for one
        raise UnknownRecordError("agenda item", item_id) from error
    return place


def _wanted(clause: Clause, filters: Filters) -> bool:
    return not filters.outcomes or clause.limb.outcome in filters.outcomes


def _attended(attendance: Sequence[Attendance], citations: Sequence[Citation]) -> tuple[QuotedAttendance, ...]:
    return tuple(QuotedAttendance(one, citation.pieces[0]) for one, citation in zip(attendance, citations, strict=True))
