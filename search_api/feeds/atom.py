"""How is a feed written down?

Takes a `Feed` of text, dates and addresses, gives the bytes of an Atom document (RFC 4287). The same feed gives the same bytes.
Text is escaped by the XML library; letters that XML cannot hold, which a PDF may, are replaced.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import date

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA = "application/atom+xml; charset=utf-8"

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no character of XML 1.0."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One agenda item: its lasting id, its title and address, who minuted it, since when it can be read, and what is quoted."""

    id: str
    title: str
    address: str
    publishers: str | None
    author: str | None
    updated: date
    content: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and its entries; `updated` is when the archive was committed from which it was made, ISO 8601 with its zone."""

    id: str
    title: str
    subtitle: str
    address: str
    home: str
    author: str
    updated: str
    entries: tuple[FeedEntry, ...]


def atom(feed: Feed) -> bytes:
    """Return the document, UTF-8."""
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "en-GB"})
    _put(root, "id", feed.id)
    _put(root, "title", feed.title)
    _put(root, "subtitle", feed.subtitle)
    _put(root, "updated", feed.updated)
    _put(_put(root, "author"), "name", feed.author)
    _put(root, "link", rel="self", type="application/atom+xml", href=feed.address)
    _put(root, "link", rel="alternate", type="text/html", href=feed.home)
    for entry in feed.entries:
        _entry(root, entry)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entry(root: ET.Element, entry: FeedEntry) -> None:
    element = _put(root, "entry")
    _put(element, "id", entry.id)
    _put(element, "title", entry.title)
    _put(element, "updated", f"{entry.updated.isoformat()}T00:00:00Z")
    if entry.author:
        _put(_put(element, "author"), "name", entry.author)
    _put(element, "link", rel="alternate", type="text/html", href=entry.address)
    if entry.publishers:
        _put(element, "link", rel="via", href=entry.publishers)
    _put(element, "content", entry.content, type="html")


def _put(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, name, {key: _fit(value) for key, value in attributes.items()})
    element.text = None if text is None else _fit(text)
    return element


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)
