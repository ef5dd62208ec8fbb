"""What must every backend do? Here it is done in plain Python.

The reference that the others are compared with: exact BM25 and exact cosine over everything, a list where a real backend has an
index. An address `memory:NAME` lives as long as the process and is for tests only. Nothing here is quick, and nothing is saved.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.deposits import require_fit
from index.errors import ArchiveBusyError
from index.errors import MissingArchiveError
from index.errors import UnknownRecordError
from index.errors import WrongModelError
from index.ids import text_digest
from index.manifest import Counts
from index.manifest import Manifest
from index.manifest import ModelIdentity
from index.passages import Chunk
from index.passages import Filters
from index.passages import Ranking
from index.passages import Selection
from index.passages import indexed_text
from index.passages import ranked
from index.ports import Archive
from index.ports import Coverage
from index.ports import Deposit
from index.ports import FacetValue
from index.ports import KnownDocument
from index.ports import Listing
from index.ports import PageKey
from index.records import AgendaItem
from index.records import Meeting
from index.records import unclear_facts
from index.sources import Page
from index.sources import SourceDocument
from index.text import tokens as tokens_of

_SATURATION = 1.2
_LENGTH_WEIGHT = 0.75

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class _Stored:
    deposit: Deposit
    reading: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Generation:
    manifest: Manifest
    stored: dict[str, _Stored]


_ARCHIVES: dict[str, _Generation] = {}
_WRITTEN_NOW: set[str] = set()


def open_memory(place: str) -> Archive:
    """Open the archive of this name; raises `MissingArchiveError`."""
    if place not in _ARCHIVES:
        raise MissingArchiveError(f"memory:{place}")
    held = _ARCHIVES[place]
    stored = tuple(held.stored.values())
    return Archive(held.manifest, MemoryCatalogue(stored), MemoryRegister(stored), MemoryLexical(stored), MemoryDense(stored))


def begin_memory(place: str, model: ModelIdentity, reading: str, *, rebuild: bool = False) -> MemoryWriter:
    """Begin the next generation; raises `WrongModelError` and `ArchiveBusyError`."""
    if place in _WRITTEN_NOW:
        raise ArchiveBusyError(f"memory:{place}")
    before = _ARCHIVES.get(place)
    if before is not None and not rebuild and before.manifest.model != model:
        raise WrongModelError(str(before.manifest.model), str(model))
    _WRITTEN_NOW.add(place)
    return MemoryWriter(place, model, reading, {} if before is None or rebuild else before.stored)


class MemoryWriter:
    """An `ArchiveWriter` that copies a dictionary."""

    def __init__(self, place: str, model: ModelIdentity, reading: str, before: Mapping[str, _Stored]) -> None:
        self._place = place
        self._model = model
        self._reading = reading
        self._before = before
        self._stored = dict(before)

    def known(self) -> Mapping[str, KnownDocument]:
        """Return what is held by path; what another version of the reading rules read has a fingerprint like no file's."""
        return {
            held.deposit.document.path: KnownDocument(
                held.deposit.document.id, held.deposit.document.fingerprint if held.reading == self._reading else ""
            )
            for held in self._stored.values()
        }

    def vectors(self, digests: Sequence[str]) -> Mapping[str, NDArray[np.float32]]:
        """Return vectors of texts that were committed or put before, also of documents that are about to go."""
        wanted = set(digests)
        return {
            digest: row
            for held in (*self._before.values(), *self._stored.values())
            for text, row in zip(held.texts, held.deposit.vectors, strict=True)
            if (digest := text_digest(text)) in wanted
        }

    def put(self, deposit: Deposit) -> None:
        """Store a document in place of the one with its path; raises `UnfitDepositError`."""
        require_fit(deposit, self._model.dimension)
        pages = {(page.document_id, page.number): page for page in deposit.pages}
        texts = tuple(indexed_text(chunk, pages) for chunk in deposit.chunks)
        same_path = [key for key, held in self._stored.items() if held.deposit.document.path == deposit.document.path]
        for key in same_path:
            del self._stored[key]
        vectors = np.array(deposit.vectors, dtype=np.float32)
        self._stored[deposit.document.id] = _Stored(replace(deposit, vectors=vectors), self._reading, texts)

    def remove(self, document_id: str) -> None:
        """Take a document out; raises `UnknownRecordError`."""
        if document_id not in self._stored:
            raise UnknownRecordError("document", document_id)
        del self._stored[document_id]

    def commit(self, committed: str) -> Manifest:
        """Show everything under the archive's name at once."""
        before = _ARCHIVES.get(self._place)
        generation = 1 if before is None else before.manifest.generation + 1
        counts = _counts(held.deposit for held in self._stored.values())
        manifest = Manifest(generation, self._model, self._reading, committed, counts)
        _ARCHIVES[self._place] = _Generation(manifest, self._stored)
        self.abandon()
        return manifest

    def abandon(self) -> None:
        """Let the next writer in; what was not committed is nowhere to be seen."""
        _WRITTEN_NOW.discard(self._place)


