"""Where in the minutes are the words?

Takes the reply of `/v1/search`, gives the list below the answer: agenda items in the order asked for, each with its meeting, its
decisions in short, its best passage with the words of the question marked, and why it is here. Never repeats an item and never
hides that a match is weak.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from search_api.schemas import LimbPreviewOut
from search_api.schemas import ResultOut
from search_api.schemas_found import SearchOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import badge
from ui.web.components import doubtful
from ui.web.components import head
from ui.web.components import joined
from ui.web.facets_view import narrowing
from ui.web.highlight import marked_piece
from ui.web.keeping import keep_link
from ui.web.links import Screen
from ui.web.why_view import why

PREVIEWS = 6
"""Decisions shown with a result; the item itself shows them all."""


def found_heading(found: SearchOut) -> Markup:
    """Return the heading of the list and how much is in it, or nothing where nothing was found."""
    if not found.results:
        return NOTHING
    weak = Markup('<p class="mb-note">No item matches well. These are only the nearest.</p>') if found.weak else NOTHING
    return Markup(
        '<div class="mb" lang="en-GB"><h2 id="mb-found">Agenda items found</h2><p class="mb-muted" role="status">{}</p>{}</div>'
    ).format(_count(found), weak)


def results(found: SearchOut, screen: Screen) -> Markup:
    """Return what the list can be narrowed to and the list, told apart: what matches, what does outside of what was understood,
    and what is only near.
    """
    if not found.results:
        return NOTHING
    outside = [one for one in found.results if one.outside]
    matching = [one for one in found.results if one.matches or (found.weak and not one.outside)]
    near = [one for one in found.results if one not in (*matching, *outside)]
    parts = (
        NOTHING if found.weak else narrowing(found, screen),
        _list(matching, screen) if matching else NOTHING,
        _apart(f"These lie outside {_understood(found)}, and match the rest of the question.", outside, screen),
        _apart("These match less well.", near, screen),
    )
    return Markup('<div class="mb" lang="en-GB"><section aria-labelledby="mb-found">{}</section></div>').format(joined(parts))


def outside_alone(found: SearchOut, screen: Screen) -> Markup:
    """Return the list of what lies outside of what was understood, with a heading: all there is to show where nothing within it
    answers, or nothing.
    """
    outside = [one for one in found.results if one.outside]
    if not outside:
        return NOTHING
    return Markup(
        '<div class="mb" lang="en-GB"><h2 id="mb-found">Agenda items outside {}</h2>'
        '<section aria-labelledby="mb-found"><p class="mb-note">These match the rest of the question.</p>{}</section></div>'
    ).format(_understood(found), _list(outside, screen))


def _understood(found: SearchOut) -> str:
    """Return the filters of which something may lie outside: not "since 2019", which is a bound that holds for the whole list."""
    applied = [chip for chip in found.understood if chip.applied]
    bounds = [chip for chip in applied if chip.kind == "date" and None in {chip.filters.since, chip.filters.until}]
    return " or ".join(f"“{chip.label}”" for chip in applied if chip not in bounds)


def _apart(note: str, found: Sequence[ResultOut], screen: Screen) -> Markup:
    return Markup('<p class="mb-note">{}</p>{}').format(note, _list(found, screen)) if found else NOTHING


def _list(found: Sequence[ResultOut], screen: Screen) -> Markup:
    return Markup('<ol class="mb-results">{}</ol>').format(joined(_result(result, screen) for result in found))


def _count(found: SearchOut) -> str:
    shown = len([one for one in found.results if one.matches])
    whole = wording.plural(found.matching, "agenda item")
    listed = "" if shown == found.matching else f", {shown} of them listed here"
    undated = "" if found.order == "best" else ", undated last"
    # by date more is looked at, so that the newest is among it: here only what came nearest was counted
    match = ("matches" if found.matching == 1 else "match") + (" best" if found.order == "best" and listed else "")
    return f"{whole} {match}{listed}: {wording.ORDERS[found.order].lower()}{undated}."


def _result(result: ResultOut, screen: Screen) -> Markup:
    href = screen.at_item(result.item_id, result.snippet)
    snippet = Markup(" … ").join(marked_piece(piece) for piece in result.snippet)
    foot = keep_link(result.item_id, wording.title(result), screen) + why(result)
    return Markup('<li><article>{}{}<p class="mb-snippet">{}</p>{}<div class="mb-foot">{}</div></article></li>').format(
        head(result, href), previews(result.decisions), snippet, doubtful(result.snippet), foot
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
