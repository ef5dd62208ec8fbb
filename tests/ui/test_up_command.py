"""Two programs that start, answer and end together, as processes of their own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.ui.conftest import Run
from ui.children import ChildEndedError
from ui.children import Children
from ui.children import ChildSilentError
from ui.children import ChildUnreadyError
from ui.ports import ask
from ui.ports import choose_port
from ui.ports import is_free

SERVER = """
import http.server, sys
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(int(sys.argv[2])); self.end_headers(); self.wfile.write(sys.argv[3].encode())
    def log_message(self, *_): pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Answer).serve_forever()
"""


def server(port: int, status: int = 200, body: str = "") -> list[str]:
    return ["-c", SERVER, str(port), str(status), body]


def address(port: int) -> str:
    return f"http://127.0.0.1:{port}/"


def free() -> int:
    return choose_port(0, 0, "--port")


@contextmanager
def started(sample: str, environment: Mapping[str, str], *typed: str) -> Iterator[subprocess.Popen[str]]:
    """`minutebook up` in a process of its own."""
    command = [sys.executable, "-m", "ui.cli", "up", "--archive", sample, *typed]
    with subprocess.Popen(command, env=dict(environment), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        try:
            yield running
        finally:
            running.terminate()


def addresses(running: subprocess.Popen[str]) -> tuple[str, str]:
    """What it prints when both answer: the page and the API."""
    assert running.stdout is not None
    lines = iter(running.stdout.readline, "")
    page = next(line for line in lines if line.startswith("The page:"))
    api = next(line for line in lines if line.startswith("The API:"))
    return page.split()[-1], api.split()[-1]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_up_starts_both_prints_both_addresses_and_stops_both_when_told(
    sample: str, environment: Mapping[str, str], number: signal.Signals
) -> None:
    with started(sample, environment, "--port", "0", "--page-port", "0") as running:
        page, api = addresses(running)
        assert ask(f"{api}/health/ready") is not None
        assert ask(page) is not None
        running.send_signal(number)
        assert running.wait() == 0
        assert (ask(f"{api}/health/live"), ask(page)) == (None, None)


def test_the_page_alone_is_one_program_that_a_signal_ends(environment: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", "ui.cli", "ui", "--port", "0", "--api", "http://127.0.0.1:9"]
    with subprocess.Popen(command, env=dict(environment), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        assert running.stdout is not None
        lines = iter(running.stdout.readline, "")
        page = next(line for line in lines if line.startswith("The page: ")).split()[2]
        assert next(line for line in lines if line.strip().endswith(page.removeprefix("http://")))
        assert ask(page) is not None
        running.terminate()
        running.stdout.read()
    assert ask(page) is None


def test_a_port_in_use_is_said_before_anything_is_started(run: Run, sample: str) -> None:
    with Children() as children:
        port = free()
        children.start("a server", address(port), server(port))
        children.wait_until_ready()
        ended = run("up", "--archive", sample, "--port", port)
        assert (ended.code, ended.out) == (1, "")
        assert ended.err == (
            f"minutebook: port {port} is taken or not ours to use: name a free one with --port, or stop the program that has it\n"
        )
        assert choose_port(None, port, "--port") != port
        assert run("serve", "--archive", sample, "--port", port).code == 1


def test_all_are_gone_when_the_family_ends() -> None:
    ports = free(), free()
    with Children() as children:
        for port in ports:
            children.start("a server", address(port), server(port))
        assert children.wait_until_ready() is True
    assert [ask(address(port)) for port in ports] == [None, None]
    assert all(is_free(port) for port in ports)


def test_when_one_ends_the_others_are_stopped_and_it_is_named() -> None:
    port = free()
    short = ("the short one", "http://127.0.0.1:9/", ["-c", "raise SystemExit(3)"])
    with pytest.raises(ChildEndedError, match=r"the short one ended by itself \(exit code 3\)"):
        live(("the long one", address(port), server(port)), short)
    assert ask(address(port)) is None


def test_one_that_answers_that_it_cannot_work_is_believed() -> None:
    port = free()
    problem = '{"detail": "the archive is damaged"}'
    with pytest.raises(ChildUnreadyError, match="the API started and cannot answer: the archive is damaged"):
        live(("the API", address(port), server(port, 503, problem)))


def test_one_that_never_answers_is_given_up() -> None:
    silent = ("the silent one", address(free()), ["-c", "import signal; signal.pause()"])
    with pytest.raises(ChildSilentError, match="the silent one did not answer"):
        live(silent, seconds=0)


def live(*children: tuple[str, str, list[str]], seconds: float = 60) -> None:
    with Children() as family:
        for name, url, arguments in children:
            family.start(name, url, arguments)
        family.wait_until_ready(seconds)


def test_what_a_child_has_started_ends_with_it(tmp_path: Path) -> None:
    """The child's own child ignores the polite signal and would stay for ever. Both hold the writing end of a pipe, whose
    reader is told when the last of them is gone."""
    pipe = tmp_path / "alive"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    port = free()
    stubborn = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); signal.pause()"
    parent = (
        "import os, subprocess, sys\n"
        f"alive = os.open({str(pipe)!r}, os.O_WRONLY)\n"
        f"subprocess.Popen([sys.executable, '-c', {stubborn!r}], pass_fds=[alive])\n" + SERVER
    )
    live(("the parent", address(port), ["-c", parent, str(port), "200", ""]))
    os.set_blocking(reading, True)
    assert os.read(reading, 1) == b""
    os.close(reading)


def test_told_to_stop_is_no_failure_and_signals_mean_again_what_they_meant() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with Children() as children:
        port = free()
        children.start("a server", address(port), server(port))
        assert children.wait_until_ready()
        os.kill(os.getpid(), signal.SIGTERM)
        children.wait_until_told()
    assert signal.getsignal(signal.SIGTERM) is before


def test_the_page_refuses_an_address_that_is_none(run: Run) -> None:
    ended = run("ui", "--api", "not an address")
    assert (ended.code, ended.out) == (1, "")
    assert len(ended.err.splitlines()) == 1
    assert "http://127.0.0.1:8000" in ended.err
