"""Pages that are pictures, drawn here, and read by the real engine where it is installed."""

from __future__ import annotations

import io
import string
from pathlib import Path

import pytest
from PIL import Image
from PIL import ImageDraw
from PIL import ImageFont
from pypdf import PdfReader
from pypdf import PdfWriter

from ingest.errors import RefusedError
from ingest.reading.ocr import Engine
from ingest.reading.ocr import OcrError
from ingest.reading.ocr import installed
from ingest.reading.pdf import read_pdf_with
from tests.ingest.reading.papers import in_glyphs
from tests.ingest.reading.papers import printed
from tests.ingest.reading.papers import scanned
from tests.ingest.reading.papers import unmapped

needs_engine = pytest.mark.skipif(installed() is None, reason="tesseract is not installed (`make ocr`)")
INSTALL = r"install the program tesseract \(`make ocr`\), then ingest with --rebuild"

MINUTES = """MARLSHAM PARISH COUNCIL
Minutes of the meeting held on Monday 4 March 2019
1. Apologies for absence were received from Councillor Pell.
2. The Clerk reported that the bench on Mill Lane is broken.
3. RESOLVED that the bench be mended by the end of May."""

TURNED = str.maketrans(string.ascii_letters, string.ascii_lowercase[4:] + string.ascii_lowercase[:4] + string.ascii_uppercase)
GARBLED = ["the council resolved that the accounts of the parish be approved and signed by the chairman"] * 8
CODES = {sign: ord(sign.translate(TURNED)) for sign in string.ascii_lowercase + " "}
"""A font that gives each letter the code of the fourth after it: nothing in the file says so."""


@pytest.fixture(scope="module")
def engine() -> Engine:
    found = installed()
    assert found is not None
    return found


def picture(*columns: str) -> Image.Image:
    """A page of A4 as a copier makes it, at 150 dots an inch."""
    page = Image.new("L", (1_240, 1_754), 250)
    pen, font = ImageDraw.Draw(page), ImageFont.load_default(size=22)
    for place, column in enumerate(columns):
        pen.multiline_text((120 + 560 * place, 150), column, fill=20, font=font, spacing=14)
    return page


