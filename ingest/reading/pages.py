"""What did a reader find in a file?

Pages of text, kept as read, with marks beside them: which stretches are furniture (running headers, page numbers, site
navigation) and which the format itself says are titles or labels. Marks are offsets into the text; nothing is ever deleted
from a page, so that what is cited later stands where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from enum import StrEnum

from ingest.facts import Facts

Told = Callable[[int, int], None]
"""Who wants to know how many pages are read, of how many."""


def nobody(_done: int, _total: int) -> None:
    """Want to know nothing."""


class MarkKind(StrEnum):
    """What the format says about a stretch of text.

    `HEADING` is any heading of the format (a Markdown `#`, a Word heading style, an HTML h1 to h4); `ITEM_NUMBER` and
    `ITEM_TITLE` are known to belong to an agenda item (ModernGov's classes); `LABEL` is a word of the publishing system that
    is not part of the record ("Minutes:", "Supporting documents:"); `MEETING` is the line that names a meeting.
    """

    HEADING = "heading"
    ITEM_NUMBER = "item number"
    ITEM_TITLE = "item title"
    LABEL = "label"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a page's text and what the format says it is; `link` is the address it carries, where it does."""

    kind: MarkKind
    start: int
    end: int
    link: str | None = None


@dataclass(frozen=True, slots=True)
class PageText:
    """One page as read. `furniture` are (start, end) ranges, ascending, that are on the page but not of the record.

    `unread` marks a page whose words could not be had: what follows it may be of an item whose heading nobody saw.
    """

    number: int
    text: str
    furniture: tuple[tuple[int, int], ...] = ()
    marks: tuple[Mark, ...] = ()
    ocr: bool = False
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """Pages of a file that is read otherwise, whose words could not be had: `reason` says which and why, `remedy` what to do."""

    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole file as read: its format, its pages, what its metadata states (front matter, HTML title), and what is missing."""

    media: str
    pages: tuple[PageText, ...]
    facts: Facts = Facts()
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page being put together. It holds no line end; marks count from its first character."""

    text: str
    marks: tuple[Mark, ...] = ()
    furniture: bool = False


_SURROGATE = re.compile("[\ud800-\udfff]")


def line_of(text: str, kind: MarkKind, link: str | None = None) -> Line:
    """Return a line that is marked from its first to its last visible character; a blank one carries no mark."""
    stripped = text.strip()
    if not stripped:
        return Line(text)
    start = text.index(stripped)
    return Line(text, (Mark(kind, start, start + len(stripped), link),))


def page_of(lines: Iterable[Line], number: int = 1, *, ocr: bool = False) -> PageText:
    """Join lines into one page, marks and furniture moved to where their line came to stand."""
    texts: list[str] = []
    marks: list[Mark] = []
    furniture: list[tuple[int, int]] = []
    start = 0
    for line in lines:
        texts.append(line.text)
        marks.extend(replace(mark, start=start + mark.start, end=start + mark.end) for mark in line.marks)
        if line.furniture and line.text:
            furniture.append((start, start + len(line.text)))
        start += len(line.text) + 1
    return PageText(number, storable("\n".join(texts)), tuple(furniture), tuple(marks), ocr)


def storable(text: str) -> str:
    """Replace lone surrogates, which no store can write, one for one, so that every offset stays true.

    pypdf gives them where a font maps half a UTF-16 pair.
    """
    return _SURROGATE.sub("\ufffd", text)


def has_words(pages: Iterable[PageText]) -> bool:
    """Return whether any page holds more than white space."""
    return any(page.text.strip() for page in pages)
