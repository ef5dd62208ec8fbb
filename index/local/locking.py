"""Is somebody else writing this archive?

One advisory lock on one file (flock), taken for the whole of a write. The kernel lets go of it when the process ends, however it
ends, so a run that was killed never blocks the next; the file itself says nothing and stays.
"""

from __future__ import annotations

import fcntl
from pathlib import Path

from index.errors import ArchiveBusyError


class WriteLock:
    """The right to write in one folder; raises `ArchiveBusyError` where another holds it."""

    def __init__(self, place: Path, address: str) -> None:
        self._file = (place / "lock").open("ab")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self._file.close()
            raise ArchiveBusyError(address) from error

    @property
    def held(self) -> bool:
        """Return whether the lock has not been released yet."""
        return not self._file.closed

    def release(self) -> None:
        """Let the next writer in; harmless when done twice. Unlocked by name, since a forked child may hold the file open."""
        if self.held:
            fcntl.flock(self._file, fcntl.LOCK_UN)
            self._file.close()
