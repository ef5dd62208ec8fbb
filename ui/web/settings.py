"""Where does the page find the API, and how is the page started?

Takes the page's own arguments and the environment, gives frozen settings; gives whoever starts the page the exact arguments for
it. Imports no Streamlit, so that the command line can ask without loading it.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import HttpUrl
from pydantic import ValidationError

from ui.web.errors import PageSettingsError
from ui.web.theme import STREAMLIT_THEME

PREFIX = "MINUTEBOOK_PAGE_"
SCRIPT = Path(__file__).with_name("page.py")

STREAMLIT_OPTIONS = {
    "server.headless": "true",  # do not open a browser, and do not ask for an e-mail address
    "server.showEmailPrompt": "false",
    "server.fileWatcherType": "none",
    "server.enableStaticServing": "false",
    "runner.magicEnabled": "false",  # a bare string in a module is a docstring, not something to show
    "browser.gatherUsageStats": "false",  # nothing leaves the machine
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",  # a traceback is for the log, not for a councillor
    "client.showErrorLinks": "false",
    **STREAMLIT_THEME,
}
"""Options on the command line, so that no file has to lie in the folder from which the page is started."""


class PageSettings(BaseModel):
    """The page's settings: the address of the API, and the one under which others reach it, if that is another."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    api: HttpUrl = HttpUrl("http://127.0.0.1:8000")
    public_api: HttpUrl | None = None
    contact: str = ""
    """Whom to ask about accessibility, for the statement: plain text."""

    @property
    def address(self) -> str:
        """The API's address without a stroke at its end."""
        return str(self.api).rstrip("/")

    @property
    def public(self) -> str:
        """The address under which people elsewhere reach the API; that of the API itself, unless set."""
        return str(self.public_api or self.api).rstrip("/")


def page_settings(arguments: Sequence[str], environ: Mapping[str, str]) -> PageSettings:
    """Return the settings from `--api` and `--public-api` or, without these, from MINUTEBOOK_PAGE_API and
    MINUTEBOOK_PAGE_PUBLIC_API; raises `PageSettingsError`.
    """
    values: dict[str, object] = {
        key.removeprefix(PREFIX).lower(): value for key, value in environ.items() if key.startswith(PREFIX)
    }
    parser = ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--api")
    parser.add_argument("--public-api")
    # Unknown arguments are let through: run inside another program, they are that program's.
    flags = vars(parser.parse_known_args(list(arguments))[0])
    try:
        return PageSettings.model_validate(values | {name: flag for name, flag in flags.items() if flag})
    except ValidationError as error:
        detail = error.errors()[0]
        raise PageSettingsError(PREFIX + str(detail["loc"][0]).upper(), detail["msg"]) from error


def streamlit_arguments(port: int, api: str, address: str = "127.0.0.1", public: str = "") -> list[str]:
    """Return what comes after `python` to start the page on a port, with the API at an address: `-m streamlit run ...`.

    `public` is the API's address for people elsewhere; empty leaves it to the environment.
    """
    options = {"server.port": str(port), "server.address": address, **STREAMLIT_OPTIONS}
    flags = [part for name, value in options.items() for part in (f"--{name}", value)]
    known_elsewhere = ["--public-api", public] if public else []
    return ["-m", "streamlit", "run", str(SCRIPT), *flags, "--", "--api", api, *known_elsewhere]
