"""What can the list be narrowed to?

Takes the reply of `/v1/search`, gives for council, body, year, outcome and kind the values that the items found have, each a link
that narrows and its number of items. A value that all of them share would narrow nothing and is left out. On a phone all of it is
behind one fold; on a wide screen it lies open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from search_api.schemas_found import SearchOut
from search_api.schemas_state import FacetOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import joined
from ui.web.links import Screen

SHOWN = 4
"""Values of each kind that lie open; the rest are behind a fold."""

_YEAR = re.compile(r"[12][0-9]{3}")
_HEADINGS = {"council": "Council", "body": "Body", "year": "Year", "outcome": "Outcome", "kind": "Kind of document"}


def narrowing(found: SearchOut, screen: Screen) -> Markup:
    """Return the links that narrow the list, or nothing where none would."""
    held = {
        "council": found.facets.council,
        # of parish councils the body is the council: one list says it all
        "body": [] if found.facets.body == found.facets.council else found.facets.body,
        # years are read from the newest down, whatever their numbers
        "year": sorted((one for one in found.facets.year if _YEAR.fullmatch(one.value)), key=lambda one: one.value, reverse=True),
        "outcome": found.facets.outcome,
        "kind": found.facets.kind,
    }
    offered = {name: [one for one in values if one.items < found.matching] for name, values in held.items()}
    lists = joined(_facet(name, values, screen) for name, values in offered.items() if values)
    if not lists:
        return NOTHING
    return Markup(
        '<details class="mb-facets"><summary>Narrow this list</summary>'
        '<nav aria-label="Narrow this list"><div class="mb-facet-lists">{}</div></nav></details>'
    ).format(lists)


def _facet(name: str, values: Sequence[FacetOut], screen: Screen) -> Markup:
    shown, more = values[:SHOWN], values[SHOWN:]
    folded = (
        Markup('<details><summary>{} more<span class="mb-hidden"> in {}</span></summary><ul>{}</ul></details>').format(
            len(more), _HEADINGS[name], _links(name, more, screen)
        )
        if more
        else NOTHING
    )
    return Markup('<div class="mb-facet"><h3>{0}</h3><ul aria-label="{0}">{1}</ul>{2}</div>').format(
        _HEADINGS[name], _links(name, shown, screen), folded
    )


def _links(name: str, values: Sequence[FacetOut], screen: Screen) -> Markup:
    row = Markup('<li><a href="{}">{}</a> <span class="mb-muted">{:,}<span class="mb-hidden"> {}</span></span></li>')
    return joined(
        row.format(
            screen.within(name, each.value),
            wording.filter_value(name, each.value),
            each.items,
            "item" if each.items == 1 else "items",
        )
        for each in values
    )
