"""What does each word of a text mean where it stands?

A vector for a whole text says what it is about; one for each word says which of its words mean what is asked, in whatever words it
is asked: "ICT" of a text lies near "computer" of a question. Holds vectors and where they stand in the text. Never stored: they
are made of the few texts that a question comes down to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class WordVectors:
    """One unit row a word, or a piece of a word that the model does not know whole: shape (n, dimension).

    `starts` and `ends` say where in the text each stands, in characters.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    vectors: NDArray[np.float32]

    def of(self, start: int, end: int) -> NDArray[np.float32]:
        """Return the rows of what stands between two places; none where nothing does."""
        return self.vectors[(self.starts >= start) & (self.ends <= end)]

    def without(self, places: Sequence[tuple[int, int]]) -> WordVectors:
        """Return the vectors of what stands outside of these places."""
        kept = np.ones(len(self.starts), dtype=bool)
        for start, end in places:
            kept &= (self.ends <= start) | (self.starts >= end)
        return WordVectors(self.starts[kept], self.ends[kept], self.vectors[kept])


def no_words(dimension: int) -> WordVectors:
    """Return the vectors of a text without words, or of one that a model cannot read word by word."""
    nowhere = np.zeros(0, dtype=np.int64)
    return WordVectors(nowhere, nowhere, np.zeros((0, dimension), dtype=np.float32))
