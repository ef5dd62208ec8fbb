from __future__ import annotations

from urllib.parse import parse_qs

from bs4 import BeautifulSoup

from tests.ui.web import canned
from ui.web.links import Screen
from ui.web.understood_view import understood

SCREEN = Screen("grit in 2017", bodies=("Cabinet",))


def links(html: str) -> dict[str, dict[str, list[str]]]:
    found = BeautifulSoup(html, "html.parser").find_all("a")
    return {link.get_text(): parse_qs(str(link["href"]).removeprefix("?")) for link in found}


def test_a_question_taken_as_it_is_shows_nothing() -> None:
    assert not understood(canned.answer(), SCREEN)


def test_a_filter_applied_is_named_with_its_words_and_the_way_to_search_everything() -> None:
    html = understood(canned.answer(understood=[canned.chip()]), SCREEN)
    assert "Only: 2017, from “in 2017”" in BeautifulSoup(html, "html.parser").get_text()
    wide = {"q": ["grit in 2017"], "body": ["Cabinet"], "without": ["in 2017"]}
    assert links(html) == {"search all dates and not only 2017": wide}


def test_a_filter_offered_is_a_link_that_applies_it_by_hand() -> None:
    html = understood(canned.answer(understood=[canned.chip(applied=False)]), SCREEN)
    narrow = {"q": ["grit in 2017"], "body": ["Cabinet"], "since": ["2017-01-01"], "until": ["2017-12-31"]}
    assert links(html) == {"Only 2017?": narrow}


def test_an_operator_typed_is_named_with_the_way_to_ask_without_it() -> None:
    html = understood(canned.answer(typed=[canned.typed()]), SCREEN)
    assert "Body: cabinet" in BeautifulSoup(html, "html.parser").get_text()
    assert links(html) == {"remove body:cabinet": {"q": ["grit"], "body": ["Cabinet"]}}


def test_a_phrase_typed_can_be_asked_as_plain_words() -> None:
    phrase = canned.typed(name="phrase", value="grit bins", words='"grit bins"', rest="grit bins")
    html = understood(canned.answer(typed=[phrase]), SCREEN)
    assert "Just so: “grit bins”" in BeautifulSoup(html, "html.parser").get_text()
    assert links(html) == {'as plain words "grit bins"': {"q": ["grit bins"], "body": ["Cabinet"]}}


def test_what_may_have_been_meant_is_a_link_that_asks_it_within_the_same_filters() -> None:
    html = understood(canned.answer(did_you_mean="grid in 2017"), SCREEN)
    assert links(html) == {"grid in 2017": {"q": ["grid in 2017"], "body": ["Cabinet"]}}


def test_what_cannot_be_known_is_said_as_information() -> None:
    html = understood(canned.answer(notices=["The archive does not know <when>."]), SCREEN)
    note = BeautifulSoup(html, "html.parser").find(role="status")
    assert note is not None
    assert note.get_text() == "The archive does not know <when>."
