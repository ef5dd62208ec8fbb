"""An API that says what a test tells it to say.

A real HTTP server on a free port of this machine with canned replies by path, for what an archive cannot be made to do on demand:
refusals, strange replies, quotations with markup in them. Keeps what it was asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from threading import Event
from threading import Thread
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl
from urllib.parse import unquote
from urllib.parse import urlsplit

from pydantic import BaseModel

from tests.ui.web import canned

Asked = tuple[str, list[tuple[str, str]]]


class FakeApi:
    """Serves `replies` while the `with` lasts; an unknown path is a 404 in the wire's own shape."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.replies: dict[str, tuple[int, bytes]] = {}
        self.gates: dict[str, Event] = {}
        self.names: dict[str, str] = {}
        self.reset()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = Thread(target=self._server.serve_forever)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def reset(self) -> None:
        """Go back to an archive that answers everything, and forget what was asked."""
        self.asked.clear()
        self.replies.clear()
        self.gates.clear()
        self.names.clear()
        self.says("/v1/answer", canned.answer())
        self.says("/v1/search", canned.search())
        self.says("/v1/facets", canned.facets())
        self.says("/v1/status", canned.status())
        self.says(f"/v1/items/{canned.ITEM_ID}", canned.item())
        self.gives("/v1/briefing", canned.BRIEFING, "briefing.md")

    def says(self, path: str, reply: BaseModel | str, status: int = 200) -> None:
        """Reply with this to calls of a path, text as it stands."""
        body = reply if isinstance(reply, str) else reply.model_dump_json(by_alias=True)
        self.replies[path] = (status, body.encode())

    def gives(self, path: str, text: str, name: str) -> None:
        """Reply with a file of this name to calls of a path."""
        self.says(path, text)
        self.names[path] = name

    @contextmanager
    def holds(self, path: str) -> Iterator[None]:
        """Keep calls of a path waiting while the `with` lasts."""
        gate = self.gates[path] = Event()
        try:
            yield
        finally:
            gate.set()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self._reply([("body", body)])

            def do_GET(self) -> None:
                self._reply(parse_qsl(urlsplit(self.path).query))

            def _reply(self, asked: list[tuple[str, str]]) -> None:
                path = unquote(urlsplit(self.path).path)
                fake.asked.append((path, asked))
                if path in fake.gates:
                    fake.gates[path].wait()
                unknown = canned.problem(404, title="Not found", detail=f"the archive holds nothing at {path}", allowed=None)
                status, body = fake.replies.get(path, (404, unknown.model_dump_json().encode()))
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                if path in fake.names:
                    self.send_header("Content-Disposition", f'attachment; filename="{fake.names[path]}"')
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Keep the test's output clean."""

        return Handler
