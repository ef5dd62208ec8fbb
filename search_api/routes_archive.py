"""Which path says what is held?

A route like those of `routes.py`.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Query
from fastapi import Request

from search_api.holdings import Holdings
from search_api.parameters import NoParameters
from search_api.present_archive import present_archive
from search_api.problems import declared
from search_api.routes import Current
from search_api.schemas_archive import ArchiveOut
from search_api.snapshot import Snapshot

router = APIRouter()


@router.get("/v1/archive", tags=["state"], responses=declared(422, 503))
def archive(request: Request, searcher: Current, _: Annotated[NoParameters, Query()]) -> ArchiveOut:
    """Say what is held of each council and body, where the gaps are, and what was left out and why."""
    snapshot: Snapshot = request.app.state.snapshot
    holdings: Holdings = request.app.state.holdings
    return present_archive(holdings.of(searcher.archive, snapshot.address))
