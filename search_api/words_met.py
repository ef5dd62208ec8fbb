"""How nearly does an item say each word that is asked?

A whole question may lie near an item and yet ask for the one thing that the item lacks: "Christmas ice rink" and Christmas lights,
"facial recognition cameras" and cameras. So each telling word of the question is compared, where it stands, with the words of the
item's best passage, and counts as met by the nearest (late interaction: Khattab and Zaharia 2020, ColBERT). "Computer problems"
is met by "issues concerning ICT systems", "rink" by nothing. Takes vectors of words, gives two numbers; orders nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from math import fsum
from math import log

import numpy as np
from numpy.typing import NDArray

from index.text import tokens
from index.word_vectors import WordVectors

_WORD = re.compile(r"\w[\w’'-]*")
_LEAST = 0.05
"""Cosines below this are all the same: nothing alike."""


@dataclass(frozen=True, slots=True)
class Met:
    """How nearly the words asked for are met, 0 to 1: `all`, as the weighted geometric mean, which one word that is not met pulls
    down; and those that the item does not hold (`unsaid`), as their weighted mean, 1 where it holds them all.
    """

    all: float
    unsaid: float


def words_met(
    question: str, asked: WordVectors, weights: Mapping[str, float], held: Collection[str], said: WordVectors
) -> Met | None:
    """Return how nearly a question is met by a passage, or `None` where it has no telling word or the passage none.

    `weights` says how much each token of the question tells, `held` which tokens the item holds.
    """
    words = list(_telling_words(question, asked, weights, frozenset(held)))
    if not words or not len(said.vectors):
        return None
    near = [(word, float((word.rows @ said.vectors.T).max(axis=1).mean())) for word in words]
    return Met(
        all=exp(_mean([(word.weight, log(max(cosine, _LEAST))) for word, cosine in near])),
        unsaid=_mean([(word.weight, cosine) for word, cosine in near if word.unsaid] or [(1.0, 1.0)]),
    )


@dataclass(frozen=True, slots=True)
class _Word:
    weight: float
    rows: NDArray[np.float32]
    unsaid: bool


def _telling_words(question: str, asked: WordVectors, weights: Mapping[str, float], held: frozenset[str]) -> Iterator[_Word]:
    for word in _WORD.finditer(question):
        telling = [token for token in tokens(word[0]) if token in weights]
        rows = asked.of(*word.span())
        if telling and len(rows):
            yield _Word(max(weights[token] for token in telling), rows, held.isdisjoint(telling))


def _mean(near: Sequence[tuple[float, float]]) -> float:
    return fsum(weight * one for weight, one in near) / fsum(weight for weight, _ in near)
