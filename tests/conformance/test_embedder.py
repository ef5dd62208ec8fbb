"""Every `Embedder`: unit rows in order, the same for the same text."""

from __future__ import annotations

import numpy as np
import pytest

from index.opening import open_embedder
from index.ports import Embedder

TEXTS = ["Apologies were received.", "The budget of the library", "", "Cllr O'Brien moved 71/19.", "🏛", "word " * 300]


@pytest.fixture(scope="module", params=["hashing", "all-MiniLM-L6-v2"])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    return open_embedder(str(request.param))


def test_it_says_which_model_it_is(embedder: Embedder) -> None:
    identity = embedder.identity
    assert identity.name in {"hashing", "all-MiniLM-L6-v2"}
    assert len(identity.weights) == 64
    assert identity.dimension == embedder.embed_query("budget").shape[0]


def test_passages_give_one_unit_row_each(embedder: Embedder) -> None:
    rows = embedder.embed_passages(TEXTS)
    assert rows.shape == (len(TEXTS), embedder.identity.dimension)
    assert rows.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_no_texts_give_an_empty_matrix(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, embedder.identity.dimension)


def test_a_question_is_one_unit_vector_in_the_space_of_the_passages(embedder: Embedder) -> None:
    question = embedder.embed_query(TEXTS[1])
    assert question.dtype == np.float32
    assert float(np.linalg.norm(question)) == pytest.approx(1, abs=1e-5)
    assert float(embedder.embed_passages(TEXTS)[1] @ question) == pytest.approx(1, abs=1e-3)


def test_the_same_texts_give_the_same_vectors(embedder: Embedder) -> None:
    np.testing.assert_array_equal(embedder.embed_passages(TEXTS), embedder.embed_passages(TEXTS))
    np.testing.assert_array_equal(embedder.embed_query("budget"), embedder.embed_query("budget"))


def test_rows_stand_in_the_order_of_the_texts_whatever_stands_beside_them(embedder: Embedder) -> None:
    rows = embedder.embed_passages([*TEXTS, *reversed(TEXTS)])
    np.testing.assert_array_equal(rows[: len(TEXTS)], rows[len(TEXTS) :][::-1])
    np.testing.assert_allclose(rows[: len(TEXTS)], embedder.embed_passages(TEXTS), atol=5e-3)
    for place, text in enumerate(TEXTS):
        assert float(embedder.embed_passages([text])[0] @ rows[place]) == pytest.approx(1, abs=1e-3)


def test_the_words_of_a_text_have_unit_rows_that_say_where_they_stand(embedder: Embedder) -> None:
    words = embedder.embed_passage_words("The budget of the library", 50)
    assert [(int(start), int(end)) for start, end in zip(words.starts, words.ends, strict=True)][1] == (4, 10)
    np.testing.assert_allclose(np.linalg.norm(words.vectors, axis=1), 1, atol=1e-5)
    assert words.of(4, 10).shape == (1, embedder.identity.dimension)
    assert len(words.of(10, 11)) == 0


def test_no_more_words_are_read_than_asked_for_and_a_text_without_words_has_none(embedder: Embedder) -> None:
    assert len(embedder.embed_passage_words("word " * 300, 20).starts) <= 20
    assert len(embedder.embed_passage_words("", 20).vectors) == 0
    assert len(embedder.embed_query_words("").vectors) == 0


def test_a_word_of_a_question_is_nearest_to_itself_in_a_passage(embedder: Embedder) -> None:
    asked, said = embedder.embed_query_words("library budget"), embedder.embed_passage_words("The budget of the library", 50)
    nearest = (asked.of(0, 7) @ said.vectors.T).argmax()
    assert (int(said.starts[nearest]), int(said.ends[nearest])) == (18, 25)
