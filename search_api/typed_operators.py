"""Which operators did the person type, and how is the question without each?

Takes what was typed, gives each phrase, `-excluded` word, `body:` and its like with the words as they stand and the question as it
would be without it, so that the page can offer to take it away. A phrase is taken away by its quotation marks alone: its words are
still what the question is about. `this OR that` stays as typed. Judges nothing; `operators.py` reads the terms.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from search_api.operators import Term
from search_api.operators import TermKind
from search_api.operators import read_terms
from search_api.query import fold


@dataclass(frozen=True, slots=True)
class TypedOperator:
    """One operator: its name (`phrase`, `excluded`, `body` ...), its value, the words typed, and the question without it."""

    name: str
    value: str
    words: str
    rest: str


def typed_operators(typed: str) -> tuple[TypedOperator, ...]:
    """Return the operators in their order; raises `ExcludedOperatorError` as reading the question does."""
    text = fold(typed)
    terms = read_terms(text)
    beside = {one for pair in pairwise(terms) if TermKind.EITHER in {each.kind for each in pair} for one in pair}
    return tuple(_operator(term, text) for term in terms if _is_operator(term) and term not in beside)


def _is_operator(term: Term) -> bool:
    return term.kind in {TermKind.PHRASE, TermKind.EXCLUDED, TermKind.OPERATOR}


def _operator(term: Term, text: str) -> TypedOperator:
    left = term.value if term.kind is TermKind.PHRASE else ""
    rest = fold(f"{text[: term.start]} {left} {text[term.end :]}")
    return TypedOperator(term.name or term.kind.value, term.value, text[term.start : term.end], rest)
