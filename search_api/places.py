"""Where in the archive does a point of business stand?

Takes ids of agenda items, gives each with its meeting and its document, in two batch reads whatever their number. Items that are
not open have no place: they are as unknown to the read path as if they had never been.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.errors import UnknownRecordError
from index.ids import document_of
from index.ids import meeting_of
from index.ports import Catalogue
from index.records import AgendaItem
from index.records import Meeting
from index.restriction import may_be_indexed
from index.sources import SourceDocument


@dataclass(frozen=True, slots=True)
class Place:
    """An agenda item, the meeting that took it and the document that records it."""

    document: SourceDocument
    meeting: Meeting
    item: AgendaItem

    @property
    def page(self) -> int:
        """Return the page on which the item begins; 1 where nothing of it is printed."""
        return self.item.spans[0].page if self.item.spans else 1

    @property
    def url(self) -> str | None:
        """Return where the publisher has the item, or else its document."""
        return self.item.url or self.document.url


def find_places(catalogue: Catalogue, item_ids: Sequence[str]) -> tuple[Place, ...]:
    """Return the place of each item in the order asked; raises `UnknownRecordError` for an id that is not held or not open."""
    meetings = find_meetings(catalogue, [meeting_of(item_id) for item_id in item_ids])
    documents = find_documents(catalogue, [document_of(item_id) for item_id in item_ids])
    return tuple(
        Place(document, meeting, _item(meeting, item_id))
        for item_id, meeting, document in zip(item_ids, meetings, documents, strict=True)
    )


def find_meetings(catalogue: Catalogue, meeting_ids: Sequence[str]) -> tuple[Meeting, ...]:
    """Return meetings in the order asked, each read once; raises `UnknownRecordError`."""
    wanted = tuple(dict.fromkeys(meeting_ids))
    known = dict(zip(wanted, catalogue.meetings(wanted), strict=True))
    return tuple(known[meeting_id] for meeting_id in meeting_ids)


def find_documents(catalogue: Catalogue, document_ids: Sequence[str]) -> tuple[SourceDocument, ...]:
    """Return documents in the order asked, each read once; raises `UnknownRecordError`."""
    wanted = tuple(dict.fromkeys(document_ids))
    known = dict(zip(wanted, catalogue.documents(wanted), strict=True))
    return tuple(known[document_id] for document_id in document_ids)


def open_items(meeting: Meeting) -> tuple[AgendaItem, ...]:
    """Return the items of a meeting that may be shown, in printed order."""
    return tuple(item for item in meeting.items if may_be_indexed(item.restriction))


def _item(meeting: Meeting, item_id: str) -> AgendaItem:
    for item in open_items(meeting):
        if item.id == item_id:
            return item
    raise UnknownRecordError("agenda item", item_id)
