"""What stands in the archive on this?

Takes a `Query`, gives the agenda items that match it, best first, each once, with the passages that matched. Holds one committed
generation for its life. The filters are resolved once and pushed into both legs; both legs score the union of both candidate
lists; what holds a quoted phrase or a reference number comes first, always. Makes no quotation and judges no answer.

    Searcher(archive, embedder, settings).search(query, filters, mode, k) -> Found
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from index.errors import WrongModelError
from index.passages import Chunk
from index.passages import Filters
from index.passages import Selection
from index.passages import indexed_text
from index.ports import Archive
from index.ports import Embedder
from search_api.evidence import Evidence
from search_api.evidence import held_shares
from search_api.evidence import is_weak
from search_api.evidence import strongest
from search_api.evidence import token_weights
from search_api.fusion import Leg
from search_api.fusion import fuse
from search_api.places import Place
from search_api.places import find_places
from search_api.query import Query
from search_api.rerank import Candidate
from search_api.rerank import NoReranker
from search_api.rerank import Reranker
from search_api.rerank import reordered
from search_api.settings import SearchSettings

WITNESSES = 3
"""How many of the best items are asked for evidence: the best may be one leg's favourite alone."""

MAX_CANDIDATES = 3200
"""A leg is never asked for more; 50 agenda items have been enough long before."""


class Mode(StrEnum):
    """Which legs search: the keyword leg, the embedding leg, or both fused."""

    LEXICAL = "lexical"
    DENSE = "dense"
    HYBRID = "hybrid"


@dataclass(frozen=True, slots=True)
class ChunkHit:
    """A passage that matched. `score` is fused and means something within its ranking only; `evidence` stands on its own.

    A leg's score is `None` when that leg was not asked; `offered` says which legs had it among their candidates, `exact` which
    phrases and references it holds, as typed.
    """

    chunk: Chunk
    score: float
    lexical: float | None
    dense: float | None
    offered: tuple[Mode, ...]
    exact: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ItemHit:
    """An agenda item and the passages of it that matched, best first; its score is that of the first."""

    place: Place
    chunks: tuple[ChunkHit, ...]

    @property
    def score(self) -> float:
        """Return the score of the best passage."""
        return self.chunks[0].score


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: at most `k` items, and of how many. `weak` says that they are only the nearest there is."""

    query: Query
    filters: Filters
    mode: Mode
    hits: tuple[ItemHit, ...]
    total: int
    evidence: Evidence

    @property
    def weak(self) -> bool:
        """Return whether the evidence is too weak to call this an answer."""
        return is_weak(self.evidence)


@dataclass(frozen=True, slots=True)
class _Pool:
    """The union of both candidate lists; a leg's scores are `None` when it was not asked."""

    lexical: Mapping[int, float] | None
    dense: Mapping[int, float] | None
    shares: Mapping[int, float]
    offered: Mapping[Mode, frozenset[int]]
    exact: Mapping[int, tuple[str, ...]]
    exhausted: bool


