"""Markdown and text files, in the shapes in which councils' archives hold them."""

from __future__ import annotations

import pytest

from ingest.errors import RefusedError
from ingest.reading.plain import read_markdown
from ingest.reading.plain import read_text

CONVERTED = """[Original file](https://www.example.org/files/minutes%20of%20may.pdf)

---
**MINUTES OF PROCEEDINGS**

**1.**

**Adoption of Minutes**
---
2

(a) Proposed by Councillor Pell;
---
**2.**

This concluded the Meeting.
---
"""


def test_a_file_made_from_a_pdf_has_its_pages_and_its_address() -> None:
    reading = read_markdown("a.md", CONVERTED.encode())
    assert [page.number for page in reading.pages] == [1, 2, 3]
    assert [page.text.split("\n")[0] for page in reading.pages] == ["MINUTES OF PROCEEDINGS", "2", "2."]
    assert reading.facts.url.value == "https://www.example.org/files/minutes%20of%20may.pdf"
    assert "Original" not in reading.pages[0].text


def test_an_empty_page_in_the_middle_keeps_its_number() -> None:
    pages = read_markdown("a.md", b"[Original file](https://x.org)\n---\none\n---\n---\nthree\n---\n").pages
    assert [page.text.strip() for page in pages] == ["one", "", "three"]


def test_notes_of_the_converter_are_furniture_and_say_that_the_page_was_scanned() -> None:
    note = "*<small>Scanned page, text may contain errors. See original file for clarity</small>*  "
    pages = read_markdown(
        "a.md", f"[Original file](https://x.org)\n---\n{note}\n\nCouncillcr Pell\n---\n(Image omitted)\nAgreed".encode()
    ).pages
    assert [page.ocr for page in pages] == [True, False]
    marked = [[page.text[start:end].strip() for start, end in page.furniture] for page in pages]
    assert marked == [["Scanned page, text may contain errors. See original file for clarity"], ["(Image omitted)"]]


def test_rules_followed_by_page_numbers_are_page_breaks() -> None:
    assert len(read_markdown("a.md", b"one\n---\n2\ntwo\n---\n3\nthree").pages) == 3


@pytest.mark.parametrize(
    "text", ["one\n---\ntwo", "one\n\n---\n\n2\ntwo", "one\n---\n2\ntwo", "a\n---\n5\nb\n---\n4\nc", "x\n---\n2.\n---\n3.\n"]
)
def test_a_rule_in_running_text_stays_a_rule(text: str) -> None:
    (page,) = read_markdown("a.md", text.encode()).pages
    assert page.text == text


def test_front_matter_gives_the_title_and_is_no_part_of_the_page() -> None:
    reading = read_markdown("a.md", b'---\ntitle: "March meeting"\n---\n\n# Minutes\n\n**Present:** all\n')
    assert reading.facts.title.value == "March meeting"
    assert reading.pages[0].text == "Minutes\n\nPresent: all\n"


def test_a_text_file_is_read_as_it_stands() -> None:
    text = "Agenda item\n\n*Shared* Services  \n1.     thanks the Leader\n"
    reading = read_text("a.txt", text.encode())
    assert [page.text for page in reading.pages] == [text]
    assert reading.media == "text/plain"


def test_form_feeds_begin_pages_of_a_text_file() -> None:
    assert [page.text for page in read_text("a.txt", b"one\n\x0ctwo\x0c").pages] == ["one\n", "two"]


def test_windows_text_is_read_and_its_charset_shown() -> None:
    assert read_markdown("a.md", b"the \x93fund\x94").media == "text/markdown; charset=windows-1252"


@pytest.mark.parametrize(
    "content", [b"---\ntitle: x\n---\n\n", b"[Original file](https://x.org)\n\n---\n\n---\n", b"\xef\xbb\xbf \n"]
)
def test_a_file_without_words_is_refused(content: bytes) -> None:
    with pytest.raises(RefusedError, match=r"^a\.md: holds no text; "):
        read_markdown("a.md", content)


def test_text_beyond_all_bounds_is_refused() -> None:
    with pytest.raises(RefusedError, match="more than 50 MB"):
        read_text("a.txt", b"x" * 50_000_001)
