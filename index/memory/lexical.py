"""Here are tokens: which chunks hold them? Exact BM25 over every chunk.

Takes tokens and ids, gives scores: the sums that a real keyword leg must come to.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from collections.abc import Sequence

from index.memory.asking import top
from index.memory.stored import Stored
from index.passages import Ranking
from index.passages import Selection
from index.passages import WordPlaces
from index.passages import word_places
from index.text import tokens as tokens_of

_SATURATION = 1.2
_LENGTH_WEIGHT = 0.75


class MemoryLexical:
    """A `LexicalIndex` that reads every chunk: BM25 with k1 = 1.2 and b = 0.75 (Robertson and Zaragoza 2009)."""

    def __init__(self, stored: Sequence[Stored]) -> None:
        pairs = [(chunk.id, text) for held in stored for chunk, text in zip(held.deposit.chunks, held.texts, strict=True)]
        self._tokens = {chunk_id: tokens_of(text) for chunk_id, text in pairs}
        self._holding = Counter(token for text in self._tokens.values() for token in set(text))
        self._mean = sum(map(len, self._tokens.values())) / max(len(self._tokens), 1) or 1.0

    def search(self, tokens: Sequence[str], k: int, within: Selection | None) -> Ranking:
        """Return the chunks that hold any token."""
        ids = self._tokens if within is None else [chunk_id for chunk_id in within.chunk_ids if chunk_id in self._tokens]
        held = {chunk_id: word_places(tokens, " ".join(self._tokens[chunk_id])) for chunk_id in ids}
        scores = {chunk_id: math.fsum(self._worth(token, one) for token in tokens) for chunk_id, one in held.items()}
        return top({chunk_id: score for chunk_id, score in scores.items() if score > 0}, k)

    def phrase(self, tokens: Sequence[str], k: int, within: Selection | None) -> Ranking:
        """Return the chunks that hold the tokens in a row; their rarity is that of all the tokens together."""
        ids = self._tokens if within is None else within.chunk_ids
        rarity = sum(self._rarity(token) for token in tokens)
        texts = {chunk_id: self._tokens.get(chunk_id, []) for chunk_id in ids}
        times = {chunk_id: _times(tokens, text) for chunk_id, text in texts.items()}
        return top({chunk_id: rarity * self._weight(len(texts[chunk_id]), count) for chunk_id, count in times.items() if count}, k)

    def weigh(self, tokens: Sequence[str], held: Mapping[int, WordPlaces]) -> Mapping[str, Mapping[int, float]]:
        """Return what each token adds to the score of each chunk."""
        return {token: {chunk_id: self._worth(token, one) for chunk_id, one in held.items()} for token in tokens}

    def frequencies(self, tokens: Sequence[str]) -> Mapping[str, int]:
        """Return how many chunks hold each token."""
        return {token: self._holding[token] for token in tokens}

    def _worth(self, token: str, held: WordPlaces) -> float:
        return self._rarity(token) * self._weight(held.length, len(held.places.get(token, ())))

    def _rarity(self, token: str) -> float:
        holding = self._holding[token]
        return math.log1p((len(self._tokens) - holding + 0.5) / (holding + 0.5))

    def _weight(self, length: int, times: int) -> float:
        if not times:
            return 0.0
        return times * (_SATURATION + 1) / (times + _SATURATION * (1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * length / self._mean))


def _times(phrase: Sequence[str], text: Sequence[str]) -> int:
    wanted = list(phrase)
    return sum(list(text[at : at + len(wanted)]) == wanted for at in range(len(text) - len(wanted) + 1)) if wanted else 0
