from __future__ import annotations

from datetime import date

from bs4 import BeautifulSoup

from search_api.schemas_state import FacetOut
from tests.ui.web import canned
from tests.ui.web.fake_api import FakeApi
from ui.web import states
from ui.web.client import MinutebookApi
from ui.web.errors import ApiProblemError
from ui.web.errors import ApiUnreachableError
from ui.web.examples import QUESTIONS
from ui.web.examples import SHOWN
from ui.web.examples import answered
from ui.web.links import Screen

NARROWED = Screen("grit", bodies=("Cabinet",), since=date(2020, 9, 2), outcomes=("lost",))


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def test_every_screen_but_an_open_item_brings_its_own_first_heading() -> None:
    """An open item's title is its first heading."""
    counts = [len(soup(states.masthead(screen)).find_all("h1")) for screen in (Screen(), Screen("grit"), Screen(item="d1-m1-i01"))]
    assert counts == [1, 1, 0]


def test_before_a_question_the_screen_says_what_is_held() -> None:
    words = soup(states.held(canned.status(), canned.facets())).get_text(" ", strip=True)
    assert "31 meetings of 3 bodies, from 11 June 2019 to 12 December 2023" in words
    assert "31 documents, 137 agenda items, 160 decisions" in words
    assert "1 agenda item is left out, not being open to the public" in words
    assert "Aldermere Borough Council 96 items" in words


def test_many_bodies_are_folded_away_and_none_is_said() -> None:
    many = [FacetOut(value=f"Panel {number}", items=1) for number in range(20)]
    held = soup(states.held(canned.status(), canned.facets().model_copy(update={"body": many, "council": []})))
    summary = held.find("summary")
    assert summary is not None
    assert summary.get_text() == "8 more"
    assert "None is stated." in held.get_text()


def test_an_archive_that_holds_nothing_says_how_to_fill_it() -> None:
    empty = canned.status().counts.model_copy(update=dict.fromkeys(("documents", "meetings", "items", "limbs"), 0))
    held = soup(states.held(canned.status(counts=empty), canned.facets()))
    assert "Nothing yet" in held.get_text()
    assert [code.get_text() for code in held.find_all("code")] == ["minutebook ingest FOLDER"]


def test_a_long_list_of_what_would_be_accepted_is_folded() -> None:
    refused = soup(states.failure(ApiProblemError(canned.problem(400, allowed=[f"Panel {n}" for n in range(20)])), NARROWED))
    assert [summary.get_text() for summary in refused.find_all("summary")] == ["8 more"]


def test_the_same_question_can_be_seen_in_other_views() -> None:
    links = soup(states.ways_on(NARROWED)).find_all("a")
    assert [link["href"] for link in links] == [NARROWED.seen_as("timeline"), NARROWED.seen_as("compare")]


def test_each_filter_in_force_is_named_and_can_be_taken_away() -> None:
    chips = soup(states.filters_in_force(NARROWED)).select("li")
    assert [chip.get_text(" ", strip=True) for chip in chips] == [
        "Body: Cabinet remove Body: Cabinet",
        "From: 2 September 2020 remove From: 2 September 2020",
        "Outcome: Lost remove Outcome: Lost",
        "Remove all filters",
    ]
    assert not states.filters_in_force(Screen("grit"))


def test_a_failure_says_what_happened_what_to_do_and_what_to_run() -> None:
    failed = soup(states.failure(ApiUnreachableError("http://127.0.0.1:8000"), NARROWED))
    assert "Nothing answers at http://127.0.0.1:8000" in failed.get_text()
    assert [code.get_text() for code in failed.find_all("code")] == ["minutebook serve"]
    assert [link["href"] for link in failed.find_all("a") if link.get_text() == "Try again"] == [NARROWED.href]


def test_a_refusal_says_what_would_be_accepted_and_names_its_request() -> None:
    words = soup(states.failure(ApiProblemError(canned.problem(400)), NARROWED)).get_text(" ", strip=True)
    assert "This archive has no council 'Nowhere'" in words
    assert "Aldermere Borough Council" in words
    assert "Request 7f3c9a" in words


def test_a_missing_archive_says_what_to_run() -> None:
    missing = canned.problem(
        503, detail="there is no archive at var/archive: make one with `minutebook ingest FOLDER`", allowed=None
    )
    words = soup(states.failure(ApiProblemError(missing), Screen())).get_text(" ", strip=True)
    assert "The archive is not ready" in words
    assert "`minutebook ingest FOLDER`" in words


def test_what_a_link_got_wrong_is_said() -> None:
    assert "not a date" in states.notices(Screen("grit", notices=("“soon” in this link is not a date.",)))
    assert not states.notices(Screen("grit"))


def test_only_questions_that_the_archive_answers_are_offered(fake_api: FakeApi) -> None:
    with MinutebookApi(fake_api.address) as api:
        assert answered(api) == QUESTIONS[:SHOWN]
        fake_api.says("/v1/answer", canned.nothing())
        assert answered(api) == ()
    assert not states.examples((), Screen())


def test_a_question_to_try_is_a_link_that_asks_it() -> None:
    links = soup(states.examples(QUESTIONS[:SHOWN], Screen())).find_all("a")
    assert [(link.get_text(), link["href"]) for link in links] == [
        (question, Screen(question).href) for question in QUESTIONS[:SHOWN]
    ]
