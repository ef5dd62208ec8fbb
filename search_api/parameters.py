"""What may be asked for in an address?

The parameters of each path as models, unknown names refused with the names that are known. The filters are the same on every path
that has them. Values are checked for shape here; whether a council or body is held is for `query.check_filters` to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated
from typing import Any

from fastapi import Path
from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import Field
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from index.passages import Filters
from index.records import Outcome
from index.sources import DocumentKind
from search_api.found import Mode
from search_api.ordering import Order
from search_api.query import MAX_CHARACTERS
from search_api.settings import MAX_TOP_K

ALLOWED: Mapping[str, tuple[str, ...]] = {
    "mode": tuple(Mode),
    "order": tuple(Order),
    "kind": tuple(DocumentKind),
    "outcome": tuple(Outcome),
}
"""The values of each parameter that has a fixed list of them."""

MAX_VALUES = 20
"""Most values that one filter may be given."""

Words = Annotated[str, Field(max_length=MAX_CHARACTERS)]
RecordId = Annotated[str, Path(min_length=1, max_length=60, description="An id from a reply of this API.")]
PageNumber = Annotated[int, Path(ge=1, le=1_000_000, description="Page number, from 1.")]


class Parameters(BaseModel):
    """Base of all parameters: a name that is not known is refused, since a misspelt filter would silently filter nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def known_names_only(cls, given: dict[str, Any]) -> dict[str, Any]:
        """Refuse the first unknown name and list the known ones."""
        for name in given:
            if name not in cls.model_fields:
                known = list(cls.model_fields)
                listed = ", ".join(known) or "none"
                raise PydanticCustomError(
                    "unknown_parameter",
                    "unknown parameter {name}; this path takes {listed}",
                    {"name": repr(name), "listed": listed, "allowed": known},
                )
        return given


class NoParameters(Parameters):
    """A path that takes no parameters."""


class FilterParameters(Parameters):
    """What to look at; each left out means anything."""

    council: list[str] = Field(default=[], max_length=MAX_VALUES, description="Councils, as /v1/facets lists them.")
    body: list[str] = Field(default=[], max_length=MAX_VALUES, description="Bodies, as /v1/facets lists them.")
    since: date | None = Field(
        default=None, description="First day, as 2020-09-02. Meetings without a stated date lie in no range."
    )
    until: date | None = Field(default=None, description="Last day, itself included.")
    kind: list[DocumentKind] = Field(default=[], max_length=MAX_VALUES, description="Kinds of document.")
    outcome: list[Outcome] = Field(default=[], max_length=MAX_VALUES, description="Outcomes of which an item must have one.")

    def filters(self) -> Filters:
        """Return the filters asked for."""
        return Filters(
            councils=tuple(self.council),
            bodies=tuple(self.body),
            since=self.since,
            until=self.until,
            kinds=tuple(self.kind),
            outcomes=tuple(self.outcome),
        )


class AnswerParameters(FilterParameters):
    """A question and what to look at."""

    q: str = Field(description='The question, at most 500 characters and 32 words. "Double quotes" ask for a phrase.')
    without: list[Words] = Field(
        default=[], max_length=MAX_VALUES, description="Words of the question from which no filter is to be read."
    )


class PlainParameters(AnswerParameters):
    """A question, what to look at, and whether a line in plain English is wanted."""

    plain: bool = Field(default=False, description="Whether to ask the configured language model for a checked line.")


class SearchParameters(AnswerParameters):
    """A question, what to look at, and how."""

    mode: Mode = Field(default=Mode.HYBRID, description="Which searches run.")
    order: Order = Field(default=Order.BEST, description="Best match first, or what matches by the day of its meeting.")
    k: int | None = Field(default=None, ge=1, le=MAX_TOP_K, description="How many agenda items; the settings say the default.")


class ListParameters(FilterParameters):
    """What to list, and which page of it."""

    start: int = Field(default=0, ge=0, le=10_000_000, description="How many items to skip.")
    count: int = Field(default=20, ge=1, le=100, description="How many items to give.")
