"""The stand-in without weights."""

from __future__ import annotations

import pytest

from index.embedding.hashing import HashingEmbedder

EMBEDDER = HashingEmbedder()


def test_texts_that_share_words_lie_nearer_than_texts_that_do_not() -> None:
    question = EMBEDDER.embed_query("the budget of the library")
    shared, other = EMBEDDER.embed_passages(["The library budget was noted", "Bins are emptied on Mondays"])
    assert float(shared @ question) > 0.5 > float(other @ question)


def test_forms_of_a_word_are_one_word() -> None:
    assert float(EMBEDDER.embed_query("councils") @ EMBEDDER.embed_query("Council")) == pytest.approx(1)


def test_vectors_are_the_same_on_every_machine() -> None:
    """Archives of the first format were written with these vectors."""
    vector = EMBEDDER.embed_query("budget")
    assert vector.nonzero()[0].tolist() == [16, 31, 168, 218]
    assert EMBEDDER.identity.weights == "f20589e4f46241cbdebca6e21dffd2623bc7768c1ec72dd54a7740a52c906e75"
