"""`minutebook compare`: what do the minutes of each say to the same question?

Takes a question and two to six councils, or bodies, prints them side by side for people or, with `--json`, what `GET /v1/compare`
gives. A column without a record says so and what was looked at; one that could not be looked at says why, and the exit code is
then 1.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from search_api.answering import Answer
from search_api.applied import today
from search_api.citations import Citation
from search_api.comparing import Column
from search_api.comparing import Comparison
from search_api.comparing import columns_of
from search_api.comparing import compare as compare_columns
from search_api.decisions import QuotedDecision
from search_api.labels import SENTENCES
from search_api.present_briefing import label_of
from search_api.present_briefing import present_comparison
from ui.columns import Cells
from ui.columns import show_columns
from ui.opening import filters
from ui.opening import searcher
from ui.output import print_json
from ui.screen import console
from ui.sentences import heading
from ui.sentences import looked_at
from ui.sentences import movers
from ui.sentences import safe
from ui.sentences import sitting
from ui.sentences import verdict
from ui.web.wording import day
from ui.web.wording import plural

FAILED = 1
MOST_PASSAGES = 2
"""How many passages of the discussion stand in a cell: more would push the other columns off the screen."""

Sources = dict[tuple[str, int], Citation]
"""What the numbers in a table lead to, in order: quotations that begin on the same page of the same item share a number."""


def compare(given: Namespace) -> int:
    """Print the columns; raises `ColumnsError` before the archive is opened."""
    columns = columns_of(given.council, given.body)
    asked = searcher(given)
    compared = compare_columns(asked, given.query, columns, filters(given, asked.archive), today())
    if given.json:
        print_json(present_comparison(compared).model_dump(mode="json", by_alias=True))
    else:
        _show(compared)
    return FAILED if any(one.failure for one in compared.columns) else 0


def _show(compared: Comparison) -> None:
    sources: Sources = {}
    show_columns(console(), [one.name for one in compared.columns], list(_rows(compared, sources)))
    for number, citation in enumerate(sources.values(), start=1):
        print(safe(f"{number}. {_where(citation)}"))


def _rows(compared: Comparison, sources: Sources) -> Iterator[tuple[str, Cells]]:
    """Yield the rows that any column has something for, each with a cell a column, and what was looked at."""
    for title, cells in (
        ("", [_told(one) for one in compared.columns]),
        ("Decided", [_decided(one, sources, lost=False) for one in compared.columns]),
        ("Not carried, or not clear", [_decided(one, sources, lost=True) for one in compared.columns]),
        ("What the minutes say", [_said(one, sources) for one in compared.columns]),
        ("Not recorded", [_missing(one) for one in compared.columns]),
        ("Looked at", [_looked(one) for one in compared.columns]),
    ):
        if any(cells):
            yield title, cells


def _told(column: Column) -> list[str]:
    label = label_of(column)
    told = [SENTENCES[label]] if label else []
    chips = column.applied.chips if column.applied else ()
    refusals = column.applied.refusals if column.applied else ()
    only = [f"Only: {chip.label}" for chip in chips if chip.firm]
    return [*told, *([str(column.failure)] if column.failure else []), *only, *(one.sentence for one in refusals)]


def _decided(column: Column, sources: Sources, *, lost: bool) -> list[str]:
    if not isinstance(column.answered, Answer):
        return []
    return [_decision(one, sources) for one in (column.answered.not_carried if lost else column.answered.decisions)]


def _decision(one: QuotedDecision, sources: Sources) -> str:
    label = f"{one.limb.label}: " if one.limb.label else ""
    lines = (label + _quoted(one.citation, sources), verdict(one.limb), movers(one.limb), _day(one.citation))
    return "\n".join(line for line in lines if line)


def _said(column: Column, sources: Sources) -> list[str]:
    if not isinstance(column.answered, Answer):
        return []
    passages = column.answered.passages
    more = len(passages) - MOST_PASSAGES
    left = [f"{plural(more, 'further passage')}, with --json"] if more > 0 else []
    return [*(f"{_quoted(one, sources)}\n{_day(one)}" for one in passages[:MOST_PASSAGES]), *left]


def _quoted(citation: Citation, sources: Sources) -> str:
    """Return a quotation and the number of its place, which stands below the table: a path has no room in a column."""
    key = (citation.place.item.id, citation.page)
    sources.setdefault(key, citation)
    return f"\u201c{citation.text}\u201d [{list(sources).index(key) + 1}]"


def _day(citation: Citation) -> str:
    return day(citation.place.meeting.date.value)


def _missing(column: Column) -> list[str]:
    return [SENTENCES[detail] for detail in column.answered.missing] if isinstance(column.answered, Answer) else []


def _looked(column: Column) -> list[str]:
    return [looked_at(column.answered.coverage)] if column.answered else ["nothing"]


def _where(citation: Citation) -> str:
    place = citation.place
    read = "; read by OCR: check against the original" if citation.ocr else ""
    address = f"\n   {place.url}" if place.url else ""
    return f"{sitting(place)}: {heading(place)}\n   {place.document.path}, page {citation.page}{read}{address}"
