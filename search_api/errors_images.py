"""Why is no picture of a page shown?

Each class is one reason with a name of its own on the wire, so that a page can say why it shows none. No message says what stands
on a page or where the documents lie on this machine.
"""

from __future__ import annotations

from index.errors import ArchiveError


class NoPictureError(ArchiveError):
    """Base of the reasons for which a page is not shown as a picture."""


class NoDocumentsFolderError(NoPictureError):
    """The API was not told where the original files are."""

    def __init__(self) -> None:
        super().__init__("pages are not shown as pictures here: start with --documents FOLDER, the folder that was ingested")


class NotAPdfError(NoPictureError):
    """The document is of a format that has no printed pages."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is not a PDF and has no printed pages: read its words as published")


class OriginalMissingError(NoPictureError):
    """The original file is not below the folder."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is not in the documents folder: put it back, or start with --documents and the ingested folder")


class OriginalChangedError(NoPictureError):
    """The original file is not, byte for byte and with what is stated about it, the one that was read."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} has changed since it was read, or what was stated about it then is not stated in a minutes.toml: "
            "run `minutebook ingest` on the folder again"
        )


class PageNotOpenError(NoPictureError):
    """Nothing on the page is known to be open to the public, or part of it is withheld, or part of it was never read."""

    def __init__(self, path: str, number: int) -> None:
        super().__init__(
            f"page {number} of {path} is not shown as a picture, since not all that stands on it is known to be open to the "
            "public: read the open items as published"
        )


class PageNotDrawnError(NoPictureError):
    """The page cannot be drawn."""

    def __init__(self, path: str, number: int) -> None:
        super().__init__(f"page {number} of {path} cannot be drawn: read its words as published")
