from __future__ import annotations

import pytest

from search_api.typed_operators import TypedOperator
from search_api.typed_operators import typed_operators


def test_plain_words_hold_no_operator() -> None:
    assert typed_operators("what was agreed at 10:30 on 15-20 houses") == ()


def test_each_operator_is_given_with_its_words_and_the_question_without_it() -> None:
    assert typed_operators('grit  body:"Full Council" -salt 2015..2018') == (
        TypedOperator("body", "Full Council", 'body:"Full Council"', "grit -salt 2015..2018"),
        TypedOperator("excluded", "salt", "-salt", 'grit body:"Full Council" 2015..2018'),
        TypedOperator("date", "2015..2018", "2015..2018", 'grit body:"Full Council" -salt'),
    )


def test_a_phrase_loses_its_marks_and_keeps_its_words() -> None:
    assert typed_operators('the "harbour bridge" again') == (
        TypedOperator("phrase", "harbour bridge", '"harbour bridge"', "the harbour bridge again"),
    )


def test_what_is_joined_by_or_stays_as_typed() -> None:
    assert typed_operators('"swimming pool" OR baths') == ()


@pytest.mark.parametrize(
    ("typed", "name"), [("by:keller", "by"), ("council:x", "council"), ("outcome:lost", "outcome"), ("KIND:minutes", "kind")]
)
def test_operators_are_named_as_they_are_typed_in_lower_case(typed: str, name: str) -> None:
    (found,) = typed_operators(f"grit {typed}")
    assert (found.name, found.words, found.rest) == (name, typed, "grit")
