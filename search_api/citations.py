"""Where do these words stand, and what are they exactly?

Takes places and spans, gives citations: each quotation in pieces, every piece a slice of its stored page. The only part of the
read path that makes a quotation; nothing here or above composes one. All pages of a reply are read in one batch.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from index.errors import DamagedArchiveError
from index.ports import Catalogue
from index.ports import PageKey
from index.sources import Page
from index.sources import SourceSpan
from search_api.places import Place


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one page: `text` is `page.text[span.start:span.end]`; `ocr` says that the page was read from a picture."""

    text: str
    span: SourceSpan
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A quotation, piece by piece, and the point of business it stands in."""

    place: Place
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Return the words for reading, pieces joined by a line end; what is quoted are the pieces."""
        return "\n".join(piece.text for piece in self.pieces)

    @property
    def ocr(self) -> bool:
        """Return whether any of the words were read from a picture, and may differ from the print."""
        return any(piece.ocr for piece in self.pieces)

    @property
    def page(self) -> int:
        """Return the page on which the quotation begins."""
        return self.pieces[0].span.page


@dataclass(frozen=True, slots=True)
class Passage:
    """Spans of one place that are to be quoted."""

    place: Place
    spans: tuple[SourceSpan, ...]


def cite(catalogue: Catalogue, passages: Sequence[Passage]) -> tuple[Citation, ...]:
    """Return one citation a passage, in order, with one read of pages.

    Raises `DamagedArchiveError` for a passage without words or one that points into another document than it belongs to, and
    `SpanError` for a span outside its page.
    """
    pages = catalogue.pages(_keys(span for passage in passages for span in passage.spans))
    return tuple(Citation(passage.place, _pieces(passage, pages)) for passage in passages)


def quote_spans(catalogue: Catalogue, spans: Sequence[SourceSpan]) -> tuple[Piece, ...]:
    """Return the words of each span, in order, with one read of pages; raises `UnknownRecordError` and `SpanError`."""
    pages = catalogue.pages(_keys(spans))
    return tuple(_piece(span, pages) for span in spans)


def text_of(catalogue: Catalogue, place: Place) -> str:
    """Return all the words of an item, to be looked at; raises `UnknownRecordError` and `SpanError`."""
    return "\n".join(piece.text for piece in quote_spans(catalogue, place.item.spans))


def _keys(spans: Iterable[SourceSpan]) -> Sequence[PageKey]:
    return sorted({(span.document_id, span.page) for span in spans})


def _piece(span: SourceSpan, pages: Mapping[PageKey, Page]) -> Piece:
    page = pages[span.document_id, span.page]
    return Piece(page.quote(span), span, page.ocr)


def _pieces(passage: Passage, pages: Mapping[PageKey, Page]) -> tuple[Piece, ...]:
    document = passage.place.document
    if not passage.spans or any(span.document_id != document.id for span in passage.spans):
        raise DamagedArchiveError(document.path, f"a passage of item {passage.place.item.id} has no words in its own document")
    return tuple(_piece(span, pages) for span in passage.spans)
