"""What do the minutes of each of several councils or bodies say to the same question?

Takes a question and two to six councils, or bodies, gives one column each: the answer within that council or body alone, that its
minutes hold no record, or that they could not be looked at. Every column is answered by itself, so a fault in one is said in that
one and changes nothing in the others. Compares nothing itself: what differs is for the reader to see in the quotations.

    compare(searcher, question, columns_of(councils, bodies), filters, today()) -> Comparison
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from enum import StrEnum

from index.errors import ArchiveError
from index.passages import Filters
from search_api.answering import Answer
from search_api.answering import NotRecorded
from search_api.answering import answer
from search_api.applied import Applied
from search_api.applied import apply
from search_api.errors import QuestionError
from search_api.narrowing import asked_of
from search_api.query import check_filters
from search_api.query import fold
from search_api.query import parse_query
from search_api.search import Searcher

FEWEST, MOST = 2, 6
"""One column compares nothing; more than six cannot be read side by side."""


class By(StrEnum):
    """What the columns are."""

    COUNCIL = "council"
    BODY = "body"


class ColumnsError(QuestionError):
    """The columns asked for cannot stand side by side."""

    def __init__(self, found: str) -> None:
        super().__init__(f"{found}: name {FEWEST} to {MOST} councils, or {FEWEST} to {MOST} bodies, each once")


@dataclass(frozen=True, slots=True)
class Columns:
    """The names that are compared, in the order asked."""

    by: By
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One council or body: what its minutes say, or the error that kept them from being looked at; never both."""

    name: str
    applied: Applied | None = None
    answered: Answer | NotRecorded | None = None
    failure: ArchiveError | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same question in columns, in the order asked."""

    question: str
    by: By
    columns: tuple[Column, ...]


def columns_of(councils: Sequence[str], bodies: Sequence[str]) -> Columns:
    """Return what is to be compared; raises `ColumnsError` unless it is two to six councils, or bodies, each named once."""
    if councils and bodies:
        raise ColumnsError("councils and bodies were named together")
    names, by = (councils, By.COUNCIL) if councils else (bodies, By.BODY)
    if len(set(names)) < len(names):
        raise ColumnsError(f"one {by} was named twice")
    if not FEWEST <= len(names) <= MOST:
        raise ColumnsError(f"{len(names)} to compare")
    return Columns(by, tuple(names))


def compare(searcher: Searcher, question: str, columns: Columns, filters: Filters, day: date) -> Comparison:
    """Ask the same question of each column; the days, kinds and outcomes of `filters` hold for all of them.

    Raises what the question itself raises (`EmptyQueryError` and the like) and what `check_filters` raises for names not held.
    """
    asked = asked_of(searcher.archive, parse_query(question))
    # `council:A` in the question would make every other council's column read as silent
    if asked.councils if columns.by is By.COUNCIL else asked.bodies:
        raise ColumnsError(f"the question itself asks for one {columns.by} with {columns.by}:")
    within = _both(filters, asked)
    narrowed = [_narrowed(within, columns.by, name) for name in columns.names]
    for one in narrowed:
        check_filters(searcher.archive, one)
    answered = (_column(searcher, question, name, one, day) for name, one in zip(columns.names, narrowed, strict=True))
    return Comparison(fold(question), columns.by, tuple(answered))


def _both(filters: Filters, asked: Filters) -> Filters:
    """Return the filters and what operators of the question ask for as well: it is what is looked at, and is said to be."""
    return replace(
        asked,
        since=max((one.since for one in (filters, asked) if one.since), default=None),
        until=min((one.until for one in (filters, asked) if one.until), default=None),
        kinds=filters.kinds or asked.kinds,
        outcomes=filters.outcomes or asked.outcomes,
    )


def _narrowed(filters: Filters, by: By, name: str) -> Filters:
    """Return the filters of one column: that council or body, and no other."""
    return replace(filters, councils=(name,)) if by is By.COUNCIL else replace(filters, bodies=(name,))


def _column(searcher: Searcher, question: str, name: str, filters: Filters, day: date) -> Column:
    """Answer one column; what is wrong with the question is wrong in all of them, anything else in this one alone."""
    try:
        applied = apply(searcher, question, filters, (), day)
        return Column(name, applied, answer(searcher, question, applied.filters))
    except QuestionError:
        raise
    except ArchiveError as error:
        return Column(name, failure=error)
