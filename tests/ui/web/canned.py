"""What might the API say?

Small replies in the wire format, written out by hand for an invented council, for tests of the page that need no archive. Every
function takes the fields that a test is about and fills in the rest.
"""

from __future__ import annotations

from datetime import date

from search_api.schemas import AnswerOut
from search_api.schemas import AroundOut
from search_api.schemas import AttendanceOut
from search_api.schemas import ChipOut
from search_api.schemas import CitationOut
from search_api.schemas import CoverageOut
from search_api.schemas import DecisionOut
from search_api.schemas import FiltersOut
from search_api.schemas import ItemHeadOut
from search_api.schemas import ItemOut
from search_api.schemas import LimbPreviewOut
from search_api.schemas import PieceOut
from search_api.schemas import QueryOut
from search_api.schemas import RangeOut
from search_api.schemas import ResultOut
from search_api.schemas import SpanOut
from search_api.schemas import TallyOut
from search_api.schemas import TypedOut
from search_api.schemas import WhyOut
from search_api.schemas_found import SearchOut
from search_api.schemas_state import CountsOut
from search_api.schemas_state import FacetOut
from search_api.schemas_state import FacetsOut
from search_api.schemas_state import ProblemOut
from search_api.schemas_state import StatusOut

QUESTION = "what was decided on a shared Chief Executive"
ITEM_ID = "d0123456789ab-m1-i03"
FILTERS = FiltersOut(councils=[], bodies=[], since=None, until=None, kinds=[], outcomes=[])

PAGE_TEXT = (
    "The three approaches were considered and members gave their views on each of them at\n"
    "some length, with the risks of a shared post and of two.\n\n"
    "a) Decision (2:8) to agree none of the approaches.\n"
    "b) Decision (8:2) to agree approach 3, a single Chief Executive employed by both councils."
)
COVERAGE = CoverageOut(
    meetings=31,
    undated=2,
    councils=["Aldermere Borough Council", "Tarnbrook District Council"],
    bodies=["Cabinet", "Full Council", "Shared Services Joint Committee"],
    earliest=date(2019, 6, 11),
    latest=date(2023, 12, 12),
)


UNDERSTOOD_NOTHING: dict[str, object] = {"understood": [], "typed": [], "notices": [], "did_you_mean": None}


def chip(**changes: object) -> ChipOut:
    """A year read from the question and applied."""
    filters = FILTERS.model_copy(update={"since": date(2017, 1, 1), "until": date(2017, 12, 31)})
    fields = {"kind": "date", "label": "2017", "words": "in 2017", "applied": True, "filters": filters}
    return ChipOut.model_validate(fields | changes)


def piece(
    text: str, page: int = 2, start: int | None = None, highlights: tuple[tuple[int, int], ...] = (), *, ocr: bool = False
) -> PieceOut:
    """Words of a page; where no start is given, where `PAGE_TEXT` has them."""
    begin = max(0, PAGE_TEXT.find(text)) if start is None else start
    ranges = [RangeOut(start=first, end=last) for first, last in highlights]
    return PieceOut(page=page, start=begin, end=begin + len(text), text=text, highlights=ranges, ocr=ocr)


def head_fields(**changes: object) -> dict[str, object]:
    """Fields of an item's head, for the wire classes that have them."""
    return {
        "meeting_id": "d0123456789ab-m1",
        "document_id": "d0123456789ab",
        "document": "joint-committee/2020-10-20 Minutes.pdf",
        "council": "Aldermere and Tarnbrook",
        "council_origin": "sidecar",
        "body": "Shared Services Joint Committee",
        "body_origin": "printed",
        "date": date(2020, 10, 20),
        "date_origin": "printed",
        "record_state": "not stated",
        "item_id": ITEM_ID,
        "number": "21.",
        "minute_number": None,
        "title": "SHARED CHIEF EXECUTIVE",
        "page": 2,
        "url": "https://democracy.aldermere.example.org/mgAi.aspx?ID=31877",
        "link": f"/v1/items/{ITEM_ID}",
    } | changes


def head(**changes: object) -> ItemHeadOut:
    """The head of an item."""
    return ItemHeadOut.model_validate(head_fields(**changes))


def citation(*pieces: PieceOut, **changes: object) -> CitationOut:
    """A quotation of these pieces."""
    spans = [SpanOut(page=each.page, start=each.start, end=each.end) for each in pieces]
    return CitationOut.model_validate(head_fields(**changes) | {"spans": spans, "quotation": list(pieces)})


