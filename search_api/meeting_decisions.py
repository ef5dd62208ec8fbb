"""What did this meeting decide?

Takes the id of a meeting, gives its open items that have decisions, in printed order, each clause quoted; all pages are read in two
batches. Ranks and leaves out nothing.
"""

from __future__ import annotations

from index.ports import Archive
from search_api.browsing import DecidedItem
from search_api.decisions import all_clauses
from search_api.decisions import quote_decisions
from search_api.places import Place
from search_api.places import find_documents
from search_api.places import find_meetings
from search_api.places import open_items


def decisions_of_meeting(archive: Archive, meeting_id: str) -> tuple[DecidedItem, ...]:
    """Return the decided items of a meeting; raises `UnknownRecordError`."""
    (meeting,) = find_meetings(archive.catalogue, [meeting_id])
    (document,) = find_documents(archive.catalogue, [meeting.document_id])
    places = [Place(document, meeting, item) for item in open_items(meeting) if item.limbs]
    clauses = [clause for place in places for clause in all_clauses(place)]
    quoted = iter(quote_decisions(archive.catalogue, clauses)[0])
    return tuple(DecidedItem(place, tuple(next(quoted) for _ in all_clauses(place))) for place in places)
