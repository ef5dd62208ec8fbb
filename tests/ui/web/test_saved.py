"""Saved searches: the link that saves, what is said of them, and how many an address holds."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs

from bs4 import BeautifulSoup
from markupsafe import Markup

from ui.web.address import MOST_SAVED
from ui.web.address import screen_of
from ui.web.links import Screen
from ui.web.saved import LONGEST
from ui.web.saved import has_feed
from ui.web.saved import in_words
from ui.web.saved import save_search
from ui.web.saved import saved_heading
from ui.web.saved import saved_search
from ui.web.typed import typed

LOST = Screen("grit bins", bodies=("Cabinet",), since=date(2020, 9, 2), outcomes=("lost",))


def links(html: Markup) -> dict[str, Screen]:
    found = BeautifulSoup(html, "html.parser").find_all("a")
    return {link.get_text(): screen_of(parse_qs(str(link["href"]).removeprefix("?"))) for link in found}


def test_a_search_is_saved_once_and_forgotten_on_the_same_screen() -> None:
    saved = links(save_search(LOST))["Save this search"]
    assert saved.saved == (LOST.search,)
    offered = links(save_search(saved))
    assert offered["forget this search"] == LOST
    assert offered["see all that is kept"].view == "kept"


def test_a_search_is_said_in_words() -> None:
    assert in_words(LOST.search) == "“grit bins” · Body: Cabinet · From: 2 September 2020 · Outcome: Lost"
    assert in_words(Screen(view="votes", member="Crake").search) == "Votes · Member: Crake"
    assert in_words(Screen("grit in 2017", left_alone=("in 2017",), mode="lexical").search) == (
        "“grit in 2017” · “in 2017” not read as a filter · Words only"
    )


def test_a_saved_search_is_run_with_all_that_is_kept() -> None:
    here = Screen(view="kept", kept=("a",), saved=(LOST.search,))
    offered = links(saved_search(LOST.search, here))
    run = offered[in_words(LOST.search)]
    assert (run.question, run.bodies, run.kept, run.saved, run.view) == ("grit bins", ("Cabinet",), ("a",), (LOST.search,), "ask")
    assert next(to for words, to in offered.items() if words.startswith("Forget")).saved == ()


def test_votes_have_no_feed_and_that_is_said() -> None:
    votes = Screen(view="votes", member="Crake").search
    assert has_feed(LOST.search)
    assert not has_feed(votes)
    assert "There is no feed of votes." in saved_search(votes, Screen())


def test_nothing_searched_for_cannot_be_saved() -> None:
    assert save_search(Screen()) == ""


def test_when_no_more_can_be_saved_it_is_said() -> None:
    full = Screen("one more", saved=tuple(Screen(f"word{at}").search for at in range(MOST_SAVED)))
    assert "20 searches are saved" in save_search(full)
    assert "Save this search" not in save_search(full)


def test_an_address_grown_too_long_for_servers_on_the_way_takes_no_more() -> None:
    long = Screen("one more", saved=tuple(Screen(f"{at}" + "é" * 200).search for at in range(7)))
    assert len(long.saving()) > LONGEST
    assert "The address is full" in save_search(long)


def test_without_saved_searches_the_screen_says_how_to_save_one() -> None:
    assert "“Save this search” stands below every answer" in saved_heading(Screen())


def test_filters_become_operators_that_the_question_box_reads() -> None:
    asked = Screen("grit", ("A B",), ("Cabinet",), date(2020, 9, 2), None, ("minutes",), ("lost",))
    assert typed(asked) == 'grit council:"A B" body:"Cabinet" date:2020-09-02.. kind:minutes outcome:lost'
    assert typed(Screen("grit")) == "grit"
