"""Which votes are printed, and where is a name printed? All items are gone through, one after the other.

Takes filters and names, gives ids of limbs and places in items.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from index.memory.asking import items_within
from index.memory.stored import Stored
from index.passages import Filters
from index.people import named
from index.ports import Mention
from index.ports import MentionListing
from index.ports import NameHeld
from index.ports import NameListing
from index.ports import VoteListing
from index.records import AgendaItem
from index.records import Meeting
from index.rolls import Role
from index.rolls import names_voters
from index.rolls import printed_names
from index.rolls import votes_of


class MemoryRolls:
    """`Rolls` that go through everything."""

    def __init__(self, stored: Sequence[Stored]) -> None:
        self._stored = stored

    def votes(self, filters: Filters, start: int, count: int | None, *, member: str | None, recorded: bool) -> VoteListing:
        """Return the limbs with a printed vote, newest meeting first."""
        found = [
            limb.id
            for _, item in self._items(filters)
            for place, limb in votes_of(item)
            if not filters.outcomes or limb.outcome in filters.outcomes
            if names_voters(limb) or not recorded
            if member is None or named((member,), _voters(item, place))
        ]
        return VoteListing(tuple(found[start : _stop(start, count)]), len(found))

    def names(self, typed: str, filters: Filters, start: int, count: int | None) -> NameListing:
        """Return the names that this may stand for, most often printed first."""
        counts: dict[str, Counter[Role]] = {}
        councils: dict[str, set[str]] = {}
        for meeting, item in self._items(filters):
            for one in printed_names(item):
                if named((typed,), [one.name]):
                    counts.setdefault(one.name, Counter())[one.role] += 1
                    council = meeting.council.value
                    councils.setdefault(one.name, set()).update(() if council is None else (council,))
        held = [NameHeld(name, dict(counter), tuple(sorted(councils[name]))) for name, counter in counts.items()]
        held.sort(key=lambda one: (-sum(one.counts.values()), one.name))
        return NameListing(tuple(held[start : _stop(start, count)]), len(held))

    def mentions(self, name: str, role: Role, filters: Filters, start: int, count: int | None) -> MentionListing:
        """Return where this very name is printed in a role, newest meeting first."""
        found = [
            Mention(item.id, place)
            for _, item in self._items(filters)
            for place in sorted(one.place for one in printed_names(item) if (one.name, one.role) == (name, role))
        ]
        return MentionListing(tuple(found[start : _stop(start, count)]), len(found))

    def _items(self, filters: Filters) -> list[tuple[Meeting, AgendaItem]]:
        found = [(meeting, item) for _, meeting, item in items_within(self._stored, filters)]
        found.sort(key=lambda pair: pair[0].document_id)
        found.sort(key=lambda pair: pair[0].date.value or date.min, reverse=True)
        return found


def _voters(item: AgendaItem, place: int) -> list[str]:
    return [one.name for one in printed_names(item) if (one.role, one.place) == (Role.VOTED, place)]


def _stop(start: int, count: int | None) -> int | None:
    return None if count is None else start + count
