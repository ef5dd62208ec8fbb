"""What exactly was published?

Takes the reply of `/v1/items/ID` and the words to mark, gives the whole item in two parts, between which the picture of its page
stands. `published`: the meeting it belongs to and who says so, and its text page by page as published with the quoted words marked.
`decided`: its decisions, each with its outcome, what was not decided apart from them, and what stands around them. Together they
show every word of the item.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup
from markupsafe import escape

from search_api.schemas import DecisionOut
from search_api.schemas import ItemOut
from search_api.schemas import MotionOut
from search_api.schemas import PieceOut
from ui.web import wording
from ui.web.around_view import around
from ui.web.attendance_view import attendance
from ui.web.components import NOTHING
from ui.web.components import doubtful
from ui.web.components import joined
from ui.web.components import marking
from ui.web.components import quotation
from ui.web.components import source
from ui.web.decision_cards import kept_apart
from ui.web.decision_cards import untitled_card
from ui.web.highlight import marked_piece
from ui.web.keeping import keep_link
from ui.web.links import Mark
from ui.web.links import Screen


def published(of: ItemOut, screen: Screen, address: str) -> Markup:
    """Return the item as published, with the screen's marks in it; `address` is where others open it."""
    parts = (_facts(of, screen), _actions(of, screen, address), _published(of.text, screen.marks))
    return Markup('<div class="mb" lang="en-GB"><article><h1>{}</h1>{}</article></div>').format(wording.title(of), joined(parts))


def decided(of: ItemOut, screen: Screen) -> Markup:
    """Return what was decided in the item, and what stands around it; nothing where the minutes print none of it."""
    parts = joined(
        (
            _decided(of.decisions, screen),
            kept_apart(of.decisions, lambda found: untitled_card(found, screen)),
            _motions(of, screen),
            around(of, screen),
            attendance(of.attendance),
        )
    )
    return Markup('<div class="mb" lang="en-GB">{}</div>').format(parts) if parts else NOTHING


def stated(words: str | None, origin: str) -> Markup:
    """Return a fact and who states it, where it is not the minutes themselves; or that it is not stated."""
    if words is None:
        return Markup("not stated")
    said = wording.origin(origin)
    return Markup('{} <span class="mb-muted">({})</span>').format(words, said) if said else escape(words)


def _decided(clauses: Sequence[DecisionOut], screen: Screen) -> Markup:
    """Return what was decided, and apart from it what was put off: deciding to wait decides nothing on the matter itself."""
    carried = [each for each in clauses if each.outcome == "carried"]
    waiting = [each for each in clauses if each.outcome == "deferred"]
    made = Markup('<section aria-labelledby="mb-decided"><h2 id="mb-decided">Decisions in this item</h2>{}</section>')
    put_off = Markup('<section class="mb-apart"><h2>Deferred</h2><p class="mb-muted">Put off to another time.</p>{}</section>')
    sections = ((made, carried), (put_off, waiting))
    return joined(section.format(untitled_card(found, screen)) for section, found in sections if found)


def _facts(of: ItemOut, screen: Screen) -> Markup:
    pages = wording.pages(piece.page for piece in of.text) if of.text else f"page {of.page}"
    rows = (
        ("Council", stated(of.council, of.council_origin)),
        ("Body", stated(of.body, of.body_origin)),
        ("Date", stated(wording.day(of.date) if of.date else None, of.date_origin)),
        ("Number", escape(wording.numbered(of).capitalize() or "not stated")),
        ("Draft or confirmed", escape(of.record_state)),
        (
            "Meeting",
            Markup('<a href="{}">{}, {}</a>').format(screen.at_meeting(of.meeting_id), wording.place(of), wording.day(of.date)),
        ),
        ("Document", Markup("{}, {}").format(of.document, pages)),
    )
    return Markup('<dl class="mb-facts">{}</dl>').format(joined(Markup("<dt>{}</dt><dd>{}</dd>").format(*row) for row in rows))


def _actions(of: ItemOut, screen: Screen, address: str) -> Markup:
    """Return what can be done with the item: kept, linked to, looked up with the publisher."""
    link = Markup('<a href="{}">Permalink</a>').format(address)
    rows = (keep_link(of.item_id, wording.title(of), screen), link, source(of.url))
    return Markup('<ul class="mb-actions mb-tools">{}</ul>').format(
        joined(Markup("<li>{}</li>").format(row) for row in rows if row)
    )


def _published(pieces: Sequence[PieceOut], marks: Sequence[Mark]) -> Markup:
    pages = joined(_page(piece, marks, alone=len(pieces) == 1) for piece in pieces)
    marked = Markup('<p class="mb-muted">The quoted words are <mark>marked</mark>.</p>') if marks else NOTHING
    return Markup('<section aria-labelledby="mb-text"><h2 id="mb-text">As published</h2>{}{}</section>').format(marked, pages)


def _page(piece: PieceOut, marks: Sequence[Mark], *, alone: bool) -> Markup:
    title = NOTHING if alone else Markup("<h3>Page {}</h3>").format(piece.page)
    return Markup('{}{}<div class="mb-published">{}</div>').format(title, doubtful([piece]), marked_piece(piece, marks))


def _motions(of: ItemOut, screen: Screen) -> Markup:
    if not of.motions:
        return NOTHING
    card = Markup(
        '<section class="mb-apart"><h2>Motions</h2><p class="mb-muted">The minutes do not say what became of these.</p>'
        '<div class="mb-card">{}</div></section>'
    )
    return card.format(joined(_motion(motion, of, screen) for motion in of.motions))


def _motion(motion: MotionOut, of: ItemOut, screen: Screen) -> Markup:
    who = wording.movers(motion, asked=False)
    moved = Markup("<p>{}</p>").format(who) if who else NOTHING
    return Markup('<article class="mb-limb"><p>Outcome: not stated.</p>{}{}<p class="mb-cite">{}</p></article>').format(
        quotation(motion.quotation), moved, marking(of, screen, motion.quotation)
    )
