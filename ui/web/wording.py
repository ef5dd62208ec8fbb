"""How does the page say it?

Takes facts of the wire, gives the words a person reads: dates, votes, outcomes, who states a fact, what was looked at. A fact
that is null is said to be not stated; no function here draws a conclusion.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import datetime

from search_api.schemas import CoverageOut
from search_api.schemas import DecisionOut
from search_api.schemas import ItemHeadOut
from search_api.schemas import MotionOut
from search_api.schemas import SittingOut
from search_api.schemas import TallyOut


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an outcome is shown: a word, a sign in a shape, and a style. The word alone says it all."""

    word: str
    sign: str
    style: str


VERDICTS = {
    "carried": Verdict("CARRIED", "✓", "mb-carried"),
    "lost": Verdict("LOST", "✕", "mb-lost-badge"),
    "withdrawn": Verdict("WITHDRAWN", "↩", "mb-unclear"),
    "deferred": Verdict("DEFERRED", "→", "mb-waiting"),
    "not_put": Verdict("NOT PUT TO THE VOTE", "○", "mb-unclear"),
    "unclear": Verdict("OUTCOME NOT CLEAR", "?", "mb-unclear"),
}
"""One for each outcome of the wire."""

DECIDED = frozenset({"carried", "deferred"})
"""Outcomes of what a body decided to do; everything else stands apart."""

UNCLEAR = "unclear: the words do not settle it"
"""Said for every fact that a rule was unsure of."""

_PLAIN_FORCES = frozenset({"agreed", "approved", "adopted", "deferred", "other"})

_ORIGINS = {
    "page metadata": "from the details of the published page",
    "sidecar": "stated beside the minutes, not in them",
    "flag": "stated beside the minutes, not in them",
    "file name": "from the name of the file",
}

READ_BY_OCR = "Read by OCR: check against the original."
"""Said beside every quotation of a page that was read from a picture."""

PARAMETER_NAMES = {
    "council": "Council",
    "body": "Body",
    "since": "From",
    "until": "To",
    "kind": "Kind of document",
    "outcome": "Outcome",
}
"""What the filters are called on the page."""

KINDS = {"minutes": "Minutes", "agenda": "Agendas", "decision": "Decision pages", "pack": "Packs", "other": "Other papers"}
ORDERS = {"best": "Best match first", "newest": "Newest first", "oldest": "Oldest first"}
OPERATORS = {
    "phrase": "Just so",
    "excluded": "Without",
    "body": "Body",
    "council": "Council",
    "by": "By",
    "date": "Date",
    "outcome": "Outcome",
    "kind": "Kind of document",
}
"""What operators typed in a question are called on the page."""
OUTCOMES = {
    "carried": "Carried",
    "lost": "Lost",
    "withdrawn": "Withdrawn",
    "deferred": "Deferred",
    "not_put": "Not put to the vote",
    "unclear": "Not clear",
}
EVERYTHING = {"date": "all dates", "body": "all bodies", "council": "all councils"}
MODES = {"hybrid": "Words and meaning", "lexical": "Words only", "dense": "Meaning only"}


def day(found: date | None) -> str:
    """Return `2 September 2020`, or that no date is stated."""
    return "date not stated" if found is None else f"{found.day} {found:%B %Y}"


def moment(committed: str) -> str:
    """Return the day of an ISO 8601 time, or the words as they came where they are none."""
    try:
        return day(datetime.fromisoformat(committed).date())
    except ValueError:
        return committed


def origin(name: str) -> str | None:
    """Return who states a fact, in words, where it is not the minutes themselves."""
    return _ORIGINS.get(name)


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return `1 item`, `2 items`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def pages(numbers: Iterable[int]) -> str:
    """Return `page 2`, or `pages 2 to 3`; there must be one."""
    in_order = sorted(numbers)
    first, last = in_order[0], in_order[-1]
    return f"page {first}" if first == last else f"pages {first} to {last}"


def tally(votes: TallyOut) -> str:
    """Return `8 for, 2 against`, leaving out what is not printed."""
    figures = ((votes.in_favour, "for"), (votes.against, "against"), (votes.abstained, "abstained"))
    return ", ".join(f"{figure} {side}" for figure, side in figures if figure is not None)


