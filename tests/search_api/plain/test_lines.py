"""The whole way over real HTTP, with a model server that lies: no lie is shown, and the answer is the same whatever it does."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from index.embedding.hashing import HashingEmbedder
from index.errors import SettingsError
from index.opening import open_archive
from index.passages import Filters
from index.settings import ArchiveSettings
from index.settings import read_table
from search_api.answering import answer
from search_api.app import create_app
from search_api.labels import SENTENCES
from search_api.labels import Label
from search_api.plain.lines import PlainLines
from search_api.schemas import AnswerOut
from search_api.schemas_state import PlainStateOut
from search_api.search import Searcher
from search_api.settings import AppSettings
from search_api.settings import PlainSettings
from search_api.settings import SearchSettings
from tests.search_api.conftest import MEETINGS
from tests.search_api.conftest import write_archive
from tests.search_api.plain.liar import Exchange
from tests.search_api.plain.liar import Liar
from tests.search_api.plain.liar import completion

ADDRESS = "memory:plain"
QUESTION = "what was agreed on the signs on Castle Street"
TRUE_LINE = "The signs on Castle Street will be renewed, at the cost of the road fund [1]."
LOST_LINE = "The motion for a speed limit of 15km/h on Castle Street was lost, by 2 votes to 3 [2]."


@pytest.fixture(scope="module", autouse=True)
def archive() -> None:
    write_archive(ADDRESS, MEETINGS, rebuild=True)


@pytest.fixture
def liar() -> Iterator[Liar]:
    with Liar() as server:
        yield server


def _client(settings: PlainSettings) -> TestClient:
    return TestClient(create_app(AppSettings(ArchiveSettings(address=ADDRESS), plain=settings)))


def _settings(liar: Liar, timeout: float = 20) -> PlainSettings:
    return PlainSettings(endpoint=liar.endpoint, model="liar", key=SecretStr("sesame-opens"), timeout=timeout)


def _answer(client: TestClient, **more: str) -> AnswerOut:
    reply = client.get("/v1/answer", params={"q": QUESTION, **more})
    assert reply.status_code == 200, reply.text
    return AnswerOut.model_validate_json(reply.content)


def _state(client: TestClient) -> PlainStateOut:
    return PlainStateOut.model_validate_json(client.get("/v1/plain").content)


def test_a_line_that_is_borne_out_is_shown_with_its_label_and_what_bears_it(liar: Liar) -> None:
    with _client(_settings(liar)) as client:
        before = _answer(client)
        assert (before.decisions[0].outcome, before.not_carried[0].outcome) == ("carried", "lost")
        liar.writes(f"{TRUE_LINE} {LOST_LINE}")
        found = _answer(client, plain="true")
        assert found.plain is not None
        assert found.plain.label == SENTENCES[Label.PLAIN]
        assert found.plain.text == f"{TRUE_LINE} {LOST_LINE}"
        assert [one.citations for one in found.plain.supports] == [[1], [2]]
        assert found.model_copy(update={"plain": None}) == before
        assert _state(client) == PlainStateOut(configured=True, shown=1, dropped={})


def test_without_being_asked_for_nothing_is_sent(liar: Liar) -> None:
    with _client(_settings(liar)) as client:
        liar.writes(TRUE_LINE)
        assert _answer(client).plain is None
        assert _answer(client, plain="false").plain is None
        client.get("/v1/search", params={"q": QUESTION})
    assert liar.sent == []


def test_without_an_endpoint_there_is_no_line_and_the_same_question_gives_the_same_bytes() -> None:
    with _client(PlainSettings()) as client:
        asked = {"q": QUESTION, "plain": "true"}
        assert client.get("/v1/answer", params=asked).content == client.get("/v1/answer", params=asked).content
        assert _answer(client, plain="true") == _answer(client)
        assert _state(client) == PlainStateOut(configured=False, shown=0, dropped={})


def test_where_nothing_is_quoted_nothing_is_sent(liar: Liar) -> None:
    with _client(_settings(liar)) as client:
        reply = client.get("/v1/answer", params={"q": "mermaids of Atlantis", "plain": "true"}).json()
        assert (reply["kind"], reply["plain"]) == ("not_recorded", None)
    assert liar.sent == []


def test_only_the_question_and_what_is_shown_is_sent(liar: Liar) -> None:
    with _client(_settings(liar)) as client:
        found = _answer(client, plain="true")
    (sent,) = liar.sent
    assert sent["path"] == "/v1/chat/completions"
    assert sent["headers"]["Authorization"] == "Bearer sesame-opens"
    assert set(sent["body"]) == {"model", "messages", "temperature", "max_tokens", "stream"}
    told = sent["body"]["messages"][1]["content"]
    assert f"Question: {QUESTION}" in told
    shown = [*(one.citation for one in (*found.decisions, *found.not_carried)), *found.passages]
    quoted = ["\n".join(piece.text for piece in one.quotation) for one in shown]
    for line in told.splitlines():
        if line.startswith("["):
            assert any(line.endswith(" ".join(text.split())) for text in quoted)
    assert "secret price" not in json.dumps(sent)


def test_an_address_with_an_api_version_keeps_it(liar: Liar) -> None:
    settings = PlainSettings(endpoint=f"{liar.endpoint}/deployments/small/?api-version=2024-10-21", model="small")
    with _client(settings) as client:
        _answer(client, plain="true")
    assert liar.sent[0]["path"] == "/v1/deployments/small/chat/completions?api-version=2024-10-21"
    assert "Authorization" not in liar.sent[0]["headers"]


LIES: dict[str, tuple[Callable[[Liar], None], str]] = {
    "wrong figures": (lambda liar: liar.writes("The motion for a speed limit of 20km/h on Castle Street was lost [2]."), "number"),
    "wrong vote": (lambda liar: liar.writes("The speed limit of 15km/h on Castle Street was lost by 3 votes to 2 [2]."), "vote"),
    "wrong outcome": (lambda liar: liar.writes("A speed limit of 15km/h was agreed on Castle Street [2]."), "outcome"),
    "wrong quotation": (lambda liar: liar.writes(TRUE_LINE.replace("[1]", "[2]")), "outcome"),
    "no citation": (lambda liar: liar.writes(TRUE_LINE.replace(" [1]", "")), "without a citation"),
    "a citation of nothing": (lambda liar: liar.writes(TRUE_LINE.replace("[1]", "[40]")), "not there"),
    "a true and a false sentence": (lambda liar: liar.writes(f"{TRUE_LINE} The signs are blue [1]."), "words"),
    "markup in a line": (lambda liar: liar.writes(f"<script>alert(1)</script> {TRUE_LINE}"), "plain text"),
    "HTML instead of a reply": (lambda liar: liar.replies(b"<html><body>Welcome</body></html>"), "expected form"),
    "invalid JSON": (lambda liar: liar.replies(completion(TRUE_LINE)[:-3]), "expected form"),
    "JSON of another form": (lambda liar: liar.replies(b'{"choices": []}'), "expected form"),
    "a line that is no text": (lambda liar: liar.writes({"text": TRUE_LINE}), "expected form"),
    "bytes that are no text": (lambda liar: liar.replies(b"\xff\xfe\x00"), "expected form"),
    "JSON that is too deep": (lambda liar: liar.replies(b"[" * 30_000), "expected form"),
    "a compressed reply": (lambda liar: liar.replies(completion(TRUE_LINE), Content_Encoding="gzip"), "expected form"),
    "a huge body": (lambda liar: liar.replies(completion(TRUE_LINE + " " * 100_000)), "too large"),
    "a long line": (lambda liar: liar.writes(f"{TRUE_LINE} " * 20), "too long"),
    "nothing": (lambda liar: liar.writes(""), "refused"),
    "no content": (lambda liar: liar.writes(None), "refused"),
    "a refusal": (lambda liar: liar.writes(TRUE_LINE, refusal="I would rather not."), "refused"),
    "status 500": (lambda liar: liar.replies(completion(TRUE_LINE), 500), "error"),
    "status 401": (lambda liar: liar.replies(b"", 401), "error"),
    "status 204": (lambda liar: liar.replies(b"", 204), "error"),
    "the wrong length": (lambda liar: setattr(liar, "says", _cut_off), "not reached"),
}


def _cut_off(exchange: Exchange) -> None:
    exchange.send_response(200)
    exchange.send_header("Content-Length", "5000")
    exchange.end_headers()
    exchange.wfile.write(b"{")


@pytest.mark.parametrize("lie", LIES)
def test_no_lie_is_shown_and_the_answer_always_is(liar: Liar, lie: str, caplog: pytest.LogCaptureFixture) -> None:
    with _client(_settings(liar)) as client, caplog.at_level(logging.INFO):
        before = _answer(client)
        LIES[lie][0](liar)
        assert _answer(client, plain="true") == before
        state = _state(client)
    assert len(liar.sent) == 1
    assert (state.shown, list(state.dropped.values())) == (0, [1])
    assert LIES[lie][1] in next(iter(state.dropped))
    (line,) = [one.getMessage() for one in caplog.records if one.name == "minutebook.api.plain"]
    assert line == f"plain line dropped: {next(iter(state.dropped))}"
    # the test's own client, which is not ours, writes addresses down as `httpx2`
    ours = [one.getMessage() for one in caplog.records if one.name.startswith(("minutebook", "httpcore")) or one.name == "httpx"]
    assert all("Castle" not in one and "sesame" not in one for one in ours)


@pytest.mark.parametrize("manner", ["stays_silent", "drips"])
def test_a_server_that_does_not_end_is_given_up(liar: Liar, manner: str) -> None:
    with _client(_settings(liar, timeout=0.3)) as client:
        before = _answer(client)
        getattr(liar, manner)()
        assert _answer(client, plain="true") == before
        assert _state(client).dropped == {"endpoint too slow": 1}


def test_a_redirect_is_not_followed_and_the_key_goes_nowhere_else(liar: Liar) -> None:
    with Liar() as elsewhere, _client(_settings(liar)) as client:
        elsewhere.writes(TRUE_LINE)
        for status in (301, 302, 303, 307, 308):
            liar.replies(b"", status, Location=f"{elsewhere.endpoint}/chat/completions")
            assert _answer(client, plain="true").plain is None
        assert elsewhere.sent == []
        assert _state(client).dropped == {"endpoint answered with a redirect": 5}


def test_a_server_that_is_not_there_costs_the_line_only() -> None:
    with Liar() as gone:
        settings = _settings(gone)
    with _client(settings) as client:
        assert _answer(client, plain="true").decisions
        assert _state(client).dropped == {"endpoint not reached": 1}


def test_no_proxy_of_the_environment_is_used(liar: Liar, monkeypatch: pytest.MonkeyPatch) -> None:
    with Liar() as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.endpoint.removesuffix("/v1"))
        liar.writes(TRUE_LINE)
        searcher = Searcher(open_archive(ADDRESS), HashingEmbedder(), SearchSettings())
        assert PlainLines(_settings(liar)).line_of(answer(searcher, QUESTION, Filters()))
        assert proxy.sent == []


def test_it_is_off_unless_an_endpoint_is_set_and_the_key_is_never_printed(tmp_path: Path) -> None:
    file = tmp_path / "minutebook.toml"
    assert not PlainLines(read_table("plain", PlainSettings, file, {}, {})[0]).configured
    file.write_text('[plain]\nendpoint = "http://localhost:11434/v1"\nmodel = "small"\n')
    found, sources = read_table("plain", PlainSettings, file, {"MINUTEBOOK_PLAIN_KEY": "sesame-opens"}, {})
    assert found.key.get_secret_value() == "sesame-opens"
    assert (sources["endpoint"], sources["key"]) == (str(file), "environment")
    assert "sesame" not in f"{found!r} {found} {found.model_dump(mode='json')} {found.model_dump_json()}"


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ('endpoint = "localhost:11434"', "not an address"),
        ('endpoint = "ftp://localhost/v1"\nmodel = "m"', "not an address"),
        ('endpoint = "http://me:sesame-opens@localhost/v1"\nmodel = "m"', "put the key into `key`"),
        ('endpoint = "http://localhost/v1?key=sesame-opens"\nmodel = "m"', "put the key into `key`"),
        ('endpoint = "http://localhost/v1"', "say which model"),
        ('endpont = "http://localhost/v1"', "Extra inputs"),
        ("timeout = 0", "greater than 0"),
        ("timeout = 600", "less than or equal to 25"),
        ('key = ["sesame-opens"]', "key"),
        ('key = "sesame opens"', "no key has"),
        ('endpoint = "http://localhost:999999/v1"\nmodel = "m"', "endpoint"),
    ],
)
def test_what_is_unknown_or_unsafe_is_refused_without_repeating_it(tmp_path: Path, lines: str, complaint: str) -> None:
    file = tmp_path / "minutebook.toml"
    file.write_text(f"[plain]\n{lines}\n")
    with pytest.raises(SettingsError) as caught:
        read_table("plain", PlainSettings, file, {}, {})
    assert complaint in str(caught.value)
    assert "sesame" not in f"{caught.value} {caught.value.__cause__}"
