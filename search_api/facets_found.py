"""How many of the items found has each council, body, year, kind and outcome?

Counts where the items found stand, so that a list can be narrowed to what is in it: never to a value that would find nothing. The
facets of the whole archive are the register's. An item with two outcomes counts once for each; what is not stated is not counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping

from index.ports import FacetValue
from index.ports import Standing


def counted(found: Iterable[Standing]) -> Mapping[str, tuple[FacetValue, ...]]:
    """Return `council`, `body`, `year`, `kind` and `outcome` with their numbers of items, most first, ties by value."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("council", "body", "year", "kind", "outcome")}
    for one in found:
        single = (("council", one.council), ("body", one.body), ("year", f"{one.date.year:04}" if one.date else None))
        for name, value in single:
            counts[name].update([value] if value is not None else [])
        counts["kind"][one.kind.value] += 1
        counts["outcome"].update(outcome.value for outcome in one.outcomes)
    return {name: _most_first(counter) for name, counter in counts.items()}


def _most_first(counter: Counter[str]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(*pair) for pair in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))
