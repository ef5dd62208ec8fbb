"""Which are the best `k`, when engines break ties their own way?

An engine that is asked for `k` may cut through a run of equal scores anywhere. Asked for a few more, until the last is worse
than the k-th, it gives every chunk of the run, and the lowest ids can be taken. Takes a way to ask, gives a ranking.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence

from index.passages import Ranking
from index.passages import Scored

_MARGIN = 16


def best(ask: Callable[[int], Sequence[Scored]], k: int, held: int) -> Ranking:
    """Return the best `k` of `held` chunks, ties by id; `ask(n)` gives the best `n`, best first, ties in any order."""
    if k <= 0 or held <= 0:
        return ()
    wanted = min(k + _MARGIN, held)
    found = ask(wanted)
    while len(found) == wanted < held and found[-1].score == found[min(k, wanted) - 1].score:
        wanted = min(2 * wanted, held)
        found = ask(wanted)
    return tuple(sorted(found, key=lambda scored: (-scored.score, scored.chunk_id))[:k])
