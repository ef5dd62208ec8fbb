"""What does each candidate tell of itself, beside the scores of the two legs?

Takes the candidates of one question (their passages, tokens, context and the kind of their document) and what the question asks for
(its kind, the dates, bodies and councils named in it), gives a number a feature for each agenda item. All of it is known without
reading a page or a record: the first 50 items hold far more than their order shows, and telling them apart must cost milliseconds.
Judges nothing: `rerank.py` holds the weights.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from functools import lru_cache
from itertools import pairwise
from math import fsum
from math import log

from index.passages import Chunk
from index.passages import ChunkKind
from index.passages import Filters
from index.sources import DocumentKind
from index.text import tokens
from search_api.candidates import Pool
from search_api.evidence import held_words
from search_api.fusion import z_scores
from search_api.kinds import QuestionKind

Features = Mapping[str, float]
"""One number a feature, the same names for every item."""

_CAP = 2.2
"""BM25 with k1 = 1.2 gives one word at most (k1 + 1) times its inverse document frequency."""

_SETTLED = frozenset({QuestionKind.DECISION, QuestionKind.VOTE, QuestionKind.VOTERS, QuestionKind.TIMELINE, QuestionKind.OTHER})
_VOTED = frozenset({QuestionKind.VOTE, QuestionKind.VOTERS})
_VOTE_TOKENS = frozenset(tokens("vote votes voted voting favour against abstained unanimously carried defeated"))
_MOVED_TOKENS = frozenset(tokens("proposed seconded moved proposal"))
_DATED = re.compile(r"(\d{1,2} [A-Z][a-z]+ \d{4})$")
_NEAR, _FAR = 3, 10
_FEW = 5
"""Telling words: fewer are keywords and say no less than a sentence does."""

_MONTH = 31
"""Days."""

_SHORT = 30
"""Tokens, context included: an item of fewer is a heading, a line of an agenda."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of the question: its kind, how much each telling token weighs, and the dates, bodies and councils it names."""

    kind: QuestionKind
    weights: Mapping[str, float]
    dates: tuple[Filters, ...] = ()
    bodies: frozenset[str] = frozenset()
    councils: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entrant:
    """An agenda item among the candidates: those of its passages that are in the pool, with their tokens, and what it stands in."""

    chunks: tuple[Chunk, ...]
    tokens: tuple[tuple[str, ...], ...]
    kind: DocumentKind

    @property
    def ids(self) -> list[int]:
        """Return the ids of its passages."""
        return [chunk.id for chunk in self.chunks]


def features_of(told: Told, pool: Pool, entrants: Mapping[str, Entrant]) -> Mapping[str, Features]:
    """Return the features of each item; scores of the legs are compared among the entrants, so all must be given together."""
    names = sorted(entrants)
    alone = {one: _alone(told, pool, entrants[one]) for one in names}
    among = {
        "words": z_scores({one: pool.lexical(entrants[one].ids) or 0.0 for one in names}, names),
        "meaning": z_scores({one: alone[one]["nearness"] for one in names}, names),
        "passage": z_scores({one: alone[one]["best passage"] for one in names}, names),
    }
    return {one: {**{name: scores[one] for name, scores in among.items()}, **alone[one]} for one in names}


def _alone(told: Told, pool: Pool, entrant: Entrant) -> Features:
    """Return what an item tells without being compared with the others."""
    return {
        **_of_words(told, pool, entrant),
        **_of_record(told, entrant),
        **_of_place(told, entrant.chunks[0].context),
    }


def _best_passage(told: Told, pool: Pool, entrant: Entrant) -> float:
    """Return how well one passage speaks to the question in words and in meaning at once."""
    most = fsum(_CAP * weight for weight in told.weights.values()) or 1.0
    return max((pool.lexical([one]) or 0.0) / most + (pool.nearest([one]) or 0.0) for one in entrant.ids)


