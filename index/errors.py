"""What can go wrong with an archive, and what to do about it.

One small tree under `ArchiveError`. Every message says what happened, where, and the remedy, in one sentence, because the
command line prints it as it stands. Rooms above add their own branches; nobody raises `ArchiveError` itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence


class ArchiveError(Exception):
    """Base of every error this product raises on purpose."""


class MissingArchiveError(ArchiveError):
    """There is no committed archive at the address."""

    def __init__(self, address: str) -> None:
        super().__init__(f"there is no archive at {address}: make one with `minutebook ingest FOLDER --archive {address}`")
        self.address = address


class UnknownAddressError(ArchiveError):
    """The address names no backend that is built in."""

    def __init__(self, address: str, schemes: Iterable[str]) -> None:
        known = ", ".join(f"{scheme}:" for scheme in sorted(schemes))
        super().__init__(f"the archive address {address!r} starts with no known scheme: use one of {known}")


class UnknownFormatError(ArchiveError):
    """The archive was written in a format this release cannot read."""

    def __init__(self, where: str, found: object, known: Sequence[int]) -> None:
        formats = " and ".join(map(str, known))
        super().__init__(
            f"the archive at {where} has format {found}, this release reads format {formats}: "
            "rebuild it with `minutebook ingest FOLDER --rebuild`"
        )


class DamagedArchiveError(ArchiveError):
    """A file of the archive is missing or is not what the manifest says."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"the archive at {where} is damaged ({reason}): rebuild it with `minutebook ingest FOLDER --rebuild`")


class WrongModelError(ArchiveError):
    """The archive's vectors were made by another model than the one asked for."""

    def __init__(self, built_with: str, asked_for: str) -> None:
        super().__init__(
            f"the archive was built with the model {built_with}, the settings name {asked_for}: rebuild it with "
            "`minutebook ingest FOLDER --rebuild`, or take `model` out of minutebook.toml"
        )


class ModelFilesError(ArchiveError):
    """The model's files are missing or are not the bytes they should be."""

    def __init__(self, model: str, reason: str) -> None:
        super().__init__(f"the model {model} cannot be opened ({reason}): install it again with `make sync`")


class ArchiveBusyError(ArchiveError):
    """Another process is writing this archive."""

    def __init__(self, where: str) -> None:
        super().__init__(f"another ingest is writing the archive at {where}: wait for it to end, then run this again")


class UnwritableArchiveError(ArchiveError):
    """The next generation could not be written; the committed one is untouched."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"the archive at {where} could not be written ({reason}): what was committed before is untouched; "
            "make room or give leave to write there, then run this again"
        )


class UnfitDepositError(ArchiveError):
    """A document that may not be stored as it was handed over; nothing of it was."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} was not stored ({reason}): nothing of it is in the archive; please report this with the file")


class UnknownRecordError(ArchiveError):
    """An id that the archive does not hold."""

    def __init__(self, kind: str, identifier: object) -> None:
        super().__init__(f"the archive holds no {kind} {identifier!r}: take ids from a search in the same archive")
        self.kind = kind
        self.identifier = identifier


class NamesNotNotedError(ArchiveError):
    """A filter by people was asked of an archive of the format that noted none."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"the archive at {where} was built before names were noted: "
            f"run `minutebook ingest FOLDER --archive {where}` to note them"
        )


class RollsNotKeptError(ArchiveError):
    """Votes or people were asked for in an archive of a format that kept no lists of them."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"the archive at {where} was built before votes and people were listed: "
            f"run `minutebook ingest FOLDER --archive {where}` to list them"
        )


class SettingsError(ArchiveError):
    """A setting is unknown or out of bounds."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"settings in {where}: {reason}; `minutebook status` prints the settings in force")


class SpanError(ArchiveError):
    """A span does not lie inside the page it names."""

    def __init__(self, span: object, length: int) -> None:
        super().__init__(f"{span} does not lie inside its page of {length} characters: the archive is damaged, rebuild it")
