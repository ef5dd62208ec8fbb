"""How good is a ranking, a set, a pair of systems?

Takes grades, ranks and counts, gives numbers; every measure names its source and its formula. Pure: it knows nothing of
questions, archives or files, and a measure that has nothing to measure is `None`, never zero.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLES = 10_000
SEED = 20200902


def gain(grade: int) -> int:
    """Return 2^grade - 1, the gain of Burges et al. (2005, "Learning to rank using gradient descent"): 0, 1, 3, 7."""
    return int(2**grade) - 1


def discounted(gains: Sequence[float]) -> float:
    """Return the discounted cumulative gain, sum of gain / log2(rank + 1), ranks from 1 (Järvelin and Kekäläinen 2002)."""
    return sum(value / math.log2(rank + 1) for rank, value in enumerate(gains, 1))


def ndcg(gains: Sequence[float], ideal: Iterable[float], k: int) -> float | None:
    """Return nDCG@k: `gains` in the order of the ranking against all attainable gains, best first; at most 1.

    `None` where nothing can be gained. The cap matters only where one result earns the gains of several judgements.
    """
    best = discounted(sorted(ideal, reverse=True)[:k])
    return min(1.0, discounted(gains[:k]) / best) if best else None


def reciprocal_rank(rank: int | None, k: int) -> float:
    """Return 1 / rank of the first right answer, 0 where there is none among the first `k` (Voorhees 1999)."""
    return 1 / rank if rank is not None and rank <= k else 0.0


def mean(values: Iterable[float | None]) -> float | None:
    """Return the mean of the values that are there, `None` where none is."""
    there = [value for value in values if value is not None]
    return math.fsum(there) / len(there) if there else None


def share(hits: int, total: int) -> float | None:
    """Return `hits / total`, `None` where there is nothing to divide by."""
    return hits / total if total else None


def percentile(values: Iterable[float], part: float) -> float | None:
    """Return the value below which `part` (0 to 1) of the values lie, interpolated between neighbours; `None` for none."""
    there = list(values)
    return float(np.percentile(there, 100 * part)) if there else None


def latency(times: Iterable[float]) -> dict[str, float | None]:
    """Return the median and the 95th percentile of times in milliseconds, as they stand beside every figure."""
    there = list(times)
    return {"p50 ms": percentile(there, 0.5), "p95 ms": percentile(there, 0.95)}


@dataclass(frozen=True, slots=True)
class SetScore:
    """How well a set was found: of what was predicted how much is right, of what is right how much was predicted."""

    hits: int
    predicted: int
    expected: int

    @property
    def precision(self) -> float | None:
        """Return hits / predicted."""
        return share(self.hits, self.predicted)

    @property
    def recall(self) -> float | None:
        """Return hits / expected."""
        return share(self.hits, self.expected)

    @property
    def f1(self) -> float | None:
        """Return 2 hits / (predicted + expected), the harmonic mean of both (van Rijsbergen 1979)."""
        return share(2 * self.hits, self.predicted + self.expected)


@dataclass(frozen=True, slots=True)
class Difference:
    """How much better the first system is than the second on the same questions, with a 95 % interval."""

    difference: float
    low: float
    high: float

    @property
    def certain(self) -> bool:
        """Return whether the interval leaves out zero."""
        return self.low > 0 or self.high < 0

    def row(self) -> dict[str, float | None]:
        """Return one line of a table of gains."""
        return {"gain": self.difference, "low": self.low, "high": self.high, "certain": int(self.certain)}


def paired_bootstrap(first: Sequence[float], second: Sequence[float], *, seed: int = SEED) -> Difference | None:
    """Compare two systems by resampling their differences question by question (Efron and Tibshirani 1993; Sakai 2006).

    The seed is fixed, so the same runs always give the same interval. `None` without questions; raises `ValueError` when
    the two were not asked the same number of them.
    """
    differences = np.array([one - other for one, other in zip(first, second, strict=True)])
    if not len(differences):
        return None
    draws = np.random.default_rng(seed).integers(0, len(differences), size=(RESAMPLES, len(differences)))
    means = differences[draws].mean(axis=1)
    low, high = np.percentile(means, (2.5, 97.5))
    return Difference(float(differences.mean()), float(low), float(high))
