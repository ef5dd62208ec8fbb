"""How does an archive in memory come about?

By copying a dictionary: a commit shows the copy under the archive's name, all at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from index.deposits import require_fit
from index.errors import ArchiveBusyError
from index.errors import UnknownRecordError
from index.errors import WrongModelError
from index.ids import text_digest
from index.manifest import Counts
from index.manifest import Manifest
from index.manifest import ModelIdentity
from index.memory.stored import ARCHIVES
from index.memory.stored import WRITTEN_NOW
from index.memory.stored import Generation
from index.memory.stored import Stored
from index.passages import indexed_text
from index.ports import Deposit
from index.ports import KnownDocument
from index.ports import Vectors
from index.records import unclear_facts


def begin_memory(place: str, model: ModelIdentity, reading: str, *, rebuild: bool = False) -> MemoryWriter:
    """Begin the next generation; raises `WrongModelError` and `ArchiveBusyError`."""
    if place in WRITTEN_NOW:
        raise ArchiveBusyError(f"memory:{place}")
    before = ARCHIVES.get(place)
    if before is not None and not rebuild and before.manifest.model != model:
        raise WrongModelError(str(before.manifest.model), str(model))
    WRITTEN_NOW.add(place)
    return MemoryWriter(place, model, reading, {} if before is None or rebuild else before.stored)


class MemoryWriter:
    """An `ArchiveWriter` that copies a dictionary."""

    def __init__(self, place: str, model: ModelIdentity, reading: str, before: Mapping[str, Stored]) -> None:
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

    def vectors(self, digests: Sequence[str]) -> Mapping[str, Vectors]:
        """Return vectors of texts that were committed or put before, also of documents that are about to go."""
        wanted = set(digests)
        return {
            digest: matrix
            for held in (*self._before.values(), *self._stored.values())
            for text, matrix in zip(held.texts, held.deposit.vectors, strict=True)
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
        vectors = tuple(np.array(matrix, dtype=np.float32) for matrix in deposit.vectors)
        self._stored[deposit.document.id] = Stored(replace(deposit, vectors=vectors), self._reading, texts)

    def remove(self, document_id: str) -> None:
        """Take a document out; raises `UnknownRecordError`."""
        if document_id not in self._stored:
            raise UnknownRecordError("document", document_id)
        del self._stored[document_id]

    def commit(self, committed: str) -> Manifest:
        """Show everything under the archive's name at once."""
        before = ARCHIVES.get(self._place)
        generation = 1 if before is None else before.manifest.generation + 1
        counts = _counts(held.deposit for held in self._stored.values())
        manifest = Manifest(generation, self._model, self._reading, committed, counts)
        ARCHIVES[self._place] = Generation(manifest, self._stored)
        self.abandon()
        return manifest

    def outdated(self) -> bool:
        """Return that it is not: what is kept in memory has no format."""
        return False

    def abandon(self) -> None:
        """Let the next writer in; what was not committed is nowhere to be seen."""
        WRITTEN_NOW.discard(self._place)


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
