"""What was understood from plain words, and what could not be?

A `Chip` is one filter read from the words of a question, shown to the person and removable; a `Polite` is a sentence for words
that ask for a filter the archive cannot give. `firm` chips surely say which meetings are meant; the others may as well be what
the question is about ("the budget for 2019"), so they are offered and never applied unasked.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from index.passages import Filters
from index.ports import Coverage

Held = Callable[[Filters], Coverage]
"""What lies within filters: `Searcher.coverage`, which counts once, or `archive.register.coverage`."""


class ChipKind(StrEnum):
    """What a chip filters by."""

    DATE = "date"
    BODY = "body"
    COUNCIL = "council"


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter and the words it was read from: `words` is `text[start:end]` of the question."""

    kind: ChipKind
    label: str
    words: str
    start: int
    end: int
    filters: Filters
    firm: bool


@dataclass(frozen=True, slots=True)
class Polite:
    """Words that ask for what the archive cannot know, and the sentence that says so."""

    sentence: str
    words: str
    start: int
    end: int


def together(chips: Iterable[Chip]) -> Filters:
    """Return what chips ask for together: any of their councils, any of their bodies, all of their dates."""
    filters = [chip.filters for chip in chips]
    return Filters(
        councils=tuple(dict.fromkeys(name for one in filters for name in one.councils)),
        bodies=tuple(dict.fromkeys(name for one in filters for name in one.bodies)),
        since=max((one.since for one in filters if one.since), default=None),
        until=min((one.until for one in filters if one.until), default=None),
    )


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with these stretches crossed out, every other word where it was."""
    for start, end in spans:
        text = text[:start] + "\0" * (end - start) + text[end:]
    return text


def free(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Return whether no word between is taken already."""
    return all(end <= first or last <= start for first, last in taken)


def day_label(day: date) -> str:
    """Return a day as people write it."""
    return f"{day.day} {day:%B} {day.year}"
