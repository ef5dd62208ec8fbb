"""Every `DenseIndex`: exact cosine, selections, ties."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from index.embedding.hashing import HashingEmbedder
from index.errors import UnknownRecordError
from index.opening import begin_archive
from index.opening import open_archive
from index.passages import Ranking
from index.passages import Selection
from index.ports import DenseIndex
from index.ports import Deposit

Invent = Callable[..., Deposit]

EMBEDDER = HashingEmbedder()
COPIES = 40
"""More equal texts than any index asks for in one go."""


LONG = "The fence by the river was mended. " * 20 + "Ward {0} asked for a lamp. " + "The hall was painted green. " * 20
"""More words than one view holds."""


@pytest.fixture(scope="module")
def deposits(invent: Invent) -> list[Deposit]:
    different = [invent(f"{number}.pdf", f"The budget of ward {number}", f"Bins in ward {number}") for number in range(30)]
    equal = [invent(f"copy/{number}.pdf", "Apologies were received") for number in range(COPIES)]
    long = [invent(f"long/{number}.pdf", LONG.format(number)) for number in range(5)]
    return [*different, *equal, *long]


@pytest.fixture(scope="module")
def vectors(deposits: list[Deposit]) -> dict[int, np.ndarray]:
    """The views of each chunk, one matrix each."""
    return {chunk.id: matrix for deposit in deposits for chunk, matrix in zip(deposit.chunks, deposit.vectors, strict=True)}


@pytest.fixture(scope="module")
def dense(new_address: Callable[[], str], deposits: list[Deposit]) -> DenseIndex:
    address = new_address()
    writer = begin_archive(address, EMBEDDER.identity, "1")
    for deposit in deposits:
        writer.put(deposit)
    writer.commit("2024-01-02T03:04:05Z")
    return open_archive(address).dense


def found(ranking: Ranking) -> list[int]:
    return [scored.chunk_id for scored in ranking]


def test_a_score_is_the_cosine_of_the_nearest_view(dense: DenseIndex, vectors: dict[int, np.ndarray]) -> None:
    question = EMBEDDER.embed_query("the budget of ward 7")
    scores = dense.score(question, list(vectors))
    assert list(scores) == list(vectors)
    for chunk_id, matrix in vectors.items():
        assert scores[chunk_id] == pytest.approx(float((matrix @ question).max()), abs=1e-3)


def test_search_gives_the_nearest_best_first_with_the_scores_of_score(dense: DenseIndex, vectors: dict[int, np.ndarray]) -> None:
    question = EMBEDDER.embed_query("the budget of ward 7")
    ranking = dense.search(question, 12, None)
    scores = dense.score(question, list(vectors))
    assert found(ranking) == sorted(vectors, key=lambda chunk_id: (-scores[chunk_id], chunk_id))[:12]
    assert [scored.score for scored in ranking] == [scores[scored.chunk_id] for scored in ranking]


def test_equal_texts_are_ordered_by_id_also_where_the_list_is_cut(dense: DenseIndex, deposits: list[Deposit]) -> None:
    equal = sorted(deposit.chunks[0].id for deposit in deposits if deposit.document.path.startswith("copy/"))
    for k in (1, 3, COPIES):
        assert found(dense.search(EMBEDDER.embed_query("Apologies were received"), k, None)) == equal[:k]


def test_fewer_are_returned_when_fewer_are_allowed(dense: DenseIndex, vectors: dict[int, np.ndarray]) -> None:
    question = EMBEDDER.embed_query("bins")
    within = Selection(tuple(sorted(vectors)[5:8]))
    ranking = dense.search(question, 100, within)
    assert sorted(found(ranking)) == list(within.chunk_ids)
    assert {scored.chunk_id: scored.score for scored in ranking} == dense.score(question, within.chunk_ids)
    assert len(dense.search(question, 1000, None)) == len(vectors)
    assert dense.search(question, 0, None) == dense.search(question, 5, Selection(())) == ()


def test_a_matter_told_in_one_part_of_a_long_chunk_is_found_by_that_part(
    dense: DenseIndex, vectors: dict[int, np.ndarray], deposits: list[Deposit]
) -> None:
    long = [deposit.chunks[0].id for deposit in deposits if deposit.document.path.startswith("long/")]
    question = EMBEDDER.embed_query("Ward 3 asked for a lamp")
    ranking = dense.search(question, len(vectors), None)
    assert sorted(found(ranking)) == sorted(vectors)
    for chunk_id in long:
        whole, *parts = vectors[chunk_id]
        assert len(parts) > 1
        assert dense.score(question, [chunk_id])[chunk_id] > float(whole @ question)


def test_what_is_like_a_chunk_is_near_to_its_whole(dense: DenseIndex, vectors: dict[int, np.ndarray]) -> None:
    first, *others = vectors
    second = others[0]
    like = dense.like([first, second], list(vectors))
    assert like[first][0] == pytest.approx(1.0, abs=1e-3)
    for chunk_id in others:
        nearest = [float((vectors[chunk_id] @ vectors[leader][0]).max()) for leader in (first, second)]
        assert like[chunk_id] == pytest.approx(nearest, abs=2e-3)
    with pytest.raises(UnknownRecordError, match="chunk 7"):
        dense.like([7], [first])


def test_what_is_like_no_chunk_and_no_chunk_that_is_like_are_nothing(dense: DenseIndex, vectors: dict[int, np.ndarray]) -> None:
    first, *_ = vectors
    assert dense.like([], [first]) == {first: ()}
    assert dense.like([first], []) == {}


def test_a_selection_is_searched_exactly(dense: DenseIndex, vectors: dict[int, np.ndarray]) -> None:
    question = EMBEDDER.embed_query("the budget of ward 7")
    order = found(dense.search(question, 1000, None))
    within = Selection(tuple(sorted(vectors)[::3]))
    allowed = set(within.chunk_ids)
    assert found(dense.search(question, 10, within)) == [chunk_id for chunk_id in order if chunk_id in allowed][:10]


def test_an_id_that_is_not_here_is_passed_over_in_a_selection_and_named_in_a_score(
    dense: DenseIndex, vectors: dict[int, np.ndarray]
) -> None:
    question, known = EMBEDDER.embed_query("bins"), min(vectors)
    assert found(dense.search(question, 5, Selection((7, known)))) == [known]
    with pytest.raises(UnknownRecordError, match="chunk 7"):
        dense.score(question, [known, 7])
    assert dense.score(question, []) == {}
