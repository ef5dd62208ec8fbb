"""What are the words of a sentence, for comparing one sentence with another?

Takes text, gives words in order with their stem, what kind of word each is and what parts it from the word before. Figures are kept
whole with their sign ("£1,200", "5%", "15km/h"), number words are figures, "n't" is "not". Used for a line and for what it is
compared with alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.text import STOP_WORDS
from index.text import normalise
from index.text import tokens
from search_api.plain.vocabulary import BEARING
from search_api.plain.vocabulary import BOUNDARIES
from search_api.plain.vocabulary import CLASS_OF
from search_api.plain.vocabulary import GUARDS
from search_api.plain.vocabulary import NUMBERS
from search_api.plain.vocabulary import TITLES

COMMA = 1
CONJUNCTION = 2

_PIECE = re.compile(r"[£$€]?\d(?:[\w,.:/%]*[\w%])?|[^\W\d_]+(?:[’'][^\W\d_]+)*|[,;:.!?()\[\]–—\"“”•]")
_COMMAS = frozenset(',()[]–—"“”:')
_NOT = re.compile(r"n[’']t\b|(?<=\bcan)not\b", re.IGNORECASE)
_PER_CENT = re.compile(r"(?<=\d)\s*per\s?cent\b", re.IGNORECASE)
_MONTH = "May"
"""The one month that is a word of doubt in small letters."""
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that counts. `apart` is what stands between it and the word before; `bearing` the small word that leads it."""

    stem: str
    capital: bool
    number: bool
    apart: int
    bearing: str

    @property
    def guard(self) -> bool:
        """Return whether the word turns a meaning round, narrows it or puts it into somebody's mouth."""
        return self.stem in GUARDS

    @property
    def hard(self) -> bool:
        """Return whether the word is a figure or may be a name."""
        return self.number or self.capital


def plain_text(text: str) -> str:
    """Return text with "not" and per cent written one way, and white space folded."""
    return " ".join(_PER_CENT.sub("%", _NOT.sub(" not", text)).split())


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words that count: guards, outcomes, figures and what a sentence is about."""
    found: list[Word] = []
    apart, bearing = 0, ""
    for match in _PIECE.finditer(plain_text(text)):
        printed = match.group()
        folded = normalise(printed)
        if not printed[0].isalnum() and printed[0] not in "£$€":
            apart, bearing = max(apart, COMMA if printed in _COMMAS else CONJUNCTION), ""
            continue
        apart = max(apart, CONJUNCTION if folded in BOUNDARIES else 0)
        stem, number = _stem(printed, folded)
        title = stem in TITLES
        if number or stem in GUARDS or stem in CLASS_OF or (folded not in STOP_WORDS and folded not in BOUNDARIES | BEARING):
            found.append(Word(stem, printed[0].isupper() and not title, number, apart, "" if title else bearing))
            apart = 0
        bearing = folded if folded in BEARING else bearing if title else ""
    return tuple(found)


def _stem(printed: str, folded: str) -> tuple[str, bool]:
    if printed == _MONTH:
        return printed, False
    if folded in NUMBERS:
        return NUMBERS[folded], True
    if any(letter.isdigit() for letter in folded):
        return _ORDINAL.sub("", folded.replace(",", "")), True
    return (folded if folded in GUARDS else tokens(folded)[0]), False
