"""How well does each way of searching rank the gold questions, and how fast?

Takes gold questions and named searches, puts every question to every search, and gives the measures of each ranking by question
with the time it took. Retrieval only: nothing is answered, nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Container
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from time import perf_counter

from index.ports import Catalogue
from search_api.citations import Passage
from search_api.citations import cite
from search_api.errors import QuestionError
from search_api.evaluation.ablation import Search
from search_api.evaluation.comparing import COMPARED
from search_api.evaluation.comparing import gains
from search_api.evaluation.judgements import GoldQuestion
from search_api.evaluation.metrics import latency
from search_api.evaluation.metrics import mean
from search_api.evaluation.questions import Scores
from search_api.evaluation.questions import Shown
from search_api.evaluation.questions import score_ranking
from search_api.evaluation.run import milliseconds
from search_api.found import Found
from search_api.query import parse_query

Told = Callable[[int, int], None]
"""Is told how many searches are done, and how many there are."""

Table = dict[str, dict[str, float | None]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """What one way of searching gave: the measures of each ranking and the milliseconds it took, by question."""

    scores: dict[str, Scores] = field(default_factory=dict)
    times: dict[str, float] = field(default_factory=dict)

    def of(self, questions: Container[str]) -> Ranked:
        """Return what it gave to these questions."""
        scores = {name: one for name, one in self.scores.items() if name in questions}
        return Ranked(scores, {name: time for name, time in self.times.items() if name in questions})

    def row(self) -> dict[str, float | None]:
        """Return one line of the table."""
        shares = {name: mean(one.get(name) for one in self.scores.values()) for name in COMPARED}
        return {"questions": len(self.scores), **shares, **latency(self.times.values())}


def rank_questions(
    questions: Sequence[GoldQuestion], searches: Mapping[str, Search], catalogue: Catalogue, told: Told
) -> dict[str, Ranked]:
    """Put every question that has judged places to every search.

    Each question goes to all searches in turn, and the turn begins with another one each time: on a busy machine all suffer
    alike, and none always pays for the pages that the first to ask reads from disk.
    """
    ranked = {name: Ranked() for name in searches}
    names = list(searches)
    judged = [question for question in questions if question.places]
    for number, question in enumerate(judged):
        first = number % len(names)
        for name in (*names[first:], *names[:first]):
            begun = perf_counter()
            found = _found(question.text, searches[name])
            ranked[name].times[question.id] = milliseconds(begun)
            ranked[name].scores[question.id] = score_ranking(question, _shown(catalogue, found))
        told(number + 1, len(judged))
    return ranked


def ways_table(ranked: Mapping[str, Ranked], groups: Mapping[str, Iterable[str]]) -> Table:
    """Return one line a way of searching, for all its questions and for each of the groups."""
    whole = {name: one.row() for name, one in ranked.items()}
    parts = ((of, frozenset(questions)) for of, questions in groups.items())
    return {**whole, **{f"{name}, {of}": one.of(ids).row() for of, ids in parts for name, one in ranked.items()}}


def gains_table(ranked: Mapping[str, Ranked], groups: Mapping[str, Iterable[str]]) -> Table:
    """Return how much better the first way is than each other, by measure, for all its questions and for each of the groups."""
    table = _gains(ranked, "")
    for of, questions in groups.items():
        ids = frozenset(questions)
        table |= _gains({name: one.of(ids) for name, one in ranked.items()}, f", {of}")
    return table


def _gains(ranked: Mapping[str, Ranked], label: str) -> Table:
    (first, reference), *others = ranked.items()
    found = ((name, gains(reference.scores, other.scores)) for name, other in others)
    return {f"{first} - {name}{label}: {measure}": row for name, table in found for measure, row in table.items()}


def _found(text: str, search: Search) -> Found | None:
    try:
        return search(parse_query(text))
    except QuestionError:
        return None


def _shown(catalogue: Catalogue, found: Found | None) -> Sequence[Shown]:
    passages = [Passage(hit.place, hit.place.item.spans) for hit in found.hits] if found else []
    return [Shown(one.place.document.path, one.text) for one in cite(catalogue, passages)]
