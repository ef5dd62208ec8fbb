"""What do the two paths that make something of several answers give?

The comparison in columns, and the briefing as a file to keep. Like `routes.py`: plain `def`, parameters as a model, one function
of the rooms below, errors not caught here. Nothing is stored: a POST is there because a list of questions has no place in an
address.
"""

from __future__ import annotations

from datetime import UTC
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter
from fastapi import Query
from fastapi import Response

from search_api.applied import today
from search_api.briefing.exporting import MEDIA
from search_api.briefing.exporting import export
from search_api.briefing.exporting import file_name
from search_api.briefing.gathering import Order
from search_api.briefing.gathering import gather
from search_api.comparing import columns_of
from search_api.comparing import compare
from search_api.parameters_briefing import BriefingAsked
from search_api.parameters_briefing import CompareParameters
from search_api.present_briefing import present_comparison
from search_api.problems import declared
from search_api.routes import Current
from search_api.schemas_briefing import CompareOut

router = APIRouter()

_FILE = {"description": "The file.", "content": {media: {} for media in MEDIA.values()}}


@router.get("/v1/compare", tags=["questions"], responses=declared(400, 422, 503))
def compare_columns(asked: Annotated[CompareParameters, Query()], searcher: Current) -> CompareOut:
    """Ask one question of two to six councils, or bodies, each by itself; a column without a record says so."""
    columns = columns_of(asked.council, asked.body)
    return present_comparison(compare(searcher, asked.q, columns, asked.filters(), today()))


@router.post(
    "/v1/briefing",
    tags=["questions"],
    response_class=Response,
    responses={200: _FILE, **declared(400, 404, 413, 422, 503)},
)
def briefing(asked: BriefingAsked, searcher: Current) -> Response:
    """Make a page of quotations with numbered citations: questions, items, or both, as Word, Markdown or a table."""
    order = Order(asked.title, tuple(asked.questions), tuple(asked.items))
    made = gather(searcher, order, datetime.now(UTC).replace(microsecond=0))
    named = f'attachment; filename="{file_name(asked.title, asked.format)}"'
    return Response(export(made, asked.format), media_type=MEDIA[asked.format], headers={"Content-Disposition": named})
