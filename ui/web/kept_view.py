"""What have I put aside for a briefing?

Takes the agenda items kept, in the order of the briefing, gives a list of them: each with its meeting, its decisions in short,
where it stands, and links that move it or drop it. An id that the archive no longer holds stays in the list and is said to be gone.
Quotes nothing: what a briefing quotes is shown by `ui.web.briefing_view`.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from search_api.schemas import ItemOut
from search_api.schemas import LimbPreviewOut
from ui.web import wording
from ui.web.components import head
from ui.web.components import joined
from ui.web.components import source
from ui.web.links import Screen
from ui.web.result_list import previews

Kept = tuple[str, ItemOut | None]
"""The id of an item that was kept, and the item; `None` where it is not held."""

_LEDE = (
    "What you keep stands in this page's own address: bookmark it to come back, or send it to share it. "
    "There is no account, and nothing is stored."
)


def kept_items(kept: Sequence[Kept], screen: Screen) -> Markup:
    """Return the items kept, or how to keep one."""
    if not kept:
        return _nothing_kept(screen)
    rows = joined(_row(item_id, of, place, screen) for place, (item_id, of) in enumerate(kept))
    return Markup(
        '<div class="mb" lang="en-GB"><p class="mb-lede">{}</p><section aria-labelledby="mb-kept"><h2 id="mb-kept">{}</h2>'
        '<p class="mb-muted">In the order of the briefing.</p><ol class="mb-results">{}</ol>'
        '<p class="mb-drop-all"><a href="{}">{}</a></p></section></div>'
    ).format(_LEDE, wording.plural(len(kept), "agenda item") + " kept", rows, screen.dropping_all(), "Drop all agenda items")


def _nothing_kept(screen: Screen) -> Markup:
    return Markup(
        '<div class="mb" lang="en-GB"><p class="mb-lede">{}</p><section><h2>No agenda item is kept yet</h2>'
        "<p>“Keep for a briefing” stands beside every agenda item. What you keep is listed here, and can be made into a page of "
        'quotations with their sources, for Word or as a table.</p><p><a href="{}">Ask the minutes</a></p></section></div>'
    ).format(_LEDE, screen.seen_as("ask"))


def _row(item_id: str, of: ItemOut | None, place: int, screen: Screen) -> Markup:
    if of is None:
        return _gone(item_id, screen)
    title = wording.title(of)
    parts = (head(of, screen.at_item(item_id)), _decisions(of), _stands(of), _actions(item_id, title, place, screen))
    return Markup("<li><article>{}</article></li>").format(joined(parts))


def _gone(item_id: str, screen: Screen) -> Markup:
    return Markup(
        "<li><article><h3>No longer in the archive</h3><p>The archive holds no agenda item <code>{}</code>. It may have been "
        "replaced since it was kept. The briefing leaves it out.</p>{}</article></li>"
    ).format(item_id, _listed([_link(screen.dropping(item_id), "Drop", item_id)]))


def _decisions(of: ItemOut) -> Markup:
    if of.decisions:
        limbs = [LimbPreviewOut.model_validate(each.model_dump(include=set(LimbPreviewOut.model_fields))) for each in of.decisions]
        return previews(limbs)
    said = "A motion, and what became of it is not stated." if of.motions else "No decision: the briefing quotes all of it."
    return Markup('<p class="mb-muted">{}</p>').format(said)


def _stands(of: ItemOut) -> Markup:
    pages = wording.pages(piece.page for piece in of.text) if of.text else f"page {of.page}"
    return Markup('<p class="mb-cite">{}, {}{}</p>').format(of.document, pages, source(of.url, " · "))


def _actions(item_id: str, title: str, place: int, screen: Screen) -> Markup:
    last = len(screen.kept) - 1
    moves = (
        ("Move up", place - 1, place > 0),
        ("Move down", place + 1, place < last),
        ("Put first", 0, place > 1),
    )
    links = [_link(screen.moving(item_id, to), words, title) for words, to, possible in moves if possible]
    return _listed([*links, _link(screen.dropping(item_id), "Drop", title)])


def _link(href: str, words: str, title: str) -> Markup:
    return Markup('<a href="{}">{}<span class="mb-hidden">: {}</span></a>').format(href, words, title)


def _listed(links: Sequence[Markup]) -> Markup:
    return Markup('<ul class="mb-actions">{}</ul>').format(joined(Markup("<li>{}</li>").format(link) for link in links))
