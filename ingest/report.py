"""What became of each file?

An `IngestReport` is what a person reads after an ingest: what is new, changed, gone or unchanged, what was refused and why, and
how many items were withheld because they are not open. It never holds text of a document.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import fields

from index.manifest import Counts
from index.records import Meeting
from index.records import unclear_facts


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file, or pages of one, that was not ingested: which, what is wrong with it, and what to do."""

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
class AroundCounts:
    """How much was read around the decisions of what is new or changed; `unclear` counts the facts no rule was sure of."""

    attendance: int = 0
    interests: int = 0
    undertakings: int = 0
    references: int = 0
    referrals: int = 0
    exclusions: int = 0
    corrections: int = 0
    unclear: int = 0

    def with_meetings(self, meetings: Iterable[Meeting]) -> AroundCounts:
        """Return these counts and those of the meetings."""
        items = [item for meeting in meetings for item in meeting.items]
        read = {one.name: sum(len(getattr(item, one.name)) for item in items) for one in fields(self) if one.name != "unclear"}
        read["unclear"] = sum(unclear_facts(item) for item in items)
        return AroundCounts(**{name: getattr(self, name) + count for name, count in read.items()})


@dataclass(frozen=True, slots=True)
class IngestReport:
    """The outcome of one ingest. `embedded` texts went through the model, `reused` vectors did not; times in seconds.

    `refused` are whole files; `unread` are pages of files that are in the archive without them.
    """

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
    unread: tuple[Refusal, ...] = ()
    around: AroundCounts = AroundCounts()

    @property
    def complete(self) -> bool:
        """Whether every file was ingested, and every page of it."""
        return not self.refused and not self.unread
