"""What does the page of a passage look like?

Takes a document, a page of it and the spans to mark, gives the page as a PNG with a line drawn around each passage, and says how
many of the passages were marked. Whether a page may be shown is asked first (`openness.py`), whether the file is the one that was
read second (`originals.py`); the words are found by their offsets (`letters.py`), never by looking for them.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image
from PIL import ImageDraw

from index.ports import Archive
from index.sources import Page
from index.sources import SourceDocument
from search_api.errors_images import PageNotDrawnError
from search_api.errors_images import PageNotOpenError
from search_api.page_images.drawn import DrawnPage
from search_api.page_images.drawn import UndrawableError
from search_api.page_images.drawn import opened_page
from search_api.page_images.letters import align
from search_api.page_images.openness import is_all_read
from search_api.page_images.openness import is_open
from search_api.page_images.originals import Originals
from search_api.page_images.rectangles import Box
from search_api.page_images.rectangles import lines_of
from search_api.places import find_documents
from search_api.places import find_meetings
from search_api.places import open_items

Stretch = tuple[int, int]
"""First character of a page and one past the last."""

_GROUND = (255, 214, 64, 76)
_LINE = (168, 84, 0, 255)
_COLOURS = 64
_ROOM = 2
"""Dots between the words and the line around them."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as PNG, and how many of the passages asked for are marked on it."""

    png: bytes
    marked: int


def picture_of(archive: Archive, originals: Originals, document_id: str, number: int, wanted: Sequence[Stretch]) -> Picture:
    """Draw a page; raises `UnknownRecordError`, and a `NoPictureError` that says why there is none."""
    catalogue = archive.catalogue
    (document,) = find_documents(catalogue, [document_id])
    page = catalogue.pages([(document_id, number)])[document_id, number]
    meetings = find_meetings(catalogue, archive.register.meeting_ids(document_id))
    if not is_open(page, [span for meeting in meetings for item in open_items(meeting) for span in item.spans]):
        raise PageNotOpenError(document.path, number)
    content = originals.content(document)
    try:
        with opened_page(content, number) as drawn:
            return _picture(document, page, drawn, wanted)
    except UndrawableError as error:
        raise PageNotDrawnError(document.path, number) from error


def _picture(document: SourceDocument, page: Page, drawn: DrawnPage, wanted: Sequence[Stretch]) -> Picture:
    aligned = align(page.text, drawn.characters())
    if not is_all_read(ocr=page.ocr, unread_letters=aligned.unread, pictured=drawn.pictured()):
        raise PageNotOpenError(document.path, page.number)
    image, box_of = drawn.draw()
    found = [aligned.characters(start, end) for start, end in wanted]
    lines = [lines_of(box_of(place) for place in places) for places in found]
    return Picture(_png(_marked(image, [line for each in lines for line in each])), sum(bool(each) for each in found))


def _marked(image: Image.Image, lines: Sequence[Box]) -> Image.Image:
    """Return the picture with the lines marked: a ground that the print shows through, and an edge, so that no colour is needed."""
    if not lines:
        return image
    over = Image.new("RGBA", image.size)
    pen = ImageDraw.Draw(over)
    for line in lines:
        corners = (line.left - _ROOM, line.top - _ROOM, line.right + _ROOM, line.bottom + _ROOM)
        pen.rectangle(corners, fill=_GROUND, outline=_LINE, width=2)
    return Image.alpha_composite(image.convert("RGBA"), over).convert("RGB")


def _png(image: Image.Image) -> bytes:
    """Return the picture as PNG with few colours: print has few, and the picture goes over slow lines."""
    written = io.BytesIO()
    image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(written, "PNG")
    return written.getvalue()
