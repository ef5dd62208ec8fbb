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
from dataclasses import dataclass
from math import fsum

import numpy as np
from numpy.typing import NDArray

from index.text import STOP_WORDS
from index.text import tokens
from index.text import words
from index.word_vectors import WordVectors

_WORD = re.compile(r"\w[\w’'-]*")


@dataclass(frozen=True, slots=True)
class Unsaid:
    """The telling words of a question that an item does not hold: what each weighs, and a row for each of its pieces."""

    words: tuple[tuple[float, NDArray[np.float32]], ...]

    def met_by(self, said: WordVectors) -> float | None:
        """Return how nearly a passage of the item meets them: the weighted mean of their cosines, 1 where none is left to be met,
        `None` where the passage has no word.
        """
        if not self.words:
            return 1.0
        if not len(said.vectors):
            return None
        near = [weight * float((rows @ said.vectors.T).max(axis=1).mean()) for weight, rows in self.words]
        return fsum(near) / fsum(weight for weight, _ in self.words)


def unsaid(question: str, asked: WordVectors, weights: Mapping[str, float], held: Collection[str]) -> Unsaid | None:
    """Return what an item does not hold of a question, `None` where the question has no telling word.

    `weights` says how much each token of the question tells, `held` which tokens the item holds.
    """
    told = list(_telling_words(question, asked, weights))
    spoken = frozenset(held)
    left = [(max(weights[token] for token in telling), rows) for telling, rows in told if spoken.isdisjoint(telling)]
    return Unsaid(tuple(left)) if told else None


def telling_text(passage: str) -> str:
    """Return the words of a passage that a question may be about, in order: reading the others takes as long and meets nothing."""
    return " ".join(word for word in words(passage) if word not in STOP_WORDS)


def _telling_words(
    question: str, asked: WordVectors, weights: Mapping[str, float]
) -> Iterator[tuple[Sequence[str], NDArray[np.float32]]]:
    """Return the telling tokens of each word that has any, and the vectors of its pieces."""
    for word in _WORD.finditer(question):
        telling = [token for token in tokens(word[0]) if token in weights]
        rows = asked.of(*word.span())
        if telling and len(rows):
            yield telling, rows
