"""What stands in the archive on this?

Takes a `Query`, gives the agenda items that match it, best first, each once, with the passages that matched. Holds one committed
generation for its life. The filters are resolved once and pushed into both legs; both legs score the union of both candidate
lists; what holds a quoted phrase or a reference number comes first, always. Makes no quotation and judges no answer.

Ranked are agenda items, not passages: a title stands in one passage, the vote in another, and the item has both. In the keyword
leg each word counts where the item tells it best, in the embedding leg the nearest passage counts. On 101 questions put to 2,463
real documents this found the right item first in 69 of 100 cases, ranking by the best single passage in 60.

    Searcher(archive, embedder, settings).search(query, filters, mode, k) -> Found
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import inf
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from index.errors import WrongModelError
from index.ids import document_of
from index.passages import Chunk
from index.passages import Filters
from index.passages import indexed_text
from index.ports import Archive
from index.ports import Embedder
from index.sources import DocumentKind
from index.text import tokens
from index.word_vectors import WordVectors
from search_api.candidates import Asked
from search_api.candidates import Pool
from search_api.candidates import extended
from search_api.candidates import gather
from search_api.candidates import joined
from search_api.chips import Chip
from search_api.chips import ChipKind
from search_api.chips import together
from search_api.confidence import LEAST
from search_api.confidence import LEAST_MET
from search_api.confidence import SURE
from search_api.confidence import as_read_whole
from search_api.confidence import confidence_of
from search_api.deputies import asks_for_an_office
from search_api.deputies import deputised
from search_api.errors import RerankError
from search_api.evidence import NO_EVIDENCE
from search_api.evidence import Evidence
from search_api.evidence import held_words
from search_api.evidence import strongest
from search_api.evidence import token_weights
from search_api.features import LEADERS
from search_api.features import Entrant
from search_api.features import Features
from search_api.features import Told
from search_api.features import beside_leaders
from search_api.features import best_passage
from search_api.features import features_of
from search_api.found import ChunkHit
from search_api.found import Found
from search_api.found import ItemHit
from search_api.found import Mode
from search_api.fusion import Leg
from search_api.fusion import best_first
from search_api.fusion import fuse
from search_api.kinds import asks_how_it_stands
from search_api.kinds import kind_of
from search_api.matching import matching
from search_api.matching import outside
from search_api.narrowing import selection_of
from search_api.ordering import Order
from search_api.ordering import ordered
from search_api.places import Place
from search_api.places import find_documents
from search_api.places import find_places
from search_api.proper_names import proper_names
from search_api.query import Query
from search_api.rerank import RERANKERS
from search_api.rerank import FusedOrder
from search_api.rerank import Reranker
from search_api.settings import SearchSettings
from search_api.understanding import understand
from search_api.words_met import telling_text
from search_api.words_met import unsaid

MAX_CANDIDATES = 3200
"""A leg is never asked for more; 50 agenda items have been enough long before."""

_READ_WORDS = 64
"""So many words, or pieces of words, of a passage are read to judge the best item, those that a question is not about left out:
as good as the first 128 with them, in half the time (BENCHMARKS.md)."""

_READ, _DOUBT = 2, 0.3
"""So many passages are read at most; the second only where the first leaves the item this little below what is called an answer: on
249 questions a second never told more than that."""

_BEYOND = 0.3
"""The part of each leg's candidates that may lie outside what was understood: more find nothing more, and the rest is enough."""

_YEAR = 366
"""Days."""

DATED = 300
"""Agenda items looked at, at least, where they are listed by date: the newest on "council tax" may rank below the first 100."""


