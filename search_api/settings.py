"""How deep does a search look, and where does the API listen?

Two tables of minutebook.toml, `[search]` and `[api]`, each a small frozen model with bounds on every number. What was fixed
when the archive was built (model, weight of the legs) is not here: it comes from the manifest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from index.settings import ArchiveSettings
from index.settings import Settings

MAX_TOP_K = 50
"""Most results that one search gives."""


class SearchSettings(Settings):
    """How deep to look, and how to order what is found.

    `candidates` is how many passages each leg offers, `top_k` how many agenda items are shown, `rerank` what puts them in order:
    what the record tells beside both legs (`record`), both legs alone (`fusion`), or only their ranks (`ranks`).
    """

    candidates: int = Field(default=100, ge=10, le=1000)
    top_k: int = Field(default=10, ge=1, le=MAX_TOP_K)
    rerank: Literal["record", "fusion", "ranks"] = "record"


class ApiSettings(Settings):
    """Where the API listens. The default is this machine only, since the API asks nobody who they are."""

    host: str = Field(default="127.0.0.1", min_length=1)
    port: int = Field(default=8000, ge=0, le=65535)


@dataclass(frozen=True, slots=True)
class AppSettings:
    """All that `create_app` is given, read at the door by `index.settings.read_table`."""

    archive: ArchiveSettings = ArchiveSettings()
    search: SearchSettings = SearchSettings()
    api: ApiSettings = ApiSettings()
