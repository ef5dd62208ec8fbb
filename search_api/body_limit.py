"""How much may be sent to us?

Reads the body of a request before anything else does, and refuses one that is longer than any request of ours can be, so that no
sender can fill the memory. What is short enough is handed on as it came. Parses nothing and keeps nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from starlette.types import ASGIApp
from starlette.types import Message
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send

from search_api.problems import problem

MOST_BYTES = 64 * 1024
"""The longest briefing that can be asked for, ten questions of 500 letters and forty items, is a third of this."""

_TOO_LONG = f"the body is longer than {MOST_BYTES} bytes: ask for less at once"


@dataclass(frozen=True, slots=True)
class Bound:
    """How many bytes one path takes, and what is said of more."""

    most_bytes: int
    too_long: str


_USUAL = Bound(MOST_BYTES, _TOO_LONG)


class BodyLimit:
    """A layer of the app, inside the boundary that numbers requests; `bounds` are those of the paths that take more than others."""

    def __init__(self, app: ASGIApp, bounds: Mapping[str, Bound] | None = None) -> None:
        self._app = app
        self._bounds = bounds or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on one request whose body is short enough, or answer 413."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        bound = self._bounds.get(scope["path"], _USUAL)
        read = await _read(receive, bound.most_bytes)
        if sum(len(message.get("body", b"")) for message in read) > bound.most_bytes:
            reply = problem("body-too-long", HTTPStatus.REQUEST_ENTITY_TOO_LARGE, bound.too_long, scope["state"]["request_id"])
            await reply(scope, receive, send)
            return
        await self._app(scope, _again(read, receive), send)


async def _read(receive: Receive, most_bytes: int) -> list[Message]:
    """Return what was sent up to its end, to its sender's going away, or to the first byte too many."""
    read: list[Message] = []
    length = 0
    while length <= most_bytes:
        message = await receive()
        read.append(message)
        length += len(message.get("body", b""))
        if not message.get("more_body", False):
            break
    return read


def _again(read: list[Message], receive: Receive) -> Receive:
    """Return a receiver that gives first what was read already."""
    held = iter(read)

    async def receive_again() -> Message:
        message = next(held, None)
        return await receive() if message is None else message

    return receive_again