Items = Mapping[str, Sequence[Chunk]]
"""The chunks among the candidates, by the id of their agenda item."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """The candidates of one question, what each tells of itself, and its score, best first."""

    entrants: Mapping[str, Entrant]
    features: Mapping[str, Features]
    scores: Mapping[str, float]


class Searcher:
    """Searches one generation; may be shared between threads.

    Raises `WrongModelError` when the embedder is not the model that the archive was built with.
    """

    def __init__(self, archive: Archive, embedder: Embedder, settings: SearchSettings, reranker: Reranker | None = None) -> None:
        if embedder.identity != archive.manifest.model:
            raise WrongModelError(str(archive.manifest.model), str(embedder.identity))
        self.archive = archive
        self.embedder = embedder
        self.settings = settings
        self.coverage = lru_cache(maxsize=1024)(archive.register.coverage)
        """What lies within filters: counted once, since a generation never changes."""
        self.reranker = reranker or RERANKERS[settings.rerank]
        self._kinds: dict[str, DocumentKind] = {}
        # a tokeniser keeps its padding and truncation in itself, so two threads must not use one at a time
        self._embedding = Lock()

    def search(
        self,
        query: Query,
        filters: Filters,
        mode: Mode = Mode.HYBRID,
        k: int | None = None,
        whole: int = 0,
        *,
        listed: Order = Order.BEST,
        beyond: Filters | None = None,
    ) -> Found:
        """Return at most `k` agenda items (by default as many as the settings say), best first, ties by id; by date, only those
        that really match. The first `whole` of them come with all their chunks, not only with those that were candidates.

        After what matches within the filters comes, best first, what matches within `beyond`, the filters that the person gave,
        where others were read from the words of the question.
        """
        wanted = self.settings.top_k if k is None else k
        told = self._told(query)
        asked = Asked(query, mode is not Mode.DENSE, None if mode is Mode.LEXICAL else self._embed(query.text))
        by_match = listed is Order.BEST
        reach = beyond if by_match and mode is Mode.HYBRID else None
        pool, items, inside = self._gathered(asked, filters, wanted if by_match else max(wanted, DATED), reach)
        held = _exact_held(pool, items)
        weighed = self._weighed(told, pool, items, held, mode)
        ranked, others = _told_apart(_exact_first(weighed.scores, held), inside)
        best = ranked[0] if ranked else None
        sure = self._confidence(told, query, weighed, best, pool) if best and mode is Mode.HYBRID else None
        matched = matching(weighed.scores, ranked, weighed.features, held, legs=frozenset(pool.offered))
        if others:
            answers = sure is not None and sure >= LEAST
            others = outside(weighed.scores, best or others[0], others, weighed.features, held, answers=answers)
        if others:
            ranked = [*matched, *others, *(one for one in ranked if one not in matched)]
        order = (ranked if by_match else self._by_date(matched, listed))[:wanted]
        pool, items = self._completed(asked, pool, items, order[:whole])
        shown = dict.fromkeys((*order, best) if best else order)
        passages = self._passages(query, pool, [chunk for one in shown for chunk in items[one]])
        places = find_places(self.archive.catalogue, order)
        hits = (_item_hit(place, weighed, passages[place.item.id]) for place in places)
        evidence = strongest(hit.evidence for hit in passages[best]) if best else NO_EVIDENCE
        return Found(query, filters, mode, tuple(hits), len(ranked), sure, matched, tuple(others), listed, evidence)

    def _gathered(self, asked: Asked, filters: Filters, wanted: int, beyond: Filters | None) -> tuple[Pool, Items, Collection[str]]:
        """Return the candidates, the chunks of each item among them, and which items lie within the filters."""
        everything = self.settings.candidates
        further = 0 if beyond is None else round(_BEYOND * everything)
        pool, items = self._candidates(asked, filters, everything - further, wanted)
        if beyond is None:
            return pool, items, items.keys()
        more = gather(self.archive, asked, selection_of(self.archive, asked.query, beyond), further)
        others = self._by_item([chunk_id for chunk_id in more.chunk_ids if chunk_id not in pool.texts])
        return joined(pool, more), {**items, **others}, items.keys()

    def _weighed(self, told: Told, pool: Pool, items: Items, held: Mapping[str, int], mode: Mode) -> _Weighed:
        """Return what each item tells of itself and its score, best first; `held` counts the phrases and references it holds."""
        entrants = self._entrants(pool, items)
        features = features_of(told, pool, entrants, self.archive.manifest.dense_weight)
        # one leg alone is asked for what that leg says, and the weights were learned on both
        reranker = self.reranker if mode is Mode.HYBRID else FusedOrder()
        scores = _scored(reranker, features)
        if mode is Mode.HYBRID and scores:
            leaders = _exact_first(scores, held)[:LEADERS]
            features = beside_leaders(features, entrants, leaders, self._like(leaders, pool, items), lately=told.lately)
            scores = _scored(reranker, features)
        return _Weighed(entrants, features, scores)

    def _confidence(self, told: Told, query: Query, weighed: _Weighed, best: str, pool: Pool) -> float:
        """Return how sure it is that the best item answers: where it does not hold every word of the question, its nearest passage
        is read, and the next where that leaves doubt. None is read where it is sure whatever a passage says: it is at least so.
        """
        entrant, features = weighed.entrants[best], weighed.features[best]
        held = set(" ".join(entrant.texts).split())
        left = unsaid(query.text, self.embedder.embed_query_words(query.text), told.weights, held)
        if left is None or not left.words:
            return confidence_of(features, None if left is None else 1.0)
        if (at_least := confidence_of(features, LEAST_MET)) > SURE:
            return at_least
        nearest = sorted(entrant.chunks, key=lambda chunk: (-best_passage(told, pool, chunk.id), chunk.id))
        sure = -inf
        for chunk in nearest[:_READ]:
            sure = max(sure, confidence_of(features, as_read_whole(left.met_by(self._read(chunk, query)))))
            if not LEAST - _DOUBT < sure < LEAST:
                break
        return sure

    def _read(self, chunk: Chunk, query: Query) -> WordVectors:
        """Read the telling words of a passage one by one; where an office is asked for, without those in a deputy's title."""
        pages = self.archive.catalogue.pages(sorted({(span.document_id, span.page) for span in chunk.spans}))
        text = telling_text(indexed_text(chunk, pages))
        said = self.embedder.embed_passage_words(text, _READ_WORDS)
        return said.without(deputised(text)) if asks_for_an_office(query.tokens) else said

    def _by_date(self, item_ids: Sequence[str], listed: Order) -> Sequence[str]:
        standing = self.archive.register.standing(item_ids)
        return ordered(item_ids, {item_id: standing[item_id].date for item_id in item_ids}, listed)

    def _candidates(self, asked: Asked, filters: Filters, depth: int, wanted: int) -> tuple[Pool, Items]:
        """Gather candidates, deeper while they belong to too few agenda items; return them with the chunks of each item."""
        within = selection_of(self.archive, asked.query, filters)
        while True:
            pool = gather(self.archive, asked, within, depth)
            items = self._by_item(pool.chunk_ids)
            if len(items) >= wanted or pool.exhausted or depth >= MAX_CANDIDATES:
                return pool, items
            depth *= 2

    def _completed(self, asked: Asked, pool: Pool, items: Items, order: Sequence[str]) -> tuple[Pool, Items]:
        """Return both with all the chunks of these items: a vote often stands where the words of the question do not."""
        beside = self.archive.catalogue.beside([items[item_id][0].id for item_id in order]).chunk_ids
        if not (added := [chunk_id for chunk_id in beside if chunk_id not in pool.texts]):
            return pool, items
        more = self._by_item(added)
        whole = {item_id: [*chunks, *more.get(item_id, ())] for item_id, chunks in items.items()}
        return extended(self.archive, asked, pool, added), whole

    def _by_item(self, chunk_ids: Sequence[int]) -> dict[str, list[Chunk]]:
        items: dict[str, list[Chunk]] = {}
        for chunk in self.archive.catalogue.chunks(chunk_ids):
            items.setdefault(chunk.item_id, []).append(chunk)
        return items

    def _embed(self, text: str) -> NDArray[np.float32]:
        with self._embedding:
            return self.embedder.embed_query(text)

    def _like(self, leaders: Sequence[str], pool: Pool, items: Items) -> Mapping[str, Sequence[float]]:
        """Return how like each item is to what each leader says that is nearest to the question."""
        nearest = [max(items[one], key=lambda chunk: (pool.nearest([chunk.id]) or 0.0, -chunk.id)).id for one in leaders]
        like = self.archive.dense.like(nearest, pool.chunk_ids)
        return {one: _nearest_of([like[chunk.id] for chunk in chunks]) for one, chunks in items.items()}

    def _entrants(self, pool: Pool, items: Items) -> Mapping[str, Entrant]:
        self._learn_kinds({document_of(item_id) for item_id in items} - self._kinds.keys())
        return {
            item_id: Entrant(tuple(chunks), tuple(pool.texts[chunk.id] for chunk in chunks), self._kinds[document_of(item_id)])
            for item_id, chunks in items.items()
        }

    def _learn_kinds(self, document_ids: Collection[str]) -> None:
        """Note what these documents are: a hundred are asked for at every search, and a generation never changes."""
        wanted = sorted(document_ids)
        found = find_documents(self.archive.catalogue, wanted)
        self._kinds.update((document_id, document.kind) for document_id, document in zip(wanted, found, strict=True))

    def _told(self, query: Query) -> Told:
        """Return what a question tells of what it wants; "last year" is counted from the newest meeting held."""
        everything = self.coverage(Filters())
        chips = understand(query.text, self.coverage, everything.latest or date.min).chips
        asked = together(chips)
        weights = token_weights(self.archive.lexical, query, self.archive.manifest.counts.chunks)
        return Told(
            kind=kind_of(query),
            weights=_without_bounds(weights, chips),
            dates=tuple(chip.filters for chip in chips if chip.kind is ChipKind.DATE),
            bodies=frozenset(asked.bodies),
            councils=frozenset(asked.councils),
            names=frozenset(tokens(" ".join(proper_names(query.text)))),
            lately=asks_how_it_stands(query),
            held=frozenset((*everything.bodies, *everything.councils)),
        )

    def _fused(self, pool: Pool) -> Mapping[int, float]:
        """Return the fused score of each chunk."""
        lexical = {one: score for one in pool.chunk_ids if (score := pool.lexical([one])) is not None}
        weight = self.archive.manifest.dense_weight if lexical and pool.dense else 1.0
        return fuse([Leg(lexical, 1 - weight if pool.dense else 1.0), Leg(pool.dense or {}, weight)])

    def _passages(self, query: Query, pool: Pool, chunks: Sequence[Chunk]) -> Mapping[str, Sequence[ChunkHit]]:
        """Return the passages of each item, those that hold a phrase or reference first, then by their own fused score."""
        scores = self._fused(pool)
        weights = token_weights(self.archive.lexical, query, self.archive.manifest.counts.chunks)
        hits = [_hit(query, chunk, pool, scores[chunk.id], held_words(weights, pool.words, chunk.id)) for chunk in chunks]
        grouped: dict[str, list[ChunkHit]] = {}
        for hit in sorted(hits, key=lambda hit: (-len(hit.exact), -hit.score, hit.chunk.id)):
            grouped.setdefault(hit.chunk.item_id, []).append(hit)
        return grouped