def _of_words(told: Told, pool: Pool, entrant: Entrant) -> Features:
    held = [held_words(told.weights, pool.words, one) for one in entrant.ids]
    together = {token for token in told.weights for one in entrant.ids if pool.words[token][one] > 0}
    total = fsum(told.weights.values()) or 1.0
    return {
        "nearness": pool.nearest(entrant.ids) or 0.0,
        "best passage": _best_passage(told, pool, entrant),
        "telling words": log(max(len(told.weights), _FEW)),
        "share": max(share for share, _ in held),
        "share of item": fsum(told.weights[token] for token in sorted(together)) / total,
        "side by side": _side_by_side(told, entrant.tokens),
    }


def _side_by_side(told: Told, passages: Sequence[Sequence[str]]) -> float:
    """Return the weighted share of the question's neighbouring words that stand near one another in a passage (0 to 1)."""
    pairs = list(pairwise(told.weights))
    weights = [min(told.weights[first], told.weights[second]) for first, second in pairs]
    if not fsum(weights):
        return 0.0
    near = [max((_nearness(*pair, passage) for passage in passages), default=0.0) for pair in pairs]
    return fsum(weight * one for weight, one in zip(weights, near, strict=True)) / fsum(weights)


def _nearness(first: str, second: str, passage: Sequence[str]) -> float:
    if first not in passage or second not in passage:
        return 0.0
    seconds = [at for at, token in enumerate(passage) if token == second]
    gap = min(abs(at - other) for at, token in enumerate(passage) if token == first for other in seconds)
    return 1.0 if gap <= _NEAR else 0.5 if gap <= _FAR else 0.2


def _of_record(told: Told, entrant: Entrant) -> Features:
    decides = any(chunk.kind is ChunkKind.DECISION for chunk in entrant.chunks)
    held = frozenset(token for passage in entrant.tokens for token in passage)
    return {
        "agenda": float(entrant.kind is DocumentKind.AGENDA),
        "no minutes": float(entrant.kind not in {DocumentKind.MINUTES, DocumentKind.DECISION, DocumentKind.AGENDA}),
        "passages": log(len(entrant.chunks)),
        "short": float(max(map(len, entrant.tokens)) < _SHORT),
        "decides": float(decides and told.kind in _SETTLED),
        "decides nothing": float(not decides and told.kind in _SETTLED),
        "votes": float(told.kind in _VOTED and len(held & _VOTE_TOKENS) > 1),
        "moved": float(told.kind is QuestionKind.WHO and bool(held & _MOVED_TOKENS)),
    }


def _of_place(told: Told, context: str) -> Features:
    named = context.split(". ")
    day = _day_of(context)
    inside = [_within(day, one) for one in told.dates]
    return {
        "date": float(any(inside)),
        "month": float(any(into and _is_short(one) for into, one in zip(inside, told.dates, strict=True))),
        "other date": float(bool(told.dates) and not any(inside)),
        "body": float(not told.bodies.isdisjoint(named)),
        "other body": float(bool(told.bodies) and told.bodies.isdisjoint(named)),
        "other council": float(bool(told.councils) and told.councils.isdisjoint(named)),
        "named place": _named_place(told.weights, tuple(named[1:])),
    }


def _named_place(weights: Mapping[str, float], named: tuple[str, ...]) -> float:
    """Return the weighted share of the question's words that name whose meeting it was."""
    said = _tokens_of(named)
    total = fsum(weights.values()) or 1.0
    return fsum(weight for token, weight in weights.items() if token in said) / total


@lru_cache(maxsize=4096)
def _tokens_of(named: tuple[str, ...]) -> frozenset[str]:
    return frozenset(tokens(" ".join(named)))


@lru_cache(maxsize=4096)
def _day_of(context: str) -> date | None:
    """Return the day that ends a context, as `ingest/chunking.py` writes it, or `None` where none is stated."""
    found = _DATED.search(context)
    return datetime.strptime(found[1], "%d %B %Y").date() if found else None  # noqa: DTZ007 - a day has no time zone to lose


def _within(day: date | None, wanted: Filters) -> bool:
    return day is not None and (wanted.since is None or wanted.since <= day) and (wanted.until is None or day <= wanted.until)


def _is_short(wanted: Filters) -> bool:
    """Return whether a date asked for is a month or a day."""
    return wanted.since is not None and wanted.until is not None and (wanted.until - wanted.since).days <= _MONTH
