"""What does a web page state about itself, outside the record?

Takes the parsed page, gives its title, address, council and kind, each with the origin "page metadata". The council is taken
only where the page plainly names one (site name, logo, copyright line); the kind only where the page's heading says it.
Never reads the record itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TypeVar

from bs4 import BeautifulSoup
from bs4 import Comment

from index.sources import DocumentKind
from index.sources import Origin
from index.sources import Stated
from ingest.facts import Facts

T = TypeVar("T")

_KINDS = (
    (re.compile(r"\b(draft |printed )?minutes$|^minutes\b|^issue - meetings$"), DocumentKind.MINUTES),
    (re.compile(r"^(printed )?decisions?( details)?$|^agenda and decisions$|^issue - decisions$"), DocumentKind.DECISION),
    (re.compile(r"^agenda( frontsheet)?$"), DocumentKind.AGENDA),
)
"""ModernGov's page headings ("Agenda, decisions and minutes", "Decision details"), lower case, first match wins.

"Issue - meetings" repeats the minutes of one matter from several meetings. "Agenda item" says nothing about minutes.
"""
_COUNCIL = re.compile(
    r"(?:(?:[A-Z][\w'’.-]*|and|of|upon|on|in|the|&) ){1,8}Council|(?:(?:Royal|London) Borough|City|County) of [A-Z][\w'’ -]+"
)
_NOT_NAMES = re.compile(
    r"(?:Modern|The|Your|Our|Parish|Town|Borough|District|City|County) Council|.*\b(?:Minutes|Agenda|Meeting|Decisions?)\b.*"
)
"""Kinds of council and of page, not names; "Modern Council" is ModernGov's demonstration site."""
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[\s\d–-]*(?P<holder>[A-Z][^.|,]*)", re.IGNORECASE)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)")
_SPACE = re.compile(r"\s+")
_LONGEST = 300


def facts_of(soup: BeautifulSoup, heading: str, address: str | None) -> Facts:
    """Return what the page states about itself, with its heading and address; what it does not state stays not stated."""
    title = _clean(soup.title.get_text()) if soup.title else ""
    return Facts(
        council=_stated(next(_councils(soup, title), None)),
        kind=_stated(_kind_of(heading)),
        title=_stated(title or heading or None),
        url=_stated(address),
    )


def heading_of(soup: BeautifulSoup) -> str:
    """Return the page's main heading, in which ModernGov says what kind of page it is; empty where it has none."""
    heading = soup.select_one("h1.mgMainTitleTxt") or soup.find("h1")
    return _clean(heading.get_text()) if heading else ""


def address_of(soup: BeautifulSoup) -> str | None:
    """Return where the page was published: its canonical link, its Open Graph address, or where a browser saved it from."""
    canonical = (soup.head or soup).find("link", rel="canonical", href=True)
    notes = [node for holder in (soup, soup.html) if holder for node in holder.contents if isinstance(node, Comment)]
    saved = (found[1] for note in notes if (found := _SAVED_FROM.search(note)))
    addresses = (str(canonical["href"]).strip() if canonical else "", _meta(soup, "og:url"), *saved)
    return next((address for address in addresses if address.startswith(("https://", "http://"))), None)


def _kind_of(heading: str) -> DocumentKind | None:
    return next((kind for pattern, kind in _KINDS if pattern.search(heading.lower())), None)


def _councils(soup: BeautifulSoup, title: str) -> Iterator[str]:
    logos = [str(image["alt"]) for image in soup.select("img[alt]") if "logo" in str(image["alt"]).lower()]
    notices = (found["holder"] for line in soup.find_all(string=_COPYRIGHT) if (found := _COPYRIGHT.search(line)))
    after_the_title = re.split(r" [-–|] |, ", title)[1:][-1:]
    for candidate in (_meta(soup, "og:site_name"), *logos, *after_the_title, *notices):
        name = re.sub(r"\s*(?:logo|home ?page|website|crest)\b.*", "", _clean(candidate), flags=re.IGNORECASE)
        name = re.sub(r"^(?:The|Welcome to) ", "", name)
        if _COUNCIL.fullmatch(name) and not _NOT_NAMES.fullmatch(name):
            yield name


def _meta(soup: BeautifulSoup, name: str) -> str:
    head = soup.head or soup
    tag = head.find("meta", attrs={"property": name}) or head.find("meta", attrs={"name": name})
    return str(tag.get("content") or "").strip() if tag else ""


def _clean(text: str) -> str:
    """Fold white space and decode once more, since ModernGov encodes titles twice."""
    return _SPACE.sub(" ", unescape(text)).strip()[:_LONGEST]


def _stated(value: T | None) -> Stated[T]:
    return Stated() if value is None else Stated(value, Origin.PAGE_METADATA)
