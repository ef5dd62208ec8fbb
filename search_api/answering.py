"""What do the minutes say in answer to this?

Takes a question, gives an `Answer` made of quotations, or `NotRecorded` with what was looked at. Decisions come first, each clause
verbatim with its outcome and its vote as printed; what was lost, withdrawn or not put to the vote is kept apart and never stands
among the decisions. Then passages of the discussion, and the details asked for that the minutes do not record. Composes nothing:
what is not a quotation is a label of `labels.py`.

    answer(searcher, question, filters) -> Answer | NotRecorded
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from index.passages import Filters
from index.ports import Coverage
from index.records import DecisionLimb
from index.records import Force
from index.records import Outcome
from index.records import of_the_meeting
from index.records import undecided
from index.sources import SourceSpan
from search_api.citations import Citation
from search_api.citations import Passage
from search_api.citations import text_of
from search_api.decisions import Clause
from search_api.decisions import QuotedDecision
from search_api.decisions import quote_decisions
from search_api.found import ChunkHit
from search_api.found import Found
from search_api.found import ItemHit
from search_api.found import Mode
from search_api.kinds import Detail
from search_api.kinds import QuestionKind
from search_api.kinds import details_of
from search_api.kinds import kind_of
from search_api.labels import Label
from search_api.not_recorded import missing_details
from search_api.places import Place
from search_api.query import Query
from search_api.query import parse_query
from search_api.search import Searcher
from search_api.strays import without_strays

Shown = TypeVar("Shown", Clause, Passage)

_ABOUT_DECISIONS = frozenset({QuestionKind.DECISION, QuestionKind.PRECEDENT, QuestionKind.VOTE, QuestionKind.VOTERS})
"""Kinds of question that nothing but a decision answers."""

_ABOUT_ANY_DECISION = frozenset({QuestionKind.DECISION, QuestionKind.OTHER})
"""Kinds of question that a decision in other words may answer; who asks for a vote asks for that of one clause."""

_ABOUT_DETAILS = frozenset({QuestionKind.WHO, QuestionKind.FIGURE, QuestionKind.REASON, QuestionKind.UNDERTAKING})
"""Kinds of question that the discussion answers; a decision has to match as well as the best passage does."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How much is shown: at most so many items, clauses and passages, and only what is as strong as these parts of the best.

    A passage of each of the `first` items is shown too where its `score` is not far below the best. `few` clauses of the best item
    are shown where none of them speaks to the question. `item` is compared with the best passage
    of all, `limb` with the best clause, `rival` with the best passage where the discussion is what was asked for, `within` with
    the best of all where a clause stands in a passage shown, `passage` and `alike` with its item's best.
    """

    items: int = 7
    first: int = 4
    limbs: int = 10
    limbs_of_item: int = 4
    few: int = 3
    passages: int = 8
    passages_of_best: int = 3
    nearest: int = 3
    score: float = 0.5
    item: float = 0.65
    limb: float = 0.6
    rival: float = 0.7
    within: float = 0.35
    passage: float = 0.45
    alike: float = 0.95


RULES = Rules()
TIMELINE_RULES = Rules(items=12, limbs=20, passages=10, item=0.6)
"""A timeline is made of many meetings, so it looks further down."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Quotations in answer. `decisions` were carried or deferred; `not_carried` were not; `missing` is not recorded.

    `label` is shown above the quotations where they do not speak alone.
    """

    query: Query
    kind: QuestionKind
    filters: Filters
    decisions: tuple[QuotedDecision, ...]
    not_carried: tuple[QuotedDecision, ...]
    passages: tuple[Citation, ...]
    missing: tuple[Detail, ...]
    coverage: Coverage
    label: Label | None = None
    best: str = ""
    """The id of the item that answers best."""

    @property
    def not_carried_first(self) -> bool:
        """Return whether what answers best was not carried, so that it is to be read before what was decided elsewhere."""
        decided = any(one.citation.place.item.id == self.best for one in self.decisions)
        return not decided and any(one.citation.place.item.id == self.best for one in self.not_carried)


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """Nothing here answers: what was looked at, and the nearest items, which do not answer."""

    query: Query
    kind: QuestionKind
    filters: Filters
    coverage: Coverage
    nearest: tuple[Place, ...]
    label: Label = Label.NOTHING_FOUND


def answer(searcher: Searcher, question: str, filters: Filters) -> Answer | NotRecorded:
    """Answer a question from the minutes that the filters allow.

    Raises `EmptyQueryError` and `QueryTooLongError`; the same question to the same generation gives an equal answer.
    """
    query = parse_query(question)
    kind = kind_of(query)
    rules = TIMELINE_RULES if kind is QuestionKind.TIMELINE else RULES
    found = searcher.search(query, filters, Mode.HYBRID, max(rules.items, searcher.settings.top_k), rules.items)
    coverage = searcher.coverage(filters)
    if found.weak or not found.hits:
        return NotRecorded(query, kind, filters, coverage, tuple(hit.place for hit in found.hits[: rules.nearest]))
    return _quoted(searcher, found, kind, rules, coverage)


def _quoted(searcher: Searcher, found: Found, kind: QuestionKind, rules: Rules, coverage: Coverage) -> Answer:
    found = without_strays(searcher.archive, found)
    kept = _kept(found, kind, rules)
    strong = {hit.place.item.id for hit in kept}
    others = [hit for hit in _first(found, rules) if hit.place.item.id not in strong]
    shown = [hit for hit in found.hits if any(hit is one for one in (*kept, *others))]
    told = _clauses(kept, kind, rules) or (_best_said(_naming(found, others)) if kind in _ABOUT_DECISIONS else ())
    clauses = _in_order(kind, told)
    passages = _in_order(kind, _passages(shown, clauses, rules))
    clauses = [*_with_those_within(kept, passages, clauses, rules), *_fallen_within(others, passages)]
    clauses = [*clauses, *_refusals_of(clauses)]
    clauses = _in_order(kind, _as_printed(clauses))
    catalogue = searcher.archive.catalogue
    quoted, cited = quote_decisions(catalogue, clauses, passages)
    decisions = tuple(one for one in quoted if not undecided(one.limb.outcome))
    not_carried = tuple(one for one in quoted if undecided(one.limb.outcome))
    silent = kind in _ABOUT_DECISIONS and not quoted
    return Answer(
        query=found.query,
        kind=kind,
        filters=found.filters,
        decisions=decisions,
        not_carried=not_carried,
        passages=cited,
        missing=missing_details(
            found.query, details_of(found.query, kind), quoted, text_of(catalogue, kept[0].place), [one.text for one in cited]
        ),
        coverage=coverage,
        label=Label.NO_DECISION if silent else None,
        best=kept[0].place.item.id,
    )


def _kept(found: Found, kind: QuestionKind, rules: Rules) -> Sequence[ItemHit]:
    """Return the items to quote from: those as strong as the best; where words had to be found exactly, only those with them.

    Who looks for a precedent looks for its words, so the item with the clause that says most of them comes first, whatever its
    matter.
    """
    best = found.hits[0]
    if best.exact:
        near = [hit for hit in found.hits if len(hit.exact) == len(best.exact)]
    else:
        near = [hit for hit in found.hits if hit.evidence.strength >= rules.item * best.evidence.strength]
    near = _naming(found, near)
    if kind is QuestionKind.PRECEDENT:
        near.sort(key=_best_clause, reverse=True)
    return near[: rules.items]


def _naming(found: Found, hits: Sequence[ItemHit]) -> list[ItemHit]:
    """Return those that hold as much of the names asked for as the best item does.

    "Has Herefordshire agreed to share its Chief Executive" was answered with what South Ribble and Chorley had decided.
    """
    return [hit for hit in hits if hit.lacking <= found.hits[0].lacking]


def _best_clause(item: ItemHit) -> float:
    return max((hit.evidence.strength for hit in item.chunks if hit.chunk.limb_id is not None), default=0.0)


def _first(found: Found, rules: Rules) -> Sequence[ItemHit]:
    """Return the first items, of which a passage is shown though they hold few of the words: their order comes of more."""
    best = found.hits[0]
    return [hit for hit in found.hits[: rules.first] if not best.exact and hit.score >= rules.score * best.score]


def _clauses(kept: Sequence[ItemHit], kind: QuestionKind, rules: Rules) -> Sequence[Clause]:
    """Return the clauses to quote: those of the best item first, best match first.

    A clause counts with the title of its item, so where the title names the matter all its clauses do. For a question that the
    discussion answers, a clause must speak to it nearly as well as the best passage does.
    """
    hits = [(item.place, hit) for item in kept for hit in item.chunks]
    limbs = [(place, hit) for place, hit in hits if hit.chunk.limb_id is not None]
    rivals = hits if kind in _ABOUT_DETAILS else limbs
    part = rules.rival if kind in _ABOUT_DETAILS else rules.limb
    enough = part * max((hit.evidence.strength for _, hit in rivals), default=0.0)
    near = [Clause(place, _limb(place, hit)) for place, hit in limbs if hit.exact or hit.evidence.strength >= enough]
    # thanks are minuted as resolutions and settle nothing, so they are quoted only where there is nothing else
    settling = [clause for clause in near if clause.limb.force is not Force.THANKED] or near
    spoken = any(clause.place.item.id == kept[0].place.item.id for clause in settling)
    shown = _of_each_item(settling if spoken else [*_all_of_few(kept[0], kind, rules), *settling], rules)
    return [*shown, *_fallen_beside(shown, [clause for clause in settling if clause not in shown])]


def _best_said(others: Sequence[ItemHit]) -> Sequence[Clause]:
    """Return the clauses that are what their items say best: where nothing else was decided, "no decision on this" would be wrong.

    "Has the council asked for a tax on gum": a motion without a fate comes first, and years later "an environmental levy on chewing
    gum" stands among fourteen clauses of a long report.
    """
    best = [(item.place, item.chunks[0]) for item in others]
    clauses = [Clause(place, _limb(place, hit)) for place, hit in best if hit.chunk.limb_id is not None]
    return [clause for clause in clauses if clause.limb.force is not Force.THANKED]


def _all_of_few(best: ItemHit, kind: QuestionKind, rules: Rules) -> Sequence[Clause]:
    """Return all clauses of the best item, none of which speaks to the question, where they are few and may be asked for.

    "Letting visitors give money by phone" is answered by an item whose one resolution speaks of PayPal; without it, the clause of
    another item that says "cash" would stand alone.
    """
    limbs = [limb for limb in best.place.item.limbs if limb.force is not Force.THANKED and not of_the_meeting(limb)]
    if kind not in _ABOUT_ANY_DECISION or len(limbs) > rules.few:
        return []
    return [Clause(best.place, limb) for limb in limbs]


def _of_each_item(clauses: Sequence[Clause], rules: Rules) -> Sequence[Clause]:
    """Return at most so many clauses of each item and in all, so that one long resolution does not hide the next meeting's."""
    counted: Counter[str] = Counter()
    shown: list[Clause] = []
    for clause in {clause.limb.id: clause for clause in clauses}.values():
        counted[clause.place.item.id] += 1
        if counted[clause.place.item.id] <= rules.limbs_of_item and len(shown) < rules.limbs:
            shown.append(clause)
    return shown


