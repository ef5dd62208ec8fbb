"""Which port can be listened on, and does anybody answer there?

Takes a host and a port, asks the operating system or the address itself. Starts nothing and keeps nothing open: between the
asking and the listening somebody else may take the port, and then the one who listens says so.
"""

from __future__ import annotations

import json
import socket
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import ProxyHandler
from urllib.request import build_opener

from index.errors import ArchiveError

API_PORT = 8000
PAGE_PORT = 8501
LOOPBACK = "127.0.0.1"
SECONDS = 2.0

# Proxies named in the environment are for the way out; what we start stands on this side of them.
_opener = build_opener(ProxyHandler({}))


class PortTakenError(ArchiveError):
    """A port that was asked for is in use."""

    def __init__(self, port: int, option: str) -> None:
        super().__init__(f"port {port} is taken or not ours to use: name a free one with {option}, or stop the program that has it")


@dataclass(frozen=True, slots=True)
class Reply:
    """What an address said: whether all is well, and if not, in its own words where it gave any."""

    well: bool
    problem: str | None = None


def is_free(port: int, host: str = LOOPBACK) -> bool:
    """Return whether a port can be listened on; 0, which means any, always can."""
    with socket.socket(_family(host)) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError:
            return False
    return True


def require_free(port: int, option: str, host: str = LOOPBACK) -> int:
    """Return the port; raises `PortTakenError`."""
    if not is_free(port, host):
        raise PortTakenError(port, option)
    return port


def choose_port(asked: int | None, usual: int, option: str) -> int:
    """Return the port asked for, or else the usual one, or else a free one; raises `PortTakenError` for one asked for."""
    if asked:
        return require_free(asked, option)
    if asked is None and is_free(usual):
        return usual
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        return int(listener.getsockname()[1])


def ask(url: str) -> Reply | None:
    """Return what an address says, `None` where nobody answers."""
    try:
        with _opener.open(url, timeout=SECONDS):
            return Reply(well=True)
    except HTTPError as error:
        with error:
            return Reply(well=False, problem=_detail(error.read()))
    except (OSError, HTTPException):
        return None


def _detail(body: bytes) -> str | None:
    with suppress(ValueError, TypeError, KeyError):
        return str(json.loads(body)["detail"])
    return None


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
