"""Make the PDF and DOCX files of the sample archive, and the broken files, from readable text.

Answers: what exactly do the binary sample documents say, and can anybody remake them byte for byte?

Takes the text sources in ``sources/`` (``sources/<council>/<body>/<name>.pdf.txt`` makes
``sample/<council>/<body>/<name>.pdf``; ``.docx.txt`` makes a ``.docx``) and writes ``sample/`` and ``broken/`` beside
itself. Two runs give identical bytes: no clock, no random number and no font of this machine goes into a file.
Never touches the hand-written Markdown, HTML, text and TOML files, and never reads the network.

The markup, one block after another, blocks separated by blank lines:

    @title TEXT     the document's title property       @footer TEXT   the running footer of every page
    @pack N         print a second page number, from N  # TEXT         centred bold title (council, body)
    ~ TEXT          centred line                        ## TEXT        bold item heading
    > TEXT          indented clause                     | A | B        a table row
    ---             page break                          **TEXT**       bold inside a line

Any other line belongs to a paragraph; lines of one paragraph that stand together keep their line breaks.

Run: ``python tests/corpus/make_samples.py``
"""

from __future__ import annotations

import datetime as dt
import html
import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.enum.text import WD_BREAK
from docx.shared import Cm
from docx.shared import Pt
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate
from reportlab.platypus import Frame
from reportlab.platypus import PageBreak
from reportlab.platypus import PageTemplate
from reportlab.platypus import Paragraph
from reportlab.platypus import Table

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument
    from docx.text.paragraph import Paragraph as DocxParagraph
    from reportlab.platypus import Flowable

HERE = Path(__file__).resolve().parent
FIXED_DATE = dt.datetime(2024, 1, 2, 9, 0, 0)  # noqa: DTZ001 - core properties are naive by definition
ZIP_DATE = (2024, 1, 2, 9, 0, 0)
PREFIXES = {"# ": "title", "~ ": "centre", "## ": "heading", "> ": "clause", "| ": "row"}
MARK = re.compile(r"^(# |~ |## |> |\| )")
BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True)
class Source:
    """A parsed text source.

    Attributes:
        meta: the ``@`` lines (title, footer, pack).
        blocks: (kind, text) in reading order; kind is title, centre, heading, clause, row, break or text.
    """

    meta: dict[str, str]
    blocks: list[tuple[str, str]]


def parse(text: str) -> Source:
    """Read the markup of one source file.

    Args:
        text: the whole source.

    Returns:
        Its properties and its blocks, in order.
    """
    meta: dict[str, str] = {}
    blocks: list[tuple[str, str]] = []
    paragraph: list[str] = []
    for line in [*text.splitlines(), ""]:
        mark = MARK.match(line)
        if paragraph and (not line.strip() or mark or line == "---"):
            blocks.append(("text", "\n".join(paragraph)))
            paragraph = []
        if line.startswith("@"):
            name, _, value = line[1:].partition(" ")
            meta[name] = value
        elif line == "---":
            blocks.append(("break", ""))
        elif mark:
            blocks.append((PREFIXES[mark.group(1)], line[mark.end() :].strip()))
        elif line.strip():
            paragraph.append(line.strip())
    return Source(meta, blocks)


def rich(text: str) -> str:
    """Turn a block's text into reportlab's inline markup."""
    escaped = html.escape(text, quote=False).replace("\n", "<br/>")
    return BOLD.sub(r"<b>\1</b>", escaped)


def styles() -> dict[str, ParagraphStyle]:
    """The paragraph styles of the PDFs (sizes in points)."""
    body = ParagraphStyle("text", fontName="Times-Roman", fontSize=10.5, leading=13, spaceAfter=5)
    bold = "Times-Bold"
    return {
        "text": body,
        "title": ParagraphStyle("title", body, fontName=bold, fontSize=14, leading=18, alignment=TA_CENTER),
        "centre": ParagraphStyle("centre", body, alignment=TA_CENTER),
        "heading": ParagraphStyle("heading", body, fontName=bold, spaceBefore=8, keepWithNext=1),
        "clause": ParagraphStyle("clause", body, leftIndent=48, firstLineIndent=-20, rightIndent=12),
        "row": ParagraphStyle("row", body, spaceAfter=0),
    }


def flowables(source: Source) -> list[Flowable]:
    """Lay the blocks out as reportlab flowables, in order."""
    known = styles()
    story: list[Flowable] = []
    for kind, text in source.blocks:
        if kind == "break":
            story.append(PageBreak())
        elif kind == "row":
            cells = [Paragraph(rich(cell.strip()), known["row"]) for cell in text.split(" | ")]
            story.append(Table([cells], colWidths=[3.2 * cm, 13.3 * cm]))
        else:
            story.append(Paragraph(rich(text), known[kind]))
    return story


def draw_footer(canvas: Canvas, source: Source) -> None:
    """Draw the running footer and the page numbers of one page."""
    page = canvas.getPageNumber()
    style = ParagraphStyle("footer", fontName="Times-Italic", fontSize=8, leading=10, alignment=TA_CENTER)
    footer = Paragraph(rich(source.meta.get("footer", "")), style)
    footer.wrapOn(canvas, 14 * cm, 2 * cm)
    footer.drawOn(canvas, 3.5 * cm, 1.5 * cm)
    canvas.setFont("Times-Roman", 9)
    canvas.drawCentredString(A4[0] / 2, 1.0 * cm, str(page))
    if "pack" in source.meta:
        canvas.drawRightString(A4[0] - 1.5 * cm, 1.0 * cm, f"Page {int(source.meta['pack']) + page - 1}")


