"""What is a plain line held against?

Takes an `Answer`, gives its quotations in the order of the reply (decisions, what was not carried, passages), each with the facts
shown beside it, and in plain text for the prompt. Only what is shown already; nothing is read from the archive.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from index.records import Force
from index.records import MotionKind
from index.records import Outcome
from index.records import Tally
from search_api.answering import Answer
from search_api.citations import Citation
from search_api.decisions import QuotedDecision


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation and the facts beside it. `outcome` is `None` for a passage; `beside` are the sentences it was minuted in."""

    text: str
    beside: tuple[str, ...] = ()
    outcome: Outcome | None = None
    force: Force = Force.OTHER
    amendment: bool = False
    council: str | None = None
    body: str | None = None
    day: date | None = None
    tally: Tally | None = None
    unanimous: bool = False
    mover: str | None = None
    seconder: str | None = None


def quotations_of(answered: Answer) -> tuple[Quoted, ...]:
    """Return the quotations of an answer; the first is [1]."""
    return (
        *(_clause(one) for one in (*answered.decisions, *answered.not_carried)),
        *(_passage(one) for one in answered.passages),
    )


def _clause(quoted: QuotedDecision) -> Quoted:
    limb, meeting = quoted.limb, quoted.citation.place.meeting
    return Quoted(
        text=quoted.citation.text,
        beside=tuple(piece.text for piece in quoted.minuted),
        outcome=limb.outcome,
        force=limb.force,
        amendment=limb.motion_kind is MotionKind.AMENDMENT,
        council=meeting.council.value,
        body=meeting.body.value,
        day=meeting.date.value,
        tally=limb.vote.tally if limb.vote else None,
        unanimous=limb.vote.unanimous if limb.vote else False,
        mover=limb.mover,
        seconder=limb.seconder,
    )


def _passage(citation: Citation) -> Quoted:
    meeting = citation.place.meeting
    return Quoted(citation.text, council=meeting.council.value, body=meeting.body.value, day=meeting.date.value)


def as_sent(number: int, quoted: Quoted) -> str:
    """Return a quotation with its number and facts, as the prompt has it."""
    outcome = quoted.outcome.value.replace("_", " ") if quoted.outcome else None
    if quoted.outcome is Outcome.CARRIED:
        outcome = f"carried ({quoted.force.value})"
    votes = quoted.tally
    facts = {
        "body": quoted.body,
        "date": f"{quoted.day.day} {quoted.day:%B %Y}" if quoted.day else None,
        "outcome": outcome,
        "votes for": votes.in_favour if votes else None,
        "votes against": votes.against if votes else None,
        "unanimous": "yes" if quoted.unanimous else None,
        "moved by": quoted.mover,
        "seconded by": quoted.seconder,
    }
    told = "; ".join(f"{name}: {value}" for name, value in facts.items() if value is not None)
    return f"[{number}] ({told}) {' '.join(quoted.text.split())}" if told else f"[{number}] {' '.join(quoted.text.split())}"
