"""What is on the screen when there is no answer yet, or none can be had?

Before a question: what the archive holds, and questions to try. With one: the filters in force and what a link got wrong. And when
something fails: what happened, what to do, what to run, and the id of the request. Never a traceback, never an empty screen.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from search_api.schemas_state import FacetOut
from search_api.schemas_state import FacetsOut
from search_api.schemas_state import StatusOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import joined
from ui.web.errors import PageError
from ui.web.links import Screen

NAVIGATION = {
    "ask": "Ask",
    "timeline": "Timeline",
    "compare": "Compare",
    "votes": "Votes",
    "kept": "Kept",
    "archive": "Archive",
}
"""The views that every screen leads to."""

TITLES = {
    "timeline": "Timeline of a matter",
    "compare": "Compare councils or bodies",
    "votes": "Votes as printed",
    "kept": "Kept for later",
    "archive": "What is held",
    "accessibility": "Accessibility statement",
}
"""First headings of the views that have a fixed one."""

BODIES_SHOWN = 12
"""Bodies listed at once; the rest are behind a fold."""


def window_title(screen: Screen) -> str:
    """Return what the browser's tab says: the question where the view is about it, and which view; no two views say the same."""
    about = screen.question if screen.view in {"ask", "timeline", "compare"} else ""
    return titled(" · ".join(filter(None, (about, TITLES.get(screen.view, "")))))


def titled(words: str) -> str:
    """Return what the tab says of a screen about these words."""
    return f"{words} · Minutebook" if words else "Minutebook"


def masthead(screen: Screen) -> Markup:
    """Return the name of the page, the way to every view, and the first heading; an item or a meeting brings its own."""
    return Markup(
        '<header class="mb mb-head" lang="en-GB"><p class="mb-brand"><a href="{}">Minutebook</a></p>{}{}</header>'
    ).format(screen.afresh(), _views(screen), _title(screen))


def _views(screen: Screen) -> Markup:
    links = joined(_view(view, words, screen) for view, words in NAVIGATION.items())
    return Markup('<nav aria-label="Views"><ul class="mb-views">{}</ul></nav>').format(links)


def _view(view: str, words: str, screen: Screen) -> Markup:
    current = Markup(' aria-current="page"') if view == screen.view and not screen.item else NOTHING
    count = len(screen.kept) + len(screen.saved)
    counted = f"{words} ({count})" if view == "kept" and count else words
    return Markup('<li><a href="{}"{}>{}</a></li>').format(screen.seen_as(view), current, counted)


def _title(screen: Screen) -> Markup:
    if screen.item or screen.view == "meeting":
        return NOTHING
    if screen.view in TITLES:
        return Markup("<h1>{}</h1>").format(TITLES[screen.view])
    if screen.question:
        return Markup('<h1 class="mb-hidden">Results for “{}”</h1>').format(screen.question)
    return Markup(
        '<h1>Ask the minutes</h1><p class="mb-lede">Every decision quoted as printed, every vote as recorded, '
        "and the page where it stands.</p>"
    )


def way_back(screen: Screen, label: str = "Back") -> Markup:
    """Return the link from an open item to the results it was opened from; where it stands twice, each has its own label."""
    elsewhere = f"Back to: {TITLES[screen.view]}" if screen.view in TITLES else "Ask the minutes"
    said = f"Back to results for “{screen.question}”" if screen.question else elsewhere
    return Markup('<nav class="mb" aria-label="{}"><p><a href="{}">← {}</a></p></nav>').format(label, screen.results(), said)


def ways_on(screen: Screen) -> Markup:
    """Return the links from an answer to the same question in other views."""
    ways = (("timeline", "Timeline of this"), ("compare", "Compare councils on this"))
    links = joined(Markup('<li><a href="{}">{}</a></li>').format(screen.seen_as(view), words) for view, words in ways)
    return Markup(
        '<nav class="mb" lang="en-GB" aria-label="This question in other views"><ul class="mb-ways">{}</ul></nav>'
    ).format(links)


def notices(screen: Screen) -> Markup:
    """Return what could not be read in the link."""
    if not screen.notices:
        return NOTHING
    lines = joined(Markup("<p>{}</p>").format(notice) for notice in screen.notices)
    return Markup('<div class="mb"><div class="mb-note">{}</div></div>').format(lines)


def filters_in_force(screen: Screen) -> Markup:
    """Return each filter in force with the link that takes it away."""
    if not screen.filters:
        return NOTHING
    chips = joined(_chip(parameter, value, screen) for parameter, value in screen.filters)
    return Markup(
        '<nav class="mb" aria-label="Filters in force"><ul class="mb-chips">{}'
        '<li><a href="{}">Remove all filters</a></li></ul></nav>'
    ).format(chips, screen.unfiltered())


