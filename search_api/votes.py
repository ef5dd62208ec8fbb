"""Which votes are printed in the minutes, and on which side is a member printed?

Takes filters and a member's name as typed, gives the clauses on which a vote is printed, newest meeting first, each quoted, with
the sides on which names stand that the typed one may mean. Counts nobody's votes and takes no two names for one person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.ids import item_of
from index.passages import Filters
from index.people import named
from index.ports import Archive
from index.ports import Catalogue
from index.records import DecisionLimb
from index.rolls import votes_of
from search_api.decisions import Clause
from search_api.decisions import QuotedDecision
from search_api.decisions import quote_decisions
from search_api.labels import Label
from search_api.places import find_places


class Side(StrEnum):
    """On which side of a recorded vote a name is printed."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"


@dataclass(frozen=True, slots=True)
class Sided:
    """A name as printed in a recorded vote, and its side."""

    name: str
    side: Side


@dataclass(frozen=True, slots=True)
class PrintedVote:
    """A clause on which a vote is printed; `sides` are those of the names asked for."""

    decision: QuotedDecision
    sides: tuple[Sided, ...] = ()


@dataclass(frozen=True, slots=True)
class VoteList:
    """One page of the list of votes, and how long the whole list is."""

    votes: tuple[PrintedVote, ...]
    total: int


def list_votes(archive: Archive, filters: Filters, start: int, count: int, *, member: str | None, recorded: bool) -> VoteList:
    """Return `count` printed votes after the first `start`, newest meeting first; one taken on several clauses is with each.

    `recorded` keeps those that name the voters, `member` those that name somebody whom the typed name may mean. Raises
    `RollsNotKeptError` in an archive of a format that kept no lists of votes.
    """
    listing = archive.rolls.votes(filters, start, count, member=member, recorded=recorded)
    quoted, _ = quote_decisions(archive.catalogue, _clauses(archive.catalogue, listing.limb_ids))
    asked = () if member is None else (member,)
    votes = (PrintedVote(one, tuple(side for side in sides_of(one.limb) if named(asked, [side.name]))) for one in quoted)
    return VoteList(tuple(votes), listing.total)


def label_of(listed: VoteList, member: str | None) -> Label | None:
    """Return what is to be said of the name asked for; nothing where none was."""
    if member is None:
        return None
    return Label.SAME_NAME if listed.total else Label.NO_RECORDED_VOTE


def sides_of(limb: DecisionLimb) -> tuple[Sided, ...]:
    """Return every name printed in the recorded vote on a limb with its side, in printed order of the sides."""
    recorded = limb.vote.recorded if limb.vote else None
    if recorded is None:
        return ()
    sides = ((Side.FOR, recorded.in_favour), (Side.AGAINST, recorded.against), (Side.ABSTAINED, recorded.abstained))
    return tuple(Sided(name, side) for side, names in sides for name in names)


def _clauses(catalogue: Catalogue, limb_ids: Sequence[str]) -> list[Clause]:
    places = find_places(catalogue, [item_of(limb_id) for limb_id in limb_ids])
    held = {limb.id: Clause(place, limb) for place in places for _, limb in votes_of(place.item)}
    return [held[limb_id] for limb_id in limb_ids]