class Searcher:
    """Searches one generation; may be shared between threads.

    Raises `WrongModelError` when the embedder is not the model that the archive was built with.
    """

    def __init__(self, archive: Archive, embedder: Embedder, settings: SearchSettings, reranker: Reranker | None = None) -> None:
        if embedder.identity != archive.manifest.model:
            raise WrongModelError(str(archive.manifest.model), str(embedder.identity))
        self.archive = archive
        self.settings = settings
        self.embedder = embedder
        self._reranker = reranker or NoReranker()
        # a tokeniser keeps its padding and truncation in itself, so two threads must not use one at a time
        self._embedding = Lock()

    def search(self, query: Query, filters: Filters, mode: Mode = Mode.HYBRID, k: int | None = None) -> Found:
        """Return at most `k` agenda items (by default as many as the settings say), best first, ties by chunk id."""
        wanted = self.settings.top_k if k is None else k
        within = self.archive.catalogue.select(filters) if filters else None
        vector = None if mode is Mode.LEXICAL else self._embed(query.text)
        depth = self.settings.candidates
        while True:
            pool = self._pool(query, vector, within, mode, depth)
            grouped = self._grouped(query, pool)
            if len(grouped) >= wanted or pool.exhausted or depth >= MAX_CANDIDATES:
                break
            depth *= 2
        shown = list(grouped.items())[:wanted]
        places = find_places(self.archive.catalogue, [item_id for item_id, _ in shown])
        hits = tuple(ItemHit(place, tuple(chunks)) for place, (_, chunks) in zip(places, shown, strict=True))
        return Found(query, filters, mode, hits, len(grouped), _evidence(hits))

    def _embed(self, text: str) -> NDArray[np.float32]:
        with self._embedding:
            return self.embedder.embed_query(text)

    def _pool(self, query: Query, vector: NDArray[np.float32] | None, within: Selection | None, mode: Mode, depth: int) -> _Pool:
        lexical, dense = self.archive.lexical, self.archive.dense
        rankings = {}
        if mode is not Mode.DENSE:
            rankings[Mode.LEXICAL] = lexical.search(query.tokens, depth, within)
        if vector is not None:
            rankings[Mode.DENSE] = dense.search(vector, depth, within)
        exact = self._exact(query, within, depth)
        offered = {name: frozenset(scored.chunk_id for scored in ranking) for name, ranking in rankings.items()}
        union = sorted(frozenset(exact).union(*offered.values()))
        weights = token_weights(lexical, query.tokens, self.archive.manifest.counts.chunks)
        return _Pool(
            lexical=None if mode is Mode.DENSE else lexical.score(query.tokens, union),
            dense=None if vector is None else dense.score(vector, union),
            shares=held_shares(lexical, weights, union),
            offered=offered,
            exact=exact,
            exhausted=all(len(ranking) < depth for ranking in rankings.values()),
        )

    def _exact(self, query: Query, within: Selection | None, depth: int) -> Mapping[int, tuple[str, ...]]:
        held: dict[int, list[str]] = {}
        for exact in query.exact:
            for scored in self.archive.lexical.phrase(exact.tokens, depth, within):
                held.setdefault(scored.chunk_id, []).append(exact.printed)
        return {chunk_id: tuple(printed) for chunk_id, printed in held.items()}

    def _grouped(self, query: Query, pool: _Pool) -> Mapping[str, Sequence[ChunkHit]]:
        """Return the passages of each agenda item, the items in the order of their best passage."""
        scores = {scored.chunk_id: scored.score for scored in fuse(_legs(pool, self.archive.manifest.dense_weight))}
        order = sorted(scores, key=lambda chunk_id: -len(pool.exact.get(chunk_id, ())))
        chunks = dict(zip(order, self.archive.catalogue.chunks(order), strict=True))
        grouped: dict[str, list[ChunkHit]] = {}
        for chunk_id in self._reranked(query, order, chunks):
            hit = _hit(query, chunks[chunk_id], scores[chunk_id], pool)
            grouped.setdefault(hit.chunk.item_id, []).append(hit)
        return grouped

    def _reranked(self, query: Query, order: Sequence[int], chunks: Mapping[int, Chunk]) -> Sequence[int]:
        head = order[: self._reranker.depth]
        if not head:
            return order
        pages = self.archive.catalogue.pages(
            sorted({(span.document_id, span.page) for chunk_id in head for span in chunks[chunk_id].spans})
        )
        candidates = [Candidate(chunk_id, indexed_text(chunks[chunk_id], pages)) for chunk_id in head]
        return [*reordered(self._reranker, query.text, candidates), *order[len(head) :]]


def _legs(pool: _Pool, dense_weight: float) -> Sequence[Leg]:
    if pool.lexical is None or pool.dense is None:
        return [Leg(scores, 1.0) for scores in (pool.lexical, pool.dense) if scores is not None]
    return [Leg(pool.lexical, 1 - dense_weight), Leg(pool.dense, dense_weight)]


def _hit(query: Query, chunk: Chunk, score: float, pool: _Pool) -> ChunkHit:
    cosine = None if pool.dense is None else pool.dense[chunk.id]
    exact = pool.exact.get(chunk.id, ())
    return ChunkHit(
        chunk=chunk,
        score=score,
        lexical=None if pool.lexical is None else pool.lexical[chunk.id],
        dense=cosine,
        offered=tuple(name for name, ids in pool.offered.items() if chunk.id in ids),
        exact=exact,
        evidence=Evidence(pool.shares[chunk.id], cosine, bool(exact), query.exact_only),
    )


def _evidence(hits: Sequence[ItemHit]) -> Evidence:
    return strongest(hit.evidence for item in hits[:WITNESSES] for hit in item.chunks)
