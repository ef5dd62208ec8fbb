"""The screen of what is kept, run by Streamlit's own test runner before a fake API: what is asked of the API and what is drawn."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.web import canned
from tests.ui.web import drawn
from tests.ui.web.drawn import words
from tests.ui.web.fake_api import FakeApi
from ui.web.settings import SCRIPT

SECONDS = 30
GONE = "d0000000000aa-m1-i01"


@pytest.fixture
def page(fake_api: FakeApi, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page before the fake API, not yet run."""
    monkeypatch.setenv("MINUTEBOOK_PAGE_API", fake_api.address)
    monkeypatch.setenv("MINUTEBOOK_PAGE_PUBLIC_API", "https://minutes.example.org")
    return AppTest.from_file(str(SCRIPT), default_timeout=SECONDS)


def opened(page: AppTest, **parameters: str | list[str]) -> AppTest:
    return drawn.opened(page, view="kept", **parameters)


def briefings(api: FakeApi) -> list[dict[str, object]]:
    """What was asked for to be shown; the other files are asked for in the same way."""
    asked = [json.loads(parameters[0][1]) for path, parameters in api.asked if path == "/v1/briefing"]
    return [one for one in asked if one["format"] == "markdown"]


def test_with_nothing_kept_the_screen_asks_nothing_and_says_how_to_keep(page: AppTest, fake_api: FakeApi) -> None:
    shown = words(opened(page))
    assert "No agenda item is kept yet" in shown
    assert "No search is saved yet" in shown
    assert fake_api.asked == []


def test_what_is_kept_is_listed_and_shown_as_the_briefing_that_it_makes(page: AppTest, fake_api: FakeApi) -> None:
    shown = words(opened(page, keep=[canned.ITEM_ID], title="Shared services"))
    assert "1 agenda item kept" in shown
    assert "to agree approach 3, a single Chief Executive employed by both councils." in shown
    wanted = {"title": "Shared services", "questions": [], "items": [canned.ITEM_ID], "format": "markdown"}
    assert briefings(fake_api) == [wanted]


def test_an_id_that_is_gone_is_said_so_and_left_out_of_the_briefing(page: AppTest, fake_api: FakeApi) -> None:
    shown = words(opened(page, keep=[GONE, canned.ITEM_ID]))
    assert "No longer in the archive" in shown
    assert GONE in shown
    assert [asked["items"] for asked in briefings(fake_api)] == [[canned.ITEM_ID]]


def test_with_only_ids_that_are_gone_no_briefing_is_asked_for(page: AppTest, fake_api: FakeApi) -> None:
    assert "No longer in the archive" in words(opened(page, keep=[GONE]))
    assert briefings(fake_api) == []


def test_the_answer_goes_first_where_it_is_wished_with_its_filters(page: AppTest, fake_api: FakeApi) -> None:
    ran = opened(page, q="grit", outcome="lost", keep=[canned.ITEM_ID])
    assert [asked["questions"] for asked in briefings(fake_api)] == [[]]
    ran.checkbox(key="first").set_value(True).run()
    assert ran.query_params["first"] == "answer"
    assert [asked["questions"] for asked in briefings(fake_api)] == [[], ["grit outcome:lost"]]


def test_a_title_is_written_into_the_address(page: AppTest, fake_api: FakeApi) -> None:
    ran = opened(page, keep=[canned.ITEM_ID])
    ran.text_input(key="title").set_value("  For   Monday ").run()
    assert ran.query_params["title"] == "For Monday"
    assert briefings(fake_api)[-1]["title"] == "For Monday"


def test_a_briefing_that_cannot_be_made_says_why_and_the_list_stays(page: AppTest, fake_api: FakeApi) -> None:
    fake_api.says("/v1/briefing", canned.problem(400), 400)
    shown = words(opened(page, q="grit", first="answer", keep=[canned.ITEM_ID]))
    assert "The briefing was not made. This archive has no council 'Nowhere'" in shown
    assert "1 agenda item kept" in shown


def test_a_saved_search_is_shown_with_the_feed_that_others_can_reach(page: AppTest) -> None:
    ran = opened(page, saved=["q=grit+bins&outcome=lost", "view=votes&member=Crake"])
    shown = words(ran)
    assert "2 saved searches" in shown
    assert "“grit bins” · Outcome: Lost" in shown
    assert [code.value for code in ran.code] == ["https://minutes.example.org/v1/feeds/search?q=grit+bins&outcome=lost"]


def test_more_than_can_be_kept_is_said_to_be_left_out(page: AppTest) -> None:
    shown = words(opened(page, keep=[f"d0000000000aa-m1-i{at}" for at in range(42)]))
    assert "This link keeps 42 agenda items, and a briefing takes 40: the last 2 were left out." in shown


def test_another_question_keeps_what_is_kept(page: AppTest) -> None:
    page.query_params["keep"] = [canned.ITEM_ID]
    page.query_params["saved"] = ["q=grit"]
    page.query_params["title"] = "For Monday"
    ran = page.run()
    ran.text_input(key="q").set_value("who voted")
    ran.button[0].click().run()
    assert dict(ran.query_params) == {"q": "who voted", "keep": canned.ITEM_ID, "saved": "q=grit", "title": "For Monday"}
