"""What goes over the wire?

Pydantic models only: every reply of the API, each field described, unknown fields refused. Imports nothing of ours, so the
page and outside clients can use it alone; `present.py` is the one place that fills it. A fact that the minutes do not print is
`null`, never left out and never guessed; the page prints "not stated" for it.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import Field

Day = date
"""The type of a day, under a name that the field `date` does not hide."""

Mode = Literal["lexical", "dense", "hybrid"]
LegName = Literal["lexical", "dense"]
QuestionName = Literal[
    "decision", "vote", "voters", "who", "figure", "reason", "undertaking", "timeline", "precedent", "exact", "other"
]
OriginName = Literal["printed", "page metadata", "sidecar", "flag", "file name", "not stated"]
OutcomeName = Literal["carried", "lost", "withdrawn", "deferred", "not_put", "unclear"]
StateName = Literal["draft", "confirmed", "corrected", "not stated"]
KindName = Literal["minutes", "agenda", "decision", "pack", "other"]
ForceName = Literal[
    "agreed",
    "approved",
    "adopted",
    "noted",
    "endorsed",
    "recommended",
    "deferred",
    "referred",
    "delegated",
    "appointed",
    "refused",
    "requested",
    "thanked",
    "other",
]


class Wire(BaseModel):
    """Base of all replies: frozen, and unknown fields are refused, so that a drift of the two sides is seen at once."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, serialize_by_alias=True)


class RangeOut(Wire):
    """A stretch of a piece's text."""

    start: int = Field(description="First character, counted from 0 in the piece's own text.")
    end: int = Field(description="One past the last character.")


class SpanOut(Wire):
    """Where words stand in a document."""

    page: int = Field(description="Page number, from 1.")
    start: int = Field(description="First character, counted from 0 in the page's text.")
    end: int = Field(description="One past the last character.")


class PieceOut(SpanOut):
    """Words quoted from one page: `text` is the page's text from `start` to `end`, byte for byte."""

    text: str = Field(description="The words as they stand on the page.")
    highlights: list[RangeOut] = Field(description="Words of the question inside `text`; empty where nothing is marked.")
    ocr: bool = Field(description="Whether the words were read from a picture, and may differ from the print.")


class TallyOut(Wire):
    """Votes counted, each null where no figure is printed."""

    in_favour: int | None = Field(
        validation_alias="for", serialization_alias="for", description="Votes for; null where not printed."
    )
    against: int | None = Field(description="Votes against; null where not printed.")
    abstained: int | None = Field(description="Abstentions; null where not printed.")


class RecordedVoteOut(Wire):
    """Members named with their vote, names as printed."""

    in_favour: list[str] = Field(validation_alias="for", serialization_alias="for", description="Names printed under For.")
    against: list[str] = Field(description="Names printed under Against.")
    abstained: list[str] = Field(description="Names printed under Abstained.")


class SittingOut(Wire):
    """Which sitting of which body, and who says so."""

    meeting_id: str = Field(description="Id of the meeting.")
    document_id: str = Field(description="Id of the document that records it.")
    document: str = Field(description="Path of the document below the ingested folder.")
    council: str | None = Field(description="The council; null where not stated.")
    council_origin: OriginName = Field(description="Who states the council.")
    body: str | None = Field(description="The body that met; null where not stated.")
    body_origin: OriginName = Field(description="Who states the body.")
    date: Day | None = Field(description="Day of the meeting; null where not stated.")
    date_origin: OriginName = Field(description="Who states the date: only `printed` was read in the minutes themselves.")
    record_state: StateName = Field(description="Whether the minutes say that they are draft, confirmed or corrected.")


class ItemHeadOut(SittingOut):
    """Which point of business, and where to open it."""

    item_id: str = Field(description="Id of the agenda item.")
    number: str | None = Field(description="Agenda number as printed; null where not printed.")
    minute_number: str | None = Field(description="The minute's own number as printed; null where not printed.")
    title: str | None = Field(description="Title as printed; null where not printed.")
    page: int = Field(description="Page on which the item (for a citation: the quotation) begins, from 1.")
    url: str | None = Field(description="Where the publisher has the item or its document; null where unknown.")
    link: str = Field(description="Path of the item in this API, `/v1/items/ID`.")