def _fallen_beside(shown: Sequence[Clause], left: Sequence[Clause]) -> Sequence[Clause]:
    """Return the motions that fell in an item shown: whoever reads what was carried must see what was not."""
    items = {clause.place.item.id for clause in shown}
    return [clause for clause in left if undecided(clause.limb.outcome) and clause.place.item.id in items]


def _with_those_within(
    kept: Sequence[ItemHit], passages: Sequence[Passage], shown: Sequence[Clause], rules: Rules
) -> Sequence[Clause]:
    """Return the clauses with those that stand in a passage shown and speak to the question, as many of an item as are allowed.

    Whoever reads the words of a motion must see what became of it.
    """
    quoted = [span for passage in passages for span in passage.spans]
    hits = [(item.place, hit) for item in kept for hit in item.chunks]
    enough = rules.within * max((hit.evidence.strength for _, hit in hits), default=0.0)
    limbs = [(place, hit) for place, hit in hits if hit.chunk.limb_id is not None and hit.evidence.strength >= enough]
    within = [Clause(place, _limb(place, hit)) for place, hit in limbs if _said(hit.chunk.spans, quoted)]
    seen = {clause.limb.id for clause in shown}
    new = [clause for clause in within if clause.limb.id not in seen and clause.limb.force is not Force.THANKED]
    allowed = {clause.limb.id for clause in _of_each_item([*shown, *new], rules)}
    return [*shown, *(clause for clause in new if clause.limb.id in allowed)]


