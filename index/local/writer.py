"""How does the next generation come about?

Built aside: the catalogue is copied and changed, the two indexes are built from it, everything is forced to the disk, and then
one atomic replace of the manifest makes it the generation that counts. Until that moment readers see the old one, and a run that
is cut off anywhere leaves nothing but a folder for the next one to sweep up.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from contextlib import ExitStack
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.deposits import require_fit
from index.errors import DamagedArchiveError
from index.errors import MissingArchiveError
from index.errors import UnwritableArchiveError
from index.errors import WrongModelError
from index.local import dense
from index.local import lexical
from index.local import storing
from index.local import vocabulary
from index.local.connections import Connections
from index.local.dense import LocalDense
from index.local.files import CATALOGUE
from index.local.files import DENSE
from index.local.files import LEXICAL
from index.local.files import address_of
from index.local.files import committed_number
from index.local.files import damaged
from index.local.files import folder_of
from index.local.files import newest_number
from index.local.files import publish
from index.local.files import read_manifest
from index.local.files import settle
from index.local.files import sweep
from index.local.locking import WriteLock
from index.local.schema import open_for_writing
from index.manifest import FORMAT
from index.manifest import WHOLE_ONLY
from index.manifest import WITHOUT_PEOPLE
from index.manifest import WITHOUT_ROLLS
from index.manifest import WITHOUT_ROUNDED
from index.manifest import Manifest
from index.manifest import ModelIdentity
from index.ports import Deposit
from index.ports import KnownDocument
from index.ports import Vectors

_HELD_VECTORS = "SELECT digest, min(id) FROM chunks WHERE digest IN (SELECT value FROM json_each(?)) GROUP BY digest"


def begin_local(place: Path, model: ModelIdentity, reading: str, *, rebuild: bool = False) -> LocalWriter:
    """Begin the next generation; raises `ArchiveBusyError`, `WrongModelError`, `UnwritableArchiveError` and, unless it is a
    rebuild, the errors of opening what is there.
    """
    with _reporting(place), ExitStack() as undo:
        place.mkdir(parents=True, exist_ok=True)
        lock = WriteLock(place, address_of(place))
        undo.callback(lock.release)
        previous = None if rebuild else _previous(place, model)
        _sweep_leftovers(place)
        writer = LocalWriter(place, lock, model, reading, previous)
        undo.pop_all()
        return writer


def _previous(place: Path, model: ModelIdentity) -> Manifest | None:
    try:
        manifest = read_manifest(place)
    except MissingArchiveError:
        return None
    if manifest.model != model:
        raise WrongModelError(str(manifest.model), str(model))
    # Every byte is read, or rot would be copied into the next generation and get a fresh hash there.
    if broken := damaged(place, manifest):
        raise DamagedArchiveError(address_of(place), f"missing or changed: {', '.join(broken)}")
    return manifest


def _sweep_leftovers(place: Path) -> None:
    committed = committed_number(place)
    # In a rebuild over a manifest that cannot be read, which generation counts is unknown, so none is touched.
    if committed is not None:
        sweep(place, {committed})


class LocalWriter:
    """An `ArchiveWriter` for one folder. Vectors are kept by the digest of their text: equal texts share one."""

    def __init__(self, place: Path, lock: WriteLock, model: ModelIdentity, reading: str, previous: Manifest | None) -> None:
        self._place = place
        self._lock = lock
        self._model = model
        self._reading = reading
        self._number = newest_number(place) + 1
        self._folder = folder_of(place, self._number)
        self._folder.mkdir(parents=True)
        self._before = None if previous is None else _Before(place, previous)
        self._outdated = previous is not None and previous.format != FORMAT
        self._spoilt = False
        self._fresh: dict[str, NDArray[np.float16]] = {}
        self._catalogue = open_for_writing(self._folder / CATALOGUE, None if self._before is None else self._before.catalogue)
        self._catalogue.execute("BEGIN")
        if previous is not None and previous.format == WITHOUT_PEOPLE:
            storing.note_all_people(self._catalogue, address_of(place))
        if previous is not None and previous.format in WITHOUT_ROLLS:
            storing.list_all_rolls(self._catalogue, address_of(place))

    def known(self) -> Mapping[str, KnownDocument]:
        """Return what is held by path, pending changes included."""
        return storing.known(self._catalogue, self._reading)

    def outdated(self) -> bool:
        """Return whether the generation that is built upon has an older format."""
        return self._outdated

    def vectors(self, digests: Sequence[str]) -> Mapping[str, Vectors]:
        """Return vectors of texts that were committed or put before, also of documents that are about to go."""
        found = {digest: self._fresh[digest].astype(np.float32) for digest in digests if digest in self._fresh}
        if self._before is None:
            return found
        return found | self._before.vectors([digest for digest in digests if digest not in found])

    def put(self, deposit: Deposit) -> None:
        """Store a document in place of the one with its path; raises `UnfitDepositError`."""
        require_fit(deposit, self._model.dimension)
        with self._changing():
            digests = storing.store(self._catalogue, deposit, self._reading)
        # Half precision is what the index stores, so a vector is the same now and when it is read back.
        self._fresh.update((digest, rows.astype(np.float16)) for digest, rows in zip(digests, deposit.vectors, strict=True))

    def remove(self, document_id: str) -> None:
        """Take a document out; raises `UnknownRecordError`."""
        with self._changing():
            storing.remove(self._catalogue, document_id)

    def commit(self, committed: str) -> Manifest:
        """Build the indexes and make the generation the one that counts; raises `UnwritableArchiveError`, and then the old
        generation still counts and the writer is to be abandoned.
        """
        with _reporting(self._place):
            manifest = self._build(committed)
            publish(self._place, manifest)
            sweep(self._place, {self._number})
        self._lock.release()
        return manifest

    def abandon(self) -> None:
        """Delete what was built aside and let the next writer in."""
        if self._lock.held:
            self._catalogue.close()
            # A commit may fail after its one decisive step, when the folder is told to the disk: then this generation counts.
            if committed_number(self._place) != self._number:
                shutil.rmtree(self._folder, ignore_errors=True)
            self._lock.release()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        # SQLite answers a full disk, a failed write or want of memory by undoing all that was stored since the beginning. What
        # came after would be committed without what came before, so nothing may.
        if self._spoilt or not self._catalogue.in_transaction:
            raise UnwritableArchiveError(address_of(self._place), "an earlier error undid what had been stored")
        try:
            with _reporting(self._place):
                yield
        except UnwritableArchiveError:
            self._spoilt = True
            raise

    def _build(self, committed: str) -> Manifest:
        where = address_of(self._place)
        with self._changing():
            vocabulary.count_all(self._catalogue, where)
            self._catalogue.execute("COMMIT")
            self._catalogue.execute("ANALYZE")
        counts = storing.counts(self._catalogue)
        digests = storing.chunk_digests(self._catalogue)
        lexical.build(self._folder / LEXICAL, storing.chunk_tokens(self._catalogue), where)
        self._catalogue.close()
        dense.build(self._folder / DENSE, self._model.dimension, digests, lambda ids: self._views(ids, digests), where)
        files, sizes = settle(self._folder)
        return Manifest(self._number, self._model, self._reading, committed, counts, files, sizes)

    def _views(self, chunk_ids: Sequence[int], digests: Mapping[int, str]) -> list[Vectors]:
        # A chunk that was not put now was copied with the catalogue, so it has rows in the index before.
        copied = [chunk_id for chunk_id in chunk_ids if digests[chunk_id] not in self._fresh]
        held = dict(zip(copied, self._before.dense.views(copied), strict=True)) if self._before is not None else {}
        return [held[chunk_id] if chunk_id in held else self._fresh[digests[chunk_id]].astype(np.float32) for chunk_id in chunk_ids]


class _Before:
    """The generation that is built upon, as far as a writer reads it."""

    def __init__(self, place: Path, manifest: Manifest) -> None:
        folder = folder_of(place, manifest.generation)
        self.catalogue = folder / CATALOGUE
        self.dense = LocalDense(folder / DENSE, address_of(place), rounded=manifest.format not in WITHOUT_ROUNDED)
        self._connections = Connections(self.catalogue, address_of(place))
        self._in_parts = manifest.format not in WHOLE_ONLY

    def vectors(self, digests: Sequence[str]) -> dict[str, Vectors]:
        if not self._in_parts:
            return {}
        held = dict(self._connections.rows(_HELD_VECTORS, (json.dumps(list(digests)),)))
        return dict(zip(held, self.dense.views(list(held.values())), strict=True))


@contextmanager
def _reporting(place: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        raise UnwritableArchiveError(address_of(place), str(error)) from error
