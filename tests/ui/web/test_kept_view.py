"""What is kept, as a list: its order, its links, and what is said of ids that are gone. And the link that keeps."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs

from bs4 import BeautifulSoup
from bs4 import Tag
from markupsafe import Markup

from tests.ui.web import canned
from ui.web.address import MOST_KEPT
from ui.web.address import screen_of
from ui.web.keeping import keep_link
from ui.web.kept_view import kept_items
from ui.web.links import Screen

SCREEN = Screen("grit", view="kept", kept=("a", "b", "c"))


def rows(screen: Screen) -> list[Tag]:
    kept = [(item_id, canned.item(item_id=item_id, title=f"TITLE {item_id}")) for item_id in screen.kept]
    return BeautifulSoup(kept_items(kept, screen), "html.parser").select(".mb-results > li")


def words(html: Markup) -> str:
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def leads_to(row: Tag, label: str) -> Screen:
    link = next(link for link in row.find_all("a") if link.get_text().startswith(label))
    return screen_of(parse_qs(str(link["href"]).removeprefix("?")))


def test_items_stand_in_the_order_of_the_briefing_and_say_where_they_stand() -> None:
    found = rows(SCREEN)
    assert ["TITLE a" in found[0].get_text(), "TITLE b" in found[1].get_text(), "TITLE c" in found[2].get_text()] == [True] * 3
    said = " ".join(found[0].get_text(" ").split())
    assert "Shared Services Joint Committee" in said
    assert "joint-committee/2020-10-20 Minutes.pdf, page 2" in said


def test_decisions_are_told_in_short_and_a_lost_one_as_lost() -> None:
    said = " ".join(rows(SCREEN)[0].get_text(" ").split())
    assert "LOST (2:8)" in said
    assert "CARRIED (8:2)" in said


def test_an_item_without_a_decision_says_what_the_briefing_makes_of_it() -> None:
    shown = kept_items([("a", canned.item(decisions=[]))], Screen(kept=("a",)))
    assert "No decision: the briefing quotes all of it." in words(shown)


def test_each_item_can_be_moved_where_there_is_room_and_dropped() -> None:
    first, second, third = rows(SCREEN)
    assert leads_to(first, "Move down").kept == ("b", "a", "c")
    assert leads_to(second, "Move up").kept == ("b", "a", "c")
    assert leads_to(third, "Put first").kept == ("c", "a", "b")
    assert leads_to(second, "Drop").kept == ("a", "c")
    assert "Move up" not in first.get_text()
    assert "Move down" not in third.get_text()


def test_moving_keeps_the_question_and_the_screen() -> None:
    assert leads_to(rows(SCREEN)[0], "Move down") == replace(SCREEN, kept=("b", "a", "c"))


def test_an_id_that_is_not_held_is_said_so_and_can_be_dropped() -> None:
    shown = kept_items([("gone", None), ("b", canned.item())], Screen(view="kept", kept=("gone", "b")))
    row = BeautifulSoup(shown, "html.parser").select(".mb-results > li")[0]
    assert "No longer in the archive" in row.get_text()
    assert leads_to(row, "Drop").kept == ("b",)


def test_nothing_kept_says_how_to_keep_and_that_nothing_is_stored() -> None:
    said = words(kept_items([], Screen(view="kept")))
    assert "No agenda item is kept yet" in said
    assert "“Keep for a briefing” stands beside every agenda item" in said
    assert "There is no account, and nothing is stored." in said


def test_an_item_is_kept_and_dropped_again_on_the_same_screen() -> None:
    found = Screen("grit", councils=("Aldermere Borough Council",))
    link = BeautifulSoup(keep_link("a", "GRIT BINS", found), "html.parser")
    assert link.get_text() == "Keep for a briefing: GRIT BINS"
    kept = leads_to(link, "Keep")
    assert kept == replace(found, kept=("a",))
    assert leads_to(BeautifulSoup(keep_link("a", "GRIT BINS", kept), "html.parser"), "drop") == found


def test_a_full_basket_says_so_and_still_lets_go() -> None:
    full = Screen(kept=tuple(f"i{at}" for at in range(MOST_KEPT)))
    assert words(keep_link("one more", "GRIT", full)).startswith("40 items are kept")
    assert "<a" not in keep_link("one more", "GRIT", full)
    assert "drop" in words(keep_link("i3", "GRIT", full))
