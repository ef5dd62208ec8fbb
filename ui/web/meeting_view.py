"""What happened at this meeting?

Takes the replies of `/v1/meetings/ID`, its decisions and its document, gives the whole meeting: which it was and who says so, who
came, its agenda items in order with each clause quoted under its outcome, and the papers. What was lost stands with its item and is
said to be lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence

from markupsafe import Markup
from markupsafe import escape

from search_api.schemas import DecisionOut
from search_api.schemas import DocumentOut
from search_api.schemas import ItemHeadOut
from search_api.schemas import MeetingOut
from search_api.schemas import SittingOut
from search_api.schemas_meeting import MeetingDecisionsOut
from ui.web import wording
from ui.web.attendance_view import attendance
from ui.web.components import NOTHING
from ui.web.components import badge
from ui.web.components import joined
from ui.web.components import quotation
from ui.web.components import source
from ui.web.item_view import stated
from ui.web.links import Screen

_AT_ONCE = 3
"""Clauses of an item that are shown at once; more of them are in a fold."""


def meeting(of: MeetingOut, decided: MeetingDecisionsOut, document: DocumentOut, screen: Screen) -> Markup:
    """Return the meeting: facts, who came, its items with their decisions, its papers."""
    parts = (
        _facts(of, document),
        attendance(of.attendance, "the minutes"),
        _items(of, decided, screen),
        _papers(of, document, screen),
    )
    return Markup('<div class="mb" lang="en-GB"><article><h1>{}</h1>{}</article></div>').format(title(of), joined(parts))


def title(of: SittingOut) -> str:
    """Return which meeting it is: the body that met and the day."""
    return f"{of.body or of.council or 'A body that is not stated'}, {wording.day(of.date)}"


def _facts(of: MeetingOut, document: DocumentOut) -> Markup:
    rows = [
        ("Council", stated(of.council, of.council_origin)),
        ("Body", stated(of.body, of.body_origin)),
        ("Date", stated(wording.day(of.date) if of.date else None, of.date_origin)),
        ("Draft or confirmed", escape(of.record_state)),
        ("Document", Markup("{}, {}{}").format(of.document, wording.plural(document.pages, "page"), source(document.url, " · "))),
    ]
    cancelled = Markup('<p class="mb-note">This meeting is marked as cancelled.</p>') if of.cancelled else NOTHING
    return cancelled + Markup('<dl class="mb-facts">{}</dl>').format(
        joined(Markup("<dt>{}</dt><dd>{}</dd>").format(*row) for row in rows)
    )


def _items(of: MeetingOut, decided: MeetingDecisionsOut, screen: Screen) -> Markup:
    if not of.items:
        return Markup("<section><h2>Agenda items</h2><p>No open agenda item of this meeting is held.</p></section>")
    clauses = {item.item_id: item.decisions for item in decided.items}
    counted = f"{wording.plural(len(of.items), 'item')}, {_counted(decided)}"
    rows = joined(_item(head, clauses, screen) for head in of.items)
    return Markup(
        '<section aria-labelledby="mb-items"><h2 id="mb-items">Agenda items</h2><p class="mb-muted">{}.</p>'
        '<ol class="mb-results mb-minutes">{}</ol></section>'
    ).format(counted, rows)


def _counted(decided: MeetingDecisionsOut) -> str:
    outcomes = [clause.outcome for item in decided.items for clause in item.decisions]
    made = sum(outcome in wording.DECIDED for outcome in outcomes)
    rest = len(outcomes) - made
    told = wording.plural(made, "decision") + " as printed" if made else "no decision is printed"
    return f"{told}, {rest} not agreed or not clear" if rest else told


def _item(head: ItemHeadOut, clauses: Mapping[str, Sequence[DecisionOut]], screen: Screen) -> Markup:
    found = clauses.get(head.item_id, ())
    spans = [span for clause in found for span in clause.citation.spans]
    shown, more = found[:_AT_ONCE], found[_AT_ONCE:]
    fold = Markup("<details><summary>{} more</summary>{}</details>").format(
        wording.plural(len(more), "clause"), joined(map(_clause, more))
    )
    return Markup(
        '<li><article><div class="mb-row"><h3><a href="{}">{}</a></h3><p class="mb-cite">page {}</p></div>{}{}</article></li>'
    ).format(
        screen.at_item(head.item_id, spans), wording.title(head), head.page, joined(map(_clause, shown)), fold if more else NOTHING
    )


def _clause(clause: DecisionOut) -> Markup:
    return Markup('<div class="mb-clause"><p class="mb-verdict">{}</p>{}</div>').format(
        badge(clause.outcome, clause.printed_vote), quotation(clause.citation.quotation, clause.outcome, clause.label)
    )


def _papers(of: MeetingOut, document: DocumentOut, screen: Screen) -> Markup:
    others = [one for one in document.meetings if one.meeting_id != of.meeting_id]
    links = joined(Markup('<li><a href="{}">{}</a></li>').format(screen.at_meeting(one.meeting_id), title(one)) for one in others)
    also = Markup("<p>The same document records:</p><ul>{}</ul>").format(links) if others else NOTHING
    return Markup('<section aria-labelledby="mb-papers"><h2 id="mb-papers">Documents</h2><p>{}: {}, {}{}</p>{}</section>').format(
        _kind(document), document.path, wording.plural(document.pages, "page"), source(document.url, " · "), also
    )


def _kind(document: DocumentOut) -> str:
    named = {
        "minutes": "Minutes",
        "agenda": "Agenda",
        "decision": "Decision page",
        "pack": "Pack of papers",
        "other": "Other paper",
    }
    printed = " ".join((document.title or "").split())
    return f"{named[document.kind]}, “{printed}”" if printed else named[document.kind]
