"""Small PDFs for tests: printed ones, scanned ones, and ones whose font has no map from its glyphs to letters."""

from __future__ import annotations

import io
from typing import cast

from PIL import Image
from pypdf import PdfReader
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

A4_POINTS = (595, 842)


def printed(*pages: str, left: int = 72) -> bytes:
    """A PDF with one page for each text, line by line."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4_POINTS)
    for page in pages:
        for row, line in enumerate(page.split("\n")):
            canvas.drawString(left, 760 - 16 * row, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def scanned(*pictures: Image.Image, stamp: str = "") -> bytes:
    """A PDF whose pages are pictures, as a copier makes it; `stamp` is text that a publisher put on each."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4_POINTS)
    for picture in pictures:
        canvas.drawImage(ImageReader(picture), 0, 0, *A4_POINTS)
        canvas.drawString(280, 20, stamp)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def unmapped(lines: list[str]) -> bytes:
    """A PDF that shows lines in a font whose letters are numbered as they first occur, its map taken away."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4_POINTS)
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf", asciiReadable=False))
    canvas.setFont("Vera", 12)
    for row, line in enumerate(lines):
        canvas.drawString(72, 760 - 20 * row, line)
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(made))
    resources = cast("DictionaryObject", writer.pages[0]["/Resources"])
    for font in cast("DictionaryObject", resources["/Font"]).values():
        font.get_object().pop("/ToUnicode", None)
    taken = io.BytesIO()
    writer.write(taken)
    return taken.getvalue()


def in_glyphs(lines: list[str], codes: dict[str, int], *, plain: list[str] | None = None) -> bytes:
    """A PDF with lines in a font that names glyphs by number and says nothing of letters; `plain` lines are in a font that does."""
    numbered = ["".join(f"{codes[sign]:04X}" for sign in line) for line in lines]
    shown = [f"/F1 12 Tf 1 0 0 1 72 {760 - 16 * row} Tm <{line}> Tj" for row, line in enumerate(numbered)]
    more = [f"/F2 12 Tf 1 0 0 1 72 {400 - 16 * row} Tm ({line}) Tj" for row, line in enumerate(plain or [])]
    stream = f"BT {' '.join([*shown, *more])} ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R/F2 7 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>stream\n" % len(stream) + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+ArialMT/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+ArialMT/CIDSystemInfo 8 0 R/CIDToGIDMap/Identity/DW 600>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
    ]
    return _assembled(parts)


def _assembled(parts: list[bytes]) -> bytes:
    made, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        offsets.append(len(made))
        made += b"%d 0 obj\n" % number + part + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(parts) + 1
    return (
        made
        + b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + (b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(made)))
    )
