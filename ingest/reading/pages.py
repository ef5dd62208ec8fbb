"""What did a reader find in a file?

Pages of text, kept as read, with marks beside them: which stretches are furniture (running headers, page numbers, site
navigation) and which the format itself says are titles or labels. Marks are offsets into the text; nothing is ever deleted
from a page, so that what is cited later stands where it stood.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ingest.facts import Facts


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
    """One page as read. `furniture` are (start, end) ranges, ascending, that are on the page but not of the record."""

    number: int
    text: str
    furniture: tuple[tuple[int, int], ...] = ()
    marks: tuple[Mark, ...] = ()
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole file as read: its format, its pages, and what its metadata states (front matter, HTML title)."""

    media: str
    pages: tuple[PageText, ...]
    facts: Facts = Facts()  # noqa: RUF009 - frozen, so one instance may be shared
