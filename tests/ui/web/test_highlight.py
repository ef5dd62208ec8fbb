from __future__ import annotations

from html import unescape

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from tests.ui.web import canned
from ui.web.highlight import flowing
from ui.web.highlight import marked
from ui.web.highlight import marked_piece
from ui.web.highlight import within
from ui.web.links import Mark

RANGES = st.lists(st.tuples(st.integers(-5, 300), st.integers(-5, 300)), max_size=6)
TEXTS = st.text(max_size=250) | st.lists(st.text("abc <&\"'>.;(1)•", max_size=90), max_size=5).map("\n".join)


@given(TEXTS, RANGES)
def test_marking_adds_marks_and_changes_no_word(text: str, ranges: list[tuple[int, int]]) -> None:
    html = str(marked(text, ranges))
    assert html.replace("<mark>", "").replace("</mark>", "") == str(escape(flowing(text)))


@given(TEXTS, RANGES)
def test_what_is_marked_is_what_the_offsets_say(text: str, ranges: list[tuple[int, int]]) -> None:
    parts = [part.split("</mark>")[0] for part in str(marked(text, ranges)).split("<mark>")[1:]]
    assert [unescape(part) for part in parts] == [flowing(text)[start:end] for start, end in within(ranges, len(text))]


@given(TEXTS)
def test_only_line_ends_are_ever_shown_otherwise_and_every_offset_holds(text: str) -> None:
    shown = flowing(text)
    assert len(shown) == len(text)
    assert all(ours == theirs or (theirs, ours) == ("\n", " ") for ours, theirs in zip(shown, text, strict=True))


@given(RANGES, st.integers(0, 250))
def test_ranges_are_in_order_apart_and_inside(ranges: list[tuple[int, int]], length: int) -> None:
    edges = [edge for pair in within(ranges, length) for edge in pair]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= length for edge in edges)


def test_a_line_broken_by_the_paper_flows_on_and_a_list_stays_a_list() -> None:
    text = (
        "The Committee considered a report on the revised business case,\n"
        "and after discussion of the costs it was RESOLVED that\n"
        "(a) the revised business case be agreed and submitted to the council in March; and\n"
        "(b) the panel be not convened.\n"
        "\n"
        "The meeting ended."
    )
    assert flowing(text).split("\n") == [
        "The Committee considered a report on the revised business case, and after discussion of the costs it was RESOLVED that",
        "(a) the revised business case be agreed and submitted to the council in March; and",
        "(b) the panel be not convened.",
        "",
        "The meeting ended.",
    ]


def test_a_title_that_is_shorter_than_the_lines_below_keeps_its_line() -> None:
    text = (
        "3. Review of premises licence: The Tilted Wig, 3 Assize Lane\n"
        "The Licensing Officer introduced the application for review made by Westmark\n"
        "Police under the Licensing Act 2003."
    )
    assert flowing(text).split("\n")[0] == "3. Review of premises licence: The Tilted Wig, 3 Assize Lane"
    assert flowing(text).count("\n") == 1


def test_markup_in_a_minute_is_shown_and_never_rendered() -> None:
    """A minute is whatever stood in a file: `<img src=x onerror=alert(1)>`."""
    text = "<img src=x onerror=alert(1)> & <b>RESOLVED</b>"
    soup = BeautifulSoup(str(marked(text, [(0, 4), (31, 34)])), "html.parser")
    assert {tag.name for tag in soup.find_all(True)} == {"mark"}
    assert soup.get_text() == text


def test_marks_are_offsets_of_the_page_and_not_of_the_piece() -> None:
    piece = canned.piece("to agree approach 3", page=4, start=100)
    assert str(marked_piece(piece, [Mark(4, 109, 117), Mark(5, 100, 102)])) == "to agree <mark>approach</mark> 3"


def test_blank_lines_after_every_line_close_up_and_offsets_still_hold() -> None:
    """Limerick's Markdown prints a blank line after each line of a resolution."""
    lines = [
        "That, in accordance with Section 20 of the Finance (Local Property Tax) Act, as",
        "amended, the Council hereby determines that the basic rate of Local Property Tax",
        "stand varied upwards by 7.5% for the year 2019 in respect of all the",
        "properties.",
        "Next.",
    ]
    text = "\n\n".join(lines)
    shown = flowing(text)
    assert len(shown) == len(text)
    assert "\n\n" not in shown
    assert "Act, as  amended" in shown
