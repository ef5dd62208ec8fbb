"""Why was a file not read?

Each refusal is one class whose message says what, where and what to do; the report prints it as it stands. All are kept to one
document: the rest of the folder is ingested.
"""

from __future__ import annotations

from index.errors import ArchiveError


class IngestError(ArchiveError):
    """Base of what can go wrong between a folder and an archive."""


class FolderError(IngestError):
    """The folder to ingest is not there or is not a folder."""

    def __init__(self, folder: str) -> None:
        super().__init__(f"{folder} is not a folder that can be read: name the folder that holds the minutes")


class SidecarError(IngestError):
    """A minutes.toml that cannot be understood."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}; see `minutes.toml` in the README")


class RefusedError(IngestError):
    """A file that was not ingested. `reason` says what is wrong, `remedy` what to do about it."""

    def __init__(self, path: str, reason: str, remedy: str) -> None:
        super().__init__(f"{path}: {reason}; {remedy}")
        self.path = path
        self.reason = reason
        self.remedy = remedy
