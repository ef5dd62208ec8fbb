"""What is said about a file, outside its text?

A file's own metadata, a sidecar `minutes.toml` in its folder, and flags may state what the text does not: council, body,
date. Each fact keeps who said it. Printed words win over all of these; that is decided in `segmenting/header.py`, not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from index.sources import DocumentKind
from index.sources import Stated


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts about one document, each with its origin; `published` is when a page was posted, never the meeting's date."""

    council: Stated[str] = Stated()  # noqa: RUF009 - frozen, so one instance may be shared
    body: Stated[str] = Stated()  # noqa: RUF009 - as above
    date: Stated[date] = Stated()  # noqa: RUF009 - as above
    kind: Stated[DocumentKind] = Stated()  # noqa: RUF009 - as above
    title: Stated[str] = Stated()  # noqa: RUF009 - as above
    published: Stated[date] = Stated()  # noqa: RUF009 - as above
    url: Stated[str] = Stated()  # noqa: RUF009 - as above
