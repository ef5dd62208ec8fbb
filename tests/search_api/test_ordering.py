from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from search_api.ordering import Order
from search_api.ordering import ordered

DAYS = {"d": date(2019, 5, 1), "a": date(2021, 5, 1), "c": date(2019, 5, 1), "b": None, "e": None}


def test_best_first_is_as_ranked() -> None:
    assert ordered(["d", "a", "b"], DAYS, Order.BEST) == ("d", "a", "b")


def test_by_date_items_of_one_day_come_by_id_and_undated_ones_last() -> None:
    assert ordered(["e", "d", "a", "b", "c"], DAYS, Order.NEWEST) == ("a", "c", "d", "b", "e")
    assert ordered(["e", "d", "a", "b", "c"], DAYS, Order.OLDEST) == ("c", "d", "a", "b", "e")


@given(st.permutations(list(DAYS)), st.sampled_from([Order.NEWEST, Order.OLDEST]))
def test_by_date_the_ranking_makes_no_difference(ranked: list[str], order: Order) -> None:
    assert ordered(ranked, DAYS, order) == ordered(sorted(DAYS), DAYS, order)