def _item_hit(place: Place, weighed: _Weighed, passages: Sequence[ChunkHit]) -> ItemHit:
    item_id = place.item.id
    return ItemHit(place, weighed.scores[item_id], tuple(passages), weighed.features[item_id]["names missing"])


def _nearest_of(passages: Sequence[Sequence[float]]) -> Sequence[float]:
    """Return, a leader each, the cosine of the passage that is nearest to it."""
    return [max(cosines) for cosines in zip(*passages, strict=True)]


def _scored(reranker: Reranker, features: Mapping[str, Features]) -> Mapping[str, float]:
    """Return the score of each agenda item, best first."""
    scores = reranker.rerank(features)
    if scores.keys() != features.keys():
        raise RerankError(type(reranker).__name__)
    return best_first(scores)


def _without_bounds(weights: Mapping[str, float], chips: Sequence[Chip]) -> Mapping[str, float]:
    """Return the weights without the words of "since 2019" and "2015 to 2022": a meeting of 2021 need not say 2019 or 2022, as one
    "in 2021" does.

    Where nothing else is asked, these words are all there is.
    """
    dates = [chip for chip in chips if chip.kind is ChipKind.DATE]
    said = {token for chip in dates if _is_long(chip.filters) for token in tokens(chip.words)}
    return {token: weight for token, weight in weights.items() if token not in said} or weights


