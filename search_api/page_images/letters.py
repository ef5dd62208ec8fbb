"""Which characters of the PDF are these characters of the stored page?

The stored text is one program's reading of the page, the characters that can be pointed at on it are another's: white space,
hyphens and the order of columns differ. Takes both as they stand, folds them to letters, and aligns them as a whole: a stretch of
letters that stands exactly once in each is the same stretch, and so is what stands equal beside it. A span of which some letters
are not found, or only in stretches so short that it may be chance, gives nothing: better no mark than one in a wrong place.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

STRETCH = 14
"""Letters of a stretch that is looked for; two or three words."""

SHORTEST = 8
"""Letters of the shortest stretch of a span that may stand apart from the rest of it."""

_NOWHERE = -1
_HYPHENS = frozenset("-‐‑‒–—−\u00ad\ufffe\uffff")
_SAME = str.maketrans("‘’‚“”•▪●\uf0b7\uf0a7", "'',\"\"·····")


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a text, folded, and the place of each in the text: a ligature gives several letters of one place."""

    folded: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each letter of the stored text the letter of the PDF that it is; `unread` counts those of the PDF that are none."""

    ours: Letters
    theirs: Letters
    found: tuple[int, ...]

    @property
    def unread(self) -> int:
        """Return how many letters of the PDF stand nowhere in the stored text."""
        return len(self.theirs.folded) - sum(one != _NOWHERE for one in self.found)

    def characters(self, start: int, end: int) -> tuple[int, ...]:
        """Return the places in the PDF of the letters from `start` to `end` of the stored text, none where any is not found."""
        wanted = [self.found[letter] for letter, place in enumerate(self.ours.places) if start <= place < end]
        runs = list(_runs(wanted))
        if not wanted or _NOWHERE in wanted or any(len(run) < SHORTEST for run in runs if len(runs) > 1):
            return ()
        return tuple(dict.fromkeys(self.theirs.places[letter] for letter in wanted))


def letters_of(text: Iterable[str]) -> Letters:
    """Return the letters of a text: no white space, hyphens or control characters, one case, compatible forms as one."""
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in unicodedata.normalize("NFKC", character).casefold().translate(_SAME):
            if letter not in _HYPHENS and not letter.isspace() and unicodedata.category(letter) not in {"Cc", "Cf", "Cs"}:
                folded.append(letter)
                places.append(place)
    return Letters("".join(folded), tuple(places))


def align(stored: str, printed: Sequence[str]) -> Alignment:
    """Align the stored text of a page with the characters that the PDF has."""
    ours, theirs = letters_of(stored), letters_of(printed)
    if ours.folded == theirs.folded:
        return Alignment(ours, theirs, tuple(range(len(ours.folded))))
    found = [_NOWHERE] * len(ours.folded)
    taken = bytearray(len(theirs.folded))
    once = _once(theirs.folded)
    for gram, here in _once(ours.folded).items():
        there = once.get(gram)
        if there is not None and found[here] == _NOWHERE and not taken[there]:
            for grow in (_forward, _backward):
                for at, place in grow(ours.folded, theirs.folded, here, there):
                    if found[at] != _NOWHERE or taken[place]:
                        break
                    found[at], taken[place] = place, 1
    return Alignment(ours, theirs, tuple(found))


def _once(text: str) -> dict[str, int]:
    """Return where each stretch begins that stands exactly once in a text."""
    grams = [text[at : at + STRETCH] for at in range(len(text) - STRETCH + 1)]
    counted = Counter(grams)
    return {gram: at for at, gram in enumerate(grams) if counted[gram] == 1}


def _forward(ours: str, theirs: str, here: int, there: int) -> Iterator[tuple[int, int]]:
    """Yield pairs of places from here on, as long as the letters are equal."""
    for at, place in zip(range(here, len(ours)), range(there, len(theirs)), strict=False):
        if ours[at] != theirs[place]:
            return
        yield at, place


def _backward(ours: str, theirs: str, here: int, there: int) -> Iterator[tuple[int, int]]:
    """Yield pairs of places before here, as long as the letters are equal."""
    for at, place in zip(range(here - 1, -1, -1), range(there - 1, -1, -1), strict=False):
        if ours[at] != theirs[place]:
            return
        yield at, place


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Yield stretches in which each number is one more than that before it."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run
