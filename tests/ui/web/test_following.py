"""Timelines, votes and comparisons, run by Streamlit's own test runner before a fake API: what is asked, and what is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from search_api.schemas_state import FacetsOut
from tests.ui.web import canned
from tests.ui.web import canned_following
from tests.ui.web.drawn import asked
from tests.ui.web.drawn import opened
from tests.ui.web.drawn import words
from tests.ui.web.fake_api import FakeApi
from ui.web.client import MinutebookApi
from ui.web.matters import Pair
from ui.web.matters import comparison
from ui.web.matters import matter
from ui.web.matters import voter
from ui.web.settings import SCRIPT

SECONDS = 30
PAIR = ["Aldermere Borough Council", "Tarnbrook District Council"]


@pytest.fixture
def following(fake_api: FakeApi) -> FakeApi:
    """The fake API with replies for these views."""
    fake_api.says("/v1/timeline", canned_following.timeline())
    fake_api.says("/v1/votes", canned_following.votes(canned_following.recorded_vote(), total=41))
    fake_api.says(
        "/v1/compare", canned_following.compared(canned_following.column(PAIR[0]), canned_following.silent_column(PAIR[1]))
    )
    return fake_api


@pytest.fixture
def page(following: FakeApi, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page before the fake API, not yet run."""
    monkeypatch.setenv("MINUTEBOOK_PAGE_API", following.address)
    return AppTest.from_file(str(SCRIPT), default_timeout=SECONDS)


@pytest.fixture
def api(following: FakeApi) -> Iterator[MinutebookApi]:
    """A connection to the fake API."""
    with MinutebookApi(following.address) as connection:
        yield connection


def test_a_timeline_is_asked_for_with_the_filters_and_as_many_entries_as_wished(page: AppTest, following: FakeApi) -> None:
    assert "Meeting by meeting" in words(opened(page, view="timeline", q="grit", body="Cabinet", without="in 2017", k="25"))
    assert asked(following, "/v1/timeline") == [[("q", "grit"), ("body", "Cabinet"), ("without", "in 2017"), ("k", "25")]]


def test_votes_are_asked_for_with_all_that_the_address_says(page: AppTest, following: FakeApi) -> None:
    ran = opened(page, view="votes", member="Crake", recorded="true", body="Cabinet", since="2020-01-01", start="20")
    assert ran.text_input(key="votes-member").value == "Crake"
    assert ran.date_input(key="votes-since").value == date(2020, 1, 1)
    assert asked(following, "/v1/votes")[0] == [
        *(("body", "Cabinet"), ("since", "2020-01-01"), ("member", "Crake")),
        *(("recorded", "true"), ("start", "20"), ("count", "20")),
    ]


def test_the_form_of_the_votes_writes_the_address_and_begins_the_list_anew(page: AppTest) -> None:
    ran = opened(page, view="votes", start="20", keep=canned.ITEM_ID)
    ran.text_input(key="votes-member").set_value("  Crake ")
    ran.multiselect(key="votes-outcome").set_value(["lost"])
    ran.button[0].click().run()
    assert dict(ran.query_params) == {"view": "votes", "member": "Crake", "outcome": "lost", "keep": canned.ITEM_ID}


def test_a_comparison_is_asked_for_with_its_columns_and_its_days(page: AppTest, following: FakeApi) -> None:
    shown = words(opened(page, view="compare", q="grit", council=PAIR, since="2020-01-01", outcome="lost"))
    assert asked(following, "/v1/compare") == [[("q", "grit"), ("council", PAIR[0]), ("council", PAIR[1]), ("since", "2020-01-01")]]
    assert "1 answered, 1 without a record" in shown


def test_with_one_column_chosen_nothing_is_asked_and_the_page_says_what_is_missing(page: AppTest, following: FakeApi) -> None:
    assert "Only one is chosen: choose at least one more." in words(opened(page, view="compare", q="grit", body="Cabinet"))
    assert not asked(following, "/v1/compare")


def test_the_form_of_the_comparison_writes_the_address(page: AppTest) -> None:
    ran = opened(page, view="compare")
    ran.text_input(key="compare-question").set_value("grit   bins")
    ran.multiselect(key="compare-body").set_value(["Cabinet", "Shared Services Joint Committee"])
    ran.button[0].click().run()
    assert dict(ran.query_params) == {"view": "compare", "q": "grit bins", "body": ["Cabinet", "Shared Services Joint Committee"]}


@pytest.mark.parametrize("view", ["timeline", "compare"])
def test_before_anything_is_asked_the_page_says_what_the_screen_is_for(page: AppTest, view: str) -> None:
    shown = words(opened(page, view=view))
    assert "What this shows" in shown
    assert "To try" in shown


def test_a_matter_to_try_came_up_more_than_once(api: MinutebookApi, following: FakeApi) -> None:
    assert matter(api) == canned.QUESTION
    following.says("/v1/timeline", canned_following.no_timeline())
    assert matter(api) is None


def test_a_comparison_to_try_begins_with_a_body_that_answers_where_only_one_council_is_held(api: MinutebookApi) -> None:
    facets = canned.facets().model_dump()
    alone = FacetsOut.model_validate(facets | {"council": facets["council"][:1]})
    found = comparison(api, alone)
    assert found == Pair(canned.QUESTION, "body", ("Shared Services Joint Committee", "Cabinet"))


def test_where_nothing_can_be_compared_nothing_is_offered(api: MinutebookApi, following: FakeApi) -> None:
    facets = canned.facets().model_dump()
    assert comparison(api, FacetsOut.model_validate(facets | {"council": [], "body": facets["body"][:1]})) is None
    following.says("/v1/answer", canned.nothing())
    assert comparison(api, canned.facets()) is None


def test_a_voter_to_try_is_one_that_a_recorded_vote_prints(api: MinutebookApi, following: FakeApi) -> None:
    assert voter(api) == "Lomax"
    following.says("/v1/votes", canned_following.votes())
    assert voter(api) is None
