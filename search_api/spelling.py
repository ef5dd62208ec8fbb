"""Did they mean another word?

Takes what was typed, gives it with its misspelt words replaced by words that stand in the archive, or nothing. A word is taken to
be misspelt only where neither it nor its stem stands anywhere in the archive, and something spelled nearly so does. Never changes
a phrase in quotes, an operator, what is excluded, or anything with a digit; never searches by itself what it suggests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence

from index.ports import Archive
from index.text import STOP_WORDS
from index.text import normalise
from index.text import tokens
from search_api.operators import Term
from search_api.operators import TermKind
from search_api.operators import read_terms
from search_api.peoples import named_otherwise

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NO_WORDS = re.compile(r"[\d@_]|:\S")
"""What marks a reference number, an address or something like an operator: no part of it is corrected."""

_LOOKED_AT = 5


def suggestion(archive: Archive, query_text: str) -> str | None:
    """Return the question with its misspelt words replaced, as typed otherwise; `None` where there is nothing to suggest.

    Raises `QuestionError` where the question itself could not be read.
    """
    typed = [word for term in read_terms(query_text) for word in _words(query_text, term)]
    strange = _strange(archive, [word.group() for word in typed])
    meant = {word: _meant(archive, word) for word in strange}
    if not any(meant.values()):
        return None
    suggested = query_text
    for word in reversed(typed):  # from the end, so that the places before stay true
        for similar in meant.get(word.group(), ()):
            suggested = suggested[: word.start()] + _cased(similar, word.group()) + suggested[word.end() :]
    return suggested


def _meant(archive: Archive, word: str) -> Sequence[str]:
    """Return the nearest word with the same first letter: people rarely miss that one, and "Kent" is no slip for "sent"."""
    near = archive.vocabulary.similar(word, _LOOKED_AT)
    return [similar for similar in near if similar[0] == normalise(word)[0]][:1]


def _words(text: str, term: Term) -> Iterator[re.Match[str]]:
    """The words of a term that may be corrected, where they stand in the text."""
    if term.kind is TermKind.WORD and not _NO_WORDS.search(text, term.start, term.end):
        yield from _WORD.finditer(text, term.start, term.end)


def _strange(archive: Archive, typed: Sequence[str]) -> list[str]:
    """The words that stand nowhere in the archive, in no form that the keyword leg would find, nor the people of a country."""
    said = {word: (*tokens(word), *named_otherwise(tokens(word))) for word in typed}
    held = archive.lexical.frequencies([token for one in said.values() for token in one])
    return [word for word, one in said.items() if normalise(word) not in STOP_WORDS and not any(held[token] for token in one)]


def _cased(similar: str, typed: str) -> str:
    if typed.isupper():
        return similar.upper()
    return similar[:1].upper() + similar[1:] if typed[:1].isupper() else similar