class CitationOut(ItemHeadOut):
    """A quotation and where it stands."""

    spans: list[SpanOut] = Field(description="Where the quoted words stand, in order.")
    quotation: list[PieceOut] = Field(description="The quoted words, one piece a span; each is a slice of its page.")


class DecisionOut(Wire):
    """One clause of a decision, verbatim, with its outcome and its vote as printed."""

    limb_id: str = Field(description="Id of the clause.")
    label: str | None = Field(description='Letter or number as printed ("a", "2"); null where the clause has none.')
    text: str = Field(description="The clause's words; where it runs over a page, the pieces of the quotation on lines.")
    force: ForceName = Field(description="What the clause does, read from its verb: noted is not agreed.")
    outcome: OutcomeName = Field(description="What became of it. Only `carried` and `deferred` were decided.")
    motion_kind: Literal["substantive", "amendment", "procedural"] = Field(description="What kind of motion it was.")
    cue: PieceOut | None = Field(description="The printed words from which the outcome was read.")
    minuted: list[PieceOut] = Field(description="The whole sentences that hold the clause, its outcome and its vote, as printed.")
    printed_vote: str | None = Field(description='The vote as printed, such as "(8:2)"; null where no vote is printed.')
    tally: TallyOut | None = Field(description="The vote in figures; null where no figures are printed.")
    unanimous: bool = Field(description="Whether the minutes say that it was unanimous.")
    casting: bool = Field(description="Whether the minutes say that a casting vote was used.")
    mover: str | None = Field(description="Who moved it, name as printed; null where not printed.")
    seconder: str | None = Field(description="Who seconded it, name as printed; null where not printed.")
    recorded_vote: RecordedVoteOut | None = Field(description="Who voted how; null where the minutes do not name the voters.")
    citation: CitationOut = Field(description="Where the clause stands.")


class MotionOut(Wire):
    """A motion whose fate is not printed: shown, never listed among the decisions."""

    mover: str | None = Field(description="Who moved it; null where not printed.")
    seconder: str | None = Field(description="Who seconded it; null where not printed.")
    quotation: list[PieceOut] = Field(description="Its words.")


class AttendanceOut(Wire):
    """A person and how they attended."""

    name: str = Field(description="Name as printed.")
    presence: Literal["present", "apologies", "substitute", "in attendance", "left", "arrived", "unclear"] = Field(
        description="How; `unclear` where the minutes use a letter that they do not explain."
    )
    when: str | None = Field(description='Time as printed ("7.10pm"); null where not printed.')
    instead_of: str | None = Field(description="Whom a substitute stood in for, name as printed.")
    quotation: PieceOut = Field(description="The words that say so.")


class AroundOut(Wire):
    """What stands around a decision, with the words that say it; null where not printed or not of the kind."""

    kind: Literal[
        "interest", "undertaking", "report", "appendix", "minute", "referral", "recommendation", "exclusion", "correction"
    ] = Field(description="What it is; neither a referral nor a recommendation is a decision of the body that it goes to.")
    who: str | None = Field(description="Who declared the interest or made the promise, as printed.")
    matter: str | None = Field(description="In what the interest lies; which paper is meant; to which body it goes; as printed.")
    interest: str | None = Field(description='Kind of interest as printed, such as "disclosable pecuniary".')
    left: Literal["yes", "no", "not stated", "unclear"] | None = Field(description="Whether who declared the interest left.")
    when: str | None = Field(description="By when it was promised, as printed.")
    outcome: OutcomeName | None = Field(description="Of an exclusion or correction; `unclear` where only asked for.")
    paragraphs: list[str] = Field(description="Paragraphs of the Act that an exclusion cites, as printed.")
    act: str | None = Field(description="The Act that it cites, as printed.")
    meeting_date: Day | None = Field(description="Day of the meeting whose minutes were corrected; null where not stated.")
    quotation: list[PieceOut] = Field(description="The words that say so.")


class LimbPreviewOut(Wire):
    """One decision of a search result, in short."""

    limb_id: str = Field(description="Id of the clause.")
    label: str | None = Field(description="Letter or number as printed; null where there is none.")
    force: ForceName = Field(description="What the clause does.")
    outcome: OutcomeName = Field(description="What became of it.")
    printed_vote: str | None = Field(description="The vote as printed; null where none is printed.")


