"""How does a stranger's collection become an archive?

Puts a collection in the layout of BEIR (Thakur et al. 2021) into an archive, one document, meeting, agenda item and passage a
text, so that the Searcher that answers people can be asked its queries. The title is the passage's context, as an item's
title is in minutes. Reads no minutes and keeps nothing: the caller says where the archive goes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from datetime import datetime

from index.ids import chunk_id
from index.ids import document_id
from index.ids import fingerprint
from index.ids import item_id
from index.ids import meeting_id
from index.opening import begin_archive
from index.passages import Chunk
from index.passages import ChunkKind
from index.passages import indexed_text
from index.ports import Deposit
from index.ports import Embedder
from index.ports import Vectors
from index.records import AgendaItem
from index.records import Meeting
from index.records import RecordState
from index.sources import DocumentKind
from index.sources import Page
from index.sources import SourceDocument
from index.sources import SourceSpan
from index.sources import Stated
from search_api.evaluation.judgements import Collection

READING = "beir"
BATCH = 64

Told = Callable[[int, int], None]
"""Is told how many texts are in, and how many there are."""


@dataclass(frozen=True, slots=True)
class _Entry:
    document: SourceDocument
    page: Page
    meeting: Meeting
    chunk: Chunk

    @property
    def text(self) -> str:
        return indexed_text(self.chunk, {(self.document.id, 1): self.page})

    def deposit(self, vectors: Vectors) -> Deposit:
        return Deposit(self.document, (self.page,), (self.meeting,), (self.chunk,), vectors)


def build_archive(collection: Collection, address: str, embedder: Embedder, told: Told) -> dict[str, str]:
    """Write the collection to an archive, embedding in batches; return the id of each text by the id of its agenda item.

    Texts without words are left out: there is nothing in them to be found, and no leg would find them.
    """
    entries = {name: _entry(name, title, text) for name, (title, text) in collection.texts.items() if text.strip()}
    writer = begin_archive(address, embedder.identity, READING, rebuild=True)
    try:
        for start in range(0, len(entries), BATCH):
            batch = list(entries.values())[start : start + BATCH]
            vectors = embedder.embed_passages([entry.text for entry in batch])
            for row, entry in enumerate(batch):
                writer.put(entry.deposit(vectors[row : row + 1]))
            told(start + len(batch), len(entries))
        writer.commit(datetime.now(UTC).isoformat(timespec="seconds"))
    finally:
        writer.abandon()
    return {entry.chunk.item_id: name for name, entry in entries.items()}


def _entry(name: str, title: str, text: str) -> _Entry:
    print_of = fingerprint(text.encode(), title)
    document = document_id(name, print_of)
    meeting = meeting_id(document, 1)
    item = item_id(meeting, 1)
    span = SourceSpan(document, 1, 0, len(text))
    return _Entry(
        document=SourceDocument(document, name, print_of, "text/plain", DocumentKind.OTHER, 1),
        page=Page(document, 1, text),
        meeting=_meeting(meeting, document, AgendaItem(item, 1, None, None, title or None, (span,))),
        chunk=Chunk(chunk_id(item, ChunkKind.PASSAGE.value, 1), item, ChunkKind.PASSAGE, (span,), title),
    )


def _meeting(name: str, document: str, item: AgendaItem) -> Meeting:
    return Meeting(name, document, Stated(), Stated(), Stated(), RecordState.NOT_STATED, (item,))
