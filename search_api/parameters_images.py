"""What may be asked for about the picture of a page?

The passages to mark, each by its first character and one past its last, as spans of `/v1/documents/{id}/pages/{n}` have them.
"""

from __future__ import annotations

from typing import Annotated
from typing import Self

from pydantic import Field
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from search_api.parameters import Parameters

MOST_PASSAGES = 60
"""Most passages that are marked on one page; a page of minutes holds fewer clauses."""

Characters = Annotated[int, Field(ge=0, le=10_000_000)]


class ImageParameters(Parameters):
    """What to mark on the page; nothing gives the page as it is."""

    start: list[Characters] = Field(
        default=[], max_length=MOST_PASSAGES, description="First character of each passage, counted from 0 in the page's text."
    )
    end: list[Characters] = Field(default=[], max_length=MOST_PASSAGES, description="One past the last character of each.")

    @model_validator(mode="after")
    def in_pairs(self) -> Self:
        """Refuse a start without an end, and an end that does not come after its start."""
        if len(self.start) != len(self.end) or any(start >= end for start, end in self.passages()):
            raise PydanticCustomError("bad_passages", "each start needs an end after it, in the same order")
        return self

    def passages(self) -> tuple[tuple[int, int], ...]:
        """Return the passages, in order."""
        return tuple(zip(self.start, self.end, strict=False))
