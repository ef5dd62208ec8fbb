"""Here is a word that stands nowhere: which words of the archive are spelled nearly so? All are compared, letter by letter.

Takes words, gives words: optimal string alignment by its recurrence (Damerau 1964; no stretch is edited twice).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.memory.stored import Stored
from index.vocabulary import count_words
from index.vocabulary import spelled_alike


class MemoryVocabulary:
    """A `Vocabulary` that compares with everything."""

    def __init__(self, stored: Sequence[Stored]) -> None:
        self._words = count_words(text for held in stored for text in held.texts)

    def similar(self, word: str, k: int) -> tuple[str, ...]:
        """Return the words of the archive that are spelled nearly so."""
        asked, most = spelled_alike(word)
        if asked in self._words:
            return ()
        distances = {other: _edits(asked, other) for other in self._words} if most else {}
        near = sorted((distance, -self._words[other], other) for other, distance in distances.items() if distance <= most)
        return tuple(other for _, _, other in near[: max(k, 0)])


def _edits(one: str, other: str) -> int:
    """How many letters must be put in, left out, replaced or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        following = [place]
        for at, (left, above) in enumerate(pairwise(row), start=1):
            change = left + (letter != other[at - 1])
            swapped = place > 1 and at > 1 and letter == other[at - 2] and one[place - 2] == other[at - 1]
            swap = before[at - 2] + 1 if swapped else change
            following.append(min(change, swap, above + 1, following[-1] + 1))
        before, row = row, following
    return row[-1]