def _fallen_within(others: Sequence[ItemHit], passages: Sequence[Passage]) -> Sequence[Clause]:
    """Return the motions that fell of which a passage shown has the words, where their items are shown for that passage only."""
    quoted = [span for passage in passages for span in passage.spans]
    limbs = [Clause(item.place, limb) for item in others for limb in item.place.item.limbs if undecided(limb.outcome)]
    return [clause for clause in limbs if _said(clause.limb.spans, quoted)]


def _refusals_of(shown: Sequence[Clause]) -> Sequence[Clause]:
    """Return the votes on refusing by which motions fell that are shown without a vote: a roll call on "to reject the Motion"."""
    seen = {clause.limb.id for clause in shown}
    fallen = [clause.place for clause in shown if clause.limb.outcome is Outcome.LOST and not clause.limb.vote]
    places = {place.item.id: place for place in fallen}.values()
    limbs = [Clause(place, limb) for place in places for limb in place.item.limbs if limb.id not in seen]
    return [one for one in limbs if one.limb.force is Force.REFUSED and one.limb.vote and not undecided(one.limb.outcome)]


def _limb(place: Place, hit: ChunkHit) -> DecisionLimb:
    return next(limb for limb in place.item.limbs if limb.id == hit.chunk.limb_id)


def _as_printed(clauses: Sequence[Clause]) -> Sequence[Clause]:
    """Return the clauses item by item, the best item first, those of an item in the order of the page: b) follows a)."""
    items = list(dict.fromkeys(clause.place.item.id for clause in clauses))
    return sorted(clauses, key=lambda clause: (items.index(clause.place.item.id), clause.limb.spans))


