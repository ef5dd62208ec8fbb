"""A language model server that says what a test tells it to say, true or not.

A real HTTP server on a free port of this machine. Keeps what it was sent: bodies, paths and keys.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from threading import Event
from threading import Thread
from types import TracebackType
from typing import Any
from typing import Self

Says = Callable[["Exchange"], None]


def completion(content: object, **more: object) -> bytes:
    """The reply of a well-behaved server with this for a line."""
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content, **more}}]}).encode()


class Exchange(BaseHTTPRequestHandler):
    """One request; what is said to it is for the test."""

    liar: Liar

    def do_POST(self) -> None:
        """Keep what was sent, then say what the test wants."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.liar.sent.append({"path": self.path, "headers": dict(self.headers), "body": json.loads(body)})
        self.liar.says(self)

    def reply(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Send a reply."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


class Liar:
    """Serves while the `with` lasts."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []
        self.released = Event()
        self.says: Says = lambda exchange: exchange.reply(completion(""))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Told", (Exchange,), {"liar": self}))
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever)

    @property
    def endpoint(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def writes(self, line: object, **more: object) -> None:
        """Reply with this line, in the form that is expected."""
        self.says = lambda exchange: exchange.reply(completion(line, **more))

    def replies(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Reply with this, whatever it is."""
        self.says = lambda exchange: exchange.reply(body, status, **headers)

    def stays_silent(self) -> None:
        """Do not reply before the test is over."""

        def wait(_: Exchange) -> None:
            self.released.wait()

        self.says = wait

    def drips(self) -> None:
        """Reply with one byte after the other, each in time, without an end."""

        def drip(exchange: Exchange) -> None:
            exchange.send_response(200)
            exchange.end_headers()
            while not self.released.wait(0.02):
                try:
                    exchange.wfile.write(b" ")
                except OSError:
                    return

        self.says = drip

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.released.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
