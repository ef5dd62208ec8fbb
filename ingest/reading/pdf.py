"""What do the pages of a PDF say?

Takes the bytes of a PDF, gives one page of text for each of its pages, exactly as pypdf's `extract_text` reads it once `glyphs.py`
has given maps to the fonts that lack one. A page whose text is missing or is no language goes to OCR where that is installed, and
its text is marked; where it is not, the page is left out and the reading says so. Refused are files that need a password, and files
of which no page can be read. Never mends text. With `glyphs.py` the only file that imports pypdf.
"""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import replace

from pypdf import Configuration
from pypdf import PageObject
from pypdf import PdfReader
from pypdf import apply_configuration
from pypdf.errors import DependencyError
from pypdf.errors import FileNotDecryptedError
from pypdf.errors import LimitReachedError
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from ingest.errors import RefusedError
from ingest.reading.glyphs import give_maps
from ingest.reading.glyphs import placed
from ingest.reading.legibility import Legibility
from ingest.reading.legibility import legibility
from ingest.reading.ocr import HOW_TO_INSTALL
from ingest.reading.ocr import Engine
from ingest.reading.ocr import OcrError
from ingest.reading.ocr import installed
from ingest.reading.pages import PageText
from ingest.reading.pages import Reading
from ingest.reading.pages import Told
from ingest.reading.pages import Unread
from ingest.reading.pages import has_words
from ingest.reading.pages import nobody
from ingest.reading.pages import storable

# pypdf logs each repair that it makes to a bent file; who ingests a folder can do nothing about them.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

MEDIA = "application/pdf"