def decision(text: str, outcome: str = "carried", **changes: object) -> DecisionOut:
    """A clause with these words."""
    fields: dict[str, object] = {
        "limb_id": f"{ITEM_ID}-{len(text)}",
        "label": None,
        "text": text,
        "force": "agreed",
        "outcome": outcome,
        "motion_kind": "substantive",
        "cue": None,
        "minuted": [],
        "printed_vote": None,
        "tally": None,
        "unanimous": False,
        "casting": False,
        "mover": None,
        "seconder": None,
        "recorded_vote": None,
        "citation": citation(piece(text)),
    }
    return DecisionOut.model_validate(fields | changes)


def approach_three(**changes: object) -> DecisionOut:
    """The clause that was carried."""
    return decision(
        "to agree approach 3, a single Chief Executive employed by both councils.",
        "carried",
        **{
            "label": "b",
            "printed_vote": "(8:2)",
            "tally": TallyOut(in_favour=8, against=2, abstained=None),
            "cue": piece("Decision (8:2)"),
        }
        | changes,
    )


def none_of_them(outcome: str = "lost", **changes: object) -> DecisionOut:
    """The clause that was lost."""
    return decision(
        "to agree none of the approaches.",
        outcome,
        **{
            "label": "a",
            "printed_vote": "(2:8)",
            "tally": TallyOut(in_favour=2, against=8, abstained=None),
            "cue": piece("Decision (2:8)"),
        }
        | changes,
    )


def answer(**changes: object) -> AnswerOut:
    """An answer with one decision, one lost motion and one passage."""
    fields: dict[str, object] = {
        "kind": "answer",
        "question": QUESTION,
        "asks_for": "decision",
        "filters": FILTERS,
        "label": None,
        "decisions": [approach_three()],
        "not_carried": [none_of_them()],
        "not_carried_first": False,
        "passages": [citation(piece("The three approaches were considered", highlights=((4, 20),)))],
        "missing": [],
        "coverage": COVERAGE,
        "nearest": [],
        "plain": None,
        **UNDERSTOOD_NOTHING,
    }
    return AnswerOut.model_validate(fields | changes)


def nothing(**changes: object) -> AnswerOut:
    """The reply that these minutes hold no answer."""
    fields: dict[str, object] = {
        "kind": "not_recorded",
        "question": "mermaids in Kent",
        "asks_for": "other",
        "label": "Nothing in these minutes answers this question.",
        "decisions": [],
        "not_carried": [],
        "not_carried_first": False,
        "passages": [],
        "nearest": [head(title="TOURISM STRATEGY")],
    }
    return answer(**fields | changes)


def result(rank: int = 1, **changes: object) -> ResultOut:
    """An item that was found."""
    limbs = [
        LimbPreviewOut(limb_id="1", label="a", force="agreed", outcome="lost", printed_vote="(2:8)"),
        LimbPreviewOut(limb_id="2", label="b", force="agreed", outcome="carried", printed_vote="(8:2)"),
    ]
    fields: dict[str, object] = {
        "rank": rank,
        "score": 1.5 / rank,
        "snippet": [
            piece("to agree approach 3, a single Chief Executive employed by both councils.", highlights=((30, 35), (36, 45)))
        ],
        "decisions": limbs,
        "why": WhyOut(legs=["lexical", "dense"], lexical=4.2, dense=0.6, words=["Chief", "Executive"], instead=[], phrases=[]),
        "matches": True,
        "outside": False,
    }
    return ResultOut.model_validate(head_fields() | fields | changes)


def facets_found() -> FacetsOut:
    """What those two items found can be narrowed to: both are minutes of one council in 2020, one of them decided."""
    return FacetsOut(
        council=[FacetOut(value="Aldermere and Tarnbrook", items=2)],
        body=[FacetOut(value="Cabinet", items=1), FacetOut(value="Shared Services Joint Committee", items=1)],
        year=[FacetOut(value="2020", items=1), FacetOut(value="2021", items=1)],
        kind=[FacetOut(value="minutes", items=2)],
        outcome=[FacetOut(value="carried", items=1), FacetOut(value="lost", items=1)],
    )


def typed(**changes: object) -> TypedOut:
    """An operator typed in the question."""
    fields = {"name": "body", "value": "cabinet", "words": "body:cabinet", "rest": "grit"}
    return TypedOut.model_validate(fields | changes)


def search(**changes: object) -> SearchOut:
    """What was found."""
    fields: dict[str, object] = {
        "query": QueryOut(text=QUESTION, phrases=[], references=[], mode="hybrid", filters=FILTERS),
        "results": [
            result(),
            result(2, item_id="d0123456789ab-m1-i04", number="22.", title="SHARED LEADERSHIP TEAM", decisions=[]),
        ],
        "order": "best",
        "total": 2,
        "matching": 2,
        "facets": facets_found(),
        "weak": False,
        "coverage": COVERAGE,
        "took_ms": 3.2,
        **UNDERSTOOD_NOTHING,
    }
    return SearchOut.model_validate(fields | changes)


