"""How is a decision shown?

Takes clauses of decisions, gives one card an agenda item: clauses that were put together under one vote stand under one verdict, in
printed order, each quoted, and one link opens the item with all of them marked. What was not carried goes into sections of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from search_api.schemas import DecisionOut
from search_api.schemas import RecordedVoteOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import badge
from ui.web.components import head
from ui.web.components import in_place
from ui.web.components import joined
from ui.web.components import quotation
from ui.web.highlight import marked_piece
from ui.web.keeping import keep_link
from ui.web.links import Screen

Shown = Callable[[Sequence[DecisionOut]], Markup]

OPEN = 3
"""Cards of an answer, and verdicts of a card, that lie open; what follows is behind a fold that says how many there are."""


def cards(found: Sequence[DecisionOut], screen: Screen, asks_for: str) -> Markup:
    """Return one card an agenda item, in the order in which the items are first named, those after the first few folded away;
    the story of a matter is not cut off.
    """
    items: dict[str, list[DecisionOut]] = {}
    for each in found:
        items.setdefault(each.citation.item_id, []).append(each)
    made = [_card(clauses, screen, asks_for) for clauses in items.values()]
    return joined(made) if asks_for == "timeline" else _folded(made, "more agenda item")


def _folded(parts: Sequence[Markup], what: str) -> Markup:
    """Return the parts, those after the first few behind a fold."""
    shown, more = parts[:OPEN], parts[OPEN:]
    if not more:
        return joined(shown)
    fold = Markup('<details class="mb-more"><summary>{}</summary>{}</details>')
    return joined(shown) + fold.format(wording.plural(len(more), what), joined(more))


def _card(clauses: Sequence[DecisionOut], screen: Screen, asks_for: str) -> Markup:
    citation = clauses[0].citation
    title = head(citation, screen.at_item(citation.item_id, citation.spans))
    keep = Markup('<p class="mb-keeping">{}</p>').format(keep_link(citation.item_id, wording.title(citation), screen))
    said = _folded(_resolutions(clauses, screen, asks_for), "more decision")
    return Markup('<section class="mb-card">{}{}{}</section>').format(title, said, keep)


def untitled_card(clauses: Sequence[DecisionOut], screen: Screen) -> Markup:
    """Return the clauses of one item in a card without its title."""
    return Markup('<div class="mb-card">{}</div>').format(resolutions(clauses, screen))


def kept_apart(found: Sequence[DecisionOut], shown: Shown) -> Markup:
    """Return what was not agreed, and what has no clear outcome, each in a section of its own; decided clauses are left out."""
    refused = [each for each in found if each.outcome not in wording.DECIDED and each.outcome != "unclear"]
    unclear = [each for each in found if each.outcome == "unclear"]
    sections = (
        ("Not agreed", "Lost, withdrawn or not put to the vote. These are not decisions.", refused),
        ("Outcome not clear", "The minutes do not say what became of these.", unclear),
    )
    section = Markup('<section class="mb-apart"><h2>{}</h2><p class="mb-muted">{}</p>{}</section>')
    return joined(section.format(title, lede, shown(clauses)) for title, lede, clauses in sections if clauses)


def resolutions(clauses: Iterable[DecisionOut], screen: Screen, asks_for: str = "other") -> Markup:
    """Return clauses of one item in printed order, those that share a verdict under it."""
    return joined(_resolutions(clauses, screen, asks_for))


def _resolutions(clauses: Iterable[DecisionOut], screen: Screen, asks_for: str) -> list[Markup]:
    printed = sorted(clauses, key=_place)
    return [_resolution(list(together), screen, asks_for) for _, together in groupby(printed, key=_verdict_of)]


def _place(clause: DecisionOut) -> tuple[int, int]:
    first = clause.citation.spans[0] if clause.citation.spans else None
    return (first.page, first.start) if first else (clause.citation.page, 0)


def _verdict_of(clause: DecisionOut) -> tuple[object, ...]:
    read_from = (clause.cue.page, clause.cue.start) if clause.cue else clause.limb_id
    return (clause.outcome, clause.motion_kind, read_from, clause.printed_vote, clause.mover, clause.seconder, clause.recorded_vote)


def _resolution(clauses: Sequence[DecisionOut], screen: Screen, asks_for: str) -> Markup:
    first = clauses[0]
    parts = (
        verdict(clauses),
        joined(_clause(clause, clauses) for clause in clauses),
        _paragraph(wording.movers(first, asked=asks_for == "who")),
        _paragraph("Vote: not stated." if asks_for in {"vote", "voters"} and wording.lacks_vote(first) else None),
        recorded_vote(first.recorded_vote, opened=asks_for == "voters") if first.recorded_vote else NOTHING,
    )
    foot = in_place(first.citation, screen, [span for clause in clauses for span in clause.citation.spans]) + as_minuted(clauses)
    return Markup('<article class="mb-limb">{}<div class="mb-foot">{}</div></article>').format(joined(parts), foot)


def verdict(clauses: Sequence[DecisionOut]) -> Markup:
    """Return the line above quotations: outcome and vote as printed, the vote in words, a verb they share, the kind of motion."""
    first = clauses[0]
    notes = (wording.vote(first), wording.force(first) if _share_force(clauses) else None, wording.motion_kind(first))
    words = joined(Markup('<span class="mb-muted">{}</span>').format(note) for note in notes if note)
    return Markup('<p class="mb-verdict">{}{}</p>').format(badge(first.outcome, first.printed_vote), words)


def _share_force(clauses: Sequence[DecisionOut]) -> bool:
    return len({clause.force for clause in clauses}) == 1


def _clause(clause: DecisionOut, together: Sequence[DecisionOut]) -> Markup:
    own = None if _share_force(together) else wording.force(clause)
    note = Markup('<p class="mb-muted mb-force">{}</p>').format(own) if own else NOTHING
    return note + quotation(clause.citation.quotation, clause.outcome, clause.label)


def as_minuted(clauses: Sequence[DecisionOut]) -> Markup:
    """Return the fold with the whole sentences in which the clauses stand, where these say more than the clauses themselves, and
    with the printed words from which the outcome was read.
    """
    quoted = {(span.page, at) for clause in clauses for span in clause.citation.spans for at in (span.start, span.end)}
    pieces = {(piece.page, piece.start): piece for clause in clauses for piece in clause.minuted}
    more = [piece for at, piece in sorted(pieces.items()) if not {at, (piece.page, piece.end)} <= quoted]
    words = Markup("</p><p>").join(marked_piece(piece) for piece in more)
    quoted_whole = Markup("<blockquote><p>{}</p></blockquote>").format(words) if more else NOTHING
    read = _paragraph(wording.read_from(clauses[0]))
    if not quoted_whole + read:
        return NOTHING
    return Markup("<details><summary>As minuted</summary>{}{}</details>").format(quoted_whole, read)


def _paragraph(words: str | None) -> Markup:
    return Markup("<p>{}</p>").format(words) if words else NOTHING


def recorded_vote(names: RecordedVoteOut, *, opened: bool) -> Markup:
    """Return who voted how, names as printed, open or folded away."""
    sides = (("For", names.in_favour), ("Against", names.against), ("Abstained", names.abstained))
    rows = joined(Markup("<dt>{}</dt><dd>{}</dd>").format(side, ", ".join(voters)) for side, voters in sides if voters)
    start = Markup("<details open>") if opened else Markup("<details>")
    listed = Markup('<summary>Recorded vote: how each member voted</summary><dl class="mb-facts">{}</dl></details>').format(rows)
    return start + listed
