"""`minutebook serve`: answer programs over HTTP.

Takes where to listen and which archive, hands over to the API's own server until it is told to stop.
"""

from __future__ import annotations

from argparse import Namespace

from ingest.stated import stated_text
from search_api.app import serve as run_api
from search_api.settings import AppSettings
from ui.desk.routes import desk
from ui.ports import require_free
from ui.settings import api_settings
from ui.settings import archive_settings
from ui.settings import plain_settings
from ui.settings import search_settings


def serve(given: Namespace) -> int:
    """Serve until stopped; raises `PortTakenError`."""
    api = api_settings(given)
    require_free(api.port, "--port", api.host)
    run_api(AppSettings(archive_settings(given), search_settings(given), api, plain_settings(given)), stated_text, (desk(),))
    return 0
