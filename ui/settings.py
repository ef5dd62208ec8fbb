"""Which settings are in force, and who set them?

The command line's door: reads minutebook.toml, the environment and the options that were typed, one table at a time, and gives
frozen settings with the source of each value. Nothing below this reads a file or the environment for settings.
"""

from __future__ import annotations

import os
import tomllib
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.errors import SettingsError
from index.settings import SETTINGS_FILE
from index.settings import ArchiveSettings
from index.settings import Settings
from index.settings import SettingsT
from index.settings import read_table
from ingest.settings import IngestSettings
from search_api.settings import ApiSettings
from search_api.settings import PlainSettings
from search_api.settings import SearchSettings

KNOWN_TABLES = ("api", "archive", "ingest", "plain", "search")

FLAGS = {
    "archive": {"address": "archive", "model": "model"},
    "search": {"top_k": "top_k"},
    "api": {"host": "host", "port": "port", "public": "public", "documents": "documents"},
}
"""Which option sets which key of a table."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of settings in force, and the source of each of its values."""

    name: str
    values: Settings
    sources: Mapping[str, str]


def archive_settings(given: Namespace) -> ArchiveSettings:
    """Return where the archive is and which model to build with; raises `SettingsError`."""
    return _read("archive", ArchiveSettings, given)[0]


def search_settings(given: Namespace) -> SearchSettings:
    """Return how deep to search; raises `SettingsError`."""
    return _read("search", SearchSettings, given)[0]


def api_settings(given: Namespace) -> ApiSettings:
    """Return where the API listens; raises `SettingsError`."""
    return _read("api", ApiSettings, given)[0]


def ingest_settings(given: Namespace) -> IngestSettings:
    """Return how a folder is read; raises `SettingsError`."""
    return _read("ingest", IngestSettings, given)[0]


def plain_settings(given: Namespace) -> PlainSettings:
    """Return which language model may add a line; raises `SettingsError`."""
    return _read("plain", PlainSettings, given)[0]


def all_tables(given: Namespace) -> tuple[Table, ...]:
    """Return every table with its sources; raises `SettingsError`."""
    kinds: tuple[tuple[str, type[Settings]], ...] = (
        ("archive", ArchiveSettings),
        ("search", SearchSettings),
        ("api", ApiSettings),
        ("ingest", IngestSettings),
        ("plain", PlainSettings),
    )
    return tuple(Table(name, *_read(name, kind, given)) for name, kind in kinds)


def _read(table: str, kind: type[SettingsT], given: Namespace) -> tuple[SettingsT, dict[str, str]]:
    file = Path(SETTINGS_FILE)
    _refuse_unknown_tables(file)
    flags = {key: getattr(given, option, None) for key, option in FLAGS.get(table, {}).items()}
    return read_table(table, kind, file, os.environ, flags)


def _refuse_unknown_tables(file: Path) -> None:
    """A table with a misspelt name would be a silent default, like a misspelt key."""
    if not file.is_file():
        return
    try:
        unknown = sorted(set(tomllib.loads(file.read_text(encoding="utf-8"))).difference(KNOWN_TABLES))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(str(file), f"not readable as TOML ({error})") from error
    if unknown:
        raise SettingsError(str(file), f"unknown table {', '.join(unknown)}: take one of {', '.join(KNOWN_TABLES)}")
