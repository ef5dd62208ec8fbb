"""`minutebook search` and `minutebook ask`: what stands in the archive on this, and what do the minutes say?

Takes the arguments typed, prints for people or, with `--json`, for programs. Finding nothing is an answer: the exit code is 0.
"""

from __future__ import annotations

from argparse import Namespace

from search_api.answering import answer
from search_api.browsing import best_passages
from search_api.evaluation.answer_rows import answer_row
from search_api.evaluation.answer_rows import result_rows
from search_api.query import fold
from search_api.query import parse_query
from search_api.search import Mode
from ui.opening import filters
from ui.opening import searcher
from ui.output import print_json
from ui.screen import console
from ui.screen import show_answer
from ui.screen import show_found


def search(given: Namespace) -> int:
    """Print the agenda items found, best first."""
    query = parse_query(given.query)
    asked = searcher(given)
    found = asked.search(query, filters(given, asked.archive), Mode(given.mode))
    if given.json:
        rows = list(result_rows(asked.archive.catalogue, found))
        print_json({"query": query.text, "mode": found.mode.value, "weak": found.weak, "total": found.total, "results": rows})
    else:
        show_found(console(), found, best_passages(asked.archive.catalogue, found))
    return 0


def ask(given: Namespace) -> int:
    """Print the answer in quotations, or that there is none."""
    asked = searcher(given)
    answered = answer(asked, given.query, filters(given, asked.archive))
    if given.json:
        print_json({"question": fold(given.query), "asks_for": answered.kind.value, **answer_row(answered)})
    else:
        show_answer(console(), answered)
    return 0
