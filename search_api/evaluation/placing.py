"""Where in a document does a text stand, counted in words?

Turns the stored pages of a document into one sequence of words, and finds in it a labelled agenda item (from its first words
to its last) and a predicted limb (from its span). Words, not characters, so that punctuation and mark-up never move a place.
"""

from __future__ import annotations

from bisect import bisect_left
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from re import finditer

from index.sources import Page
from search_api.evaluation.judgements import GoldItem
from search_api.evaluation.wording import words


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `first` to `last` (not included) of a document."""

    first: int
    last: int

    def __contains__(self, other: Stretch) -> bool:
        """Return whether the other stretch lies inside this one."""
        return self.first <= other.first and other.last <= self.last


class WordIndex:
    """The words of a document in order; each knows the page and the character at which its run of letters begins."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._words: list[str] = []
        self._keys: list[tuple[int, int]] = []
        self._where: dict[str, list[int]] = defaultdict(list)
        for page in sorted(pages, key=lambda one: one.number):
            for run in finditer(r"\S+", page.text):
                self._add((page.number, run.start()), run.group())

    def _add(self, key: tuple[int, int], run: str) -> None:
        for word in words(run):
            self._where[word].append(len(self._words))
            self._words.append(word)
            self._keys.append(key)

    def occurrences(self, text: str) -> list[Stretch]:
        """Return every stretch whose words are those of the text, in order; a text without words has none."""
        wanted = list(words(text))
        if not wanted:
            return []
        starts = self._where.get(wanted[0], [])
        size = len(wanted)
        return [Stretch(start, start + size) for start in starts if self._words[start : start + size] == wanted]

    def at(self, page: int, start: int, text: str) -> Stretch:
        """Return the stretch of a text that begins at a character of a page."""
        run = bisect_right(self._keys, (page, start)) - 1
        first = bisect_left(self._keys, self._keys[run]) if run >= 0 else 0
        return Stretch(first, first + len(words(text)))


def item_stretch(item: GoldItem, index: WordIndex) -> Stretch | None:
    """Return the shortest stretch from the item's first words to its last that holds all its limbs; `None` where none does."""
    limbs = [index.occurrences(limb.text) for limb in item.limbs]
    pairs = product(index.occurrences(item.start), index.occurrences(item.end))
    stretches = (Stretch(start.first, end.last) for start, end in pairs if end.last >= start.last)
    complete = [stretch for stretch in stretches if _holds_all(stretch, limbs)]
    return min(complete, key=lambda stretch: stretch.last - stretch.first, default=None)


def _holds_all(stretch: Stretch, limbs: Sequence[Sequence[Stretch]]) -> bool:
    return all(any(place in stretch for place in places) for places in limbs)
