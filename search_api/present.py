"""How does what was found become what goes over the wire?

The only place that fills `schemas.py`, one function a reply. Facts are carried over as they are: what the minutes do not print
stays `None`, and a quotation stays the slice that `citations.py` made; marking words in it adds ranges and changes no text.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from index.manifest import Manifest
from index.passages import Filters
from index.ports import Coverage
from index.ports import FacetValue
from index.records import DecisionLimb
from index.records import Meeting
from index.records import RecordedVote
from index.records import Tally
from index.sources import Page
from index.sources import SourceDocument
from index.sources import SourceSpan
from index.text import tokens
from search_api.answering import Answer
from search_api.answering import NotRecorded
from search_api.applied import Applied
from search_api.browsing import DecisionList
from search_api.browsing import ItemRecord
from search_api.browsing import MeetingRecord
from search_api.browsing import QuotedAttendance
from search_api.chips import Chip
from search_api.citations import Citation
from search_api.citations import Piece
from search_api.decisions import QuotedDecision
from search_api.found import Found
from search_api.found import ItemHit
from search_api.highlight import Range
from search_api.highlight import marked
from search_api.highlight import window
from search_api.labels import SENTENCES
from search_api.places import Place
from search_api.schemas import AnswerOut
from search_api.schemas import AroundOut
from search_api.schemas import AttendanceOut
from search_api.schemas import ChipOut
from search_api.schemas import CitationOut
from search_api.schemas import CoverageOut
from search_api.schemas import DecisionOut
from search_api.schemas import DecisionsOut
from search_api.schemas import DocumentOut
from search_api.schemas import FiltersOut
from search_api.schemas import ItemDecisionsOut
from search_api.schemas import ItemHeadOut
from search_api.schemas import ItemOut
from search_api.schemas import LegName
from search_api.schemas import LimbPreviewOut
from search_api.schemas import MeetingOut
from search_api.schemas import MissingOut
from search_api.schemas import MotionOut
from search_api.schemas import PageOut
from search_api.schemas import PieceOut
from search_api.schemas import PlainOut
from search_api.schemas import RangeOut
from search_api.schemas import RecordedVoteOut
from search_api.schemas import ResultOut
from search_api.schemas import SittingOut
from search_api.schemas import SpanOut
from search_api.schemas import TallyOut
from search_api.schemas import WhyOut
from search_api.schemas_state import CountsOut
from search_api.schemas_state import FacetOut
from search_api.schemas_state import FacetsOut
from search_api.schemas_state import StatusOut

LEGS: tuple[LegName, ...] = ("lexical", "dense")

SNIPPET = 320
"""Characters of a search result's snippet; an answer always quotes whole passages."""


def present_answer(given: Answer | NotRecorded, applied: Applied, plain: PlainOut | None = None) -> AnswerOut:
    """Present an answer, or that nothing is recorded: then all quotations are empty and `nearest` is filled."""
    answered = given if isinstance(given, Answer) else None
    words = given.query.tokens
    return AnswerOut(
        **present_understood(applied),
        kind="answer" if answered else "not_recorded",
        question=given.query.text,
        asks_for=given.kind.value,
        filters=present_filters(given.filters),
        label=SENTENCES[given.label] if given.label else None,
        decisions=[present_decision(one, words) for one in answered.decisions] if answered else [],
        not_carried=[present_decision(one, words) for one in answered.not_carried] if answered else [],
        not_carried_first=bool(answered and answered.not_carried_first),
        passages=[present_citation(one, words) for one in answered.passages] if answered else [],
        missing=[MissingOut(detail=one.value, label=SENTENCES[one]) for one in answered.missing] if answered else [],
        coverage=present_coverage(given.coverage),
        nearest=[present_head(place) for place in given.nearest] if isinstance(given, NotRecorded) else [],
        plain=plain,
    )


def present_item(record: ItemRecord) -> ItemOut:
    """Present an agenda item as published."""
    return ItemOut(
        **_place(record.place),
        text=[_piece(piece) for piece in record.text.pieces],
        decisions=[present_decision(one) for one in record.decisions],
        motions=[
            MotionOut(mover=one.motion.mover, seconder=one.motion.seconder, quotation=[_piece(piece) for piece in one.pieces])
            for one in record.motions
        ],
        attendance=[_attendance(one) for one in record.attendance],
        around=[AroundOut(**one.facts, quotation=[_piece(piece) for piece in pieces]) for one, pieces in record.around],
    )


