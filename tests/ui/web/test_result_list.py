from __future__ import annotations

from bs4 import BeautifulSoup

from search_api.schemas import LimbPreviewOut
from tests.ui.web import canned
from ui.web.links import Screen
from ui.web.result_list import results

SCREEN = Screen(canned.QUESTION)


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def test_each_item_is_listed_once_best_first_with_its_meeting() -> None:
    listed = soup(results(canned.search(), SCREEN))
    assert [title.get_text() for title in listed.select("ol h3")] == ["21. SHARED CHIEF EXECUTIVE", "22. SHARED LEADERSHIP TEAM"]
    assert "Aldermere and Tarnbrook, Shared Services Joint Committee · 20 October 2020 · item 21" in listed.get_text()


def test_the_words_of_the_question_are_marked_and_no_others() -> None:
    (first, _) = soup(results(canned.search(), SCREEN)).select("ol > li")
    assert [mark.get_text() for mark in first.find_all("mark")] == ["Chief", "Executive"]


def test_the_link_opens_the_item_at_the_words_shown() -> None:
    found = canned.search()
    link = soup(results(found, SCREEN)).select_one("ol h3 a")
    assert link is not None
    assert link["href"] == SCREEN.at_item(canned.ITEM_ID, found.results[0].snippet)


def test_an_items_decisions_are_told_in_short_lost_ones_as_lost() -> None:
    badges = [badge.get_text(" ", strip=True) for badge in soup(results(canned.search(), SCREEN)).select(".mb-badges li")]
    assert badges == ["✕ LOST (2:8)", "✓ CARRIED (8:2)"]


def test_equal_decisions_are_told_once_with_how_many_they_are() -> None:
    limbs = [LimbPreviewOut(limb_id=str(n), label=None, force="agreed", outcome="carried", printed_vote=None) for n in range(5)]
    html = results(canned.search(results=[canned.result(decisions=limbs)]), SCREEN)
    assert [badge.get_text(" ", strip=True) for badge in soup(html).select(".mb-badges li")] == ["✓ CARRIED 5 clauses"]


def test_weak_matches_are_said_to_be_weak() -> None:
    assert "No item matches well" in results(canned.search(weak=True), SCREEN)
    assert "No item matches well" not in results(canned.search(), SCREEN)


def test_a_list_that_was_cut_says_of_how_many_and_offers_more() -> None:
    cut = soup(results(canned.search(total=37), SCREEN))
    assert "The first 2 of 37 agenda items" in cut.get_text()
    assert [link["href"] for link in cut.find_all("a") if "List more" in link.get_text()] == [SCREEN.longer()]
    whole = soup(results(canned.search(), SCREEN)).get_text()
    assert "2 agenda items, best match first." in whole
    assert "List more" not in whole


def test_no_results_give_no_list() -> None:
    assert not results(canned.search(results=[], total=0), SCREEN)
