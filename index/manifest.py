"""What was this archive built with, and may this release read it?

One small JSON file. Replacing it is the commit; reading it is how an archive is opened. Unknown formats, keys and text
versions are refused by name: an index asked in another dialect answers wrongly and in silence.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from dataclasses import fields

from index.errors import DamagedArchiveError
from index.errors import UnknownFormatError
from index.text import TEXT_VERSION

FORMAT = 4
"""Raised with every change on disk; a fixture of each released format stays in tests/formats."""

WITHOUT_PEOPLE = 1
"""The format that noted no people and counted no words."""

WHOLE_ONLY = (WITHOUT_PEOPLE, 2)
"""The formats that kept one vector a chunk and none of its parts."""

WITHOUT_ROLLS = (WITHOUT_PEOPLE, 2)
"""The formats that kept no lists of votes and of the names printed."""

WITHOUT_ROUNDED = (WITHOUT_PEOPLE, 2, 3)
"""The formats that kept no rounded vectors: every search walks over all exact ones."""

READABLE = (*WITHOUT_ROUNDED, FORMAT)
"""The formats that this release reads; an archive of an older one gets the newest when it is next written."""


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """Which model made the vectors: its name, the SHA-256 of its weights, and the length of a vector."""

    name: str
    weights: str
    dimension: int

    def __str__(self) -> str:
        return f"{self.name} ({self.dimension}, weights {self.weights[:8]})"


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the archive holds; `withheld` counts items that are not open and so were left out, `unclear` facts so stored."""

    documents: int = 0
    pages: int = 0
    meetings: int = 0
    items: int = 0
    limbs: int = 0
    chunks: int = 0
    withheld: int = 0
    unclear: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """The facts fixed at build time. `files` maps each store's files to their SHA-256 and `sizes` to their length in
    bytes, which is what can be checked at every opening; `committed` is ISO 8601, UTC.
    """

    generation: int
    model: ModelIdentity
    reading: str
    committed: str
    counts: Counts
    files: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    dense_weight: float = 0.55
    text_version: int = TEXT_VERSION
    format: int = FORMAT

    def to_json(self) -> str:
        """Return the manifest as JSON with sorted keys."""
        return json.dumps(asdict(self), indent=2, sort_keys=True) + "\n"


def from_json(text: str, where: str) -> Manifest:
    """Read a manifest; raises `UnknownFormatError` or `DamagedArchiveError` with the remedy."""
    try:
        raw = json.loads(text)
    except ValueError as error:
        raise DamagedArchiveError(where, "its manifest is not JSON") from error
    if not isinstance(raw, dict) or raw.get("format") not in READABLE:
        raise UnknownFormatError(where, raw.get("format") if isinstance(raw, dict) else None, READABLE)
    if raw.get("text_version") != TEXT_VERSION:
        raise UnknownFormatError(where, f"text version {raw.get('text_version')}", READABLE)
    unknown = set(raw) - {known.name for known in fields(Manifest)}
    if unknown:
        raise DamagedArchiveError(where, f"its manifest has unknown keys: {', '.join(sorted(unknown))}")
    try:
        return Manifest(**{**raw, "model": ModelIdentity(**raw["model"]), "counts": Counts(**raw["counts"])})
    except (TypeError, KeyError) as error:
        raise DamagedArchiveError(where, f"its manifest is incomplete: {error}") from error
