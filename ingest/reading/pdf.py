"""What do the pages of a PDF say?

Takes the bytes of a PDF, gives one page of text for each of its pages, exactly as pypdf's `extract_text` reads it. Never reads
pictures: a PDF without a text layer is refused, and so is one that needs a password. Text in fonts without a Unicode map is
kept as it comes out. The only file that imports pypdf.
"""

from __future__ import annotations

import io
import logging
import struct
import zlib

from pypdf import Configuration
from pypdf import PdfReader
from pypdf import apply_configuration
from pypdf.errors import DependencyError
from pypdf.errors import FileNotDecryptedError
from pypdf.errors import LimitReachedError
from pypdf.errors import PyPdfError

from ingest.errors import RefusedError
from ingest.reading.pages import PageText
from ingest.reading.pages import Reading
from ingest.reading.pages import has_words
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


def read_pdf(path: str, content: bytes) -> Reading:
    """Read a PDF page by page; raises `RefusedError` where it is damaged, locked, boundless or has no text layer."""
    try:
        with apply_configuration(_LIMITS):
            pages = _pages_of(path, content)
    except FileNotDecryptedError as error:
        raise RefusedError(path, "is locked with a password", "save a copy without one and ingest that") from error
    except DependencyError as error:
        raise RefusedError(path, "is encrypted with AES, which needs a package", "install `pypdf[crypto]`") from error
    except LimitReachedError as error:
        raise RefusedError(path, f"unfolds beyond all bounds ({error})", "print it to a new PDF") from error
    except MALFORMED as error:
        reason = f"is damaged or is no PDF ({type(error).__name__}: {error})"
        raise RefusedError(path, " ".join(reason.split())[:300], "download it again or print it to a new PDF") from error
    if not has_words(pages):
        raise RefusedError(path, "has no text layer", "OCR is not built in yet, supply a text version")
    return Reading(MEDIA, pages)


def _pages_of(path: str, content: bytes) -> tuple[PageText, ...]:
    reader = PdfReader(io.BytesIO(content))
    count = len(reader.pages)
    if count > MAX_PAGES:
        raise RefusedError(path, f"has {count} pages, more than {MAX_PAGES}", "split it")
    pages: list[PageText] = []
    room = MAX_CHARACTERS
    for number, page in enumerate(reader.pages, start=1):
        text = storable(page.extract_text())
        room -= len(text)
        if room < 0:
            raise RefusedError(path, f"holds more than {MAX_CHARACTERS} characters", "split it")
        pages.append(PageText(number, text))
    return tuple(pages)
