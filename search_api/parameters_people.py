"""What may be asked about votes and people in an address?

The parameters of these paths, as `parameters.py` has those of the others. A name is taken as typed: which printed names
it may stand for is for the archive to say.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Path
from pydantic import Field

from index.passages import Filters
from index.sources import DocumentKind
from search_api.parameters import MAX_VALUES
from search_api.parameters import ListParameters
from search_api.parameters import Parameters

MAX_NAME = 200
"""Most characters of a name."""

TypedName = Annotated[str, Field(min_length=1, max_length=MAX_NAME)]
PrintedName = Annotated[
    str, Path(min_length=1, max_length=MAX_NAME, description="A name, letter by letter as /v1/people?name= lists it.")
]


class VoteParameters(ListParameters):
    """Which votes to list, and which page of them."""

    member: TypedName | None = Field(
        default=None,
        description="A name as typed: only recorded votes that print a name for which it may stand. Titles, case and accents do "
        "not count, an initial stands for a name that begins with it.",
    )
    recorded: bool = Field(default=False, description="Whether only votes are listed that name voters, be it on one side.")


class PersonParameters(Parameters):
    """Whose minutes to look at, and which page of every list; each filter left out means anything."""

    council: list[str] = Field(default=[], max_length=MAX_VALUES, description="Councils, as /v1/facets lists them.")
    body: list[str] = Field(default=[], max_length=MAX_VALUES, description="Bodies, as /v1/facets lists them.")
    since: date | None = Field(default=None, description="First day; meetings without a stated date lie in no range.")
    until: date | None = Field(default=None, description="Last day, itself included.")
    kind: list[DocumentKind] = Field(default=[], max_length=MAX_VALUES, description="Kinds of document.")
    start: int = Field(default=0, ge=0, le=10_000_000, description="How many rows to skip.")
    count: int = Field(default=20, ge=1, le=100, description="How many rows to give.")

    def filters(self) -> Filters:
        """Return the filters asked for."""
        return Filters(tuple(self.council), tuple(self.body), self.since, self.until, tuple(self.kind))


class NameParameters(PersonParameters):
    """A name as typed, and where to look for it."""

    name: TypedName = Field(description="A name as typed; names that have all its words are listed, as printed.")
