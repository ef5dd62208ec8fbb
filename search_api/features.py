"""What does each candidate tell of itself, beside the scores of the two legs?

Takes the candidates of one question (their passages, tokens, context and the kind of their document) and what the question asks for
(its kind, the dates, bodies and councils named in it), gives a number a feature for each agenda item. All of it is known without
reading a page or a record: the first 50 items hold far more than their order shows, and telling them apart must cost milliseconds.
Judges nothing: `rerank.py` holds the weights.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from math import exp
from math import fsum
from math import log

import numpy as np
from numpy.typing import NDArray

from index.passages import Chunk
from index.passages import ChunkKind
from index.passages import Filters
from index.sources import DocumentKind
from index.text import tokens
from search_api.candidates import LegName
from search_api.candidates import Pool
from search_api.candidates import Words
from search_api.fusion import z_scores
from search_api.kinds import QuestionKind

Features = Mapping[str, float]
"""One number a feature, the same names for every item."""

_CAP = 2.2
"""BM25 with k1 = 1.2 gives one word at most (k1 + 1) times its inverse document frequency."""

_SETTLED = frozenset(
    {
        QuestionKind.DECISION,
        QuestionKind.PRECEDENT,
        QuestionKind.VOTE,
        QuestionKind.VOTERS,
        QuestionKind.TIMELINE,
        QuestionKind.OTHER,
    }
)
_RECORDS = (DocumentKind.MINUTES, DocumentKind.DECISION, DocumentKind.AGENDA)
_VOTED = frozenset({QuestionKind.VOTE, QuestionKind.VOTERS})
_VOTE_TOKENS = frozenset(tokens("vote votes voted voting favour against abstained unanimously carried defeated"))
_MOVED_TOKENS = frozenset(tokens("proposed seconded moved proposal"))
_DATED = re.compile(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})$")
_MONTHS = {name: number for number, name in enumerate(month_name)}
_NEAR, _FAR = 3, 10
_FEW = 5
"""Telling words: fewer are keywords and say no less than a sentence does."""

_MONTH = 31
_SEASON = 120
_LONG = 365
"""Days."""

LEADERS = 4
"""Items that come first, to which the others are likened."""

_TIMED = 2
"""Leaders near which in time an item may lie."""

_BESIDE = ("like another", "near another", "late")
"""Nought until it is known which items come first."""

_SHORT = 30
"""Tokens, context included: an item of fewer is a heading, a line of an agenda."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of the question: its kind, how much each telling token weighs, the dates, bodies and councils it names, and
    the tokens of other names in it; `lately` where it asks how a matter stands. `held` are the bodies and councils of the archive.
    """

    kind: QuestionKind
    weights: Mapping[str, float]
    dates: tuple[Filters, ...] = ()
    bodies: frozenset[str] = frozenset()
    councils: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    lately: bool = False
    held: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entrant:
    """An agenda item among the candidates: those of its passages that are in the pool, their tokens joined by spaces, and the kind
    of its document.
    """

    chunks: tuple[Chunk, ...]
    texts: tuple[str, ...]
    kind: DocumentKind

    @property
    def ids(self) -> list[int]:
        """Return the ids of its passages."""
        return [chunk.id for chunk in self.chunks]


def features_of(told: Told, pool: Pool, entrants: Mapping[str, Entrant], dense_weight: float) -> Mapping[str, Features]:
    """Return the features of each item; scores of the legs are compared among the entrants, so all must be given together.

    `dense_weight` is the embedding leg's in "fused", the score of both together (`fusion.py`); a leg that was not asked has none.
    """
    names = sorted(entrants)
    if not names:
        return {}
    ordered = [entrants[one] for one in names]
    heard = _heard(told, pool, ordered)
    weight = 0.0 if pool.dense is None else dense_weight if LegName.LEXICAL in pool.offered else 1.0
    for leg, feature in (("words", "lexical"), ("meaning", "nearness"), ("passage", "best passage")):
        heard[leg] = list(z_scores(dict(enumerate(heard[feature])), range(len(names))).values())
    heard["fused"] = [weight * near + (1 - weight) * said for near, said in zip(heard["meaning"], heard["words"], strict=True)]
    columns = {**heard, **_of_record(told, ordered), **_of_place(told, ordered), **dict.fromkeys(_BESIDE, [0.0] * len(names))}
    rows = zip(*columns.values(), strict=True)
    return {one: dict(zip(columns, row, strict=True)) for one, row in zip(names, rows, strict=True)}


def _heard(told: Told, pool: Pool, entrants: Sequence[Entrant]) -> dict[str, list[float]]:
    """Return what words and meaning say of each item, a column a feature.

    All passages at once: one row a passage, one column a token, and an item is a run of rows.
    """
    ids = [chunk_id for entrant in entrants for chunk_id in entrant.ids]
    starts = np.cumsum([0, *(len(entrant.chunks) for entrant in entrants[:-1])])
    telling = np.array([*told.weights.values()])
    total = float(telling.sum()) or 1.0
    words = _table(pool.words, ids)
    places = {token: at for at, token in enumerate(pool.words)}
    held = words[:, [places[token] for token in told.weights]] > 0
    of_item = np.maximum.reduceat(held, starts)
    typed = _table({token: pool.typed[token] for token in told.weights}, ids) > 0
    numbers = [at for at, token in enumerate(told.weights) if token.isdigit()]
    named = [at for at, token in enumerate(told.weights) if token in told.names]
    nearness = np.array([0.0 if pool.dense is None else pool.dense[chunk_id] for chunk_id in ids])
    most = _CAP * float(telling.sum()) or 1.0
    columns = {
        "lexical": np.maximum.reduceat(words, starts).sum(axis=1),
        "nearness": np.maximum.reduceat(nearness, starts),
        "best passage": np.maximum.reduceat(words.sum(axis=1) / most + nearness, starts),
        "share": np.maximum.reduceat((held * telling).sum(axis=1), starts) / total,
        "share of item": (of_item * telling).sum(axis=1) / total,
        "share as typed": (np.maximum.reduceat(typed, starts) * telling).sum(axis=1) / total,
    }
    return {
        **{name: column.tolist() for name, column in columns.items()},
        "numbers missing": (~of_item[:, numbers]).sum(axis=1).tolist(),
        "names missing": ((~of_item * telling)[:, named].sum(axis=1) / (float(telling[named].sum()) or 1.0)).tolist(),
        "telling words": [log(max(len(told.weights), _FEW))] * len(entrants),
        "side by side": _side_by_side(told, pool, entrants),
    }


def _table(words: Words, chunk_ids: Sequence[int]) -> NDArray[np.float64]:
    """Return the score of each token in each chunk, a row a chunk, a column a token."""
    columns = words.values()
    return np.array([[column[chunk_id] for column in columns] for chunk_id in chunk_ids]).reshape(len(chunk_ids), len(columns))


def best_passage(told: Told, pool: Pool, chunk_id: int) -> float:
    """Return how near a passage lies to the question, by words and by meaning: the most of them is its item's "best passage"."""
    most = _CAP * fsum(told.weights.values()) or 1.0
    return (pool.lexical([chunk_id]) or 0.0) / most + (pool.nearest([chunk_id]) or 0.0)


