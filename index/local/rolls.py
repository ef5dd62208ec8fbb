"""Which votes are printed, and where is a name printed?

Takes filters and names, gives ids of limbs and places in items, from two narrow tables beside the records: nothing is read of the
records themselves. The few thousand different names are read once and kept, since the generation never changes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property

from index.errors import RollsNotKeptError
from index.local.connections import Connections
from index.local.filtering import ITEMS
from index.local.filtering import Condition
from index.local.filtering import items_condition
from index.local.people import LocalPeople
from index.passages import Filters
from index.people import named
from index.ports import Mention
from index.ports import MentionListing
from index.ports import NameHeld
from index.ports import NameListing
from index.ports import VoteListing
from index.rolls import Role

_NAMES = "SELECT DISTINCT name FROM printed ORDER BY name"
_OUTCOMES = "l.outcome IN (SELECT value FROM json_each(:outcomes))"
_AMONG = "p.name IN (SELECT value FROM json_each(:names))"
_VOTER = """EXISTS (SELECT 1 FROM printed p WHERE p.item_id = i.id AND p.role = :voted AND p.place = v.place
AND p.name IN (SELECT value FROM json_each(:voters)))"""
_VOTES = f"{ITEMS} JOIN limbs l ON l.item_id = i.id JOIN votes v ON v.limb_id = l.id"
_PRINTED = f"{ITEMS} JOIN printed p ON p.item_id = i.id"
# As the register has it, and within an item by the place of the record; SQLite puts NULL last when descending.
_ORDER = "m.date DESC, m.document_id, m.position, i.position, place"


class LocalRolls:
    """`Rolls` over one SQLite file; `kept` is false for an archive of a format that had none."""

    def __init__(self, connections: Connections, people: LocalPeople, *, kept: bool) -> None:
        self._connections = connections
        self._people = people
        self._kept = kept

    def votes(self, filters: Filters, start: int, count: int | None, *, member: str | None, recorded: bool) -> VoteListing:
        """Return one page of the limbs with a printed vote, and how many there are in all."""
        condition, bound = self._within(filters)
        if filters.outcomes:
            condition = f"{condition} AND {_OUTCOMES}"
        if member is not None:
            voters = json.dumps(named((member,), self._names))
            condition, bound = f"{condition} AND {_VOTER}", bound | {"voters": voters, "voted": Role.VOTED}
        listed = f"FROM {_VOTES} WHERE {condition} AND v.recorded >= :recorded"
        bound |= {"recorded": int(recorded), **_cut(start, count)}
        page, total = self._page("l.id, v.place", listed, bound)
        return VoteListing(tuple(limb_id for limb_id, _ in page), total)

    def names(self, typed: str, filters: Filters, start: int, count: int | None) -> NameListing:
        """Return one page of the names that this may stand for, and how many there are in all."""
        condition, bound = self._within(filters)
        bound |= {"names": json.dumps(named((typed,), self._names))}
        listed = f"FROM {_PRINTED} WHERE {condition} AND {_AMONG}"
        often = self._connections.rows(f"SELECT p.name, p.role, count(*) {listed} GROUP BY p.name, p.role", bound)
        stated = f"SELECT DISTINCT p.name, m.council {listed} AND m.council IS NOT NULL ORDER BY 2"
        councils = self._connections.rows(stated, bound)
        ordered = sorted(_counted(often).items(), key=lambda pair: (-sum(pair[1].values()), pair[0]))
        shown = ordered[start : None if count is None else start + count]
        held = (NameHeld(name, counts, tuple(council for of, council in councils if of == name)) for name, counts in shown)
        return NameListing(tuple(held), len(ordered))

    def mentions(self, name: str, role: Role, filters: Filters, start: int, count: int | None) -> MentionListing:
        """Return one page of the places where this very name is printed in a role, and how many there are in all."""
        condition, bound = self._within(filters)
        listed = f"FROM {_PRINTED} WHERE {condition} AND p.name = :name AND p.role = :role"
        bound |= {"name": name, "role": role, **_cut(start, count)}
        page, total = self._page("i.id, p.place", listed, bound)
        return MentionListing(tuple(Mention(item_id, place) for item_id, place in page), total)

    def _within(self, filters: Filters) -> Condition:
        if not self._kept:
            raise RollsNotKeptError(self._connections.where)
        return items_condition(filters, self._people)

    def _page(self, columns: str, listed: str, bound: dict[str, object]) -> tuple[list[tuple[str, int]], int]:
        """Return one page of ids, each with a place, and how many there are in all."""
        total: int = self._connections.rows(f"SELECT count(*) {listed}", bound)[0][0]
        page = self._connections.rows(f"SELECT {columns} {listed} ORDER BY {_ORDER} LIMIT :count OFFSET :start", bound)
        return [(identifier, place) for identifier, place in page], total

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(name for (name,) in self._connections.rows(_NAMES))


def _cut(start: int, count: int | None) -> dict[str, object]:
    return {"start": start, "count": -1 if count is None else count}


def _counted(often: Sequence[tuple[str, str, int]]) -> dict[str, dict[Role, int]]:
    counts: dict[str, dict[Role, int]] = {}
    for name, role, times in often:
        counts.setdefault(name, {})[Role(role)] = times
    return counts
