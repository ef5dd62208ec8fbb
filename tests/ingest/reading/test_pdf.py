"""Real small PDFs, made by reportlab, read page by page; bent ones refused with their reason."""

from __future__ import annotations

import io
import logging
import random
import re
import zlib

import pytest
from pypdf import PdfReader
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import RefusedError
from ingest.reading.pdf import read_pdf


def pdf(*pages: str) -> bytes:
    """A PDF with one page for each text, line by line."""
    made = io.BytesIO()
    canvas = Canvas(made)
    for page in pages:
        for row, line in enumerate(page.split("\n")):
            canvas.drawString(72, 760 - 16 * row, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def with_content(stream: bytes, pages: int = 1) -> bytes:
    """A PDF whose pages all share one compressed content stream."""
    squeezed = zlib.compress(stream, 9)
    kids = b" ".join(b"%d 0 R" % (5 + page) for page in range(pages))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % pages,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(squeezed) + squeezed + b"\nendstream",
        *[page] * pages,
    ]
    made = b"%PDF-1.4\n"
    offsets = []
    for number, part in enumerate(parts, start=1):
        offsets.append(len(made))
        made += b"%d 0 obj\n" % number + part + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(parts) + 1
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def locked(content: bytes, user: str, owner: str, algorithm: str) -> bytes:
    """The same PDF, encrypted."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt(user, owner, algorithm=algorithm)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def test_each_page_of_a_pdf_is_a_page_of_text() -> None:
    reading = read_pdf("a.pdf", pdf("Cabinet\n4. Budget", "RESOLVED that it be approved."))
    assert [page.number for page in reading.pages] == [1, 2]
    assert reading.pages[0].text.splitlines() == ["Cabinet", "4. Budget"]
    assert reading.media == "application/pdf"


def test_the_text_is_exactly_what_pypdf_extracts() -> None:
    content = pdf("Members  present:\n  Councillor Pell (J)", "")
    expected = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    assert [page.text for page in read_pdf("a.pdf", content).pages] == expected


def test_a_blank_page_keeps_its_number() -> None:
    assert [bool(page.text) for page in read_pdf("a.pdf", pdf("one", "", "three")).pages] == [True, False, True]


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_pdf_that_needs_a_password_is_refused(algorithm: str) -> None:
    with pytest.raises(RefusedError, match="locked with a password"):
        read_pdf("a.pdf", locked(pdf("Cabinet"), "secret", "other", algorithm))


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_pdf_with_an_owner_password_only_is_read(algorithm: str) -> None:
    assert read_pdf("a.pdf", locked(pdf("Cabinet"), "", "other", algorithm)).pages[0].text.strip() == "Cabinet"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"%PDF-1.4\nnothing", pdf("Cabinet")[:300], b"not a pdf at all"])
def test_a_damaged_pdf_is_refused_with_its_reason(content: bytes) -> None:
    with pytest.raises(RefusedError, match=r"^a\.pdf: is damaged or is no PDF \(.+\); download it again"):
        read_pdf("a.pdf", content)


def test_a_decompression_bomb_is_refused() -> None:
    with pytest.raises(RefusedError, match="unfolds beyond all bounds"):
        read_pdf("a.pdf", with_content(b" " * 60_000_000))


def test_a_page_of_endless_operators_is_refused() -> None:
    with pytest.raises(RefusedError, match="unfolds beyond all bounds"):
        read_pdf("a.pdf", with_content(b"BT /F1 12 Tf " + b"(a) Tj " * 400_000 + b"ET"))


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.reading.pdf.MAX_PAGES", 40)
    assert len(read_pdf("a.pdf", with_content(b"BT /F1 12 Tf (a) Tj ET", pages=40)).pages) == 40
    with pytest.raises(RefusedError, match="has 41 pages, more than 40; split it"):
        read_pdf("a.pdf", with_content(b"BT /F1 12 Tf (a) Tj ET", pages=41))


def test_a_pdf_of_endless_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.reading.pdf.MAX_CHARACTERS", 100)
    with pytest.raises(RefusedError, match="holds more than 100 characters; split it"):
        read_pdf("a.pdf", with_content(b"BT /F1 12 Tf (RESOLVED that) Tj ET", pages=40))


def test_a_thousand_pages_are_read() -> None:
    assert len(read_pdf("a.pdf", pdf(*(f"Minute {number}" for number in range(1_000)))).pages) == 1_000


@pytest.mark.parametrize("seed", range(150))
def test_a_mutated_pdf_is_read_or_refused_and_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(pdf("Cabinet\n4. Budget", "RESOLVED that it be approved."))
    for _ in range(chance.randrange(1, 12)):
        place = chance.randrange(len(content))
        if chance.random() < 0.3:
            del content[place : place + chance.randrange(40)]
        else:
            content[place : place + 1] = chance.choice(
                [b"\x00", b"9", b"<<", b"[", b"null", b"1 0 R", b"/Kids", b"-1", b"999999999"]
            )
    try:
        reading = read_pdf("a.pdf", bytes(content))
    except RefusedError:
        return
    assert reading == read_pdf("a.pdf", bytes(content))


def test_pypdf_says_nothing_about_the_repairs_it_makes(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        assert read_pdf("a.pdf", re.sub(rb"startxref\n\d+", b"startxref\n7", pdf("Cabinet"))).pages[0].text.strip() == "Cabinet"
    assert caplog.records == []
