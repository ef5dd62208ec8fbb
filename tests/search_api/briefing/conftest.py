"""A briefing over the invented archive, and ways to read each file back as a program or a person would."""

from __future__ import annotations

import datetime as dt

import pytest

from index.passages import Filters
from search_api.briefing.gathering import Briefing
from search_api.briefing.gathering import Order
from search_api.briefing.gathering import gather
from search_api.query import parse_query
from search_api.search import Searcher

MADE = dt.datetime(2026, 11, 22, 8, 30, tzinfo=dt.UTC)
QUESTIONS = (
    "what was decided on a shared Chief Executive",
    "who voted against the speed limit on Castle Street",
    "what was agreed on the signs on Castle Street",
    "mermaids in Kent",
    "harbour bridge since 2019",
)
TITLE = "Bridges & *streets*"


@pytest.fixture(scope="session")
def item_ids(searcher: Searcher) -> tuple[str, ...]:
    """The item with motions of every fate, and one without any decision."""
    asked = (parse_query(words) for words in ("harbour bridge", "yew tree by the church"))
    return tuple(searcher.search(query, Filters()).hits[0].place.item.id for query in asked)


@pytest.fixture(scope="session")
def order(item_ids: tuple[str, ...]) -> Order:
    return Order(TITLE, QUESTIONS, item_ids)


@pytest.fixture(scope="session")
def briefing(searcher: Searcher, order: Order) -> Briefing:
    return gather(searcher, order, MADE)
