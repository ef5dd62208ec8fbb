"""What does a decision limb look like as one line of JSON?

Takes records and stored pages, gives the plain objects of gold/FORMAT.md that `minutebook decisions` prints and that the
scorers read. Nothing is composed: every text is a slice of a stored page, and what the minutes do not print is `None`.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from index.ids import document_of
from index.ids import meeting_of
from index.passages import Filters
from index.ports import Archive
from index.ports import PageKey
from index.records import AgendaItem
from index.records import DecisionLimb
from index.records import Meeting
from index.records import RecordedVote
from index.records import Tally
from index.records import Vote
from index.sources import Page
from index.sources import SourceSpan
from index.sources import quote

Row = dict[str, Any]
"""One object of JSON, keys as FORMAT.md names them."""


def limb_rows(archive: Archive, filters: Filters) -> Iterator[Row]:
    """Give every limb that the filters allow, newest meeting first, undated last, then as printed.

    An outcome filter also leaves out the other limbs of the items it allows.
    """
    listing = archive.register.items(filters, 0, None, decided=True)
    for name, item_ids in groupby(listing.item_ids, key=meeting_of):
        yield from _meeting_rows(archive, name, set(item_ids), filters)


def _meeting_rows(archive: Archive, name: str, item_ids: set[str], filters: Filters) -> Iterator[Row]:
    (meeting,) = archive.catalogue.meetings([name])
    (document,) = archive.catalogue.documents([document_of(name)])
    items = [item for item in meeting.items if item.id in item_ids]
    pages = archive.catalogue.pages(page_keys(span for item in items for span in _spans(item)))
    for item in items:
        for limb in item.limbs:
            if not filters.outcomes or limb.outcome in filters.outcomes:
                yield {"document": document.path, **_limb_row(limb, item, pages), **sitting_row(meeting)}


def page_keys(spans: Iterable[SourceSpan]) -> Sequence[PageKey]:
    """Return the pages on which spans lie, each once, in order."""
    return sorted({(span.document_id, span.page) for span in spans})


def joined(pages: Mapping[PageKey, Page], spans: Iterable[SourceSpan]) -> str:
    """Return the words of spans, pieces joined by a line end, as FORMAT.md wants texts that run over pages."""
    return "\n".join(quote(pages, spans))


def sitting_row(meeting: Meeting) -> Row:
    """Return whose meeting it was and when; `None` where not stated."""
    day = meeting.date.value
    return {"date": day.isoformat() if day else None, "council": meeting.council.value, "body": meeting.body.value}


def tally_row(tally: Tally | None) -> Row | None:
    """Return a tally under the names of FORMAT.md."""
    return {"for": tally.in_favour, "against": tally.against, "abstained": tally.abstained} if tally else None


def _spans(item: AgendaItem) -> Iterator[SourceSpan]:
    yield from item.spans
    for limb in item.limbs:
        yield from limb.spans


def _limb_row(limb: DecisionLimb, item: AgendaItem, pages: Mapping[PageKey, Page]) -> Row:
    first = limb.spans[0]
    return {
        "page": first.page,
        "item_number": item.number or item.minute_number,
        "item_title": item.title,
        "item_text": joined(pages, item.spans),
        "text": joined(pages, limb.spans),
        "label": limb.label,
        "force": limb.force.value,
        "outcome": limb.outcome.value,
        **vote_row(limb.vote),
        "mover": limb.mover,
        "seconder": limb.seconder,
        "span": {"page": first.page, "start": first.start, "end": first.end},
    }


def vote_row(vote: Vote | None) -> Row:
    """Return a vote as printed, its figures and its names, each `None` where the minutes do not print them."""
    if vote is None:
        return {"printed_vote": None, "tally": None, "recorded_vote": None}
    return {"printed_vote": vote.printed, "tally": tally_row(vote.tally), "recorded_vote": _names_row(vote.recorded)}


def _names_row(recorded: RecordedVote | None) -> Row | None:
    if recorded is None:
        return None
    return {"for": list(recorded.in_favour), "against": list(recorded.against), "abstained": list(recorded.abstained)}
