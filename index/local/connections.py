"""How do several threads read one catalogue?

The API answers on a pool of threads, and an SQLite connection serves one at a time. A few connections are opened together when
the archive is opened and lent out for one read each. Not one per thread, opened on first use: by then a later commit may have
deleted the files, and an open archive must stay as it was.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Mapping
from collections.abc import Sequence
from pathlib import Path
from queue import LifoQueue
from typing import Any

from index.errors import DamagedArchiveError
from index.local.schema import open_for_reading

_CONNECTIONS = 4


class Connections:
    """Read-only connections to one catalogue file."""

    def __init__(self, path: Path, where: str) -> None:
        self.where = where
        self._idle: LifoQueue[sqlite3.Connection] = LifoQueue()
        opened: list[sqlite3.Connection] = []
        # Closed with the archive that holds them: nobody is asked to remember it.
        weakref.finalize(self, _close, opened)
        try:
            for _ in range(_CONNECTIONS):
                opened.append(open_for_reading(path))
                opened[-1].execute("SELECT count(*) FROM documents")
        except sqlite3.DatabaseError as error:
            raise DamagedArchiveError(where, f"its catalogue cannot be opened: {error}") from error
        for connection in opened:
            self._idle.put(connection)

    def rows(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of one query; raises `DamagedArchiveError` where the file turns out to be broken."""
        connection = self._idle.get()
        try:
            return connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise DamagedArchiveError(self.where, f"its catalogue cannot be read: {error}") from error
        finally:
            self._idle.put(connection)


def _close(connections: list[sqlite3.Connection]) -> None:
    for connection in connections:
        connection.close()
