"""How is a briefing written for Word?

Takes blocks and the clock, gives a DOCX with real headings, a real numbered list, a title and a language, so that it can be read
aloud and navigated. Quotations have a style of their own, a rule beside them and quotation marks around them; ours are small and
grey. The words quoted are runs of one character style and nothing else is. The same blocks at the same time give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
from zipfile import ZipInfo

from docx import Document
from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from search_api.briefing.blocks import Block
from search_api.briefing.blocks import Heading
from search_api.briefing.blocks import Line
from search_api.briefing.blocks import Quotation
from search_api.briefing.blocks import Source
from search_api.briefing.blocks import line_of
from search_api.briefing.letters import printable
from search_api.briefing.line_ends import stretches
from search_api.briefing.word_styles import LEAD
from search_api.briefing.word_styles import OURS
from search_api.briefing.word_styles import QUOTED_WORDS
from search_api.briefing.word_styles import SOURCE
from search_api.briefing.word_styles import prepare

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can hold; the time of making stands in the properties, where it is read."""

_PROGRAM = "Minutebook"


def word_of(blocks: Iterable[Block], made: datetime) -> bytes:
    """Return a file of Word."""
    file = Document()
    prepare(file)
    title = _PROGRAM
    in_order = list(blocks)
    for block, after in zip(in_order, [*in_order[1:], None], strict=True):
        last = _put(file, block)
        # an outcome on the next page would leave its motion without one
        last.paragraph_format.keep_with_next = _belongs_to(block, after) or None
        if isinstance(block, Heading) and block.level == 0:
            title = printable(line_of(block.fields))
    _describe(file, title, made)
    saved = BytesIO()
    file.save(saved)
    return _unstamped(saved)


def _belongs_to(block: Block, after: Block | None) -> bool:
    """Return whether what comes after tells of the quotation before it, or is the quotation that a line leads to."""
    if isinstance(block, Line):
        return isinstance(after, Quotation)
    return isinstance(block, Quotation) and isinstance(after, Line) and not after.lead


def _put(file: WordFile, block: Block) -> Paragraph:
    """Write a block and return its last paragraph."""
    match block:
        case Heading():
            heading: Paragraph = file.add_heading(printable(line_of(block.fields)), block.level)
            return heading
        case Line():
            return file.add_paragraph(printable(line_of(block.fields)), LEAD if block.lead else OURS)
        case Quotation():
            return _quote(file, block)
        case Source():
            # Word counts the list itself; it is the only list of its style, so its numbers are ours
            return file.add_paragraph(printable(line_of(block.fields)), SOURCE)


def _quote(file: WordFile, block: Quotation) -> Paragraph:
    """Write one paragraph a piece, its words a run by themselves; the number stands after the last. Return that one."""
    for piece in block.pieces:
        paragraph = file.add_paragraph(style="Quote")
        paragraph.add_run("\u201c")
        _put_words(paragraph.add_run(style=QUOTED_WORDS), printable(piece.text))
        paragraph.add_run("\u201d" if piece is not block.pieces[-1] else f"\u201d [{block.number}]")
    return paragraph


def _put_words(run: Run, text: str) -> None:
    """Write words into a run; a line end that is not to be seen is a space to Word, and still there for whoever reads the file."""
    for one in stretches(text):
        if not one.gap:
            run.add_text(one.text)
            continue
        # the last line end is the break: white space before it is not seen at the end of a line
        before, end, after = one.text.rpartition("\n")
        _put_spaces(run, before)
        if one.seen:
            run.add_break()
        else:
            _put_spaces(run, end)
        _put_spaces(run, after)


def _put_spaces(run: Run, spaces: str) -> None:
    """Write white space as it is; `add_text` would make a break of every line end."""
    if spaces:
        run._r.append(_text_element(spaces))  # noqa: SLF001 - python-docx has no public way to write a line end that is no break


def _text_element(text: str) -> BaseOxmlElement:
    written = OxmlElement("w:t")
    written.text = text
    written.set(qn("xml:space"), "preserve")
    return written


def _describe(file: WordFile, title: str, made: datetime) -> None:
    properties = file.core_properties
    properties.title = title[:255]
    properties.author = properties.last_modified_by = _PROGRAM
    properties.language = "en-GB"
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.created = properties.modified = made
    properties.revision = 1


def _unstamped(saved: BytesIO) -> bytes:
    """Return the same parts without the times at which they were written."""
    written = BytesIO()
    with ZipFile(saved) as before, ZipFile(written, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = ZipInfo(name, _EPOCH)
            part.compress_type = ZIP_DEFLATED
            after.writestr(part, before.read(name))
    return written.getvalue()
