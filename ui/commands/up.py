"""`minutebook up`: start the API and the page together, and stop them together.

Takes ports or finds free ones, starts both as children, waits until both answer, prints both addresses, and then waits for Ctrl-C.
Ends with 0 when told to stop, and with 1 when one of them ended by itself.
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from index.opening import committed_manifest
from ui.children import Children
from ui.ports import LOOPBACK
from ui.ports import PAGE_PORT
from ui.ports import choose_port
from ui.progress import spinner
from ui.settings import api_settings
from ui.settings import archive_settings
from ui.web.settings import streamlit_arguments


def up(given: Namespace) -> int:
    """Run both until told to stop; raises `MissingArchiveError` before anything is started."""
    archive, usual = archive_settings(given), api_settings(given)
    committed_manifest(archive.address)
    api_port = choose_port(given.port, usual.port, "--port")
    page_port = choose_port(given.page_port, PAGE_PORT, "--page-port")
    api, page = f"http://{LOOPBACK}:{api_port}", f"http://{LOOPBACK}:{page_port}"
    with Children() as children:
        with spinner("Starting the API and the page"):
            children.start("the API", f"{api}/health/ready", _serve(api_port, archive.address, usual.documents))
            children.start("the page", f"{page}/_stcore/health", streamlit_arguments(page_port, api, public=usual.public))
            ready = children.wait_until_ready()
        if ready:
            print(f"The page: {page}\nThe API:  {api}\nCtrl-C stops both.", flush=True)
            children.wait_until_told()
    return 0


def _serve(port: int, address: str, documents: Path | None) -> list[str]:
    folder = ["--documents", str(documents)] if documents else []
    return ["-m", "ui.cli", "serve", "--host", LOOPBACK, "--port", str(port), "--archive", address, *folder]