def with_scan(content: bytes) -> bytes:
    """The same PDF with a scanned page behind it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.append(io.BytesIO(scanned(picture(MINUTES))))
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def folded(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@needs_engine
def test_a_scanned_page_is_read_and_marked(engine: Engine) -> None:
    reading = read_pdf_with(engine, "a.pdf", scanned(picture(MINUTES)))
    assert folded(reading.pages[0].text) == MINUTES.splitlines()
    assert [page.ocr for page in reading.pages] == [True]
    assert reading.unread == ()


@needs_engine
def test_a_printed_page_beside_a_scanned_one_is_read_as_printed(engine: Engine) -> None:
    reading = read_pdf_with(engine, "a.pdf", in_glyphs(["plain"], {sign: ord(sign) for sign in "plain"}))
    assert [page.ocr for page in reading.pages] == [False]


@needs_engine
def test_a_sheet_with_the_number_of_an_agenda_pack_stamped_on_it_is_read_whole(engine: Engine) -> None:
    [page] = read_pdf_with(engine, "a.pdf", scanned(picture(MINUTES), stamp="Page 57")).pages
    assert page.ocr
    assert "bench be mended by the end of May" in page.text
    assert "Page 57" in page.text


@needs_engine
def test_a_page_whose_font_has_no_map_is_read_from_its_picture(engine: Engine) -> None:
    content = unmapped(MINUTES.splitlines())
    with pytest.raises(RefusedError, match="has no text that can be read"):
        read_pdf_with(None, "a.pdf", content)
    [page] = read_pdf_with(engine, "a.pdf", content).pages
    assert page.ocr
    assert folded(page.text) == MINUTES.splitlines()


@needs_engine
def test_two_columns_are_read_one_after_the_other(engine: Engine) -> None:
    left = "\n".join(f"The left column says line {word} and goes on" for word in ("one", "two", "three", "four", "five", "six"))
    right = "\n".join(f"The right column says row {word} and ends" for word in ("one", "two", "three", "four", "five", "six"))
    assert folded(read_pdf_with(engine, "a.pdf", scanned(picture(left, right))).pages[0].text) == [
        *left.splitlines(),
        *right.splitlines(),
    ]


@needs_engine
def test_the_numbers_of_an_agenda_stay_before_their_headings(engine: Engine) -> None:
    titles = ("Welcome", "Apologies", "Minutes of the last meeting", "Police report", "Finance", "Planning", "Open forum", "Close")
    agenda = [f"{number}. {title}" for number, title in enumerate(titles, 1)]
    content = scanned(picture("\n\n".join(line.replace(". ", ".   ") for line in agenda)))
    assert folded(read_pdf_with(engine, "a.pdf", content).pages[0].text) == agenda


@needs_engine
def test_a_white_page_between_scanned_ones_is_blank_and_nothing_is_the_matter(engine: Engine) -> None:
    reading = read_pdf_with(engine, "a.pdf", scanned(picture(MINUTES), picture(), picture(MINUTES)))
    assert [bool(page.text) for page in reading.pages] == [True, False, True]
    assert reading.unread == ()


@needs_engine
def test_what_is_no_pdf_is_an_error_of_ocr(engine: Engine) -> None:
    with pytest.raises(OcrError, match="OCR failed on page 1: it cannot be drawn"):
        engine.read(b"no PDF at all", 1)
    with pytest.raises(OcrError, match="OCR failed on page 9"):
        engine.read(printed("one page"), 9)


def test_without_ocr_a_scanned_page_is_left_out_and_the_reading_says_which() -> None:
    reading = read_pdf_with(None, "a.pdf", with_scan(printed(MINUTES)))
    assert [bool(page.text) for page in reading.pages] == [True, False]
    [unread] = reading.unread
    assert unread.reason == "page 2 of 2 cannot be read (no text)"
    assert unread.remedy.startswith("install the program tesseract")


def test_without_ocr_a_document_that_is_all_pictures_is_refused_with_what_to_do() -> None:
    with pytest.raises(RefusedError, match=rf"^a\.pdf: has no text that can be read; {INSTALL}, or supply a text version$"):
        read_pdf_with(None, "a.pdf", scanned(picture(MINUTES), picture(MINUTES)))


def test_without_ocr_a_garbled_page_is_left_out() -> None:
    with pytest.raises(RefusedError, match="has no text that can be read"):
        read_pdf_with(None, "a.pdf", in_glyphs(GARBLED, CODES))


def test_a_page_garbled_in_part_keeps_what_can_be_read() -> None:
    reading = read_pdf_with(None, "a.pdf", in_glyphs(GARBLED[:2], CODES, plain=MINUTES.splitlines()[1:]))
    assert "RESOLVED that the bench be mended" in reading.pages[0].text
    assert [one.reason for one in reading.unread] == ["page 1 of 1 can be read in part only"]


def test_a_blank_page_is_not_reported() -> None:
    assert read_pdf_with(None, "a.pdf", printed(MINUTES, "", MINUTES)).unread == ()


class Silent:
    """An engine that fails on every page, as one does whose model is missing."""

    def read(self, content: bytes, number: int) -> str:
        raise OcrError(number, f"no model for {len(content)} bytes")


def test_where_ocr_fails_the_page_is_left_out_and_the_reason_is_said() -> None:
    reading = read_pdf_with(Silent(), "a.pdf", with_scan(printed(MINUTES)))
    assert [unread.reason.partition(" for ")[0] for unread in reading.unread] == [
        "page 2 of 2 cannot be read (no text): OCR failed on page 2: no model"
    ]


def test_the_sample_without_text_is_refused() -> None:
    broken = Path(__file__).parents[2] / "corpus" / "broken" / "textless.pdf"
    with pytest.raises(RefusedError, match="has no text that can be read"):
        read_pdf_with(None, "textless.pdf", broken.read_bytes())
