"""How deep does a search look, and where does the API listen?

Three tables of minutebook.toml, `[search]`, `[api]` and `[plain]`, each a small frozen model with bounds on every number. What was
fixed when the archive was built (model, weight of the legs) is not here: it comes from the manifest.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import ConfigDict
from pydantic import Field
from pydantic import SecretStr
from pydantic import ValidationInfo
from pydantic import field_validator

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
    """Where the API listens. The default is this machine only, since the API asks nobody who they are.

    `public` is the address under which others reach it, such as `https://minutes.example.org/archive`: it is printed in citations
    and feeds. Empty, they print the address under which they were asked for.
    `documents` is the folder that was ingested: with it, pages of PDFs are shown as pictures; without it, none are.
    """

    host: str = Field(default="127.0.0.1", min_length=1)
    port: int = Field(default=8000, ge=0, le=65535)
    public: str = ""
    documents: Path | None = None

    @field_validator("public")
    @classmethod
    def an_address_to_print(cls, given: str) -> str:
        """Refuse what is no address, and one that holds more than a place; a stroke at the end is taken off."""
        parts = urlsplit(given)
        if given and (parts.scheme not in {"http", "https"} or not parts.hostname or not given.isascii() or " " in given):
            raise ValueError("not an address, write it as https://minutes.example.org")
        if parts.username or parts.password or parts.query or parts.fragment:
            raise ValueError("holds a name, a password or a question: it is printed in every citation")
        return given.rstrip("/")


class PlainSettings(Settings):
    """Which language model may add a line in plain English: an OpenAI-compatible endpoint, such as `http://localhost:11434/v1`.

    Off while `endpoint` is empty: then nothing is sent anywhere. `key` is never printed; `timeout` is in seconds.
    """

    model_config = ConfigDict(hide_input_in_errors=True)

    endpoint: str = ""
    model: str = Field(default="", validate_default=True)
    key: SecretStr = SecretStr("")
    timeout: float = Field(default=15.0, gt=0, le=25)

    @field_validator("endpoint")
    @classmethod
    def an_address(cls, given: str) -> str:
        """Refuse what is no address, and a name or password in it, which would be shown where settings are."""
        parts = urlsplit(given)
        if given and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0):
            raise ValueError("not an address, write it as http://localhost:11434/v1")
        if parts.username or parts.password:
            raise ValueError("holds a name or password: put the key into `key`")
        if parts.query and (not parts.query.startswith("api-version=") or "&" in parts.query):
            raise ValueError("holds more than an api-version after the `?`: put the key into `key`")
        return given

    @field_validator("key")
    @classmethod
    def fit_for_a_header(cls, given: SecretStr) -> SecretStr:
        """Refuse what cannot be sent as a key."""
        if not all("!" <= letter <= "~" for letter in given.get_secret_value()):
            raise ValueError("holds a space, a line end or a letter that no key has")
        return given

    @field_validator("model")
    @classmethod
    def named_where_used(cls, given: str, info: ValidationInfo) -> str:
        """Refuse an endpoint without the name of a model."""
        if info.data.get("endpoint") and not given:
            raise ValueError("say which model the endpoint is to use")
        return given


@dataclass(frozen=True, slots=True)
class AppSettings:
    """All that `create_app` is given, read at the door by `index.settings.read_table`."""

    archive: ArchiveSettings = ArchiveSettings()
    search: SearchSettings = SearchSettings()
    api: ApiSettings = ApiSettings()
    plain: PlainSettings = PlainSettings()
