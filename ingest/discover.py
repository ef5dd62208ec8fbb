"""Which files are new, changed, gone?

Takes a folder and what the archive already holds, gives the documents to read, by content: a document is changed when its bytes or
the facts stated about it changed. Never asks a clock or a file's time, never follows links to folders (they may run in circles),
never holds a file longer than it takes to hash it: bytes are loaded when a document is read.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from pathlib import PurePosixPath

from index.ids import document_id
from index.ids import fingerprint
from index.ports import KnownDocument
from ingest.errors import FolderError
from ingest.errors import RefusedError
from ingest.errors import SidecarError
from ingest.facts import Facts
from ingest.facts import canonical
from ingest.facts import merged
from ingest.sidecar import SIDECAR
from ingest.sidecar import Sidecar
from ingest.sidecar import facts_for
from ingest.sidecar import names_without_file
from ingest.sidecar import parse_sidecar

_JUNK = frozenset(("__MACOSX", "Thumbs.db", "desktop.ini"))
_JUNK_STARTS = (".", "~$")
"""Hidden files, and the lock files that Word leaves while a document is open."""
_GIVE_LEAVE = "give leave to read it, then run this again"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: its path below the ingested folder, its fingerprint, and what sidecars and flags state about it."""

    path: str
    fingerprint: str
    stated: Facts
    file: Path

    @property
    def document_id(self) -> str:
        """The document's name in the archive."""
        return document_id(self.path, self.fingerprint)

    def facts(self, from_file: Facts) -> Facts:
        """Return what is stated about the document, its own metadata included; sidecars and flags win over that."""
        return merged(from_file, self.stated)

    def content(self) -> bytes:
        """Load the bytes; raises `RefusedError` where they cannot be read or are no longer those that were found."""
        content = _loaded(self.path, self.file)
        if fingerprint(content, *_as_text(self.stated)) != self.fingerprint:
            raise RefusedError(self.path, "changed while the folder was being read", "run the same command again")
        return content


@dataclass(frozen=True, slots=True)
class Discovery:
    """What a folder holds compared with the archive, each part in the order of paths. `gone` are ids of documents without a file.

    `refused` are files that cannot be opened; what the archive holds of them is not gone. `notices` are lines for a person.
    """

    new: tuple[Found, ...] = ()
    changed: tuple[Found, ...] = ()
    unchanged: tuple[Found, ...] = ()
    gone: tuple[str, ...] = ()
    refused: tuple[RefusedError, ...] = ()
    notices: tuple[str, ...] = ()


def discover(folder: Path, known: Mapping[str, KnownDocument], flags: Facts | None = None) -> Discovery:
    """Compare a folder with what is known; raises `FolderError`, and `SidecarError` before any document is looked at."""
    if not folder.is_dir():
        raise FolderError(str(folder))
    files, refused = _files_below(folder)
    sidecars = {str(PurePosixPath(path).parent): _sidecar(path, file) for path, file in files.items() if file.name == SIDECAR}
    documents: list[Found] = []
    for path in sorted(path for path, file in files.items() if file.name != SIDECAR):
        try:
            documents.append(_found(path, files[path], facts_for(path, sidecars, flags or Facts())))
        except RefusedError as error:
            refused.append(error)
    notices = tuple(names_without_file(sidecars, frozenset(files)))
    return _compared(documents, known, tuple(sorted(refused, key=lambda error: error.path)), notices)


def _compared(
    documents: list[Found],
    known: Mapping[str, KnownDocument],
    refused: tuple[RefusedError, ...],
    notices: tuple[str, ...],
) -> Discovery:
    held = {path: document.fingerprint for path, document in known.items()}
    paths = {document.path for document in documents}
    return Discovery(
        new=tuple(document for document in documents if document.path not in held),
        changed=tuple(document for document in documents if held.get(document.path, document.fingerprint) != document.fingerprint),
        unchanged=tuple(document for document in documents if held.get(document.path) == document.fingerprint),
        gone=tuple(known[path].document_id for path in sorted(held) if path not in paths and not _is_hidden_by(path, refused)),
        refused=refused,
        notices=notices,
    )


def _is_hidden_by(path: str, refused: tuple[RefusedError, ...]) -> bool:
    """Return whether a path is not gone but out of reach: a folder that cannot be opened must not empty the archive."""
    return any(error.path in {".", path} or path.startswith(f"{error.path}/") for error in refused)


def _files_below(folder: Path) -> tuple[dict[str, Path], list[RefusedError]]:
    """Return the files by path below the folder, and what cannot be opened; junk is in neither."""
    files: dict[str, Path] = {}
    refused: list[RefusedError] = []
    pending = [folder]
    while pending:
        here = pending.pop()
        try:
            entries = [entry for entry in os.scandir(here) if not _is_junk(entry.name)]
        except OSError as error:
            refused.append(_unreadable(_below(folder, here), error))
            continue
        for entry in entries:
            path = Path(entry.path)
            problem = _problem_with(entry)
            if problem:
                refused.append(RefusedError(_printable(_below(folder, path)), *problem))
            elif entry.is_dir():
                pending.append(path)
            else:
                files[_below(folder, path)] = path
    return files, refused


def _is_junk(name: str) -> bool:
    return name in _JUNK or name.startswith(_JUNK_STARTS)


def _problem_with(entry: os.DirEntry[str]) -> tuple[str, str] | None:
    """Return why an entry is not taken, and what to do, or `None`."""
    if _printable(entry.name) != entry.name:
        return "has a name that is not UTF-8", "rename it"
    try:
        is_folder, is_file = entry.is_dir(), entry.is_file()
    except OSError as error:  # such as a link to itself
        return f"cannot be opened ({error.strerror})", _GIVE_LEAVE
    if is_folder and entry.is_symlink():
        return "is a link to a folder, which is not followed", "ingest that folder itself or copy it here"
    return None if is_folder or is_file else ("is no file that can be read", "take it away, or mend the link")


def _printable(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _below(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _sidecar(path: str, file: Path) -> Sidecar:
    try:
        return parse_sidecar(path, file.read_bytes())
    except OSError as error:
        raise SidecarError(path, f"cannot be opened ({error.strerror})") from error


def _found(path: str, file: Path, stated: Facts) -> Found:
    """Hash a file in pieces. This is `index.ids.fingerprint`, which wants the bytes whole; a test holds the two together."""
    try:
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256")
    except OSError as error:
        raise _unreadable(path, error) from error
    for facts in _as_text(stated):
        digest.update(b"\x00" + facts.encode())
    return Found(path, digest.hexdigest(), stated, file)


def _as_text(stated: Facts) -> tuple[str, ...]:
    facts = canonical(stated)
    return (facts,) if facts else ()


def _loaded(path: str, file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: str, error: OSError) -> RefusedError:
    return RefusedError(path, f"cannot be opened ({error.strerror})", _GIVE_LEAVE)
