"""Which passages are candidates, and what does each leg say of every one of them?

Takes a `Query`, gives the union of both legs' candidate lists and of the passages that hold a phrase or reference asked for. Each
leg scores the whole union: the keyword leg word by word, so that whoever ranks can say which passage tells which word best.
Orders nothing.

The embedding leg searches on a thread of its own: it waits for memory, and the words of the keyword leg's candidates are read
meanwhile (5 ms of 100 on two cores).
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from dataclasses import replace
from enum import StrEnum
from itertools import chain
from math import fsum

import numpy as np
from numpy.typing import NDArray

from index.passages import Ranking
from index.passages import Selection
from index.passages import WordPlaces
from index.passages import word_places
from index.ports import Archive
from search_api.deputies import asks_for_an_office
from search_api.deputies import without_deputies
from search_api.everyday import WORTH
from search_api.everyday import printed_for
from search_api.peoples import named_otherwise
from search_api.query import Query

_BESIDE = ThreadPoolExecutor(max_workers=2, thread_name_prefix="embedding-leg")
"""Where the embedding leg searches; more at a time would wait for the same memory."""


class LegName(StrEnum):
    """The keyword leg and the embedding leg."""

    LEXICAL = "lexical"
    DENSE = "dense"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as put to the legs: the keyword leg or not, and the embedded question, `None` where that leg is not asked."""

    query: Query
    keyword: bool
    vector: NDArray[np.float32] | None


Words = Mapping[str, Mapping[int, float]]
"""The keyword score of each token in each chunk."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The union of the candidates, ids ascending, and what is known of them.

    `texts` has the tokens of each candidate joined by spaces (a country asked for where its people are named, `peoples.py`),
    `places` where those of the question stand in it, `typed` gives the keyword score of each token of the question in each of them
    (BM25 is their sum), and `words` the same where minutes may say it in a word of their own (`everyday.py`). `dense` has the
    cosines, `None` where that leg was not asked. `offered` says which leg had which among its candidates, `exact` which phrases and
    references, as typed, a candidate holds. `exhausted`: no leg has more to offer.
    """

    chunk_ids: tuple[int, ...]
    texts: Mapping[int, str]
    places: Mapping[int, WordPlaces]
    words: Words
    typed: Words
    dense: Mapping[int, float] | None
    offered: Mapping[LegName, frozenset[int]]
    exact: Mapping[int, tuple[str, ...]]
    exhausted: bool

    def lexical(self, chunk_ids: Sequence[int]) -> float | None:
        """Return the keyword score of these chunks taken together: each word counts where it is told best.

        `None` where the keyword leg was not asked. One chunk has its plain BM25 score.
        """
        if LegName.LEXICAL not in self.offered:
            return None
        if len(chunk_ids) == 1:
            return fsum([scores[chunk_ids[0]] for scores in self.words.values()])
        return fsum([max([scores[chunk_id] for chunk_id in chunk_ids]) for scores in self.words.values()])

    def nearest(self, chunk_ids: Sequence[int]) -> float | None:
        """Return the cosine of the nearest of these chunks, `None` where the embedding leg was not asked."""
        return None if self.dense is None else max([self.dense[chunk_id] for chunk_id in chunk_ids])


def gather(archive: Archive, asked: Asked, within: Selection | None, depth: int) -> Pool:
    """Return the candidates: at most `depth` of each leg that is asked, and at most `depth` for each phrase or reference."""
    query, vector = asked.query, asked.vector
    nearest = None if vector is None else _BESIDE.submit(archive.dense.search, vector, depth, within)
    rankings: dict[LegName, Ranking] = {}
    if asked.keyword:
        rankings[LegName.LEXICAL] = archive.lexical.search((*query.tokens, *named_otherwise(query.tokens)), depth, within)
    exact = _exact(archive, query, within, depth)
    held = _said(archive, query, _union(exact, rankings))
    if nearest is not None:
        rankings[LegName.DENSE] = nearest.result()
    union = _union(exact, rankings)
    said = _both_said(held, _said(archive, query, [one for one in union if one not in held.texts]))
    return Pool(
        chunk_ids=union,
        texts=said.texts,
        places=said.places,
        words=said.words,
        typed=said.typed,
        dense=None if vector is None else archive.dense.score(vector, union),
        offered={leg: frozenset(scored.chunk_id for scored in ranking) for leg, ranking in rankings.items()},
        exact=exact,
        exhausted=all(len(ranking) < depth for ranking in rankings.values()),
    )


