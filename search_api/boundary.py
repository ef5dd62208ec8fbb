"""What surrounds every request?

Gives each an id, keeps its reply out of caches, writes one line of log, and turns a fault nobody foresaw into a reply that says
nothing of it. The one broad `except` of the read path stands here. Questions are never logged: not the address, not the message of
an error, which may repeat it; only the route, the status, the time taken and the id.
"""

from __future__ import annotations

import logging
import re
import traceback
from http import HTTPStatus
from time import perf_counter
from uuid import uuid4

from starlette.datastructures import Headers
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp
from starlette.types import Message
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send

from search_api.problems import problem

LOG = logging.getLogger("minutebook.api")

_APOLOGY = "a fault in this program: name the request id when you report it"

_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
"""What a caller may name a request: nothing that could break a line of log."""


class RequestBoundary:
    """The outermost layer of the app."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; anything else (the lifespan) is passed on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = _request_id(Headers(scope=scope).get("x-request-id", ""))
        scope.setdefault("state", {})["request_id"] = request_id
        reply = _Reply(send, request_id)
        began = perf_counter()
        try:
            await self._app(scope, receive, reply.send)
        except Exception as fault:  # noqa: BLE001 - the request boundary: a fault in one request must not end the process
            LOG.error("fault %s in %s: %s", request_id, _route(scope), _where(fault))  # noqa: TRY400 - the message may hold the question
            if reply.status is None:
                await problem("fault", HTTPStatus.INTERNAL_SERVER_ERROR, _APOLOGY, request_id)(scope, receive, reply.send)
        took = 1000 * (perf_counter() - began)
        LOG.info("%s %s %s %.1f ms %s", scope["method"], _route(scope), reply.status, took, request_id)


class _Reply:
    """Adds the headers that every reply has, and remembers its status."""

    def __init__(self, send: Send, request_id: str) -> None:
        self._send = send
        self._request_id = request_id
        self.status: int | None = None

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["X-Request-Id"] = self._request_id
            headers["X-Content-Type-Options"] = "nosniff"
            # an answer is true of one generation of the archive, and nobody tells a cache when the next is committed
            headers.setdefault("Cache-Control", "no-store")
        await self._send(message)


def _request_id(given: str) -> str:
    return given if _ID.fullmatch(given) else uuid4().hex


def _route(scope: Scope) -> str:
    """Return the route as it is declared, never the address as it was typed."""
    return getattr(scope.get("route"), "path", "(no route)")


def _where(fault: BaseException) -> str:
    """Return the class of a fault and where it was raised, without its message."""
    frames = traceback.extract_tb(fault.__traceback__)[-3:]
    return f"{type(fault).__name__} at " + " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
