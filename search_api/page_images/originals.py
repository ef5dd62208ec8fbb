"""Is this the file that was read?

Takes a document of the archive and the folder that its file should lie below, gives the file's bytes, and only where they are, with
what is stated about the file, exactly those that were read: the fingerprint says so. Never opens anything outside the folder.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.ids import fingerprint
from index.sources import SourceDocument
from search_api.errors_images import NoDocumentsFolderError
from search_api.errors_images import NotAPdfError
from search_api.errors_images import OriginalChangedError
from search_api.errors_images import OriginalMissingError

PDF = "application/pdf"

Stated = Callable[[Path, str], str]
"""Gives what is stated about a file, by the folder and the path below it, as it went into the fingerprint; or an empty text."""


def nothing_stated(_folder: Path, _path: str) -> str:
    """State nothing about any file."""
    return ""


@dataclass(frozen=True, slots=True)
class Originals:
    """The folder that was ingested, if it is known, and who knows what is stated about its files."""

    folder: Path | None = None
    stated: Stated = nothing_stated

    def content(self, document: SourceDocument) -> bytes:
        """Return the bytes of a PDF as it was read.

        Raises `NoDocumentsFolderError`, `NotAPdfError`, `OriginalMissingError` or `OriginalChangedError`.
        """
        if self.folder is None:
            raise NoDocumentsFolderError
        if document.media != PDF:
            raise NotAPdfError(document.path)
        content = _bytes_below(self.folder, document.path)
        stated = self.stated(self.folder, document.path)
        if fingerprint(content, *([stated] if stated else [])) != document.fingerprint:
            raise OriginalChangedError(document.path)
        return content


def _bytes_below(folder: Path, path: str) -> bytes:
    """Read a file by its path below the folder; what leads out of the folder, by dots or by links, is not there."""
    try:
        file = (folder / path).resolve(strict=True)
        if not file.is_relative_to(folder.resolve(strict=True)) or not file.is_file():
            raise OriginalMissingError(path)
        return file.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise OriginalMissingError(path) from error
