"""What does a saved web page say?

Takes the bytes of an HTML page, gives one page of text with marks, and what the page states about itself (title, address,
council, kind). Made for the pages of ModernGov, the system most UK councils publish with: its class names (`mgAiTitleTxt`,
`mgItemNumberCell`, `mgSubItemTitleTxt`) say which words are an item's number, its title, a label of the system. Any other page
is read as text. Menus, forms and banners are never part of the record, so they are left out (`markup.py`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from urllib.parse import urljoin

from bs4 import Tag
from bs4.element import NavigableString

from ingest.errors import RefusedError
from ingest.reading.charset import decoded
from ingest.reading.charset import media_type
from ingest.reading.layout import lines_of
from ingest.reading.markup import content_of
from ingest.reading.markup import parsed
from ingest.reading.pages import Line
from ingest.reading.pages import Mark
from ingest.reading.pages import MarkKind
from ingest.reading.pages import Reading
from ingest.reading.pages import has_words
from ingest.reading.pages import page_of
from ingest.reading.web_facts import address_of
from ingest.reading.web_facts import facts_of
from ingest.reading.web_facts import heading_of

MEDIA = "text/html"
MAX_BYTES = 10_000_000
"""A parsed page takes forty times its size in memory. The captured pages of meetings have 30 kB."""

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]{1,40})")
_HEAD = 4_096
_LABEL_CLASSES = frozenset(("DNNLabel", "mgLabel", "mgSectionTitle", "mgSubItemTitleTxt"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_PAGES_OF_ONE_ITEM = frozenset(("agenda item", "decision details"))
"""Headings of the pages whose second heading is the title of their one item; on other pages it names the meeting."""

_LABEL_LINE = re.compile(r"(?:Additional documents|Contact|Decisions?|Minutes|Supporting documents|Venue):", re.IGNORECASE)
_CUT = re.compile(r"\s*view the full .* text for item ", re.IGNORECASE)
"""ModernGov cuts long minutes on the page of a meeting and links to the page of the item, which has them whole."""
_MEETING_LINE = re.compile(
    r"Meeting: \d{1,2}/\d{1,2}/\d{4} - .*"
    r"|Meeting of .*\d{4}.*"
    r"|.* - (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}.*"
)
_DECIDED_AT = re.compile(r"Decided at meeting: *(\d{1,2}/\d{1,2}/\d{4} - .*)")
_NUMBERED = re.compile(r"(\d+[A-Za-z]?(?:\.\d+)*\.?) (?=\S)")


def read_web(path: str, content: bytes) -> Reading:
    """Read a saved page as one page; raises `RefusedError` where it is too large, is no text or holds no words of its own."""
    if len(content) > MAX_BYTES:
        raise RefusedError(path, f"is a web page of more than {MAX_BYTES // 1_000_000} MB", "save the page of one meeting")
    declared = _DECLARED.search(content[:_HEAD])
    text, charset = decoded(path, content, declared[1].decode("ascii") if declared else None)
    soup = parsed(path, text)
    heading, address = heading_of(soup), address_of(soup)
    facts = facts_of(soup, heading, address)
    page_kind = heading.casefold()
    lines = lines_of(content_of(soup), partial(_label, page_kind, address))
    page = page_of(_refined(line, page_kind) for line in lines)
    if not has_words((page,)):
        raise RefusedError(path, "holds no words outside its menus", "save the page that holds the minutes")
    return Reading(media_type(MEDIA, charset), (page,), facts)


def _label(page_kind: str, address: str | None, tag: Tag) -> tuple[MarkKind, str | None] | None:
    """Return what ModernGov's classes, or plain HTML, say about an element."""
    classes = frozenset(tag.get("class") or ())
    if "mgItemNumberCell" in classes:
        return MarkKind.ITEM_NUMBER, _anchor_in(tag, address)
    if "mgAiTitleTxt" in classes:
        return MarkKind.ITEM_TITLE, _link_in(tag, address)
    if "mgSubTitleTxt" in classes:
        return (MarkKind.ITEM_TITLE if page_kind in _PAGES_OF_ONE_ITEM else MarkKind.HEADING), _link_in(tag, address)
    if classes & _LABEL_CLASSES or (tag.name in _HEADINGS and "mgSubSubTitleTxt" in classes and _ends_with_colon(tag)):
        return MarkKind.LABEL, None
    if tag.name == "a" and isinstance(tag.next_element, NavigableString) and _CUT.match(tag.next_element):
        return MarkKind.LABEL, _absolute(str(tag.get("href") or ""), address)
    return (MarkKind.HEADING, None) if tag.name in _HEADINGS else None


def _ends_with_colon(tag: Tag) -> bool:
    return tag.get_text().rstrip().endswith(":")


def _anchor_in(tag: Tag, address: str | None) -> str | None:
    """Return the address of an item on its page: ModernGov names it `AI` and the item's number in its database."""
    anchor = tag.find("a", attrs={"name": re.compile("^AI[0-9]+$")})
    return _absolute(f"#{anchor['name']}", address) if anchor else None


def _link_in(tag: Tag, address: str | None) -> str | None:
    link = tag.find("a", href=True)
    return _absolute(str(link["href"]), address) if link else None


def _absolute(link: str, address: str | None) -> str:
    try:
        return urljoin(address or "", link)
    except ValueError:  # such as brackets that are no IPv6 address
        return link


def _refined(line: Line, page_kind: str) -> Line:
    """Return the line with marks that its words tell: labels, the meeting, an item's number before its title."""
    decided_at = _DECIDED_AT.fullmatch(line.text)
    if _LABEL_LINE.fullmatch(line.text):
        marks: tuple[Mark, ...] = (Mark(MarkKind.LABEL, 0, len(line.text), line.marks[0].link if line.marks else None),)
    elif decided_at:
        marks = (*line.marks[:1], Mark(MarkKind.MEETING, decided_at.start(1), len(line.text)))
    elif _MEETING_LINE.fullmatch(line.text) and _may_name_a_meeting(line):
        marks = (Mark(MarkKind.MEETING, 0, len(line.text), line.marks[0].link if line.marks else None),)
    else:
        marks = tuple(refined for mark in line.marks for refined in _refined_mark(mark, line.text, page_kind))
    return replace(line, marks=marks)


def _may_name_a_meeting(line: Line) -> bool:
    """Return whether a line stands where ModernGov names a meeting: not inside the words of a minute."""
    return line.text.startswith(("Meeting: ", "Meeting of ")) or any(mark.kind is MarkKind.HEADING for mark in line.marks)


def _refined_mark(mark: Mark, text: str, page_kind: str) -> tuple[Mark, ...]:
    words = text[mark.start : mark.end]
    numbered = _NUMBERED.match(words) if mark.kind is MarkKind.ITEM_TITLE and page_kind == "issue - meetings" else None
    if numbered is None:
        return (mark,)
    number = Mark(MarkKind.ITEM_NUMBER, mark.start, mark.start + len(numbered[1]))
    return number, replace(mark, start=mark.start + numbered.end())
