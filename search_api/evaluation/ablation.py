"""Which ways of searching are compared, and which part does each leave out?

Two tables of names and functions: each takes the Searcher that answers people and gives a search that differs from it in one
thing. Made by composition only: a part is left out through what the Searcher already takes, never by a switch inside it, so what
is measured is what people use. Searches nothing and scores nothing itself.

To add a part: one line in `PARTS`, and a function where a lambda would not be read at a glance.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from copy import copy
from dataclasses import replace

from index.passages import Filters
from search_api.applied import Applied
from search_api.applied import apply
from search_api.applied import today
from search_api.evaluation.run import RESULTS
from search_api.found import Found
from search_api.found import Mode
from search_api.narrowing import asked_of
from search_api.query import Query
from search_api.rerank import RERANKERS
from search_api.rerank import WEIGHTS
from search_api.rerank import FusedOrder
from search_api.rerank import RecordReranker
from search_api.search import Searcher

Search = Callable[[Query], Found]
Way = Callable[[Searcher], Search]
"""Takes the Searcher as it is, gives another way to search the same archive."""


def in_mode(searcher: Searcher, mode: Mode) -> Search:
    """Return the search in one mode, as deep as a results file is, within what plain words ask for today."""

    def search(query: Query) -> Found:
        applied = _understood(searcher, query)
        return searcher.search(query, applied.filters, mode, RESULTS, beyond=applied.beyond)

    return search


def nothing_outside(searcher: Searcher) -> Search:
    """Return the search that lists nothing outside of what plain words ask for."""
    return lambda query: searcher.search(query, _understood(searcher, query).filters, Mode.HYBRID, RESULTS)


def not_understood(searcher: Searcher) -> Search:
    """Return the search for which the words of a question name no date, body or council."""
    return lambda query: searcher.search(query, Filters(), Mode.HYBRID, RESULTS)


def alike(searcher: Searcher) -> Search:
    """Return the search by fused scores whose legs count the same, whatever weight the archive was built with."""
    # A copy and not a new Searcher, so that whatever else it was given stays as it is.
    other = copy(searcher)
    other.reranker = FusedOrder()
    other.archive = replace(searcher.archive, manifest=replace(searcher.archive.manifest, dense_weight=0.5))
    return in_mode(other, Mode.HYBRID)


def reranked_by(searcher: Searcher, name: str) -> Search:
    """Return the search whose candidates are put in order in another way that the settings know."""
    other = copy(searcher)
    other.reranker = RERANKERS[name]
    return in_mode(other, Mode.HYBRID)


def without_features(searcher: Searcher, *names: str) -> Search:
    """Return the search for which these features tell nothing."""
    other = copy(searcher)
    other.reranker = RecordReranker({name: weight for name, weight in WEIGHTS.items() if name not in names})
    return in_mode(other, Mode.HYBRID)


def inexact(searcher: Searcher) -> Search:
    """Return the search for which a quotation mark or a reference number is like any other word."""
    search = in_mode(searcher, Mode.HYBRID)
    return lambda query: search(replace(query, phrases=(), references=()))


def _understood(searcher: Searcher, query: Query) -> Applied:
    return apply(searcher, query.text, asked_of(searcher.archive, query), (), today())


LEGS: Mapping[str, Way] = {
    "hybrid": lambda searcher: in_mode(searcher, Mode.HYBRID),
    "lexical": lambda searcher: in_mode(searcher, Mode.LEXICAL),
    "dense": lambda searcher: in_mode(searcher, Mode.DENSE),
}
"""Both legs together, and each alone; the first is what the others are compared with."""

PARTS: Mapping[str, Way] = {
    "whole": lambda searcher: in_mode(searcher, Mode.HYBRID),
    "no lexical leg": lambda searcher: in_mode(searcher, Mode.DENSE),
    "no dense leg": lambda searcher: in_mode(searcher, Mode.LEXICAL),
    "no features, legs weighted alike": alike,
    "nothing exact first": inexact,
    "nothing understood": not_understood,
    "nothing outside": nothing_outside,
    "no features, scores fused": lambda searcher: reranked_by(searcher, "fusion"),
    "no features, ranks fused": lambda searcher: reranked_by(searcher, "ranks"),
    "no best passage": lambda searcher: without_features(searcher, "passage"),
    "no shares of words": lambda searcher: without_features(searcher, "share", "share of item", "numbers missing"),
    "no words side by side": lambda searcher: without_features(searcher, "side by side"),
    "no kind of document": lambda searcher: without_features(searcher, "agenda", "agenda of history", "no minutes"),
    "no likeness to the first": lambda searcher: without_features(searcher, "like another", "near another"),
    "no lateness": lambda searcher: without_features(searcher, "late"),
    "no length": lambda searcher: without_features(searcher, "short", "passages"),
    "no kind of question": lambda searcher: without_features(searcher, "decides", "decides nothing", "votes", "moved"),
    "no date": lambda searcher: without_features(searcher, "date", "month"),
    "no body or council": lambda searcher: without_features(searcher, "body", "other body", "other council", "named place"),
}
"""The whole, and the whole without one part; the first is what the others are compared with."""
