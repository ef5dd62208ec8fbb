"""How do the three modes of search compare on a collection?

Asks one Searcher every judged query in each mode and scores the rankings against the collection's grades, then compares the
fusion with each leg on the same queries. Builds no archive and writes nothing; gives one row a mode.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass

from index.passages import Filters
from index.text import content_tokens
from search_api.evaluation.judgements import Collection
from search_api.evaluation.metrics import Difference
from search_api.evaluation.metrics import mean
from search_api.evaluation.metrics import ndcg_of
from search_api.evaluation.metrics import paired_bootstrap
from search_api.evaluation.metrics import recall_of
from search_api.query import Query
from search_api.query import fold
from search_api.search import Mode
from search_api.search import Searcher

DEPTH = 100
CUT = 10

Told = Callable[[int, int], None]
"""Is told how many searches are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class ModeScores:
    """One mode's nDCG@10 and recall@100, a number a query, in the order of the queries; unjudged queries are not there."""

    ndcg: tuple[float, ...]
    recall: tuple[float, ...]

    def row(self) -> dict[str, float | None]:
        """Return the means."""
        return {"queries": len(self.ndcg), f"nDCG@{CUT}": mean(self.ndcg), f"recall@{DEPTH}": mean(self.recall)}


def run_collection(collection: Collection, searcher: Searcher, names: Mapping[str, str], told: Told) -> dict[Mode, ModeScores]:
    """Search every judged query in every mode; `names` gives the collection's id of each agenda item."""
    judged = [name for name in collection.queries if any(collection.grades.get(name, {}).values())]
    scores: dict[Mode, ModeScores] = {}
    for number, mode in enumerate(Mode):
        pairs = []
        for asked, name in enumerate(judged, 1):
            ranking = _ranking(searcher, collection.queries[name], mode, names)
            pairs.append(_scored(ranking, collection.grades[name]))
            told(number * len(judged) + asked, len(Mode) * len(judged))
        scores[mode] = ModeScores(tuple(ndcg for ndcg, _ in pairs), tuple(recall for _, recall in pairs))
    return scores


def compare(scores: Mapping[Mode, ModeScores]) -> dict[Mode, Difference | None]:
    """Return how much better the fusion's nDCG@10 is than each leg's, query by query."""
    fused = scores[Mode.HYBRID].ndcg
    return {leg: paired_bootstrap(fused, scores[leg].ndcg) for leg in (Mode.LEXICAL, Mode.DENSE)}


def _ranking(searcher: Searcher, text: str, mode: Mode, names: Mapping[str, str]) -> list[str]:
    # Not `parse_query`: published queries are longer than a person may type, and a quotation mark in them is punctuation.
    query = Query(fold(text), tuple(dict.fromkeys(content_tokens(text))))
    found = searcher.search(query, Filters(), mode, DEPTH)
    return [names[hit.place.item.id] for hit in found.hits]


def _scored(ranking: list[str], grades: Mapping[str, int]) -> tuple[float, float]:
    return ndcg_of(ranking, grades, CUT) or 0.0, recall_of(ranking, grades, DEPTH) or 0.0
