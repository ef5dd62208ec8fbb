"""How can a record that runs over pages be read as one text, and still be cited by page?

Takes pages as read, gives one string without furniture, and turns any stretch of it back into spans of the pages. Rules work
on the string; nothing but spans leaves this room. Never changes a character: every stretch of the string is a stretch of a page.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from index.sources import SourceSpan
from ingest.reading.pages import Mark
from ingest.reading.pages import PageText


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one page (`start` to `end`) that stands at `offset` in the running text."""

    offset: int
    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the running text that is not blank, without the white space around it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class RunningText:
    """One text, and where each part of it stands."""

    document_id: str
    text: str
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]

    def spans(self, start: int, end: int) -> tuple[SourceSpan, ...]:
        """Return the page spans of a stretch, without white space at the ends of each; blank stretches give none."""
        return tuple(span for piece in self._pieces_in(start, end) if (span := self._clip(piece, start, end)))

    def span(self, start: int, end: int) -> SourceSpan | None:
        """Return the first page span of a stretch, or `None` where it is blank."""
        return next(iter(self.spans(start, end)), None)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are not blank, in order."""
        return tuple(_lines(self.text))

    @cached_property
    def _offsets(self) -> list[int]:
        return [piece.offset for piece in self.pieces]

    def _pieces_in(self, start: int, end: int) -> Iterator[Piece]:
        first = max(0, bisect.bisect_right(self._offsets, start) - 1)
        for piece in self.pieces[first:]:
            if piece.offset >= end:
                return
            yield piece

    def _clip(self, piece: Piece, start: int, end: int) -> SourceSpan | None:
        left = max(start, piece.offset)
        right = min(end, piece.offset + piece.end - piece.start)
        words = self.text[left:right]
        left += len(words) - len(words.lstrip())
        right -= len(words) - len(words.rstrip())
        if left >= right:
            return None
        shift = piece.start - piece.offset
        return SourceSpan(self.document_id, piece.page, left + shift, right + shift)


def run_together(document_id: str, pages: tuple[PageText, ...]) -> RunningText:
    """Join what is of the record on each page, pages parted by a line end; marks move with their words."""
    parts: list[str] = []
    pieces: list[Piece] = []
    marks: list[Mark] = []
    offset = 0
    for page in pages:
        for start, end in _of_the_record(page):
            piece = Piece(offset, page.number, start, end)
            pieces.append(piece)
            parts.append(page.text[start:end])
            marks.extend(_moved(mark, piece) for mark in page.marks if start <= mark.start and mark.end <= end)
            offset += end - start + 1
    return RunningText(document_id, "\n".join(parts), tuple(pieces), tuple(marks))


def _of_the_record(page: PageText) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in page.furniture:
        if page.text[at:start].strip():
            yield at, start
        at = max(at, end)
    if page.text[at:].strip():
        yield at, len(page.text)


def _moved(mark: Mark, piece: Piece) -> Mark:
    shift = piece.offset - piece.start
    return Mark(mark.kind, mark.start + shift, mark.end + shift, mark.link)


def _lines(text: str) -> Iterator[Line]:
    at = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            start = at + raw.index(words)
            yield Line(start, start + len(words), words)
        at += len(raw)
