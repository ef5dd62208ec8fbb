from __future__ import annotations

from urllib.parse import parse_qs

from bs4 import BeautifulSoup

from search_api.schemas import LimbPreviewOut
from tests.ui.web import canned
from ui.web.links import Screen
from ui.web.result_list import found_heading
from ui.web.result_list import outside_alone
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
    assert "No item matches well" in found_heading(canned.search(weak=True))
    assert "No item matches well" not in found_heading(canned.search())


def test_a_list_that_was_cut_says_of_how_many_and_in_which_order() -> None:
    assert "37 agenda items match best, 2 of them listed here: best match first." in found_heading(canned.search(matching=37))
    assert "2 agenda items match: best match first." in found_heading(canned.search())
    dated = found_heading(canned.search(matching=37, order="newest"))
    assert "37 agenda items match, 2 of them listed here: newest first, undated last." in dated


def test_what_matches_less_well_stands_apart_below_what_matches() -> None:
    near = canned.result(2, item_id="d0123456789ab-m1-i04", matches=False)
    listed = soup(results(canned.search(results=[near, canned.result()], matching=1), SCREEN))
    (first, second) = listed.select("ol")
    links = [link["href"] for link in first.select("h3 a")]
    assert links == [SCREEN.at_item(canned.ITEM_ID, canned.result().snippet)]
    note = second.find_previous_sibling("p")
    assert note is not None
    assert note.get_text() == "These match less well."


def test_where_all_is_weak_nothing_is_told_apart_and_nothing_narrows() -> None:
    weak = soup(results(canned.search(weak=True, results=[canned.result(matches=False)], matching=0), SCREEN))
    assert len(weak.select("ol")) == 1
    assert weak.select_one("nav") is None


def test_each_item_can_be_kept_and_says_so_when_it_is() -> None:
    first, second = soup(results(canned.search(), Screen("chief", kept=(canned.ITEM_ID,)))).select("ol > li")
    assert "Kept" in first.get_text()
    link = second.select_one(".mb-keep a")
    assert link is not None
    assert parse_qs(str(link["href"]).removeprefix("?"))["keep"] == [canned.ITEM_ID, "d0123456789ab-m1-i04"]


def test_no_results_give_no_list() -> None:
    assert not results(canned.search(results=[], total=0), SCREEN)
    assert not found_heading(canned.search(results=[], total=0))


def test_what_lies_outside_of_what_was_understood_stands_between_and_says_of_what() -> None:
    near = canned.result(3, item_id="d0123456789ab-m1-i04", matches=False)
    outside = canned.result(2, item_id="d0123456789ab-m1-i05", matches=False, outside=True)
    found = canned.search(
        results=[canned.result(), outside, near], understood=[canned.chip(), canned.chip(label="Cabinet", applied=False)]
    )
    listed = soup(results(found, SCREEN))
    notes = [note.get_text() for note in listed.select("section > p.mb-note")]
    assert notes == [f"These lie outside “{canned.chip().label}”, and match the rest of the question.", "These match less well."]
    assert [len(part.select("li article")) for part in listed.select("ol.mb-results")] == [1, 1, 1]


def test_a_bound_is_not_named_among_what_something_lies_outside_of() -> None:
    since = canned.chip(label="since 2019", filters=canned.chip().filters.model_copy(update={"until": None}))
    found = canned.search(results=[canned.result(outside=True, matches=False)], understood=[since, canned.chip(label="2020")])
    assert "These lie outside “2020”, and match" in results(found, SCREEN)


def test_where_nothing_within_answers_only_what_lies_outside_is_listed_under_a_heading_that_says_so() -> None:
    near, outside = canned.result(matches=False), canned.result(2, matches=False, outside=True)
    found = canned.search(weak=True, results=[near, outside], matching=0, understood=[canned.chip()])
    listed = soup(outside_alone(found, SCREEN))
    assert [heading.get_text() for heading in listed.select("h2")] == [f"Agenda items outside “{canned.chip().label}”"]
    assert len(listed.select("ol.mb-results > li")) == 1
    assert not outside_alone(canned.search(), SCREEN)
