"""What else was on the agenda of this meeting?

Takes the meeting of an open item, gives the ways to the item before and after it, and the list of all its items with the open one
marked. An item without a title says so; the order is that of the minutes.
"""

from __future__ import annotations

from markupsafe import Markup

from search_api.schemas import ItemHeadOut
from search_api.schemas import MeetingOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import joined
from ui.web.components import sitting
from ui.web.links import Screen


def neighbours(of: MeetingOut, item_id: str, screen: Screen, label: str = "Items before and after") -> Markup:
    """Return the links to the item before and after the open one, and to the meeting between them; `label` names the place."""
    before, after = _around(of, item_id)
    meeting = Markup('<li><a href="{}">The whole meeting</a></li>').format(screen.at_meeting(of.meeting_id))
    return Markup('<nav class="mb" aria-label="{}" lang="en-GB"><ul class="mb-neighbours">{}{}{}</ul></nav>').format(
        label, _step("← Previous item", before, screen), _step("Next item →", after, screen), meeting
    )


def agenda(of: MeetingOut, item_id: str, screen: Screen) -> Markup:
    """Return the whole agenda as links, the open item marked."""
    rows = joined(_row(head, item_id, screen) for head in of.items)
    return Markup(
        '<nav class="mb mb-agenda" aria-label="Agenda of this meeting" lang="en-GB"><p class="mb-agenda-title">'
        '<a href="{}"><strong>This meeting</strong></a></p><p class="mb-cite">{}</p><ol>{}</ol></nav>'
    ).format(screen.at_meeting(of.meeting_id), sitting(of), rows)


def _around(of: MeetingOut, item_id: str) -> tuple[ItemHeadOut | None, ItemHeadOut | None]:
    ids = [head.item_id for head in of.items]
    if item_id not in ids:
        return None, None
    at = ids.index(item_id)
    return (of.items[at - 1] if at else None), (of.items[at + 1] if at + 1 < len(ids) else None)


def _step(words: str, head: ItemHeadOut | None, screen: Screen) -> Markup:
    if head is None:
        return NOTHING
    link = Markup('<li><a href="{}">{}<span class="mb-step">{}</span></a></li>')
    return link.format(
        screen.at_item(head.item_id), Markup('{}<span class="mb-hidden">: </span>').format(words), wording.title(head)
    )


def _row(head: ItemHeadOut, item_id: str, screen: Screen) -> Markup:
    here = Markup(' aria-current="page"') if head.item_id == item_id else NOTHING
    return Markup('<li><a href="{}"{}>{}</a></li>').format(screen.at_item(head.item_id), here, wording.title(head))
