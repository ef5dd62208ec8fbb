"""What is in the archive, as lists and counts?

For browsing: agenda items in order, facets that count them, and what was there to be looked at. Takes filters, gives ids and
numbers; the records behind the ids come from the catalogue.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date

from index.local.connections import Connections
from index.local.filtering import ITEMS
from index.local.filtering import MEETINGS
from index.local.filtering import items_condition
from index.local.filtering import meetings_condition
from index.local.people import LocalPeople
from index.passages import Filters
from index.ports import Coverage
from index.ports import FacetValue
from index.ports import Listing
from index.ports import Sitting
from index.ports import Standing
from index.records import Outcome
from index.records import RecordState
from index.sources import DocumentKind

_MEETING_FACETS = {"council": "m.council", "body": "m.body", "year": "substr(m.date, 1, 4)", "kind": "d.kind"}
# SQLite puts NULL last when descending; meetings of one day come by document and then in their order in it.
_COUNTED = "count(*), sum(m.date IS NULL), min(m.date), max(m.date)"
_ORDER = "m.date DESC, m.document_id, m.position, i.position"
_SITTINGS = """
SELECT d.id, d.kind, m.council, m.body, m.date, json_extract(m.record, '$.record_state')
FROM meetings m JOIN documents d ON d.id = m.document_id ORDER BY d.id, m.position
"""
_STANDING = """
SELECT i.id, m.council, m.body, m.date, d.kind
FROM items i JOIN meetings m ON m.id = i.meeting_id JOIN documents d ON d.id = m.document_id
WHERE i.id IN (SELECT value FROM json_each(?))
"""
_OUTCOMES_OF = "SELECT DISTINCT item_id, outcome FROM limbs WHERE item_id IN (SELECT value FROM json_each(?)) ORDER BY 2"
_MEETING_IDS = "SELECT id FROM meetings WHERE document_id = ? ORDER BY position"


class LocalRegister:
    """A `Register` over one SQLite file."""

    def __init__(self, connections: Connections, people: LocalPeople) -> None:
        self._connections = connections
        self._people = people

    def items(self, filters: Filters, start: int, count: int | None, *, decided: bool) -> Listing:
        """Return one page of item ids and how many there are in all."""
        condition, bound = items_condition(filters, self._people)
        listed = f"FROM {ITEMS} WHERE {condition} AND i.decided >= :decided"
        bound |= {"decided": int(decided), "start": start, "count": -1 if count is None else count}
        page = f"SELECT i.id {listed} ORDER BY {_ORDER} LIMIT :count OFFSET :start"
        total = self._connections.rows(f"SELECT count(*) {listed}", bound)[0][0]
        return Listing(tuple(item_id for (item_id,) in self._connections.rows(page, bound)), total)

    def meeting_ids(self, document_id: str) -> tuple[str, ...]:
        """Return the meetings of a document in order."""
        return tuple(meeting_id for (meeting_id,) in self._connections.rows(_MEETING_IDS, (document_id,)))

    def facets(self, filters: Filters) -> Mapping[str, tuple[FacetValue, ...]]:
        """Return how many agenda items each value has."""
        condition, bound = items_condition(filters, self._people)
        values = ", ".join(_MEETING_FACETS.values())
        # One pass over the items for the four that a meeting decides: few different rows come of it, however many meetings.
        within = f"FROM {ITEMS} WHERE {condition}"
        grouped = self._connections.rows(f"SELECT count(*), {values} {within} GROUP BY {values}", bound)
        limbs = f"FROM {ITEMS} JOIN limbs l ON l.item_id = i.id WHERE {condition}"
        outcomes = self._connections.rows(f"SELECT count(DISTINCT i.id), l.outcome {limbs} GROUP BY l.outcome", bound)
        facets = {name: _most_first((row[0], row[place]) for row in grouped) for place, name in enumerate(_MEETING_FACETS, start=1)}
        return facets | {"outcome": _most_first(outcomes)}

    def standing(self, item_ids: Sequence[str]) -> Mapping[str, Standing]:
        """Return where each of these items stands."""
        wanted = (json.dumps(list(item_ids)),)
        outcomes: dict[str, list[Outcome]] = {}
        for item_id, outcome in self._connections.rows(_OUTCOMES_OF, wanted):
            outcomes.setdefault(item_id, []).append(Outcome(outcome))
        return {
            item_id: Standing(
                council, body, date.fromisoformat(day) if day else None, DocumentKind(kind), tuple(outcomes.get(item_id, ()))
            )
            for item_id, council, body, day, kind in self._connections.rows(_STANDING, wanted)
        }

    def coverage(self, filters: Filters) -> Coverage:
        """Return what lies within the filters, whatever the outcomes and people."""
        condition, bound = meetings_condition(filters)
        # one pass, by whose meetings they are: asked for their bodies and councils apart, SQLite walked all that there are
        sql = f"SELECT m.council, m.body, {_COUNTED} FROM {MEETINGS} WHERE {condition} GROUP BY 1, 2"  # noqa: S608 - made of constants
        rows = self._connections.rows(sql, bound)
        days = [date.fromisoformat(day) for *_, earliest, latest in rows for day in (earliest, latest) if day]
        return Coverage(
            meetings=sum(meetings for _, _, meetings, *_ in rows),
            undated=sum(undated for _, _, _, undated, *_ in rows),
            bodies=tuple(sorted({body for _, body, *_ in rows if body is not None})),
            councils=tuple(sorted({council for council, *_ in rows if council is not None})),
            earliest=min(days, default=None),
            latest=max(days, default=None),
        )

    def sittings(self) -> tuple[Sitting, ...]:
        """Return every meeting held, document by document."""
        rows = self._connections.rows(_SITTINGS)
        return tuple(
            Sitting(
                document_id,
                DocumentKind(kind),
                council,
                body,
                None if day is None else date.fromisoformat(day),
                RecordState(state),
            )
            for document_id, kind, council, body, day, state in rows
        )


def _most_first(counted: Iterable[tuple[int, str | None]]) -> tuple[FacetValue, ...]:
    totals: Counter[str] = Counter()
    for items, value in counted:
        if value is not None:
            totals[value] += items
    return tuple(FacetValue(*pair) for pair in sorted(totals.items(), key=lambda pair: (-pair[1], pair[0])))
