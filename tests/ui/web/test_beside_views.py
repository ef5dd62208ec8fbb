"""What stands beside an item: its meeting, the same matter at other meetings, and how to cite it."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import BeautifulSoup

from tests.ui.web import canned
from tests.ui.web import canned_reading
from ui.web.beside_view import agenda
from ui.web.beside_view import neighbours
from ui.web.citing import item_citation
from ui.web.citing import meeting_citation
from ui.web.highlight import flowing
from ui.web.links import Screen
from ui.web.meeting_view import meeting
from ui.web.thread_view import no_thread
from ui.web.thread_view import thread

SCREEN = Screen(canned.QUESTION, item=canned.ITEM_ID)
ADDRESS = "https://minutes.example.org/items/d0123456789ab-m1-i03"


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def words(html: str) -> str:
    return " ".join(soup(html).get_text(" ").split())


def test_the_items_before_and_after_are_links_with_their_titles() -> None:
    links = soup(neighbours(canned_reading.meeting(), canned.ITEM_ID, SCREEN)).find_all("a")
    assert [link.get_text() for link in links] == [
        "← Previous item: 20. MINUTES",
        "Next item →: An item without a title",
        "The whole meeting",
    ]
    assert all("q=what+was+decided" in str(link["href"]) for link in links)


@pytest.mark.parametrize(
    ("item_id", "shown"), [(f"{canned_reading.MEETING_ID}-i02", "Next item"), (f"{canned_reading.MEETING_ID}-i04", "Previous item")]
)
def test_at_either_end_of_the_meeting_there_is_one_step_only(item_id: str, shown: str) -> None:
    links = soup(neighbours(canned_reading.meeting(), item_id, SCREEN)).find_all("a")
    assert len(links) == 2
    assert shown in links[0].get_text()


def test_an_item_that_its_meeting_does_not_list_has_no_steps() -> None:
    assert len(soup(neighbours(canned_reading.meeting(), "d9-m1-i01", SCREEN)).find_all("a")) == 1


def test_the_agenda_marks_the_open_item_in_a_way_that_can_be_heard() -> None:
    rows = soup(agenda(canned_reading.meeting(), canned.ITEM_ID, SCREEN)).select("li a")
    assert [row.get("aria-current") for row in rows] == [None, "page", None]


def test_the_thread_gives_what_is_nearest_before_and_after_first_and_folds_the_rest_away() -> None:
    shown = soup(thread(canned_reading.thread(), SCREEN))
    assert [title.get_text() for title in shown.select(".mb-card h3")] == ["21. SHARED POST 2019", "21. SHARED POST 2021"]
    fold = shown.find("details")
    assert fold is not None
    assert [title.get_text() for title in fold.find_all("h3")] == ["21. SHARED POST 2018", "21. SHARED POST 2022"]


def test_a_likely_link_comes_before_a_nearer_one_that_is_only_possible() -> None:
    nearer = canned_reading.link(2, 0.4, "about the same", date=date(2020, 9, 1))
    likely = canned_reading.link(1, 0.8, date=date(2019, 1, 1))
    shown = soup(thread(canned_reading.thread(likely, nearer), SCREEN))
    assert [title.get_text() for title in shown.select(".mb-card h3")] == ["21. SHARED POST 1"]


def test_what_is_only_perhaps_linked_is_never_called_before_or_after_this() -> None:
    possible = canned_reading.link(2, 0.4, "about the same", date=date(2020, 9, 1))
    html = thread(canned_reading.thread(possible), SCREEN)
    assert not soup(html).select(".mb-card")
    assert "1 item is perhaps linked" in words(html)
    assert "Perhaps linked: says much the same" in words(html)


@pytest.mark.parametrize(("confidence", "said"), [(0.95, "Surely linked"), (0.9, "Surely"), (0.6, "Likely"), (0.59, "Perhaps")])
def test_how_sure_a_link_is_stands_in_words_with_the_printed_words_that_show_it(confidence: float, said: str) -> None:
    html = thread(canned_reading.thread(canned_reading.link(7, confidence, date=date(2021, 1, 1))), SCREEN)
    assert f"{said}" in words(html)
    assert "has the same title" in words(html)
    quoted = soup(html).find("blockquote")
    assert quoted is not None
    assert quoted.get_text().strip() == "Shared post 7"


def test_a_lost_motion_of_a_linked_item_is_shown_as_lost() -> None:
    assert "LOST (2:8)" in words(thread(canned_reading.thread(), SCREEN))


def test_where_nothing_is_linked_or_nothing_could_be_asked_the_screen_says_so() -> None:
    empty = canned_reading.thread().model_copy(update={"links": []})
    assert "Nothing else in the archive is linked with this item." in words(thread(empty, SCREEN))
    assert "could not be looked up. Nothing answers." in words(no_thread("Nothing answers."))


def test_links_of_an_item_without_a_date_are_listed_and_none_is_called_before_or_after() -> None:
    undated = canned_reading.thread().model_copy(update={"item": canned.head(date=None)})
    shown = soup(thread(undated, SCREEN))
    assert not shown.select(".mb-card")
    assert len(shown.select("details h3")) == 4


def test_a_citation_says_whose_minutes_of_which_day_which_item_which_page_and_where() -> None:
    assert item_citation(canned.item(), ADDRESS) == (
        "Aldermere and Tarnbrook, Shared Services Joint Committee, meeting of 20 October 2020, item 21, "
        f"“SHARED CHIEF EXECUTIVE”, page 2. {ADDRESS}"
    )


def test_a_citation_leaves_out_what_is_not_printed_and_says_who_states_a_date() -> None:
    bare = canned.item(title=None, number=None, date_origin="file name", record_state="draft")
    assert item_citation(bare, ADDRESS) == (
        "Aldermere and Tarnbrook, Shared Services Joint Committee, meeting of 20 October 2020 (from the name of the file), "
        f"draft minutes, page 2. {ADDRESS}"
    )
    undated = canned_reading.meeting(date=None, council=None)
    assert meeting_citation(undated, "x") == "council not stated, Shared Services Joint Committee, date not stated. x"


def test_a_meeting_shows_who_came_and_each_item_with_its_clauses_quoted_under_their_outcomes() -> None:
    html = meeting(canned_reading.meeting(), canned_reading.decided(), canned_reading.document(), Screen(view="meeting"))
    shown = soup(html)
    assert shown.find("h1", string="Shared Services Joint Committee, 20 October 2020") is not None
    assert "3 items, 1 decision as printed, 1 not agreed or not clear." in words(html)
    rows = shown.select(".mb-minutes > li")
    assert [bool(row.find("blockquote")) for row in rows] == [False, True, False]
    clauses = [" ".join(clause.get_text(" ").split()) for clause in rows[1].select(".mb-clause")]
    assert "LOST (2:8)" in clauses[0]
    assert "CARRIED (8:2)" in clauses[1]
    assert [quoted.get_text() for quoted in rows[1].select("blockquote")] == [
        flowing("a) to agree none of the approaches."),
        flowing("b) to agree approach 3, a single Chief Executive employed by both councils."),
    ]
    assert "“Lomax”" in html


def test_many_clauses_of_one_item_are_all_there_some_in_a_fold() -> None:
    many = [canned.decision(f"that point {number} be agreed") for number in range(7)]
    html = meeting(canned_reading.meeting(), canned_reading.decided(*many), canned_reading.document(), Screen(view="meeting"))
    assert len(soup(html).select("blockquote")) == 7
    assert "4 clauses more" in words(html)


def test_a_cancelled_meeting_and_one_without_open_items_say_so() -> None:
    empty = canned_reading.meeting(cancelled=True, items=[], attendance=[])
    html = meeting(empty, canned_reading.decided().model_copy(update={"items": []}), canned_reading.document(), Screen())
    assert "marked as cancelled" in html
    assert "No open agenda item of this meeting is held." in html


def test_other_meetings_of_the_same_document_are_led_to() -> None:
    other = canned_reading.SITTING | {"meeting_id": "d0123456789ab-m2", "body": "Audit Committee"}
    document = canned_reading.document(meetings=[canned_reading.SITTING, other], title="Minutes of two meetings")
    html = meeting(canned_reading.meeting(), canned_reading.decided(), document, Screen(view="meeting"))
    assert "Minutes, “Minutes of two meetings”" in html
    assert soup(html).find("a", string="Audit Committee, 20 October 2020") is not None