def present_meeting(record: MeetingRecord) -> MeetingOut:
    """Present a meeting and its open items."""
    return MeetingOut(
        **_sitting(record.document, record.meeting),
        cancelled=record.meeting.cancelled,
        attendance=[_attendance(one) for one in record.attendance],
        items=[present_head(Place(record.document, record.meeting, item)) for item in record.items],
    )


def present_decisions(listed: DecisionList, filters: Filters, start: int) -> DecisionsOut:
    """Present a page of the list of decided items."""
    return DecisionsOut(
        filters=present_filters(filters),
        total=listed.total,
        start=start,
        items=[
            ItemDecisionsOut(**_place(item.place), decisions=[present_decision(one) for one in item.decisions])
            for item in listed.items
        ],
    )


def present_document(document: SourceDocument, meetings: Sequence[Meeting]) -> DocumentOut:
    """Present a document and the meetings that it records."""
    return DocumentOut(
        document_id=document.id,
        path=document.path,
        media=document.media,
        kind=document.kind.value,
        title=document.title.value,
        title_origin=document.title.origin.value,
        published=document.published.value,
        published_origin=document.published.origin.value,
        url=document.url,
        pages=document.page_count,
        meetings=[SittingOut(**_sitting(document, meeting)) for meeting in meetings],
    )


def present_page(document: SourceDocument, page: Page) -> PageOut:
    """Present a page as it was read."""
    return PageOut(
        document_id=document.id,
        path=document.path,
        number=page.number,
        pages=document.page_count,
        text=page.text,
        ocr=page.ocr,
    )


def present_facets(facets: Mapping[str, Sequence[FacetValue]]) -> FacetsOut:
    """Present the values that can be filtered by."""
    return FacetsOut(**{name: [FacetOut(value=one.value, items=one.items) for one in values] for name, values in facets.items()})


def present_status(manifest: Manifest, coverage: Coverage) -> StatusOut:
    """Present what is being served."""
    return StatusOut(
        generation=manifest.generation,
        committed=manifest.committed,
        format=manifest.format,
        reading=manifest.reading,
        model=manifest.model.name,
        dense_weight=manifest.dense_weight,
        counts=CountsOut(**asdict(manifest.counts)),
        coverage=present_coverage(coverage),
    )


def present_understood(applied: Applied) -> dict[str, Any]:
    """Present what was read from the words of a question, by the names of the wire."""
    return {
        "understood": [_chip(chip) for chip in applied.chips],
        "typed": [asdict(one) for one in applied.operators],
        "notices": [one.sentence for one in applied.refusals],
        "did_you_mean": applied.suggestion,
    }


def _chip(chip: Chip) -> ChipOut:
    return ChipOut(
        kind=chip.kind.value, label=chip.label, words=chip.words, applied=chip.firm, filters=present_filters(chip.filters)
    )


def present_result(rank: int, hit: ItemHit, passage: Citation, found: Found) -> ResultOut:
    """Present an agenda item found with its best passage, cut to the words of the question."""
    best = hit.chunks[0]
    snippet = [_shortened(piece, found.query.tokens) for piece in passage.pieces]
    written = dict.fromkeys(piece.text[at.start : at.end] for piece in snippet for at in piece.highlights)
    return ResultOut(
        **_place(hit.place),
        rank=rank,
        score=hit.score,
        snippet=snippet,
        decisions=[present_preview(limb) for limb in hit.place.item.limbs],
        matches=hit.place.item.id in found.matching,
        outside=hit.place.item.id in found.outside,
        why=WhyOut(
            legs=[leg for leg in LEGS if leg in best.offered],
            lexical=best.lexical,
            dense=best.dense,
            words=[word for word in written if _typed(word, found)],
            instead=[word for word in written if not _typed(word, found)],
            phrases=list(best.exact),
        ),
    )


def _typed(word: str, found: Found) -> bool:
    return not set(found.query.tokens).isdisjoint(tokens(word))


def present_preview(limb: DecisionLimb) -> LimbPreviewOut:
    """Present a clause in short."""
    return LimbPreviewOut(
        limb_id=limb.id,
        label=limb.label,
        force=limb.force.value,
        outcome=limb.outcome.value,
        printed_vote=limb.vote.printed if limb.vote else None,
    )


