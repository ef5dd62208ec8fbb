"""What `/v1/search` says of order, of what matches, of its facets and of the operators typed, over HTTP."""

from __future__ import annotations

from itertools import pairwise

import pytest
from fastapi.testclient import TestClient

from search_api.schemas_found import SearchOut
from search_api.schemas_state import ProblemOut

WORDS = "bridge"


def search(client: TestClient, question: str, **parameters: str | int) -> SearchOut:
    reply = client.get("/v1/search", params={"q": question, **parameters})
    assert reply.status_code == 200, reply.text
    return SearchOut.model_validate_json(reply.content)


def test_without_a_wish_the_best_match_comes_first(client: TestClient) -> None:
    found = search(client, WORDS)
    assert found.order == "best"
    assert [one.score for one in found.results] == sorted((one.score for one in found.results), reverse=True)


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_by_date_only_what_matches_is_listed_undated_last(client: TestClient, order: str) -> None:
    found = search(client, WORDS, order=order, k=50)
    assert found.order == order
    assert found.results
    assert all(one.matches for one in found.results)
    assert len(found.results) == found.matching
    days = [one.date for one in found.results]
    assert all(later is None or earlier is not None for earlier, later in pairwise(days))
    dated = [day for day in days if day is not None]
    assert dated == sorted(dated, reverse=order == "newest")


def test_by_date_and_by_match_the_same_items_match(client: TestClient) -> None:
    best, newest = (search(client, WORDS, order=order, k=50) for order in ("best", "newest"))
    assert {one.item_id for one in best.results if one.matches} == {one.item_id for one in newest.results}


def test_whether_anything_matches_well_is_told_of_the_best_item_and_not_of_the_newest(client: TestClient) -> None:
    assert not search(client, "harbour bridge", order="oldest").weak
    assert search(client, "harbour mermaids", order="oldest").weak


def test_the_same_question_by_date_gives_the_same_list(client: TestClient) -> None:
    first, second = (search(client, WORDS, order="newest").model_copy(update={"took_ms": 0.0}) for _ in range(2))
    assert first == second


def test_an_order_that_is_none_is_refused_with_those_there_are(client: TestClient) -> None:
    reply = client.get("/v1/search", params={"q": WORDS, "order": "random"})
    assert reply.status_code == 422
    assert ProblemOut.model_validate_json(reply.content).allowed == ["best", "newest", "oldest"]


def test_facets_count_what_matches_and_each_narrows_to_as_many(client: TestClient) -> None:
    found = search(client, WORDS, k=50)
    assert found.matching == len([one for one in found.results if one.matches])
    for facet in found.facets.council:
        held = [one for one in found.results if one.matches and one.council == facet.value]
        assert len(held) == facet.items
        within = search(client, WORDS, council=facet.value, k=50)
        assert {one.item_id for one in held} <= {one.item_id for one in within.results}


def test_operators_typed_come_back_with_the_question_without_each(client: TestClient) -> None:
    (typed,) = search(client, "bridge -rabbits").typed
    assert (typed.name, typed.value, typed.rest) == ("excluded", "rabbits", "bridge")
    assert search(client, "bridge").typed == []
