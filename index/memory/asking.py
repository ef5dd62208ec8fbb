"""What does every question to an archive in memory begin with?

Takes what is stored, gives the meetings and items that filters allow, records by key, and the best of scores, by going through
everything.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from itertools import islice
from typing import TypeVar

from index.errors import UnknownRecordError
from index.memory.stored import Stored
from index.passages import Filters
from index.passages import Ranking
from index.passages import ranked
from index.people import named
from index.people import noted_names
from index.records import AgendaItem
from index.records import Meeting
from index.sources import SourceDocument

K = TypeVar("K")
V = TypeVar("V")


def _within(filters: Filters, document: SourceDocument, meeting: Meeting) -> bool:
    day = meeting.date.value
    return (
        (not filters.councils or meeting.council.value in filters.councils)
        and (not filters.bodies or meeting.body.value in filters.bodies)
        and (not filters.kinds or document.kind in filters.kinds)
        and (filters.since is None or (day is not None and day >= filters.since))
        and (filters.until is None or (day is not None and day <= filters.until))
    )


def meetings_within(stored: Iterable[Stored], filters: Filters) -> Iterator[tuple[SourceDocument, Meeting]]:
    """Return the meetings that the filters allow, each with its document; what belongs to items is not looked at."""
    for held in stored:
        for meeting in held.deposit.meetings:
            if _within(filters, held.deposit.document, meeting):
                yield held.deposit.document, meeting


def items_within(stored: Iterable[Stored], filters: Filters) -> Iterator[tuple[SourceDocument, Meeting, AgendaItem]]:
    """Return the items that the filters allow, each with its meeting and document."""
    for document, meeting in meetings_within(stored, filters):
        for item in meeting.items:
            has_outcome = not filters.outcomes or any(limb.outcome in filters.outcomes for limb in item.limbs)
            if has_outcome and (not filters.people or named(filters.people, noted_names(item))):
                yield document, meeting, item


def look_up(kind: str, known: Mapping[K, V], keys: Iterable[K]) -> tuple[V, ...]:
    """Return what is known by each key, in order; raises `UnknownRecordError`."""
    try:
        return tuple(known[key] for key in keys)
    except KeyError as error:
        raise UnknownRecordError(kind, error.args[0]) from error


def top(scores: Mapping[int, float], k: int) -> Ranking:
    """Return the best `k`, ties by id."""
    return tuple(islice(ranked(scores), max(k, 0)))
