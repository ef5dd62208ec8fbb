"""What is a screen for, on which nothing is followed yet?

Takes what could be asked of this archive, gives the words on an empty timeline and an empty comparison, with a link that works.
"""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from ui.web.components import NOTHING
from ui.web.components import joined
from ui.web.links import Screen
from ui.web.matters import Pair

_TIMELINE = (
    "Name a matter, such as a road, a building or a post. Every meeting held here at which it came up is put in order, with what "
    "was decided there and what was not, and with the stretches on which nothing is held here."
)
_COMPARE = (
    "Ask one question of two to six councils, or of two to six bodies. Each answers by itself, from its own minutes alone, and "
    "where it has nothing on it, it says so."
)


def timeline_purpose(matter: str | None, screen: Screen) -> Markup:
    """Return what a timeline is, and one to look at where this archive has one."""
    return _purpose("What this shows", _TIMELINE, _try(replace(screen, question=matter).href, matter) if matter else NOTHING)


def compare_purpose(pair: Pair | None, screen: Screen) -> Markup:
    """Return what a comparison is, and one to look at where this archive has one."""
    return _purpose(
        "What this shows",
        _COMPARE,
        _try(compared(screen, pair), f"{pair.question}: {' and '.join(pair.names)}") if pair else NOTHING,
    )


def compared(screen: Screen, pair: Pair) -> str:
    """Return the link to a comparison."""
    councils = pair.names if pair.by == "council" else ()
    bodies = pair.names if pair.by == "body" else ()
    return replace(screen, question=pair.question, councils=councils, bodies=bodies).href


def voter_to_try(name: str | None, screen: Screen) -> Markup:
    """Return a name to look for among the recorded votes, where this archive has one."""
    if not name:
        return NOTHING
    link = Markup('<p>To try: <a href="{}">the recorded votes that print “{}”</a></p>')
    return Markup('<div class="mb" lang="en-GB">{}</div>').format(link.format(replace(screen, member=name, start=0).href, name))


def _try(href: str, words: str) -> Markup:
    return Markup('<h2>To try</h2><ul class="mb-examples"><li><a href="{}">{}</a></li></ul>').format(href, words)


def _purpose(title: str, words: str, example: Markup) -> Markup:
    said = Markup("<h2>{}</h2><p>{}</p>").format(title, words)
    return Markup('<div class="mb" lang="en-GB"><section>{}</section></div>').format(joined((said, example)))
