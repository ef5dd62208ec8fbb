"""`minutebook search` and `minutebook ask`: what stands in the archive on this, and what do the minutes say?

Takes the arguments typed, prints for people or, with `--json`, for programs: first what was understood of the question, then what
was found. Finding nothing is an answer: the exit code is 0.
"""

from __future__ import annotations

from argparse import Namespace

from search_api.answering import answer
from search_api.applied import Applied
from search_api.applied import apply
from search_api.applied import today
from search_api.browsing import best_passages
from search_api.evaluation.answer_rows import answer_row
from search_api.evaluation.answer_rows import result_rows
from search_api.found import Mode
from search_api.ordering import Order
from search_api.plain.lines import PlainLines
from search_api.query import fold
from search_api.query import parse_query
from search_api.search import Searcher
from ui.opening import filters
from ui.opening import searcher
from ui.output import print_json
from ui.plain_line import plain_row
from ui.plain_line import show_plain
from ui.screen import console
from ui.screen import show_answer
from ui.screen import show_found
from ui.screen import show_understood
from ui.settings import plain_settings


def search(given: Namespace) -> int:
    """Print the agenda items found, best first or by date."""
    query = parse_query(given.query)
    asked = searcher(given)
    applied = _applied(given, asked)
    found = asked.search(query, applied.filters, Mode(given.mode), listed=Order(given.order), beyond=applied.beyond)
    if given.json:
        rows = list(result_rows(asked.archive.catalogue, found))
        told = {"query": query.text, **_understood_row(applied), "mode": found.mode.value, "order": found.order.value}
        counts = {"weak": found.weak, "total": found.total, "matching": len(found.matching)}
        print_json({**told, **counts, "results": rows})
    else:
        show_understood(console(), applied)
        show_found(console(), found, best_passages(asked.archive.catalogue, found))
    return 0


def ask(given: Namespace) -> int:
    """Print the answer in quotations, or that there is none."""
    asked = searcher(given)
    applied = _applied(given, asked)
    answered = answer(asked, given.query, applied.filters)
    line = PlainLines(plain_settings(given)).line_of(answered) if given.plain else None
    if given.json:
        told = {"question": fold(given.query), **_understood_row(applied), "asks_for": answered.kind.value}
        print_json({**told, **answer_row(answered), "plain": plain_row(line)})
    else:
        show_understood(console(), applied)
        show_answer(console(), answered)
        show_plain(console(), line, answered)
    return 0


def _applied(given: Namespace, asked: Searcher) -> Applied:
    return apply(asked, given.query, filters(given, asked.archive), given.without, today())


def _understood_row(applied: Applied) -> dict[str, object]:
    """Return what was understood, named as the API names it."""
    chips = [{"kind": one.kind.value, "label": one.label, "words": one.words, "applied": one.firm} for one in applied.chips]
    notices = [one.sentence for one in applied.refusals]
    return {"understood": chips, "notices": notices, "did_you_mean": applied.suggestion}
