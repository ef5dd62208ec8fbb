"""What goes over the wire when something was searched for?

The reply of `/v1/search`: the agenda items found, in which order, and what they can be narrowed to. Plain models with every field
described, like `schemas.py`, whose parts it puts together with those of `schemas_state.py`. Imports nothing of ours but these.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from search_api.schemas import CoverageOut
from search_api.schemas import QueryOut
from search_api.schemas import ResultOut
from search_api.schemas import UnderstoodOut
from search_api.schemas_state import FacetsOut

OrderName = Literal["best", "newest", "oldest"]


class SearchOut(UnderstoodOut):
    """What was found for a question."""

    query: QueryOut = Field(description="The question as it was understood.")
    results: list[ResultOut] = Field(description="Agenda items in the order asked for, each once; by date, only those that match.")
    order: OrderName = Field(description="In which order they are: best match first, or by day with undated ones last.")
    total: int = Field(description="How many agenda items were candidates, before the list was cut.")
    matching: int = Field(description="How many of them really match: those counted in `facets` and listed by date.")
    facets: FacetsOut = Field(description="How many of those that match have each value that a search can be narrowed to.")
    weak: bool = Field(description="True where nothing matches well: the results are only the nearest there is.")
    coverage: CoverageOut = Field(description="What was looked at.")
    took_ms: float = Field(description="Time to search, in milliseconds; the only value that differs between two equal calls.")