def vote(decision: DecisionOut) -> str | None:
    """Return the vote in plain words, or `None` where the minutes print none or print it in these words."""
    printed = (decision.printed_vote or "").lower()
    parts = (
        tally(decision.tally) if decision.tally and not ("for" in printed and "against" in printed) else "",
        "unanimous" if decision.unanimous and "unanim" not in printed else "",
        "on a casting vote" if decision.casting else "",
    )
    return ", ".join(part for part in parts if part) or None


def lacks_vote(decision: DecisionOut) -> bool:
    """Return whether a clause must have been voted or agreed upon and no vote is printed."""
    printed = decision.printed_vote or decision.unanimous or vote(decision) or decision.recorded_vote
    return decision.outcome in {"carried", "lost", "unclear"} and not printed


def force(decision: DecisionOut) -> str | None:
    """Return the verb of a carried decision where it is not plain agreement: noted is not agreed."""
    told = decision.outcome == "carried" and decision.force not in _PLAIN_FORCES
    return decision.force if told else None


def motion_kind(decision: DecisionOut) -> str | None:
    """Return what kind of motion it was, where it is not one of substance."""
    return decision.motion_kind if decision.motion_kind != "substantive" else None


def read_from(decision: DecisionOut) -> str | None:
    """Return the printed words that tell the outcome, `None` where there are none."""
    return f"The outcome was read from “{' '.join(decision.cue.text.split())}”." if decision.cue else None


def movers(motion: DecisionOut | MotionOut, *, asked: bool) -> str | None:
    """Return who moved and seconded, `None` where neither is printed, unless it was asked for."""
    if not asked and motion.mover is None and motion.seconder is None:
        return None
    moved = f"Moved by {motion.mover}" if motion.mover else "Mover not stated"
    seconded = f"seconded by {motion.seconder}" if motion.seconder else "seconder not stated"
    return f"{moved}; {seconded}."


def numbered(head: ItemHeadOut) -> str:
    """Return `item 26`, `minute 71/19`, both, or an empty string."""
    parts = (f"item {head.number}" if head.number else "", f"minute {head.minute_number}" if head.minute_number else "")
    return ", ".join(part.rstrip(".") for part in parts if part)


def title(head: ItemHeadOut) -> str:
    """Return an item's title as printed, or that it has none, after its number."""
    return title_of(head.number, head.minute_number, head.title)


def title_of(item_number: str | None, minute_number: str | None, words: str | None) -> str:
    """Return a title as printed, or that there is none, after its number."""
    printed = " ".join((words or "").split())
    number = (item_number or minute_number or "").rstrip(".")
    name = printed or "An item without a title"
    return f"{number}. {name}" if number and not re.match(rf"{re.escape(number)}\b", printed) else name


def place(of: SittingOut) -> str:
    """Return the council and the body, each as stated; a full council that goes by the council's name is named once."""
    if of.council and of.council == of.body:
        return of.council
    return f"{of.council or 'council not stated'}, {of.body or 'body not stated'}"


def coverage(looked_at: CoverageOut) -> str:
    """Return what was looked at, as a sentence's end: how many meetings, of how many bodies, between which dates."""
    bodies = plural(len(looked_at.bodies), "body", "bodies")
    words = f"{plural(looked_at.meetings, 'meeting')} of {bodies}"
    if looked_at.earliest and looked_at.latest:
        words += f", from {day(looked_at.earliest)} to {day(looked_at.latest)}"
    if looked_at.undated:
        words += f" ({looked_at.undated:,} without a stated date)"
    return words


def filter_value(parameter: str, value: str) -> str:
    """Return a filter's value as the page writes it."""
    if parameter in {"since", "until"}:
        return day(date.fromisoformat(value))
    return {"kind": KINDS, "outcome": OUTCOMES}.get(parameter, {}).get(value, value)


def settled(fact: str) -> str:
    """Return a fact of a record as it is, or that it is unclear, in so many words."""
    return UNCLEAR if fact == "unclear" else fact


def outcome(name: str | None) -> str | None:
    """Return what became of a record that is no clause of a decision, `None` where its kind has no outcome."""
    return name if name in {None, "unclear"} else OUTCOMES[str(name)].lower()


def listing(names: Sequence[str]) -> str:
    """Return `a, b and c`."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
