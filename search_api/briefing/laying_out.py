"""In which order does a briefing say what?

Takes a briefing, gives its blocks from the title to the line that says when it was made: each question with its decisions, what
was not carried under a heading of its own, the discussion, what is not recorded; then the items asked for; then the numbered
citations. What is not stated is said to be so. Quotes nothing: quotations come as they were gathered.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from itertools import groupby

from index.records import DecisionLimb
from index.records import MotionKind
from index.records import Outcome
from index.records import RecordedVote
from search_api.answering import Answer
from search_api.answering import NotRecorded
from search_api.briefing.blocks import Block
from search_api.briefing.blocks import Field
from search_api.briefing.blocks import Heading
from search_api.briefing.blocks import Line
from search_api.briefing.blocks import Quotation
from search_api.briefing.blocks import Source
from search_api.briefing.gathering import AskedItem
from search_api.briefing.gathering import AskedQuestion
from search_api.briefing.gathering import Briefing
from search_api.briefing.gathering import Quoted
from search_api.briefing.gathering import Sort
from search_api.briefing.gathering import of_sort
from search_api.briefing.wording import ORIGINS
from search_api.briefing.wording import OUTCOMES
from search_api.briefing.wording import Fact
from search_api.briefing.wording import Ours
from search_api.briefing.wording import day
from search_api.briefing.wording import fact
from search_api.citations import Citation
from search_api.labels import SENTENCES
from search_api.places import Place

_SORTS = (
    (Sort.DECISION, Ours.DECIDED),
    (Sort.NOT_CARRIED, Ours.NOT_CARRIED),
    (Sort.UNCLEAR, Ours.UNCLEAR),
    (Sort.MOTION, Ours.MOTIONS),
    (Sort.PASSAGE, Ours.DISCUSSED),
    (Sort.WHOLE, Ours.WHOLE),
)
"""What is quoted together, and under which heading, in the order of the page."""


NEAREST = 3
"""How many of the nearest items are named where nothing answers."""


def lay_out(briefing: Briefing) -> Iterator[Block]:
    """Yield the blocks of a briefing in order."""
    yield Heading(0, (Field(fact(briefing.title, Ours.TITLE)),))
    yield Line((Field(Ours.NOTICE),))
    for question in briefing.questions:
        yield from _question(question)
    if briefing.items:
        yield Heading(1, (Field(Ours.ITEMS),))
    for item in briefing.items:
        yield from _item(item)
    if briefing.sources:
        yield Heading(1, (Field(Ours.CITATIONS),))
        for number, citation in enumerate(briefing.sources, start=1):
            yield Source(number, source_fields(citation))
    yield Line(_made(briefing))


def _question(asked: AskedQuestion) -> Iterator[Block]:
    yield Heading(1, (Field(fact(asked.typed), Ours.QUESTION),))
    for chip in asked.applied.chips:
        if chip.firm:
            yield Line((Field(Fact(chip.label), Ours.ONLY),))
    for refusal in asked.applied.refusals:
        yield Line((Field(Fact(refusal.sentence)),))
    answered = asked.answered
    if isinstance(answered, NotRecorded):
        yield Heading(2, (Field(Ours.NOT_RECORDED),))
        yield Line((Field(SENTENCES[answered.label]),))
        for place in answered.nearest[:NEAREST]:
            yield Line((Field(_title(place), Ours.NEAREST), *_sitting(place)))
    elif answered.label:
        yield Line((Field(SENTENCES[answered.label]),))
    yield from _quoted(asked.quoted)
    if asked.left_out:
        yield Line((Field(Fact(str(asked.left_out)), Ours.LEFT_OUT),))
    if isinstance(answered, Answer) and answered.missing:
        yield Heading(2, (Field(Ours.NOT_RECORDED),))
        for detail in answered.missing:
            yield Line((Field(SENTENCES[detail]),))
    yield Line(_coverage(asked))


def _item(asked: AskedItem) -> Iterator[Block]:
    yield Heading(2, (Field(_title(asked.record.place)),))
    yield from _quoted(asked.quoted, level=3, led=False)
    if not of_sort(asked.quoted, Sort.WHOLE):
        yield Line((Field(Ours.NOT_QUOTED),))


def _quoted(quoted: Sequence[Quoted], level: int = 2, *, led: bool = True) -> Iterator[Block]:
    """Yield what is quoted, sort by sort, those of one item below the line that says whose words they are."""
    for sort, heading in _SORTS:
        same = of_sort(quoted, sort)
        if same:
            yield Heading(level, (Field(heading),))
        for _, of_item in groupby(same, lambda one: one.citation.place.item.id):
            first, *rest = of_item
            place = first.citation.place
            yield Line((*_sitting(place), Field(_title(place))) if led else _sitting(place), lead=True)
            for one in (first, *rest):
                yield from _one(one)


def _one(quoted: Quoted) -> Iterator[Block]:
    yield Quotation(quoted.citation.pieces, quoted.number)
    fields = (*(_decided(quoted.limb) if quoted.limb else ()), *_movers(quoted), *_read(quoted.citation))
    if fields:
        yield Line(fields)
    if quoted.beside:
        yield Line((Field(Ours.MINUTED),))
        yield Quotation(quoted.beside.citation.pieces, quoted.beside.number)


def _decided(limb: DecisionLimb) -> Iterator[Field]:
    """Yield what the record says of a clause: outcome, label, verb, vote as printed. The verb of what was lost did nothing."""
    yield Field(OUTCOMES[limb.outcome])
    if limb.label:
        yield Field(fact(limb.label), Ours.CLAUSE)
    if limb.outcome is Outcome.CARRIED:
        yield Field(Fact(limb.force.value), Ours.FORCE)
    if limb.motion_kind is not MotionKind.SUBSTANTIVE:
        yield Field(Fact(limb.motion_kind.value), Ours.MOTION_KIND)
    yield Field(fact(limb.vote.printed if limb.vote else None), Ours.VOTE)
    if limb.vote and limb.vote.recorded:
        yield from _voters(limb.vote.recorded)


def _voters(recorded: RecordedVote) -> Iterator[Field]:
    sides = ((Ours.FOR, recorded.in_favour), (Ours.AGAINST, recorded.against), (Ours.ABSTAINED, recorded.abstained))
    for label, names in sides:
        if names:
            yield Field(fact(", ".join(names)), label)


def _movers(quoted: Quoted) -> Iterator[Field]:
    if not (quoted.limb or quoted.sort is Sort.MOTION):
        return
    if not (quoted.mover or quoted.seconder):
        yield Field(Ours.NOT_STATED, Ours.MOVER_AND_SECONDER)
    else:
        yield Field(fact(quoted.mover), Ours.MOVER)
        yield Field(fact(quoted.seconder), Ours.SECONDER)


def _read(citation: Citation) -> Iterator[Field]:
    if citation.ocr:
        yield Field(Ours.OCR)


def _sitting(place: Place) -> tuple[Field, ...]:
    """Return council, body and day; a council that met as itself is named once."""
    meeting = place.meeting
    same = meeting.council.value is not None and meeting.council.value == meeting.body.value
    return (
        Field(fact(meeting.council.value, Ours.COUNCIL_NOT_STATED)),
        *(() if same else (Field(fact(meeting.body.value, Ours.BODY_NOT_STATED)),)),
        Field(day(meeting.date.value, Ours.DATE_NOT_STATED), None, ORIGINS.get(meeting.date.origin)),
    )


def _title(place: Place) -> Fact | Ours:
    """Return an item's number and title as printed."""
    item = place.item
    number = (item.number or item.minute_number or "").strip().rstrip(".")
    title = " ".join((item.title or "").split())
    if not title:
        return Fact(number) if number else Ours.NO_TITLE
    return Fact(title if not number or title.startswith(number) else f"{number}. {title}")


