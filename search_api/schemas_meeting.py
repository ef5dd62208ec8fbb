"""What goes over the wire about all that a meeting decided?

The reply of `/v1/meetings/{meeting_id}/decisions`, made of models of `schemas.py`. Imports nothing of ours but those;
`present_meeting.py` is the one place that fills it.
"""

from __future__ import annotations

from pydantic import Field

from search_api.schemas import ItemDecisionsOut
from search_api.schemas import Wire


class MeetingDecisionsOut(Wire):
    """What was decided at a meeting, and what was lost there."""

    meeting_id: str = Field(description="Id of the meeting.")
    items: list[ItemDecisionsOut] = Field(
        description="Its agenda items with decisions, and the clauses of each, in printed order, lost ones in their place."
    )