def present_decision(quoted: QuotedDecision, words: Sequence[str] = ()) -> DecisionOut:
    """Present a clause with its outcome and vote, the words asked for marked."""
    limb, vote = quoted.limb, quoted.limb.vote
    return DecisionOut(
        limb_id=limb.id,
        label=limb.label,
        minuted=[_piece(piece) for piece in quoted.minuted],
        text=quoted.citation.text,
        force=limb.force.value,
        outcome=limb.outcome.value,
        motion_kind=limb.motion_kind.value,
        cue=_piece(quoted.cue) if quoted.cue else None,
        printed_vote=vote.printed if vote else None,
        tally=_tally(vote.tally) if vote else None,
        unanimous=vote.unanimous if vote else False,
        casting=vote.casting if vote else False,
        mover=limb.mover,
        seconder=limb.seconder,
        recorded_vote=_recorded(vote.recorded) if vote else None,
        citation=present_citation(quoted.citation, words),
    )


def _tally(tally: Tally | None) -> TallyOut | None:
    return TallyOut(in_favour=tally.in_favour, against=tally.against, abstained=tally.abstained) if tally else None


def _recorded(vote: RecordedVote | None) -> RecordedVoteOut | None:
    if vote is None:
        return None
    return RecordedVoteOut(in_favour=list(vote.in_favour), against=list(vote.against), abstained=list(vote.abstained))


def present_citation(citation: Citation, words: Sequence[str] = ()) -> CitationOut:
    """Present a quotation and where it stands, the words asked for marked."""
    return CitationOut(
        **{**_place(citation.place), "page": citation.page},
        spans=[_span(piece.span) for piece in citation.pieces],
        quotation=[_piece(piece, marked(piece.text, words)) for piece in citation.pieces],
    )


def _span(span: SourceSpan) -> SpanOut:
    return SpanOut(page=span.page, start=span.start, end=span.end)


def _piece(piece: Piece, highlights: Sequence[Range] = ()) -> PieceOut:
    return PieceOut(
        page=piece.span.page,
        start=piece.span.start,
        end=piece.span.end,
        text=piece.text,
        highlights=[RangeOut(start=start, end=end) for start, end in highlights],
        ocr=piece.ocr,
    )


def _shortened(piece: Piece, words: Sequence[str]) -> PieceOut:
    begin, end = window(piece.text, marked(piece.text, words), SNIPPET)
    text = piece.text[begin:end]
    return PieceOut(
        page=piece.span.page,
        start=piece.span.start + begin,
        end=piece.span.start + end,
        text=text,
        highlights=[RangeOut(start=first, end=last) for first, last in marked(text, words)],
        ocr=piece.ocr,
    )


def _attendance(quoted: QuotedAttendance) -> AttendanceOut:
    attendance = quoted.attendance
    return AttendanceOut(
        name=attendance.name_as_printed,
        presence=attendance.presence.value,
        when=attendance.when,
        instead_of=attendance.instead_of,
        quotation=_piece(quoted.piece),
    )


def present_head(place: Place) -> ItemHeadOut:
    """Present which point of business it is, and where to open it."""
    return ItemHeadOut(**_place(place))


def _place(place: Place) -> dict[str, Any]:
    item = place.item
    return {
        **_sitting(place.document, place.meeting),
        "item_id": item.id,
        "number": item.number,
        "minute_number": item.minute_number,
        "title": item.title,
        "page": place.page,
        "url": place.url,
        "link": f"/v1/items/{item.id}",
    }


def _sitting(document: SourceDocument, meeting: Meeting) -> dict[str, Any]:
    return {
        "meeting_id": meeting.id,
        "document_id": document.id,
        "document": document.path,
        "council": meeting.council.value,
        "council_origin": meeting.council.origin.value,
        "body": meeting.body.value,
        "body_origin": meeting.body.origin.value,
        "date": meeting.date.value,
        "date_origin": meeting.date.origin.value,
        "record_state": meeting.record_state.value,
    }


def present_filters(filters: Filters) -> FiltersOut:
    """Present the filters in force."""
    return FiltersOut(
        councils=list(filters.councils),
        bodies=list(filters.bodies),
        since=filters.since,
        until=filters.until,
        kinds=[kind.value for kind in filters.kinds],
        outcomes=[outcome.value for outcome in filters.outcomes],
    )


def present_coverage(coverage: Coverage) -> CoverageOut:
    """Present what was there to be looked at."""
    return CoverageOut(
        meetings=coverage.meetings,
        undated=coverage.undated,
        councils=list(coverage.councils),
        bodies=list(coverage.bodies),
        earliest=coverage.earliest,
        latest=coverage.latest,
    )
