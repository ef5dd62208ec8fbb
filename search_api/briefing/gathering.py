"""What is to stand in a briefing?

Takes questions and ids of agenda items, gives everything that is quoted in the order in which it is to be read, each quotation
with the number of its citation. Questions are asked as `minutebook ask` asks them, chips and all. Decisions and what was not
carried are never of one kind. Lays nothing out and composes nothing; the clock is given.

    gather(searcher, Order(title, questions, item_ids), made) -> Briefing
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from enum import StrEnum

from index.manifest import Manifest
from index.records import DecisionLimb
from index.records import Outcome
from index.records import undecided
from search_api.answering import Answer
from search_api.answering import NotRecorded
from search_api.answering import answer
from search_api.applied import Applied
from search_api.applied import apply
from search_api.browsing import ItemRecord
from search_api.browsing import read_item
from search_api.citations import Citation
from search_api.decisions import QuotedDecision
from search_api.errors import QuestionError
from search_api.narrowing import asked_of
from search_api.query import parse_query
from search_api.search import Searcher

MOST_PASSAGES, MOST_BESIDE_DECISIONS = 3, 1
"""How many passages of the discussion are quoted: a page for a meeting is read in a minute, and says how many it leaves out."""


class Sort(StrEnum):
    """As what something is quoted."""

    DECISION = "decision"
    NOT_CARRIED = "not carried"
    UNCLEAR = "outcome not clear"
    MINUTED = "as minuted"
    PASSAGE = "passage"
    MOTION = "motion, fate not stated"
    WHOLE = "item as printed"


class EmptyBriefingError(QuestionError):
    """Neither a question nor an item was asked for."""

    def __init__(self) -> None:
        super().__init__("the briefing is to hold nothing: give at least one question or one item")


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: a title (empty for the usual one), questions as typed, ids of agenda items."""

    title: str = ""
    questions: tuple[str, ...] = ()
    item_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation and the number of its citation. `limb` is there for a decision, mover and seconder for a motion too.

    `beside` are the whole sentences that tell of a clause that was not carried, so that whoever reads "lost" can check it.
    """

    sort: Sort
    citation: Citation
    number: int
    limb: DecisionLimb | None = None
    mover: str | None = None
    seconder: str | None = None
    beside: Quoted | None = None


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question as typed, what was understood of it, its answer, what is quoted in answer, and how many passages are not."""

    typed: str
    applied: Applied
    answered: Answer | NotRecorded
    quoted: tuple[Quoted, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class AskedItem:
    """An agenda item, and what is quoted of it: its decisions and motions, or all of it where it has neither."""

    record: ItemRecord
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """All that a briefing holds; `sources` are what its numbers lead to, the first is number 1."""

    title: str
    questions: tuple[AskedQuestion, ...]
    items: tuple[AskedItem, ...]
    sources: tuple[Citation, ...]
    made: datetime
    manifest: Manifest

    @property
    def quoted(self) -> Iterator[Quoted]:
        """Yield every quotation in the order of its number."""
        for one in (
            *(one for asked in self.questions for one in asked.quoted),
            *(one for asked in self.items for one in asked.quoted),
        ):
            yield one
            if one.beside:
                yield one.beside


@dataclass(slots=True)
class _Sources:
    """Numbers citations in the order of the page; quotations that begin on the same page of the same item share a number."""

    first: dict[tuple[str, int], Citation] = field(default_factory=dict)

    def number(self, citation: Citation) -> int:
        key = (citation.place.item.id, citation.page)
        self.first.setdefault(key, citation)
        return list(self.first).index(key) + 1


def gather(searcher: Searcher, order: Order, made: datetime) -> Briefing:
    """Return the briefing asked for.

    Raises `EmptyBriefingError`, what a question that cannot be read raises, and `UnknownRecordError` for an item not held.
    """
    if not order.questions and not order.item_ids:
        raise EmptyBriefingError
    sources = _Sources()
    questions = tuple(_asked(searcher, typed, made, sources) for typed in order.questions)
    items = tuple(_item(searcher, item_id, sources) for item_id in dict.fromkeys(order.item_ids))
    return Briefing(order.title, questions, items, tuple(sources.first.values()), made, searcher.archive.manifest)


def _asked(searcher: Searcher, typed: str, made: datetime, sources: _Sources) -> AskedQuestion:
    # what operators ask for is looked at alone, and so it is what is said to have been looked at
    given = asked_of(searcher.archive, parse_query(typed))
    applied = apply(searcher, typed, given, (), made.astimezone().date())
    answered = answer(searcher, typed, applied.filters)
    if not isinstance(answered, Answer):
        return AskedQuestion(typed, applied, answered, ())
    quoted = tuple(_of_answer(answered, sources))
    return AskedQuestion(typed, applied, answered, quoted, len(answered.passages) - len(of_sort(quoted, Sort.PASSAGE)))


def _of_answer(answered: Answer, sources: _Sources) -> Iterator[Quoted]:
    for decisions in (answered.decisions, answered.not_carried):
        for one in _as_printed(decisions):
            yield _decision(one, sources)
    most = MOST_BESIDE_DECISIONS if answered.decisions or answered.not_carried else MOST_PASSAGES
    for passage in answered.passages[:most]:
        yield Quoted(Sort.PASSAGE, passage, sources.number(passage))


def _as_printed(decisions: Sequence[QuotedDecision]) -> Sequence[QuotedDecision]:
    """Return the clauses item by item in the order of the answer, those of one item in printed order: 1 before 2 before 3."""
    items = list(dict.fromkeys(one.citation.place.item.id for one in decisions))
    return sorted(
        decisions, key=lambda one: (items.index(one.citation.place.item.id), one.citation.place.item.limbs.index(one.limb))
    )


def _item(searcher: Searcher, item_id: str, sources: _Sources) -> AskedItem:
    record = read_item(searcher.archive, item_id)
    quoted = [*_of_limbs(record, sources), *_of_motions(record, sources)]
    return AskedItem(record, tuple(quoted) or (Quoted(Sort.WHOLE, record.text, sources.number(record.text)),))


def _of_limbs(record: ItemRecord, sources: _Sources) -> Iterator[Quoted]:
    """Yield the clauses in printed order, those that were not carried after those that were."""
    for one in sorted(record.decisions, key=lambda one: undecided(one.limb.outcome)):
        yield _decision(one, sources)


def _of_motions(record: ItemRecord, sources: _Sources) -> Iterator[Quoted]:
    for one in record.motions:
        citation = Citation(record.place, one.pieces)
        yield Quoted(Sort.MOTION, citation, sources.number(citation), None, one.motion.mover, one.motion.seconder)


def _decision(one: QuotedDecision, sources: _Sources) -> Quoted:
    limb, sort, number = one.limb, _sort(one.limb.outcome), sources.number(one.citation)
    beside = None if sort is Sort.DECISION else _beside(one, sources)
    return Quoted(sort, one.citation, number, limb, limb.mover, limb.seconder, beside)


def _beside(one: QuotedDecision, sources: _Sources) -> Quoted | None:
    """Return the sentences that tell of a clause, where they say more than its words."""
    said = {piece.text for piece in one.citation.pieces}
    pieces = tuple(piece for piece in one.minuted if piece.text not in said)
    if not pieces:
        return None
    citation = Citation(one.citation.place, pieces)
    return Quoted(Sort.MINUTED, citation, sources.number(citation))


def _sort(outcome: Outcome) -> Sort:
    """Return as what a clause is quoted: what is not clear is as little lost as it is decided."""
    if outcome is Outcome.UNCLEAR:
        return Sort.UNCLEAR
    return Sort.NOT_CARRIED if undecided(outcome) else Sort.DECISION


def of_sort(quoted: Iterable[Quoted], sort: Sort) -> tuple[Quoted, ...]:
    """Return what is quoted as this, in order."""
    return tuple(one for one in quoted if one.sort is sort)
