"""How do two legs become one ranking?

Takes the scores that each leg gives to the same candidates, gives a `Ranking`. Scores of different legs are never added raw:
they are calibrated first (z-score over the candidates, then weighted), or only their ranks are used (reciprocal rank fusion).
Pure functions; nothing here knows what a score was made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum
from math import sqrt

from index.passages import Ranking
from index.passages import ranked

RRF_K = 60
"""The constant of Cormack, Clarke and Büttcher, "Reciprocal rank fusion outperforms Condorcet and individual rank learning
methods", SIGIR 2009."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg's scores by chunk id, and its weight against the other leg (0 to 1)."""

    scores: Mapping[int, float]
    weight: float


def fuse(legs: Sequence[Leg]) -> Ranking:
    """Return the candidates of all legs by the weighted mean of their z-scores, best first, ties by chunk id.

    Both legs are meant to score the union of both candidate lists; where one does not know a candidate, it counts as that
    leg's lowest. A leg without scores or of weight 0 is absent and changes nothing. A leg that scores all candidates alike
    tells nothing and gives 0 to each, so one candidate alone scores 0.
    """
    present = [leg for leg in legs if leg.scores and leg.weight > 0]
    candidates = sorted({chunk_id for leg in present for chunk_id in leg.scores})
    total = fsum(leg.weight for leg in present)
    calibrated = [(leg.weight / total, _z_scores(leg.scores, candidates)) for leg in present]
    return ranked({chunk_id: fsum(weight * z[chunk_id] for weight, z in calibrated) for chunk_id in candidates})


def fuse_ranks(rankings: Sequence[Ranking], k: int = RRF_K) -> Ranking:
    """Return reciprocal rank fusion: the sum over rankings of `1 / (k + rank)`, ranks from 1, ties by chunk id."""
    parts: dict[int, list[float]] = {}
    for ranking in rankings:
        for rank, scored in enumerate(ranking, start=1):
            parts.setdefault(scored.chunk_id, []).append(1 / (k + rank))
    return ranked({chunk_id: fsum(reciprocals) for chunk_id, reciprocals in parts.items()})


def _z_scores(scores: Mapping[int, float], candidates: Sequence[int]) -> Mapping[int, float]:
    lowest = min(scores.values())
    values = [scores.get(chunk_id, lowest) for chunk_id in candidates]
    mean = fsum(values) / len(values)
    deviation = sqrt(fsum((value - mean) ** 2 for value in values) / len(values))
    # below this, the differences are rounding: dividing by them would make an order out of noise
    if deviation <= abs(mean) * 1e-12:
        return dict.fromkeys(candidates, 0.0)
    return {chunk_id: (value - mean) / deviation for chunk_id, value in zip(candidates, values, strict=True)}
