"""What is the stable address of a record, and how is it cited?

Takes ids and facts of the wire, gives the address below the API's own and the line of plain text that a report may print. Links
between the pages are relative, so that they hold behind any address; only what leaves the page names the whole of it.
"""

from __future__ import annotations

from urllib.parse import quote

from search_api.permalinks import wording
from search_api.schemas import DecisionOut
from search_api.schemas import ItemHeadOut
from search_api.schemas import MeetingOut


def item_path(item_id: str) -> str:
    """Return the address of an item's page below that of the API."""
    return f"items/{quote(item_id, safe='')}"


def decision_path(limb_id: str) -> str:
    """Return the address of a decision's page below that of the API."""
    return f"decisions/{quote(limb_id, safe='')}"


def meeting_path(meeting_id: str) -> str:
    """Return the address of a meeting's page below that of the API."""
    return f"meetings/{quote(meeting_id, safe='')}"


def cited_item(of: ItemHeadOut, base: str) -> str:
    """Return the citation of an item: council, body, day, numbers, title, page, address."""
    return _line(_head(of), f"{base}/{item_path(of.item_id)}")


def cited_decision(of: DecisionOut, base: str) -> str:
    """Return the citation of a clause, with its outcome and vote: a lost motion is never cited without them."""
    vote = f" {wording.folded(of.printed_vote)}" if of.printed_vote else ""
    parts = (*_head(of.citation), wording.clause(of), f"outcome: {wording.outcome(of.outcome).lower()}{vote}")
    return _line(parts, f"{base}/{decision_path(of.limb_id)}")


def cited_meeting(of: MeetingOut, base: str) -> str:
    """Return the citation of a meeting's minutes."""
    return _line((wording.place(of), wording.day(of.date)), f"{base}/{meeting_path(of.meeting_id)}")


def _head(of: ItemHeadOut) -> tuple[str, ...]:
    return (
        wording.place(of),
        wording.day(of.date),
        f"item {wording.folded(of.number).rstrip('.')}" if of.number else "",
        f"minute {wording.folded(of.minute_number).rstrip('.')}" if of.minute_number else "",
        f"“{wording.folded(of.title)}”" if of.title else wording.bare_title(of),
        f"page {of.page}",
    )


def _line(parts: tuple[str, ...], address: str) -> str:
    return f"{', '.join(part for part in parts if part)}. {address}"
