"""Which searches do I come back to?

Takes the screen, gives the link that saves its search in the page's address, and each saved search in words with links to run it
and to forget it. Knows nothing of feeds but which searches have one. Stores nothing: what is saved stands in the address.
"""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from ui.web import wording
from ui.web.address import MOST_SAVED
from ui.web.address import search_in
from ui.web.components import NOTHING
from ui.web.links import MODES
from ui.web.links import ORDERS
from ui.web.links import Screen
from ui.web.states import NAVIGATION

LONGEST = 7_000
"""Characters of an address up to which a search can be saved in it: many servers on the way take no more than 8,190."""

FED = frozenset({"ask", "timeline", "compare"})
"""Views whose searches have a feed: the question and the filters say it all."""

WHAT_A_FEED_IS = (
    "A feed is an address for a feed reader, or for Outlook: it looks there from time to time and tells you when newly added "
    "minutes match the search."
)


def save_search(screen: Screen) -> Markup:
    """Return “Save this search”, or that it is saved; nothing where nothing is searched for."""
    search = screen.search
    if not search:
        return NOTHING
    if search in screen.saved:
        said = Markup('Saved · <a href="{}">see all that is kept</a> · <a href="{}">forget this search</a>').format(
            screen.seen_as("kept"), screen.forgetting(search)
        )
    elif len(screen.saved) >= MOST_SAVED:
        said = Markup('{} searches are saved, and one address holds no more. <a href="{}">Forget one to save another</a>').format(
            MOST_SAVED, screen.seen_as("kept")
        )
    elif len(screen.saving()) > LONGEST:
        said = Markup('The address is full, so no search can be added. <a href="{}">Forget one to save another</a>').format(
            screen.seen_as("kept")
        )
    else:
        said = Markup('<a href="{}">Save this search</a>').format(screen.saving())
    return Markup('<div class="mb" lang="en-GB"><p class="mb-save">{}</p></div>').format(said)


def in_words(search: str) -> str:
    """Return a saved search as a person would say it: what it shows, the question, then the filters."""
    asked = search_in(search)
    filters = (f"{wording.PARAMETER_NAMES[name]}: {wording.filter_value(name, value)}" for name, value in asked.filters)
    alone = (f"“{words}” not read as a filter" for words in asked.left_alone)
    parts = (
        NAVIGATION[asked.view] if asked.view != "ask" else "",
        f"“{asked.question}”" if asked.question else "",
        f"Member: {asked.member}" if asked.member else "",
        "only votes that name the voters" if asked.recorded else "",
        "named votes only" if asked.recorded else "",
        *filters,
        *alone,
        wording.MODES[asked.mode] if asked.mode != MODES[0] else "",
        f"{asked.order} first" if asked.order != ORDERS[0] else "",
    )
    return " · ".join(part for part in parts if part)


def saved_search(search: str, screen: Screen) -> Markup:
    """Return one saved search with the links to run it and to forget it."""
    words = in_words(search)
    return Markup(
        '<div class="mb" lang="en-GB"><article class="mb-saved"><h3><a href="{}">{}</a></h3><ul class="mb-actions">'
        '<li><a href="{}">Forget<span class="mb-hidden">: {}</span></a></li></ul><p class="mb-muted">{}</p></article></div>'
    ).format(
        replace(search_in(search), kept=screen.kept, saved=screen.saved, title=screen.title).href,
        words,
        screen.forgetting(search),
        words,
        "Its feed:" if has_feed(search) else "There is no feed of votes.",
    )


def has_feed(search: str) -> bool:
    """Return whether a feed can tell of new minutes that match a saved search; one of votes cannot be said in a feed."""
    return search_in(search).view in FED


def saved_heading(screen: Screen) -> Markup:
    """Return the heading of the saved searches, or how to save one."""
    if not screen.saved:
        return Markup(
            '<div class="mb" lang="en-GB"><section><h2>No search is saved yet</h2><p>“Save this search” stands below every answer. '
            "What you save is listed here, each search with a feed that tells you of new minutes.</p></section></div>"
        )
    return Markup('<div class="mb" lang="en-GB"><section><h2>{}</h2><p class="mb-muted">{}</p></section></div>').format(
        wording.plural(len(screen.saved), "saved search", "saved searches"), WHAT_A_FEED_IS
    )
