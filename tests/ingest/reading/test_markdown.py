"""Markdown's signs are resolved and its words stay in place. The lines are of real shapes, the names invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.reading.markdown import lines_of_markdown
from ingest.reading.markdown import resolved


def lines(markdown: str) -> list[str]:
    return [line.text for line in lines_of_markdown("a.md", markdown.split("\n"))]


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**THE COUNCIL CHAMBER, ON MONDAY,** **18TH** **JULY, 2016**", "THE COUNCIL CHAMBER, ON MONDAY, 18TH JULY, 2016"),
        ("*Held in the hall at 7pm.*", "Held in the hall at 7pm."),
        ("***Arrange meeting for September.***", "Arrange meeting for September."),
        ("_Members_ _present,_ snake_case_name", "Members present, snake_case_name"),
        ("**3\\. Approval of the Minutes.**", "3. Approval of the Minutes."),
        ("Signed: \\_\\_\\_\\_", "Signed: ____"),
        ("`Clerk` and *x*", "Clerk and x"),
        ("18^th^ July and 2<sup>nd</sup> August", "18th July and 2nd August"),
        ("[Minutes](https://example.org/a%20b.pdf) of May", "Minutes of May"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("moved as correct\\\nby Pell", "moved as correct\nby Pell"),
        ("R&amp;D at £5 &lt; £6", "R&D at £5 < £6"),
        ("![logo](logo.png)Minutes", "Minutes"),
        ("<u>Present</u>: <small>all</small>", "Present: all"),
        ("To: <clerk.example.org> <clerk@example.org>", "To: <clerk.example.org> clerk@example.org"),
    ],
)
def test_inline_signs_are_resolved(markdown: str, words: str) -> None:
    assert resolved(markdown) == words


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        (" 1**.**    **Apologies**", " 1.    Apologies"),
        ("REPLY*:*", "REPLY:"),
        ("to start in**", "to start in"),
        ("**Clr Yarde joins", "Clr Yarde joins"),
        ("11/07/11****were agreed", "11/07/11were agreed"),
    ],
)
def test_bold_signs_that_converters_leave_are_taken_away(markdown: str, words: str) -> None:
    assert resolved(markdown) == words


@pytest.mark.parametrize(
    "words",
    [
        "at least 20 signatures* and a note",
        "* The Chair may waive it",
        "31* March",
        "an enormous ****. Indeed",
        "5 * 3 * 2",
        "verge\\hedge",
    ],
)
def test_signs_that_are_words_stay(words: str) -> None:
    assert resolved(words) == words


def test_escaped_signs_are_meant_as_they_stand() -> None:
    assert resolved("\\*\\*Note: two members") == "**Note: two members"


def test_bullets_numbers_and_table_bars_stay() -> None:
    markdown = "- Jane\n* Alan — *Vice-Chair*\n+ Pell\n1. Minutes\n2) Rents\n| Payee | **Net** |\n|---|---|"
    assert lines(markdown) == ["- Jane", "* Alan — Vice-Chair", "+ Pell", "1. Minutes", "2) Rents", "| Payee | Net |", "|---|---|"]


def test_headings_lose_their_hashes_and_are_marked() -> None:
    found = list(lines_of_markdown("a.md", ["# MINUTES", "text", "## **2.** Rents ##", "#hashtag", "### "]))
    assert [line.text for line in found] == ["MINUTES", "text", "2. Rents", "#hashtag", ""]
    assert [line.text[mark.start : mark.end] for line in found for mark in line.marks] == ["MINUTES", "2. Rents"]


def test_quotation_signs_at_the_head_of_lines_are_taken_away() -> None:
    assert lines("> Issues were **noted\n> at length**.\n>\n> > nested") == ["Issues were noted", "at length.", "", "nested"]


def test_emphasis_runs_over_lines_but_not_over_blocks() -> None:
    assert lines("**report from\nPell**") == ["report from", "Pell"]
    assert lines("- a *star\n- another* star") == ["- a *star", "- another* star"]


def test_an_html_table_becomes_a_line_for_each_row() -> None:
    head, row = "<tr><td><b>Payee</b></td><td>&nbsp;</td><td>Net</td></tr>", "<tr><td>Clerk</td><td>£9</td></tr>"
    assert lines(f"Accounts\n<table><tbody>{head}\n{row}</tbody></table>\n\nAgreed") == [
        "Accounts",
        "Payee | Net",
        "Clerk | £9",
        "",
        "Agreed",
    ]


def test_line_ends_and_blank_lines_stay() -> None:
    assert lines("Proposed by Pell;\nSeconded by Yarde;\n\n\nAnd Resolved:") == [
        "Proposed by Pell;",
        "Seconded by Yarde;",
        "",
        "",
        "And Resolved:",
    ]


@given(st.text(st.characters(codec="utf-8", exclude_characters="*_`\\[]<>&^!#\r\x00"), max_size=200))
def test_text_without_signs_is_left_as_it_is(text: str) -> None:
    assert resolved(text) == text


@given(st.text(st.sampled_from("*_`\\[]()<>&^!#| \nab1.-"), max_size=60))
def test_no_line_of_any_markdown_holds_a_line_end(markdown: str) -> None:
    assert all("\n" not in line for line in lines(markdown))
