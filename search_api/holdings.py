"""What is held, of whom, and where are the gaps?

Takes the list of meetings and the record of what was left out, gives for each council and body how many meetings are held, when,
recorded how, and the stretches on which no minutes are held. A gap is a fact about this archive alone: whether anybody met then,
nothing here says. Reads no page; what it found for a generation is kept for the next who asks.

    Holdings().of(archive, address) -> Held
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from itertools import pairwise
from statistics import median

from index.left_out import LeftOut
from index.manifest import Manifest
from index.opening import left_out_of
from index.ports import Archive
from index.ports import Sitting
from index.records import RecordState
from index.sources import DocumentKind

RECORDS = frozenset({DocumentKind.MINUTES, DocumentKind.DECISION})
"""What records a meeting; an agenda says that one was called, and a letter or a report not even that."""

LEAST_STEPS = 4
"""Steps from meeting to meeting that it takes to speak of a rhythm."""

TIMES_USUAL = 2.5
"""A step so many times the usual one is a gap: a month left out, as in August, is twice the usual and none."""

LEAST_EXCESS = 28
"""Days by which a gap is longer than the usual step: who meets every few days is not short of minutes after two weeks."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The days between two meetings whose minutes are held, on which none are; `usual` is the usual number of days between two."""

    since: date
    until: date
    usual: int

    @property
    def length(self) -> int:
        """Return how many days lie between the two meetings."""
        return (self.until - self.since).days


@dataclass(frozen=True, slots=True)
class YearHeld:
    """One year of a body: meetings whose minutes are held, and those of which there are only other papers."""

    year: int
    minuted: int
    papers: int


@dataclass(frozen=True, slots=True)
class BodyHeld:
    """What is held of one body. `minuted` meetings have minutes or a decision page, `papers` are agendas and the like alone."""

    body: str | None
    minuted: int
    papers: int
    undated: int
    first: date | None
    last: date | None
    years: tuple[YearHeld, ...]
    states: Mapping[RecordState, int]
    gaps: tuple[Gap, ...]

    @property
    def meetings(self) -> int:
        """Return how many records of meetings are held."""
        return self.minuted + self.papers


@dataclass(frozen=True, slots=True)
class CouncilHeld:
    """What is held of one council, body by body, most minutes first."""

    council: str | None
    bodies: tuple[BodyHeld, ...]

    @property
    def minuted(self) -> int:
        """Return how many of its meetings have minutes here."""
        return sum(body.minuted for body in self.bodies)

    @property
    def papers(self) -> int:
        """Return of how many there are only other papers."""
        return sum(body.papers for body in self.bodies)


@dataclass(frozen=True, slots=True)
class Held:
    """All that an archive holds, in figures; `left_out` is `None` where it was not noted for this generation."""

    manifest: Manifest
    councils: tuple[CouncilHeld, ...]
    kinds: Mapping[DocumentKind, int]
    newest: date | None
    left_out: LeftOut | None


class Holdings:
    """Counts each generation once; may be shared between threads, of which two may count at once and come to the same."""

    def __init__(self) -> None:
        self._counted: tuple[Manifest, tuple[CouncilHeld, ...], Mapping[DocumentKind, int]] | None = None

    def of(self, archive: Archive, address: str) -> Held:
        """Return what an archive holds; raises `DamagedArchiveError`."""
        manifest = archive.manifest
        counted = self._counted
        if counted is None or counted[0] != manifest:
            sittings = archive.register.sittings()
            counted = self._counted = (manifest, councils_of(sittings), kinds_of(sittings))
        _, councils, kinds = counted
        days = [body.last for council in councils for body in council.bodies if body.last]
        # read at every asking: an ingest that changes nothing may refuse other files than the one before
        return Held(manifest, councils, kinds, max(days, default=None), left_out_of(address, manifest.generation))


def kinds_of(sittings: Iterable[Sitting]) -> Mapping[DocumentKind, int]:
    """Return how many documents of each kind record these meetings."""
    return Counter({one.document_id: one.kind for one in sittings}.values())


def councils_of(sittings: Iterable[Sitting]) -> tuple[CouncilHeld, ...]:
    """Return what is held of each council, most minutes first."""
    ordered = sorted(sittings, key=lambda one: (one.council or "", one.body or ""))
    grouped = groupby(ordered, key=lambda one: one.council)
    councils = [CouncilHeld(council, _bodies(list(of_council))) for council, of_council in grouped]
    return tuple(sorted(councils, key=lambda one: (-one.minuted, -one.papers, one.council or "")))


def _bodies(ordered: Sequence[Sitting]) -> tuple[BodyHeld, ...]:
    bodies = [_body(body, list(of_body)) for body, of_body in groupby(ordered, key=lambda one: one.body)]
    return tuple(sorted(bodies, key=lambda one: (-one.minuted, -one.papers, one.body or "")))


def _body(body: str | None, sittings: Sequence[Sitting]) -> BodyHeld:
    days = sorted(one.day for one in sittings if one.day)
    minuted = [one for one in sittings if one.kind in RECORDS]
    return BodyHeld(
        body=body,
        minuted=len(minuted),
        papers=len(sittings) - len(minuted),
        undated=len(sittings) - len(days),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        years=_years(sittings),
        states=Counter(one.state for one in minuted),
        gaps=gaps_in([one.day for one in minuted if one.day]),
    )


def _years(sittings: Sequence[Sitting]) -> tuple[YearHeld, ...]:
    dated = [(one.day.year, one.kind in RECORDS) for one in sittings if one.day]
    counted = Counter(dated)
    return tuple(YearHeld(year, counted[year, True], counted[year, False]) for year in sorted({year for year, _ in dated}))


def gaps_in(days: Iterable[date]) -> tuple[Gap, ...]:
    """Return the steps between days that are much longer than the usual step, their median: more than `TIMES_USUAL` of it, and
    more than it by at least `LEAST_EXCESS` days. Fewer than `LEAST_STEPS` steps have no usual one.
    """
    steps = list(pairwise(sorted(set(days))))
    if len(steps) < LEAST_STEPS:
        return ()
    usual = median((after - before).days for before, after in steps)
    least = max(TIMES_USUAL * usual, usual + LEAST_EXCESS)
    return tuple(Gap(before, after, round(usual)) for before, after in steps if (after - before).days >= least)
