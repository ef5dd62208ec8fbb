"""The reader is picked by what a file should be and what it is; whatever comes, it is read or refused."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import RefusedError
from ingest.reading.opening import READABLE
from ingest.reading.opening import read
from ingest.reading.pages import Reading

CORPUS = Path(__file__).parents[2] / "corpus"
SHARED = Path(__file__).parents[4] / "shared" / "corpus"
SAMPLES = [path for path in sorted((CORPUS / "sample").rglob("*")) if path.is_file() and path.name != "minutes.toml"]


def pdf(*lines: str) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made)
    for line in lines:
        canvas.drawString(72, 700, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def docx(words: str) -> bytes:
    document = Document()
    document.add_paragraph(words)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def lies_inside(reading: Reading) -> bool:
    """Whether furniture and marks lie inside the text of their pages, in ascending order, on numbered pages."""
    for page in reading.pages:
        places = [place for both in page.furniture for place in both]
        starts = [mark.start for mark in page.marks]
        inside = all(0 <= mark.start < mark.end <= len(page.text) for mark in page.marks)
        if places != sorted(places) or starts != sorted(starts) or not inside or (places and places[-1] > len(page.text)):
            return False
    return [page.number for page in reading.pages] == list(range(1, len(reading.pages) + 1))


@pytest.mark.parametrize(
    ("path", "content", "media"),
    [
        ("a.pdf", pdf("Cabinet"), "application/pdf"),
        ("a.PDF", pdf("Cabinet"), "application/pdf"),
        ("mgConvert2PDF.aspx", pdf("Cabinet"), "application/pdf"),
        ("a.docx", docx("Cabinet"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.html", b"<p>Cabinet", "text/html"),
        ("ieListDocuments.aspx", b"<html><p>Cabinet", "text/html"),
        ("a.txt", b"\xef\xbb\xbf <!DOCTYPE html><p>Cabinet", "text/html"),
        ("a.md", b"Cabinet", "text/markdown"),
        ("folder.d/a.markdown", b"Cabinet", "text/markdown"),
        ("a.txt", b"Cabinet", "text/plain"),
    ],
)
def test_a_file_is_read_as_what_it_is(path: str, content: bytes, media: str) -> None:
    reading = read(path, content)
    assert reading.media == media
    assert reading.pages[0].text.strip() == "Cabinet"


@pytest.mark.parametrize(
    ("path", "content", "message"),
    [
        ("a.doc", b"x", r"^a\.doc: \.doc is not a format that is read; formats are \.aspx, \.docx, \.htm, "),
        ("minutes", b"x", r"^minutes: no extension is not a format that is read"),
        ("a.md", b"", r"^a\.md: is empty; get it again from where it came from$"),
        ("a.pdf", b" \n", r"^a\.pdf: is empty"),
        ("a.pdf", b"<!DOCTYPE HTML><p>403 Forbidden", r"^a\.pdf: is a web page, not a PDF; download the document itself again$"),
        ("a.docx", b"\n<html>login", r"^a\.docx: is a web page, not a DOCX"),
        ("a.xml", b"<rss/>", r"^a\.xml: is XML with the root <rss>"),
    ],
)
def test_what_cannot_be_read_is_refused_with_reason_and_remedy(path: str, content: bytes, message: str) -> None:
    with pytest.raises(RefusedError, match=message) as refused:
        read(path, content)
    assert refused.value.path == path
    assert refused.value.remedy


def test_page_numbers_of_a_pdf_are_furniture() -> None:
    assert [page.furniture for page in read("a.pdf", pdf("1", "2", "Cabinet")).pages] == [((0, 1),), ((0, 1),), ()]


def test_a_lone_number_in_a_text_without_pages_is_none() -> None:
    assert read("a.txt", b"Votes for:\n\n3\n\n1").pages[0].furniture == ()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_is_read_and_read_again_the_same(path: Path) -> None:
    reading = read(path.name, path.read_bytes())
    assert lies_inside(reading)
    assert reading == read(path.name, path.read_bytes())


@pytest.mark.parametrize("path", sorted((CORPUS / "broken").iterdir()), ids=lambda path: path.name)
def test_every_broken_file_is_read_or_refused(path: Path) -> None:
    try:
        assert lies_inside(read(path.name, path.read_bytes()))
    except RefusedError as refused:
        assert str(refused).startswith(f"{path.name}: ")  # noqa: PT017 - either is right


STARTS = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"---\n", b"<meeting>", b"\xff\xfe", b"[Original file](x)\n---\n"]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(READABLE), st.sampled_from(STARTS), st.binary(max_size=300))
def test_arbitrary_bytes_are_read_or_refused_and_nothing_else(extension: str, start: bytes, rest: bytes) -> None:
    try:
        reading = read(f"a{extension}", start + rest)
    except RefusedError:
        return
    assert lies_inside(reading)
    assert reading == read(f"a{extension}", start + rest)


PIECES = [
    b"<p>",
    b"<td class=mgItemNumberCell>",
    b"**",
    b"\n",
    b"\n---\n",
    b"3",
    b"Minutes:",
    b" ",
    b"&nbsp;",
    b"</p>",
    b"# ",
    b"\xe9",
    b"\x0c",
]


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([name for name in READABLE if name not in {".pdf", ".docx"}]), st.lists(st.sampled_from(PIECES), max_size=30)
)
def test_arbitrary_text_is_read_or_refused_and_nothing_else(extension: str, pieces: list[bytes]) -> None:
    try:
        reading = read(f"a{extension}", b"".join(pieces))
    except RefusedError:
        return
    assert lies_inside(reading)


@pytest.mark.quality
@pytest.mark.skipif(not SHARED.is_dir(), reason="the real documents are not on this machine")
def test_all_real_documents_are_read_or_refused() -> None:
    """3,200 files: two blank, one of pictures, three replies of the web service without a record."""
    refused = []
    for path in sorted(path for path in SHARED.rglob("*") if path.is_file()):
        try:
            assert lies_inside(read(path.name, path.read_bytes()))
        except RefusedError as error:
            refused.append(error.path)
    assert len(refused) <= 6, refused
