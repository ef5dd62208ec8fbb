"""How do the decisions of a meeting look on the wire?

Converts what `meeting_decisions.py` gives; the only file that fills `schemas_meeting.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from search_api.browsing import DecidedItem
from search_api.present import present_decision
from search_api.present import present_head
from search_api.schemas import ItemDecisionsOut
from search_api.schemas_meeting import MeetingDecisionsOut


def present_meeting_decisions(meeting_id: str, items: Sequence[DecidedItem]) -> MeetingDecisionsOut:
    """Present what a meeting decided."""
    return MeetingDecisionsOut(meeting_id=meeting_id, items=[_item(item) for item in items])


def _item(item: DecidedItem) -> ItemDecisionsOut:
    head = present_head(item.place).model_dump()
    return ItemDecisionsOut(**head, decisions=[present_decision(one) for one in item.decisions])
