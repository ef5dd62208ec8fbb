"""What might the API say about what is held, and of a file that is read?

Replies of `/v1/archive` and `/v1/readings`, as `canned.py` has those of other paths.
"""

from __future__ import annotations

from datetime import date

from search_api.schemas_archive import ArchiveOut
from search_api.schemas_archive import BodyHeldOut
from search_api.schemas_archive import CouncilHeldOut
from search_api.schemas_archive import HeldGapOut
from search_api.schemas_archive import KindHeldOut
from search_api.schemas_archive import LeftOutOut
from search_api.schemas_archive import ShortfallOut
from search_api.schemas_archive import StatesOut
from search_api.schemas_archive import YearHeldOut
from search_api.schemas_reading import ReadingLineOut
from search_api.schemas_reading import ReadingOut
from search_api.schemas_reading import ReadItemOut
from search_api.schemas_reading import ReadMeetingOut
from search_api.schemas_reading import RefusedOut
from search_api.schemas_reading import StepOut
from search_api.schemas_state import CountsOut
from tests.ui.web import canned

GAP = HeldGapOut(since=date(2020, 3, 4), until=date(2021, 9, 8), days=553, usual=28)
LOCKED = ShortfallOut(
    path="cabinet/locked.pdf", reason="is locked with a password", remedy="save a copy without one and ingest that"
)


def body(name: str | None = "Cabinet", **changes: object) -> BodyHeldOut:
    fields: dict[str, object] = {
        "body": name,
        "minuted": 14,
        "papers": 3,
        "undated": 1,
        "first": date(2019, 6, 11),
        "last": date(2021, 9, 8),
        "years": [YearHeldOut(year=2019, minuted=4, papers=0), YearHeldOut(year=2021, minuted=9, papers=3)],
        "states": StatesOut(draft=2, confirmed=1, corrected=1, not_stated=10),
        "gaps": [GAP],
    }
    return BodyHeldOut.model_validate(fields | changes)


def council(name: str | None = "Aldermere Borough Council", *bodies: BodyHeldOut) -> CouncilHeldOut:
    held = list(bodies) or [body()]
    return CouncilHeldOut(
        council=name, minuted=sum(one.minuted for one in held), papers=sum(one.papers for one in held), bodies=held
    )


def left_out(**changes: object) -> LeftOutOut:
    fields: dict[str, object] = {"refused": [LOCKED], "unread": [], "withheld_documents": 1, "whole": True}
    return LeftOutOut.model_validate(fields | changes)


def archive(*councils: CouncilHeldOut, **changes: object) -> ArchiveOut:
    fields: dict[str, object] = {
        "generation": 3,
        "committed": "2024-01-02T03:04:05+00:00",
        "newest": date(2021, 9, 8),
        "counts": CountsOut(documents=17, pages=60, meetings=17, items=120, limbs=80, chunks=300, withheld=4, unclear=2),
        "kinds": [KindHeldOut(kind="minutes", documents=14), KindHeldOut(kind="agenda", documents=3)],
        "councils": list(councils) or [council()],
        "left_out": left_out(),
    }
    return ArchiveOut.model_validate(fields | changes)


def read_item(**changes: object) -> ReadItemOut:
    fields: dict[str, object] = {
        "number": "26",
        "minute_number": None,
        "title": "Shared Services",
        "text": [canned.piece("The three approaches were considered")],
        "decisions": [canned.approach_three(), canned.none_of_them()],
        "motions": [],
        "unclear": 0,
    }
    return ReadItemOut.model_validate(fields | changes)


def reading(*items: ReadItemOut, **changes: object) -> ReadingOut:
    sitting = {name: value for name, value in canned.head_fields().items() if name in ReadMeetingOut.model_fields}
    fields: dict[str, object] = {
        "kind": "minutes",
        "pages": 3,
        "meetings": [ReadMeetingOut.model_validate({**sitting, "items": list(items) or [read_item()]})],
        "withheld_items": 0,
        "withheld": False,
        "unread": [],
    }
    return ReadingOut.model_validate(fields | changes)


def told(last: ReadingLineOut) -> str:
    """The whole reply of a reading, one line a step."""
    steps = [
        StepOut(stage="opened", done=0, total=None),
        StepOut(stage="page", done=1, total=1),
        StepOut(stage="items", done=1, total=None),
    ]
    lines = [*(ReadingLineOut(step=step) for step in steps), last]
    return "".join(line.model_dump_json(by_alias=True) + "\n" for line in lines)


REFUSED = RefusedOut(reason="is locked with a password", remedy="save a copy without one and ingest that")
