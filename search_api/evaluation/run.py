"""What does the archive answer to the gold questions, and how long does it take?

Asks one Searcher every question exactly as a person would, search and answer, and gives one line of RESULTS.jsonl each, with the
time of the search alone beside that of all, and the number that decides whether to refuse. Judges nothing: `questions.py` scores
the lines, and so does the shared scorer.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from time import perf_counter

from index.passages import Filters
from search_api.answering import answer
from search_api.applied import apply
from search_api.errors import QuestionError
from search_api.evaluation.answer_rows import answer_row
from search_api.evaluation.answer_rows import merged
from search_api.evaluation.answer_rows import result_rows
from search_api.evaluation.judgements import GoldQuestion
from search_api.evaluation.rows import Row
from search_api.found import Found
from search_api.found import Mode
from search_api.query import parse_query
from search_api.search import Searcher

RESULTS = 20

_REFUSED: Row = {"refused": True, "not_recorded": False, "decisions": [], "quotations": []}


def run_questions(questions: Iterable[GoldQuestion], searcher: Searcher, day: date) -> Iterator[Row]:
    """Give one line a question, in order, asked on that day; one refused as too long or empty is a refusal, not an error."""
    for question in questions:
        begun = perf_counter()
        try:
            found = _asked(question.text, searcher, day)
        except QuestionError as error:
            found = {
                "results": [],
                "answer": {**_REFUSED, "label": str(error)},
                "confidence": None,
                "search_ms": milliseconds(begun),
            }
        yield {"id": question.id, **found, "latency_ms": milliseconds(begun)}


def milliseconds(begun: float) -> float:
    """Return how long it is since then, as written in a results file."""
    return round(1000 * (perf_counter() - begun), 1)


def _asked(question: str, searcher: Searcher, day: date) -> Row:
    begun = perf_counter()
    applied = apply(searcher, question, Filters(), (), day)
    found = searcher.search(parse_query(question), applied.filters, Mode.HYBRID, RESULTS, beyond=applied.beyond)
    searched = milliseconds(begun)
    return {
        "results": list(result_rows(searcher.archive.catalogue, found)),
        "answer": merged(answer_row(answer(searcher, question, applied.filters))),
        "confidence": _confidence(found),
        "search_ms": searched,
    }


def _confidence(found: Found) -> float:
    return round(found.evidence.strength if found.confidence is None else found.confidence, 6)
