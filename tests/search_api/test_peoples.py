"""People type "Palestine" where a motion says "Palestinian"."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import search_api.peoples
from index.embedding.hashing import HashingEmbedder
from index.passages import Filters
from index.text import tokens
from search_api.answering import Answer
from search_api.answering import answer
from search_api.found import Mode
from search_api.highlight import marked
from search_api.peoples import named_otherwise
from search_api.query import parse_query
from search_api.search import Searcher
from search_api.settings import SearchSettings
from search_api.spelling import suggestion
from tests.search_api.conftest import Clause
from tests.search_api.conftest import Minutes
from tests.search_api.conftest import point
from tests.search_api.conftest import write_archive

LINES = (Path(search_api.peoples.__file__).parent / "peoples.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    """A motion on a people, beside one on a street whose name is spelled nearly like their country's."""
    points = (
        point("1", "Notice of motion", Clause("That the council call for an end to the seizing of Palestinian land.")),
        point("2", "Notice of motion", Clause("That the council write to the owner of Palestone House on the state of its land.")),
    )
    archive = write_archive("memory:peoples", (Minutes("a/minutes.txt", points),), rebuild=True)
    return Searcher(archive, HashingEmbedder(), SearchSettings())


def test_every_line_is_a_country_and_its_people_and_none_stands_twice() -> None:
    assert [line for line in LINES if not re.fullmatch(r"[a-z]+ [a-z]+", line)] == []
    words = [token for line in LINES for token in tokens(line)]
    assert len(words) == len(set(words)) == 2 * len(LINES)


def test_either_names_the_other_but_for_what_is_asked_for_itself() -> None:
    (country, people) = tokens("Palestine Palestinian")
    assert named_otherwise([country]) == {people: country}
    assert named_otherwise([people]) == {country: people}
    assert named_otherwise([country, people]) == named_otherwise(tokens("Irish Water")) == {}


@pytest.mark.parametrize("mode", Mode)
def test_a_country_is_found_by_its_people_in_every_mode(searcher: Searcher, mode: Mode) -> None:
    found = searcher.search(parse_query("Palestine"), Filters(), mode)
    assert found.hits[0].place.item.number == "1"


def test_a_question_on_a_country_is_answered_from_what_is_said_of_its_people(searcher: Searcher) -> None:
    given = answer(searcher, "was the motion on Palestine and its land carried", Filters())
    assert isinstance(given, Answer)
    assert ["Palestinian land" in one.citation.text for one in given.decisions] == [True]


def test_its_people_are_marked_and_no_other_word_is_offered(searcher: Searcher) -> None:
    text = "the seizing of Palestinian land"
    assert [text[start:end] for start, end in marked(text, tokens("Palestine"))] == ["Palestinian"]
    assert suggestion(searcher.archive, "land in Palestine") is None
    assert suggestion(searcher.archive, "Palestoni House") == "Palestone House"
