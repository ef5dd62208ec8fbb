"""Here are ids: what do they stand for?

The records, the text of pages and the selections by filter, from one SQLite file. Each call is one query however many ids it
asks for. Never ranks, never counts for people (that is the register), never writes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from index.errors import UnknownRecordError
from index.local.codec import CHUNK
from index.local.codec import DOCUMENT
from index.local.codec import MEETING
from index.local.codec import Codec
from index.local.connections import Connections
from index.local.filtering import ITEMS
from index.local.filtering import items_condition
from index.local.people import LocalPeople
from index.passages import Chunk
from index.passages import Filters
from index.passages import Selection
from index.ports import PageKey
from index.records import Meeting
from index.sources import Page
from index.sources import SourceDocument

R = TypeVar("R")

_ALL_CHUNKS = "SELECT json_group_array(id) FROM chunks"
_BESIDE = "SELECT id FROM chunks WHERE item_id IN (SELECT item_id FROM chunks WHERE id IN (SELECT value FROM json_each(?)))"
_CHUNKS = "SELECT id, record FROM chunks WHERE id IN (SELECT value FROM json_each(?))"
_TOKENS = "SELECT id, tokens FROM chunks WHERE id IN (SELECT value FROM json_each(?))"
_MEETINGS = "SELECT id, record FROM meetings WHERE id IN (SELECT value FROM json_each(?))"
_DOCUMENTS = "SELECT id, record FROM documents WHERE id IN (SELECT value FROM json_each(?))"
_PAGES = """
SELECT p.document_id, p.number, p.words, p.ocr
FROM json_each(?) AS wanted
JOIN pages p ON p.document_id = json_extract(wanted.value, '$[0]') AND p.number = json_extract(wanted.value, '$[1]')
"""


class LocalCatalogue:
    """A `Catalogue` over one SQLite file."""

    def __init__(self, connections: Connections, people: LocalPeople) -> None:
        self._connections = connections
        self._people = people

    def select(self, filters: Filters) -> Selection:
        """Return the chunks of the items that the filters allow."""
        condition, bound = items_condition(filters, self._people)
        # one row for all: "full council" allows half of an archive, and 28,000 rows took 20 ms longer to be read
        sql = f"SELECT json_group_array(c.id) FROM {ITEMS} JOIN chunks c ON c.item_id = i.id WHERE {condition}"  # noqa: S608 - made of constants
        [(listed,)] = self._connections.rows(sql, bound) if filters else self._connections.rows(_ALL_CHUNKS)
        # Sorted here: asked to do it, SQLite reads the whole table in order of id instead of the narrow indexes.
        return Selection(tuple(np.sort(np.array(json.loads(listed), dtype=np.int64)).tolist()))

    def beside(self, chunk_ids: Sequence[int]) -> Selection:
        """Return the chunks of the agenda items that these chunks belong to."""
        rows = self._connections.rows(_BESIDE, (json.dumps(list(chunk_ids)),))
        return Selection(tuple(sorted(chunk_id for (chunk_id,) in rows)))

    def chunks(self, chunk_ids: Sequence[int]) -> tuple[Chunk, ...]:
        """Return chunks in the order asked."""
        return self._records("chunk", _CHUNKS, CHUNK, chunk_ids)

    def tokens(self, chunk_ids: Sequence[int]) -> Mapping[int, str]:
        """Return the tokens that each chunk is found by, joined by spaces."""
        found = self._found("chunk", _TOKENS, chunk_ids)
        return {chunk_id: found[chunk_id] for chunk_id in chunk_ids}

    def pages(self, keys: Sequence[PageKey]) -> Mapping[PageKey, Page]:
        """Return each page asked for."""
        rows = self._connections.rows(_PAGES, (json.dumps(list(keys)),))
        found = {(document_id, number): Page(document_id, number, words, bool(ocr)) for document_id, number, words, ocr in rows}
        for key in keys:
            if key not in found:
                raise UnknownRecordError("page", key)
        return found

    def meetings(self, meeting_ids: Sequence[str]) -> tuple[Meeting, ...]:
        """Return meetings in the order asked."""
        return self._records("meeting", _MEETINGS, MEETING, meeting_ids)

    def documents(self, document_ids: Sequence[str]) -> tuple[SourceDocument, ...]:
        """Return documents in the order asked."""
        return self._records("document", _DOCUMENTS, DOCUMENT, document_ids)

    def _records(self, kind: str, sql: str, codec: Codec[R], ids: Sequence[str] | Sequence[int]) -> tuple[R, ...]:
        found = self._found(kind, sql, ids)
        return tuple(codec.read(found[identifier], self._connections.where) for identifier in ids)

    def _found(self, kind: str, sql: str, ids: Sequence[str] | Sequence[int]) -> dict[str | int, str]:
        found = dict(self._connections.rows(sql, (json.dumps(list(ids)),)))
        for identifier in ids:
            if identifier not in found:
                raise UnknownRecordError(kind, identifier)
        return found
