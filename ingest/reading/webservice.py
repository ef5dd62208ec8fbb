"""What does a reply of ModernGov's web service say about a meeting?

Takes the XML of `mgWebService.asmx/GetMeeting`, gives one page laid out like the page of the same meeting: meeting, items with
number and title, agenda text, then "Decision:" and "Minutes:" with their text. Items that the service marks as restricted or
not for display are left out whole: what is not open never becomes text. Other replies (lists of committees or meetings) hold
no record and are refused.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from html import unescape

from bs4 import BeautifulSoup
from bs4 import MarkupResemblesLocatorWarning
from bs4 import ParserRejectedMarkup
from bs4 import Tag

from index.sources import DocumentKind
from index.sources import Origin
from index.sources import Stated
from ingest.errors import RefusedError
from ingest.facts import Facts
from ingest.reading.charset import decoded
from ingest.reading.layout import lines_of
from ingest.reading.layout import unlabelled
from ingest.reading.markup import content_of
from ingest.reading.markup import parsed
from ingest.reading.pages import Line
from ingest.reading.pages import Mark
from ingest.reading.pages import MarkKind
from ingest.reading.pages import Reading
from ingest.reading.pages import has_words
from ingest.reading.pages import line_of
from ingest.reading.pages import page_of

MEDIA = "text/xml"
MAX_BYTES = 10_000_000

_BODIES = (("Decision:", "decisionnonemptyhtmlbody"), ("Minutes:", "minutesnonemptyhtmlbody"))


def read_webservice(path: str, content: bytes) -> Reading:
    """Read a GetMeeting reply as one page; raises `RefusedError` for all other XML and for a meeting without items."""
    if len(content) > MAX_BYTES:
        raise RefusedError(path, f"is XML of more than {MAX_BYTES // 1_000_000} MB", "save the reply for one meeting")
    root = _root_of(path, content)
    if root.name != "meeting" or root.find("agendaitems", recursive=False) is None:
        reason = f"is XML with the root <{root.name}>, of which only ModernGov's GetMeeting is read"
        raise RefusedError(path, reason, "save the reply of GetMeeting, or the page of the meeting")
    items = [item for item in root.find_all("agendaitem") if _is_open(item)]
    page = page_of([*_meeting_lines(root, items), *(line for item in items for line in _item_lines(path, item))])
    if not items or not has_words((page,)):
        raise RefusedError(path, "is a meeting without agenda items", "save it again when the agenda is published")
    return Reading(MEDIA, (page,), Facts(kind=_kind_of(items)))


def _root_of(path: str, content: bytes) -> Tag:
    text, _ = decoded(path, content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        try:
            root = BeautifulSoup(text, "xml").find(recursive=False)
        except (ParserRejectedMarkup, ValueError) as error:
            raise RefusedError(path, f"is no XML that can be parsed ({error})", "save the reply again") from error
    if not isinstance(root, Tag):
        raise RefusedError(path, "is no XML that can be parsed", "save the reply again")
    return root


def _is_open(item: Tag) -> bool:
    """Return whether an item may be read: only a plain "False" for restricted counts as open (it fails closed)."""
    return _value(item, "isrestricted").casefold() == "false" and _value(item, "isdisplayallowed").casefold() != "false"


def _meeting_lines(root: Tag, items: list[Tag]) -> Iterator[Line]:
    """Yield the meeting as ModernGov's pages print it, and who attended. GetMeeting names the committee in its items only."""
    names = (_value(item, "refertocommittee") or _value(item, "committeetitle") for item in items)
    body = next((name for name in names if name), "")
    cancelled = "cancel" in _value(root, "meetingstatus").casefold()
    parts = (f"Meeting: {_value(root, 'meetingdate')}", body, "CANCELLED" if cancelled else "")
    yield line_of(" - ".join(part for part in parts if part), MarkKind.MEETING)
    for attendee in root.find_all("attendee"):
        fields = (str(attendee.get(name) or "").strip() for name in ("name", "roledescription", "attendance"))
        yield Line(" | ".join(part for part in fields if part))


def _item_lines(path: str, item: Tag) -> Iterator[Line]:
    number, title = _value(item, "fulldisplaynumberformat"), unescape(_value(item, "agendaitemtitle"))
    start = len(number) + 1 if number else 0
    marks = (Mark(MarkKind.ITEM_NUMBER, 0, len(number)), Mark(MarkKind.ITEM_TITLE, start, start + len(title)))
    yield Line(f"{number} {title}".strip(), tuple(mark for mark in marks if mark.end > mark.start))
    yield from _body_lines(path, item, "agendatext")
    for label, name in _BODIES:
        lines = list(_body_lines(path, item, name))
        if lines:
            yield line_of(label, MarkKind.LABEL)
            yield from lines


def _body_lines(path: str, item: Tag, name: str) -> Iterator[Line]:
    """Yield the lines of HTML inside an element; some hosts escape it, some put it in raw."""
    body = item.find(name, recursive=False)
    if body is None:
        return
    markup = body.decode_contents() if body.find(True) else body.get_text()
    if markup.strip():
        yield from lines_of(content_of(parsed(path, markup)), unlabelled)


def _value(tag: Tag, name: str) -> str:
    found = tag.find(name)
    return " ".join(found.get_text().split()) if found else ""


def _kind_of(items: list[Tag]) -> Stated[DocumentKind]:
    has_minutes = any(_value(item, "minutesnonemptyhtmlbody") for item in items)
    return Stated(DocumentKind.MINUTES if has_minutes else DocumentKind.AGENDA, Origin.PAGE_METADATA)
