"""Which of the candidates answers best, all told?

The port of a second look: a `Reranker` is given every candidate with its fused score and gives each a score; it can neither add nor
drop one. `FusedOrder` keeps the fusion and only puts what proposes after what records; `RecordReranker` adds up what the record
gives for free, with weights learned on questions put to real minutes. No re-ranking model with known weights can be had offline.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum
from typing import Protocol

from search_api.features import Features
from search_api.fusion import fuse_ranks

PROPOSING_PENALTY = 0.4
"""An agenda often has the words of the minutes, and even the motion, but not what became of it: it comes after them. In standard
deviations of the fused score; anything from 0.2 to 1 gives the same order on real questions."""

WEIGHTS: Features = {
    "words": 0.07,
    "meaning": 0.31,
    "passage": 0.60,
    "share": 1.19,
    "share of item": 1.43,
    "side by side": 1.58,
    "agenda": -0.80,
    "no minutes": -1.23,
    "passages": 0.35,
    "short": -0.42,
    "decides": 0.36,
    "decides nothing": -0.12,
    "votes": 1.55,
    "moved": 0.50,
    "date": 0.69,
    "month": 1.04,
    "other date": -0.22,
    "body": 0.18,
    "other body": -0.24,
    "other council": -0.24,
    "named place": 3.36,
    "like the first": 1.78,
    "near the first": 0.57,
}
"""Fitted by listwise softmax regression (Cao et al. 2007, ListNet) with a ridge of 0.06 on 227 questions: the
development questions and three sets written by readers who had seen neither rules nor output. Fitted without the set that was
asked, nDCG@10 is 0.85 (development), 0.81 (Limerick) and 0.80 (small councils)."""


class Reranker(Protocol):
    """Scores the candidates of one question; the same input always gives the same scores."""

    def rerank(self, features: Mapping[str, Features], fused: Mapping[str, float]) -> Mapping[str, float]:
        """Return a score of every candidate, higher is better; `fused` has the score of both legs together."""


class FusedOrder:
    """Leaves the order as the legs give it, minutes before agendas."""

    def rerank(self, features: Mapping[str, Features], fused: Mapping[str, float]) -> Mapping[str, float]:
        """Return the fused scores, less the penalty of what is no record."""
        return {one: fused[one] - PROPOSING_PENALTY * (told["agenda"] + told["no minutes"]) for one, told in features.items()}


class ReciprocalRanks:
    """Ranks by reciprocal rank fusion of the two legs: an option, since a weak leg pulls it below the better one."""

    def rerank(self, features: Mapping[str, Features], fused: Mapping[str, float]) -> Mapping[str, float]:
        """Return the sum of the reciprocal ranks."""
        del fused
        return fuse_ranks([sorted(features, key=lambda one: (-features[one][leg], one)) for leg in ("words", "meaning")])


class RecordReranker:
    """Adds up the features of each candidate, weighted."""

    def __init__(self, weights: Features = WEIGHTS) -> None:
        self.weights = weights

    def rerank(self, features: Mapping[str, Features], fused: Mapping[str, float]) -> Mapping[str, float]:
        """Return the weighted sum of each candidate's features."""
        del fused
        return {one: weighted(self.weights, told) for one, told in features.items()}


def weighted(weights: Features, features: Features) -> float:
    """Return the sum of the features, each times its weight."""
    return fsum(weight * features[name] for name, weight in weights.items())


RERANKERS: Mapping[str, Reranker] = {"record": RecordReranker(), "fusion": FusedOrder(), "ranks": ReciprocalRanks()}
"""By the name that `rerank` in the table [search] of minutebook.toml gives."""
