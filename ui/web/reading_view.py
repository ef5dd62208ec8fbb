"""What was read from this file?

Takes the reading of one file, gives whose meeting it is and who says so, its items in order, each in a fold with its decisions
quoted under their outcome and its words as printed, what is not clear, and how much is not open. Nothing here links into the
archive: the file is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence

from markupsafe import Markup

from search_api.schemas import DecisionOut
from search_api.schemas import MotionOut
from search_api.schemas import PieceOut
from search_api.schemas_reading import ReadingOut
from search_api.schemas_reading import ReadItemOut
from search_api.schemas_reading import ReadMeetingOut
from search_api.schemas_reading import RefusedOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import badge
from ui.web.components import doubtful
from ui.web.components import joined
from ui.web.components import quotation
from ui.web.decision_cards import recorded_vote
from ui.web.decision_cards import verdict
from ui.web.errors import sentence
from ui.web.highlight import marked_piece

_KINDS = {
    "minutes": "minutes",
    "agenda": "an agenda, which proposes and does not decide",
    "decision": "a decision page",
    "pack": "a pack of papers",
    "other": "a paper of another kind",
}


def desk_title() -> Markup:
    """Return the heading of the place where a file is given."""
    return Markup('<div class="mb" lang="en-GB"><h2>Read a file without adding it</h2></div>')


def reading(name: str, of: ReadingOut) -> Markup:
    """Return all that was read."""
    return Markup(
        '<div class="mb" lang="en-GB"><section aria-labelledby="mb-read"><h2 id="mb-read">What “{}” says</h2>{}{}{}</section></div>'
    ).format(name, _in_short(of), _left_out(of), joined(_meeting(one, alone=len(of.meetings) == 1) for one in of.meetings))


def refused(name: str, of: RefusedOut) -> Markup:
    """Return why a file cannot be read, and what to do."""
    reason, remedy = of.reason.rstrip("."), sentence(of.remedy)
    return Markup(
        '<div class="mb" lang="en-GB"><section role="alert"><h2>This file cannot be read</h2><p>“{}” {}.</p><p>{}</p>'
        "</section></div>"
    ).format(name, reason, remedy)


def _in_short(of: ReadingOut) -> Markup:
    if of.withheld:
        return Markup("<p>The whole document is marked as not open to the public, so nothing of it is shown.</p>")
    items = [item for meeting in of.meetings for item in meeting.items]
    decided = [clause for item in items for clause in item.decisions]
    clauses = ", ".join(_count(decided, outcome) for outcome in wording.VERDICTS if _count(decided, outcome))
    return Markup("<p>Read as {}: {}, {}, {}{}.</p>").format(
        _KINDS[of.kind],
        wording.plural(of.pages, "page"),
        wording.plural(len(items), "agenda item"),
        wording.plural(len(decided), "clause of a decision", "clauses of decisions"),
        f" ({clauses})" if clauses else "",
    )


def _count(clauses: Iterable[DecisionOut], outcome: str) -> str:
    found = sum(clause.outcome == outcome for clause in clauses)
    return f"{found} {wording.OUTCOMES[outcome].lower()}" if found else ""


def _left_out(of: ReadingOut) -> Markup:
    unclear = sum(item.unclear for meeting in of.meetings for item in meeting.items)
    open_ended = sum(len(item.motions) for meeting in of.meetings for item in meeting.items)
    lines = (
        _said(of.withheld_items, "item is", "items are", "left out, not being open to the public. Only the number is known here."),
        _said(unclear, "fact was", "facts were", "not clear to any rule, and is said to be unclear where it stands."),
        _said(open_ended, "motion has", "motions have", "no outcome that is printed."),
        *(f"{sentence(one.reason)} {sentence(one.remedy)}" for one in of.unread),
    )
    said = joined(Markup("<p>{}</p>").format(line) for line in lines if line)
    return Markup('<div class="mb-note">{}</div>').format(said) if said else NOTHING


def _said(count: int, one: str, many: str, rest: str) -> str:
    return f"{wording.plural(count, one, many)} {rest}" if count else ""


def _meeting(of: ReadMeetingOut, *, alone: bool) -> Markup:
    title = NOTHING if alone else Markup("<h3>{}, {}</h3>").format(wording.place(of), wording.day(of.date))
    rows = (
        ("Council", _stated(of.council, of.council_origin)),
        ("Body", _stated(of.body, of.body_origin)),
        ("Date", _stated(wording.day(of.date) if of.date else None, of.date_origin)),
        ("Draft or confirmed", of.record_state),
    )
    facts = joined(Markup("<dt>{}</dt><dd>{}</dd>").format(*row) for row in rows)
    return Markup('{}<dl class="mb-facts">{}</dl>{}').format(title, facts, joined(_item(item) for item in of.items))


def _stated(words: str | None, origin: str) -> str:
    said = wording.origin(origin)
    return "not stated" if words is None else f"{words} ({said})" if said else words


def _item(of: ReadItemOut) -> Markup:
    start = Markup("<details open>") if of.decisions else Markup("<details>")
    return Markup('<div class="mb-held-read-item">{}<summary>{}{}</summary>{}{}{}</details></div>').format(
        start,
        wording.title_of(of.number, of.minute_number, of.title),
        _outcomes(of.decisions),
        joined(_clause(clause) for clause in of.decisions),
        joined(_motion(motion) for motion in of.motions),
        _printed(of.text, folded=bool(of.decisions or of.motions)),
    )


def _outcomes(clauses: Sequence[DecisionOut]) -> Markup:
    outcomes = dict.fromkeys(clause.outcome for clause in clauses)
    return joined(Markup(" {}").format(badge(outcome)) for outcome in outcomes)


def _clause(clause: DecisionOut) -> Markup:
    who = wording.movers(clause, asked=False)
    return Markup('<article class="mb-limb">{}{}{}{}</article>').format(
        verdict([clause]),
        quotation(clause.citation.quotation, clause.outcome, clause.label),
        Markup("<p>{}</p>").format(who) if who else NOTHING,
        recorded_vote(clause.recorded_vote, opened=False) if clause.recorded_vote else NOTHING,
    )


def _motion(motion: MotionOut) -> Markup:
    who = wording.movers(motion, asked=False)
    return Markup('<article class="mb-limb"><p>Motion. Outcome: not stated.</p>{}{}</article>').format(
        quotation(motion.quotation), Markup("<p>{}</p>").format(who) if who else NOTHING
    )


def _printed(pieces: Sequence[PieceOut], *, folded: bool) -> Markup:
    words = joined(
        Markup('{}<div class="mb-published">{}</div>').format(doubtful([piece]), marked_piece(piece)) for piece in pieces
    )
    return Markup("<details><summary>As printed</summary>{}</details>").format(words) if folded else words