def _is_long(asked: Filters) -> bool:
    """Return whether more than a year is asked for."""
    return not asked.since or not asked.until or (asked.until - asked.since).days > _YEAR


def _exact_first(scores: Mapping[str, float], held: Mapping[str, int]) -> list[str]:
    """Return the items in order: whatever holds most of the phrases and references comes first, always."""
    return sorted(scores, key=lambda item_id: -held[item_id])


def _told_apart(order: Sequence[str], inside: Collection[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return what lies inside and what outside, each in order."""
    return [one for one in order if one in inside], [one for one in order if one not in inside]


def _exact_held(pool: Pool, items: Items) -> Mapping[str, int]:
    """Return how many of the phrases and references each item holds."""
    return {item: len({printed for chunk in items[item] for printed in pool.exact.get(chunk.id, ())}) for item in items}


def _hit(query: Query, chunk: Chunk, pool: Pool, score: float, held: tuple[float, int]) -> ChunkHit:
    cosine = pool.nearest([chunk.id])
    exact = pool.exact.get(chunk.id, ())
    return ChunkHit(
        chunk=chunk,
        score=score,
        lexical=pool.lexical([chunk.id]),
        dense=cosine,
        offered=tuple(leg for leg, ids in pool.offered.items() if chunk.id in ids),
        exact=exact,
        evidence=Evidence(*held, cosine, bool(exact), query.exact_only),
    )
