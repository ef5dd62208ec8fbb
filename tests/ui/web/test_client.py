from __future__ import annotations

import json
import socket

import pytest

from tests.ui.web import canned
from tests.ui.web.conftest import free_port
from tests.ui.web.fake_api import FakeApi
from ui.web.client import MinutebookApi
from ui.web.errors import ApiProblemError
from ui.web.errors import ApiSlowError
from ui.web.errors import ApiStrangeError
from ui.web.errors import ApiUnreachableError

FILTERS = (("council", "Aldermere & Tarnbrook"), ("body", "Cabinet"), ("body", "Full Council"), ("since", "2020-09-02"))


def test_a_question_goes_out_with_its_filters_and_comes_back_as_the_wire_says(fake_api: FakeApi) -> None:
    with MinutebookApi(fake_api.address) as api:
        assert api.answer("who voted?", FILTERS) == canned.answer()
        assert api.search("who voted?", "lexical", 25, FILTERS) == canned.search()
    assert fake_api.asked == [
        ("/v1/answer", [("q", "who voted?"), *FILTERS]),
        ("/v1/search", [("q", "who voted?"), ("mode", "lexical"), ("k", "25"), *FILTERS]),
    ]


def test_an_id_cannot_leave_its_path(fake_api: FakeApi) -> None:
    with MinutebookApi(fake_api.address) as api, pytest.raises(ApiProblemError):
        api.item("../status?x=1")
    assert fake_api.asked == [("/v1/items/../status?x=1", [])]


def test_the_rest_of_what_the_page_asks_comes_back_as_the_wire_says(fake_api: FakeApi) -> None:
    with MinutebookApi(fake_api.address) as api:
        assert api.item(canned.ITEM_ID) == canned.item()
        assert api.facets() == canned.facets()
        assert api.status() == canned.status()


def test_a_problem_keeps_its_words_its_request_and_what_would_be_accepted(fake_api: FakeApi) -> None:
    fake_api.says("/v1/answer", canned.problem(400), 400)
    with MinutebookApi(fake_api.address) as api, pytest.raises(ApiProblemError) as caught:
        api.answer("what?", ())
    assert caught.value.detail.startswith("This archive has no council 'Nowhere'")
    assert caught.value.request_id == "7f3c9a"
    assert caught.value.allowed == ("Aldermere Borough Council", "Tarnbrook District Council")


@pytest.mark.parametrize("reply", ["<html>It works!</html>", "{}", "[]", "null"])
@pytest.mark.parametrize("status", [200, 404, 502])
def test_something_else_at_the_address_is_not_taken_for_the_api(fake_api: FakeApi, reply: str, status: int) -> None:
    fake_api.says("/v1/status", reply, status)
    with MinutebookApi(fake_api.address) as api, pytest.raises(ApiStrangeError, match=str(status)):
        api.status()


def test_a_field_that_this_release_does_not_know_is_not_passed_over(fake_api: FakeApi) -> None:
    newer = json.loads(canned.facets().model_dump_json()) | {"ward": []}
    fake_api.says("/v1/facets", json.dumps(newer))
    with MinutebookApi(fake_api.address) as api, pytest.raises(ApiStrangeError, match="FacetsOut"):
        api.facets()


def test_nothing_at_the_address_says_what_to_run() -> None:
    with MinutebookApi(f"http://127.0.0.1:{free_port()}") as api, pytest.raises(ApiUnreachableError) as caught:
        api.status()
    assert caught.value.command == "minutebook serve"


def test_an_api_that_never_replies_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with MinutebookApi(address, seconds=0.2) as api, pytest.raises(ApiSlowError):
            api.status()


def test_a_proxy_named_in_the_environment_does_not_stand_before_the_archive(
    fake_api: FakeApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Council machines name a proxy for the way out; it knows nothing of 127.0.0.1."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port()}")
    with MinutebookApi(fake_api.address) as api:
        assert api.status() == canned.status()


def test_a_briefing_is_asked_for_in_a_body_and_comes_as_a_file_with_its_name(fake_api: FakeApi) -> None:
    with MinutebookApi(fake_api.address) as api:
        content, name = api.briefing("Shared services", ["who voted"], [canned.ITEM_ID], "markdown")
    assert (content.decode(), name) == (canned.BRIEFING, "briefing.md")
    wanted = {"title": "Shared services", "questions": ["who voted"], "items": [canned.ITEM_ID], "format": "markdown"}
    assert [json.loads(asked[0][1]) for path, asked in fake_api.asked if path == "/v1/briefing"] == [wanted]


def test_a_reply_that_is_no_file_is_not_taken_for_a_briefing(fake_api: FakeApi) -> None:
    fake_api.names.clear()
    with MinutebookApi(fake_api.address) as api, pytest.raises(ApiStrangeError, match="no file"):
        api.briefing("", [], [canned.ITEM_ID], "docx")


def test_a_briefing_refused_keeps_the_words_of_the_refusal(fake_api: FakeApi) -> None:
    fake_api.says("/v1/briefing", canned.problem(400), 400)
    with MinutebookApi(fake_api.address) as api, pytest.raises(ApiProblemError, match="no council 'Nowhere'") as caught:
        api.briefing("", ["grit council:Nowhere"], [], "docx")
    assert caught.value.status == 400
