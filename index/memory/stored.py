"""What does an archive in memory hold?

Deposits as they were put, by document id, with the text of each chunk. An address `memory:NAME` lives as long as the process and
is for tests only. Nothing here is quick, and nothing is saved.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.left_out import LeftOut
from index.manifest import Manifest
from index.ports import Deposit


@dataclass(frozen=True, slots=True)
class Stored:
    """A document as it was put, what read it, and the indexed text of each of its chunks."""

    deposit: Deposit
    reading: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Generation:
    """What one commit made of an archive."""

    manifest: Manifest
    stored: dict[str, Stored]


LEFT_OUT: dict[str, LeftOut] = {}
ARCHIVES: dict[str, Generation] = {}
WRITTEN_NOW: set[str] = set()