def _counts(deposits: Iterable[Deposit]) -> Counts:
    total: Counter[str] = Counter()
    for deposit in deposits:
        items = [item for meeting in deposit.meetings for item in meeting.items]
        total.update(
            documents=1,
            pages=len(deposit.pages),
            meetings=len(deposit.meetings),
            items=len(items),
            limbs=sum(len(item.limbs) for item in items),
            chunks=len(deposit.chunks),
            withheld=deposit.withheld,
            unclear=sum(unclear_facts(item) for item in items),
        )
    return Counts(**total)


def _within(filters: Filters, document: SourceDocument, meeting: Meeting) -> bool:
    day = meeting.date.value
    return (
        (not filters.councils or meeting.council.value in filters.councils)
        and (not filters.bodies or meeting.body.value in filters.bodies)
        and (not filters.kinds or document.kind in filters.kinds)
        and (filters.since is None or (day is not None and day >= filters.since))
        and (filters.until is None or (day is not None and day <= filters.until))
    )


def _meetings(stored: Iterable[_Stored], filters: Filters) -> Iterator[tuple[SourceDocument, Meeting]]:
    for held in stored:
        for meeting in held.deposit.meetings:
            if _within(filters, held.deposit.document, meeting):
                yield held.deposit.document, meeting


def _items(stored: Iterable[_Stored], filters: Filters) -> Iterator[tuple[SourceDocument, Meeting, AgendaItem]]:
    for document, meeting in _meetings(stored, filters):
        for item in meeting.items:
            if not filters.outcomes or any(limb.outcome in filters.outcomes for limb in item.limbs):
                yield document, meeting, item


def _look_up(kind: str, known: Mapping[K, V], keys: Iterable[K]) -> tuple[V, ...]:
    try:
        return tuple(known[key] for key in keys)
    except KeyError as error:
        raise UnknownRecordError(kind, error.args[0]) from error