def make_pdf(source: Source) -> bytes:
    """Make a paged A4 PDF.

    Args:
        source: the parsed source.

    Returns:
        The PDF, the same bytes every time.
    """
    buffer = io.BytesIO()
    title = source.meta.get("title", "")
    template = BaseDocTemplate(buffer, pagesize=A4, invariant=1, title=title, author="Democratic Services", lang="en-GB")
    frame = Frame(2.2 * cm, 2.6 * cm, A4[0] - 4.4 * cm, A4[1] - 4.8 * cm)
    page = PageTemplate(frames=[frame], onPageEnd=lambda canvas, _template: draw_footer(canvas, source))
    template.addPageTemplates([page])
    template.build(flowables(source))
    return buffer.getvalue()


def add_runs(paragraph: DocxParagraph, text: str, *, bold: bool = False) -> None:
    """Add text to a Word paragraph, honouring ``**bold**`` and line breaks."""
    for n, line in enumerate(text.split("\n")):
        if n:
            paragraph.add_run().add_break()
        for k, piece in enumerate(BOLD.split(line)):
            if piece:
                paragraph.add_run(piece).bold = bold or k % 2 == 1


def add_row(document: DocxDocument, text: str) -> None:
    """Add a one-row table: a bold label and its text."""
    cells = text.split(" | ")
    table = document.add_table(rows=1, cols=len(cells))
    for k, cell in enumerate(cells):
        add_runs(table.rows[0].cells[k].paragraphs[0], cell.strip(), bold=k == 0)


def add_block(document: DocxDocument, kind: str, text: str) -> None:
    """Add one block (kind and text as in ``Source.blocks``) to the Word document."""
    if kind == "break":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        return
    if kind == "row":
        add_row(document, text)
        return
    paragraph = document.add_paragraph(style="Heading 2" if kind == "heading" else None)
    add_runs(paragraph, text, bold=kind in {"title", "heading"})
    if kind in {"title", "centre"}:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if kind == "clause":
        paragraph.paragraph_format.left_indent = Cm(1.5)
        paragraph.paragraph_format.first_line_indent = Cm(-0.8)


def set_properties(document: DocxDocument, title: str) -> None:
    """Give the Word document fixed properties, so that no clock goes into it."""
    properties = document.core_properties
    properties.title = title
    properties.author = "Democratic Services"
    properties.last_modified_by = "Democratic Services"
    properties.created = FIXED_DATE
    properties.modified = FIXED_DATE
    properties.revision = 1


def fixed_zip(data: bytes) -> bytes:
    """Rewrite a zip file with one fixed time on every member."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            new.writestr(info, old.read(name))
    return out.getvalue()


def make_docx(source: Source) -> bytes:
    """Make a Word document.

    Args:
        source: the parsed source.

    Returns:
        The .docx, the same bytes every time.
    """
    document = Document()
    document.styles["Normal"].font.size = Pt(11)
    set_properties(document, source.meta.get("title", ""))
    document.sections[0].footer.paragraphs[0].text = source.meta.get("footer", "")
    for kind, text in source.blocks:
        add_block(document, kind, text)
    buffer = io.BytesIO()
    document.save(buffer)
    return fixed_zip(buffer.getvalue())


def simple_pdf(text: str, *, password: str = "") -> bytes:
    """Make a one-page PDF: the text, or else only a drawn rectangle; encrypted where a password is given."""
    buffer = io.BytesIO()
    lock = StandardEncryption(password, ownerPassword="owner", strength=128) if password else None
    canvas = Canvas(buffer, pagesize=A4, invariant=1, encrypt=lock)
    if text:
        canvas.drawString(72, 720, text)
    else:
        canvas.rect(72, 500, 300, 200)
    canvas.save()
    return buffer.getvalue()


def broken_files() -> dict[str, bytes]:
    """The files an ingest must survive, by name."""
    minutes = (HERE / "sources" / "broken" / "wrong-encoding.txt").read_text(encoding="utf-8")
    odd = (HERE / "sources" / "broken" / "odd-name.md").read_bytes()
    return {
        "corrupt.pdf": simple_pdf("RESOLVED: That the minutes be confirmed.")[:400] + b"\x00\xff truncated in transit",
        "empty.pdf": b"",
        "encrypted.pdf": simple_pdf("RESOLVED: That the minutes be confirmed.", password="guildhall"),
        "textless.pdf": simple_pdf(""),
        "not-a-docx.docx": b"This file only says that it is a Word document.\n",
        "wrong-encoding.txt": minutes.encode("cp1252"),
        "zero.md": b"",
        "M\u00efnutes \u2013\u00a0draft (1) #2.md": odd,
    }


def main() -> None:
    """Write every made file of ``sample/`` and ``broken/``."""
    makers = {".pdf": make_pdf, ".docx": make_docx}
    sources = HERE / "sources"
    for path in sorted(sources.glob("*/*/*.txt")):
        target = HERE / "sample" / path.relative_to(sources).with_suffix("")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(makers[target.suffix](parse(path.read_text(encoding="utf-8"))))
    (HERE / "broken").mkdir(exist_ok=True)
    for name, data in broken_files().items():
        (HERE / "broken" / name).write_bytes(data)


if __name__ == "__main__":
    main()
