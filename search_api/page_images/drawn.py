"""What does a page of a PDF look like, and which letters stand where on it?

Takes the bytes of a PDF and a page number, gives the page drawn, its characters and the boxes of those asked for. The only file of
the read path that imports pypdfium2, which may be asked by one thread at a time: all of it happens under one lock. Comments and
form fields, which the reading does not see, are not drawn.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import ExitStack
from contextlib import closing
from contextlib import contextmanager
from threading import Lock

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from search_api.page_images.rectangles import Box

WIDTH = 1000
"""Dots across: two for each of a phone's, and enough to read small print on a wide screen."""

HIGHEST = 2500
_ONE_AT_A_TIME = Lock()


class UndrawableError(Exception):
    """The bytes are no PDF that can be drawn, or have no such page."""


class DrawnPage:
    """One page, open while its `with` lasts."""

    def __init__(self, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> None:
        self._page = page
        self._text = text

    def characters(self) -> Sequence[str]:
        """Return the page's characters, one string each."""
        codes = (raw.FPDFText_GetUnicode(self._text, place) for place in range(self._text.count_chars()))
        return [chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes]  # noqa: PLR2004 - the last code point there is

    def pictured(self) -> float:
        """Return which share of the page its largest picture covers."""
        width, height = self._page.get_size()
        pictures = self._page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=6)
        covered = (_overlap(picture.get_bounds(), (width, height)) for picture in pictures)
        return float(max(covered, default=0.0) / max(1.0, width * height))

    def draw(self) -> tuple[Image.Image, Callable[[int], Box]]:
        """Return the page as a picture, and what gives the box of a character on it."""
        width, height = self._page.get_size()
        scale = min(WIDTH / max(1.0, width), HIGHEST / max(1.0, height))
        bitmap = self._page.render(scale=scale, draw_annots=False, may_draw_forms=False)
        size = bitmap.width, bitmap.height
        return bitmap.to_pil().convert("RGB"), lambda place: self._box(place, size)

    def _box(self, place: int, size: tuple[int, int]) -> Box:
        left, bottom, right, top = self._text.get_charbox(place, loose=True)
        (one, two), (three, four) = self._dots(left, top, size), self._dots(right, bottom, size)
        return Box(min(one, three), min(two, four), max(one, three), max(two, four))

    def _dots(self, x: float, y: float, size: tuple[int, int]) -> tuple[int, int]:
        """Return a point of the page in dots; turned pages and those cut out of larger ones are PDFium's business."""
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(self._page, 0, 0, *size, 0, x, y, across, down)
        return across.value, down.value


@contextmanager
def opened_page(content: bytes, number: int) -> Iterator[DrawnPage]:
    """Open one page, from 1; raises `UndrawableError`, also for what goes wrong while it is open."""
    with _ONE_AT_A_TIME, ExitStack() as held:
        try:
            document = held.enter_context(closing(pypdfium2.PdfDocument(content)))
            page = held.enter_context(closing(document[number - 1]))
            yield DrawnPage(page, held.enter_context(closing(page.get_textpage())))
        except (pypdfium2.PdfiumError, IndexError, ValueError, MemoryError) as error:
            raise UndrawableError(str(error)) from error


def _overlap(bounds: tuple[float, float, float, float], size: tuple[float, float]) -> float:
    left, bottom, right, top = bounds
    return max(0.0, min(right, size[0]) - max(left, 0.0)) * max(0.0, min(top, size[1]) - max(bottom, 0.0))
