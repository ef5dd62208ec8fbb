"""Which characters do these bytes stand for?

Takes the bytes of a text or HTML file, gives the text and the name of the charset it was read in, so that the choice is
visible in the archive. Never loses a byte: what cannot be decoded whole is refused. UTF-8 is tried first whatever the page
declares, since bytes that form valid UTF-8 by accident are rare and pages that declare the wrong charset are not; Windows-1252
comes before any guess, since it is what British council software wrote and what HTML means by "ISO-8859-1".
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from ingest.errors import RefusedError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1f]")
_MOST_CONTROL = 0.01
"""Text made from PDFs holds a stray control character here and there; a file with more than this share of them is not text."""

_BELIEVED = re.compile(r"(?:iso-8859-(?:[2-9]|1[0-6])|windows-125\d|cp\d{3,4}|macintosh|koi8-[ru])", re.IGNORECASE)
"""Charsets that a page is believed to be in when it says so. ISO-8859-1 and ASCII mean Windows-1252, as in HTML; UTF-16 is told by
its byte order mark, and a page that could be read far enough to find the word is not in it."""

_SAMPLE = 100_000
"""How much of a file is looked at to guess its charset, in bytes; the whole of it is decoded."""


def decoded(path: str, content: bytes, declared: str | None = None) -> tuple[str, str]:
    r"""Return the text, line ends as `\n`, and the charset's name; raises `RefusedError` where it is not text."""
    for mark, charset in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _with_plain_line_ends(_decode_marked(path, content, charset)), charset.removesuffix("-sig")
    if b"\x00" in content or len(_CONTROL.findall(content)) > _MOST_CONTROL * len(content):
        raise RefusedError(path, "holds bytes that no text file holds", "give the file the extension of its real format")
    believed = declared.lower() if declared and _BELIEVED.fullmatch(declared) else "utf-8"
    for candidate in ("utf-8", believed, "windows-1252", _guess(content)):
        text = _strictly(content, candidate)
        if text is not None:
            return _with_plain_line_ends(text), candidate
    raise RefusedError(path, "is in no charset that could be told", "save it again as UTF-8")


def media_type(name: str, charset: str) -> str:
    """Return the media type as it is kept: the charset is named where it is not UTF-8."""
    return name if charset == "utf-8" else f"{name}; charset={charset}"


def _decode_marked(path: str, content: bytes, charset: str) -> str:
    text = _strictly(content, charset)
    if text is None or "\x00" in text:
        raise RefusedError(path, f"starts as {charset} but is not", "save it again as UTF-8")
    return text


def _strictly(content: bytes, charset: str) -> str | None:
    try:
        return content.decode(charset)
    except (UnicodeError, LookupError):
        return None


def _guess(content: bytes) -> str:
    best = from_bytes(content[:_SAMPLE]).best()
    return best.encoding if best is not None else "utf-8"


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
