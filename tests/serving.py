"""How is a real app served for a test?

By uvicorn on a free port of this machine, in a thread, until the test has done with it.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import uvicorn
from fastapi import FastAPI


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """Serve an app while the `with` lasts, and give its address when it is ready."""
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
