"""What did the last ingest leave out, and why?

A small record that stands beside a generation: files refused, pages that could not be read, how many documents are not open. It
holds paths, reasons and remedies and never a word of a document. It is told apart from the archive: one without it opens, and then
nothing is known. Takes and gives JSON text.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import TypeAdapter
from pydantic import ValidationError


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A file, or pages of one, that is not in the archive: its path below the folder, what is wrong with it, and what to do."""

    path: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not in one generation: whole files `refused`, and pages `unread` of files that are in it.

    `whole` says whether `unread` speaks of every document; it does not where some were read before such records were kept.
    """

    generation: int
    refused: tuple[Shortfall, ...] = ()
    unread: tuple[Shortfall, ...] = ()
    withheld_documents: int = 0
    whole: bool = True

    def to_json(self) -> str:
        """Return the record as JSON."""
        return _LEFT_OUT.dump_json(self, indent=2).decode() + "\n"


_LEFT_OUT = TypeAdapter(LeftOut)


def from_json(text: str | bytes) -> LeftOut | None:
    """Read a record; what cannot be read is no record, and never a damage to the archive beside which it stands."""
    try:
        return _LEFT_OUT.validate_json(text)
    except ValidationError:
        return None
