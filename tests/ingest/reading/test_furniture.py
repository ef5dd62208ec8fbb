"""Running headers, footers and page numbers are marked; titles, item numbers, votes and initials are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.reading.furniture import mark_furniture
from ingest.reading.pages import PageText

FOOTER = "All minutes are draft until agreed at the next meeting of the panel."


def pages(*texts: str) -> tuple[PageText, ...]:
    return tuple(PageText(number, text) for number, text in enumerate(texts, start=1))


def marked(*texts: str) -> list[list[str]]:
    return [[page.text[start:end].strip() for start, end in page.furniture] for page in mark_furniture(pages(*texts))]


def test_a_footer_of_two_lines_is_marked_on_every_page() -> None:
    """Merton prints a footer and two series of page numbers."""
    texts = [f"{words}\n\n{FOOTER}\n{number}\nPage {number + 6}" for number, words in enumerate(("one", "two", "three"), start=1)]
    assert marked(*texts) == [[FOOTER, str(number), f"Page {number + 6}"] for number in (1, 2, 3)]


def test_a_running_header_is_marked_but_the_head_of_the_first_page_is_kept() -> None:
    """The first page's header is often the only place that names the body."""
    head = "ALDERMERE PANEL 24 SEPTEMBER 2019"
    assert marked(f"{head}\nx", f"{head}\ny", f"{head}\nz") == [[], [head], [head]]


@pytest.mark.parametrize("number", ["{}", " {} ", "- {} -", "Page {} of 3", "page {}", "{} | P a g e", "Tudalen {}", "{} of 3"])
def test_page_numbers_are_marked_however_they_are_printed(number: str) -> None:
    texts = [f"{words}\n{number.format(at)}" for at, words in enumerate(("one", "two", "three"), start=1)]
    assert marked(*texts) == [[number.format(at).strip()] for at in (1, 2, 3)]


def test_numbers_that_run_through_a_minute_book_are_page_numbers() -> None:
    assert marked("26\nBURTON", "27\nmore", "28\nend") == [["26"], ["27"], ["28"]]


def test_numbers_after_page_breaks_are_page_numbers_though_the_first_page_has_none() -> None:
    assert marked("MINUTES\nx", "2\n\nAs Mr Pell", "3\n4(a)\nRents") == [[], ["2"], ["3"]]


@pytest.mark.parametrize(
    "texts",
    [
        ("1.\nMinutes\nx", "2.\nRents\ny", "3.\nTrees\nz"),  # items' numbers have a dot
        ("x\n(5)", "y\n(11)", "z\n(2)"),  # counted votes stand in brackets
        ("For:\n1", "Against:\n2", "Abstained:\n3"),  # a colon announces the number
        ("x\ny", "07\nGough Place", "z"),  # a number that follows no pages
        ("x\nGD", "y\nGD"),  # who is to act, by initials
        ("4. Rents\nx", "5. Rents\ny"),  # alike but for the digits, on two pages
        ("x\nJS", "y\nJS", "z\nJS"),  # initials repeat on three pages too
    ],
)
def test_words_of_the_record_are_never_furniture(texts: tuple[str, ...]) -> None:
    assert marked(*texts) == [[] for _ in texts]


def test_a_line_that_also_stands_inside_pages_is_no_footer() -> None:
    """An agenda of Limerick: "(Report Enclosed)" ends half its items, and so half its pages."""
    page = "a\nb\nc\nd\n(Report Enclosed)\ne\nf\ng\n(Report Enclosed)"
    assert marked(page, page, page) == [[], [], []]


def test_only_the_edge_is_furniture_not_what_lies_behind_it() -> None:
    assert marked(f"x\n{FOOTER}", f"x\n{FOOTER}\nlast words", f"x\n{FOOTER}") == [[FOOTER], [], [FOOTER]]


def test_two_pages_need_the_same_long_line() -> None:
    assert marked(f"x\n{FOOTER}", f"y\n{FOOTER}") == [[FOOTER], [FOOTER]]
    assert marked("x\nBCC Minute 1", "y\nBCC Minute 2") == [[], []]


def test_what_was_marked_before_stays_marked_and_the_edge_begins_behind_it() -> None:
    given_pages = (PageText(1, "x"), PageText(2, "Scanned page\n2\ny", furniture=((0, 12),)))
    assert mark_furniture(given_pages)[1].furniture == ((0, 12), (13, 14))


def test_a_single_page_and_no_page_are_fine() -> None:
    assert mark_furniture(()) == ()
    assert marked("Meeting 436\n11. AOCB\n1") == [["1"]]


LINES = st.sampled_from(["", " ", "1", "2", "3", "Page 2", FOOTER, "Cabinet", "4. Rents", "- 2 -", "For:", "x\t", "\u0663"])


@given(st.lists(st.lists(LINES, max_size=8), max_size=6))
def test_marking_furniture_changes_no_text_and_marks_whole_lines(drawn: list[list[str]]) -> None:
    before = pages(*("\n".join(lines) for lines in drawn))
    after = mark_furniture(before)
    assert [(page.number, page.text, page.marks) for page in after] == [(page.number, page.text, page.marks) for page in before]
    for page in after:
        places = [place for both in page.furniture for place in both]
        assert places == sorted(places)
        assert all(
            page.text[start - 1 : start] in {"", "\n"} and page.text[end : end + 1] in {"", "\n"} for start, end in page.furniture
        )
