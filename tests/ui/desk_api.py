"""The real API with a reading desk beside it, served by uvicorn on a free port."""

from __future__ import annotations

from contextlib import AbstractContextManager

from index.settings import ArchiveSettings
from search_api.app import create_app
from search_api.settings import AppSettings
from tests.serving import serving
from ui.desk.routes import desk


def desk_api(archive: str) -> AbstractContextManager[str]:
    """Serve an archive as `minutebook serve` does, and give the address of the API."""
    return serving(create_app(AppSettings(archive=ArchiveSettings(address=archive)), beside=(desk(),)))
