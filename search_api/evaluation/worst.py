"""Which questions went worst, and what stood in the way?

Takes gold questions with their lines of RESULTS.jsonl and gives the answerable ones of lowest nDCG@10: where each judged place
was found, what came first instead, and whether the question was refused. Explains nothing: the reasons are for a reader to find.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from dataclasses import dataclass

from search_api.evaluation.judgements import GoldQuestion
from search_api.evaluation.judgements import Place
from search_api.evaluation.questions import ranks_of
from search_api.evaluation.questions import read_reply
from search_api.evaluation.questions import score_ranking
from search_api.evaluation.rows import Row

MEASURE = "nDCG@10"


@dataclass(frozen=True, slots=True)
class Failure:
    """A question, its score, its judged places with their ranks, and the line of RESULTS.jsonl that was written for it."""

    question: GoldQuestion
    score: float
    places: tuple[tuple[Place, int | None], ...]
    result: Row

    @property
    def first(self) -> Row | None:
        """Return the document and the title of the item that came first, `None` where nothing was found."""
        best = min(self.result["results"], key=lambda one: int(one["rank"]), default=None)
        return best and {"document": best["document"], "item_title": best["item_title"]}

    def row(self) -> Row:
        """Return it as one object of JSON."""
        places = [{"rank": rank, **asdict(place)} for place, rank in self.places]
        about = {"id": self.question.id, "kind": self.question.kind, "style": self.question.style, "question": self.question.text}
        return {**about, MEASURE: self.score, "places": places, "first": self.first, "refused": self.result["answer"]["refused"]}


def worst(rows: Iterable[tuple[GoldQuestion, Row]], count: int) -> list[Failure]:
    """Return so many answerable questions, worst first; equally bad ones in the order of the gold file."""
    failures = [_failure(question, row) for question, row in rows if question.answerable and question.places]
    return sorted(failures, key=lambda one: one.score)[:count]


def _failure(question: GoldQuestion, row: Row) -> Failure:
    items = read_reply(row).items
    places = tuple(zip(question.places, ranks_of(question, items), strict=True))
    return Failure(question, score_ranking(question, items)[MEASURE], places, row)
