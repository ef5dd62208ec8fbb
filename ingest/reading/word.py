"""What does a Word document say?

Takes the bytes of a DOCX, gives one page: paragraphs and table rows in the order in which they stand, headings marked by their
style. The words are read from the XML (ECMA-376, part 1, chapter 17), since python-docx's `Paragraph.text` leaves out tracked
insertions, content controls and smart tags. The numbers that Word counts itself are written out as it shows them
(word_numbers.py), as those of web pages are: half the items of Govan's minutes are numbered by Word, half by hand. Never includes
running headers and footers, deleted text or comments. Core properties (title, author) are not taken as facts: they are mostly
those of the template.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.styles import Styles

from ingest.errors import RefusedError
from ingest.reading.pages import Line
from ingest.reading.pages import MarkKind
from ingest.reading.pages import Reading
from ingest.reading.pages import has_words
from ingest.reading.pages import line_of
from ingest.reading.pages import page_of
from ingest.reading.word_numbers import WordNumbers
from ingest.reading.word_numbers import word_numbers

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

MALFORMED = (
    OpcError,
    zipfile.BadZipFile,
    ArithmeticError,
    AssertionError,
    AttributeError,  # parts that lack what the schema requires
    EOFError,
    LookupError,  # relationships to parts that are not there
    NotImplementedError,  # ways to compress that Python does not know
    OSError,
    RuntimeError,  # encrypted members
    SyntaxError,  # lxml's XMLSyntaxError
    TypeError,
    ValueError,  # another kind of Office file, bad text encodings
    struct.error,
    zlib.error,
)
"""What python-docx, lxml and zipfile raise for files that are not what they should be."""

MAX_UNFOLDED = 200_000_000
MAX_MEMBERS = 10_000
MAX_RATIO = 200
MAX_SMALL_MEMBER = 10_000_000
"""Limits on the zip, told from its directory before anything is unpacked; zipfile never unpacks more than is declared there.

A member above `MAX_SMALL_MEMBER` may not unfold by more than `MAX_RATIO`; members of real minutes unfold by 18 at most.
"""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARAGRAPH = qn("w:p")
_TABLE = qn("w:tbl")
_ROW = qn("w:tr")
_CELL = qn("w:tc")
_TEXT_BOX = qn("w:txbxContent")
_TEXT = qn("w:t")
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset((qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:sectPr"), _FALLBACK))
"""Deleted or moved text, settings (a tab stop is not a tab), and the copy of a text box kept for older programs."""


def read_word(path: str, content: bytes) -> Reading:
    """Read a DOCX as one page; raises `RefusedError` where it is no DOCX, damaged, locked, empty or a decompression bomb."""
    if content.startswith(_OLE):
        raise RefusedError(path, "is locked with a password or is an old .doc", "save it as .docx without a password")
    if not content.startswith(b"PK"):
        raise RefusedError(path, "is not a DOCX, whatever its name says", "give it the extension of its real format")
    try:
        _refuse_bombs(path, content)
        document = Document(io.BytesIO(content))
        page = page_of(_lines(document.element.body, _print_of(document)))
    except MALFORMED as error:
        reason = " ".join(f"is damaged or is not a DOCX ({type(error).__name__}: {error})".split())[:300]
        raise RefusedError(path, reason, "open it in Word and save it again") from error
    if not has_words((page,)):
        raise RefusedError(path, "holds no text", "OCR is not built in yet, supply a text version")
    return Reading(MEDIA, (page,))


def _refuse_bombs(path: str, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
    unfolded = sum(member.file_size for member in members)
    steep = any(m.file_size > max(MAX_SMALL_MEMBER, MAX_RATIO * m.compress_size) for m in members)
    if steep or unfolded > MAX_UNFOLDED or len(members) > MAX_MEMBERS:
        raise RefusedError(path, f"unfolds to {unfolded:,} bytes, beyond all bounds", "save it again without its pictures")


@dataclass(frozen=True, slots=True)
class _Print:
    """What the document's styles and numbering make of its paragraphs."""

    headings: frozenset[str]
    numbers: WordNumbers


def _print_of(document: WordDocument) -> _Print:
    numbering = [part.target_part for part in document.part.rels.values() if part.reltype == RT.NUMBERING and not part.is_external]
    root = parse_xml(numbering[0].blob) if numbering else None
    return _Print(_heading_styles(document.styles), word_numbers(root, document.styles.element.findall("w:style", nsmap)))


def _heading_styles(styles: Styles) -> frozenset[str]:
    names = ((style.style_id, (style.name or "").casefold()) for style in styles)
    return frozenset(style for style, name in names if name.startswith("heading") or name == "title")


def _lines(container: BaseOxmlElement, shown: _Print) -> Iterator[Line]:
    """Yield the lines below a container; content controls and tracked insertions are looked through."""
    for element in container:
        if element.tag == _PARAGRAPH:
            yield from _paragraph(element, shown)
        elif element.tag == _TABLE:
            for row in _inside(element, _ROW):
                yield from _row(row, shown)
        elif element.tag not in _LEFT_OUT:
            yield from _lines(element, shown)


def _paragraph(paragraph: BaseOxmlElement, shown: _Print) -> Iterator[Line]:
    is_heading = paragraph.style in shown.headings
    words = "".join(_words(paragraph))
    sign = shown.numbers.sign_before(paragraph) if words.strip() else ""
    for text in (f"{sign} {words}" if sign else words).split("\n"):
        yield line_of(text, MarkKind.HEADING) if is_heading else Line(text)
    for box in _inside(paragraph, _TEXT_BOX):
        yield from _lines(box, shown)


def _words(element: BaseOxmlElement) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _LEFT_OUT and child.tag != _TEXT_BOX:
            yield from _words(child)


def _row(row: BaseOxmlElement, shown: _Print) -> Iterator[Line]:
    """Yield a row as one line, cells parted by bars; a row with several paragraphs in a cell keeps them as lines of their own.

    Merged cells stand once in the XML, so nothing is doubled.
    """
    if row.find("w:trPr/w:del", nsmap) is not None:
        return
    cells = [[line for line in _lines(cell, shown) if line.text.strip()] for cell in _inside(row, _CELL)]
    if all(len(lines) <= 1 for lines in cells):
        yield Line(" | ".join(line.text.strip() for lines in cells for line in lines))
        return
    for lines in cells:
        yield from lines


def _inside(element: BaseOxmlElement, tag: str) -> Iterator[BaseOxmlElement]:
    """Yield the nearest elements of a tag below an element, not those inside another of the same tag."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _inside(child, tag)
