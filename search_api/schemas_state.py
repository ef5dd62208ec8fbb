"""What goes over the wire beside questions and records?

The replies that tell what can be filtered by, what is being served and what went wrong; like `schemas.py`, whose base and coverage
they share, plain models with every field described. Imports nothing of ours but that.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from search_api.schemas import CoverageOut
from search_api.schemas import Wire


class FacetOut(Wire):
    """One value to filter by."""

    value: str = Field(description="The value.")
    items: int = Field(description="How many agenda items have it.")


class FacetsOut(Wire):
    """The values that can be filtered by, most items first."""

    council: list[FacetOut] = Field(description="Councils.")
    body: list[FacetOut] = Field(description="Bodies.")
    year: list[FacetOut] = Field(description="Years of stated dates.")
    kind: list[FacetOut] = Field(description="Kinds of document.")
    outcome: list[FacetOut] = Field(description="Outcomes.")


class CountsOut(Wire):
    """How much the archive holds."""

    documents: int = Field(description="Documents.")
    pages: int = Field(description="Pages.")
    meetings: int = Field(description="Meetings.")
    items: int = Field(description="Agenda items.")
    limbs: int = Field(description="Clauses of decisions.")
    chunks: int = Field(description="Passages in the index.")
    withheld: int = Field(description="Agenda items left out because they are not open.")
    unclear: int = Field(description="Facts that no rule was sure of, and that are shown as unclear.")


class StatusOut(Wire):
    """What is being served."""

    generation: int = Field(description="Number of the committed state of the archive.")
    committed: str = Field(description="When it was committed, ISO 8601, UTC.")
    format: int = Field(description="Format of the archive on disk.")
    reading: str = Field(description="Version of the reading rules that made it.")
    model: str = Field(description="Model that made the vectors.")
    dense_weight: float = Field(description="Weight of the embedding leg in a hybrid search.")
    counts: CountsOut = Field(description="How much the archive holds.")
    coverage: CoverageOut = Field(description="Whose meetings, and between which dates.")


class PlainStateOut(Wire):
    """What became of the lines in plain English since this process started."""

    configured: bool = Field(description="Whether an endpoint is configured; without one no model is ever asked.")
    shown: int = Field(description="Lines that passed the check.")
    dropped: dict[str, int] = Field(description="Lines that were not shown, by reason; empty where there were none.")


class HealthOut(Wire):
    """The process is there; with `ready`, it can answer."""

    status: Literal["live", "ready"] = Field(description="`live`: the process runs. `ready`: an archive is open.")
    generation: int | None = Field(description="The generation being served; null for `live`.")


class ProblemOut(Wire):
    """The one shape of every error (RFC 9457, `application/problem+json`)."""

    type: str = Field(description="A name for this kind of problem, as a URN that does not change.")
    title: str = Field(description="The kind of problem in a few words.")
    status: int = Field(description="The HTTP status, again.")
    detail: str = Field(description="What happened and what to do about it.")
    allowed: list[str] | None = Field(description="What would have been accepted; null where that is not a list.")
    request_id: str = Field(description="Id of this request, also in the X-Request-Id header.")