def extended(archive: Archive, asked: Asked, pool: Pool, chunk_ids: Sequence[int]) -> Pool:
    """Return the pool with these chunks as well, scored by both legs; no leg had them among its candidates."""
    said = _both_said(_said_in(pool), _said(archive, asked.query, chunk_ids))
    return replace(
        pool,
        chunk_ids=tuple(sorted({*pool.chunk_ids, *chunk_ids})),
        texts=said.texts,
        places=said.places,
        words=said.words,
        typed=said.typed,
        dense=None if asked.vector is None else {**(pool.dense or {}), **archive.dense.score(asked.vector, chunk_ids)},
    )


def joined(pool: Pool, other: Pool) -> Pool:
    """Return what is in either pool of one question; `other` was gathered within wider filters."""
    said = _both_said(_said_in(pool), _said_in(other))
    return Pool(
        chunk_ids=tuple(sorted({*pool.chunk_ids, *other.chunk_ids})),
        texts=said.texts,
        places=said.places,
        words=said.words,
        typed=said.typed,
        dense=None if pool.dense is None or other.dense is None else {**pool.dense, **other.dense},
        offered={leg: ids | other.offered[leg] for leg, ids in pool.offered.items()},
        exact={**pool.exact, **other.exact},
        exhausted=pool.exhausted and other.exhausted,
    )


def _union(exact: Mapping[int, tuple[str, ...]], rankings: Mapping[LegName, Ranking]) -> tuple[int, ...]:
    """Return the chunks that hold what was asked for exactly and those of every ranking, ids ascending."""
    return tuple(sorted({*exact, *(scored.chunk_id for ranking in rankings.values() for scored in ranking)}))


@dataclass(frozen=True, slots=True)
class _Said:
    """What chunks say: `texts`, `places`, `words` and `typed` of a pool."""

    texts: Mapping[int, str]
    places: Mapping[int, WordPlaces]
    words: Words
    typed: Words


def _said(archive: Archive, query: Query, chunk_ids: Sequence[int]) -> _Said:
    texts = _texts(archive, query, chunk_ids)
    others, meant = printed_for(query.tokens), named_otherwise(query.tokens)
    wanted = frozenset((*query.tokens, *meant, *chain(*others.values())))
    places = {chunk_id: word_places(wanted, text) for chunk_id, text in texts.items()}
    weighed = archive.lexical.weigh([*dict.fromkeys((*query.tokens, *meant, *chain(*others.values())))], places)
    typed = {token: weighed[token] for token in query.tokens}
    for said, token in meant.items():
        typed[token] = {one: max(score, weighed[said][one]) for one, score in typed[token].items()}
    if meant:
        texts = {chunk_id: " ".join(meant.get(token, token) for token in text.split()) for chunk_id, text in texts.items()}
    return _Said(texts, places, _minuted(typed, others, weighed), typed)


def _said_in(pool: Pool) -> _Said:
    return _Said(pool.texts, pool.places, pool.words, pool.typed)


def _both_said(said: _Said, more: _Said) -> _Said:
    return _Said(
        {**said.texts, **more.texts},
        {**said.places, **more.places},
        _both(said.words, more.words),
        _both(said.typed, more.typed),
    )


def _texts(archive: Archive, query: Query, chunk_ids: Sequence[int]) -> Mapping[int, str]:
    """Return the tokens of each chunk, joined by spaces; of a deputy's title only that, where the office itself is asked for."""
    texts = archive.catalogue.tokens(chunk_ids)
    if not asks_for_an_office(query.tokens):
        return texts
    return {chunk_id: " ".join(without_deputies(said.split())) for chunk_id, said in texts.items()}


def _minuted(typed: Words, others: Mapping[str, tuple[str, ...]], weighed: Words) -> Words:
    """Return the score of each token in each chunk as minutes may say it; `others` are what else says a token, for less."""
    met = {token: [weighed[one] for one in others.get(token, ())] for token in typed}
    return {
        token: {one: max(score, *(WORTH * other[one] for other in met[token])) for one, score in scores.items()}
        if met[token]
        else scores
        for token, scores in typed.items()
    }


def _both(words: Words, more: Words) -> Words:
    return {token: {**scores, **more[token]} for token, scores in words.items()}


def _exact(archive: Archive, query: Query, within: Selection | None, depth: int) -> Mapping[int, tuple[str, ...]]:
    held: dict[int, list[str]] = {}
    for exact in query.exact:
        for scored in archive.lexical.phrase(exact.tokens, depth, within):
            held.setdefault(scored.chunk_id, []).append(exact.printed)
    return {chunk_id: tuple(printed) for chunk_id, printed in held.items()}
