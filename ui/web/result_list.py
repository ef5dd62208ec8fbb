"""Where in the minutes are the words?

Takes the reply of `/v1/search`, gives the list below the answer: agenda items, best first, each with its meeting, its decisions in
short and its best passage with the words of the question marked. Never repeats an item and never hides that all matches are weak.
"""

from __future__ import annotations

from markupsafe import Markup

from search_api.schemas import LimbPreviewOut
from search_api.schemas import ResultOut
from search_api.schemas import SearchOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import badge
from ui.web.components import doubtful
from ui.web.components import head
from ui.web.components import joined
from ui.web.highlight import marked_piece
from ui.web.links import Screen

PREVIEWS = 6
"""Decisions shown with a result; the item itself shows them all."""


def results(found: SearchOut, screen: Screen) -> Markup:
    """Return the list of agenda items found, or nothing where none was."""
    if not found.results:
        return NOTHING
    weak = Markup('<p class="mb-note">No item matches well. These are only the nearest.</p>') if found.weak else NOTHING
    items = joined(_result(result, screen) for result in found.results)
    more = screen.longer() if found.total > len(found.results) else None
    link = Markup('<p><a href="{}">List more agenda items</a></p>').format(more) if more else NOTHING
    return Markup(
        '<div class="mb" lang="en-GB"><section aria-labelledby="mb-found"><h2 id="mb-found">Agenda items found</h2>'
        '<p class="mb-muted" role="status">{}</p>{}<ol class="mb-results">{}</ol>{}</section></div>'
    ).format(_count(found), weak, items, link)


def _count(found: SearchOut) -> str:
    shown = len(found.results)
    counted = plural_items(found.total) if shown == found.total else f"The first {shown} of {plural_items(found.total)}"
    return f"{counted}, best match first."


def plural_items(count: int) -> str:
    """Return `1 agenda item`, `2 agenda items`."""
    return wording.plural(count, "agenda item")


def _result(result: ResultOut, screen: Screen) -> Markup:
    href = screen.at_item(result.item_id, result.snippet)
    snippet = Markup(" … ").join(marked_piece(piece) for piece in result.snippet)
    return Markup('<li><article>{}{}<p class="mb-snippet">{}</p>{}</article></li>').format(
        head(result, href), previews(result.decisions), snippet, doubtful(result.snippet)
    )


def previews(limbs: list[LimbPreviewOut]) -> Markup:
    """Return the decisions of an item in short: equal ones once, with how many they are."""
    if not limbs:
        return NOTHING
    counted: dict[tuple[str, str | None], int] = {}
    for limb in limbs:
        key = (limb.outcome, limb.printed_vote)
        counted[key] = counted.get(key, 0) + 1
    shown = list(counted.items())[:PREVIEWS]
    badges = joined(_preview(outcome, vote, count) for (outcome, vote), count in shown)
    return Markup('<ul class="mb-badges" aria-label="Decisions">{}</ul>').format(badges)


def _preview(outcome: str, vote: str | None, count: int) -> Markup:
    times = Markup('<span class="mb-muted"> {} clauses</span>').format(count) if count > 1 else NOTHING
    return Markup("<li>{}{}</li>").format(badge(outcome, vote), times)
