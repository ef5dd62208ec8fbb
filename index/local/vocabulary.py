"""Here is a word that stands nowhere: which words of the archive are spelled nearly so?

The words of all chunks with their counts, counted anew at each commit and kept in one table. Asking compares with every word of
about the same length, by optimal string alignment (a transposition is one edit), through rapidfuzz: its only door. Takes words,
never a query; an archive of format 1 has no words counted, and knows nothing similar.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from functools import cached_property

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

from index.local.codec import CHUNK
from index.local.connections import Connections
from index.passages import indexed_text
from index.sources import Page
from index.vocabulary import count_words
from index.vocabulary import spelled_alike

_WORDS = "SELECT word, chunks FROM vocabulary"
_DOCUMENTS = "SELECT id FROM documents ORDER BY id"
_PAGES = "SELECT number, words FROM pages WHERE document_id = ?"
_CHUNKS = """
SELECT c.record FROM meetings m JOIN items i ON i.meeting_id = m.id JOIN chunks c ON c.item_id = i.id WHERE m.document_id = ?
"""


def count_all(connection: sqlite3.Connection, where: str) -> None:
    """Count the words of the chunks in the catalogue of the next generation, in place of what was counted before."""
    connection.execute("DELETE FROM vocabulary")
    connection.executemany("INSERT INTO vocabulary VALUES (?, ?)", count_words(_texts(connection, where)).items())


def _texts(connection: sqlite3.Connection, where: str) -> Iterator[str]:
    for (document_id,) in connection.execute(_DOCUMENTS):
        rows = connection.execute(_PAGES, (document_id,))
        pages = {(document_id, number): Page(document_id, number, words) for number, words in rows}
        for (record,) in connection.execute(_CHUNKS, (document_id,)):
            yield indexed_text(CHUNK.read(record, where), pages)


class LocalVocabulary:
    """A `Vocabulary` over one table; `counted` is false for an archive of the format that had none."""

    def __init__(self, connections: Connections, *, counted: bool) -> None:
        self._connections = connections
        self._counted = counted

    def similar(self, word: str, k: int) -> tuple[str, ...]:
        """Return the words of the archive that are spelled nearly so."""
        asked, most = spelled_alike(word)
        if not most or asked in self._words:
            return ()
        near = [
            (distance, -self._words[other], other)
            for length in range(len(asked) - most, len(asked) + most + 1)
            for other, distance, _ in extract_iter(asked, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=most)
        ]
        return tuple(other for _, _, other in sorted(near)[: max(k, 0)])

    @cached_property
    def _words(self) -> Mapping[str, int]:
        return dict(self._connections.rows(_WORDS)) if self._counted else {}

    @cached_property
    def _by_length(self) -> Mapping[int, list[str]]:
        lengths: defaultdict[int, list[str]] = defaultdict(list)
        for word in self._words:
            lengths[len(word)].append(word)
        return dict(lengths)
