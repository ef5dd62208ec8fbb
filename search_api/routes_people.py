"""Which paths answer about votes and people?

Routes like those of `routes.py`: each takes its parameters as a model, asks one function, and presents what it got.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Query

from search_api.parameters_people import NameParameters
from search_api.parameters_people import PersonParameters
from search_api.parameters_people import PrintedName
from search_api.parameters_people import VoteParameters
from search_api.people import read_person
from search_api.present_people import present_names
from search_api.present_people import present_person
from search_api.present_people import present_votes
from search_api.problems import declared
from search_api.query import check_filters
from search_api.routes import Current
from search_api.schemas_people import NamesOut
from search_api.schemas_people import PersonOut
from search_api.schemas_people import VotesOut
from search_api.votes import list_votes

router = APIRouter()


@router.get("/v1/votes", tags=["records"], responses=declared(400, 422, 503))
def votes(asked: Annotated[VoteParameters, Query()], searcher: Current) -> VotesOut:
    """List the votes printed in the minutes, newest meeting first, each with the clause it was taken on."""
    filters = check_filters(searcher.archive, asked.filters())
    listed = list_votes(searcher.archive, filters, asked.start, asked.count, member=asked.member, recorded=asked.recorded)
    return present_votes(listed, filters, asked.start, member=asked.member, recorded=asked.recorded)


@router.get("/v1/people", tags=["records"], responses=declared(400, 422, 503))
def names(asked: Annotated[NameParameters, Query()], searcher: Current) -> NamesOut:
    """List the names printed in the minutes for which a typed one may stand, with how often and as what."""
    filters = check_filters(searcher.archive, asked.filters())
    listed = searcher.archive.rolls.names(asked.name, filters, asked.start, asked.count)
    return present_names(listed, asked.name, filters, asked.start)


@router.get("/v1/people/{name:path}", tags=["records"], responses=declared(400, 404, 422, 503))
def person(name: PrintedName, asked: Annotated[PersonParameters, Query()], searcher: Current) -> PersonOut:
    """Give what one name, letter by letter as printed, moved, seconded, said, voted, attended, declared and undertook."""
    filters = check_filters(searcher.archive, asked.filters())
    return present_person(read_person(searcher.archive, name, filters, asked.start, asked.count), filters, asked.start)
