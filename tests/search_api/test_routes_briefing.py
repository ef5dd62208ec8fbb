"""The briefing as a client gets it: a file over HTTP, and a bound on what may be sent."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from search_api.body_limit import MOST_BYTES
from search_api.schemas_state import ProblemOut
from tests.search_api.briefing.reading import blocks_in_markdown
from tests.search_api.briefing.reading import quoted_in_word
from tests.search_api.briefing.reading import rows_in_csv

QUESTION = "what was decided on a shared Chief Executive"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _asked(**more: object) -> dict[str, object]:
    return {"title": "Shared services", "questions": [QUESTION], "items": [], "format": "docx", **more}


def _problem(reply: Any, status: int) -> ProblemOut:  # noqa: ANN401 - a reply of the test client
    assert reply.status_code == status, reply.text
    assert reply.headers["content-type"] == "application/problem+json"
    problem = ProblemOut.model_validate_json(reply.content)
    assert problem.request_id == reply.headers["x-request-id"]
    return problem


@pytest.mark.parametrize(
    ("wanted", "media", "name"),
    [
        ("docx", WORD, "shared-services.docx"),
        ("markdown", "text/markdown; charset=utf-8", "shared-services.md"),
        ("csv", "text/csv; charset=utf-8", "shared-services.csv"),
    ],
)
def test_a_briefing_is_a_file_with_its_type_and_its_name(client: TestClient, wanted: str, media: str, name: str) -> None:
    reply = client.post("/v1/briefing", json=_asked(format=wanted))
    assert reply.status_code == 200, reply.text
    assert reply.headers["content-type"] == media
    assert reply.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert reply.headers["cache-control"] == "no-store"


def test_every_format_quotes_the_same_words_and_they_are_those_of_the_answer(client: TestClient) -> None:
    answered = client.get("/v1/answer", params={"q": QUESTION}).json()
    decided = [one["text"] for one in (*answered["decisions"], *answered["not_carried"])]
    word = quoted_in_word(client.post("/v1/briefing", json=_asked()).content)
    table = [row["quotation"] for row in rows_in_csv(client.post("/v1/briefing", json=_asked(format="csv")).content)]
    shown = [
        words for quoted, words in blocks_in_markdown(client.post("/v1/briefing", json=_asked(format="markdown")).content) if quoted
    ]
    assert sorted(word) == sorted(table)
    assert len(shown) == len(word)
    assert set(decided) <= set(word)


def test_items_are_quoted_by_their_ids(client: TestClient) -> None:
    item = client.get("/v1/search", params={"q": "harbour bridge"}).json()["results"][0]["item_id"]
    reply = client.post("/v1/briefing", json=_asked(questions=[], items=[item]))
    assert "That the harbour bridge be painted." in quoted_in_word(reply.content)


def test_an_item_not_held_is_404_and_a_briefing_of_nothing_400(client: TestClient) -> None:
    assert _problem(client.post("/v1/briefing", json=_asked(items=["d0-m1-i01"])), 404).type.endswith(":unknown-record")
    assert _problem(client.post("/v1/briefing", json=_asked(questions=[])), 400).type.endswith(":empty-briefing")
    assert _problem(client.post("/v1/briefing", json=_asked(questions=["?"])), 400).type.endswith(":empty-query")


@pytest.mark.parametrize(
    "asked",
    [
        {"questions": [QUESTION]},
        _asked(format="pdf"),
        _asked(colour="red"),
        _asked(questions=[QUESTION] * 11),
        _asked(items=["d0-m1-i01"] * 41),
        _asked(title="x" * 201),
        _asked(questions="not a list"),
        5,
        [],
        None,
    ],
)
def test_a_body_that_is_no_order_is_refused_with_what_is_wrong(client: TestClient, asked: object) -> None:
    assert _problem(client.post("/v1/briefing", json=asked), 422).type == "urn:minutebook:problem:bad-parameters"


def test_a_format_that_is_not_written_brings_the_list_of_those_that_are(client: TestClient) -> None:
    detail = _problem(client.post("/v1/briefing", json=_asked(format="pdf")), 422).detail
    assert all(one in detail for one in ("docx", "markdown", "csv"))


def test_what_is_no_json_is_refused(client: TestClient) -> None:
    reply = client.post("/v1/briefing", content=b"{", headers={"content-type": "application/json"})
    _problem(reply, 422)


def test_a_body_longer_than_any_order_is_refused_however_it_is_sent(client: TestClient) -> None:
    content = json.dumps(_asked(questions=["x" * MOST_BYTES])).encode()
    whole = client.post("/v1/briefing", content=content, headers={"content-type": "application/json"})
    parts = client.post(
        "/v1/briefing", content=iter([content[:1000], content[1000:]]), headers={"content-type": "application/json"}
    )
    for reply in (whole, parts):
        assert _problem(reply, 413).type == "urn:minutebook:problem:body-too-long"


def test_a_body_that_comes_in_parts_is_read_as_one(client: TestClient) -> None:
    content = json.dumps(_asked(format="csv")).encode()
    reply = client.post("/v1/briefing", content=iter([content[:10], content[10:]]), headers={"content-type": "application/json"})
    assert reply.status_code == 200, reply.text


def test_no_question_of_a_briefing_is_ever_written_down(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        client.post("/v1/briefing", json=_asked(questions=["canaryword"], format="csv"))
    assert not any("canaryword" in record.getMessage() for record in caplog.records if not record.name.startswith("httpx"))


def test_the_description_of_the_api_has_both_paths_with_their_errors(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    described = paths["/v1/briefing"]["post"]["responses"]
    assert set(described) == {"200", "400", "404", "413", "422", "500", "503"}
    assert set(described["200"]["content"]) == {WORD, "text/markdown; charset=utf-8", "text/csv; charset=utf-8"}
    for path, method in (("/v1/briefing", "post"), ("/v1/compare", "get")):
        for status, reply in paths[path][method]["responses"].items():
            if int(status) >= 400:
                assert list(reply["content"]) == ["application/problem+json"]
