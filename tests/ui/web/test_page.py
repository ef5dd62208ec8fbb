"""The page run by Streamlit's own test runner, before a fake API: what is asked of the API and what is drawn."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.web import canned
from tests.ui.web.conftest import free_port
from tests.ui.web.drawn import asked
from tests.ui.web.drawn import opened
from tests.ui.web.drawn import words
from tests.ui.web.fake_api import FakeApi
from ui.web.settings import SCRIPT

SECONDS = 30
PLAIN = ("plain", "true")
"""The page asks for the line in plain English always; without an endpoint there is none."""


@pytest.fixture
def page(fake_api: FakeApi, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page before the fake API, not yet run."""
    monkeypatch.setenv("MINUTEBOOK_PAGE_API", fake_api.address)
    return AppTest.from_file(str(SCRIPT), default_timeout=SECONDS)


def test_before_a_question_the_page_says_what_is_held_and_what_could_be_asked(page: AppTest) -> None:
    shown = words(opened(page))
    assert "Ask the minutes" in shown
    assert "31 meetings of 3 bodies" in shown
    assert "what was decided on a shared Chief Executive" in shown


def test_a_question_in_the_address_is_asked_once_and_answered(page: AppTest, fake_api: FakeApi) -> None:
    ran = opened(page, q=canned.QUESTION)
    assert ran.text_input(key="q").value == canned.QUESTION
    assert [path for path, _ in fake_api.asked] == ["/v1/facets", "/v1/answer", "/v1/search"]
    assert asked(fake_api, "/v1/answer") == [[("q", canned.QUESTION), PLAIN]]
    assert asked(fake_api, "/v1/search") == [[("q", canned.QUESTION), ("mode", "hybrid"), ("k", "10")]]
    shown = words(ran)
    assert shown.index("What the minutes say") < shown.index("Not agreed") < shown.index("Agenda items found")


def test_filters_in_the_address_are_in_the_sidebar_and_in_the_call(page: AppTest, fake_api: FakeApi) -> None:
    ran = opened(
        page,
        q="grit",
        council=["Aldermere Borough Council"],
        body=["Cabinet"],
        since="2020-09-02",
        outcome=["lost"],
        mode="lexical",
    )
    assert ran.multiselect(key="body").value == ["Cabinet"]
    assert ran.multiselect(key="body").options == ["Cabinet (52)", "Shared Services Joint Committee (23)"]
    assert ran.date_input(key="since").value == date(2020, 9, 2)
    filters = [("council", "Aldermere Borough Council"), ("body", "Cabinet"), ("since", "2020-09-02"), ("outcome", "lost")]
    assert asked(fake_api, "/v1/answer") == [[("q", "grit"), *filters, PLAIN]]
    assert asked(fake_api, "/v1/search") == [[("q", "grit"), ("mode", "lexical"), ("k", "10"), *filters]]


def test_asking_writes_the_question_into_the_address(page: AppTest) -> None:
    ran = opened(page)
    ran.text_input(key="q").set_value("  who   voted  ")
    ran.button[0].click().run()
    assert ran.query_params["q"] == "who voted"
    assert "What the minutes say" in words(ran)


def test_choosing_a_filter_writes_it_into_the_address_and_keeps_the_question(page: AppTest) -> None:
    ran = opened(page, q="grit", k="25")
    ran.multiselect(key="outcome").set_value(["lost"]).run()
    ran.date_input(key="until").set_value(date(2021, 1, 19)).run()
    assert dict(ran.query_params) == {"q": "grit", "outcome": "lost", "until": "2021-01-19"}


def test_a_filter_that_the_archive_does_not_hold_is_shown_and_refused_in_words(page: AppTest, fake_api: FakeApi) -> None:
    fake_api.says("/v1/answer", canned.problem(400), 400)
    ran = opened(page, q="grit", council=["Nowhere"])
    assert ran.multiselect(key="council").value == ["Nowhere"]
    assert "This archive has no council 'Nowhere'" in words(ran)
    assert "7f3c9a" in words(ran)


@pytest.mark.parametrize(
    "parameters", [{"q": "grit " * 200}, {"q": "grit", "outcome": "won", "kind": "gossip"}, {"q": "\x00"}, {"q": "a", "k": "9999"}]
)
def test_a_link_that_asks_too_much_is_still_a_screen(page: AppTest, parameters: dict[str, str]) -> None:
    assert "What the minutes say" in words(opened(page, **parameters))


