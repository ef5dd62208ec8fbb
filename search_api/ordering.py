"""In which order are agenda items listed?

Best match first, as ranked, or by the day of the meeting. Only what matches well may be put in order by date (`matching.py` says
what): a hundred candidates by date would bury the three on the matter. Takes ids and days, gives ids; the same in, the same out.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from enum import StrEnum


class Order(StrEnum):
    """Best match first, newest meeting first, or oldest first."""

    BEST = "best"
    NEWEST = "newest"
    OLDEST = "oldest"


def ordered(item_ids: Sequence[str], days: Mapping[str, date | None], order: Order) -> tuple[str, ...]:
    """Return the items in order: as they come for `BEST`, else by day, items of one day by id and undated ones last, by id."""
    if order is Order.BEST:
        return tuple(item_ids)
    dated = sorted((day, item_id) for item_id in item_ids if (day := days[item_id]) is not None)
    if order is Order.NEWEST:
        dated.sort(key=lambda pair: -pair[0].toordinal())
    undated = sorted(item_id for item_id in item_ids if days[item_id] is None)
    return (*(item_id for _, item_id in dated), *undated)
