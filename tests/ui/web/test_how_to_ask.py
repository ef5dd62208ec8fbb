"""What the fold says of operators is what the API reads."""

from __future__ import annotations

import pytest

from index.passages import Filters
from search_api.query import parse_query
from ui.web.how_to_ask import OPERATORS
from ui.web.how_to_ask import how_to_ask


@pytest.mark.parametrize("typed", [typed for typed, _ in OPERATORS])
def test_every_example_is_read_as_more_than_plain_words(typed: str) -> None:
    query = parse_query(f"grit {typed}")
    assert query.asked != Filters() or query.exact or query.excluded or query.alternatives


def test_the_fold_lists_every_operator() -> None:
    html = how_to_ask()
    assert html.count("<dt>") == len(OPERATORS)
