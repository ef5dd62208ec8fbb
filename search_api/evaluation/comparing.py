"""Is one run better than another, question by question?

Takes the scores of two runs by question and gives, for each measure of the ranking, the mean difference with its interval; an
earlier run is read from its results file. Questions that only one of them was asked are left out. Asks nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from pathlib import Path

from search_api.evaluation.judgements import GoldError
from search_api.evaluation.judgements import GoldQuestion
from search_api.evaluation.judgements import read_lines
from search_api.evaluation.metrics import paired_bootstrap
from search_api.evaluation.questions import Scores
from search_api.evaluation.questions import read_reply
from search_api.evaluation.questions import score_question

COMPARED = ("nDCG@10", "hit@1", "recall@10")


def gains(first: Mapping[str, Scores], second: Mapping[str, Scores]) -> dict[str, dict[str, float | None]]:
    """Return, a line a measure, how much better the first run is than the second, and on how many questions."""
    table = {}
    for measure in COMPARED:
        asked = [name for name, scores in first.items() if measure in scores and measure in second.get(name, {})]
        found = paired_bootstrap([first[name][measure] for name in asked], [second[name][measure] for name in asked])
        if found:
            table[measure] = {"questions": len(asked), **found.row()}
    return table


def read_scores(path: Path, questions: Iterable[GoldQuestion]) -> dict[str, Scores]:
    """Score an earlier results file by the same gold; raises `GoldError`, also where it answers none of the questions."""
    replies = dict(read_lines(path, lambda row: (row["id"], read_reply(row))))
    scores = {question.id: score_question(question, replies[question.id]) for question in questions if question.id in replies}
    if not scores:
        raise GoldError(path, "holds no result of these questions")
    return scores
