"""What is applied of what was understood: by itself, and as a client of the API meets it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from fastapi.testclient import TestClient

from index.passages import Filters
from search_api.applied import Applied
from search_api.applied import apply
from search_api.schemas import AnswerOut
from search_api.schemas_found import SearchOut
from search_api.schemas_state import ProblemOut
from search_api.search import Searcher

TODAY = dt.date(2021, 11, 22)
YEAR = Filters(since=dt.date(2021, 1, 1), until=dt.date(2021, 12, 31))
LARKMERE = "Larkmere City Council"


def applied(searcher: Searcher, typed: str, filters: Filters | None = None, without: Sequence[str] = ()) -> Applied:
    return apply(searcher, typed, filters or Filters(), without, TODAY)


def search(client: TestClient, question: str, **parameters: str | list[str]) -> SearchOut:
    reply = client.get("/v1/search", params={"q": question, **parameters})
    assert reply.status_code == 200, reply.text
    return SearchOut.model_validate_json(reply.content)


def test_a_year_said_in_plain_words_is_applied_and_shown(searcher: Searcher) -> None:
    found = applied(searcher, "the harbour bridge in 2021")
    assert found.filters == YEAR
    assert [(chip.label, chip.words, chip.firm) for chip in found.chips] == [("2021", "in 2021", True)]


def test_words_left_alone_ask_for_nothing(searcher: Searcher) -> None:
    found = applied(searcher, "the harbour bridge in 2021", without=["In  2021"])
    assert (found.filters, found.chips) == (Filters(), ())


@pytest.mark.parametrize("typed", ["bridge in 2021", "bridge on 99/99/2021", "bridge since the election"])
def test_dates_given_by_hand_leave_dates_in_the_question_unread(searcher: Searcher, typed: str) -> None:
    by_hand = Filters(since=dt.date(2019, 1, 1))
    assert applied(searcher, typed, by_hand) == Applied(by_hand)


def test_a_date_by_an_operator_leaves_dates_in_plain_words_unread(searcher: Searcher) -> None:
    found = applied(searcher, "bridge in 2021 date:2019")
    assert found == Applied(Filters(), operators=found.operators)
    assert [one.words for one in found.operators] == ["date:2019"]


def test_a_filter_by_hand_of_another_kind_is_kept_beside_what_was_understood(searcher: Searcher) -> None:
    found = applied(searcher, "bridge in 2021", Filters(councils=(LARKMERE,)))
    assert found.filters == Filters(councils=(LARKMERE,), since=YEAR.since, until=YEAR.until)


def test_the_last_meeting_is_that_of_the_council_given_by_hand(searcher: Searcher) -> None:
    found = applied(searcher, "what was decided at the last meeting", Filters(councils=("Stoke Parish Council",)))
    assert found.filters == Filters(councils=("Stoke Parish Council",), since=dt.date(2019, 4, 3), until=dt.date(2019, 4, 3))


def test_what_is_not_sure_is_offered_and_not_applied(searcher: Searcher) -> None:
    found = applied(searcher, "harbour bridge at Larkmere City Council")
    assert found.filters == Filters()
    assert [(chip.filters.councils, chip.firm) for chip in found.chips] == [((LARKMERE,), False)]


def test_what_the_archive_cannot_know_is_said_and_can_be_left_alone(searcher: Searcher) -> None:
    found = applied(searcher, "bridge since the election")
    assert "does not know when" in found.refusals[0].sentence
    assert applied(searcher, "bridge since the election", without=[found.refusals[0].words]).refusals == ()


def test_a_misspelt_word_brings_a_suggestion(searcher: Searcher) -> None:
    assert applied(searcher, "harbuor bridge").suggestion == "harbour bridge"
    assert applied(searcher, "harbour bridge").suggestion is None


def test_a_search_over_http_shows_what_was_understood_and_looks_only_there(client: TestClient) -> None:
    found = search(client, "minutes of the harbuor bridge in 2021")
    assert {result.date.year for result in found.results if result.date} == {2021}
    assert found.query.filters.since == found.understood[0].filters.since == YEAR.since
    assert [(chip.kind, chip.words, chip.applied) for chip in found.understood] == [("date", "in 2021", True)]
    assert found.did_you_mean == "minutes of the harbour bridge in 2021"
    assert (found.coverage.meetings, found.notices) == (2, [])


def test_words_left_alone_over_http_widen_the_search_again(client: TestClient) -> None:
    found = search(client, "the trees in 2021", without=["in 2021"])
    assert (found.understood, found.query.filters.since, found.coverage.meetings) == ([], None, 5)


def test_an_answer_over_http_is_asked_within_what_was_understood(client: TestClient) -> None:
    reply = client.get("/v1/answer", params={"q": "what was decided on Castle Street in 2021"})
    found = AnswerOut.model_validate_json(reply.content)
    assert (found.filters.since, found.filters.until, found.coverage.meetings) == (YEAR.since, YEAR.until, 2)
    refused = AnswerOut.model_validate_json(client.get("/v1/answer", params={"q": "bridge since the election"}).content)
    assert len(refused.notices) == 1


@pytest.mark.parametrize("path", ["/v1/search", "/v1/answer"])
@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("bridge date:soon", "unreadable-date"),
        ("bridge -body:Cabinet", "excluded-operator"),
        ("bridge body:Cabinett", "unknown-value"),
        ("date:2019", "empty-query"),
        ("bridge date:2021..2019", "date-range"),
    ],
)
def test_an_operator_that_cannot_be_read_is_a_declared_problem(client: TestClient, path: str, typed: str, problem: str) -> None:
    reply = client.get(path, params={"q": typed})
    assert reply.status_code == 400
    assert reply.headers["content-type"] == "application/problem+json"
    assert ProblemOut.model_validate_json(reply.content).type == f"urn:minutebook:problem:{problem}"


@pytest.mark.parametrize("without", [["a"] * 21, ["a" * 501]])
def test_too_much_to_be_left_alone_is_refused(client: TestClient, without: list[str]) -> None:
    assert client.get("/v1/search", params={"q": "bridge", "without": without}).status_code == 422


def test_beyond_what_was_understood_lie_the_filters_given_by_hand(searcher: Searcher) -> None:
    by_hand = Filters(councils=(LARKMERE,))
    assert applied(searcher, "bridge in 2021", by_hand).beyond == by_hand
    assert applied(searcher, "bridge in 2021", YEAR).beyond is None
    assert applied(searcher, "bridge").beyond is None


def test_a_bound_in_plain_words_holds_beyond_what_was_understood(searcher: Searcher) -> None:
    bounded = applied(searcher, "the harbour bridge since 2020")
    assert (bounded.filters.since, bounded.beyond) == (dt.date(2020, 1, 1), None)


def test_a_search_over_http_lists_what_matches_outside_of_what_was_understood_after_it(client: TestClient) -> None:
    found = search(client, "shared Chief Executive in 2020")
    shown = [(one.matches, one.outside, one.date is None) for one in found.results]
    assert shown[:2] == [(True, False, False), (False, True, True)]
    assert search(client, "shared Chief Executive in 2020", without=["in 2020"]).results[0].outside is False
