"""A deputy mayor is no mayor, unless a deputy is asked for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.embedding.hashing import HashingEmbedder
from index.passages import Filters
from index.text import tokens
from index.word_vectors import WordVectors
from search_api.deputies import asks_for_an_office
from search_api.deputies import deputised
from search_api.deputies import without_deputies
from search_api.found import Mode
from search_api.query import parse_query
from search_api.search import Searcher
from search_api.settings import SearchSettings
from tests.search_api.conftest import Minutes
from tests.search_api.conftest import point
from tests.search_api.conftest import write_archive

WORDS = st.lists(st.sampled_from(tokens("the deputy vice assistant lord mayor chair chief executive leader budget collins")))


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    """A deputy mayor elected twice over, and a mayor once."""
    points = (
        point("1", "Election of Deputy Mayor", "That Councillor Oak be elected Deputy Mayor for the year."),
        point("2", "Civic year", "That Councillor Elm be elected Mayor for the year."),
    )
    archive = write_archive("memory:mayors", (Minutes("a/minutes.txt", points),), rebuild=True)
    return Searcher(archive, HashingEmbedder(), SearchSettings())


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("the Deputy Chief Executive reported", "the Deputy reported"),
        ("the Mayor and the Deputy Lord Mayor", "the Mayor and the Deputy"),
        ("Vice Chairman in the chair", "Vice in the chair"),
        ("Deputy Collins asked the Mayor", "Deputy Collins asked the Mayor"),
    ],
)
def test_the_office_in_a_deputys_title_is_not_said(said: str, left: str) -> None:
    assert list(without_deputies(tokens(said))) == list(tokens(left))


@given(WORDS)
def test_what_is_left_stood_there_in_that_order_and_says_no_office_after_a_deputy(said: list[str]) -> None:
    left = list(without_deputies(said))
    rest = iter(said)
    assert all(token in rest for token in left)
    assert list(without_deputies(left)) == left


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Apologies: Deputy Chief Executive, Vice-Chairman", ["Chief Executive", "Chairman"]),
        ("the Deputy Lord Mayor and the Lord Mayor", ["Lord Mayor"]),
        ("Deputy Collins and the Leader", []),
    ],
)
def test_the_office_in_a_deputys_title_is_found_in_a_text(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in deputised(text)] == found


def test_who_asks_for_a_deputy_is_asking_for_no_office() -> None:
    assert asks_for_an_office(tokens("who was elected mayor"))
    assert not asks_for_an_office(tokens("who was elected deputy mayor"))
    assert not asks_for_an_office(tokens("who was elected"))


@pytest.mark.parametrize(
    ("question", "first"), [("who was elected mayor for the year", "2"), ("who was elected deputy mayor for the year", "1")]
)
def test_an_election_of_a_deputy_comes_after_that_of_the_office_asked_for(question: str, first: str, searcher: Searcher) -> None:
    found = searcher.search(parse_query(question), Filters(), Mode.HYBRID)
    assert found.hits[0].place.item.number == first


def test_words_are_left_out_where_they_stand() -> None:
    said = WordVectors(np.array([0, 7, 13]), np.array([6, 12, 20]), np.eye(3, dtype=np.float32))
    left = said.without([(7, 12)])
    assert (left.starts.tolist(), left.ends.tolist()) == ([0, 13], [6, 20])
    np.testing.assert_array_equal(left.vectors, np.eye(3, dtype=np.float32)[[0, 2]])
    assert said.without([]).starts.tolist() == [0, 7, 13]
