"""How do two legs become one ranking?

Takes the scores that each leg gives to the same candidates, gives the candidates with one score each, best first. Scores of
different legs are never added raw: they are calibrated first (z-score over the candidates, then weighted), or only their ranks are
used (reciprocal rank fusion). Pure functions; nothing here knows what a candidate is or what a score was made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum
from math import sqrt
from typing import Generic
from typing import TypeVar

K = TypeVar("K", int, str)
"""What names a candidate: the id of a chunk or of an agenda item."""

RRF_K = 60
"""The constant of Cormack, Clarke and Büttcher, "Reciprocal rank fusion outperforms Condorcet and individual rank learning
methods", SIGIR 2009."""


@dataclass(frozen=True, slots=True)
class Leg(Generic[K]):
    """One leg's scores by candidate, and its weight against the other leg (0 to 1)."""

    scores: Mapping[K, float]
    weight: float


def fuse(legs: Sequence[Leg[K]]) -> Mapping[K, float]:
    """Return the candidates of all legs with the weighted mean of their z-scores, best first, ties by id.

    Both legs are meant to score the union of both candidate lists; where one does not know a candidate, it counts as that
    leg's lowest. A leg without scores or of weight 0 is absent and changes nothing. A leg that scores all candidates alike
    tells nothing and gives 0 to each, so one candidate alone scores 0.
    """
    present = [leg for leg in legs if leg.scores and leg.weight > 0]
    candidates = sorted({candidate for leg in present for candidate in leg.scores})
    total = fsum(leg.weight for leg in present)
    calibrated = [(leg.weight / total, z_scores(leg.scores, candidates)) for leg in present]
    return best_first({one: fsum(weight * z[one] for weight, z in calibrated) for one in candidates})


def fuse_ranks(rankings: Sequence[Sequence[K]], k: int = RRF_K) -> Mapping[K, float]:
    """Return reciprocal rank fusion: the sum over rankings of `1 / (k + rank)`, ranks from 1, best first, ties by id."""
    parts: dict[K, list[float]] = {}
    for ranking in rankings:
        for rank, candidate in enumerate(ranking, start=1):
            parts.setdefault(candidate, []).append(1 / (k + rank))
    return best_first({candidate: fsum(reciprocals) for candidate, reciprocals in parts.items()})


def best_first(scores: Mapping[K, float]) -> Mapping[K, float]:
    """Return the same scores in order, best first, ties by id."""
    return dict(sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])))


def z_scores(scores: Mapping[K, float], candidates: Sequence[K]) -> Mapping[K, float]:
    """Return each score in standard deviations from the mean of the candidates; one without a score counts as the lowest."""
    if not candidates:
        return {}
    lowest = min(scores.values())
    values = [scores.get(candidate, lowest) for candidate in candidates]
    mean = fsum(values) / len(values)
    deviation = sqrt(fsum((value - mean) ** 2 for value in values) / len(values))
    # below this, the differences are rounding: dividing by them would make an order out of noise
    if deviation <= abs(mean) * 1e-12:
        return dict.fromkeys(candidates, 0.0)
    return {candidate: (value - mean) / deviation for candidate, value in zip(candidates, values, strict=True)}
