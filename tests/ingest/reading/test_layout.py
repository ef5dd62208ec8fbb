"""HTML is broken into the lines that a browser would show."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from bs4 import Tag
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from ingest.reading.layout import lines_of
from ingest.reading.layout import unlabelled
from ingest.reading.pages import MarkKind


def lines(html: str) -> list[str]:
    return [line.text for line in lines_of(BeautifulSoup(html, "lxml"), unlabelled)]


def bold_is_a_title(tag: Tag) -> tuple[MarkKind, str | None] | None:
    return (MarkKind.ITEM_TITLE, "#b") if tag.name == "b" else None


def test_blocks_and_breaks_end_lines_and_inline_elements_do_not() -> None:
    assert lines("<div>Cabinet<p>4. <b>Bud</b>get</p>noted<br>by all</div>") == ["Cabinet", "4. Budget", "noted", "by all"]


def test_white_space_is_folded_hard_spaces_too() -> None:
    assert lines("<p>\n RESOLVED&nbsp;&nbsp; that\n\n<i> it </i>be  approved </p><p>&nbsp;</p>") == ["RESOLVED that it be approved"]


def test_comments_scripts_and_doctypes_are_not_words() -> None:
    assert lines("<!DOCTYPE html><p>a<!-- b --><script>c</script><style>d</style></p>") == ["a"]


def test_preformatted_lines_stay_lines() -> None:
    assert lines("<pre>Present:\n  Cllr  Pell\n\nApologies</pre>") == ["Present:", "Cllr Pell", "Apologies"]


@pytest.mark.parametrize(
    ("list_tag", "signs"),
    [
        ("<ol>", ["1.", "2."]),
        ('<ol start="4">', ["4.", "5."]),
        ('<ol type="a">', ["(a)", "(b)"]),
        ('<ol type="A" start="26">', ["(Z)", "(AA)"]),
        ('<ol type="i" start="3">', ["(iii)", "(iv)"]),
        ('<ol type="I" start="9">', ["(IX)", "(X)"]),
        ('<ol style="list-style-type: lower-roman">', ["(i)", "(ii)"]),
        ('<ol style="list-style:none">', ["", ""]),
        ('<ol start="many">', ["1.", "2."]),
        ('<ol type="a" start="-1">', ["-1.", "0."]),
        ("<ul>", ["•", "•"]),
    ],
)
def test_the_numbers_that_a_browser_prints_are_written(list_tag: str, signs: list[str]) -> None:
    closing = "</ol>" if list_tag.startswith("<ol") else "</ul>"
    expected = [f"{sign} {words}".strip() for sign, words in zip(signs, ("notes", "agrees"), strict=True)]
    assert lines(f"{list_tag}<li>notes</li><li>agrees</li>{closing}") == expected


def test_a_list_entry_with_a_value_counts_on_from_it() -> None:
    assert lines("<ol><li>a</li><li value=7>b</li><li>c</li></ol>") == ["1. a", "7. b", "8. c"]


def test_a_nested_list_counts_for_itself() -> None:
    assert lines("<ol><li>a<ol type=a><li>x</li></ol></li><li>b</li></ol>") == ["1. a", "(a) x", "2. b"]


def test_a_row_of_short_cells_is_one_line() -> None:
    row = "<tr><th>For</th><td></td><td><p>Councillors Pell and Yarde</p></td><td>2</td></tr>"
    assert lines(f"<table><caption>Recorded Vote</caption>{row}</table>") == [
        "Recorded Vote",
        "For | Councillors Pell and Yarde | 2",
    ]


def test_a_row_that_lays_out_a_page_is_broken_into_its_lines() -> None:
    assert lines("<table><tr><td>menu</td><td><p>4. Budget</p><p>Noted.</p></td></tr></table>") == ["menu", "4. Budget", "Noted."]


def test_a_table_in_a_table_keeps_its_rows() -> None:
    inner = "<table><tr><td>For</td><td>2</td></tr><tr><td>Against</td><td>1</td></tr></table>"
    assert lines(f"<table><tr><td>{inner}</td></tr></table>") == ["For | 2", "Against | 1"]


def test_marks_stand_over_their_words_on_every_line_they_cover() -> None:
    found = lines_of(BeautifulSoup("<p>4. <b> Shared<br>services </b> noted</p>", "lxml"), bold_is_a_title)
    assert [(line.text, [line.text[m.start : m.end] for m in line.marks]) for line in found] == [
        ("4. Shared", ["Shared"]),
        ("services noted", ["services"]),
    ]
    assert found[0].marks[0].link == "#b"


def test_a_mark_inside_a_mark_is_left_out() -> None:
    (line,) = lines_of(BeautifulSoup("<p><b>one <b>two</b></b></p>", "lxml"), bold_is_a_title)
    assert [(mark.start, mark.end) for mark in line.marks] == [(0, 7)]


def test_ten_thousand_open_elements_are_walked_without_recursion() -> None:
    assert lines("<div>" * 10_000 + "deep") == ["deep"]


TAGS = ["<p>", "</p>", "<b>", "</b>", "<tr>", "<td>", "</td>", "</table>", "<table>", "<li>", "<ol>", "</ol>", "<pre>", "<br>"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(st.sampled_from(TAGS), st.text(st.characters(exclude_characters="<&", exclude_categories=["Cs"]), max_size=8)),
        max_size=25,
    )
)
def test_lines_of_any_html_hold_no_line_end_and_their_marks_lie_inside(pieces: list[str]) -> None:
    for line in lines_of(BeautifulSoup("<p>" + "".join(pieces), "lxml"), bold_is_a_title):
        assert "\n" not in line.text
        assert line.text == line.text.strip()
        places = [place for mark in line.marks for place in (mark.start, mark.end)]
        assert places == sorted(places)
        assert all(0 <= place <= len(line.text) for place in places)
