"""Who is printed on an agenda item, and as what?

Takes an item and gives every name on it, as printed, with what the person did there and which record of the item says so: the
index that votes and people are looked up by. Never tells people apart and never takes two spellings for one: a name is its letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from index.people import names_in
from index.records import AgendaItem
from index.records import DecisionLimb
from index.records import Motion
from index.restriction import may_be_indexed


class Role(StrEnum):
    """As what a name is printed."""

    MOVED = "moved"
    SECONDED = "seconded"
    SPOKE = "spoke"
    VOTED = "voted"
    ATTENDED = "attended"
    DECLARED = "declared"
    UNDERTOOK = "undertook"


@dataclass(frozen=True, slots=True)
class Printed:
    """A name as printed on an item; `place` counts from 0 among the records of the item that the role is read from.

    These are `proposals_of` for who moved or seconded; else the limbs, speakers, attendance, interests or undertakings.
    """

    role: Role
    place: int
    name: str


def printed_names(item: AgendaItem) -> tuple[Printed, ...]:
    """Return every name on an item with its role and place, each once; an item that is not open has none."""
    return tuple(dict.fromkeys(_printed(item))) if may_be_indexed(item.restriction) else ()


def votes_of(item: AgendaItem) -> tuple[tuple[int, DecisionLimb], ...]:
    """Return the limbs on which a vote is printed, each with its place; an item that is not open has none."""
    placed = tuple(enumerate(item.limbs)) if may_be_indexed(item.restriction) else ()
    return tuple((place, limb) for place, limb in placed if limb.vote is not None)


def names_voters(limb: DecisionLimb) -> bool:
    """Return whether the vote on a limb is recorded: printed with the names of those who voted."""
    recorded = limb.vote.recorded if limb.vote else None
    return recorded is not None and bool(recorded.in_favour or recorded.against or recorded.abstained)


def proposals_of(item: AgendaItem) -> tuple[DecisionLimb | Motion, ...]:
    """Return what was or may have been moved on an item: its limbs, then the motions whose fate is not printed."""
    return (*item.limbs, *item.motions)


def _printed(item: AgendaItem) -> Iterator[Printed]:
    for place, proposal in enumerate(proposals_of(item)):
        for role, name in ((Role.MOVED, proposal.mover), (Role.SECONDED, proposal.seconder)):
            yield from (Printed(role, place, one) for one in names_in(name or ""))
    for place, speaker in enumerate(item.speakers):
        yield from (Printed(Role.SPOKE, place, one) for one in names_in(speaker.name_as_printed))
    for place, promise in enumerate(item.undertakings):
        yield from (Printed(Role.UNDERTOOK, place, one) for one in names_in(promise.who_as_printed or ""))
    yield from (Printed(Role.ATTENDED, place, one.name_as_printed) for place, one in enumerate(item.attendance))
    yield from (Printed(Role.DECLARED, place, one.name_as_printed) for place, one in enumerate(item.interests))
    for place, limb in votes_of(item):
        recorded = limb.vote.recorded if limb.vote else None
        sides = (recorded.in_favour, recorded.against, recorded.abstained) if recorded else ()
        yield from (Printed(Role.VOTED, place, name) for side in sides for name in side)