class MemoryCatalogue:
    """A `Catalogue` of dictionaries."""

    def __init__(self, stored: Sequence[_Stored]) -> None:
        deposits = [held.deposit for held in stored]
        self._stored = stored
        self._chunks: dict[int, Chunk] = {chunk.id: chunk for deposit in deposits for chunk in deposit.chunks}
        self._texts = {chunk.id: text for held in stored for chunk, text in zip(held.deposit.chunks, held.texts, strict=True)}
        self._pages: dict[PageKey, Page] = {(page.document_id, page.number): page for d in deposits for page in d.pages}
        self._meetings = {meeting.id: meeting for deposit in deposits for meeting in deposit.meetings}
        self._documents = {deposit.document.id: deposit.document for deposit in deposits}

    def select(self, filters: Filters) -> Selection:
        """Return the chunks of the items that the filters allow."""
        allowed = {item.id for _, _, item in _items(self._stored, filters)}
        return self._of_items(allowed)

    def beside(self, chunk_ids: Sequence[int]) -> Selection:
        """Return the chunks of the agenda items that these chunks belong to."""
        return self._of_items({self._chunks[chunk_id].item_id for chunk_id in chunk_ids if chunk_id in self._chunks})

    def chunks(self, chunk_ids: Sequence[int]) -> tuple[Chunk, ...]:
        """Return chunks in the order asked."""
        return _look_up("chunk", self._chunks, chunk_ids)

    def tokens(self, chunk_ids: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
        """Return the tokens that each chunk is found by."""
        texts = _look_up("chunk", self._texts, chunk_ids)
        return {chunk_id: tuple(tokens_of(text)) for chunk_id, text in zip(chunk_ids, texts, strict=True)}

    def pages(self, keys: Sequence[PageKey]) -> Mapping[PageKey, Page]:
        """Return each page asked for."""
        return dict(zip(keys, _look_up("page", self._pages, keys), strict=True))

    def meetings(self, meeting_ids: Sequence[str]) -> tuple[Meeting, ...]:
        """Return meetings in the order asked."""
        return _look_up("meeting", self._meetings, meeting_ids)

    def documents(self, document_ids: Sequence[str]) -> tuple[SourceDocument, ...]:
        """Return documents in the order asked."""
        return _look_up("document", self._documents, document_ids)

    def _of_items(self, item_ids: set[str]) -> Selection:
        return Selection(tuple(sorted(chunk.id for chunk in self._chunks.values() if chunk.item_id in item_ids)))


class MemoryRegister:
    """A `Register` that counts by going through everything."""

    def __init__(self, stored: Sequence[_Stored]) -> None:
        self._stored = stored

    def items(self, filters: Filters, start: int, count: int | None, *, decided: bool) -> Listing:
        """Return item ids, newest meeting first, undated last; meetings of one day by document and their order in it."""
        found = [(meeting, item) for _, meeting, item in _items(self._stored, filters) if item.limbs or not decided]
        found.sort(key=lambda pair: pair[0].document_id)
        found.sort(key=lambda pair: pair[0].date.value or date.min, reverse=True)
        stop = None if count is None else start + count
        return Listing(tuple(item.id for _, item in found[start:stop]), len(found))

    def meeting_ids(self, document_id: str) -> tuple[str, ...]:
        """Return the meetings of a document in order."""
        deposits = (held.deposit for held in self._stored if held.deposit.document.id == document_id)
        return tuple(meeting.id for deposit in deposits for meeting in deposit.meetings)

    def facets(self, filters: Filters) -> Mapping[str, tuple[FacetValue, ...]]:
        """Return how many agenda items each value has."""
        counts: dict[str, Counter[str]] = {name: Counter() for name in ("council", "body", "year", "kind", "outcome")}
        for document, meeting, item in _items(self._stored, filters):
            day = meeting.date.value
            counts["council"].update(_stated(meeting.council.value))
            counts["body"].update(_stated(meeting.body.value))
            counts["year"].update(_stated(None if day is None else f"{day.year:04}"))
            counts["kind"].update([document.kind])
            counts["outcome"].update({str(limb.outcome) for limb in item.limbs})
        return {name: _most_first(counter) for name, counter in counts.items()}

    def coverage(self, filters: Filters) -> Coverage:
        """Return what lies within the filters, whatever the outcomes."""
        meetings = [meeting for _, meeting in _meetings(self._stored, filters)]
        days = [meeting.date.value for meeting in meetings if meeting.date.value is not None]
        return Coverage(
            meetings=len(meetings),
            undated=len(meetings) - len(days),
            bodies=tuple(sorted({meeting.body.value for meeting in meetings if meeting.body.value is not None})),
            councils=tuple(sorted({meeting.council.value for meeting in meetings if meeting.council.value is not None})),
            earliest=min(days, default=None),
            latest=max(days, default=None),
        )


def _stated(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _most_first(counter: Counter[str]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(str(value), items) for value, items in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))


class MemoryLexical:
    """A `LexicalIndex` that reads every chunk: BM25 with k1 = 1.2 and b = 0.75 (Robertson and Zaragoza 2009)."""

    def __init__(self, stored: Sequence[_Stored]) -> None:
        pairs = [(chunk.id, text) for held in stored for chunk, text in zip(held.deposit.chunks, held.texts, strict=True)]
        self._tokens = {chunk_id: tokens_of(text) for chunk_id, text in pairs}
        self._counts = {chunk_id: Counter(found) for chunk_id, found in self._tokens.items()}
        self._holding = Counter(token for counts in self._counts.values() for token in counts)
        self._mean = sum(map(len, self._tokens.values())) / max(len(self._tokens), 1) or 1.0

    def search(self, tokens: Sequence[str], k: int, within: Selection | None) -> Ranking:
        """Return the chunks that hold any token."""
        ids = self._tokens if within is None else within.chunk_ids
        return _top({chunk_id: score for chunk_id, score in self.score(tokens, tuple(ids)).items() if score > 0}, k)

    def phrase(self, tokens: Sequence[str], k: int, within: Selection | None) -> Ranking:
        """Return the chunks that hold the tokens in a row; their rarity is that of all the tokens together."""
        ids = self._tokens if within is None else within.chunk_ids
        rarity = sum(self._rarity(token) for token in tokens)
        times = {chunk_id: _times(tokens, self._tokens.get(chunk_id, [])) for chunk_id in ids}
        return _top({chunk_id: rarity * self._weight(chunk_id, count) for chunk_id, count in times.items() if count}, k)

    def score(self, tokens: Sequence[str], chunk_ids: Sequence[int]) -> Mapping[int, float]:
        """Return the sum over the tokens; 0.0 for a chunk that holds none of them, or that is not here."""
        rarity = {token: self._rarity(token) for token in tokens}
        nothing: Counter[str] = Counter()
        return {
            chunk_id: math.fsum(
                rarity[token] * self._weight(chunk_id, self._counts.get(chunk_id, nothing)[token]) for token in tokens
            )
            for chunk_id in chunk_ids
        }

    def frequencies(self, tokens: Sequence[str]) -> Mapping[str, int]:
        """Return how many chunks hold each token."""
        return {token: self._holding[token] for token in tokens}

    def _rarity(self, token: str) -> float:
        holding = self._holding[token]
        return math.log1p((len(self._tokens) - holding + 0.5) / (holding + 0.5))

    def _weight(self, chunk_id: int, times: int) -> float:
        if not times:
            return 0.0
        length = len(self._tokens[chunk_id]) / self._mean
        return times * (_SATURATION + 1) / (times + _SATURATION * (1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * length))


def _times(phrase: Sequence[str], text: Sequence[str]) -> int:
    wanted = list(phrase)
    return sum(list(text[at : at + len(wanted)]) == wanted for at in range(len(text) - len(wanted) + 1)) if wanted else 0


def _top(scores: Mapping[int, float], k: int) -> Ranking:
    return tuple(islice(ranked(scores), max(k, 0)))


class MemoryDense:
    """A `DenseIndex` that multiplies everything."""

    def __init__(self, stored: Sequence[_Stored]) -> None:
        self._rows = {
            chunk.id: row for held in stored for chunk, row in zip(held.deposit.chunks, held.deposit.vectors, strict=True)
        }

    def search(self, vector: NDArray[np.float32], k: int, within: Selection | None) -> Ranking:
        """Return the nearest chunks; allowed ids that are not here are passed over."""
        ids = self._rows if within is None else [chunk_id for chunk_id in within.chunk_ids if chunk_id in self._rows]
        return _top(self.score(vector, tuple(ids)), k)

    def score(self, vector: NDArray[np.float32], chunk_ids: Sequence[int]) -> Mapping[int, float]:
        """Return each cosine; raises `UnknownRecordError`."""
        rows = _look_up("chunk", self._rows, chunk_ids)
        return {chunk_id: float((row * vector).sum()) for chunk_id, row in zip(chunk_ids, rows, strict=True)}
