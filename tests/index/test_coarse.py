"""Rounded rows say where to look, and the answer is the one that a walk over all exact rows gives."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from index.local.coarse import CoarseRows
from index.local.dense import LocalDense
from index.local.dense import build
from index.passages import Selection

WIDTH = 48
MANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def unit_rows(seed: int, count: int, spread: float) -> np.ndarray:
    """Return rows that lie about one another: the smaller the spread, the harder they are to tell apart when rounded."""
    random = np.random.default_rng(seed)
    rows = random.normal(size=WIDTH) + spread * random.normal(size=(count, WIDTH))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def built(folder: Path, rows: np.ndarray) -> tuple[LocalDense, LocalDense]:
    """Return the index of these rows, a chunk each, with its rounded rows and without."""
    folder.mkdir()
    build(folder / "dense", WIDTH, range(1, len(rows) + 1), lambda ids: [rows[[one - 1]] for one in ids], "here")
    return LocalDense(folder / "dense", "here", rounded=True), LocalDense(folder / "dense", "here", rounded=False)


@MANY
@given(
    seed=st.integers(0, 2**32 - 1), count=st.integers(1, 400), k=st.integers(1, 30), spread=st.sampled_from([1e-4, 1e-2, 0.3, 3.0])
)
def test_a_search_finds_what_a_walk_over_all_rows_finds(
    tmp_path_factory: pytest.TempPathFactory, seed: int, count: int, k: int, spread: float
) -> None:
    rows = unit_rows(seed, count + 1, spread)
    rounded, exact = built(tmp_path_factory.mktemp("rows") / "index", rows[1:])
    assert rounded.search(rows[0], k, None) == exact.search(rows[0], k, None)
    within = Selection(tuple(range(1, count + 1, 3)))
    assert rounded.search(rows[0], k, within) == exact.search(rows[0], k, within)


@MANY
@given(seed=st.integers(0, 2**32 - 1), wanted=st.integers(1, 60), spread=st.sampled_from([1e-3, 0.3, 3.0]))
def test_no_row_that_is_left_out_exceeds_what_is_said(
    tmp_path_factory: pytest.TempPathFactory, seed: int, wanted: int, spread: float
) -> None:
    rows = unit_rows(seed, 80, spread)
    folder = tmp_path_factory.mktemp("rows") / "index"
    built(folder, rows[1:])
    found, most = CoarseRows(folder, "here").first(rows[0], wanted, None)
    left = np.setdiff1d(np.arange(len(rows) - 1), found)
    assert len(found) == wanted
    assert len(np.unique(found)) == wanted
    assert float((rows[1:][left] @ rows[0]).max()) <= most


def test_where_all_rows_are_given_nothing_is_left_to_exceed_anything(tmp_path: Path) -> None:
    rows = unit_rows(1, 5, 0.3)
    built(tmp_path / "index", rows)
    found, most = CoarseRows(tmp_path / "index", "here").first(rows[0], 9, None)
    assert (sorted(found.tolist()), most) == ([0, 1, 2, 3, 4], -np.inf)


def test_an_index_of_no_rows_finds_nothing(tmp_path: Path) -> None:
    rounded, _ = built(tmp_path / "index", np.zeros((0, WIDTH), dtype=np.float32))
    assert rounded.search(unit_rows(1, 1, 1.0)[0], 3, None) == ()
