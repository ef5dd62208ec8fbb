"""The preview of a briefing reads what the writer of Markdown writes: every word, quoted words as quotations, ours as ours."""

from __future__ import annotations

from bs4 import BeautifulSoup
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
from search_api.briefing.letters import printable
from search_api.briefing.markdown import markdown_of
from search_api.citations import Piece
from tests.ui.web import canned
from ui.web.briefing_view import SHORT
from ui.web.briefing_view import preview

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(lambda text: bool(text.strip()))
MARKED = st.text("ab1.# >*_[]()\\`&;\n|“”-", min_size=1, max_size=40).filter(lambda text: bool(text.strip()))


def shown(*blocks: Block) -> BeautifulSoup:
    return BeautifulSoup(preview(markdown_of(blocks).decode()), "html.parser")


def squeezed(text: str) -> str:
    return "".join(text.split())


def quoted(*texts: str) -> Quotation:
    return Quotation(tuple(Piece(text, SourceSpan("d", 1, 0, len(text))) for text in texts), 7)


@given(TEXTS | MARKED)
@settings(deadline=None)
def test_every_letter_of_a_quotation_is_shown_and_nothing_else(text: str) -> None:
    (block,) = shown(quoted(text)).find_all("blockquote")
    assert squeezed(block.get_text()) == squeezed(f"“{printable(text)}”[7]")


@given(TEXTS | MARKED)
@settings(deadline=None)
def test_a_line_of_ours_is_never_shown_as_a_quotation(text: str) -> None:
    """The white space of facts is folded before they come into a line."""
    text = " ".join(text.split())
    page = shown(Heading(1, (Field(text),)), Line((Field(text),)), Line((Field(text),), lead=True), Source(3, (Field(text),)))
    assert not page.find_all("blockquote")
    words = squeezed(printable(text))
    sheet = page.find("article")
    assert sheet is not None
    assert squeezed(sheet.get_text()) == words * 3 + "[3]" + words


def test_pieces_of_one_quotation_are_paragraphs_of_one_block() -> None:
    (block,) = shown(quoted("on one page", "and on the next")).find_all("blockquote")
    assert [part.get_text() for part in block.find_all("p")] == ["“on one page”", "“and on the next” [7]"]


def test_headings_go_down_step_by_step_below_those_of_the_screen() -> None:
    page = BeautifulSoup(preview(canned.BRIEFING), "html.parser")
    assert [each.name for each in page.find_all(["h3", "h4", "h5", "h6"])] == ["h3", "h4", "h5", "h6", "h6", "h4"]


def test_what_was_lost_stands_below_its_heading_and_its_verdict_below_it() -> None:
    words = BeautifulSoup(preview(canned.BRIEFING), "html.parser").get_text(" ")
    assert words.index("Decided") < words.index("approach 3") < words.index("Not carried") < words.index("none of the approaches")
    assert words.index("none of the approaches") < words.index("Lost")


def test_a_long_briefing_is_folded_and_a_short_one_open() -> None:
    assert "<details open>" in preview(canned.BRIEFING)
    assert "<details open>" not in preview(canned.BRIEFING + "word " * SHORT)
