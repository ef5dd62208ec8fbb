"""How is a committed generation opened, and held still?

Takes the folder of an archive, opens exactly the generation that its manifest names, and stays on it: every file is opened at
once, so a later commit that deletes them takes nothing away. Never writes.
"""

from __future__ import annotations

from pathlib import Path

from index.errors import DamagedArchiveError
from index.local.catalogue import LocalCatalogue
from index.local.connections import Connections
from index.local.dense import LocalDense
from index.local.files import CATALOGUE
from index.local.files import DENSE
from index.local.files import LEXICAL
from index.local.files import address_of
from index.local.files import damaged
from index.local.files import folder_of
from index.local.files import read_ahead
from index.local.files import read_manifest
from index.local.files import require_whole
from index.local.lexical import LocalLexical
from index.local.people import LocalPeople
from index.local.register import LocalRegister
from index.local.rolls import LocalRolls
from index.local.vocabulary import LocalVocabulary
from index.manifest import WITHOUT_PEOPLE
from index.manifest import WITHOUT_ROLLS
from index.manifest import WITHOUT_ROUNDED
from index.manifest import Manifest
from index.ports import Archive


def open_local(place: Path) -> Archive:
    """Open the committed generation; raises `MissingArchiveError`, `UnknownFormatError` or `DamagedArchiveError`."""
    manifest = read_manifest(place)
    while True:
        try:
            return _open(place, manifest)
        except DamagedArchiveError:
            # Two commits may have passed since the manifest was read, and the second deleted what it names.
            newer = read_manifest(place)
            if newer.generation == manifest.generation:
                raise
            manifest = newer


def verify(place: Path) -> tuple[str, ...]:
    """Return the names of the files that are missing or whose bytes have changed; reads all of them. Empty means whole."""
    return damaged(place, read_manifest(place))


def _open(place: Path, manifest: Manifest) -> Archive:
    require_whole(place, manifest)
    read_ahead(place, manifest)
    where = address_of(place)
    folder = folder_of(place, manifest.generation)
    connections = Connections(folder / CATALOGUE, where)
    people = LocalPeople(connections, noted=manifest.format != WITHOUT_PEOPLE)
    return Archive(
        manifest=manifest,
        catalogue=LocalCatalogue(connections, people),
        register=LocalRegister(connections, people),
        lexical=LocalLexical(folder / LEXICAL, where),
        dense=LocalDense(folder / DENSE, where, rounded=manifest.format not in WITHOUT_ROUNDED),
        vocabulary=LocalVocabulary(connections, counted=manifest.format != WITHOUT_PEOPLE),
        rolls=LocalRolls(connections, people, kept=manifest.format not in WITHOUT_ROLLS),
    )
