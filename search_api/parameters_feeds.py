"""What may a feed be asked for in an address?

The parameters of `/v1/feeds/search`, as `parameters.py` has those of the others.
"""

from __future__ import annotations

from pydantic import Field

from search_api.parameters import MAX_VALUES
from search_api.parameters import FilterParameters
from search_api.parameters import Words


class FeedParameters(FilterParameters):
    """A question, if there is one, and what to look at. Without a question the newest decisions are listed."""

    q: str = Field(default="", description="The question or matter, at most 500 characters and 32 words; none lists decisions.")
    without: list[Words] = Field(
        default=[], max_length=MAX_VALUES, description="Words of the question from which no filter is to be read."
    )

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """What was asked for as (parameter, value), in one order whatever the order of the address."""
        found = self.model_dump(mode="json", exclude_defaults=True)
        listed = ((name, value if isinstance(value, list) else [value]) for name, value in sorted(found.items()))
        return tuple((name, one) for name, values in listed for one in values)
