"""What did the person type?

Takes the words of a question, gives a `Query`: the words it is about, the phrases put in double quotes, and the words that are
reference numbers. Whatever stands in the archive word for word in a phrase or a reference comes first; everything else is a
matter of score. There are no operators: a bracket or a minus sign is punctuation, as it is in minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass

from index.passages import Filters
from index.ports import Archive
from index.text import content_tokens
from index.text import tokens
from index.text import words
from search_api.errors import DateRangeError
from search_api.errors import EmptyQueryError
from search_api.errors import QueryTooLongError
from search_api.errors import UnknownValueError

MAX_CHARACTERS = 500
MAX_TERMS = 32

_QUOTED = re.compile('["“”„«»]([^"“”„«»]+)["“”„«»]')
_PART = r"(?:[A-Za-z]{0,4}\d+[A-Za-z]?|[A-Za-z]{1,4})"
_REFERENCE = re.compile(rf"(?:(?:[A-Za-z]\.){{2,}}\s+)?(?<![\w/]){_PART}(?:/{_PART})+(?![\w/])")
"""A number with a stroke (71/19, 07/00328/F, C048/23), with the initials that may stand before it (P.P.S. 2017/A); not 15km/h."""

_ORDINARY = re.compile(
    r"""(?:19|20)\d\d/\d\d(?:\d\d)?   # a financial year: written 2020/21 here and 2020-21 there, so it must not decide
      | \d{1,2}/\d{1,2}/\d{2,4}       # a date
      | \d/\d | 24/7 | 50/50          # fractions and figures of speech
      | [^\d]*                        # strokes without any number (and/or)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Exact:
    """Words that must stand together: as typed, and as tokens of the index."""

    printed: str
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A question, parsed. `text` is what was typed with white space folded; `tokens` are those of the words that count."""

    text: str
    tokens: tuple[str, ...]
    phrases: tuple[Exact, ...] = ()
    references: tuple[Exact, ...] = ()

    @property
    def exact(self) -> tuple[Exact, ...]:
        """Everything that has to be found word for word."""
        return self.phrases + self.references

    @property
    def exact_only(self) -> bool:
        """Return whether nothing was typed but phrases and reference numbers."""
        return {token for exact in self.exact for token in exact.tokens}.issuperset(self.tokens)


def parse_query(typed: str) -> Query:
    """Read a question of at most 500 characters and 32 words; raises `EmptyQueryError` or `QueryTooLongError`."""
    text = fold(typed)
    if len(text) > MAX_CHARACTERS:
        raise QueryTooLongError("characters", len(text), MAX_CHARACTERS)
    terms = len(words(text))
    if terms > MAX_TERMS:
        raise QueryTooLongError("words", terms, MAX_TERMS)
    return read_query(text)


def read_query(typed: str) -> Query:
    """Read a question of any length, for collections whose questions nobody typed; raises `EmptyQueryError`."""
    text = fold(typed)
    if not words(text):
        raise EmptyQueryError
    phrases = _exact(match.group(1) for match in _QUOTED.finditer(text))
    references = _exact(match.group() for match in _REFERENCE.finditer(_QUOTED.sub(" ", text)) if not _ordinary(match.group()))
    return Query(text, tuple(dict.fromkeys(content_tokens(text))), phrases, references)


def fold(typed: str) -> str:
    """Return what was typed with white space folded and without the half characters that no store can encode."""
    return " ".join(typed.encode(errors="replace").decode().split())


def check_filters(archive: Archive, filters: Filters) -> Filters:
    """Return the filters, or refuse those that can only give nothing by mistake.

    Raises `UnknownValueError` for a council or body that the archive does not hold and `DateRangeError` for a range that ends
    before it begins: a misspelt filter must not read as "nothing was decided".
    """
    if filters.since and filters.until and filters.since > filters.until:
        raise DateRangeError(filters.since, filters.until)
    if filters.councils or filters.bodies:
        held = archive.register.coverage(Filters())
        _check("council", filters.councils, held.councils)
        _check("body", filters.bodies, held.bodies)
    return filters


def _check(parameter: str, values: Sequence[str], allowed: Sequence[str]) -> None:
    for value in values:
        if value not in allowed:
            raise UnknownValueError(parameter, value, allowed)


def _exact(found: Iterable[str]) -> tuple[Exact, ...]:
    printed = dict.fromkeys(stretch.strip() for stretch in found)
    made = (Exact(stretch, tuple(tokens(stretch))) for stretch in printed)
    return tuple(exact for exact in made if exact.tokens)


def _ordinary(reference: str) -> bool:
    return _ORDINARY.fullmatch(reference) is not None
