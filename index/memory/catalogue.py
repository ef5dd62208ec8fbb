"""Here are ids: what do they stand for? The catalogue as dictionaries.

Takes ids and filters, gives records and selections. Never ranks, never counts for people.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence

from index.memory.asking import items_within
from index.memory.asking import look_up
from index.memory.stored import Stored
from index.passages import Chunk
from index.passages import Filters
from index.passages import Selection
from index.ports import PageKey
from index.records import Meeting
from index.sources import Page
from index.sources import SourceDocument
from index.text import tokens as tokens_of


class MemoryCatalogue:
    """A `Catalogue` of dictionaries."""

    def __init__(self, stored: Sequence[Stored]) -> None:
        deposits = [held.deposit for held in stored]
        self._stored = stored
        self._chunks: dict[int, Chunk] = {chunk.id: chunk for deposit in deposits for chunk in deposit.chunks}
        self._texts = {chunk.id: text for held in stored for chunk, text in zip(held.deposit.chunks, held.texts, strict=True)}
        self._pages: dict[PageKey, Page] = {(page.document_id, page.number): page for d in deposits for page in d.pages}
        self._meetings = {meeting.id: meeting for deposit in deposits for meeting in deposit.meetings}
        self._documents = {deposit.document.id: deposit.document for deposit in deposits}

    def select(self, filters: Filters) -> Selection:
        """Return the chunks of the items that the filters allow."""
        allowed = {item.id for _, _, item in items_within(self._stored, filters)}
        return self._of_items(allowed)

    def beside(self, chunk_ids: Sequence[int]) -> Selection:
        """Return the chunks of the agenda items that these chunks belong to."""
        return self._of_items({self._chunks[chunk_id].item_id for chunk_id in chunk_ids if chunk_id in self._chunks})

    def chunks(self, chunk_ids: Sequence[int]) -> tuple[Chunk, ...]:
        """Return chunks in the order asked."""
        return look_up("chunk", self._chunks, chunk_ids)

    def tokens(self, chunk_ids: Sequence[int]) -> Mapping[int, str]:
        """Return the tokens that each chunk is found by, joined by spaces."""
        texts = look_up("chunk", self._texts, chunk_ids)
        return {chunk_id: " ".join(tokens_of(text)) for chunk_id, text in zip(chunk_ids, texts, strict=True)}

    def pages(self, keys: Sequence[PageKey]) -> Mapping[PageKey, Page]:
        """Return each page asked for."""
        return dict(zip(keys, look_up("page", self._pages, keys), strict=True))

    def meetings(self, meeting_ids: Sequence[str]) -> tuple[Meeting, ...]:
        """Return meetings in the order asked."""
        return look_up("meeting", self._meetings, meeting_ids)

    def documents(self, document_ids: Sequence[str]) -> tuple[SourceDocument, ...]:
        """Return documents in the order asked."""
        return look_up("document", self._documents, document_ids)

    def _of_items(self, item_ids: set[str]) -> Selection:
        return Selection(tuple(sorted(chunk.id for chunk in self._chunks.values() if chunk.item_id in item_ids)))
