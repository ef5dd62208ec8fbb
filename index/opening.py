"""Where is the archive, and which backend reads or writes it?

The single switch from an address to a backend. This is one of the two files that import inside functions, so that reading
never loads what only writing needs, and `--help` loads neither.
"""
# ruff: noqa: PLC0415 - loading on demand is what this file is for

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from typing import TYPE_CHECKING

from index.errors import UnknownAddressError

if TYPE_CHECKING:
    from index.left_out import LeftOut
    from index.manifest import Manifest
    from index.manifest import ModelIdentity
    from index.ports import Archive
    from index.ports import ArchiveWriter
    from index.ports import Embedder


def open_archive(address: str) -> Archive:
    """Open the committed generation at an address; raises `MissingArchiveError` and the other archive errors."""
    scheme, place = _split(address, _READERS)
    return _READERS[scheme](place)


def committed_manifest(address: str) -> Manifest:
    """Read what is committed at an address now, without opening it: cheap enough to ask before every question."""
    scheme, place = _split(address, _MANIFESTS)
    return _MANIFESTS[scheme](place)


def begin_archive(address: str, model: ModelIdentity, reading: str, *, rebuild: bool = False) -> ArchiveWriter:
    """Begin the next generation; `reading` names the version of the reading rules, `rebuild` starts from nothing.

    Raises `WrongModelError` where the archive there was built with another model, `ArchiveBusyError` where somebody writes it.
    """
    scheme, place = _split(address, _WRITERS)
    return _WRITERS[scheme](place, model, reading, rebuild)


def keep_left_out(address: str, left_out: LeftOut) -> None:
    """Note what the ingest that made this generation left out, or looked at again; raises `OSError`."""
    scheme, place = _split(address, _KEEPERS)
    _KEEPERS[scheme](place, left_out)


def left_out_of(address: str, generation: int) -> LeftOut | None:
    """Return what is not in this generation, `None` where that was not noted."""
    scheme, place = _split(address, _KEPT)
    kept = _KEPT[scheme](place)
    return kept if kept is not None and kept.generation == generation else None


def open_embedder(model: str) -> Embedder:
    """Open a built-in model by name, a model in a local folder, or `hashing` (for tests that are not about meaning)."""
    if model == "hashing":
        from index.embedding.hashing import HashingEmbedder

        return HashingEmbedder()
    from index.embedding.built_in import BUILT_IN

    if model == BUILT_IN:
        from index.embedding.fast import FastEmbedder

        return FastEmbedder()
    from index.embedding.sentence_transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(model)


def _split(address: str, backends: Mapping[str, object]) -> tuple[str, str]:
    scheme, colon, place = address.partition(":")
    if not colon or scheme not in backends:
        raise UnknownAddressError(address, backends)
    return scheme, place


def _read_local(place: str) -> Archive:
    from pathlib import Path

    from index.local.reader import open_local

    return open_local(Path(place))


def _manifest_local(place: str) -> Manifest:
    from pathlib import Path

    from index.local.files import read_manifest

    return read_manifest(Path(place))


def _write_local(place: str, model: ModelIdentity, reading: str, rebuild: bool) -> ArchiveWriter:  # noqa: FBT001 - one shape for all
    from pathlib import Path

    from index.local.writer import begin_local

    return begin_local(Path(place), model, reading, rebuild=rebuild)


def _read_memory(place: str) -> Archive:
    from index.memory.reader import open_memory

    return open_memory(place)


def _manifest_memory(place: str) -> Manifest:
    return _read_memory(place).manifest


def _write_memory(place: str, model: ModelIdentity, reading: str, rebuild: bool) -> ArchiveWriter:  # noqa: FBT001 - as above
    from index.memory.writer import begin_memory

    return begin_memory(place, model, reading, rebuild=rebuild)


def _keep_local(place: str, left_out: LeftOut) -> None:
    from pathlib import Path

    from index.local.left_out import keep

    keep(Path(place), left_out)


def _kept_local(place: str) -> LeftOut | None:
    from pathlib import Path

    from index.local.left_out import kept

    return kept(Path(place))


def _keep_memory(place: str, left_out: LeftOut) -> None:
    from index.memory.stored import LEFT_OUT

    LEFT_OUT[place] = left_out


def _kept_memory(place: str) -> LeftOut | None:
    from index.memory.stored import LEFT_OUT

    return LEFT_OUT.get(place)


_KEEPERS: dict[str, Callable[[str, LeftOut], None]] = {"file": _keep_local, "memory": _keep_memory}
_KEPT: dict[str, Callable[[str], LeftOut | None]] = {"file": _kept_local, "memory": _kept_memory}
_READERS: dict[str, Callable[[str], Archive]] = {"file": _read_local, "memory": _read_memory}
_MANIFESTS: dict[str, Callable[[str], Manifest]] = {"file": _manifest_local, "memory": _manifest_memory}
_WRITERS: dict[str, Callable[[str, ModelIdentity, str, bool], ArchiveWriter]] = {"file": _write_local, "memory": _write_memory}
