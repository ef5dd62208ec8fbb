"""A page is shown only where all that is on it is known to be open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ingest.pipeline
from index.sources import Page
from index.sources import SourceSpan
from search_api.page_images import openness
from search_api.page_images.openness import is_all_read
from search_api.page_images.openness import is_open

OPEN = "4 Grit bins\nRESOLVED: that six be bought [see minute 3].\n"


def _span(start: int, end: int, page: int = 1) -> SourceSpan:
    return SourceSpan("d1", page, start, end)


def _open(text: str, *spans: SourceSpan) -> bool:
    return is_open(Page("d1", 1, text), spans)


def test_the_mark_of_what_is_withheld_is_that_of_the_write_path() -> None:
    assert vars(ingest.pipeline)["_WITHHELD"] == openness.WITHHELD


def test_a_page_of_open_items_and_their_furniture_is_open() -> None:
    assert _open(OPEN + "Page 1", _span(0, len(OPEN)))


def test_a_page_without_the_words_of_an_open_item_is_not() -> None:
    assert not _open(OPEN)
    assert not _open(OPEN, _span(0, len(OPEN), page=2))
    assert not _open("   \n" + OPEN, _span(0, 4))


@given(st.integers(1, 120))
def test_a_page_on_which_a_stretch_of_any_length_is_withheld_is_not_open(length: int) -> None:
    page = ingest.pipeline._covered(Page("d1", 1, OPEN + "x" * length + "\nPage 1"), [_span(len(OPEN), len(OPEN) + length)])
    assert not is_open(page, [_span(0, len(OPEN))])


def test_a_stretch_that_an_open_item_claims_and_that_is_withheld_all_the_same_is_not_shown() -> None:
    assert not _open(openness.WITHHELD, _span(0, len(openness.WITHHELD)))


@pytest.mark.parametrize(
    ("ocr", "letters", "pictured", "read"),
    [(False, 0, 0.1, True), (False, 12, 0.0, True), (False, 0, 0.9, False), (False, 400, 0.0, False), (True, 0, 1.0, True)],
)
def test_what_was_printed_and_never_read_is_not_shown(letters: int, pictured: float, *, ocr: bool, read: bool) -> None:
    assert is_all_read(ocr=ocr, unread_letters=letters, pictured=pictured) is read
