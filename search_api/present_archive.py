"""How does what is held become what goes over the wire?

The only place that fills `schemas_archive.py`.
"""

from __future__ import annotations

from dataclasses import asdict

from index.left_out import LeftOut
from index.left_out import Shortfall
from index.records import RecordState
from search_api.holdings import BodyHeld
from search_api.holdings import Held
from search_api.schemas_archive import ArchiveOut
from search_api.schemas_archive import BodyHeldOut
from search_api.schemas_archive import CouncilHeldOut
from search_api.schemas_archive import HeldGapOut
from search_api.schemas_archive import KindHeldOut
from search_api.schemas_archive import LeftOutOut
from search_api.schemas_archive import ShortfallOut
from search_api.schemas_archive import StatesOut
from search_api.schemas_archive import YearHeldOut
from search_api.schemas_state import CountsOut


def present_archive(held: Held) -> ArchiveOut:
    """Present what is held."""
    return ArchiveOut(
        generation=held.manifest.generation,
        committed=held.manifest.committed,
        newest=held.newest,
        counts=CountsOut(**asdict(held.manifest.counts)),
        kinds=[
            KindHeldOut(kind=kind.value, documents=documents)
            for kind, documents in sorted(held.kinds.items(), key=lambda pair: (-pair[1], pair[0]))
        ],
        councils=[
            CouncilHeldOut(council=one.council, minuted=one.minuted, papers=one.papers, bodies=[_body(body) for body in one.bodies])
            for one in held.councils
        ],
        left_out=_left_out(held.left_out) if held.left_out else None,
    )


def _body(held: BodyHeld) -> BodyHeldOut:
    return BodyHeldOut(
        body=held.body,
        minuted=held.minuted,
        papers=held.papers,
        undated=held.undated,
        first=held.first,
        last=held.last,
        years=[YearHeldOut(year=one.year, minuted=one.minuted, papers=one.papers) for one in held.years],
        states=StatesOut(
            draft=held.states.get(RecordState.DRAFT, 0),
            confirmed=held.states.get(RecordState.CONFIRMED, 0),
            corrected=held.states.get(RecordState.CORRECTED, 0),
            not_stated=held.states.get(RecordState.NOT_STATED, 0),
        ),
        gaps=[HeldGapOut(since=gap.since, until=gap.until, days=gap.length, usual=gap.usual) for gap in held.gaps],
    )


def _left_out(left_out: LeftOut) -> LeftOutOut:
    return LeftOutOut(
        refused=[_shortfall(one) for one in left_out.refused],
        unread=[_shortfall(one) for one in left_out.unread],
        withheld_documents=left_out.withheld_documents,
        whole=left_out.whole,
    )


def _shortfall(one: Shortfall) -> ShortfallOut:
    return ShortfallOut(path=one.path, reason=one.reason, remedy=one.remedy)
