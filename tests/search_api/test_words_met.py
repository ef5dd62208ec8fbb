from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies

from index.embedding.hashing import HashingEmbedder
from index.text import STOP_WORDS
from search_api.words_met import telling_text
from search_api.words_met import unsaid

EMBEDDER = HashingEmbedder()
WEIGHTS = {"christma": 4.0, "ice": 6.0, "rink": 8.0}


def _met(question: str, passage: str, held: set[str], weights: dict[str, float] | None = None) -> float | None:
    asked, said = EMBEDDER.embed_query_words(question), EMBEDDER.embed_passage_words(passage, 100)
    left = unsaid(question, asked, WEIGHTS if weights is None else weights, held)
    return None if left is None else left.met_by(said)


def test_where_the_item_holds_every_word_nothing_is_left_to_be_met() -> None:
    assert _met("Christmas ice rink", "trees", {"christma", "ice", "rink"}) == 1.0


def test_a_word_that_the_item_does_not_hold_is_met_by_the_passage_that_has_it_and_by_no_other() -> None:
    assert _met("Christmas ice rink", "an ice rink at Christmas", {"christma", "ice"}) == pytest.approx(1.0)
    far = _met("Christmas ice rink", "ice at Christmas", {"christma", "ice"})
    assert far is not None
    assert far < 0.5


def test_words_that_tell_nothing_are_not_looked_for() -> None:
    assert _met("was there a Christmas", "Christmas", {"christma"}) == _met("Christmas", "Christmas", {"christma"})


@pytest.mark.parametrize(("question", "passage"), [("was there", "Christmas"), ("Christmas", ""), ("", "")])
def test_nothing_to_compare_is_not_nought(question: str, passage: str) -> None:
    assert _met(question, passage, set()) is None


def test_of_a_passage_only_the_words_are_read_that_a_question_may_be_about() -> None:
    assert telling_text("The Clerk was asked to get a quote for the ice rink.") == "clerk asked get quote ice rink"
    assert telling_text("It is what it is.") == ""


@given(strategies.text(max_size=120))
def test_what_is_read_stands_in_the_passage_in_that_order(passage: str) -> None:
    told = telling_text(passage)
    assert not STOP_WORDS.intersection(told.split())
    assert telling_text(told) == told


@given(strategies.text(max_size=40), strategies.text(max_size=80))
def test_whatever_is_asked_the_number_is_a_cosine(question: str, passage: str) -> None:
    met = _met(question, passage, set(), dict.fromkeys(("a", "b", *question.lower().split()), 1.0))
    assert met is None or -1 - 1e-6 <= met <= 1 + 1e-6
