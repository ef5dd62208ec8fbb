"""How does an officer cite this?

Takes an item or a meeting as the wire has it and its address, gives one line of plain text to be pasted into a report: whose
meeting, of which day, which minute, on which pages, and where to open it. What is not printed is left out or said not to be stated;
what is not known to be minutes, such as an agenda, is not called so.
"""

from __future__ import annotations

from search_api.schemas import ItemOut
from search_api.schemas import SittingOut
from ui.web import wording


def item_citation(of: ItemOut, address: str) -> str:
    """Return the citation of an agenda item."""
    numbered = wording.numbered(of)
    title = " ".join((of.title or "").split())
    pages = wording.pages(piece.page for piece in of.text) if of.text else f"page {of.page}"
    parts = (_sitting(of), numbered, f"“{title}”" if title else "", pages)
    return f"{', '.join(part for part in parts if part)}. {address}"


def meeting_citation(of: SittingOut, address: str) -> str:
    """Return the citation of a whole meeting."""
    return f"{_sitting(of)}. {address}"


def _sitting(of: SittingOut) -> str:
    said = wording.origin(of.date_origin) if of.date else None
    day = wording.day(of.date) + (f" ({said})" if said else "")
    state = f"{of.record_state} minutes" if of.record_state in {"draft", "corrected"} else ""
    return ", ".join(part for part in (wording.place(of), f"meeting of {day}" if of.date else day, state) if part)
