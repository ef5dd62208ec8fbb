"""Which paths lead a person to a record?

One page of plain HTML for each agenda item, decision and meeting, and the first page. Like `routes.py`: plain `def`, one function
of the rooms below, errors not caught in a route; an id that is not held and an archive that cannot be read become pages too.
Parameters in an address are passed over: mail programs add their own. Not in /openapi.json, which is for programs.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Coroutine
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from fastapi import Request
from fastapi import Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute

from index.errors import ArchiveError
from index.errors import UnknownRecordError
from index.ids import item_of
from search_api.browsing import read_item
from search_api.browsing import read_meeting
from search_api.parameters import RecordId
from search_api.permalinks.decision_page import decision_page
from search_api.permalinks.frame import HEADERS
from search_api.permalinks.frame import Leaf
from search_api.permalinks.frame import framed
from search_api.permalinks.item_page import item_page
from search_api.permalinks.meeting_page import meeting_page
from search_api.permalinks.notices import first
from search_api.permalinks.notices import not_held
from search_api.permalinks.notices import not_ready
from search_api.present import present_item
from search_api.present import present_meeting
from search_api.present_permalinks import present_beside
from search_api.present_permalinks import present_limbs
from search_api.public import public_base
from search_api.routes import Current
from search_api.unchanged import unless_held

MEDIA = "text/html; charset=utf-8"
_KEPT = {**HEADERS, "Cache-Control": "no-cache"}

Answer = Callable[[Request], Coroutine[Any, Any, Response]]


class _PageRoute(APIRoute):
    """A route whose refusals are pages."""

    def get_route_handler(self) -> Answer:
        """Return what answers a request, with errors known to the archive as pages."""
        answer = super().get_route_handler()

        async def page(request: Request) -> Response:
            try:
                return await answer(request)
            except (UnknownRecordError, RequestValidationError):
                kind = {"items": "agenda item", "decisions": "decision"}.get(self.path.split("/")[1], "meeting")
                return _refusal(not_held(kind), HTTPStatus.NOT_FOUND)
            except ArchiveError:
                return _refusal(not_ready(), HTTPStatus.SERVICE_UNAVAILABLE)

        return page


router = APIRouter(route_class=_PageRoute, default_response_class=Response, include_in_schema=False)


@router.head("/items/{item_id}")
@router.get("/items/{item_id}")
def item(item_id: RecordId, request: Request, searcher: Current) -> Response:
    """Give the page of an agenda item."""
    record = read_item(searcher.archive, item_id)
    return _page(request, item_page(present_item(record), present_beside(record.place), public_base(request)))


@router.head("/decisions/{limb_id}")
@router.get("/decisions/{limb_id}")
def decision(limb_id: RecordId, request: Request, searcher: Current) -> Response:
    """Give the page of one clause of a decision."""
    clauses = present_item(read_item(searcher.archive, item_of(limb_id))).decisions
    for clause in clauses:
        if clause.limb_id == limb_id:
            return _page(request, decision_page(clause, clauses, public_base(request)))
    raise UnknownRecordError("decision", limb_id)


@router.head("/meetings/{meeting_id}")
@router.get("/meetings/{meeting_id}")
def meeting(meeting_id: RecordId, request: Request, searcher: Current) -> Response:
    """Give the page of a meeting."""
    record = read_meeting(searcher.archive, meeting_id)
    leaf = meeting_page(present_meeting(record), present_limbs(record.items), record.document.url, public_base(request))
    return _page(request, leaf)


@router.head("/")
@router.get("/")
def home(request: Request) -> Response:
    """Say what is at this address."""
    return unless_held(request, framed(first(), home="./"), MEDIA, _KEPT)


def _page(request: Request, leaf: Leaf) -> Response:
    return unless_held(request, framed(leaf), MEDIA, _KEPT)


def _refusal(leaf: Leaf, status: HTTPStatus) -> Response:
    return Response(framed(leaf), status, media_type=MEDIA, headers=HEADERS)
