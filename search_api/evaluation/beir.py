"""How does a stranger's collection become an archive?

Puts a collection in the layout of BEIR (Thakur et al. 2021) into an archive, one document, meeting and agenda item a text, cut into
passages as minutes are, so that the Searcher that answers people can be asked its queries. The title is the context of each,
as an item's title is in minutes. Reads no minutes and keeps nothing: the caller says where the archive goes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from datetime import datetime
from math import ceil

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
from index.views import embed_views
from search_api.evaluation.judgements import Collection

READING = "beir"
BATCH = 64
LONGEST = 150
"""Words of a passage, in equal parts: what the model reads whole. Cut so, Cranfield gains 0.007 and QMSum 0.003 of nDCG@10."""

Told = Callable[[int, int], None]
"""Is told how many texts are in, and how many there are."""


@dataclass(frozen=True, slots=True)
class _Entry:
    document: SourceDocument
    page: Page
    meeting: Meeting
    chunks: tuple[Chunk, ...]

    @property
    def texts(self) -> list[str]:
        return [indexed_text(chunk, {(self.document.id, 1): self.page}) for chunk in self.chunks]

    def deposit(self, vectors: Sequence[Vectors]) -> Deposit:
        return Deposit(self.document, (self.page,), (self.meeting,), self.chunks, vectors)


def build_archive(collection: Collection, address: str, embedder: Embedder, told: Told) -> dict[str, str]:
    """Write the collection to an archive, embedding in batches; return the id of each text by the id of its agenda item.

    Texts without words are left out: there is nothing in them to be found, and no leg would find them.
    """
    entries = {name: _entry(name, title, text) for name, (title, text) in collection.texts.items() if text.strip()}
    writer = begin_archive(address, embedder.identity, READING, rebuild=True)
    try:
        for start in range(0, len(entries), BATCH):
            batch = list(entries.values())[start : start + BATCH]
            vectors = embed_views(embedder, [text for entry in batch for text in entry.texts])
            for entry in batch:
                writer.put(entry.deposit(vectors[: len(entry.chunks)]))
                vectors = vectors[len(entry.chunks) :]
            told(start + len(batch), len(entries))
        writer.commit(datetime.now(UTC).isoformat(timespec="seconds"))
    finally:
        writer.abandon()
    return {entry.chunks[0].item_id: name for name, entry in entries.items()}


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
        chunks=tuple(
            Chunk(chunk_id(item, ChunkKind.PASSAGE.value, number), item, ChunkKind.PASSAGE, (part,), title)
            for number, part in enumerate(_passages(document, text), 1)
        ),
    )


def _passages(document: str, text: str) -> list[SourceSpan]:
    """Return as few equal parts of the text as hold at most `LONGEST` words each."""
    words = list(re.finditer(r"\S+", text))
    length = ceil(len(words) / ceil(len(words) / LONGEST))
    parts = [words[start : start + length] for start in range(0, len(words), length)]
    return [SourceSpan(document, 1, part[0].start(), part[-1].end()) for part in parts]


def _meeting(name: str, document: str, item: AgendaItem) -> Meeting:
    return Meeting(name, document, Stated(), Stated(), Stated(), RecordState.NOT_STATED, (item,))
