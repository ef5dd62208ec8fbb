"""People type "graveyard" where minutes print "cemetery"."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import search_api.everyday
from index.embedding.hashing import HashingEmbedder
from index.passages import Filters
from index.text import tokens
from search_api.candidates import Asked
from search_api.candidates import gather
from search_api.everyday import WORTH
from search_api.everyday import printed_for
from search_api.found import Mode
from search_api.query import parse_query
from search_api.search import Searcher
from search_api.settings import SearchSettings
from tests.search_api.conftest import Minutes
from tests.search_api.conftest import point
from tests.search_api.conftest import write_archive

LINES = (Path(search_api.everyday.__file__).parent / "everyday_words.txt").read_text(encoding="utf-8").splitlines()
QUESTION = parse_query("extend the graveyard")


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    """Minutes of two things that were extended, the cemetery second."""
    points = (
        point("1", "Yard", "That the works yard be extended by an acre."),
        point("2", "Cemetery", "That the cemetery be extended by an acre."),
    )
    archive = write_archive("memory:yards", (Minutes("a/minutes.txt", points),), rebuild=True)
    return Searcher(archive, HashingEmbedder(), SearchSettings())


def test_every_line_of_the_list_is_a_typed_word_and_the_printed_words_after_it() -> None:
    assert [line for line in LINES if not re.fullmatch(r"[a-z]+: [a-zé]+( [a-zé]+){0,5}", line)] == []
    assert [line for line in LINES if any(len(tokens(word)) != 1 for word in re.findall(r"\w+", line))] == []


def test_no_word_stands_twice_in_the_list() -> None:
    typed = Counter(line.partition(":")[0] for line in LINES)
    assert [word for word, times in typed.items() if times > 1] == []
    assert [line for line in LINES if len(set(line.split())) < len(line.split())] == []


def test_a_word_is_said_by_others_but_neither_by_itself_nor_by_another_word_of_the_question() -> None:
    (graveyard, cemetery, burial) = tokens("graveyard cemetery burial")
    assert {cemetery, burial} <= set(printed_for([graveyard])[graveyard])
    assert cemetery not in printed_for([graveyard, cemetery])[graveyard]
    assert all(
        word not in others for word, others in printed_for(tokens(" ".join(line.partition(":")[0] for line in LINES))).items()
    )


def test_what_has_no_everyday_word_is_left_alone() -> None:
    assert printed_for(tokens("Marlsham 71/19")) == {}


def test_an_item_that_says_it_in_the_words_of_minutes_comes_before_one_that_does_not(searcher: Searcher) -> None:
    found = searcher.search(QUESTION, Filters(), Mode.HYBRID)
    assert [hit.place.item.title for hit in found.hits] == ["Cemetery", "Yard"]


def test_the_word_of_the_minutes_counts_for_less_than_the_word_typed_and_is_not_taken_for_it(searcher: Searcher) -> None:
    pool = gather(searcher.archive, Asked(QUESTION, keyword=True, vector=None), None, 10)
    very = gather(searcher.archive, Asked(parse_query("extend the cemetery"), keyword=True, vector=None), None, 10)
    (graveyard, cemetery) = tokens("graveyard cemetery")
    assert set(pool.typed[graveyard].values()) == {0.0}
    assert max(pool.words[graveyard].values()) == pytest.approx(WORTH * max(very.words[cemetery].values()))
