"""No letter of a page is lost or becomes mark-up, whatever it is."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from index.sources import SourceSpan
from search_api.briefing.blocks import Block
from search_api.briefing.blocks import Field
from search_api.briefing.blocks import Heading
from search_api.briefing.blocks import Line
from search_api.briefing.blocks import Quotation
from search_api.briefing.blocks import Source
from search_api.briefing.csv_rows import guarded
from search_api.briefing.letters import PICTURES
from search_api.briefing.line_ends import stretches
from search_api.briefing.markdown import markdown_of
from search_api.briefing.word import word_of
from search_api.briefing.wording import Fact
from search_api.citations import Piece
from tests.search_api.briefing.reading import as_printed
from tests.search_api.briefing.reading import blocks_in_markdown
from tests.search_api.briefing.reading import quoted_in_word

MADE = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
NOT_READ_BACK = {chr(picture) for picture in PICTURES.values()} | {"\ufffe", "\uffff"}
"""Pictures that stand on the page itself, and letters without a picture of their own, are the two that cannot be told apart."""

SPACES = ("\n", "\n\n", " \n", "\t", "    ", "\r", "\f", "\0", "\u00a0", "\u2028", "\x85")
MARKS = ("1.", "12)", "# ", "- ", "+ ", "* ", "> ", "===", "---", "```", "~~", "|", "\\", "**", "_", "$x$", ": ", "=1+1", "@x", "'")
LINKS = ("<b>", "&amp;", "&#60;", "[a](b)", "![a](b)", "http://a.b", "www.a.b", "a@b.c", "\u201c")
PARTS = st.one_of(
    st.sampled_from((*SPACES, *MARKS, *LINKS, "Resolved that the lease be renewed")), st.text(min_size=1, max_size=20)
)
PRINTED = st.lists(PARTS, min_size=1, max_size=12).map("".join).filter(lambda text: not NOT_READ_BACK & set(text))


def piece(text: str) -> Piece:
    return Piece(text, SourceSpan("d1", 1, 0, len(text)))


@settings(deadline=None)
@given(PRINTED)
def test_the_stretches_of_a_text_are_the_text(text: str) -> None:
    assert "".join(one.text for one in stretches(text)) == text
    assert all("\n" not in one.text for one in stretches(text) if not one.gap)


def test_a_line_that_ends_early_or_ends_a_sentence_keeps_its_end_and_any_other_flows() -> None:
    full = "Members spoke at some length of the many reasons for which the lease of the hall"
    text = f"Item 4\n{full}\n\nmight be renewed.\nIt was."
    assert [one.seen for one in stretches(text) if one.gap] == [True, False, True]


def test_a_clause_that_begins_in_the_middle_of_a_line_flows_on() -> None:
    assert [one.seen for one in stretches("to suspend\nStanding Orders.") if one.gap] == [False]
    assert [one.seen for one in stretches("REPLY\nThe motion was referred.") if one.gap] == [True]


@settings(max_examples=400, deadline=None)
@given(PRINTED)
@example("\n")
@example("1) a\n1) b\n")
@example("a\n===\n:---|\n| - | - |")
@example(" \t leading and trailing\u00a0")
def test_a_reader_of_markdown_shows_a_quotation_letter_by_letter(text: str) -> None:
    (only,) = blocks_in_markdown(markdown_of([Quotation((piece(text),), 3)]))
    assert only[0]
    assert as_printed(only[1]) == f"\u201c{text}\u201d [3]"


@settings(deadline=None)
@given(PRINTED)
def test_a_fact_in_markdown_is_words_and_nothing_else(text: str) -> None:
    folded = " ".join(text.split())
    if not folded:
        return
    field = (Field(Fact(folded)),)
    blocks: list[Block] = [Heading(1, field), Line(field), Line(field, lead=True), Source(1, field)]
    assert [as_printed(words) for _, words in blocks_in_markdown(markdown_of(blocks))] == [folded] * 4


@settings(max_examples=20, deadline=None)
@given(st.lists(PRINTED, min_size=10, max_size=40))
def test_a_reader_of_word_finds_each_quotation_letter_by_letter(texts: list[str]) -> None:
    blocks = [Quotation((piece(text),), number) for number, text in enumerate(texts, start=1)]
    assert quoted_in_word(word_of(blocks, MADE)) == texts


@settings(deadline=None)
@given(PRINTED)
def test_no_cell_of_a_table_can_be_taken_for_a_formula_and_each_can_be_read_back(text: str) -> None:
    cell = guarded(text)
    assert cell[0] not in "=+-@\t\r\n"
    assert as_printed(cell.removeprefix("'")) == text


@pytest.mark.parametrize("text", ["=1+1", "+44", "-5", "@SUM(A1)", "\t=1", "'quoted'"])
def test_a_cell_that_a_spreadsheet_would_work_out_has_an_apostrophe_in_front(text: str) -> None:
    assert guarded(text) == f"'{text}"


def test_an_ordinary_cell_is_left_alone() -> None:
    assert guarded("RESOLVED that = be + -") == "RESOLVED that = be + -"