class WhyOut(Wire):
    """Why a result is in the list."""

    legs: list[LegName] = Field(description="Which searches had it among their candidates.")
    lexical: float | None = Field(description="Keyword score (BM25) of its best passage; null where that leg was not asked.")
    dense: float | None = Field(description="Cosine similarity of its best passage; null where that leg was not asked.")
    words: list[str] = Field(description="Words of the question that stand in the snippet, as they are written there.")
    instead: list[str] = Field(description="What the snippet holds that minutes print for others: cemetery for graveyard.")
    phrases: list[str] = Field(description="Quoted phrases and reference numbers that it holds word for word.")


class ResultOut(ItemHeadOut):
    """One agenda item that was found."""

    rank: int = Field(description="Place in the list, from 1.")
    score: float = Field(description="Score within this list only; not comparable between questions.")
    snippet: list[PieceOut] = Field(description="The best passage, pieces in order, with the question's words marked.")
    decisions: list[LimbPreviewOut] = Field(description="The item's decisions in short, as printed order has them.")
    why: WhyOut = Field(description="Which leg and which words brought it here.")
    matches: bool = Field(description="Whether it really matches within the filters; else it is `outside`, or only near.")
    outside: bool = Field(description="Whether it matches but lies outside what was understood from the question's own words.")


class FiltersOut(Wire):
    """The filters in force; an empty list or null means anything."""

    councils: list[str] = Field(description="Councils allowed.")
    bodies: list[str] = Field(description="Bodies allowed.")
    since: Day | None = Field(description="First day allowed.")
    until: Day | None = Field(description="Last day allowed.")
    kinds: list[KindName] = Field(description="Kinds of document allowed.")
    outcomes: list[OutcomeName] = Field(description="Outcomes of which an item must have one.")


class QueryOut(Wire):
    """The question as it was understood."""

    text: str = Field(description="The words as typed, white space folded.")
    phrases: list[str] = Field(description="Phrases in double quotes: what holds them comes first.")
    references: list[str] = Field(description="Words read as reference numbers, such as 71/19: what holds them comes first.")
    mode: Mode = Field(description="Which searches ran.")
    filters: FiltersOut = Field(description="The filters in force.")


class CoverageOut(Wire):
    """What was there to be looked at."""

    meetings: int = Field(description="How many meetings lie within the filters.")
    undated: int = Field(description="How many of them state no date.")
    councils: list[str] = Field(description="Whose meetings they are.")
    bodies: list[str] = Field(description="Which bodies met.")
    earliest: Day | None = Field(description="The earliest stated date; null where none is stated.")
    latest: Day | None = Field(description="The latest stated date; null where none is stated.")


class ChipOut(Wire):
    """A filter read from plain words of the question; `without` with its words asks for it to be left out."""

    kind: Literal["date", "body", "council"] = Field(description="What it filters by.")
    label: str = Field(description="What it lets through, in words for people.")
    words: str = Field(description="The words of the question that it was read from.")
    applied: bool = Field(description="Whether it is among the filters in force; if not, it is only offered.")
    filters: FiltersOut = Field(description="The filters that it stands for, to be asked for by hand.")


class TypedOut(Wire):
    """An operator that was typed in the question, such as `body:planning`, a "phrase" or an -excluded word."""

    name: Literal["phrase", "excluded", "body", "council", "by", "date", "outcome", "kind"] = Field(description="What it asks for.")
    value: str = Field(description="Its value, as typed.")
    words: str = Field(description="The words of the question that it is.")
    rest: str = Field(description="The question without it; of a phrase only the quotation marks are taken away.")


class UnderstoodOut(Wire):
    """What was read from plain words of the question, to be shown with the reply."""

    understood: list[ChipOut] = Field(description="Filters read from the words, in their order.")
    typed: list[TypedOut] = Field(description="Operators typed in the question, in their order.")
    notices: list[str] = Field(description="Sentences on words that ask for what the archive cannot know.")
    did_you_mean: str | None = Field(description="The question with its misspelt words replaced; null where none is.")


class MissingOut(Wire):
    """A detail that was asked for and that the minutes do not record."""

    detail: str = Field(description="The detail, in a fixed word or two.")
    label: str = Field(description="The fixed sentence to show for it.")


class PlainSupportOut(Wire):
    """A sentence of the plain line and the quotations that bear it."""

    sentence: str = Field(description="The sentence, without its marks.")
    citations: list[int] = Field(
        description="Numbers of quotations, counted from 1 through `decisions`, `not_carried` and `passages` of this reply."
    )


