"""How is JSON written for programs?

Takes plain objects, writes UTF-8 with the keys in the order given, the same bytes for the same objects: one object a call, or one
a line. Writes to standard output or a file; never mixes with what people read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from collections.abc import Mapping
from pathlib import Path

from index.errors import ArchiveError


class OutputError(ArchiveError):
    """A file that cannot be written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be written ({reason}): name another file with --out")


def print_json(found: object) -> None:
    """Print one object, indented."""
    print(json.dumps(found, ensure_ascii=False, indent=2))


def line_of(row: Mapping[str, object]) -> str:
    """Return one object as one line."""
    return json.dumps(row, ensure_ascii=False)


def write_lines(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    """Write one object a line; raises `OutputError`."""
    try:
        path.write_text("".join(f"{line_of(row)}\n" for row in rows), encoding="utf-8")
    except OSError as error:
        raise OutputError(path, error.strerror or str(error)) from error
