"""Real DOCX files, made by python-docx and by hand, read in the order in which a reader of Word sees them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from ingest.errors import RefusedError
from ingest.reading.word import read_word

BROKEN = Path(__file__).parents[2] / "corpus" / "broken"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def plain(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def with_member(name: str, member: bytes) -> bytes:
    """A DOCX in which one member of the zip is another."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain("x"))) as given_zip, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for old in given_zip.namelist():
            zipped.writestr(old, member if old == name else given_zip.read(old))
        if name not in given_zip.namelist():
            zipped.writestr(name, member)
    return made.getvalue()


def with_body(xml: str) -> bytes:
    return with_member("word/document.xml", f"<w:document {SPACES}><w:body>{xml}</w:body></w:document>".encode())


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def text_of(content: bytes) -> str:
    return read_word("a.docx", content).pages[0].text


def test_paragraphs_are_lines_of_one_page() -> None:
    reading = read_word("a.docx", plain("Cabinet", "", "4. Budget\tnoted\nby all"))
    assert [(page.number, page.text) for page in reading.pages] == [(1, "Cabinet\n\n4. Budget\tnoted\nby all")]


def test_heading_styles_are_marked() -> None:
    document = Document()
    document.add_heading("Minutes of the Cabinet", level=0)
    document.add_heading("Budget", level=2)
    document.add_paragraph("It was noted.")
    made = io.BytesIO()
    document.save(made)
    page = read_word("a.docx", made.getvalue()).pages[0]
    assert [page.text[mark.start : mark.end] for mark in page.marks] == ["Minutes of the Cabinet", "Budget"]


def test_a_table_stands_where_it_stands_and_merged_cells_are_not_doubled() -> None:
    document = Document()
    document.add_paragraph("Before")
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Item"
    table.cell(0, 2).text = "Action"
    table.cell(1, 0).text = "4. Budget"
    table.cell(1, 2).text = "Clerk"
    document.add_paragraph("After")
    made = io.BytesIO()
    document.save(made)
    assert text_of(made.getvalue()) == "Before\nItem | Action\n4. Budget | Clerk\nAfter"


def test_a_row_with_several_paragraphs_in_a_cell_keeps_them_apart() -> None:
    document = Document()
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text = "The budget was noted."
    cells[0].add_paragraph("It was agreed to meet again.")
    cells[1].text = "Clerk"
    made = io.BytesIO()
    document.save(made)
    assert text_of(made.getvalue()) == "The budget was noted.\nIt was agreed to meet again.\nClerk"


def test_tracked_insertions_are_read_and_deletions_are_not() -> None:
    removed = '<w:del w:id="2"><w:r><w:delText>two</w:delText></w:r></w:del>'
    xml = f'<w:p>{run("That ")}<w:ins w:id="1">{run("three")}</w:ins>{removed}{run(" trees be felled")}</w:p>'
    assert text_of(with_body(xml)) == "That three trees be felled"


def test_a_deleted_row_is_not_read() -> None:
    deleted = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p>{run("two")}</w:p></w:tc></w:tr>'
    kept = f"<w:tr><w:tc><w:p>{run('three')}</w:p></w:tc></w:tr>"
    assert text_of(with_body(f"<w:tbl>{deleted}{kept}</w:tbl>")) == "three"


def test_content_controls_smart_tags_and_links_are_read() -> None:
    control = f"<w:sdt><w:sdtContent><w:p>{run('Cabinet')}</w:p></w:sdtContent></w:sdt>"
    line = f"<w:p><w:smartTag>{run('Aldermere')}</w:smartTag><w:hyperlink>{run(' Guildhall')}</w:hyperlink></w:p>"
    assert text_of(with_body(control + line)) == "Cabinet\nAldermere Guildhall"


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('DRAFT')}</w:p></w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert text_of(with_body(f"<w:p>{run('Cabinet')}<w:r>{both}</w:r></w:p>")) == "Cabinet\nDRAFT"


def test_a_list_that_word_counts_has_the_number_that_word_shows() -> None:
    document = Document()
    document.add_paragraph("that the budget be approved", style="List Number")
    made = io.BytesIO()
    document.save(made)
    assert text_of(made.getvalue()) == "1. that the budget be approved"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"RESOLVED that this is text", "is not a DOCX"),
        (b"PK\x03\x04 nothing more", "is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "is locked with a password or is an old"),
        (with_member("word/document.xml", b"<w:document"), "is damaged"),
        (with_member("[Content_Types].xml", b"<Types/>"), "is damaged"),
        (plain("", " "), "holds no text"),
    ],
)
def test_what_is_no_readable_docx_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(RefusedError, match=rf"^a\.docx: {reason}"):
        read_word("a.docx", content)


def test_the_broken_sample_is_refused() -> None:
    with pytest.raises(RefusedError, match="is not a DOCX"):
        read_word("not-a-docx.docx", (BROKEN / "not-a-docx.docx").read_bytes())


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(RefusedError, match="beyond all bounds"):
        read_word("a.docx", with_member("word/media/zeros.bin", b"\x00" * 30_000_000))


def test_a_long_document_that_unfolds_as_text_does_is_no_bomb() -> None:
    paragraphs = "".join(f"<w:p>{run(f'Minute {number} was confirmed.')}</w:p>" for number in range(20_000))
    assert text_of(with_body(paragraphs)).count("\n") == 19_999


def test_tables_nested_beyond_reason_are_read_or_refused() -> None:
    nested = "<w:tbl><w:tr><w:tc>" * 500 + f"<w:p>{run('x')}</w:p>" + "</w:tc></w:tr></w:tbl>" * 500
    with pytest.raises(RefusedError):
        read_word("a.docx", with_body(nested))


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("<>/wptblrc:=\"' &;x"), max_size=80))
def test_any_body_is_read_or_refused(xml: str) -> None:
    try:
        reading = read_word("a.docx", with_body(xml))
    except RefusedError:
        return
    assert reading == read_word("a.docx", with_body(xml))
