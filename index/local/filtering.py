"""Which rows do filters allow?

Turns `Filters` into an SQL condition over documents (d), meetings (m) and items (i) with every value bound, the same for lists,
counts and selections. The text of the condition is made of the sentences below and of nothing a person typed.
"""

from __future__ import annotations

import json

from index.local.people import LocalPeople
from index.passages import Filters

ITEMS = "documents d JOIN meetings m ON m.document_id = d.id JOIN items i ON i.meeting_id = m.id"
"""The tables that `items_condition` speaks about."""

MEETINGS = "documents d JOIN meetings m ON m.document_id = d.id"
"""The tables that `meetings_condition` speaks about."""

_AMONG = {
    "councils": "m.council IN (SELECT value FROM json_each(:councils))",
    "bodies": "m.body IN (SELECT value FROM json_each(:bodies))",
    "kinds": "d.kind IN (SELECT value FROM json_each(:kinds))",
}
_OUTCOMES = "i.id IN (SELECT item_id FROM limbs WHERE outcome IN (SELECT value FROM json_each(:outcomes)))"
_PEOPLE = "i.id IN (SELECT item_id FROM people WHERE name IN (SELECT value FROM json_each(:people)))"

Condition = tuple[str, dict[str, object]]
"""An SQL condition and the values of its names."""


def meetings_condition(filters: Filters) -> Condition:
    """Return the condition for meetings; outcomes and people belong to items and are not looked at."""
    listed = {"councils": filters.councils, "bodies": filters.bodies, "kinds": filters.kinds}
    parts = [_AMONG[name] for name, values in listed.items() if values]
    bound: dict[str, object] = {name: json.dumps(values) for name, values in listed.items() if values}
    # NULL is neither before nor after anything, so a meeting without a date lies in no range.
    if filters.since is not None:
        parts.append("m.date >= :since")
        bound["since"] = filters.since.isoformat()
    if filters.until is not None:
        parts.append("m.date <= :until")
        bound["until"] = filters.until.isoformat()
    return " AND ".join(parts) or "TRUE", bound


def items_condition(filters: Filters, people: LocalPeople) -> Condition:
    """Return the condition for agenda items; raises `NamesNotNotedError`."""
    condition, bound = meetings_condition(filters)
    if filters.outcomes:
        condition, bound = f"{condition} AND {_OUTCOMES}", bound | {"outcomes": json.dumps(filters.outcomes)}
    if filters.people:
        condition, bound = f"{condition} AND {_PEOPLE}", bound | {"people": json.dumps(people.named(filters.people))}
    return condition, bound