def source_fields(citation: Citation) -> tuple[Field, ...]:
    """Return where words stand, each part said to be not stated where it is so."""
    place = citation.place
    meeting, item = place.meeting, place.item
    return (
        Field(fact(meeting.council.value), Ours.COUNCIL, ORIGINS.get(meeting.council.origin)),
        Field(fact(meeting.body.value), Ours.BODY, ORIGINS.get(meeting.body.origin)),
        Field(day(meeting.date.value), Ours.DATE, ORIGINS.get(meeting.date.origin)),
        Field(fact(item.number), Ours.ITEM),
        Field(fact(item.minute_number), Ours.MINUTE),
        Field(fact(item.title), Ours.ITEM_TITLE),
        Field(Fact(str(citation.page)), Ours.PAGE),
        Field(fact(place.document.path), Ours.DOCUMENT),
        Field(fact(place.url), Ours.URL),
        Field(Fact(meeting.record_state.value), Ours.STATE),
        *_read(citation),
    )


def _coverage(asked: AskedQuestion) -> tuple[Field, ...]:
    coverage = asked.answered.coverage
    return (
        Field(Fact(f"{coverage.meetings:,}"), Ours.LOOKED_AT),
        Field(Fact(f"{coverage.undated:,}"), Ours.UNDATED),
        Field(day(coverage.earliest), Ours.FIRST),
        Field(day(coverage.latest), Ours.LAST),
    )


def _made(briefing: Briefing) -> tuple[Field, ...]:
    return (
        Field(Fact(f"{briefing.made:%Y-%m-%d %H:%M %Z}".strip()), Ours.MADE),
        Field(Fact(str(briefing.manifest.generation)), Ours.GENERATION),
        Field(Fact(briefing.manifest.committed), Ours.COMMITTED),
    )
