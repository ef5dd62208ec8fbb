"""What might the API say of a meeting, of the matter of an item, and of a document?

Like `canned.py`, whose item they belong to.
"""

from __future__ import annotations

from datetime import date

from search_api.schemas import DecisionOut
from search_api.schemas import DocumentOut
from search_api.schemas import ItemDecisionsOut
from search_api.schemas import ItemHeadOut
from search_api.schemas import MeetingOut
from search_api.schemas import SittingOut
from search_api.schemas_meeting import MeetingDecisionsOut
from search_api.schemas_threads import LinkOut
from search_api.schemas_threads import ThreadOut
from tests.ui.web import canned

MEETING_ID = "d0123456789ab-m1"
SITTING = {name: value for name, value in canned.head_fields().items() if name in SittingOut.model_fields}


def heads() -> list[ItemHeadOut]:
    """Three items, the middle one being that of `canned.item`."""
    return [
        canned.head(item_id=f"{MEETING_ID}-i02", number="20.", title="MINUTES", page=1),
        canned.head(),
        canned.head(item_id=f"{MEETING_ID}-i04", number=None, title=None, page=3),
    ]


def meeting(**changes: object) -> MeetingOut:
    """The meeting of the item."""
    people = [canned.person("Lomax", "present"), canned.person("Crake", "apologies")]
    return MeetingOut.model_validate(SITTING | {"cancelled": False, "attendance": people, "items": heads()} | changes)


def decided(*decisions: DecisionOut) -> MeetingDecisionsOut:
    """What was decided on the middle item."""
    clauses = list(decisions) or [canned.none_of_them(), canned.approach_three()]
    item = ItemDecisionsOut.model_validate(canned.head_fields() | {"decisions": clauses})
    return MeetingDecisionsOut(meeting_id=MEETING_ID, items=[item])


def document(**changes: object) -> DocumentOut:
    """The document that records the meeting."""
    fields: dict[str, object] = {
        "document_id": "d0123456789ab",
        "path": "joint-committee/2020-10-20 Minutes.pdf",
        "media": "application/pdf",
        "kind": "minutes",
        "title": None,
        "title_origin": "not stated",
        "published": None,
        "published_origin": "not stated",
        "url": None,
        "pages": 4,
        "meetings": [SittingOut.model_validate(SITTING)],
    }
    return DocumentOut.model_validate(fields | changes)


def link(number: int, confidence: float = 0.7, kind: str = "same title", **changes: object) -> LinkOut:
    """A linked item of another meeting."""
    there = {"item_id": f"d{number:012d}-m1-i01", "title": f"SHARED POST {number}"} | changes
    return LinkOut.model_validate(
        {
            "head": canned.head(**there),
            "kind": kind,
            "confidence": confidence,
            "evidence": canned.citation(canned.piece(f"Shared post {number}", start=5), **there),
            "decisions": [canned.none_of_them()],
        }
    )


def thread(*links: LinkOut) -> ThreadOut:
    """The item and what is linked with it; where none is given, four others, two before it and two after."""
    years = (2018, 2019, 2021, 2022)
    usual = [link(year, date=date(year, 3, 4)) for year in years]
    return ThreadOut(item=canned.head(), decisions=[canned.approach_three()], links=list(links) or usual)
