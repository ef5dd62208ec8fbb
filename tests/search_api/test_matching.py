from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import pytest

from search_api.candidates import LegName
from search_api.features import Features
from search_api.matching import matching
from search_api.matching import outside

BOTH = frozenset(LegName)


def features(words: float = 1.0, nearness: float = 0.6, lexical: float = 4.0) -> Features:
    """What a candidate tells of itself; those that a judgement of confidence looks at are set, the others say nothing."""
    sure = {"nearness": nearness, "best passage": 0.9 * words, "share": words, "share of item": words, "telling words": 1.6}
    return defaultdict(float, {**sure, "lexical": lexical})


def found(scores: Mapping[str, float], told: Mapping[str, Features], exact: Mapping[str, int] | None = None) -> tuple[str, ...]:
    return matching(scores, list(scores), told, exact or dict.fromkeys(scores, 0), legs=BOTH)


def test_what_holds_as_many_words_as_the_best_matches_however_low_it_is_ranked() -> None:
    assert found({"a": 7.0, "b": 2.0, "c": 1.9}, {"a": features(), "b": features(), "c": features(0.4)}) == ("a", "b")


def test_what_is_ranked_near_the_best_matches_with_fewer_words() -> None:
    told = {"a": features(), "b": features(0.8), "c": features(0.8)}
    assert found({"a": 10.0, "b": 5.0, "c": 4.9}, told) == ("a", "b")


def test_what_could_not_answer_alone_does_not_match_by_its_rank() -> None:
    assert found({"a": 10.0, "b": 9.0}, {"a": features(), "b": features(0.1, nearness=0.1)}) == ("a",)


def test_where_even_the_best_is_no_answer_the_best_is_still_first() -> None:
    weak = {"a": features(0.1, nearness=0.1), "b": features(0.0, nearness=0.1)}
    assert found({"a": -1.0, "b": -1.5}, weak) == ("a",)


def test_what_holds_as_many_phrases_as_the_best_matches_and_nothing_else_does() -> None:
    told = dict.fromkeys("abc", features())
    assert found({"a": 3.0, "b": 2.9, "c": 0.1}, told, {"a": 1, "b": 0, "c": 1}) == ("a", "c")


@pytest.mark.parametrize(("leg", "matched"), [(LegName.LEXICAL, ("a", "b")), (LegName.DENSE, ("a", "c"))])
def test_one_leg_alone_is_asked_for_what_that_leg_says(leg: LegName, matched: tuple[str, ...]) -> None:
    told = {"a": features(), "b": features(nearness=0.1), "c": features(lexical=0.5)}
    assert matching(dict.fromkeys(told, 0.0), list(told), told, dict.fromkeys(told, 0), legs=frozenset({leg})) == matched


def test_nothing_found_matches_nothing() -> None:
    assert matching({}, [], {}, {}, legs=BOTH) == ()


FEATURES = {"a": features(), "b": features(0.1, nearness=0.1), "c": features(), "d": features()}
NONE_EXACT = dict.fromkeys("abcd", 0)


def test_what_lies_outside_matches_by_its_score_alone_and_keeps_its_order() -> None:
    scores = {"a": 10.0, "b": 8.0, "c": 4.9, "d": 5.0}
    assert outside(scores, "a", ("b", "c", "d"), FEATURES, NONE_EXACT, answers=True) == ("b", "d")


def test_where_the_best_answers_nothing_what_lies_outside_must_promise_an_answer_of_its_own() -> None:
    scores = {"a": 10.0, "b": 8.0, "c": 4.9, "d": 5.0}
    assert outside(scores, "a", ("b", "c", "d"), FEATURES, NONE_EXACT, answers=False) == ("c", "d")


def test_a_best_item_without_a_score_lets_nothing_from_outside_in() -> None:
    assert outside({"a": -1.0, "b": 8.0}, "a", ("b",), FEATURES, NONE_EXACT, answers=True) == ()


def test_what_lies_outside_must_hold_as_many_phrases_as_the_best() -> None:
    scores = {"a": 1.0, "b": 0.9, "c": 0.1}
    assert outside(scores, "a", ("b", "c"), FEATURES, {"a": 1, "b": 0, "c": 1}, answers=False) == ("c",)
