"""What did a council do?

Plain frozen records of the civic side: meeting, agenda item, decision limb, vote, motion, attendance. Every fact carries the
span it was read from, and the words as printed stand beside whatever was normalised from them. `None` means that the minutes
do not say; nothing here is ever guessed. The words are those of the glossary (Popolo and OParl correspond as ARCHITECTURE.md
says). Standard library only.
"""

from __future__ import annotations

import datetime as dt  # whole: the field `date` of Meeting would hide a bare `date` from whoever resolves the annotations
from dataclasses import dataclass
from enum import StrEnum

from index.restriction import Restriction
from index.sources import Origin
from index.sources import SourceSpan
from index.sources import Stated


class Force(StrEnum):
    """What a decision does, read from its verb: *noted* is not *agreed*, and *recommended* decides nothing elsewhere."""

    AGREED = "agreed"
    APPROVED = "approved"
    ADOPTED = "adopted"
    NOTED = "noted"
    ENDORSED = "endorsed"
    RECOMMENDED = "recommended"
    DEFERRED = "deferred"
    REFERRED = "referred"
    DELEGATED = "delegated"
    APPOINTED = "appointed"
    REFUSED = "refused"
    REQUESTED = "requested"
    THANKED = "thanked"
    OTHER = "other"


class Outcome(StrEnum):
    """What became of a motion. Only `CARRIED` and `DEFERRED` are things that the body decided to do."""

    CARRIED = "carried"
    LOST = "lost"
    WITHDRAWN = "withdrawn"
    DEFERRED = "deferred"
    NOT_PUT = "not_put"
    UNCLEAR = "unclear"


class MotionKind(StrEnum):
    """A motion of substance, one that alters another, or one about how the meeting goes on."""

    SUBSTANTIVE = "substantive"
    AMENDMENT = "amendment"
    PROCEDURAL = "procedural"


class RecordState(StrEnum):
    """Whether the minutes say that they are draft, or were confirmed or corrected; most say nothing."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    NOT_STATED = "not stated"


class Presence(StrEnum):
    """How a person attended."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    SUBSTITUTE = "substitute"
    IN_ATTENDANCE = "in attendance"
    LEFT = "left"
    ARRIVED = "arrived"


@dataclass(frozen=True, slots=True)
class Tally:
    """Votes counted, each `None` where no figure is printed: `(8:2)` gives 8, 2 and `None`."""

    in_favour: int | None
    against: int | None
    abstained: int | None = None


@dataclass(frozen=True, slots=True)
class RecordedVote:
    """Members named with their vote, names as printed."""

    in_favour: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    abstained: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote: the expression as printed, and what can be read from it."""

    printed: str | None
    span: SourceSpan | None = None
    tally: Tally | None = None
    unanimous: bool = False
    recorded: RecordedVote | None = None
    casting: bool = False


@dataclass(frozen=True, slots=True)
class DecisionLimb:
    """One lettered or numbered clause of a decision, or a whole unlettered one.

    `spans` hold the clause verbatim, without its label; several where it runs over a page. `cue` is the span of the words from
    which the outcome was read ("Decision (8:2)", "RESOLVED", "was carried"), so that a reader can check it.
    """

    id: str
    label: str | None
    spans: tuple[SourceSpan, ...]
    force: Force
    outcome: Outcome
    cue: SourceSpan | None = None
    vote: Vote | None = None
    mover: str | None = None
    seconder: str | None = None
    motion_kind: MotionKind = MotionKind.SUBSTANTIVE


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion whose fate is not printed: kept, never listed among the decisions."""

    spans: tuple[SourceSpan, ...]
    mover: str | None = None
    seconder: str | None = None
    kind: MotionKind = MotionKind.SUBSTANTIVE


@dataclass(frozen=True, slots=True)
class Attendance:
    """A person and how they attended; `when` is the time as printed ("7.10pm")."""

    name_as_printed: str
    presence: Presence
    span: SourceSpan
    when: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A point of business and its minute. `number` is the agenda number as printed, `minute_number` the minute's own."""

    id: str
    ordinal: int
    number: str | None
    minute_number: str | None
    title: str | None
    spans: tuple[SourceSpan, ...]
    title_span: SourceSpan | None = None
    limbs: tuple[DecisionLimb, ...] = ()
    motions: tuple[Motion, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    restriction: Restriction = Restriction.OPEN
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """One sitting of a body. `council`, `body` and `date` say who stated them; not stated stays so."""

    id: str
    document_id: str
    council: Stated[str]
    body: Stated[str]
    date: Stated[dt.date]
    record_state: RecordState
    items: tuple[AgendaItem, ...]
    attendance: tuple[Attendance, ...] = ()
    cancelled: bool = False


def undecided(outcome: Outcome) -> bool:
    """Return whether a motion of this outcome must never be shown as decided."""
    return outcome not in (Outcome.CARRIED, Outcome.DEFERRED)


EXAMPLE_MEETING = Meeting(
    id="d0123456789ab-m1",
    document_id="d0123456789ab",
    council=Stated("Aldermere Borough Council", Origin.SIDECAR),
    body=Stated("Shared Services Joint Committee", Origin.PRINTED, SourceSpan("d0123456789ab", 1, 0, 31)),
    date=Stated(dt.date(2020, 9, 2), Origin.PRINTED, SourceSpan("d0123456789ab", 1, 34, 50)),
    record_state=RecordState.DRAFT,
    items=(
        AgendaItem(
            id="d0123456789ab-m1-i01",
            ordinal=1,
            number="41",
            minute_number=None,
            title="A shared Chief Executive",
            spans=(SourceSpan("d0123456789ab", 1, 52, 200),),
            limbs=(
                DecisionLimb(
                    id="d0123456789ab-m1-i01-l01",
                    label="a",
                    spans=(SourceSpan("d0123456789ab", 1, 97, 120),),
                    force=Force.AGREED,
                    outcome=Outcome.LOST,
                    vote=Vote("(2:8)", SourceSpan("d0123456789ab", 1, 88, 93), Tally(2, 8)),
                ),
            ),
        ),
    ),
)
"""What a record looks like, for tests and for the reader of this file."""
