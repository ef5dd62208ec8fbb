"""Which agenda items belong in a feed?

Takes a Searcher and what is asked, gives agenda items with their decisions, newest meeting first. With a question: what speaks to
the matter, as `timeline.py` judges it, so that a new item comes in because it speaks to the matter and not because others rank
lower. Without one: the newest items that decided something. Nothing is stored: a feed is worked out when it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from index.passages import Filters
from search_api.browsing import list_decisions
from search_api.search import Searcher
from search_api.timeline import Entry
from search_api.timeline import timeline

MOST = 50
"""Agenda items in a feed: readers ask often, and keep what they have seen."""


def speaking_to(searcher: Searcher, question: str, filters: Filters) -> tuple[Entry, ...]:
    """Return what speaks to the matter of a question; raises what an unreadable question raises."""
    found = timeline(searcher, question, filters, MOST)
    return _newest_first([*found.entries, *found.undated])


def newest_decided(searcher: Searcher, filters: Filters) -> tuple[Entry, ...]:
    """Return the newest agenda items that decided something; with outcomes asked for, only clauses that have one of them."""
    listed = list_decisions(searcher.archive, filters, 0, MOST)
    return _newest_first([Entry(one.place, one.decisions, None) for one in listed.items])


def last_changed(entry: Entry) -> date | None:
    """Return the day from which an item could be read: that of the publication where one is stated, else of the meeting.

    It belongs to the item and not to the archive, so a reader is shown an item once however often the archive is built again; a
    file that changes has other ids, and comes as new. `None` where neither is stated.
    """
    stated = [day for day in (entry.place.document.published.value, entry.place.meeting.date.value) if day]
    return max(stated) if stated else None


def _newest_first(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries by meeting, those whose meeting states no date last, the items of one meeting as printed."""
    printed = sorted(entries, key=lambda one: (one.place.meeting.id, one.place.item.ordinal))
    return tuple(sorted(printed, key=lambda one: one.place.meeting.date.value or date.min, reverse=True))