def _side_by_side(told: Told, pool: Pool, entrants: Sequence[Entrant]) -> list[float]:
    """Return, an item each, the weighted share of the question's neighbouring words that stand near one another in a passage."""
    pairs = {(first, second): min(told.weights[first], told.weights[second]) for first, second in pairwise(told.weights)}
    total = fsum(pairs.values())
    if not total:
        return [0.0] * len(entrants)
    found = [[places for chunk_id in one.ids if len(places := pool.places[chunk_id].places) > 1] for one in entrants]
    return [_met(pairs, passages) / total if passages else 0.0 for passages in found]


def _met(pairs: Mapping[tuple[str, str], float], passages: Sequence[Mapping[str, Sequence[int]]]) -> float:
    """Return the weight of the pairs that stand near one another, each where it stands nearest."""
    told = 0.0
    for (first, second), weight in pairs.items():
        near = [_nearness(places[first], places[second]) for places in passages if first in places and second in places]
        if near:
            told += weight * max(near)
    return told


def _nearness(first: Sequence[int], second: Sequence[int]) -> float:
    gap = min(abs(at - other) for at in first for other in second)
    return 1.0 if gap <= _NEAR else 0.5 if gap <= _FAR else 0.2


def beside_leaders(
    features: Mapping[str, Features],
    entrants: Mapping[str, Entrant],
    leaders: Sequence[str],
    like: Mapping[str, Sequence[float]],
    *,
    lately: bool,
) -> Mapping[str, Features]:
    """Return the features with how like each item is to another that comes among the first, how near in time, and how late.

    A matter comes back from meeting to meeting under other words; what is like the best answers belongs to it more often than what
    only shares a word with the question. An item is never likened to itself: where it was, whatever came first stayed there.
    `leaders` are the items that come first, best first, `like` has the cosine of each item to each of them. Where it is asked how
    a matter stands (`lately`), what is later says it better.
    """
    days = {one: _day_of(entrant.chunks[0].context) for one, entrant in entrants.items()}
    newest = max((day for one in leaders if (day := days[one])), default=None)
    timed = leaders[:_TIMED]
    return {
        one: {
            **told,
            "like another": max([cosine for other, cosine in zip(leaders, like[one], strict=True) if other != one], default=0.0),
            "near another": max([_near_in_time(days[one], days[other]) for other in timed if other != one], default=0.0),
            "late": _lateness(days[one], newest) if lately else 0.0,
        }
        for one, told in features.items()
    }


