"""Where do words stand?

A document is read once into pages of text, kept as read. Everything later points into them with a span, and the only way to
quote is `Page.quote`: nothing in the product composes a quotation.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic
from typing import TypeVar

from index.errors import SpanError

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class SourceSpan:
    """Characters `start` to `end` (end not included) of one page, page numbers from 1."""

    document_id: str
    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a document: its number from 1, its text as read, and whether the text came from OCR."""

    document_id: str
    number: int
    text: str
    ocr: bool = False

    def quote(self, span: SourceSpan) -> str:
        """Return the words of a span of this page; raises `SpanError` when it points elsewhere."""
        inside = 0 <= span.start <= span.end <= len(self.text)
        if not inside or (span.document_id, span.page) != (self.document_id, self.number):
            raise SpanError(span, len(self.text))
        return self.text[span.start : span.end]


class Origin(StrEnum):
    """Who says so: the document itself, something beside it, or nobody."""

    PRINTED = "printed"
    PAGE_METADATA = "page metadata"
    SIDECAR = "sidecar"
    FLAG = "flag"
    FILE_NAME = "file name"
    NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A fact with its origin: `value` is `None` exactly when the origin is `NOT_STATED`; `span` only where printed."""

    value: T | None = None
    origin: Origin = Origin.NOT_STATED
    span: SourceSpan | None = None


class DocumentKind(StrEnum):
    """What a document is. Only minutes and decision pages record decisions; an agenda proposes them."""

    MINUTES = "minutes"
    AGENDA = "agenda"
    DECISION = "decision"
    PACK = "pack"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file as it was ingested: `path` below the ingested folder, `media` its format, `url` where it was published."""

    id: str
    path: str
    fingerprint: str
    media: str
    kind: DocumentKind
    page_count: int
    title: Stated[str] = Stated()
    published: Stated[date] = Stated()
    url: str | None = None


def quote(pages: Mapping[tuple[str, int], Page], spans: Iterable[SourceSpan]) -> tuple[str, ...]:
    """Return the words of each span, in order; one piece a span, since a clause may run over a page."""
    return tuple(pages[span.document_id, span.page].quote(span) for span in spans)
