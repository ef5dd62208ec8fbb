"""What does the person who keeps the folder say about its files?

Takes `minutes.toml` files, gives the facts that they state about each file. A sidecar holds for its folder and all folders below;
the nearest wins, and what is said of one file wins over what is said of a folder. Unknown keys and wrong values are refused by
name, since a misspelt fact would be silence. Flags of the command line come last. Never looks at the files themselves.

    [folder]
    council = "Aldermere Borough Council"
    body = "Cabinet"
    kind = "minutes"

    [files."shared-services-strategy.txt"]
    date = 2022-06-14
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from pathlib import PurePosixPath
from typing import TypeVar

from index.sources import DocumentKind
from index.sources import Origin
from index.sources import Stated
from ingest.errors import SidecarError
from ingest.facts import NAMES
from ingest.facts import Facts
from ingest.facts import merged

SIDECAR = "minutes.toml"
"""The file's name, in any folder."""

T = TypeVar("T")

_TABLES = ("folder", "files")
_KINDS = ", ".join(kind.value for kind in DocumentKind)


@dataclass(frozen=True, slots=True)
class Sidecar:
    """One `minutes.toml`: what it says of its folder, and of files by their path below that folder."""

    path: str
    folder: Facts = field(default_factory=Facts)
    files: Mapping[str, Facts] = field(default_factory=dict)


Sidecars = Mapping[str, Sidecar]
"""Sidecars by the folder they lie in, as a path below the ingested folder; the ingested folder itself is `.`."""


def parse_sidecar(path_below: str, content: bytes) -> Sidecar:
    """Read a sidecar; raises `SidecarError` that names the key at fault and what is allowed."""
    try:
        tables = tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise SidecarError(path_below, f"is not TOML ({error})") from error
    _refuse_unknown(path_below, "the file", tables, _TABLES)
    folder = _table(path_below, "[folder]", tables.get("folder", {}))
    files = _table(path_below, "[files]", tables.get("files", {}))
    sections = {name: (f'[files."{name}"]', section) for name, section in files.items()}
    return Sidecar(
        path_below,
        _facts(path_below, "[folder]", folder),
        {name: _facts(path_below, where, _table(path_below, where, section)) for name, (where, section) in sections.items()},
    )


def facts_for(path_below: str, sidecars: Sidecars, flags: Facts, from_file: Facts | None = None) -> Facts:
    """Return what is stated about a file: its own metadata, sidecars from the farthest folder to the nearest, flags; later wins."""
    path = PurePosixPath(path_below)
    above = [sidecars[str(folder)] for folder in reversed(path.parents) if str(folder) in sidecars]
    about_folders = (sidecar.folder for sidecar in above)
    about_file = (section for sidecar in above if (section := sidecar.files.get(_below(path, sidecar))) is not None)
    return merged(from_file or Facts(), *about_folders, *about_file, flags)


def flag_facts(
    *,
    council: str | None = None,
    body: str | None = None,
    date: date | None = None,
    kind: DocumentKind | None = None,
) -> Facts:
    """Return the facts that flags of the command line state about every file of a run."""
    return Facts(_flag(council), _flag(body), _flag(date), _flag(kind))


def names_without_file(sidecars: Sidecars, paths: frozenset[str]) -> Iterator[str]:
    """Yield one line for each section that names a file which is not there: most are spelling mistakes."""
    for _, sidecar in sorted(sidecars.items()):
        for name in sorted(sidecar.files):
            if str(PurePosixPath(sidecar.path).parent / name) not in paths:
                yield f'{sidecar.path}: [files."{name}"] names no file that is there; correct the name or take the section out'


def _below(path: PurePosixPath, sidecar: Sidecar) -> str:
    return str(path.relative_to(PurePosixPath(sidecar.path).parent))


def _facts(path: str, where: str, table: Mapping[str, object]) -> Facts:
    _refuse_unknown(path, where, table, NAMES)
    return Facts(
        council=_words(path, where, table, "council"),
        body=_words(path, where, table, "body"),
        date=_day(path, where, table, "date"),
        kind=_kind(path, where, table),
        title=_words(path, where, table, "title"),
        published=_day(path, where, table, "published"),
        url=_words(path, where, table, "url"),
    )


def _refuse_unknown(path: str, where: str, table: Mapping[str, object], allowed: tuple[str, ...]) -> None:
    unknown = sorted(set(table) - set(allowed))
    if unknown:
        raise SidecarError(path, f"{where} has the unknown key {unknown[0]!r}, allowed are {', '.join(allowed)}")


def _table(path: str, where: str, value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise SidecarError(path, f"{where} is not a table")
    return value


def _words(path: str, where: str, table: Mapping[str, object], key: str) -> Stated[str]:
    value = table.get(key)
    if value is None:
        return Stated()
    if not isinstance(value, str) or not value.strip():
        raise SidecarError(path, f"{where} {key} is not text in quotes")
    return Stated(" ".join(value.split()), Origin.SIDECAR)


def _day(path: str, where: str, table: Mapping[str, object], key: str) -> Stated[date]:
    value = table.get(key)
    if value is None:
        return Stated()
    if not isinstance(value, date) or isinstance(value, datetime):
        raise SidecarError(path, f"{where} {key} is not a day, write it as {key} = 2022-06-14, without quotes")
    return Stated(value, Origin.SIDECAR)


def _kind(path: str, where: str, table: Mapping[str, object]) -> Stated[DocumentKind]:
    value = table.get("kind")
    if value is None:
        return Stated()
    if not isinstance(value, str) or value not in {kind.value for kind in DocumentKind}:
        raise SidecarError(path, f"{where} kind is {value!r}, allowed are {_KINDS}")
    return Stated(DocumentKind(value), Origin.SIDECAR)


def _flag(value: T | None) -> Stated[T]:
    return Stated() if value is None else Stated(value, Origin.FLAG)
