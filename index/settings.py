"""Which archive, and which model?

Each room has one frozen settings model like this one; `read_table` fills any of them from the three places a setting may
come from: its table in minutebook.toml, the environment (MINUTEBOOK_*), flags. Later wins, unknown keys are refused, and the
source of each value is kept for `minutebook status`. Only the three doors (command line, API, page) call it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import ValidationError

from index.errors import SettingsError

SETTINGS_FILE = "minutebook.toml"


class Settings(BaseModel):
    """Base of every room's settings: frozen, and unknown keys are refused, since a misspelt setting is a silent default."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ArchiveSettings(Settings):
    """Where the archive is. `model` names the embedding model to build with; a reader takes it from the manifest."""

    address: str = "file:var/archive"
    model: str = "all-MiniLM-L6-v2"


SettingsT = TypeVar("SettingsT", bound=Settings)


def read_table(
    table: str,
    kind: type[SettingsT],
    file: Path,
    environ: Mapping[str, str],
    flags: Mapping[str, object],
) -> tuple[SettingsT, dict[str, str]]:
    """Return the settings of one table and, for each key, where its value came from; raises `SettingsError`."""
    from_file = _table_of(file, table)
    prefix = f"MINUTEBOOK_{table.upper()}_"
    from_environment = {key[len(prefix) :].lower(): value for key, value in environ.items() if key.startswith(prefix)}
    given = {key: value for key, value in flags.items() if value is not None}
    layers = ((str(file), from_file), ("environment", from_environment), ("flag", given))
    values: dict[str, object] = {}
    sources = dict.fromkeys(kind.model_fields, "default")
    for source, layer in layers:
        values.update(layer)
        sources.update(dict.fromkeys(layer, source))
    try:
        return kind.model_validate(values), sources
    except ValidationError as error:
        raise SettingsError(f"[{table}]", "; ".join(_reason(detail) for detail in error.errors())) from error


def _table_of(file: Path, table: str) -> dict[str, object]:
    if not file.is_file():
        return {}
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8")).get(table, {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(str(file), f"not readable as TOML ({error})") from error
    return dict(found)


def _reason(detail: Mapping[str, object]) -> str:
    where = ".".join(str(part) for part in detail["loc"]) if isinstance(detail["loc"], tuple) else ""
    return f"{where}: {detail['msg']}"
