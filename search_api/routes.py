"""Which paths are there, and what does each answer?

Plain `def` routes, since reading blocks: each runs on the thread pool with the Searcher of the newest generation. Every route takes
its parameters as a model, asks one function of the rooms below, and presents what it got. Errors are not caught here.
"""

from __future__ import annotations

from time import perf_counter
from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Query
from fastapi import Request

from index.passages import Filters
from search_api.answering import answer
from search_api.applied import Applied
from search_api.applied import apply
from search_api.applied import today
from search_api.browsing import best_passages
from search_api.browsing import list_decisions
from search_api.browsing import read_item
from search_api.browsing import read_meeting
from search_api.facets_found import counted
from search_api.parameters import AnswerParameters
from search_api.parameters import FilterParameters
from search_api.parameters import ListParameters
from search_api.parameters import NoParameters
from search_api.parameters import PageNumber
from search_api.parameters import PlainParameters
from search_api.parameters import RecordId
from search_api.parameters import SearchParameters
from search_api.places import find_documents
from search_api.places import find_meetings
from search_api.plain.lines import PlainLines
from search_api.present import present_answer
from search_api.present import present_decisions
from search_api.present import present_document
from search_api.present import present_facets
from search_api.present import present_item
from search_api.present import present_meeting
from search_api.present import present_page
from search_api.present import present_status
from search_api.present_found import present_search
from search_api.present_plain import present_plain
from search_api.present_plain import present_plain_state
from search_api.problems import declared
from search_api.query import check_filters
from search_api.query import parse_query
from search_api.schemas import AnswerOut
from search_api.schemas import DecisionsOut
from search_api.schemas import DocumentOut
from search_api.schemas import ItemOut
from search_api.schemas import MeetingOut
from search_api.schemas import PageOut
from search_api.schemas_found import SearchOut
from search_api.schemas_state import FacetsOut
from search_api.schemas_state import HealthOut
from search_api.schemas_state import PlainStateOut
from search_api.schemas_state import StatusOut
from search_api.search import Searcher
from search_api.snapshot import Snapshot

router = APIRouter()


def current_searcher(request: Request) -> Searcher:
    """Return the Searcher of the newest generation, which this request keeps to its end; raises the archive errors."""
    snapshot: Snapshot = request.app.state.snapshot
    return snapshot.current()


Current = Annotated[Searcher, Depends(current_searcher)]


def plain_lines(request: Request) -> PlainLines:
    """Return what gives and counts the lines in plain English."""
    lines: PlainLines = request.app.state.plain
    return lines


Plain = Annotated[PlainLines, Depends(plain_lines)]


@router.get("/v1/search", tags=["questions"], responses=declared(400, 422, 503))
def search(asked: Annotated[SearchParameters, Query()], searcher: Current) -> SearchOut:
    """Find agenda items, best first; what holds a quoted phrase or a reference number comes first, always. By date, only items that
    really match are listed. The facets count these. What matches the question but lies outside of the filters read from its own
    words comes after what lies within them.
    """
    began = perf_counter()
    applied = _applied(searcher, asked)
    found = searcher.search(parse_query(asked.q), applied.filters, asked.mode, asked.k, listed=asked.order, beyond=applied.beyond)
    passages = best_passages(searcher.archive.catalogue, found)
    facets = counted(searcher.archive.register.standing(found.matching).values())
    coverage = searcher.coverage(applied.filters)
    return present_search(found, passages, facets, coverage, applied, took_ms=1000 * (perf_counter() - began))


@router.get("/v1/answer", tags=["questions"], responses=declared(400, 422, 503))
def answer_question(asked: Annotated[PlainParameters, Query()], searcher: Current, lines: Plain) -> AnswerOut:
    """Answer a question in quotations, or say that these minutes hold no answer; the same question gives the same bytes, but for a
    line in plain English where one is asked for.
    """
    applied = _applied(searcher, asked)
    answered = answer(searcher, asked.q, applied.filters)
    return present_answer(answered, applied, present_plain(lines.line_of(answered) if asked.plain else None))


def _applied(searcher: Searcher, asked: AnswerParameters) -> Applied:
    filters = check_filters(searcher.archive, asked.filters())
    return apply(searcher, asked.q, filters, asked.without, today())


@router.get("/v1/items/{item_id}", tags=["records"], responses=declared(404, 422, 503))
def item(item_id: RecordId, searcher: Current, _: Annotated[NoParameters, Query()]) -> ItemOut:
    """Give one agenda item as published, with its decisions."""
    return present_item(read_item(searcher.archive, item_id))


@router.get("/v1/meetings/{meeting_id}", tags=["records"], responses=declared(404, 422, 503))
def meeting(meeting_id: RecordId, searcher: Current, _: Annotated[NoParameters, Query()]) -> MeetingOut:
    """Give one meeting, its attendance and its items in order."""
    return present_meeting(read_meeting(searcher.archive, meeting_id))


@router.get("/v1/decisions", tags=["records"], responses=declared(400, 422, 503))
def decisions(asked: Annotated[ListParameters, Query()], searcher: Current) -> DecisionsOut:
    """List decided agenda items, newest meeting first, each with its decisions."""
    filters = check_filters(searcher.archive, asked.filters())
    return present_decisions(list_decisions(searcher.archive, filters, asked.start, asked.count), filters, asked.start)


@router.get("/v1/documents/{document_id}", tags=["records"], responses=declared(404, 422, 503))
def document(document_id: RecordId, searcher: Current, _: Annotated[NoParameters, Query()]) -> DocumentOut:
    """Give one document and the meetings that it records."""
    (found,) = find_documents(searcher.archive.catalogue, [document_id])
    meeting_ids = searcher.archive.register.meeting_ids(document_id)
    return present_document(found, find_meetings(searcher.archive.catalogue, meeting_ids))


@router.get("/v1/documents/{document_id}/pages/{number}", tags=["records"], responses=declared(404, 422, 503))
def page(document_id: RecordId, number: PageNumber, searcher: Current, _: Annotated[NoParameters, Query()]) -> PageOut:
    """Give one page of a document as it was read; every span counts characters in its text."""
    (found,) = find_documents(searcher.archive.catalogue, [document_id])
    pages = searcher.archive.catalogue.pages([(document_id, number)])
    return present_page(found, pages[document_id, number])


@router.get("/v1/facets", tags=["records"], responses=declared(400, 422, 503))
def facets(asked: Annotated[FilterParameters, Query()], searcher: Current) -> FacetsOut:
    """Give the values that can be filtered by, with their numbers of agenda items within the filters."""
    return present_facets(searcher.archive.register.facets(check_filters(searcher.archive, asked.filters())))


@router.get("/v1/status", tags=["state"], responses=declared(422, 503))
def status(searcher: Current, _: Annotated[NoParameters, Query()]) -> StatusOut:
    """Say what is being served."""
    return present_status(searcher.archive.manifest, searcher.coverage(Filters()))


@router.get("/v1/plain", tags=["state"], responses=declared(422))
def plain(lines: Plain, _: Annotated[NoParameters, Query()]) -> PlainStateOut:
    """Say how many lines in plain English were shown and dropped since this process started."""
    return present_plain_state(lines)


@router.get("/health/live", tags=["state"], responses=declared())
def live() -> HealthOut:
    """Say that the process runs, whatever the state of the archive."""
    return HealthOut(status="live", generation=None)


@router.get("/health/ready", tags=["state"], responses=declared(503))
def ready(searcher: Current) -> HealthOut:
    """Say that questions can be answered, and from which generation; opens a newer one."""
    return HealthOut(status="ready", generation=searcher.archive.manifest.generation)
