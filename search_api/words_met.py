"""How nearly does an item say what it does not say in the question's own words?

A whole question may lie near an item and yet ask for the one thing that the item lacks: "Christmas ice rink" and Christmas lights,
"facial recognition cameras" and cameras. So each telling word of the question that the item does not hold is compared, where it
stands, with the words of one of its passages, and counts as met by the nearest (late interaction: Khattab and Zaharia 2020,
ColBERT). "Computer problems" is met by "issues concerning ICT systems", "rink" by nothing. Takes vectors of words, gives one
number; orders nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from math import fsum

import numpy as np
from numpy.typing import NDArray

from index.text import tokens
from index.word_vectors import WordVectors

_WORD = re.compile(r"\w[\w’'-]*")


def unsaid_met(
    question: str, asked: WordVectors, weights: Mapping[str, float], held: Collection[str], said: WordVectors
) -> float | None:
    """Return how nearly the words that the item does not hold are met by a passage of it: the weighted mean of their cosines, 1
    where it holds them all, `None` where the question has no telling word or the passage no word.

    `weights` says how much each token of the question tells, `held` which tokens the item holds.
    """
    words = list(_telling_words(question, asked, weights))
    if not words or not len(said.vectors):
        return None
    spoken = frozenset(held)
    unsaid = [(max(weights[token] for token in telling), rows) for telling, rows in words if spoken.isdisjoint(telling)]
    near = [weight * float((rows @ said.vectors.T).max(axis=1).mean()) for weight, rows in unsaid]
    return fsum(near) / fsum(weight for weight, _ in unsaid) if unsaid else 1.0


def _telling_words(
    question: str, asked: WordVectors, weights: Mapping[str, float]
) -> Iterator[tuple[Sequence[str], NDArray[np.float32]]]:
    """Return the telling tokens of each word that has any, and the vectors of its pieces."""
    for word in _WORD.finditer(question):
        telling = [token for token in tokens(word[0]) if token in weights]
        rows = asked.of(*word.span())
        if telling and len(rows):
            yield telling, rows
