"""Which path tells what a whole meeting decided?

One route beside those of `routes.py`: takes an id, asks one function, presents what it got.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Query

from search_api.meeting_decisions import decisions_of_meeting
from search_api.parameters import NoParameters
from search_api.parameters import RecordId
from search_api.present_meeting import present_meeting_decisions
from search_api.problems import declared
from search_api.routes import Current
from search_api.schemas_meeting import MeetingDecisionsOut

router = APIRouter()


@router.get("/v1/meetings/{meeting_id}/decisions", tags=["records"], responses=declared(404, 422, 503))
def meeting_decisions(meeting_id: RecordId, searcher: Current, _: Annotated[NoParameters, Query()]) -> MeetingDecisionsOut:
    """Give all that a meeting decided, item by item, each clause quoted, and what was lost in its place."""
    return present_meeting_decisions(meeting_id, decisions_of_meeting(searcher.archive, meeting_id))
