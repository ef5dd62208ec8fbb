from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies

from index.embedding.hashing import HashingEmbedder
from search_api.words_met import Met
from search_api.words_met import words_met

EMBEDDER = HashingEmbedder()
WEIGHTS = {"christma": 4.0, "ice": 6.0, "rink": 8.0}


def _met(question: str, passage: str, held: set[str], weights: dict[str, float] | None = None) -> Met | None:
    asked, said = EMBEDDER.embed_query_words(question), EMBEDDER.embed_passage_words(passage, 100)
    return words_met(question, asked, WEIGHTS if weights is None else weights, held, said)


def test_words_that_are_all_said_are_all_met() -> None:
    met = _met("Christmas ice rink", "an ice rink at Christmas", {"christma", "ice", "rink"})
    assert met is not None
    assert (met.all, met.unsaid) == pytest.approx((1.0, 1.0))


def test_one_word_that_nothing_comes_near_pulls_the_whole_down() -> None:
    met = _met("Christmas ice rink", "ice at Christmas", {"christma", "ice"})
    assert met is not None
    assert met.all < 0.6
    assert met.unsaid < 0.5


def test_words_that_tell_nothing_are_not_looked_for() -> None:
    assert _met("was there a Christmas", "Christmas", {"christma"}) == _met("Christmas", "Christmas", {"christma"})


@pytest.mark.parametrize(("question", "passage"), [("was there", "Christmas"), ("Christmas", ""), ("", "")])
def test_nothing_to_compare_is_not_nought(question: str, passage: str) -> None:
    assert _met(question, passage, set()) is None


@given(strategies.text(max_size=40), strategies.text(max_size=80))
def test_whatever_is_asked_the_numbers_lie_between_nought_and_one(question: str, passage: str) -> None:
    met = _met(question, passage, set(), dict.fromkeys(("a", "b", *question.lower().split()), 1.0))
    assert met is None or (0 < met.all <= 1 + 1e-6 and -1 <= met.unsaid <= 1 + 1e-6)