def test_a_date_in_a_link_that_is_none_is_named_and_the_question_still_answered(page: AppTest) -> None:
    shown = words(opened(page, q="grit", since="soon"))
    assert "“soon” in this link is not a date" in shown
    assert "What the minutes say" in shown


def test_an_item_in_the_address_is_opened_with_its_marks_and_a_way_back(page: AppTest, fake_api: FakeApi) -> None:
    ran = opened(page, q="chief", item=canned.ITEM_ID, mark="2.0.3")
    assert fake_api.asked[0] == (f"/v1/items/{canned.ITEM_ID}", [])
    html = " ".join(element.proto.body for element in ran.get("html"))
    assert "<mark>The</mark> three approaches" in html
    assert "Back to results for “chief”" in words(ran)


def test_an_item_that_is_gone_is_said_to_be_gone(page: AppTest) -> None:
    assert "This is not in the archive" in words(opened(page, item="d999999999999-m1-i01"))


def test_where_nothing_is_found_no_list_pretends_otherwise(page: AppTest, fake_api: FakeApi) -> None:
    fake_api.says("/v1/answer", canned.nothing())
    fake_api.says("/v1/search", canned.search(weak=True))
    shown = words(opened(page, q="mermaids in Kent"))
    assert "Nothing found in these minutes" in shown
    assert "They do not answer the question" in shown
    assert "Agenda items found" not in shown


def test_where_nothing_answers_but_words_are_found_they_are_listed(page: AppTest, fake_api: FakeApi) -> None:
    fake_api.says("/v1/answer", canned.nothing())
    assert "Agenda items found" in words(opened(page, q="mermaids in Kent"))


@pytest.mark.parametrize("parameters", [{}, {"q": "grit"}, {"item": canned.ITEM_ID}])
def test_without_the_api_every_screen_says_what_to_run(parameters: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_PAGE_API", f"http://127.0.0.1:{free_port()}")
    shown = words(opened(AppTest.from_file(str(SCRIPT), default_timeout=SECONDS), **parameters))
    assert "The archive is not answering" in shown
    assert "minutebook serve" in shown


def test_without_an_archive_the_page_says_what_to_run(page: AppTest, fake_api: FakeApi) -> None:
    missing = canned.problem(
        503, detail="there is no archive at var/archive: make one with `minutebook ingest FOLDER`", allowed=None
    )
    fake_api.says("/v1/facets", missing, 503)
    shown = words(opened(page, q="grit"))
    assert "The archive is not ready" in shown
    assert "minutebook ingest FOLDER" in shown


def test_something_else_at_the_address_is_said_to_be_something_else(page: AppTest, fake_api: FakeApi) -> None:
    fake_api.says("/v1/facets", "<html>It works!</html>")
    assert "Something else is answering" in words(opened(page))


def test_a_page_that_is_set_up_wrong_says_so(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_PAGE_API", "localhost:8000")
    assert "MINUTEBOOK_PAGE_API cannot be used" in words(opened(page))


def test_what_was_understood_stands_before_the_answer_and_words_left_alone_go_to_the_api(page: AppTest, fake_api: FakeApi) -> None:
    fake_api.says("/v1/answer", canned.answer(understood=[canned.chip()], did_you_mean="grid in 2017"))
    ran = opened(page, q="grit in 2017", without="on Monday")
    shown = words(ran)
    assert shown.index("Only: 2017") < shown.index("Did you mean grid in 2017") < shown.index("What the minutes say")
    assert asked(fake_api, "/v1/answer") == [[("q", "grit in 2017"), ("without", "on Monday"), PLAIN]]
    assert ("without", "on Monday") in asked(fake_api, "/v1/search")[0]


def test_words_left_alone_stay_with_their_question_and_go_with_another(page: AppTest) -> None:
    ran = opened(page, q="grit in 2017", without="in 2017")
    ran.multiselect(key="outcome").set_value(["lost"]).run()
    assert dict(ran.query_params) == {"q": "grit in 2017", "outcome": "lost", "without": "in 2017"}
    ran.text_input(key="q").set_value("grid in 2017")
    ran.button[0].click().run()
    assert dict(ran.query_params) == {"q": "grid in 2017", "outcome": "lost"}