def _in_order(kind: QuestionKind, shown: Sequence[Shown]) -> Sequence[Shown]:
    """Return a timeline in the order of the meetings, undated last, and anything else as it is: best match first."""
    if kind is not QuestionKind.TIMELINE:
        return shown
    return sorted(shown, key=lambda one: one.place.meeting.date.value or date.max)


def _passages(kept: Sequence[ItemHit], shown: Sequence[Clause], rules: Rules) -> Sequence[Passage]:
    """Return the passages that say more than the clauses already shown: of the best item, then the best one of each other, or two
    where they match alike.
    """
    quoted = [span for clause in shown for span in clause.limb.spans]
    near: list[Passage] = []
    for place, item in enumerate(kept):
        spoken = [hit for hit in item.chunks if hit.chunk.limb_id is None]
        enough = rules.passage * max((hit.evidence.strength for hit in spoken), default=0.0)
        strong = [hit for hit in spoken if hit.exact or hit.evidence.strength >= enough]
        new = [hit for hit in strong if not _said(hit.chunk.spans, quoted)]
        picked = new[: rules.passages_of_best] if place == 0 else alike(new, rules)
        near.extend(Passage(item.place, hit.chunk.spans) for hit in picked)
    return near[: rules.passages]


def alike(hits: Sequence[ChunkHit], rules: Rules) -> Sequence[ChunkHit]:
    """Return the first, and the second where a hair decides between them: which of two is shown would be chance."""
    least = rules.alike * max((hit.score for hit in hits[:1]), default=0.0)
    return [hit for at, hit in enumerate(hits[:2]) if at == 0 or hit.score >= least > 0]


def _said(spans: Sequence[SourceSpan], quoted: Sequence[SourceSpan]) -> bool:
    """Return whether more than half of these words are quoted already."""
    length = sum(span.end - span.start for span in spans)
    common = sum(_overlap(span, other) for span in spans for other in quoted)
    return 2 * common > length


def _overlap(one: SourceSpan, other: SourceSpan) -> int:
    if (one.document_id, one.page) != (other.document_id, other.page):
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))
