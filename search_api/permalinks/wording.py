"""What do the plain pages say in their own words?

Takes facts of the wire, gives words for people: a day, a title, a place, who states a fact. Outcomes and origins are named as the
briefing names them. What is null is "not stated"; nothing here draws a conclusion.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.records import Outcome
from index.sources import Origin
from search_api.briefing.wording import ORIGINS
from search_api.briefing.wording import OUTCOMES
from search_api.schemas import DecisionOut
from search_api.schemas import ItemHeadOut
from search_api.schemas import LimbPreviewOut
from search_api.schemas import MotionOut
from search_api.schemas import SittingOut
from search_api.schemas import TallyOut

NAME = "Minutebook"
NOT_STATED = "not stated"
OCR = "Read by OCR: check against the original."

NOTICE = (
    "The words of the minutes are copied as printed; every other line is a label or a fact from the record. "
    "Nothing is summarised. What is not open to the public is not held here."
)

SIGNS = {"carried": "✓", "lost": "✕", "withdrawn": "↩", "deferred": "→", "not_put": "○", "unclear": "?"}
"""A sign for each outcome; it stands beside the word, never for it."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A section of outcomes: what it is called, what one of it is called, and what is to be known of all and of one."""

    title: str
    single: str
    lede: str
    note: str
    outcomes: frozenset[str]


GROUNDS = (
    Ground("Decisions", "Decision", "", "", frozenset({"carried"})),
    Ground("Deferred", "Deferred", "Put off to another time.", "Put off to another time.", frozenset({"deferred"})),
    Ground(
        "Not agreed",
        "Not agreed",
        "Lost, withdrawn or not put to the vote. These are not decisions.",
        "This is not a decision.",
        frozenset({"lost", "withdrawn", "not_put"}),
    ),
    Ground(
        "Outcome not clear",
        "Outcome not clear",
        "The minutes do not say what became of these.",
        "The minutes do not say what became of it.",
        frozenset({"unclear"}),
    ),
)
"""Every outcome has one place, in this order; what was not agreed never stands among the decisions."""


def ground_of(outcome: str) -> Ground:
    """Return the section in which an outcome stands."""
    return next(ground for ground in GROUNDS if outcome in ground.outcomes)


def outcome(name: str) -> str:
    """Return an outcome as a word: `Carried`, `Not put to the vote`."""
    return str(OUTCOMES[Outcome(name)])


def origin(name: str) -> str | None:
    """Return who states a fact, in words, where it is not the minutes themselves."""
    word = ORIGINS.get(Origin(name))
    return None if word is None else str(word)


def day(found: date | None) -> str:
    """Return `2 September 2020`, or that no date is stated."""
    return "date not stated" if found is None else f"{found.day} {found:%B %Y}"


def folded(text: str | None) -> str:
    """Return a text on one line, empty for none."""
    return " ".join((text or "").split())


def title(head: ItemHeadOut) -> str:
    """Return an item's title as printed, after its number, or that it has none."""
    printed = folded(head.title)
    number = folded(head.number or head.minute_number).rstrip(".")
    name = printed or "An item without a title"
    return f"{number}. {name}" if number and not re.match(rf"{re.escape(number)}(?!\w)", printed) else name


def bare_title(head: ItemHeadOut) -> str:
    """Return an item's title as printed, or that it has none."""
    return folded(head.title) or "an item without a title"


def place(of: SittingOut) -> str:
    """Return the council and the body, each as stated; a full council that goes by the council's name is named once."""
    if of.council and of.council == of.body:
        return folded(of.council)
    return f"{folded(of.council) or 'council not stated'}, {folded(of.body) or 'body not stated'}"


def sitting(of: SittingOut) -> str:
    """Return which meeting it is: the body, or else the council, and the day."""
    return f"{folded(of.body or of.council) or 'Meeting of a body not stated'}, {day(of.date)}"


def clause(decision: DecisionOut | LimbPreviewOut) -> str:
    """Return `clause a)` as printed, empty where the clause has no letter or number."""
    label = folded(decision.label)
    return f"clause {label}{'' if not label or label.endswith((')', '.')) else ')'}" if label else ""


def names(clauses: Sequence[DecisionOut | LimbPreviewOut]) -> Mapping[str, str]:
    """Return a name for each clause of an item, by its id: its letter as printed, or else its place among them."""
    count = len(clauses)
    counted = {one.limb_id: f"clause {at} of {count}" if count > 1 else "the clause" for at, one in enumerate(clauses, start=1)}
    return {one.limb_id: clause(one) or counted[one.limb_id] for one in clauses}


def verb(of: DecisionOut) -> str | None:
    """Return what a carried clause does (noted is not agreed); the verb of one that was not carried would mislead."""
    return of.force if of.outcome == "carried" and of.force != "other" else None


def tally(votes: TallyOut) -> str:
    """Return `8 for, 2 against, abstentions not stated`."""
    figures = ((votes.in_favour, "for", "votes for"), (votes.against, "against", "votes against"))
    abstained = (votes.abstained, "abstained", "abstentions")
    named = (*figures, abstained)
    return ", ".join(f"{name} {NOT_STATED}" if figure is None else f"{figure} {side}" for figure, side, name in named)


def vote(decision: DecisionOut) -> str:
    """Return the vote as printed and in figures, or that it is not stated."""
    parts = (
        folded(decision.printed_vote),
        tally(decision.tally) if decision.tally else "",
        "unanimous" if decision.unanimous and "unanim" not in (decision.printed_vote or "").lower() else "",
        "on a casting vote" if decision.casting else "",
    )
    return "; ".join(part for part in parts if part) or NOT_STATED


def movers(motion: DecisionOut | MotionOut) -> str | None:
    """Return who moved and seconded, `None` where neither is printed."""
    if motion.mover is None and motion.seconder is None:
        return None
    moved = f"Moved by {folded(motion.mover)}" if motion.mover else f"Mover {NOT_STATED}"
    return f"{moved}; {f'seconded by {folded(motion.seconder)}' if motion.seconder else f'seconder {NOT_STATED}'}."
