"""What do the plain pages need beside the replies of the API?

Takes a place, or the items of a meeting, gives the neighbours of an item and the clauses of each item in short, as the wire has
them.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence

from index.records import AgendaItem
from search_api.permalinks.item_page import Beside
from search_api.places import Place
from search_api.places import open_items
from search_api.present import present_head
from search_api.present import present_preview
from search_api.schemas import ItemHeadOut
from search_api.schemas import LimbPreviewOut


def present_beside(place: Place) -> Beside:
    """Present the open items before and after one in its meeting."""
    items = open_items(place.meeting)
    at = [item.id for item in items].index(place.item.id)
    return Beside(_head(place, items[at - 1 : at] if at else ()), _head(place, items[at + 1 : at + 2]))


def _head(place: Place, items: Sequence[AgendaItem]) -> ItemHeadOut | None:
    return present_head(Place(place.document, place.meeting, items[0])) if items else None


def present_limbs(items: Sequence[AgendaItem]) -> Mapping[str, Sequence[LimbPreviewOut]]:
    """Present the clauses of each item in short, by the id of the item."""
    return {item.id: [present_preview(limb) for limb in item.limbs] for item in items}
