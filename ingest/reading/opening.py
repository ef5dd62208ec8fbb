"""Which reader reads this file?

Takes a file's path below the ingested folder and its bytes, gives what was read, furniture marked. The extension says what a file
should be and the first bytes what it is; where they contradict each other the file is refused, or read as what it is where that
is beyond doubt (ModernGov serves PDFs from addresses that end in `.aspx`). Everything that cannot be read is a `RefusedError`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath

from ingest.errors import RefusedError
from ingest.reading.furniture import mark_furniture
from ingest.reading.pages import Reading
from ingest.reading.pages import Told
from ingest.reading.pages import nobody
from ingest.reading.pdf import MEDIA as PDF
from ingest.reading.pdf import read_pdf
from ingest.reading.plain import read_markdown
from ingest.reading.plain import read_text
from ingest.reading.scattered import gathered
from ingest.reading.web import read_web
from ingest.reading.webservice import read_webservice
from ingest.reading.word import read_word

Reader = Callable[[str, bytes], Reading]

_READERS: dict[str, Reader] = {
    ".aspx": read_web,
    ".docx": read_word,
    ".htm": read_web,
    ".html": read_web,
    ".markdown": read_markdown,
    ".md": read_markdown,
    ".pdf": read_pdf,
    ".txt": read_text,
    ".xml": read_webservice,
}
READABLE = tuple(_READERS)
"""The extensions of the formats that are read, lower case."""

_SNIFFED = 1_024
_HTML_STARTS = (b"<!doctype html", b"<html")


def read(path_below: str, content: bytes, told: Told = nobody) -> Reading:
    """Read a file and tell its pages as they are read; raises `RefusedError` with reason and remedy for everything that cannot be
    read, and nothing else.
    """
    extension = PurePosixPath(path_below).suffix.lower()
    if extension not in _READERS:
        formats = ", ".join(READABLE)
        raise RefusedError(path_below, f"{extension or 'no extension'} is not a format that is read", f"formats are {formats}")
    if not content.strip():
        raise RefusedError(path_below, "is empty", "get it again from where it came from")
    reader = _reader_for(path_below, extension, content)
    reading = read_pdf(path_below, content, told) if reader is read_pdf else reader(path_below, content)
    if reader is not read_pdf:
        told(len(reading.pages), len(reading.pages))
    has_edges = len(reading.pages) > 1 or reading.media == PDF
    return replace(reading, pages=mark_furniture(map(gathered, reading.pages))) if has_edges else reading


def _reader_for(path_below: str, extension: str, content: bytes) -> Reader:
    head = content[:_SNIFFED].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"%PDF-"):
        return read_pdf
    is_html = head.lower().startswith(_HTML_STARTS)
    if is_html and extension in {".pdf", ".docx"}:
        # Saved error and login pages: read as they are they would put a web server's words into the archive.
        raise RefusedError(path_below, f"is a web page, not a {extension[1:].upper()}", "download the document itself again")
    return read_web if is_html and extension != ".md" else _READERS[extension]
