from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.evaluation.metrics import SetScore
from search_api.evaluation.metrics import discounted
from search_api.evaluation.metrics import gain
from search_api.evaluation.metrics import latency
from search_api.evaluation.metrics import mean
from search_api.evaluation.metrics import ndcg
from search_api.evaluation.metrics import paired_bootstrap
from search_api.evaluation.metrics import percentile
from search_api.evaluation.metrics import reciprocal_rank
from search_api.evaluation.metrics import share

GRADES = st.lists(st.integers(0, 3), min_size=1, max_size=8)
SCORES = st.lists(st.floats(0, 1), min_size=1, max_size=30)


def test_the_gain_of_a_grade_is_two_to_its_power_less_one() -> None:
    assert [gain(grade) for grade in range(4)] == [1 - 1, 2 - 1, 4 - 1, 8 - 1]


def test_a_gain_counts_less_the_further_down_it_stands() -> None:
    assert discounted([3, 0, 1]) == pytest.approx(3 / math.log2(2) + 0 / math.log2(3) + 1 / math.log2(4))


def test_ndcg_is_what_was_gained_over_what_could_be_gained() -> None:
    """Grade 1 stands first and grade 2 second, where the other way round would have been best."""
    expected = (1 / 1 + 3 / math.log2(3)) / (3 / 1 + 1 / math.log2(3))
    assert ndcg([gain(1), gain(2)], [gain(2), gain(1)], 10) == pytest.approx(expected)


def test_what_stands_below_the_cut_gains_nothing() -> None:
    assert ndcg([0, 0, gain(2)], [gain(2)], 2) == 0.0


def test_several_judgements_satisfied_by_one_result_never_give_more_than_one() -> None:
    assert ndcg([3 + 3], [3, 3], 10) == 1.0


def test_a_query_without_judged_answers_has_no_ndcg() -> None:
    assert ndcg([0], [0], 10) is None


def test_the_reciprocal_rank_is_nought_below_the_cut() -> None:
    assert [reciprocal_rank(rank, 10) for rank in (1, 4, 10, 11, None)] == [1, 1 / 4, 1 / 10, 0, 0]


def test_a_mean_leaves_out_what_was_not_measured() -> None:
    assert mean([1.0, None, 0.0, 0.5]) == pytest.approx((1.0 + 0.0 + 0.5) / 3)
    assert mean([None]) is None
    assert share(1, 0) is None


def test_a_percentile_lies_between_its_neighbours() -> None:
    assert percentile([10, 20, 30, 40], 0.5) == pytest.approx((20 + 30) / 2)
    assert percentile([10, 20], 0.95) == pytest.approx(10 + 0.95 * (20 - 10))
    assert percentile([], 0.5) is None


def test_latency_is_the_median_and_the_time_that_one_in_twenty_exceeds() -> None:
    assert latency([10, 20]) == {"p50 ms": pytest.approx(15), "p95 ms": pytest.approx(19.5)}
    assert latency([]) == {"p50 ms": None, "p95 ms": None}


def test_precision_recall_and_f1_of_a_set() -> None:
    found = SetScore(hits=6, predicted=8, expected=12)
    assert found.precision == pytest.approx(6 / 8)
    assert found.recall == pytest.approx(6 / 12)
    assert found.f1 == pytest.approx(2 * (6 / 8) * (6 / 12) / (6 / 8 + 6 / 12))


def test_nothing_found_where_nothing_is_has_no_f1() -> None:
    assert SetScore(0, 0, 0).f1 is None


def test_a_system_that_is_better_on_every_question_is_certainly_better() -> None:
    found = paired_bootstrap([0.5, 0.7, 0.9], [0.4, 0.6, 0.8])
    assert found is not None
    assert found.difference == pytest.approx((0.1 + 0.1 + 0.1) / 3)
    assert found.certain
    assert found.row() == {"gain": found.difference, "low": found.low, "high": found.high, "certain": 1}


def test_a_system_that_wins_one_and_loses_one_is_not_certainly_better() -> None:
    found = paired_bootstrap([1.0, 0.0], [0.0, 1.0])
    assert found is not None
    assert (found.difference, found.certain) == (0.0, False)
    assert found.low <= 0 <= found.high


def test_systems_asked_different_questions_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="shorter"):
        paired_bootstrap([1.0, 0.5], [1.0])
    assert paired_bootstrap([], []) is None


@given(GRADES)
def test_the_best_order_has_an_ndcg_of_one(grades: list[int]) -> None:
    gains = [gain(grade) for grade in grades]
    assert ndcg(sorted(gains, reverse=True), gains, 10) in (None, pytest.approx(1.0))


@given(GRADES, st.data())
def test_every_order_has_an_ndcg_between_nought_and_one(grades: list[int], data: st.DataObject) -> None:
    gains = [gain(grade) for grade in grades]
    found = ndcg(data.draw(st.permutations(gains)), gains, 3)
    assert found is None or 0 <= found <= 1


@given(SCORES)
def test_the_same_runs_always_give_the_same_interval(scores: list[float]) -> None:
    other = scores[::-1]
    assert paired_bootstrap(scores, other) == paired_bootstrap(scores, other)


@given(SCORES)
def test_a_system_compared_with_itself_differs_by_nothing(scores: list[float]) -> None:
    found = paired_bootstrap(scores, scores)
    assert found is not None
    assert (found.difference, found.low, found.high) == (0, 0, 0)
