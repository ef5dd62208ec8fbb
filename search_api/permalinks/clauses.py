"""How is a decision shown on a plain page?

Takes clauses as the wire has them, gives each quoted, with its outcome as word and sign and its vote as printed. Every outcome
has its own section: what was lost never stands among what was decided.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from search_api.permalinks import wording
from search_api.permalinks.addresses import decision_path
from search_api.permalinks.parts import NOTHING
from search_api.permalinks.parts import badge
from search_api.permalinks.parts import joined
from search_api.permalinks.parts import quotation
from search_api.permalinks.parts import rows
from search_api.permalinks.parts import section
from search_api.schemas import DecisionOut
from search_api.schemas import LimbPreviewOut
from search_api.schemas import MotionOut

TEXT = Markup(' itemprop="text"')
"""The quoted words, named for machines."""


def by_ground(decisions: Sequence[DecisionOut]) -> Markup:
    """Return the clauses of an item in one section for each ground of outcomes, in printed order inside it."""
    names = wording.names(decisions)
    cards = {one.limb_id: _card(one, names[one.limb_id]) for one in decisions}
    return joined(
        section(ground.title, joined(cards[one.limb_id] for one in decisions if one.outcome in ground.outcomes), ground.lede)
        for ground in wording.GROUNDS
    )


def _card(of: DecisionOut, name: str) -> Markup:
    """Return a clause in short, with the link to its own page."""
    whole = Markup('<article class="card" itemprop="hasPart" itemscope itemtype="https://schema.org/CreativeWork">{}</article>\n')
    title = Markup('<h3><a itemprop="url" href="../{}">{}</a></h3>').format(
        decision_path(of.limb_id), f"{name[0].upper()}{name[1:]}"
    )
    moved = wording.movers(of)
    return whole.format(
        joined(
            (
                title,
                verdict(of),
                quotation(of.citation.quotation, of.outcome, TEXT),
                Markup("<p>{}</p>").format(moved) if moved else NOTHING,
            )
        )
    )


def verdict(of: DecisionOut) -> Markup:
    """Return the outcome, the vote as printed, and the verb where it is not plain agreement: noted is not agreed."""
    verb = wording.verb(of)
    notes = (
        f"Vote: {wording.vote(of)}",
        f"Verb: {verb}" if verb not in {None, "agreed", "approved", "adopted"} else "",
        f"Kind of motion: {of.motion_kind}" if of.motion_kind != "substantive" else "",
    )
    words = joined(Markup("<span>{}</span>").format(note) for note in notes if note)
    return Markup('<p class="verdict">{}{}</p>').format(badge(of.outcome), words)


def voters(of: DecisionOut) -> Markup:
    """Return who voted how, names as printed, nothing where the minutes name no voter."""
    if of.recorded_vote is None:
        return NOTHING
    votes = of.recorded_vote
    sides = (("For", votes.in_favour), ("Against", votes.against), ("Abstained", votes.abstained))
    named = rows((side, ", ".join(map(wording.folded, names))) for side, names in sides if names)
    return section("Recorded vote", Markup("<dl><div>{}</div></dl>").format(named), "Names as printed.")


def minuted(of: DecisionOut) -> Markup:
    """Return the whole sentences that hold the clause and its outcome, where they say more than the clause."""
    quoted = {(span.page, span.start, span.end) for span in of.citation.spans}
    more = [piece for piece in of.minuted if (piece.page, piece.start, piece.end) not in quoted]
    return section("As minuted", quotation(more) if more else NOTHING)


def listed(clauses: Sequence[DecisionOut | LimbPreviewOut], without: str = "") -> Markup:
    """Return the clauses of an item but one as rows of a list, each with its outcome, the link to its page, and its words where
    they are at hand.
    """
    names = wording.names(clauses)
    return joined(_row(one, names[one.limb_id]) for one in clauses if one.limb_id != without)


def _row(of: DecisionOut | LimbPreviewOut, name: str) -> Markup:
    vote = Markup(" {}").format(wording.folded(of.printed_vote)) if of.printed_vote else NOTHING
    words = quotation(of.citation.quotation, of.outcome) if isinstance(of, DecisionOut) else NOTHING
    link = Markup('<li>{}{} <a href="../{}">{}</a>{}</li>')
    return link.format(badge(of.outcome), vote, decision_path(of.limb_id), name, words)


def motions(found: Sequence[MotionOut]) -> Markup:
    """Return the motions of which the minutes do not say what became."""
    return section("Motions", joined(_motion(one) for one in found), "The minutes do not say what became of these.")


def _motion(of: MotionOut) -> Markup:
    moved = wording.movers(of)
    who = Markup("<p>{}</p>").format(moved) if moved else NOTHING
    return Markup('<article class="card"><p>Outcome: {}.</p>{}{}</article>').format(
        wording.NOT_STATED, quotation(of.quotation), who
    )
