from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from search_api.schemas import LegName
from search_api.schemas import WhyOut
from tests.ui.web import canned
from ui.web.why_view import why


def told(legs: list[LegName], words: list[str], phrases: list[str], instead: list[str] | None = None) -> str:
    reason = WhyOut(legs=legs, lexical=1.0, dense=0.5, words=words, instead=instead or [], phrases=phrases)
    return BeautifulSoup(why(canned.result(why=reason)), "html.parser").get_text(" ", strip=True)


@pytest.mark.parametrize(
    ("legs", "said"),
    [
        (["lexical", "dense"], "Found by its words and by its meaning."),
        (["lexical"], "Found by its words."),
        (["dense"], "Found by its meaning: it says something like the question, in other words."),
        ([], "Found because it holds exactly what was asked for."),
    ],
)
def test_what_found_it_is_said_in_plain_words(legs: list[LegName], said: str) -> None:
    assert said in told(legs, ["Chief"], [])


def test_words_of_the_question_are_named_once_however_they_are_written() -> None:
    assert "Words of the question in the passage shown: “Chief” and “post”." in told(["lexical"], ["Chief", "chief", "post"], [])


def test_that_no_word_stands_there_is_said() -> None:
    assert "No word of the question stands in the passage shown." in told(["dense"], [], [])


def test_what_minutes_say_for_a_word_that_was_typed_is_named_apart() -> None:
    said = told(["dense"], [], [], ["Cemetery", "cemetery", "burial"])
    assert (
        "No word of the question stands in the passage shown. For what was typed, minutes also say: “Cemetery” and “burial”."
        in said
    )


def test_what_is_held_letter_by_letter_is_named() -> None:
    assert "It holds “71/19”, letter by letter." in told(["lexical"], ["71/19"], ["71/19"])


def test_the_fold_names_its_item_for_those_who_hear_it() -> None:
    assert told(["lexical"], [], []).startswith("Why is this here (21. SHARED CHIEF EXECUTIVE)")
