"""Which archive has this name?

Takes the name, gives the archive as it was last committed; a later commit does not move it.
"""

from __future__ import annotations

from index.errors import MissingArchiveError
from index.memory.catalogue import MemoryCatalogue
from index.memory.dense import MemoryDense
from index.memory.lexical import MemoryLexical
from index.memory.register import MemoryRegister
from index.memory.rolls import MemoryRolls
from index.memory.stored import ARCHIVES
from index.memory.vocabulary import MemoryVocabulary
from index.ports import Archive


def open_memory(place: str) -> Archive:
    """Open the archive of this name; raises `MissingArchiveError`."""
    if place not in ARCHIVES:
        raise MissingArchiveError(f"memory:{place}")
    held = ARCHIVES[place]
    stored = tuple(held.stored.values())
    return Archive(
        manifest=held.manifest,
        catalogue=MemoryCatalogue(stored),
        register=MemoryRegister(stored),
        lexical=MemoryLexical(stored),
        dense=MemoryDense(stored),
        vocabulary=MemoryVocabulary(stored),
        rolls=MemoryRolls(stored),
    )
