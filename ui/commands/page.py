"""`minutebook ui`: serve the web page.

Takes a port and the address of a running API, and becomes the page's own program, so that Ctrl-C and exit codes are the page's.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace

from index.errors import SettingsError
from ui.ports import PAGE_PORT
from ui.ports import choose_port
from ui.settings import api_settings
from ui.web.errors import PageError
from ui.web.settings import PREFIX
from ui.web.settings import page_settings
from ui.web.settings import streamlit_arguments

API_VARIABLE = f"{PREFIX}API"
PUBLIC_VARIABLE = f"{PREFIX}PUBLIC_API"


def page(given: Namespace) -> int:
    """Replace this program by the page; raises `SettingsError` for an address that is none."""
    try:
        settings = page_settings(_api(given.api), os.environ)
    except PageError as error:
        raise SettingsError("the page's address of the API", str(error)) from error
    port = choose_port(given.port, PAGE_PORT, "--port")
    print(f"The page: http://127.0.0.1:{port} (asks the API at {settings.address})", flush=True)
    public = str(settings.public_api or "")
    started = streamlit_arguments(port, settings.address, public=public)
    os.execv(sys.executable, [sys.executable, *started])  # noqa: S606 - the page's own arguments


def _api(typed: str | None) -> list[str]:
    """Return the addresses of the API as the page takes them: typed, or left to the environment, or as `serve` would have them."""
    if typed is not None or API_VARIABLE in os.environ:
        return ["--api", typed] if typed else []
    api = api_settings(Namespace())
    elsewhere = ["--public-api", api.public] if api.public and PUBLIC_VARIABLE not in os.environ else []
    return ["--api", f"http://{api.host}:{api.port}", *elsewhere]
