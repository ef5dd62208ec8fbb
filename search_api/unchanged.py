"""Has whoever asks got these bytes already?

Takes a reply that follows from the archive alone, gives it with a name for its bytes (ETag), or 304 without them where they were
named in the request (RFC 9110, 13.1.2). A cache may keep such a reply and must ask each time: nobody tells it of a new generation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from fastapi import Request
from fastapi import Response

_TAG = 32
"""Letters of the name: 128 bits."""


def unless_held(request: Request, content: bytes, media: str, headers: Mapping[str, str]) -> Response:
    """Return the reply, or 304 where the request names these bytes; `Cache-Control` is asked for in `headers`."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:_TAG]}"'
    known = {"ETag": tag, **headers}
    if _names(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=known)
    return Response(content, media_type=media, headers=known)


def _names(given: str, tag: str) -> bool:
    return given.strip() == "*" or tag in (one.strip().removeprefix("W/") for one in given.split(","))
