"""Which files are a generation made of, and are they whole?

    PLACE/manifest.json                     names the one generation that counts; replacing it is the commit
    PLACE/generations/N/catalogue.sqlite    the truth
    PLACE/generations/N/lexical/            the keyword leg
    PLACE/generations/N/dense.faiss         the embedding leg
    PLACE/generations/N/coarse.*            its rows rounded
    PLACE/lock                              held while somebody writes

Takes the folder of an archive; knows paths, hashes, and how bytes reach the disk in the right order, and never looks inside a
file other than the manifest. The order is that of SQLite's and Lucene's commits: everything named is on disk before its name is.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from index.errors import ArchiveError
from index.errors import DamagedArchiveError
from index.errors import MissingArchiveError
from index.manifest import Manifest
from index.manifest import from_json

CATALOGUE = "catalogue.sqlite"
LEXICAL = "lexical"
DENSE = "dense.faiss"

_MANIFEST = "manifest.json"
_SMALL = 1 << 20
_AHEAD = 1 << 17
"""Bytes asked for at a time: of more, Linux brings only the first."""


def address_of(place: Path) -> str:
    """Return the address that opens this folder."""
    return f"file:{place}"


def folder_of(place: Path, generation: int) -> Path:
    """Return the folder of one generation."""
    return place / "generations" / str(generation)


def read_manifest(place: Path) -> Manifest:
    """Return the committed manifest; raises `MissingArchiveError`, `UnknownFormatError` or `DamagedArchiveError`."""
    try:
        text = (place / _MANIFEST).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingArchiveError(address_of(place)) from error
    except UnicodeDecodeError as error:
        raise DamagedArchiveError(address_of(place), "its manifest is not text") from error
    return from_json(text, address_of(place))


def publish(place: Path, manifest: Manifest) -> None:
    """Make a generation the one that counts. The one atomic step of a commit; all its files must be on disk before."""
    aside = place / f"{_MANIFEST}.new"
    with aside.open("w", encoding="utf-8") as file:
        file.write(manifest.to_json())
        file.flush()
        os.fsync(file.fileno())
    aside.replace(place / _MANIFEST)
    _sync(place)


def settle(folder: Path) -> tuple[dict[str, str], dict[str, int]]:
    """Force a generation's files to the disk and return their hashes and sizes, by name below the folder."""
    found = sorted(_files(folder))
    for path in (*found, *(path for path in folder.rglob("*") if path.is_dir()), folder, folder.parent):
        _sync(path)
    names = {path.relative_to(folder).as_posix(): path for path in found}
    return {name: _hash(path) for name, path in names.items()}, {name: path.stat().st_size for name, path in names.items()}


def require_whole(place: Path, manifest: Manifest) -> None:
    """Raise `DamagedArchiveError` where a file is missing, has another length, or is small and has other bytes.

    Flipped bytes in a large file are found by `damaged` only: hashing all at every opening would make opening slow.
    """
    folder = folder_of(place, manifest.generation)
    for name, expected in manifest.files.items():
        path = folder / name
        if not path.is_file():
            raise DamagedArchiveError(address_of(place), f"{name} is missing")
        size = path.stat().st_size
        if size != manifest.sizes.get(name):
            raise DamagedArchiveError(address_of(place), f"{name} has {size} bytes, not {manifest.sizes.get(name)}")
        if size < _SMALL and _hash(path) != expected:
            raise DamagedArchiveError(address_of(place), f"the bytes of {name} have changed")


def read_ahead(place: Path, manifest: Manifest) -> None:
    """Ask the system to bring the files of a generation into memory, and do not wait for it.

    They are read through the page cache, from which they go again where nobody asks for a while: the searches after that took half
    as long again. Where the system cannot be asked (not Linux), each file is read when it is needed.
    """
    if not hasattr(os, "posix_fadvise"):
        return
    for name, size in manifest.sizes.items():
        with (folder_of(place, manifest.generation) / name).open("rb") as file:
            for start in range(0, size, _AHEAD):
                os.posix_fadvise(file.fileno(), start, _AHEAD, os.POSIX_FADV_WILLNEED)


def damaged(place: Path, manifest: Manifest) -> tuple[str, ...]:
    """Return the names of the files whose bytes are not those that were committed; reads every byte."""
    folder = folder_of(place, manifest.generation)
    return tuple(
        name for name, expected in manifest.files.items() if not (folder / name).is_file() or _hash(folder / name) != expected
    )


def committed_number(place: Path) -> int | None:
    """Return the number of the generation that counts, 0 where there is none yet, `None` where the manifest cannot be read."""
    try:
        return read_manifest(place).generation
    except MissingArchiveError:
        return 0
    except ArchiveError:
        return None


def newest_number(place: Path) -> int:
    """Return the highest generation number in use or left over, 0 where there is none."""
    return max([committed_number(place) or 0, *_numbers(place)])


def sweep(place: Path, keep: set[int]) -> None:
    """Delete the generations that are not kept, among them what a run that was cut off left behind."""
    for number in set(_numbers(place)) - keep:
        shutil.rmtree(folder_of(place, number), ignore_errors=True)


def _numbers(place: Path) -> list[int]:
    folder = place / "generations"
    return [int(path.name) for path in folder.iterdir() if path.name.isdecimal()] if folder.is_dir() else []


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
