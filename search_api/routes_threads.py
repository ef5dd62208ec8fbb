"""Which paths answer about the thread of a matter?

Routes like those of `routes.py`: each takes its parameters as a model, asks one function, and presents what it got.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Query

from search_api.applied import apply
from search_api.applied import today
from search_api.parameters import NoParameters
from search_api.parameters import RecordId
from search_api.parameters_threads import TimelineParameters
from search_api.present_threads import present_thread
from search_api.present_threads import present_timeline
from search_api.problems import declared
from search_api.query import check_filters
from search_api.routes import Current
from search_api.schemas_threads import ThreadOut
from search_api.schemas_threads import TimelineOut
from search_api.threads import thread as thread_of
from search_api.timeline import timeline as timeline_of

router = APIRouter()


@router.get("/v1/threads/{item_id}", tags=["records"], responses=declared(404, 422, 503))
def thread(item_id: RecordId, searcher: Current, _: Annotated[NoParameters, Query()]) -> ThreadOut:
    """Give the items of other meetings that belong together with one, in order of time, each with what shows it."""
    return present_thread(thread_of(searcher, item_id))


@router.get("/v1/timeline", tags=["questions"], responses=declared(400, 422, 503))
def timeline(asked: Annotated[TimelineParameters, Query()], searcher: Current) -> TimelineOut:
    """Give the matter that a question asks about, meeting by meeting, with the stretches on which nothing is held."""
    filters = check_filters(searcher.archive, asked.filters())
    applied = apply(searcher, asked.q, filters, asked.without, today())
    return present_timeline(timeline_of(searcher, asked.q, applied.filters, asked.k), applied)
