"""What may be asked about the thread of a matter in an address?

The parameters of `/v1/timeline`, as `parameters.py` has those of the others.
"""

from __future__ import annotations

from pydantic import Field

from search_api.parameters import AnswerParameters
from search_api.settings import MAX_TOP_K
from search_api.timeline import MOST


class TimelineParameters(AnswerParameters):
    """A question about a matter, what to look at, and how much of it."""

    k: int = Field(default=MOST, ge=1, le=MAX_TOP_K, description="How many agenda items at most.")
