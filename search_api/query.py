"""What did the person type?

Takes the words of a question, gives a `Query`: the words it is about, the phrases that must be held, the words that are reference
numbers, and what the operators ask for. A phrase must stand in an agenda item word for word, in every mode; `-word` and
`-"a phrase"` must not; of `pool OR baths` one must; `body:` and its like are `Filters`, names as typed (`operators.py` reads all
of these). Reference numbers come first but exclude nothing. Resolves nothing against an archive: that is `narrowing.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.passages import Filters
from index.ports import Archive
from index.text import content_tokens
from index.text import tokens
from index.text import words
from search_api.errors import DateRangeError
from search_api.errors import EmptyQueryError
from search_api.errors import QueryTooLongError
from search_api.errors import UnknownValueError
from search_api.operators import Term
from search_api.operators import TermKind
from search_api.operators import asked_by
from search_api.operators import read_terms

MAX_CHARACTERS = 500
MAX_TERMS = 32

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

_REMOVED = frozenset((TermKind.OPERATOR, TermKind.EXCLUDED, TermKind.EITHER))


@dataclass(frozen=True, slots=True)
class Exact:
    """Words that must stand together: as typed, and as tokens of the index."""

    printed: str
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A question, parsed. `text` is what was typed without its operators, `tokens` are those of its words that count.

    An item is wanted that holds all `phrases`, none of `excluded`, at least one of each of the `alternatives`, and lies within
    what is `asked`. The words of phrases and alternatives are words of the text too.
    """

    text: str
    tokens: tuple[str, ...]
    phrases: tuple[Exact, ...] = ()
    references: tuple[Exact, ...] = ()
    excluded: tuple[Exact, ...] = ()
    alternatives: tuple[tuple[Exact, ...], ...] = ()
    asked: Filters = Filters()

    @property
    def exact(self) -> tuple[Exact, ...]:
        """Everything that has to be found word for word."""
        return self.phrases + self.references

    @property
    def exact_only(self) -> bool:
        """Return whether nothing was typed but phrases and reference numbers."""
        return {token for exact in self.exact for token in exact.tokens}.issuperset(self.tokens)


def parse_query(typed: str) -> Query:
    """Read a question of at most 500 characters and 32 words; raises a `QuestionError` that says what is wrong with it."""
    text = fold(typed)
    if len(text) > MAX_CHARACTERS:
        raise QueryTooLongError("characters", len(text), MAX_CHARACTERS)
    terms = len(words(text))
    if terms > MAX_TERMS:
        raise QueryTooLongError("words", terms, MAX_TERMS)
    return read_query(text)


def read_query(typed: str) -> Query:
    """Read a question of any length; raises `EmptyQueryError`, and what an operator's value raises."""
    text = fold(typed)
    if not words(text):
        raise EmptyQueryError
    terms = read_terms(text)
    asked = asked_by(terms)
    groups = _groups(terms)
    left = _without_operators(text, terms)
    if not words(left):
        raise EmptyQueryError(operators=True)
    joined = {term for group in groups for term in group}
    return Query(
        text=left,
        tokens=tuple(dict.fromkeys(content_tokens(left))),
        phrases=_exact(term.value for term in terms if term.kind is TermKind.PHRASE and term not in joined),
        references=_references(terms),
        excluded=_exact(_bare(term.value) for term in terms if term.kind is TermKind.EXCLUDED),
        alternatives=tuple(_exact(_bare(term.value) for term in group) for group in groups),
        asked=asked,
    )


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


def _groups(terms: Sequence[Term]) -> list[list[Term]]:
    """Return the words and phrases joined by OR, each group in order; an OR that joins no two of them is left alone."""
    groups: list[list[Term]] = []
    for before, either, after in zip(terms, terms[1:], terms[2:], strict=False):
        if either.kind is not TermKind.EITHER or not (_may_be_either(before) and _may_be_either(after)):
            continue
        if groups and groups[-1][-1] == before:
            groups[-1].append(after)
        else:
            groups.append([before, after])
    return groups


def _may_be_either(term: Term) -> bool:
    return term.kind in {TermKind.WORD, TermKind.PHRASE} and bool(tokens(term.value))


def _without_operators(text: str, terms: Sequence[Term]) -> str:
    """Return what is left of the text: no operator, nothing excluded, no OR."""
    gaps = (" " if before.end < after.start else "" for before, after in pairwise(terms))
    kept = (" " if term.kind in _REMOVED else text[term.start : term.end] for term in terms)
    return fold("".join(stretch for pair in zip(kept, [*gaps, ""], strict=True) for stretch in pair))


def reference_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where reference numbers stand in a text."""
    return tuple(match.span() for match in _REFERENCE.finditer(text) if not _ordinary(match.group()))


def _references(terms: Sequence[Term]) -> tuple[Exact, ...]:
    """Return the reference numbers among the words; those inside a phrase are asked for with it."""
    typed = " ".join(term.value if term.kind is TermKind.WORD else "|" for term in terms)
    return _exact(match.group() for match in _REFERENCE.finditer(typed) if not _ordinary(match.group()))


def _exact(found: Iterable[str]) -> tuple[Exact, ...]:
    printed = dict.fromkeys(stretch.strip() for stretch in found)
    made = (Exact(stretch, tuple(tokens(stretch))) for stretch in printed)
    return tuple(exact for exact in made if exact.tokens)


def _bare(word: str) -> str:
    """Return a word without the brackets and stops around it."""
    return re.sub(r"^\W+|\W+$", "", word)


def _ordinary(reference: str) -> bool:
    return _ORDINARY.fullmatch(reference) is not None