MALFORMED = (
    PyPdfError,
    ArithmeticError,  # division by a font size of nothing
    AssertionError,
    AttributeError,  # a number where a dictionary should stand
    EOFError,
    LookupError,  # missing keys, short arrays, unknown encodings
    NotImplementedError,  # filters and encryption that pypdf does not know
    OSError,
    RecursionError,  # objects that contain themselves
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pypdf raises for files that are not what they should be: its own errors, and the built-in ones its parser lets through."""

MAX_PAGES = 20_000
MAX_CHARACTERS = 100_000_000

_LIMITS = Configuration(
    zlib_maximum_output_length=50_000_000,
    lzw_maximum_output_length=50_000_000,
    run_length_maximum_output_length=50_000_000,
    array_based_stream_maximum_output_length=50_000_000,
    stream_decoding_work_maximum_length=100_000_000,
    stream_parsing_work_maximum_count=500_000,
    xform_maximum_invocations_per_extraction=1_000,
)
"""What one page's content may unfold to. No page of 193 real PDFs takes more than 40,000 steps to parse, so there is room."""


_SCAN_DOTS = 400_000
"""A page scanned at 75 dots an inch has 500,000 dots; logos and signatures have far fewer."""

_SCAN_SHAPE = 0.15
"""How far the picture of a whole page may be from the page's own shape: plans and photographs are further off."""

_STAMPED_WORDS = 6
_OUTLINES = 20_000
"""Bytes of drawing on a page without text: rules and white ground take a few hundred, letters drawn as outlines far more."""

_DOUBTS = {
    Legibility.EMPTY: "cannot be read (no text)",
    Legibility.GARBLED: "cannot be read (garbled)",
    Legibility.IN_PART: "can be read in part only",
}
_SUPPLY = "supply a text version"


@dataclass(frozen=True, slots=True)
class _Read:
    """One page, what is the matter with it if anything is, and what OCR said where it failed."""

    page: PageText
    doubt: Legibility = Legibility.READABLE
    failure: str | None = None


def read_pdf(path: str, content: bytes, told: Told = nobody) -> Reading:
    """Read a PDF page by page; raises `RefusedError` where it is damaged, locked, boundless or no page of it can be read."""
    return read_pdf_with(installed(), path, content, told)


def read_pdf_with(engine: Engine | None, path: str, content: bytes, told: Told = nobody) -> Reading:
    """Read a PDF with this engine for OCR, or with none; raises `RefusedError` as `read_pdf` does."""
    try:
        with apply_configuration(_LIMITS):
            read = _pages_of(path, content, engine, told)
    except FileNotDecryptedError as error:
        raise RefusedError(path, "is locked with a password", "save a copy without one and ingest that") from error
    except DependencyError as error:
        raise RefusedError(path, "is encrypted with AES, which needs a package", "install `pypdf[crypto]`") from error
    except LimitReachedError as error:
        raise RefusedError(path, f"unfolds beyond all bounds ({error})", "print it to a new PDF") from error
    except MALFORMED as error:
        reason = f"is damaged or is no PDF ({type(error).__name__}: {error})"
        raise RefusedError(path, " ".join(reason.split())[:300], "download it again or print it to a new PDF") from error
    pages, unread = tuple(one.page for one in read), tuple(_unread(read, engine))
    if not has_words(pages):
        failures = [one.reason for one in unread if engine is not None]
        raise RefusedError(path, "; ".join(["has no text that can be read", *failures]), _remedy(engine))
    return Reading(MEDIA, pages, unread=unread)


def _pages_of(path: str, content: bytes, engine: Engine | None, told: Told) -> tuple[_Read, ...]:
    reader = PdfReader(io.BytesIO(content))
    count = len(reader.pages)
    if count > MAX_PAGES:
        raise RefusedError(path, f"has {count} pages, more than {MAX_PAGES}", "split it")
    with suppress(*MALFORMED):  # what is bent here is met again, and reported, when the page is read
        give_maps(reader)
    read: list[_Read] = []
    room = MAX_CHARACTERS
    for number, page in enumerate(reader.pages, start=1):
        printed = storable(page.extract_text())
        read.append(_judged(page, PageText(number, printed), content, engine))
        told(number, count)
        room -= len(read[-1].page.text)
        if room < 0:
            raise RefusedError(path, f"holds more than {MAX_CHARACTERS} characters", "split it")
    return tuple(read)


def _judged(page: PageObject, printed: PageText, content: bytes, engine: Engine | None) -> _Read:
    """Return a page as printed where that is language, as OCR reads it where it is not, and what is the matter where both fail."""
    doubt = legibility(printed.text)
    if doubt is Legibility.READABLE and len(printed.text.split()) <= _STAMPED_WORDS and _is_scanned(page):
        doubt = Legibility.IN_PART  # "Page 57" on every sheet of an agenda pack, scanned sheets included
    if doubt is Legibility.READABLE:
        return _Read(printed)
    kept = printed if doubt is Legibility.IN_PART else PageText(printed.number, "", unread=True)
    if engine is None:
        blank = doubt is Legibility.EMPTY and not _shows_something(page)
        return _Read(PageText(printed.number, "")) if blank else _Read(kept, doubt)
    try:
        seen = storable(engine.read(content, printed.number))
    except OcrError as error:
        return _Read(kept, doubt, str(error))
    return _seen(kept, doubt, seen)


def _seen(kept: PageText, doubt: Legibility, seen: str) -> _Read:
    found = legibility(seen)
    if found in {Legibility.READABLE, Legibility.IN_PART}:
        return _Read(PageText(kept.number, seen, ocr=True))
    if found is Legibility.EMPTY and doubt is not Legibility.GARBLED:
        return _Read(replace(kept, unread=False))  # a white page, or a picture without words
    return _Read(kept, doubt, "OCR reads no words on it either")


def _unread(read: Sequence[_Read], engine: Engine | None) -> Iterator[Unread]:
    """Yield one line for each thing that is the matter, with the pages that it is the matter with."""
    for doubt, words in _DOUBTS.items():
        numbers = [one.page.number for one in read if one.doubt is doubt]
        if numbers:
            failures = [one.failure for one in read if one.doubt is doubt and one.failure]
            reason = f"{_named(numbers)} of {len(read)} {words}" + (f": {failures[0]}" if failures else "")
            yield Unread(reason, _remedy(engine))


def _remedy(engine: Engine | None) -> str:
    return f"{HOW_TO_INSTALL}, or {_SUPPLY}" if engine is None else _SUPPLY


def _named(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    return f"pages {', '.join(str(number) for number in numbers[:-1])} and {numbers[-1]}"


def _shows_something(page: PageObject) -> bool:
    contents = page.get_contents()
    return bool(_pictures(page)) or (contents is not None and len(contents.get_data()) > _OUTLINES)


def _is_scanned(page: PageObject) -> bool:
    shape = max(1.0, float(page.mediabox.width)) / max(1.0, float(page.mediabox.height))
    return any(
        width * height >= _SCAN_DOTS and min(abs(width / height / shape - 1), abs(height / width / shape - 1)) <= _SCAN_SHAPE
        for width, height in _pictures(page)
    )


def _pictures(page: PageObject) -> list[tuple[int, int]]:
    """Return width and height, in dots, of each picture placed on a page, as far as the file is sound."""
    found: list[tuple[int, int]] = []
    with suppress(*MALFORMED):
        found.extend((_dots(one, "/Width"), _dots(one, "/Height")) for one in placed(page) if one.get("/Subtype") == "/Image")
    return found


def _dots(picture: DictionaryObject, side: str) -> int:
    value = picture.get(side)
    return max(1, value) if isinstance(value, int) else 1
