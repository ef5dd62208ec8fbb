"""What did a council do?

Plain frozen records of the civic side: meeting, agenda item, decision limb, vote, motion, and what stands around a decision:
attendance, interests, undertakings, references, referrals, exclusions of the public, corrections. Every fact carries the
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
    UNCLEAR = "unclear"


class Left(StrEnum):
    """Whether a member who declared an interest left; taking no part is not leaving, and offering to leave is unclear."""

    YES = "yes"
    NO = "no"
    NOT_STATED = "not stated"
    UNCLEAR = "unclear"


class Sending(StrEnum):
    """How a matter goes to another body: handed over, or with words for the other body to decide on. Neither is its decision."""

    REFERRAL = "referral"
    RECOMMENDATION = "recommendation"


class ReferenceKind(StrEnum):
    """What kind of paper is referred to."""

    REPORT = "report"
    APPENDIX = "appendix"
    MINUTE = "minute"


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
    """A person and how they attended; `when` is the time as printed ("7.10pm"), `instead_of` whom a substitute stood in for."""

    name_as_printed: str
    presence: Presence
    span: SourceSpan
    when: str | None = None
    instead_of: str | None = None


@dataclass(frozen=True, slots=True)
class Interest:
    """A declaration of interest: whose, of which kind and in what, all as printed. `left_span` are the words that say they left."""

    name_as_printed: str
    spans: tuple[SourceSpan, ...]
    kind_as_printed: str | None = None
    matter_as_printed: str | None = None
    left: Left = Left.NOT_STATED
    left_span: SourceSpan | None = None


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Something promised to be done: the words, by whom and by when as printed. What was resolved is a decision instead."""

    spans: tuple[SourceSpan, ...]
    who_as_printed: str | None = None
    when_as_printed: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody of whom the minute says that they spoke, asked, reported or put a question down."""

    name_as_printed: str
    span: SourceSpan


@dataclass(frozen=True, slots=True)
class Reference:
    """A report, an appendix or another minute that the minute speaks of."""

    kind: ReferenceKind
    as_printed: str
    span: SourceSpan


@dataclass(frozen=True, slots=True)
class Referral:
    """A matter sent or recommended to another body, `to_as_printed`."""

    kind: Sending
    to_as_printed: str
    spans: tuple[SourceSpan, ...]


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A resolution to exclude press and public, with the paragraphs and the Act that it cites.

    `outcome` is unclear where the minutes print the motion ("The Council to pass a resolution excluding ...") and no more.
    """

    spans: tuple[SourceSpan, ...]
    outcome: Outcome
    paragraphs: tuple[str, ...] = ()
    act_as_printed: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What was put right in the minutes of an earlier meeting. `outcome` is unclear where it was asked for and no more."""

    spans: tuple[SourceSpan, ...]
    outcome: Outcome
    meeting_date: dt.date | None = None


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
    interests: tuple[Interest, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    references: tuple[Reference, ...] = ()
    referrals: tuple[Referral, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    corrections: tuple[Correction, ...] = ()
    restriction: Restriction = Restriction.OPEN
    url: str | None = None
    speakers: tuple[Speaker, ...] = ()


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


def unclear_facts(item: AgendaItem) -> int:
    """Return how many facts of an item a rule was unsure of, and so stored as unclear."""
    said: tuple[StrEnum, ...] = (
        *(limb.outcome for limb in item.limbs),
        *(person.presence for person in item.attendance),
        *(interest.left for interest in item.interests),
        *(exclusion.outcome for exclusion in item.exclusions),
        *(correction.outcome for correction in item.corrections),
    )
    return sum(one == Outcome.UNCLEAR.value for one in said)


def undecided(outcome: Outcome) -> bool:
    """Return whether a motion of this outcome must never be shown as decided."""
    return outcome not in (Outcome.CARRIED, Outcome.DEFERRED)


def of_the_meeting(limb: DecisionLimb) -> bool:
    """Return whether a clause only says how the meeting goes on (to adjourn for ten minutes), so that it settles no matter.

    One by which the matter itself is put off or sent elsewhere says more.
    """
    moved_on = limb.outcome is Outcome.DEFERRED or limb.force in {Force.DEFERRED, Force.REFERRED}
    return limb.motion_kind is MotionKind.PROCEDURAL and not moved_on


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
