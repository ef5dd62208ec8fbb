"""Fusion is arithmetic: each sum is written out."""

from __future__ import annotations

from itertools import pairwise
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.fusion import Leg
from search_api.fusion import fuse
from search_api.fusion import fuse_ranks

_SCORES = st.dictionaries(st.integers(1, 12), st.floats(-1e6, 1e6), max_size=12)
_WEIGHT = st.sampled_from([0.1, 0.25, 0.45, 0.5, 0.75])


def test_each_leg_is_calibrated_by_its_own_mean_and_deviation_and_then_weighted() -> None:
    """Lexical 4, 2, 0: mean 2, deviation sqrt((4 + 0 + 4) / 3). Dense 0.5, 0.8, 0.5: mean 0.6, deviation sqrt(0.06 / 3)."""
    lexical = {1: 4.0, 2: 2.0, 3: 0.0}
    dense = {1: 0.5, 2: 0.8, 3: 0.5}
    found = dict(fuse([Leg(lexical, 0.55), Leg(dense, 0.45)]))
    assert found[1] == pytest.approx(0.55 * (4 - 2) / sqrt(8 / 3) + 0.45 * (0.5 - 0.6) / sqrt(0.06 / 3))
    assert found[2] == pytest.approx(0.55 * (2 - 2) / sqrt(8 / 3) + 0.45 * (0.8 - 0.6) / sqrt(0.06 / 3))
    assert found[3] == pytest.approx(0.55 * (0 - 2) / sqrt(8 / 3) + 0.45 * (0.5 - 0.6) / sqrt(0.06 / 3))
    assert list(found) == [2, 1, 3]


def test_a_candidate_that_a_leg_does_not_know_counts_as_its_lowest() -> None:
    known = fuse([Leg({1: 3.0, 2: 1.0, 3: 1.0}, 0.5), Leg({1: 0.2, 2: 0.4, 3: 0.6}, 0.5)])
    assert fuse([Leg({1: 3.0, 2: 1.0}, 0.5), Leg({1: 0.2, 2: 0.4, 3: 0.6}, 0.5)]) == known


def test_one_candidate_alone_scores_nothing() -> None:
    assert fuse([Leg({7: 12.5}, 0.55), Leg({7: 0.9}, 0.45)]) == {7: 0.0}


def test_equal_scores_tell_nothing_and_ties_go_by_id() -> None:
    assert list(fuse([Leg({9: 0.3, 4: 0.3, 6: 0.3}, 1.0)]).items()) == [(4, 0.0), (6, 0.0), (9, 0.0)]
    assert list(fuse([Leg({"b": 1.0, "a": 1.0}, 1.0)])) == ["a", "b"]


def test_no_legs_and_empty_legs_give_an_empty_ranking() -> None:
    nothing: list[Leg[int]] = []
    assert fuse(nothing) == fuse([*nothing, Leg({}, 0.5), Leg({}, 0.5)]) == {}


def test_reciprocal_rank_fusion_counts_ranks_from_one() -> None:
    assert dict(fuse_ranks([[1, 2, 3], [3, 1]])) == pytest.approx(
        {1: 1 / (60 + 1) + 1 / (60 + 2), 3: 1 / (60 + 3) + 1 / (60 + 1), 2: 1 / (60 + 2)}
    )


def test_reciprocal_rank_fusion_breaks_ties_by_id() -> None:
    assert list(fuse_ranks([[5], [2]])) == [2, 5]


@given(_SCORES, _SCORES, _WEIGHT)
def test_which_leg_comes_first_changes_nothing(lexical: dict[int, float], dense: dict[int, float], weight: float) -> None:
    one, other = Leg(lexical, 1 - weight), Leg(dense, weight)
    assert list(fuse([one, other]).items()) == list(fuse([other, one]).items())


@given(_SCORES, _WEIGHT)
def test_adding_an_absent_leg_changes_nothing(scores: dict[int, float], weight: float) -> None:
    alone = fuse([Leg(scores, weight)])
    assert fuse([Leg(scores, weight), Leg({}, 0.5)]) == alone
    assert fuse([Leg(scores, weight), Leg(dict.fromkeys(scores, 3.0), 0.0)]) == alone


@given(_SCORES)
def test_one_leg_alone_keeps_its_own_order(scores: dict[int, float]) -> None:
    order = list(fuse([Leg(scores, 0.45)]))
    assert sorted(order) == sorted(scores)
    found = [scores[chunk_id] for chunk_id in order]
    # scores nearer to each other than rounding can tell apart may come in the order of their ids
    assert all(first >= second - 1e-6 for first, second in pairwise(found))
