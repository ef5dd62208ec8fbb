"""The process: starting, staying up without an archive, changing generations, and what it writes down."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient

from index.ports import Archive
from index.settings import ArchiveSettings
from search_api.app import create_app
from search_api.app import server_of
from search_api.boundary import RequestBoundary
from search_api.schemas import AnswerOut
from search_api.schemas_state import ProblemOut
from search_api.settings import AppSettings

Commit = Callable[[str, int], Archive]


def _client(address: str) -> TestClient:
    return TestClient(create_app(AppSettings(ArchiveSettings(address=address))))


def test_without_an_archive_the_process_lives_and_says_what_to_run(empty_place: str) -> None:
    with _client(empty_place) as client:
        assert client.get("/health/live").json() == {"status": "live", "generation": None}
        for path in ("/health/ready", "/v1/status", "/v1/search?q=bridge", "/v1/items/d0-m1-i01"):
            reply = client.get(path)
            assert reply.status_code == 503
            problem = ProblemOut.model_validate_json(reply.content)
            assert problem.type == "urn:minutebook:problem:missing-archive"
            assert "make one with `minutebook ingest" in problem.detail


def test_an_archive_that_comes_later_is_opened_at_the_next_request(empty_place: str, commit: Commit) -> None:
    with _client(empty_place) as client:
        assert client.get("/health/ready").status_code == 503
        commit(empty_place, 5)
        assert client.get("/health/ready").json() == {"status": "ready", "generation": 1}


@pytest.mark.parametrize("scheme", ["file", "memory"])
def test_a_new_generation_is_picked_up_without_a_restart(scheme: str, tmp_path: Path, commit: Commit) -> None:
    address = f"{scheme}:{tmp_path / 'archive'}"
    commit(address, 2)
    with _client(address) as client:
        assert client.get("/v1/answer", params={"q": "harbour bridge"}).json()["kind"] == "not_recorded"
        commit(address, 5)
        assert client.get("/v1/answer", params={"q": "harbour bridge"}).json()["kind"] == "answer"
        assert client.get("/health/ready").json()["generation"] == 2


def test_a_searcher_in_use_stays_on_its_generation(tmp_path: Path, commit: Commit) -> None:
    address = f"file:{tmp_path / 'archive'}"
    commit(address, 2)
    app = create_app(AppSettings(ArchiveSettings(address=address)))
    with TestClient(app):
        held = app.state.snapshot.current()
        for count in (3, 4, 5):
            commit(address, count)
        assert app.state.snapshot.current().archive.manifest.counts.documents == 5
        assert held.archive.manifest.counts.documents == 2
        assert held.archive.register.items.__self__ is held.archive.register


def test_a_damaged_archive_is_not_ready_and_says_so(tmp_path: Path, commit: Commit) -> None:
    commit(f"file:{tmp_path}", 1)
    (tmp_path / "manifest.json").write_text("{}")
    with _client(f"file:{tmp_path}") as client:
        problem = ProblemOut.model_validate_json(client.get("/health/ready").content)
        assert (problem.status, problem.type) == (503, "urn:minutebook:problem:unknown-format")
        assert "rebuild it with" in problem.detail


@pytest.mark.parametrize("given", ["abc-123", "A.b_c", "x" * 64])
def test_a_request_id_of_the_caller_is_kept(client: TestClient, given: str) -> None:
    assert client.get("/health/live", headers={"X-Request-Id": given}).headers["x-request-id"] == given


@pytest.mark.parametrize("given", ["", "x" * 65, "a b", "a\tb", "a;b", "<script>"])
def test_a_request_id_that_could_spoil_a_log_is_replaced(client: TestClient, given: str) -> None:
    kept = client.get("/health/live", headers={"X-Request-Id": given}).headers["x-request-id"]
    assert kept != given
    assert len(kept) == 32


def test_a_fault_nobody_foresaw_is_answered_without_a_word_of_it(address: str, caplog: pytest.LogCaptureFixture) -> None:
    app = create_app(AppSettings(ArchiveSettings(address=address)))

    def broken(q: str) -> None:
        raise ZeroDivisionError(f"while reading {q}")

    app.add_api_route("/broken", broken)
    with caplog.at_level(logging.DEBUG), TestClient(app) as client:
        reply = client.get("/broken", params={"q": "canaryword"})
    problem = ProblemOut.model_validate_json(reply.content)
    assert (reply.status_code, problem.status) == (500, 500)
    assert problem.request_id == reply.headers["x-request-id"]
    assert "ZeroDivisionError" not in reply.text
    ours = [record.getMessage() for record in caplog.records if record.name == "minutebook.api"]
    assert any("ZeroDivisionError" in line and problem.request_id in line for line in ours)
    assert not any("canaryword" in line for line in ours)


def test_a_fault_after_the_reply_began_is_written_down(caplog: pytest.LogCaptureFixture) -> None:
    async def half(scope: object, receive: object, send: Callable[[object], object]) -> None:
        del scope, receive
        await send({"type": "http.response.start", "status": 200, "headers": []})  # type: ignore[misc]
        raise ConnectionResetError

    with caplog.at_level(logging.INFO):
        client = TestClient(RequestBoundary(half), raise_server_exceptions=False)  # type: ignore[arg-type]
        client.get("/")
    assert any("ConnectionResetError" in record.getMessage() for record in caplog.records)


class _Lines(logging.Handler):
    """Keeps every line that reaches it, by the name of the logger, at whatever level."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.lines: dict[str, list[str]] = {}

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.setdefault(record.name, []).append(record.getMessage())


@contextmanager
def _served(address: str) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Run the real server on a free port; give its address and all that is written down, complete when this has ended.

    The listener is put on every logger there is, also on those that hand nothing on.
    """
    server = server_of(AppSettings(ArchiveSettings(address=address)))
    listener = _Lines()
    loggers = [logging.getLogger(name) for name in ("", *logging.root.manager.loggerDict)]
    for logger in loggers:
        logger.addHandler(listener)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        host, port = listening.getsockname()
        try:
            yield f"http://{host}:{port}", listener.lines
        finally:
            server.should_exit = True
            thread.join()
            for logger in loggers:
                logger.removeHandler(listener)


def test_a_real_server_answers_many_at_once_and_always_the_same(address: str) -> None:
    def ask(served: str) -> bytes:
        reply = httpx.get(f"{served}/v1/answer", params={"q": "what was decided on a shared Chief Executive"}, timeout=30)
        assert reply.status_code == 200
        assert "server" not in reply.headers
        return reply.content

    with _served(address) as (served, _), ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(ask, [served] * 32))
    (only,) = answers
    assert AnswerOut.model_validate_json(only).kind == "answer"


def test_no_question_is_ever_written_down(address: str, caplog: pytest.LogCaptureFixture) -> None:
    """Not when it is answered, refused, malformed, or part of a path; the lines of the client are not ours."""
    with caplog.at_level(logging.DEBUG), _served(address) as (served, lines):
        for path in ("/v1/search?q=canaryword", "/v1/answer?q=canaryword", "/v1/search?canaryword=1", "/v1/items/canaryword"):
            httpx.get(served + path)
        httpx.get(f"{served}/v1/search", params={"q": "canaryword " * 40})
        httpx.get(f"{served}/canaryword")
    assert {line.split()[1] for line in lines["minutebook.api"]} == {
        "/v1/search",
        "/v1/answer",
        "/v1/items/{item_id}",
        "(no",
    }
    written = {name: found for name, found in lines.items() if not name.startswith(("httpx", "httpcore"))}
    assert not any("canaryword" in line for found in written.values() for line in found)
