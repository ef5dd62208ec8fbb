"""What is said about a file, outside its text?

A file's own metadata, a sidecar `minutes.toml` in its folder, and flags may state what the text does not: council, body,
date. Each fact keeps who said it. Printed words win over all of these; that is decided in `segmenting/header.py`, not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import fields
from datetime import date as calendar_date
from typing import Any

from index.sources import DocumentKind
from index.sources import Origin
from index.sources import Stated


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts about one document, each with its origin; `published` is when a page was posted, never the meeting's date."""

    council: Stated[str] = Stated()
    body: Stated[str] = Stated()
    date: Stated[calendar_date] = Stated()
    kind: Stated[DocumentKind] = Stated()
    title: Stated[str] = Stated()
    published: Stated[calendar_date] = Stated()
    url: Stated[str] = Stated()


def merged(*layers: Facts) -> Facts:
    """Return facts of which each is the one stated last: give the file's own metadata first, then sidecar, then flags."""
    stated: dict[str, Any] = {}
    for layer in layers:
        stated.update((name, fact) for name in NAMES if is_stated(fact := getattr(layer, name)))
    return Facts(**stated)


def canonical(facts: Facts) -> str:
    """Return facts as one string that differs wherever they or their origins differ; empty where nothing is stated.

    It goes into a document's fingerprint, so that a changed sidecar changes the document.
    """
    stated = ((name, getattr(facts, name)) for name in NAMES)
    return "\n".join(f"{name}={str(fact.value)!r} ({fact.origin})" for name, fact in stated if is_stated(fact))


def is_stated(fact: Stated[Any]) -> bool:
    """Return whether anybody stated this fact."""
    return fact.origin is not Origin.NOT_STATED


NAMES = tuple(field.name for field in fields(Facts))
"""The facts there are, in the order in which they are written down."""
