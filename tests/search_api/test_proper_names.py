"""Which words of a question are names, by their capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.proper_names import proper_names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("did Aldermere parish council object to the solar farm", ("Aldermere",)),
        ("quote accepted for resurfacing Tarnbrook tennis courts, and again in Tarnbrook", ("Tarnbrook",)),
        ("what was decided on a shared Chief Executive", ()),
        ("Grit bins: Who asked for more?", ()),
        ("what did Cllr Vane say in March", ()),
        ("Solar Farm Vote March 2007", ()),
        ("what did the RPZ cost", ()),
        ("who went to the French twin town", ()),
        ("", ()),
    ],
)
def test_a_capital_inside_a_sentence_shows_a_name(question: str, names: tuple[str, ...]) -> None:
    assert proper_names(question) == names


@given(st.text(max_size=80))
def test_names_are_words_of_the_question_each_once(question: str) -> None:
    names = proper_names(question)
    assert all(name in question for name in names)
    assert len(set(names)) == len(names)


@given(st.text(max_size=80))
def test_without_capitals_there_are_no_names(question: str) -> None:
    assert proper_names(question.lower()) == ()
