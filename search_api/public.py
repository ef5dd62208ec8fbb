"""Under which address do others reach this API?

Takes the setting and a request, gives the address that citations and feeds print. Without a setting it is the address at which was
asked; a host name that is none, which anyone may send, is not repeated.
"""

from __future__ import annotations

import re

from fastapi import Request

_HOST = re.compile(r"(?:[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?")


def public_base(request: Request) -> str:
    """Return the address of the API without a stroke at its end."""
    settled: str = request.app.state.public
    if settled:
        return settled
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        name, port = request.scope.get("server") or ("127.0.0.1", None)
        host = f"{name}:{port}" if port else name
    return f"{request.scope['scheme']}://{host}{request.scope.get('root_path', '')}".rstrip("/")
