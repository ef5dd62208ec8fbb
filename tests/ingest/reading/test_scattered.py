"""Pages that come one word a line get their lines back, and no character moves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.reading.pages import PageText
from ingest.reading.scattered import gathered

WORDS = (
    "ALDER COMMUNITY COUNCIL MINUTES OF THE 43rd MEETING The meeting was held in the school on 10th May. 1. Members present were: "
    "Ann Gadd, Bo Vane. 2. Police Report. Two thefts were noted in all of the town since the last meeting. "
    "3. Reports. a) Chair. None."
)


def test_words_on_lines_of_their_own_are_gathered_into_lines() -> None:
    assert gathered(PageText(1, WORDS.replace(" ", "\n"))).text.split("\n") == [
        "ALDER COMMUNITY COUNCIL MINUTES OF THE 43rd MEETING",
        "The meeting was held in the school on 10th May.",
        "1. Members present were: Ann Gadd, Bo Vane.",
        "2. Police Report. Two thefts were noted in all of the town since the last meeting.",
        "3. Reports.",
        "a) Chair. None.",
    ]


def test_a_page_with_lines_is_left_as_it_is() -> None:
    page = PageText(1, "\n".join(["Present", "Ann Gadd and Bo Vane"] * 40))
    assert gathered(page) == page


def test_a_short_list_of_words_is_left_as_it_is() -> None:
    page = PageText(1, "GD\nRB\nMC")
    assert gathered(page) == page


@given(st.lists(st.sampled_from(["ALDER", "1.", "a)", "the", "", " ", "-", "May", "43rd"]), max_size=90))
def test_gathering_changes_line_ends_into_spaces_and_nothing_else(drawn: list[str]) -> None:
    before = "\n".join(drawn)
    after = gathered(PageText(1, before)).text
    assert len(after) == len(before)
    assert all(old == new or (old == "\n" and new == " ") for old, new in zip(before, after, strict=True))