def _lateness(day: date | None, newest: date | None) -> float:
    """Return how late an item is, 1 for as late as the newest of the first few or later."""
    return exp(min((day - newest).days, 0) / _LONG) if day and newest else 0.0


def _near_in_time(day: date | None, other: date | None) -> float:
    return exp(-abs((day - other).days) / _SEASON) if day and other else 0.0


def _of_record(told: Told, entrants: Sequence[Entrant]) -> dict[str, list[float]]:
    """Return what the record says of each item, a column a feature; what the question does not ask for is nought for all."""
    nought = [0.0] * len(entrants)
    agenda = [float(one.kind is DocumentKind.AGENDA) for one in entrants]
    decides = [float(any(chunk.kind is ChunkKind.DECISION for chunk in one.chunks)) for one in entrants]
    settled, voted, who = told.kind in _SETTLED, told.kind in _VOTED, told.kind is QuestionKind.WHO
    return {
        "agenda": agenda,
        "agenda of history": agenda if told.kind is QuestionKind.TIMELINE else nought,
        "no minutes": [float(one.kind not in _RECORDS) for one in entrants],
        "passages": [log(len(one.chunks)) for one in entrants],
        "short": [float(max([text.count(" ") for text in one.texts]) < _SHORT - 1) for one in entrants],
        "decides": decides if settled else nought,
        "decides nothing": [1.0 - one for one in decides] if settled else nought,
        "votes": [float(_holds(one, _VOTE_TOKENS) > 1) for one in entrants] if voted else nought,
        "moved": [float(_holds(one, _MOVED_TOKENS) > 0) for one in entrants] if who else nought,
    }


def _holds(entrant: Entrant, wanted: frozenset[str]) -> int:
    """Return how many of these tokens stand in the item."""
    return len(wanted.intersection(" ".join(entrant.texts).split()))


def _of_place(told: Told, entrants: Sequence[Entrant]) -> dict[str, list[float]]:
    """Return what the context says of each item, a column a feature; what the question does not ask for is nought for all."""
    nought = [0.0] * len(entrants)
    contexts = [one.chunks[0].context for one in entrants]
    parts = [context.split(". ") for context in contexts]
    days = [_day_of(context) for context in contexts] if told.dates else []
    months = [one for one in told.dates if _is_short(one)]
    other_body = [float(told.bodies.isdisjoint(named)) for named in parts] if told.bodies else nought
    return {
        "date": [float(any(_within(day, one) for one in told.dates)) for day in days] or nought,
        "month": [float(any(_within(day, one) for one in months)) for day in days] or nought,
        "body": [1.0 - one for one in other_body] if told.bodies else nought,
        "other body": other_body,
        "other council": [float(told.councils.isdisjoint(named)) for named in parts] if told.councils else nought,
        "named place": [_named_place(told, named) for _, *named in parts],
    }


def _named_place(told: Told, named: Sequence[str]) -> float:
    """Return the weighted share of the question's words that name whose meeting it was, and when.

    Only names that the archive holds are read as such, since a title may go on after a full stop: "defibrillator" was refused
    because "i. Whittington church lighting for defibrillator" was taken for a place. An item without a title is not lifted by
    its council. `named` is the context without its first sentence.
    """
    said = frozenset[str]().union(*(_tokens_of(one) for one in named if one in told.held or _read_day(one)))
    if said.isdisjoint(told.weights):
        return 0.0
    return fsum([weight for token, weight in told.weights.items() if token in said]) / fsum(told.weights.values())


@lru_cache(maxsize=4096)
def _tokens_of(place: str) -> frozenset[str]:
    """Return the tokens of a body, a council or a day."""
    return frozenset(tokens(place))


def _day_of(context: str) -> date | None:
    """Return the day that ends a context, as `ingest/chunking.py` writes it, or `None` where none is stated."""
    return _read_day(context.rpartition(". ")[2])


@lru_cache(maxsize=4096)
def _read_day(words: str) -> date | None:
    found = _DATED.search(words)
    return date(int(found[3]), _MONTHS[found[2]], int(found[1])) if found and found[2] in _MONTHS else None


def _within(day: date | None, wanted: Filters) -> bool:
    return day is not None and (wanted.since is None or wanted.since <= day) and (wanted.until is None or day <= wanted.until)


def _is_short(wanted: Filters) -> bool:
    """Return whether a date asked for is a month or a day."""
    return wanted.since is not None and wanted.until is not None and (wanted.until - wanted.since).days <= _MONTH
