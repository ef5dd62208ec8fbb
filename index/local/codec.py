"""How is a record written into a table, and read back the same?

The only place that knows the form of a stored record: JSON by field name, dates and enums as their values. Takes and gives the
records of the ground floor; what does not fit them is damage, never a default.
"""

from __future__ import annotations

from typing import Generic
from typing import TypeVar

import msgspec

from index.errors import DamagedArchiveError
from index.passages import Chunk
from index.records import Meeting
from index.sources import SourceDocument

R = TypeVar("R")


class Codec(Generic[R]):
    """Turns one kind of record into JSON text and back."""

    def __init__(self, kind: type[R]) -> None:
        self._kind = kind
        # half the time of pydantic: an answer reads a hundred meetings and passages
        self._decoder = msgspec.json.Decoder(kind)

    def write(self, record: R) -> str:
        """Return the record as JSON."""
        return msgspec.json.encode(record).decode()

    def read(self, text: str, where: str) -> R:
        """Return the record; raises `DamagedArchiveError` naming the archive at `where`."""
        try:
            return self._decoder.decode(text)
        except msgspec.DecodeError as error:
            raise DamagedArchiveError(where, f"a stored {self._kind.__name__} cannot be read: {error}") from error


MEETING: Codec[Meeting] = Codec(Meeting)
DOCUMENT: Codec[SourceDocument] = Codec(SourceDocument)
CHUNK: Codec[Chunk] = Codec(Chunk)
