"""What became of each file?

An `IngestReport` is what a person reads after an ingest: what is new, changed, gone or unchanged, what was refused and why, and
how many items were withheld because they are not open. It never holds text of a document.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.manifest import Counts


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not ingested: which, what is wrong with it, and what to do."""

    path: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingest is: `done` of `total` files; `stage` is a word for a person."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class IngestReport:
    """The outcome of one ingest. `embedded` texts went through the model, `reused` vectors did not; times in seconds."""

    new: int
    changed: int
    gone: int
    unchanged: int
    refused: tuple[Refusal, ...]
    withheld_items: int
    withheld_documents: int
    embedded: int
    reused: int
    seconds: float
    reading_seconds: float
    generation: int
    counts: Counts
    notices: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every file was ingested."""
        return not self.refused
