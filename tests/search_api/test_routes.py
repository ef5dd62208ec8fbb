"""The API as a client sees it: over HTTP, on an archive in memory and on one on disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck
from hypothesis import example
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from index.sources import SourceSpan
from search_api.schemas import AnswerOut
from search_api.schemas import DecisionsOut
from search_api.schemas import DocumentOut
from search_api.schemas import ItemOut
from search_api.schemas import MeetingOut
from search_api.schemas import PageOut
from search_api.schemas_found import SearchOut
from search_api.schemas_state import FacetsOut
from search_api.schemas_state import ProblemOut
from search_api.schemas_state import StatusOut


def _get(client: TestClient, path: str, **parameters: str | int | list[str] | None) -> bytes:
    reply = client.get(path, params={name: value for name, value in parameters.items() if value is not None})
    assert reply.status_code == 200, reply.text
    return reply.content


def _json(client: TestClient, path: str, **parameters: str | int | list[str] | None) -> Any:  # noqa: ANN401 - as JSON is
    return json.loads(_get(client, path, **parameters))


def _search(client: TestClient, question: str, **parameters: str | int | list[str] | None) -> SearchOut:
    return SearchOut.model_validate_json(_get(client, "/v1/search", q=question, **parameters))


def _answer(client: TestClient, question: str, **parameters: str | int | list[str] | None) -> AnswerOut:
    return AnswerOut.model_validate_json(_get(client, "/v1/answer", q=question, **parameters))


def _problem(client: TestClient, path: str, status: int, **parameters: str) -> ProblemOut:
    reply = client.get(path, params=parameters)
    assert reply.status_code == status, reply.text
    assert reply.headers["content-type"] == "application/problem+json"
    problem = ProblemOut.model_validate_json(reply.content)
    assert (problem.status, problem.request_id) == (status, reply.headers["x-request-id"])
    return problem


def test_a_result_carries_all_that_a_card_needs(client: TestClient) -> None:
    found = _search(client, "harbour bridge")
    best = found.results[0]
    assert (best.rank, best.title, best.number, best.minute_number) == (1, "Harbour bridge", "3", None)
    assert (best.council, best.body) == ("Larkmere City Council", "Full Council")
    assert (str(best.date), best.date_origin, best.record_state) == ("2021-05-17", "file name", "draft")
    assert best.document == "larkmere/2021-05-17 Minutes.txt"
    assert best.link == f"/v1/items/{best.item_id}"
    assert [(limb.outcome, limb.printed_vote) for limb in best.decisions] == [
        ("carried", None),
        ("deferred", None),
        ("withdrawn", None),
    ]
    assert best.why.legs == ["lexical", "dense"]
    assert {word.casefold() for word in best.why.words} == {"harbour", "bridge"}
    assert not found.weak
    assert found.coverage.meetings == 5


def test_what_minutes_print_for_a_word_that_was_typed_is_marked_and_told_apart(client: TestClient) -> None:
    best = _search(client, "bridge and pier").results[0]
    assert {word.casefold() for word in best.why.words} == {"bridge"}
    assert {word.casefold() for word in best.why.instead} == {"harbour"}


def test_what_is_not_stated_is_null_and_not_left_out(client: TestClient) -> None:
    row = _json(client, "/v1/search", q="shared Chief Executive")["results"][0]
    assert (row["council"], row["council_origin"]) == (None, "not stated")
    assert (row["date"], row["date_origin"]) == (None, "not stated")
    assert (row["number"], row["minute_number"], row["url"]) == (None, None, None)


def _documents(found: object, inherited: str | None = None) -> Iterator[tuple[str | None, dict[str, Any]]]:
    """Every quoting object with the document it is quoted from."""
    if isinstance(found, dict):
        document = found.get("document_id", inherited)
        if "citation" in found:
            document = found["citation"]["document_id"]
        if {"text", "page", "start", "end"} <= found.keys():
            yield document, found
        for value in found.values():
            yield from _documents(value, document)
    if isinstance(found, list):
        for value in found:
            yield from _documents(value, inherited)


@pytest.mark.parametrize(
    ("path", "question"),
    [
        ("/v1/search", "shared Chief Executive signs bridge summer"),
        ("/v1/answer", "what was decided on a shared Chief Executive"),
        ("/v1/answer", "what was agreed on the signs on Castle Street"),
        ("/v1/decisions", None),
    ],
)
def test_every_quotation_of_a_reply_is_the_page_at_its_offsets(client: TestClient, path: str, question: str | None) -> None:
    quoted = list(_documents(_json(client, path, q=question)))
    assert quoted
    for document, piece in quoted:
        page = PageOut.model_validate_json(_get(client, f"/v1/documents/{document}/pages/{piece['page']}"))
        assert page.text[piece["start"] : piece["end"]] == piece["text"]
        for mark in piece["highlights"]:
            assert 0 <= mark["start"] < mark["end"] <= len(piece["text"])


def test_an_answer_keeps_what_was_not_carried_apart(client: TestClient) -> None:
    found = _answer(client, "what was decided on a shared Chief Executive")
    assert found.kind == "answer"
    assert {one.outcome for one in found.decisions} == {"carried"}
    (lost,) = found.not_carried
    assert (lost.outcome, lost.printed_vote) == ("lost", "(2:8)")
    assert lost.tally is not None
    assert (lost.tally.in_favour, lost.tally.against, lost.tally.abstained) == (2, 8, None)
    assert lost.cue is not None
    assert lost.cue.text == "Decision (2:8)"
    assert lost.citation.quotation[0].text == lost.text


def test_votes_are_named_for_and_against_on_the_wire(client: TestClient) -> None:
    row = _json(client, "/v1/answer", q="who voted against the speed limit on Castle Street")["not_carried"][0]
    assert row["tally"] == {"for": 2, "against": 3, "abstained": None}
    assert row["recorded_vote"] == {
        "for": ["Collins (M)", "Hartigan"],
        "against": ["O'Dea", "Ryan (E)", "Talukder"],
        "abstained": [],
    }
    assert (row["mover"], row["seconder"]) == ("Councillor Hartigan", "Councillor Collins (M)")


def test_what_is_missing_is_said_in_a_fixed_sentence(client: TestClient) -> None:
    found = _answer(client, "who voted for the shared leadership team")
    assert [(one.detail, one.label) for one in found.missing] == [
        ("names of those voting", "The minutes do not record how each member voted.")
    ]


def test_a_refusal_quotes_nothing_and_says_what_was_looked_at(client: TestClient) -> None:
    found = _answer(client, "mermaids in Kent")
    assert found.kind == "not_recorded"
    assert found.label == "Nothing in these minutes answers this question."
    assert not any((found.decisions, found.not_carried, found.passages, found.missing))
    assert found.coverage.meetings == 5
    assert found.nearest


@pytest.mark.parametrize("question", ["what was decided on a shared Chief Executive", "mermaids in Kent", '"harbour bridge"'])
def test_the_same_question_gives_the_same_bytes(client: TestClient, question: str) -> None:
    first, again = (_get(client, "/v1/answer", q=question) for _ in range(2))
    assert first == again
    one, other = (_search(client, question).model_copy(update={"took_ms": 0.0}) for _ in range(2))
    assert one.model_dump_json() == other.model_dump_json()


def test_an_item_is_given_as_published(client: TestClient) -> None:
    result = _search(client, "harbour bridge").results[0]
    item = ItemOut.model_validate_json(_get(client, result.link))
    assert item.text[0].text.startswith("3 Harbour bridge")
    assert [one.outcome for one in item.decisions] == ["carried", "deferred", "withdrawn"]
    assert [(motion.mover, motion.quotation[0].text) for motion in item.motions] == [
        ("Councillor Hartigan", "Councillor Hartigan moved that the harbour bridge be lit at night.")
    ]


def test_an_item_says_who_left_during_it(client: TestClient) -> None:
    result = _search(client, "shared Chief Executive digital strategy").results[0]
    item = ItemOut.model_validate_json(_get(client, result.link))
    (left,) = item.attendance
    assert (left.name, left.presence, left.when) == ("Gavin Hale", "left", "7.10pm")
    assert left.quotation.text == "Gavin Hale left the meeting at 7.10pm."


def test_a_meeting_lists_its_open_items_only(client: TestClient) -> None:
    meeting_id = _search(client, "harbour bridge").results[0].meeting_id
    meeting = MeetingOut.model_validate_json(_get(client, f"/v1/meetings/{meeting_id}"))
    assert [item.title for item in meeting.items] == ["Harbour bridge"]
    _problem(client, f"/v1/items/{meeting_id}-i02", 404)


def test_the_list_of_decisions_begins_with_the_newest_and_comes_in_pages(client: TestClient) -> None:
    first = DecisionsOut.model_validate_json(_get(client, "/v1/decisions", count=2))
    second = DecisionsOut.model_validate_json(_get(client, "/v1/decisions", count=2, start=2))
    assert first.total == second.total == 6
    assert [item.title for item in first.items] == ["Harbour bridge", "Speed limits on Castle Street"]
    assert not {item.item_id for item in first.items} & {item.item_id for item in second.items}


def test_the_list_of_lost_motions_holds_no_others(client: TestClient) -> None:
    lost = DecisionsOut.model_validate_json(_get(client, "/v1/decisions", outcome="lost"))
    assert lost.total == 2
    assert {one.outcome for item in lost.items for one in item.decisions} == {"lost"}


def test_a_document_and_its_pages_can_be_read(client: TestClient) -> None:
    document_id = _search(client, "Castle Street").results[0].document_id
    document = DocumentOut.model_validate_json(_get(client, f"/v1/documents/{document_id}"))
    assert (document.path, document.kind, document.pages, len(document.meetings)) == (
        "larkmere/2021-03-15 Minutes.txt",
        "minutes",
        2,
        1,
    )
    page = PageOut.model_validate_json(_get(client, f"/v1/documents/{document_id}/pages/2"))
    assert page.text.startswith("beginning of the summer.")


def test_facets_count_items_within_the_filters(client: TestClient) -> None:
    everything = FacetsOut.model_validate_json(_get(client, "/v1/facets"))
    assert {facet.value for facet in everything.year} == {"2019", "2020", "2021"}
    lost = FacetsOut.model_validate_json(_get(client, "/v1/facets", outcome="lost"))
    assert [facet.value for facet in lost.council] == ["Larkmere City Council"]


def test_the_status_says_what_is_served(client: TestClient) -> None:
    status = StatusOut.model_validate_json(_get(client, "/v1/status"))
    assert (status.model, status.reading, status.counts.documents, status.coverage.undated) == ("hashing", "invented", 5, 1)


def test_filters_are_repeated_and_combined(client: TestClient) -> None:
    councils = ["Larkmere City Council", "Stoke Parish Council"]
    found = _search(client, "the lane and the bridge", council=councils, since="2019-01-01", until="2019-12-31", k=50)
    assert {result.council for result in found.results} == {"Stoke Parish Council"}
    assert found.query.filters.councils == councils


@pytest.mark.parametrize(
    ("path", "parameters", "expected"),
    [
        ("/v1/search", {}, (422, "bad-parameters", None)),
        ("/v1/search", {"q": "a", "colour": "red"}, (422, "bad-parameters", "outcome")),
        ("/v1/search", {"q": "a", "mode": "fuzzy"}, (422, "bad-parameters", "hybrid")),
        ("/v1/search", {"q": "a", "k": "51"}, (422, "bad-parameters", None)),
        ("/v1/search", {"q": "a", "k": "0"}, (422, "bad-parameters", None)),
        ("/v1/search", {"q": "a", "outcome": "won"}, (422, "bad-parameters", "lost")),
        ("/v1/search", {"q": "a", "kind": "poem"}, (422, "bad-parameters", "minutes")),
        ("/v1/search", {"q": "a", "since": "02/09/2020"}, (422, "bad-parameters", None)),
        ("/v1/search", {"q": "?"}, (400, "empty-query", None)),
        ("/v1/search", {"q": "a" * 501}, (400, "query-too-long", None)),
        ("/v1/answer", {"q": "a", "council": "Larkmere"}, (400, "unknown-value", "Larkmere City Council")),
        ("/v1/answer", {"q": "a", "body": ""}, (400, "unknown-value", "Full Council")),
        ("/v1/answer", {"q": "a", "mode": "dense"}, (422, "bad-parameters", "council")),
        ("/v1/decisions", {"since": "2021-01-02", "until": "2021-01-01"}, (400, "date-range", None)),
        ("/v1/decisions", {"start": "-1"}, (422, "bad-parameters", None)),
        ("/v1/decisions", {"count": "101"}, (422, "bad-parameters", None)),
        ("/v1/status", {"verbose": "1"}, (422, "bad-parameters", None)),
        ("/v1/items/d0-m1-i01", {}, (404, "unknown-record", None)),
        ("/v1/items/%F0%9F%90%9F", {}, (404, "unknown-record", None)),
        ("/v1/meetings/d0-m1", {}, (404, "unknown-record", None)),
        ("/v1/documents/d0", {}, (404, "unknown-record", None)),
        ("/v1/documents/d0/pages/1", {}, (404, "unknown-record", None)),
        ("/v1/documents/d0/pages/one", {}, (422, "bad-parameters", None)),
        ("/v1/documents/d0/pages/99999999999999999999", {}, (422, "bad-parameters", None)),
        ("/v1/items/" + "x" * 61, {}, (422, "bad-parameters", None)),
        ("/v2/search", {"q": "a"}, (404, "not-found", None)),
        ("/v1/search/", {"q": "a"}, (404, "not-found", None)),
    ],
)
def test_a_wrong_request_is_refused_by_name_with_what_is_allowed(
    client: TestClient, path: str, parameters: dict[str, str], expected: tuple[int, str, str | None]
) -> None:
    status, name, allowed = expected
    problem = _problem(client, path, status, **parameters)
    assert problem.type == f"urn:minutebook:problem:{name}"
    assert allowed is None or allowed in (problem.allowed or [])


def test_a_page_that_the_document_does_not_have_is_unknown(client: TestClient) -> None:
    document_id = _search(client, "Castle Street").results[0].document_id
    assert _problem(client, f"/v1/documents/{document_id}/pages/3", 404).type.endswith("unknown-record")


def test_another_method_is_refused_with_the_methods_allowed(client: TestClient) -> None:
    reply = client.post("/v1/search")
    assert (reply.status_code, reply.headers["allow"]) == (405, "GET")
    assert ProblemOut.model_validate_json(reply.content).allowed == ["GET"]


def test_every_reply_is_kept_out_of_caches(client: TestClient) -> None:
    for path in ("/v1/status", "/v1/search", "/health/live", "/nowhere"):
        reply = client.get(path)
        assert (reply.headers["cache-control"], reply.headers["x-content-type-options"]) == ("no-store", "nosniff")
        assert "access-control-allow-origin" not in reply.headers


_ODD = st.text(alphabet=st.characters(codec="utf-8", categories=None), max_size=80) | st.text(
    alphabet=st.sampled_from("\"“”()[]{}<>+-~*?:/\\^&|!'’ \t\n\x00%_.,;AND OR NOT harbour71/19"), max_size=80
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=_ODD, mode=st.sampled_from(["lexical", "dense", "hybrid"]))
@example(question='"', mode="hybrid")
@example(question="-- ; DROP TABLE chunks", mode="lexical")
@example(question="harbour AND (bridge OR", mode="hybrid")
@example(question="\x00", mode="dense")
@example(question="words:harbour^2 id:[1 TO 9]", mode="lexical")
def test_no_question_whatever_gives_a_fault(client: TestClient, question: str, mode: str) -> None:
    assert client.get("/v1/search", params={"q": question, "mode": mode}).status_code in (200, 400)
    assert client.get("/v1/answer", params={"q": question}).status_code in (200, 400)


_OF_THEIR_OWN = {"application/atom+xml", "image/png"}
"""Kinds of reply that have tests of their own: test_feeds.py, page_images/."""


def _declared(description: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in description["paths"].items():
        # what answers a POST is a file (test_routes_briefing.py)
        for status, reply in methods.get("get", {"responses": {}})["responses"].items():
            if status != "304" and _OF_THEIR_OWN.isdisjoint(reply["content"]):
                yield path, status, reply


def test_the_description_names_every_reply_and_its_shape(client: TestClient) -> None:
    description = _json(client, "/openapi.json")
    assert set(description["paths"]) == {
        "/v1/search",
        "/v1/answer",
        "/v1/compare",
        "/v1/briefing",
        "/v1/items/{item_id}",
        "/v1/meetings/{meeting_id}",
        "/v1/meetings/{meeting_id}/decisions",
        "/v1/archive",
        "/v1/decisions",
        "/v1/threads/{item_id}",
        "/v1/timeline",
        "/v1/votes",
        "/v1/people",
        "/v1/people/{name}",
        "/v1/documents/{document_id}",
        "/v1/documents/{document_id}/pages/{number}",
        "/v1/documents/{document_id}/pages/{number}/image",
        "/v1/facets",
        "/v1/feeds/search",
        "/v1/status",
        "/v1/plain",
        "/health/live",
        "/health/ready",
    }
    for path, status, reply in _declared(description):
        ((media, content),) = reply["content"].items()
        expected = "application/json" if status == "200" else "application/problem+json"
        assert media == expected, path
        assert content["schema"]["$ref"].endswith("ProblemOut") == (status != "200")
    assert "HTTPValidationError" not in description["components"]["schemas"]


def test_a_span_lies_in_the_document_that_the_citation_names(client: TestClient) -> None:
    for decision in _answer(client, "what was decided on a shared Chief Executive").decisions:
        spans = [SourceSpan(decision.citation.document_id, span.page, span.start, span.end) for span in decision.citation.spans]
        assert [(span.page, span.start, span.end) for span in spans] == [
            (piece.page, piece.start, piece.end) for piece in decision.citation.quotation
        ]
