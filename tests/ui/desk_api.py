"""The real API with a reading desk beside it, served by uvicorn on a free port."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import uvicorn

from index.settings import ArchiveSettings
from search_api.app import create_app
from search_api.settings import AppSettings
from ui.desk.routes import desk


@contextmanager
def desk_api(archive: str) -> Iterator[str]:
    """Serve an archive as `minutebook serve` does, and give the address of the API."""
    app = create_app(AppSettings(archive=ArchiveSettings(address=archive)), beside=(desk(),))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        base = f"http://127.0.0.1:{listening.getsockname()[1]}"
        assert httpx.get(f"{base}/health/ready", timeout=120).status_code == httpx.codes.OK
        yield base
        server.should_exit = True
        thread.join(timeout=20)
