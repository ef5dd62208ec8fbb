"""How do the three modes of search compare on a collection?

Asks one Searcher every judged query in each mode and scores the rankings against the collection's grades, then compares the
fusion with each leg on the same queries. The arithmetic is trec_eval's, by way of ir-measures: the figures are then those of
everybody who publishes on the collection. Builds no archive and writes nothing; gives one row a mode.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter

import ir_measures

from index.passages import Filters
from index.text import content_tokens
from search_api.evaluation.judgements import Collection
from search_api.evaluation.metrics import Difference
from search_api.evaluation.metrics import gain
from search_api.evaluation.metrics import latency
from search_api.evaluation.metrics import mean
from search_api.evaluation.metrics import paired_bootstrap
from search_api.evaluation.run import milliseconds
from search_api.found import Mode
from search_api.query import Query
from search_api.query import fold
from search_api.search import Searcher

DEPTH = 100
CUT = 10

Told = Callable[[int, int], None]
"""Is told how many searches are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class ModeScores:
    """One mode's nDCG@10, recall@100 and milliseconds, a number a query, in the order of the queries, unjudged ones left out."""

    ndcg: tuple[float, ...]
    recall: tuple[float, ...]
    times: tuple[float, ...]

    def row(self) -> dict[str, float | None]:
        """Return the means, and the median and 95th percentile of the times."""
        figures = {f"nDCG@{CUT}": mean(self.ndcg), f"recall@{DEPTH}": mean(self.recall)}
        return {"queries": len(self.ndcg), **figures, **latency(self.times)}


def run_collection(collection: Collection, searcher: Searcher, names: Mapping[str, str], told: Told) -> dict[Mode, ModeScores]:
    """Search every judged query in every mode; `names` gives the collection's id of each agenda item."""
    grades = {name: collection.grades[name] for name in collection.queries if any(collection.grades.get(name, {}).values())}
    scores: dict[Mode, ModeScores] = {}
    for number, mode in enumerate(Mode):
        run: dict[str, list[str]] = {}
        times = []
        for asked, name in enumerate(grades, 1):
            begun = perf_counter()
            run[name] = _ranking(searcher, collection.queries[name], mode, names)
            times.append(milliseconds(begun))
            told(number * len(grades) + asked, len(Mode) * len(grades))
        scores[mode] = ModeScores(*measured(run, grades), tuple(times))
    return scores


def measured(run: Mapping[str, list[str]], grades: Mapping[str, Mapping[str, int]]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return nDCG@10 and recall@100 of each ranking, in the order of the grades.

    trec_eval gains the grade itself; `gains` makes it 2^grade - 1, as everywhere here. It also orders by score and then by id:
    scores that fall by one a rank keep the order as found.
    """
    gains = {grade: gain(grade) for judged in grades.values() for grade in judged.values() if grade > 0}
    ndcg, recall = ir_measures.nDCG(gains=gains) @ CUT, ir_measures.R @ DEPTH
    scored = {name: {one: -float(rank) for rank, one in enumerate(ranking)} for name, ranking in run.items()}
    judged = {name: dict(of) for name, of in grades.items()}
    found = {(one.measure, one.query_id): float(one.value) for one in ir_measures.iter_calc([ndcg, recall], judged, scored)}
    return tuple(found[ndcg, name] for name in grades), tuple(found[recall, name] for name in grades)


def compare(scores: Mapping[Mode, ModeScores]) -> dict[Mode, Difference | None]:
    """Return how much better the fusion's nDCG@10 is than each leg's, query by query."""
    fused = scores[Mode.HYBRID].ndcg
    return {leg: paired_bootstrap(fused, scores[leg].ndcg) for leg in (Mode.LEXICAL, Mode.DENSE)}


def _ranking(searcher: Searcher, text: str, mode: Mode, names: Mapping[str, str]) -> list[str]:
    # Not `parse_query`: published queries are longer than a person may type, and a quotation mark in them is punctuation.
    query = Query(fold(text), tuple(dict.fromkeys(content_tokens(text))))
    found = searcher.search(query, Filters(), mode, DEPTH)
    return [names[hit.place.item.id] for hit in found.hits]
