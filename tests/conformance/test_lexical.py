"""Every `LexicalIndex`: BM25 over tokens, phrases, selections."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from index.embedding.hashing import HashingEmbedder
from index.opening import begin_archive
from index.opening import open_archive
from index.passages import Chunk
from index.passages import Ranking
from index.passages import Selection
from index.passages import word_places
from index.ports import Deposit
from index.ports import LexicalIndex
from index.text import tokens

Invent = Callable[..., Deposit]

WORDS = {
    "leisure": "The leisure centre and the leisure pool",
    "centre": "The centre for leisure",
    "library": "The library budget of 71/19 was noted",
    "twice": "Apologies were received",
    "again": "Apologies were received",
    "third": "Apologies were received",
}


@pytest.fixture(scope="module")
def chunks(invent: Invent) -> dict[str, Chunk]:
    return {name: invent(f"{name}.pdf", words, council=None, body=None).chunks[0] for name, words in WORDS.items()}


@pytest.fixture(scope="module")
def lexical(new_address: Callable[[], str], invent: Invent) -> LexicalIndex:
    address = new_address()
    writer = begin_archive(address, HashingEmbedder().identity, "1")
    for name, words in WORDS.items():
        writer.put(invent(f"{name}.pdf", words, council=None, body=None))
    writer.commit("2024-01-02T03:04:05Z")
    return open_archive(address).lexical


def found(ranking: Ranking) -> list[int]:
    return [scored.chunk_id for scored in ranking]


def test_search_finds_the_chunks_that_hold_any_token(lexical: LexicalIndex, chunks: dict[str, Chunk]) -> None:
    ranking = lexical.search(tokens("leisure budget"), 10, None)
    assert set(found(ranking)) == {chunks[name].id for name in ("leisure", "centre", "library")}
    scores = [scored.score for scored in ranking]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)


def test_a_score_is_the_sum_that_bm25_says(lexical: LexicalIndex) -> None:
    """Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75: `budget` once in 9 tokens, in 1 of 6 chunks of 31 tokens in all."""
    length = len(tokens(WORDS["library"])) / (sum(len(tokens(words)) for words in WORDS.values()) / 6)
    expected = math.log(1 + (6 - 1 + 0.5) / (1 + 0.5)) * (1 * 2.2) / (1 + 1.2 * (0.25 + 0.75 * length))
    held = {1: word_places(["budget"], " ".join(tokens(WORDS["library"])))}
    assert lexical.weigh(["budget"], held) == {"budget": {1: pytest.approx(expected, rel=1e-5)}}


def test_equal_scores_are_ordered_by_id_also_where_the_list_is_cut(lexical: LexicalIndex, chunks: dict[str, Chunk]) -> None:
    equal = sorted(chunks[name].id for name in ("twice", "again", "third"))
    for k in (1, 2, 3, 10):
        assert found(lexical.search(tokens("apologies"), k, None)) == equal[:k]


def test_no_more_than_k_are_returned(lexical: LexicalIndex) -> None:
    assert len(lexical.search(tokens("the"), 2, None)) == 2
    assert lexical.search(tokens("the"), 0, None) == ()


def test_a_selection_limits_the_search_and_leaves_the_scores(lexical: LexicalIndex, chunks: dict[str, Chunk]) -> None:
    everywhere = {scored.chunk_id: scored.score for scored in lexical.search(tokens("the leisure centre"), 10, None)}
    within = Selection(tuple(sorted([chunks["centre"].id, chunks["twice"].id])))
    assert {scored.chunk_id: scored.score for scored in lexical.search(tokens("the leisure centre"), 10, within)} == {
        chunks["centre"].id: everywhere[chunks["centre"].id]
    }
    assert lexical.search(tokens("the"), 10, Selection(())) == ()


def test_a_repeated_token_counts_twice(lexical: LexicalIndex, chunks: dict[str, Chunk]) -> None:
    one, two = lexical.search(["budget"], 1, None)[0], lexical.search(["budget", "budget"], 1, None)[0]
    assert two.score == pytest.approx(2 * one.score, rel=1e-6)
    assert one.chunk_id == two.chunk_id == chunks["library"].id


@pytest.mark.parametrize(
    "unknown",
    [["zzz"], [""], ["a b"], ["*"], ["words:x"], ["id:1"], ["(" * 5000], ["x" * 70_000], ["\x00"], ["🏛"], ["budget OR the"]],
)
def test_unknown_words_are_never_an_error_and_never_syntax(lexical: LexicalIndex, unknown: list[str]) -> None:
    assert lexical.search(unknown, 5, None) == ()
    assert lexical.phrase(unknown * 2, 5, None) == ()
    assert lexical.search([*unknown, "budget"], 5, None) == lexical.search(["budget"], 5, None)


def test_no_tokens_find_nothing(lexical: LexicalIndex, chunks: dict[str, Chunk]) -> None:
    identifier = chunks["library"].id
    assert lexical.search([], 5, None) == lexical.phrase([], 5, None) == ()
    assert lexical.weigh([], {identifier: word_places([], "budget")}) == {}


def test_a_phrase_is_all_tokens_one_after_the_other(lexical: LexicalIndex, chunks: dict[str, Chunk]) -> None:
    assert found(lexical.phrase(tokens("leisure centre"), 5, None)) == [chunks["leisure"].id]
    assert found(lexical.phrase(tokens("centre for leisure"), 5, None)) == [chunks["centre"].id]
    assert lexical.phrase(tokens("centre leisure"), 5, None) == ()
    assert found(lexical.phrase(tokens("71/19"), 5, None)) == [chunks["library"].id]
    assert lexical.phrase(tokens("leisure centre"), 5, Selection((chunks["centre"].id,))) == ()


def test_a_phrase_of_one_token_is_that_token(lexical: LexicalIndex) -> None:
    assert lexical.phrase(["leisur"], 5, None) == lexical.search(["leisur"], 5, None)


def test_equal_phrases_are_ordered_by_id(lexical: LexicalIndex, chunks: dict[str, Chunk]) -> None:
    equal = sorted(chunks[name].id for name in ("twice", "again", "third"))
    assert found(lexical.phrase(tokens("apologies were received"), 2, None)) == equal[:2]


@pytest.mark.parametrize("question", ["leisure budget", "apologies", "the library", "leisure zzz"])
def test_what_the_tokens_are_worth_comes_to_the_score_of_the_search(
    lexical: LexicalIndex, chunks: dict[str, Chunk], question: str
) -> None:
    texts = {chunks[name].id: word_places(tokens(question), " ".join(tokens(words))) for name, words in WORDS.items()}
    worth = lexical.weigh(tokens(question), texts)
    assert all(scores.keys() == texts.keys() for scores in worth.values())
    scores = {chunk_id: sum(worth[token][chunk_id] for token in tokens(question)) for chunk_id in texts}
    expected = {scored.chunk_id: pytest.approx(scored.score, rel=1e-5) for scored in lexical.search(tokens(question), 10, None)}
    assert {chunk_id: score for chunk_id, score in scores.items() if score} == expected


def test_no_texts_have_no_worth(lexical: LexicalIndex) -> None:
    assert lexical.weigh(["budget", "zzz"], {}) == {"budget": {}, "zzz": {}}


def test_frequencies_count_the_chunks_that_hold_a_token(lexical: LexicalIndex) -> None:
    """A token that stands twice in one chunk counts once."""
    assert lexical.frequencies(["leisur", "the", "apolog", "zzz", "", "x" * 70_000]) == {
        "leisur": 2,
        "the": 3,
        "apolog": 3,
        "zzz": 0,
        "": 0,
        "x" * 70_000: 0,
    }
    assert lexical.frequencies([]) == {}


def test_an_id_that_is_not_here_is_passed_over(lexical: LexicalIndex, chunks: dict[str, Chunk]) -> None:
    within = Selection((7, chunks["library"].id))
    assert found(lexical.search(["budget"], 5, within)) == [chunks["library"].id]
