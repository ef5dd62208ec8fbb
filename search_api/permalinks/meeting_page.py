"""What does the page of a meeting say?

Takes the meeting as the wire has it and the clauses of its items in short, gives whose meeting it was, who attended, and its items
in printed order with what became of each clause.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence

from markupsafe import Markup

from search_api.permalinks import wording
from search_api.permalinks.addresses import cited_meeting
from search_api.permalinks.addresses import item_path
from search_api.permalinks.addresses import meeting_path
from search_api.permalinks.clauses import listed
from search_api.permalinks.frame import Leaf
from search_api.permalinks.item_page import attendance
from search_api.permalinks.parts import NOTHING
from search_api.permalinks.parts import citing
from search_api.permalinks.parts import event
from search_api.permalinks.parts import joined
from search_api.permalinks.parts import publishers_page
from search_api.permalinks.parts import rows
from search_api.permalinks.parts import section
from search_api.schemas import ItemHeadOut
from search_api.schemas import LimbPreviewOut
from search_api.schemas import MeetingOut

Limbs = Mapping[str, Sequence[LimbPreviewOut]]
"""The clauses of each item in short, by the id of the item."""

_WHOLE = Markup('<article itemscope itemtype="https://schema.org/Event">\n<h1 itemprop="name">{}</h1>\n{}</article>\n')
_CANCELLED = Markup(
    "<p><strong>This meeting is marked as cancelled.</strong>"
    '<link itemprop="eventStatus" href="https://schema.org/EventCancelled"></p>\n'
)


def meeting_page(of: MeetingOut, limbs: Limbs, url: str | None, base: str) -> Leaf:
    """Return the page of a meeting; `url` is where the publisher has its document, `base` the address printed in the citation."""
    content = (
        _CANCELLED if of.cancelled else NOTHING,
        _facts(of, url),
        section("Items", _items(of.items, limbs)),
        section("Who attended", attendance(of.attendance), "Names as printed."),
        citing(cited_meeting(of, base)),
    )
    title = wording.sitting(of)
    address = meeting_path(of.meeting_id)
    return Leaf(title, _WHOLE.format(title, joined(content)), f"{base}/{address}", f"../v1/{address}")


def _facts(of: MeetingOut, url: str | None) -> Markup:
    about = (
        ("Draft or confirmed", of.record_state),
        ("Document", of.document),
        ("Published at", publishers_page(url) or None),
    )
    return Markup("<dl><div>{}{}</div></dl>\n").format(event(of), rows(about))


def _items(items: Sequence[ItemHeadOut], limbs: Limbs) -> Markup:
    printed = joined(_item(one, limbs.get(one.item_id, ())) for one in items)
    return Markup('<ol class="items">{}</ol>').format(printed) if printed else NOTHING


def _item(of: ItemHeadOut, limbs: Sequence[LimbPreviewOut]) -> Markup:
    clauses = Markup("<ul>{}</ul>").format(listed(limbs)) if limbs else NOTHING
    link = Markup('<li><a href="../{}">{}</a>{}</li>\n')
    return link.format(item_path(of.item_id), wording.title(of), clauses)
