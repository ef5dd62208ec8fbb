"""How do words become vectors without a model?

A stand-in for tests that are not about meaning: each token is hashed to a few signed places of a short vector (feature hashing,
Weinberger and others 2009), so texts that share words lie near each other. Takes text, never loads anything, and gives the same
vector on every machine; it knows no synonyms, so no figure of quality may be taken with it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from index.manifest import ModelIdentity
from index.ports import Vectors
from index.text import tokens
from index.word_vectors import WordVectors

_WORD = re.compile(r"\w+")
_DIMENSION = 256
_PLACES = 4
_IDENTITY = ModelIdentity(
    name="hashing",
    weights=hashlib.sha256(b"signed places of blake2b, version 1, 256 dimensions, 4 places").hexdigest(),
    dimension=_DIMENSION,
)


class HashingEmbedder:
    """An `Embedder` without weights."""

    @property
    def identity(self) -> ModelIdentity:
        """Return the name `hashing`, a hash of the rule in place of weights, and 256."""
        return _IDENTITY

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row a text, shape (n, 256)."""
        if not texts:
            return np.zeros((0, _DIMENSION), dtype=np.float32)
        return np.stack([self.embed_query(text) for text in texts])

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Return one unit vector, shape (256,); text without a word gives the first axis, since nothing has no direction."""
        return _hashed(text)

    def embed_query_words(self, text: str) -> WordVectors:
        """Return one row a word, the same wherever the word stands."""
        return self._words(_WORD.finditer(text))

    def embed_passage_words(self, text: str, at_most: int) -> WordVectors:
        """Return one row for each of the first words."""
        return self._words(islice(_WORD.finditer(text), at_most))

    def _words(self, words: Iterable[re.Match[str]]) -> WordVectors:
        found = list(words)
        rows = [_hashed(word[0]) for word in found]
        places = np.array([word.span() for word in found], dtype=np.int64).reshape(-1, 2)
        return WordVectors(places[:, 0], places[:, 1], np.array(rows, dtype=np.float32).reshape(-1, _DIMENSION))


def _hashed(text: str) -> NDArray[np.float32]:
    total = np.zeros(_DIMENSION, dtype=np.float32)
    for token in tokens(text):
        for place, sign in _places(token):
            total[place] += sign
    length = float(np.linalg.norm(total))
    if not length:
        total[0] = length = 1.0
    return total / np.float32(length)


@lru_cache(maxsize=65_536)
def _places(token: str) -> tuple[tuple[int, float], ...]:
    digest = hashlib.blake2b(token.encode(errors="surrogatepass"), digest_size=2 * _PLACES).digest()
    pairs = zip(digest[::2], digest[1::2], strict=True)
    return tuple((place, 1.0 if sign & 1 else -1.0) for place, sign in pairs)
