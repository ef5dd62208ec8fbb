"""How did this matter go, meeting by meeting?

Takes a question, gives the agenda items that speak to the matter it asks about, in the order of their days: what was decided,
verbatim, what was lost in its place, or else the passage that speaks to it; what states no day stands apart. Begins from what the
search finds, of which `speaking.py` keeps what speaks to the matter, with items of the same title. Between two days that lie far
apart a gap is declared: nothing is held here on this between them, which is not to say that nothing happened. Dates nothing that
is not dated.

    timeline(searcher, question, filters, k) -> Timeline
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from itertools import pairwise
from statistics import median

from index.passages import Filters
from index.ports import Coverage
from index.sources import DocumentKind
from index.sources import SourceSpan
from search_api.chips import ChipKind
from search_api.citations import Citation
from search_api.decisions import QuotedDecision
from search_api.decisions import quote_decisions
from search_api.labels import Label
from search_api.matter import matter_of
from search_api.places import Place
from search_api.query import Query
from search_api.query import parse_query
from search_api.search import Searcher
from search_api.speaking import Candidate
from search_api.speaking import speaking
from search_api.understanding import understand

DEPTH = 60
"""Agenda items looked at."""

MOST = 16
"""Items shown, unless asked for more: a matter spoken of everywhere is told by those that answer best."""

A_YEAR = 366
"""Days: a longer stretch without any entry is a gap."""

USUAL = 3
"""A stretch that is longer than so many usual intervals is a gap, where at least `USUAL` intervals say what is usual."""

_RECORDS = (DocumentKind.MINUTES, DocumentKind.DECISION, DocumentKind.PACK)
"""An agenda says what was to be spoken of, a letter what somebody wrote: neither says what became of it, unless asked for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One agenda item of a timeline: its decisions that speak to the matter, in printed order, and the passage that does, where
    the decisions do not say it.
    """

    place: Place
    decisions: tuple[QuotedDecision, ...]
    passage: Citation | None


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of days between two entries without any."""

    since: date
    until: date
    label: Label = Label.NOTHING_BETWEEN


@dataclass(frozen=True, slots=True)
class Timeline:
    """The items that speak to a matter: `entries` by day, `undated` as found. `label` is set where there are none."""

    query: Query
    filters: Filters
    entries: tuple[Entry, ...]
    gaps: tuple[Gap, ...]
    undated: tuple[Entry, ...]
    coverage: Coverage
    label: Label | None = None


def timeline(searcher: Searcher, question: str, filters: Filters, k: int = MOST) -> Timeline:
    """Return at most `k` items that speak to the matter of a question, in order; raises what an unreadable question raises."""
    query = parse_query(question)
    matter = matter_of(searcher.archive, query, _days(searcher, query))
    # agendas are passed over here and not in the search: to select what is none costs more than to look a little further
    within = filters if filters.kinds else replace(filters, kinds=_RECORDS)
    found = searcher.search(query, filters, k=DEPTH)
    entries = _entries(searcher, speaking(searcher, matter, found, within)[:k])
    dated = sorted((one for one in entries if one.place.meeting.date.value), key=_order)
    return Timeline(
        query=query,
        filters=filters,
        entries=tuple(dated),
        gaps=gaps_between([day for one in dated if (day := one.place.meeting.date.value)]),
        undated=tuple(one for one in entries if one.place.meeting.date.value is None),
        coverage=searcher.coverage(within),
        label=None if entries else Label.NOTHING_FOUND,
    )


def gaps_between(days: Sequence[date]) -> tuple[Gap, ...]:
    """Return the stretches between days, given in order, that are longer than a year or than three times the usual interval."""
    steps = [(before, after) for before, after in pairwise(dict.fromkeys(days))]
    lengths = [(after - before).days for before, after in steps]
    usual = USUAL * median(lengths) if len(lengths) >= USUAL else A_YEAR
    return tuple(Gap(*step) for step, length in zip(steps, lengths, strict=True) if length > min(usual, A_YEAR))


def _days(searcher: Searcher, query: Query) -> Iterable[str]:
    """Return the words of the question that were read as days."""
    newest = searcher.coverage(Filters()).latest or date.min
    return [chip.words for chip in understand(query.text, searcher.coverage, newest).chips if chip.kind is ChipKind.DATE]


def _order(entry: Entry) -> tuple[date, str, int]:
    return entry.place.meeting.date.value or date.max, entry.place.meeting.id, entry.place.item.ordinal


def _entries(searcher: Searcher, kept: Sequence[Candidate]) -> Sequence[Entry]:
    """Quote the clauses of each item, and its passage where that says more than they do, with one read of pages."""
    clauses = [clause for one in kept for clause in one.clauses]
    passages = [one.passage for one in kept if not _said(one)]
    quoted, cited = quote_decisions(searcher.archive.catalogue, clauses, passages)
    of_item = {citation.place.item.id: citation for citation in cited}
    return [
        Entry(
            one.place,
            tuple(decision for decision in quoted if decision.citation.place.item.id == one.place.item.id),
            of_item.get(one.place.item.id),
        )
        for one in kept
    ]


def _said(one: Candidate) -> bool:
    """Return whether the clauses say at least half of the passage."""
    spans = [span for clause in one.clauses for span in clause.limb.spans]
    length = sum(span.end - span.start for span in one.passage.spans)
    return 2 * sum(_overlap(span, other) for span in one.passage.spans for other in spans) >= length


def _overlap(one: SourceSpan, other: SourceSpan) -> int:
    if one.page != other.page:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))
