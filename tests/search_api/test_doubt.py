"""How much is read before an item is called an answer, or not."""

from __future__ import annotations

import pytest

from index.embedding.hashing import HashingEmbedder
from index.passages import Filters
from index.word_vectors import WordVectors
from search_api.confidence import LEAST
from search_api.query import parse_query
from search_api.search import Searcher


class _Counting(HashingEmbedder):
    """Counts the passages it reads."""

    def __init__(self) -> None:
        super().__init__()
        self.read = 0

    def embed_passage_words(self, text: str, longest: int) -> WordVectors:
        self.read += 1
        return super().embed_passage_words(text, longest)


@pytest.fixture
def counting(searcher: Searcher) -> tuple[Searcher, _Counting]:
    """A searcher and the embedder that reads for it."""
    embedder = _Counting()
    return Searcher(searcher.archive, embedder, searcher.settings), embedder


@pytest.mark.parametrize(
    ("question", "passages"),
    [
        ("what was decided on a shared Chief Executive", 0),
        ("is the harbour bridge haunted by mermaids", 1),
        ("is the harbour bridge lit in winter", 2),
    ],
)
def test_a_passage_is_read_only_where_a_word_is_missing_and_a_second_only_where_the_first_leaves_doubt(
    counting: tuple[Searcher, _Counting], question: str, passages: int
) -> None:
    searcher, embedder = counting
    searcher.search(parse_query(question), Filters())
    assert embedder.read == passages


def test_what_is_no_answer_stays_none_however_much_is_read(counting: tuple[Searcher, _Counting]) -> None:
    searcher, _ = counting
    found = searcher.search(parse_query("who thanked the staff for the pension scheme"), Filters())
    assert found.confidence is not None
    assert found.confidence < LEAST
    assert found.weak