def _chip(parameter: str, value: str, screen: Screen) -> Markup:
    name, shown = wording.PARAMETER_NAMES[parameter], wording.filter_value(parameter, value)
    link = Markup('<a href="{}">remove<span class="mb-hidden"> {}: {}</span></a>').format(
        screen.without(parameter, value), name, shown
    )
    return Markup("<li>{}: <strong>{}</strong> {}</li>").format(name, shown, link)


def examples(questions: Sequence[str], screen: Screen) -> Markup:
    """Return questions to try, as links."""
    if not questions:
        return NOTHING
    links = joined(Markup('<li><a href="{}">{}</a></li>').format(screen.afresh(question), question) for question in questions)
    return Markup(
        '<div class="mb" lang="en-GB"><section><h2>Questions to try</h2><ul class="mb-examples">{}</ul></section></div>'
    ).format(links)


def held(status: StatusOut, facets: FacetsOut) -> Markup:
    """Return what the archive holds: how much, from when to when, of which councils and bodies."""
    counts = status.counts
    if not counts.documents:
        return _nothing_held()
    amounts = ", ".join(
        (
            wording.plural(counts.documents, "document"),
            wording.plural(counts.items, "agenda item"),
            wording.plural(counts.limbs, "decision"),
        )
    )
    withheld = Markup("<p>{}</p>").format(_withheld(counts.withheld)) if counts.withheld else NOTHING
    return Markup(
        '<div class="mb" lang="en-GB"><section><h2>What is held</h2><p>The minutes of {}: {}.</p>{}'
        '<div class="mb-held"><div><h3>Councils</h3>{}</div><div><h3>Bodies</h3>{}</div></div>'
        '<p class="mb-muted">Last brought up to date on {}.</p></section></div>'
    ).format(
        wording.coverage(status.coverage),
        amounts,
        withheld,
        _values(facets.council),
        _values(facets.body),
        wording.moment(status.committed),
    )


def _nothing_held() -> Markup:
    return Markup(
        '<div class="mb" lang="en-GB"><section><h2>What is held</h2><p>Nothing yet: this archive holds no minutes. '
        "Give it a folder of minutes with this command, then open this page again.</p>"
        '<p class="mb-command"><code>minutebook ingest FOLDER</code></p></section></div>'
    )


def _withheld(count: int) -> str:
    return wording.plural(count, "agenda item is", "agenda items are") + " left out, not being open to the public."


def _values(values: Sequence[FacetOut]) -> Markup:
    if not values:
        return Markup('<p class="mb-muted">None is stated.</p>')
    shown, more = values[:BODIES_SHOWN], values[BODIES_SHOWN:]
    folded = Markup("<details><summary>{} more</summary>{}</details>").format(len(more), _list(more)) if more else NOTHING
    return _list(shown) + folded


def _list(values: Sequence[FacetOut]) -> Markup:
    row = Markup('<li>{} <span class="mb-muted">{}</span></li>')
    return Markup("<ul>{}</ul>").format(joined(row.format(each.value, wording.plural(each.items, "item")) for each in values))


def failure(error: PageError, screen: Screen) -> Markup:
    """Return what happened, what to do, what to run, what would have been accepted, and the id of the request."""
    parts = (
        Markup("<p>{}</p>").format(error.detail),
        Markup("<p>{}</p>").format(error.remedy) if error.remedy else NOTHING,
        Markup('<p class="mb-command"><code>{}</code></p>').format(error.command) if error.command else NOTHING,
        _allowed(error.allowed),
        Markup('<p><a href="{}">Try again</a> · <a href="{}">Start afresh</a></p>').format(screen.href, screen.afresh()),
        Markup('<p class="mb-muted">Request <code>{}</code></p>').format(error.request_id) if error.request_id else NOTHING,
    )
    # An item and a meeting bring the first heading with them; where they cannot be had, this is it.
    heading = Markup("<h1>{}</h1>") if screen.item or screen.view == "meeting" else Markup("<h2>{}</h2>")
    return Markup('<div class="mb" lang="en-GB"><section role="alert">{}{}</section></div>').format(
        heading.format(error.title), joined(parts)
    )


def _allowed(values: Sequence[str]) -> Markup:
    if not values:
        return NOTHING
    shown, more = values[:BODIES_SHOWN], values[BODIES_SHOWN:]
    folded = Markup("<details><summary>{} more</summary>{}</details>").format(len(more), _listed(more)) if more else NOTHING
    return Markup("<p>What would be accepted:</p>{}{}").format(_listed(shown), folded)


def _listed(values: Sequence[str]) -> Markup:
    return Markup("<ul>{}</ul>").format(joined(Markup("<li>{}</li>").format(value) for value in values))
