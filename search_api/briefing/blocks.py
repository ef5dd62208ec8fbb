"""What is a page made of?

Headings, lines of ours, quotations and numbered sources: the few shapes that a briefing is laid out in, and that each writer of
files turns into its own mark-up. Ours and theirs are different types, so no writer can print the one as the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from search_api.briefing.wording import Ours
from search_api.briefing.wording import Word
from search_api.citations import Piece

BETWEEN = " · "
"""Stands between the fields of a line."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value with its label before it and who states it after it, where it has them."""

    value: Word | str
    label: Ours | None = None
    note: Ours | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """The title (level 0) or the heading of a part."""

    level: int
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of ours; `lead` is one that says which meeting the quotations below it come from."""

    fields: tuple[Field, ...]
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of the minutes, piece by piece, and the number of their citation."""

    pieces: tuple[Piece, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the numbered list of citations."""

    number: int
    fields: tuple[Field, ...]


Block = Heading | Line | Quotation | Source


def text_of(word: Word | str) -> str:
    """Return the words of a value: a fact's own, or a label as it stands."""
    return word if isinstance(word, str) else word.text


def said(one: Field) -> str:
    """Return a field as it is read: `Date: 2 September 2020 (inferred from file name)`."""
    label = f"{one.label}: " if one.label else ""
    note = f" ({one.note})" if one.note else ""
    return f"{label}{text_of(one.value)}{note}"


def line_of(fields: tuple[Field, ...]) -> str:
    """Return fields on one line."""
    return BETWEEN.join(said(one) for one in fields)
