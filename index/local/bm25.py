"""What is one token worth in one chunk?

BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75) as tantivy reckons it, for tokens that are at hand: asking the engine for the
scores of 250 given chunks costs 2 to 4 ms a token, since it must find each id among its terms, and this a tenth of that. Takes
counts and lengths, gives a number; `tests/conformance` holds it to the engine's own.
"""

from __future__ import annotations

from bisect import bisect_right
from math import log1p

_SATURATION = 1.2
_LENGTH_WEIGHT = 0.75

# tantivy keeps a length in one byte: exact below 40, then eight steps to each doubling, rounded down (as Lucene's SmallFloat).
_LENGTHS: tuple[int, ...] = (
    *range(24),
    *(24 + (low if not high else (low | 8) << high - 1) for high in range(29) for low in range(8)),
)


def rarity(holding: int, chunks: int) -> float:
    """Return the inverse document frequency of a token that `holding` of `chunks` chunks hold."""
    return log1p((chunks - holding + 0.5) / (holding + 0.5))


def weight(times: int, length: int, mean: float) -> float:
    """Return how much a token counts that stands so many times in a chunk of `length` tokens, `mean` being the usual length."""
    kept = _LENGTHS[bisect_right(_LENGTHS, length) - 1]
    return times * (_SATURATION + 1) / (times + _SATURATION * (1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * kept / mean))
