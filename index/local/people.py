"""Which of the names noted in the archive does a name as typed stand for?

Takes names as typed, gives names as they are stored beside their items, so that a filter by people becomes a list of values.
The few thousand different names of an archive are read once and kept, since the generation never changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from index.errors import NamesNotNotedError
from index.local.connections import Connections
from index.people import named

_NAMES = "SELECT DISTINCT name FROM people ORDER BY name"


class LocalPeople:
    """The names noted in one catalogue; `noted` is false for an archive of the format that had none."""

    def __init__(self, connections: Connections, *, noted: bool) -> None:
        self._connections = connections
        self._noted = noted

    def named(self, asked: Sequence[str]) -> tuple[str, ...]:
        """Return the stored names that these stand for; raises `NamesNotNotedError`."""
        if not self._noted:
            raise NamesNotNotedError(self._connections.where)
        return named(asked, self._names)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(name for (name,) in self._connections.rows(_NAMES))