def person(name: str, presence: str, words: str | None = None, *, ocr: bool = False, **changes: object) -> AttendanceOut:
    """Somebody who attended, where no words are given by the name in a list."""
    fields: dict[str, object] = {"when": None, "instead_of": None, "quotation": piece(words or name, ocr=ocr)}
    return AttendanceOut.model_validate({"name": name, "presence": presence} | fields | changes)


def around(kind: str, words: str, *, ocr: bool = False, **changes: object) -> AroundOut:
    """What stands around a decision, said in these words."""
    fields: dict[str, object] = {
        **dict.fromkeys(("who", "matter", "interest", "left", "when", "outcome", "act", "meeting_date")),
        "paragraphs": [],
        "quotation": [piece(words, ocr=ocr)],
    }
    return AroundOut.model_validate({"kind": kind} | fields | changes)


def surroundings() -> list[AroundOut]:
    """One record of each kind."""
    declared = "Councillor Crake declared a pecuniary interest in item 21 as a tenant, and left."
    excluded = "RESOLVED that the public be excluded under paragraph 3 of Schedule 12A to the Local Government Act 1972."
    return [
        around("interest", declared, who="Councillor Crake", matter="item 21 as a tenant", interest="pecuniary", left="yes"),
        around("undertaking", "The Clerk will write to the owner by Easter.", who="The Clerk", when="by Easter"),
        around("report", "the report of the Director", matter="the report of the Director"),
        around("appendix", "Appendix C", matter="Appendix C"),
        around("minute", "Minute 14", matter="Minute 14"),
        around("referral", "referred to the Audit Committee.", matter="the Audit Committee"),
        around("recommendation", "recommends to Cabinet that it be built.", matter="Cabinet"),
        around("exclusion", excluded, outcome="carried", paragraphs=["3"], act="the Local Government Act 1972"),
        around("correction", "subject to the addition of Councillor Hallin.", outcome="carried", meeting_date=date(2020, 9, 17)),
    ]


def item(**changes: object) -> ItemOut:
    """The item as published."""
    left = person("Mr Elverson", "left", "Mr Elverson left the meeting at 7.10pm", when="7.10pm")
    fields: dict[str, object] = {
        "text": [piece(PAGE_TEXT)],
        "decisions": [none_of_them(), approach_three()],
        "motions": [],
        "attendance": [left],
        "around": [],
    }
    return ItemOut.model_validate(head_fields() | fields | changes)


def facets() -> FacetsOut:
    """What can be filtered by."""
    return FacetsOut(
        council=[FacetOut(value="Aldermere Borough Council", items=96), FacetOut(value="Tarnbrook District Council", items=41)],
        body=[FacetOut(value="Cabinet", items=52), FacetOut(value="Shared Services Joint Committee", items=23)],
        year=[FacetOut(value="2020", items=30)],
        kind=[FacetOut(value="minutes", items=130), FacetOut(value="decision", items=7)],
        outcome=[FacetOut(value="carried", items=88), FacetOut(value="lost", items=6)],
    )


def status(**changes: object) -> StatusOut:
    """What is held."""
    fields: dict[str, object] = {
        "generation": 1,
        "committed": "2026-11-21T22:10:00Z",
        "format": 1,
        "reading": "1",
        "model": "all-MiniLM-L6-v2",
        "dense_weight": 0.5,
        "counts": CountsOut(documents=31, pages=84, meetings=31, items=137, limbs=160, chunks=420, withheld=1, unclear=0),
        "coverage": COVERAGE,
    }
    return StatusOut.model_validate(fields | changes)


def problem(status: int = 422, **changes: object) -> ProblemOut:
    """A refusal."""
    fields: dict[str, object] = {
        "type": "urn:minutebook:problem:unknown-value",
        "title": "Unknown value",
        "status": status,
        "detail": "this archive has no council 'Nowhere': take one of the values allowed, as /v1/facets lists them",
        "allowed": ["Aldermere Borough Council", "Tarnbrook District Council"],
        "request_id": "7f3c9a",
    }
    return ProblemOut.model_validate(fields | changes)


BRIEFING = (
    "# Shared services\n\nWords in quotation marks are the minutes' own.\n\n## Items asked for\n\n"
    "### 21\\. SHARED CHIEF EXECUTIVE\n\n"
    "#### Decided\n\n**Shared Services Joint Committee · 20 October 2020**\n\n"
    "> “to agree approach 3, a single Chief Executive employed by both councils.” \\[1\\]\n\n"
    "Carried · Clause: b · Vote as printed: (8:2)\n\n#### Not carried\n\n> “to agree none\n> of the approaches.” \\[1\\]\n\n"
    "Lost · Clause: a · Vote as printed: (2:8)\n\n## Citations\n\n1. Page: 2\n"
)
"""A briefing as the API writes it in Markdown."""
