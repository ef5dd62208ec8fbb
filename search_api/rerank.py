"""Which of the candidates answers best, all told?

The port of a second look: a `Reranker` is given every candidate with its features and gives each a score; it can neither add nor
drop one. `FusedOrder` keeps the fusion and only puts what proposes after what records; `RecordReranker` adds up what the record
gives for free, with weights learned on questions put to real minutes. No re-ranking model with known weights can be had offline.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum
from operator import mul
from typing import Protocol

from search_api.features import Features
from search_api.fusion import fuse_ranks

PROPOSING_PENALTY = 0.4
"""An agenda often has the words of the minutes, and even the motion, but not what became of it: it comes after them. In standard
deviations of the fused score; anything from 0.2 to 1 gives the same order on real questions."""

WEIGHTS: Features = {
    "meaning": 0.38,
    "passage": 0.76,
    "share": 1.40,
    "share of item": 1.79,
    "side by side": 2.11,
    "numbers missing": -0.94,
    "agenda": -1.02,
    "agenda of history": -3.0,
    "no minutes": -1.71,
    "passages": 0.49,
    "short": -0.83,
    "decides": 0.44,
    "decides nothing": -0.14,
    "votes": 1.79,
    "moved": 0.71,
    "date": 0.52,
    "month": 1.49,
    "body": 0.23,
    "other body": -0.31,
    "other council": -0.74,
    "named place": 3.65,
    "like another": 1.10,
    "near another": 0.45,
    "late": 1.0,
}
"""Fitted by listwise softmax regression (Cao et al. 2007, ListNet) with a ridge of 0.04 on 227 questions: the
development questions and three sets written by readers who had seen neither rules nor output. Fitted without the set that was
asked, nDCG@10 is 0.86 (development), 0.83 (Limerick) and 0.81 (small councils).

"agenda of history" was set afterwards, there are too few such questions to fit it: who asks what became of a matter was shown six
agendas that only name it before the minutes that tell. Anything from -3 to -6 gives the same order, in every set no worse. So was
"late": of nine questions that ask how a matter stands, anything from 0.6 to 1.5 orders three better and one worse. Fitting anew on
195 questions, with everyday words counted, found nothing better for those left out."""


class Reranker(Protocol):
    """Scores the candidates of one question; the same input always gives the same scores."""

    def rerank(self, features: Mapping[str, Features]) -> Mapping[str, float]:
        """Return a score of every candidate, higher is better."""


class FusedOrder:
    """Leaves the order as the legs give it, minutes before agendas."""

    def rerank(self, features: Mapping[str, Features]) -> Mapping[str, float]:
        """Return the fused scores, less the penalty of what is no record."""
        return {one: told["fused"] - PROPOSING_PENALTY * (told["agenda"] + told["no minutes"]) for one, told in features.items()}


class ReciprocalRanks:
    """Ranks by reciprocal rank fusion of the two legs: an option, since a weak leg pulls it below the better one."""

    def rerank(self, features: Mapping[str, Features]) -> Mapping[str, float]:
        """Return the sum of the reciprocal ranks."""
        return fuse_ranks([sorted(features, key=lambda one: (-features[one][leg], one)) for leg in ("words", "meaning")])


class RecordReranker:
    """Adds up the features of each candidate, weighted."""

    def __init__(self, weights: Features = WEIGHTS) -> None:
        self.weights = weights

    def rerank(self, features: Mapping[str, Features]) -> Mapping[str, float]:
        """Return the weighted sum of each candidate's features."""
        return {one: weighted(self.weights, told) for one, told in features.items()}


def weighted(weights: Features, features: Features) -> float:
    """Return the sum of the features, each times its weight."""
    return fsum(map(mul, weights.values(), map(features.__getitem__, weights)))


RERANKERS: Mapping[str, Reranker] = {"record": RecordReranker(), "fusion": FusedOrder(), "ranks": ReciprocalRanks()}
"""By the name that `rerank` in the table [search] of minutebook.toml gives."""
