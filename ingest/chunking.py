"""Which passages of an item are indexed?

Takes a meeting and its pages, gives chunks: every item cut at the ends of sentences into passages of a set length, and every
decision limb once more on its own. A passage never crosses an item; its words are spans of the page, and its context (title,
body, council, date) is indexed beside them and never quoted. Limit: 180 words, since the default model reads 256 tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from index.ids import chunk_id
from index.passages import Chunk
from index.passages import ChunkKind
from index.records import AgendaItem
from index.records import Meeting
from index.sentences import sentences
from index.sources import Page
from index.sources import SourceSpan

Pages = Mapping[tuple[str, int], Page]


def chunks_of(meeting: Meeting, pages: Pages, longest: int) -> tuple[Chunk, ...]:
    """Return the chunks of a meeting, item by item; `longest` is in words."""
    return tuple(chunk for item in meeting.items for chunk in _of_item(meeting, item, pages, longest))


def context_of(meeting: Meeting, item: AgendaItem) -> str:
    """Return what is indexed beside an item's words: its title and whose meeting it was, as far as that is stated."""
    day = meeting.date.value
    named = [item.title, meeting.body.value, meeting.council.value, f"{day.day} {day:%B %Y}" if day else None]
    return ". ".join(dict.fromkeys(name for name in named if name))


def _of_item(meeting: Meeting, item: AgendaItem, pages: Pages, longest: int) -> Iterator[Chunk]:
    context = context_of(meeting, item)
    for ordinal, spans in enumerate(_passages(item.spans, pages, longest), 1):
        yield Chunk(chunk_id(item.id, ChunkKind.PASSAGE, ordinal), item.id, ChunkKind.PASSAGE, spans, context)
    for ordinal, limb in enumerate(item.limbs, 1):
        yield Chunk(chunk_id(item.id, ChunkKind.DECISION, ordinal), item.id, ChunkKind.DECISION, limb.spans, context, limb.id)


def _passages(spans: Sequence[SourceSpan], pages: Pages, longest: int) -> Iterator[tuple[SourceSpan, ...]]:
    """Fill passages sentence by sentence; a passage may run on over a page, each page one span of it."""
    passage: list[SourceSpan] = []
    length = 0
    for piece in _pieces(spans, pages, longest):
        words = _words(piece, pages)
        if passage and length + words > longest:
            yield tuple(passage)
            passage, length = [], 0
        if passage and passage[-1].page == piece.page and _only_space(passage[-1], piece, pages):
            passage[-1] = SourceSpan(piece.document_id, piece.page, passage[-1].start, piece.end)
        else:
            passage.append(piece)
        length += words
    if passage:
        yield tuple(passage)


def _pieces(spans: Sequence[SourceSpan], pages: Pages, longest: int) -> Iterator[SourceSpan]:
    for span in spans:
        text = pages[span.document_id, span.page].text
        for sentence in sentences(text, span.start, span.end):
            yield from _no_longer(SourceSpan(span.document_id, span.page, sentence.start, sentence.end), text, longest)


def _no_longer(piece: SourceSpan, text: str, longest: int) -> Iterator[SourceSpan]:
    """Cut a stretch that has no sentence ends (a table, a list of names) after every `longest` words."""
    words = list(re.finditer(r"\S+", text[piece.start : piece.end]))
    for first in range(0, len(words), longest):
        last = words[min(first + longest, len(words)) - 1]
        yield SourceSpan(piece.document_id, piece.page, piece.start + words[first].start(), piece.start + last.end())


def _words(piece: SourceSpan, pages: Pages) -> int:
    return len(pages[piece.document_id, piece.page].text[piece.start : piece.end].split())


def _only_space(left: SourceSpan, right: SourceSpan, pages: Pages) -> bool:
    return not pages[left.document_id, left.page].text[left.end : right.start].strip()