class PlainOut(Wire):
    """A line that a language model wrote from the quotations, every sentence checked against one that it cites."""

    label: str = Field(description="The fixed words to show with it.")
    text: str = Field(description="The line, each sentence with the number of its quotation in square brackets.")
    supports: list[PlainSupportOut] = Field(description="Its sentences in order, with what bears each.")


class AnswerOut(UnderstoodOut):
    """The answer, in quotations; or, with kind `not_recorded`, that these minutes hold none."""

    kind: Literal["answer", "not_recorded"] = Field(description="Whether anything is quoted in answer.")
    question: str = Field(description="The question as typed, white space folded.")
    asks_for: QuestionName = Field(description="What kind of question it was taken for.")
    filters: FiltersOut = Field(description="The filters in force.")
    label: str | None = Field(description="The fixed sentence to show above; null where the quotations speak alone.")
    decisions: list[DecisionOut] = Field(description="What was carried or deferred, best match first.")
    not_carried: list[DecisionOut] = Field(description="What was lost, withdrawn, not put, or is unclear: never decided.")
    not_carried_first: bool = Field(description="Whether what answers best was not carried: to be shown before the decisions.")
    passages: list[CitationOut] = Field(description="Quotations from the discussion, best match first.")
    missing: list[MissingOut] = Field(description="Details asked for that these minutes do not record.")
    coverage: CoverageOut = Field(description="What was looked at.")
    nearest: list[ItemHeadOut] = Field(description="With `not_recorded`: the nearest items, which do not answer.")
    plain: PlainOut | None = Field(
        description="With `plain=true` and an endpoint configured: a checked line in plain English, never instead of the"
        " quotations; else null, and no model is asked. The one field that may differ between two equal calls."
    )


class ItemOut(ItemHeadOut):
    """An agenda item as published."""

    text: list[PieceOut] = Field(description="Its whole text, one piece a page.")
    decisions: list[DecisionOut] = Field(description="Its clauses in printed order, each with its outcome.")
    motions: list[MotionOut] = Field(description="Motions whose fate is not printed.")
    attendance: list[AttendanceOut] = Field(description="Who came, left or attended during the item.")
    around: list[AroundOut] = Field(description="What stands around its decisions, in printed order.")


class ItemDecisionsOut(ItemHeadOut):
    """An agenda item and its decisions."""

    decisions: list[DecisionOut] = Field(description="Clauses in printed order; with an outcome filter only those that have it.")


class MeetingOut(SittingOut):
    """A meeting, its attendance and its items in order."""

    cancelled: bool = Field(description="Whether the meeting is marked as cancelled.")
    attendance: list[AttendanceOut] = Field(description="Attendance of the whole meeting.")
    items: list[ItemHeadOut] = Field(description="Its agenda items in printed order.")


class DecisionsOut(Wire):
    """One page of the list of decided items, newest meeting first."""

    filters: FiltersOut = Field(description="The filters in force.")
    total: int = Field(description="How many agenda items with decisions lie within the filters.")
    start: int = Field(description="How many of them were skipped.")
    items: list[ItemDecisionsOut] = Field(description="This page of them.")


class DocumentOut(Wire):
    """A file as it was ingested."""

    document_id: str = Field(description="Id of the document.")
    path: str = Field(description="Path below the ingested folder.")
    media: str = Field(description="Format of the file.")
    kind: KindName = Field(description="What the document is.")
    title: str | None = Field(description="Its title; null where none is stated.")
    title_origin: OriginName = Field(description="Who states the title.")
    published: Day | None = Field(description="Day it was published; null where not stated. Never the meeting's date.")
    published_origin: OriginName = Field(description="Who states the day it was published.")
    url: str | None = Field(description="Where the publisher has it; null where unknown.")
    pages: int = Field(description="How many pages it has.")
    meetings: list[SittingOut] = Field(description="The meetings that it records, in order.")


class PageOut(Wire):
    """One page of a document, as read."""

    document_id: str = Field(description="Id of the document.")
    path: str = Field(description="Path of the document below the ingested folder.")
    number: int = Field(description="Page number, from 1.")
    pages: int = Field(description="How many pages the document has.")
    text: str = Field(description="The page's text; every span of this page counts characters in it.")
    ocr: bool = Field(description="Whether the text was read from an image.")
