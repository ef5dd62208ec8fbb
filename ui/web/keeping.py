"""How is an agenda item put aside for a briefing?

Takes the id and the title of an item and the screen it stands on; gives one link that keeps it, or drops it again, on that same
screen. Where no more can be kept it says so. Stores nothing: what is kept stands in the address.
"""

from __future__ import annotations

from markupsafe import Markup

from ui.web.address import MOST_KEPT
from ui.web.links import Screen


def keep_link(item_id: str, title: str, screen: Screen) -> Markup:
    """Return “Keep for a briefing”, or “Kept · drop” where the item is kept already; screen readers hear the title with it."""
    if item_id in screen.kept:
        return Markup(
            '<span class="mb-keep">Kept · <a href="{}">drop<span class="mb-hidden"> “{}” from the briefing</span></a></span>'
        ).format(screen.dropping(item_id), title)
    if len(screen.kept) >= MOST_KEPT:
        return Markup('<span class="mb-keep mb-muted">{}</span>').format(full())
    return Markup('<span class="mb-keep"><a href="{}">Keep for a briefing<span class="mb-hidden">: {}</span></a></span>').format(
        screen.keeping(item_id), title
    )


def full() -> str:
    """Return the sentence that no more can be kept, and what to do."""
    return f"{MOST_KEPT} items are kept, and a briefing takes no more. Drop one to keep another."
