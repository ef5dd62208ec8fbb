"""Which words stand in an archive, and how far may a misspelt one lie from them?

Takes texts as they are indexed, gives their words (whole, not stemmed) with the number of texts each stands in; says how many
edits are let pass for a word. Words with a digit are left out: a reference number that differs by one is another reference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from index.text import normalise
from index.text import words

_FEWEST_LETTERS = 4
_LONG = 8
_PART = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_POSSESSIVE = re.compile(r"'s\Z")
_DIGIT = re.compile(r"\d")


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Return in how many of the texts each word stands; a compound gives itself and its parts, both apostrophes are one."""
    total: Counter[str] = Counter()
    known: dict[str, frozenset[str]] = {}  # minutes say the same words again and again, and folding them costs most
    for text in texts:
        held: set[str] = set()
        for piece in set(text.split()):
            if piece not in known:
                known[piece] = _words_of(piece)
            held |= known[piece]
        total.update(held)
    return total


def spelled_alike(word: str) -> tuple[str, int]:
    """Return the word as it would be counted, and how many edits may lie between it and its like: none for what is no word,
    is shorter than four letters or holds a digit, one up to seven letters, two from eight.
    """
    folded = _folded(normalise(word))
    letters = sum(character.isalpha() for character in folded)
    if words(folded) != [folded] or letters < _FEWEST_LETTERS or _DIGIT.search(folded):
        return folded, 0
    return folded, 1 if letters < _LONG else 2


def _words_of(piece: str) -> frozenset[str]:
    found = map(_folded, words(piece))
    return frozenset(word for whole in found for word in (whole, *_PART.findall(whole)) if not _DIGIT.search(word))


def _folded(word: str) -> str:
    return _POSSESSIVE.sub("", word.replace("’", "'"))
