"""How do words become tokens, the same way when building and when asking?

Takes text, gives lower-case, accent-free, stemmed tokens. Reference numbers such as `71/19` or `07/00328/F` give the whole and
its parts, so they are found exactly and loosely. Never touches stored text: tokens are for finding, spans are for quoting.
Stemming is Snowball's English stemmer (Porter 2), through PyStemmer.
"""

from __future__ import annotations

import re
import unicodedata

import Stemmer

TEXT_VERSION = 1
"""Raised with every change that gives other tokens: an archive built with another version must be rebuilt."""

STOP_WORDS = frozenset(
    (  # noqa: SIM905 - ninety words, a line each, would hide the two functions below
        "a about all also an and any are as at be been being but by can could did do does for from had has have he her him his how"
        " i if in into is it its just me more most my no nor not of off on or our out over own she should so some such than that"
        " the their them then there these they this those to too under until up very was we were what when where which while who"
        " whom why will with would you your tell show please"
    ).split()
)
"""Words that a question is made of, not about. They are indexed, for phrases, but do not count when asking."""

_WORD = re.compile(r"\w+(?:[’'./\-]\w+)*")
_PART = re.compile(r"\w+")
_APOSTROPHE = re.compile(r"[’']")
_stem = Stemmer.Stemmer("english").stemWord


def normalise(text: str) -> str:
    """Fold compatibility forms, accents, soft hyphens and case. Doing it twice changes nothing more."""
    decomposed = unicodedata.normalize("NFKD", text.replace("\u00ad", "").replace("\u200b", ""))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return unicodedata.normalize("NFKC", bare.casefold()).casefold()


def words(text: str) -> list[str]:
    """Return normalised words in order, compounds whole: `"Cllr O'Brien, 71/19"` gives `cllr o'brien 71/19`."""
    return _WORD.findall(normalise(text))


def tokens(text: str) -> list[str]:
    """Return stemmed tokens in order; a compound gives itself and then its parts."""
    found: list[str] = []
    for word in words(text):
        found.extend(_tokens_of(word))
    return found


def content_tokens(text: str) -> list[str]:
    """Return the tokens of the words that a question is about, or all tokens where nothing else is left."""
    kept = [token for word in words(text) if word not in STOP_WORDS for token in _tokens_of(word)]
    return kept or tokens(text)


def _tokens_of(word: str) -> list[str]:
    plain = _APOSTROPHE.sub("", word) if not word.endswith(("'s", "’s")) else word[:-2]
    parts = _PART.findall(plain)
    if len(parts) <= 1:
        return [_stem(part) for part in parts]
    return [plain, *(_stem(part) for part in parts)]
