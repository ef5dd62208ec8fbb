"""The vectors' index keeps to one thread for a search, and takes nothing from the model that shares its threads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import torch

from index.local.dense import LocalDense
from index.local.dense import build

THREADS = 3
SAID = (
    f"import torch; torch.set_num_threads({THREADS}); before = torch.get_num_threads();"  # asked for once, torch counts on it
    " import index.local.dense; print(before, torch.get_num_threads())"
)


def test_opening_the_index_leaves_the_model_all_its_threads() -> None:
    said = subprocess.run([sys.executable, "-c", SAID], capture_output=True, text=True, check=True)
    assert said.stdout.split() == [str(THREADS), str(THREADS)]


def test_a_search_leaves_the_model_all_its_threads(tmp_path: Path) -> None:
    rows = np.eye(4, dtype=np.float32)
    build(tmp_path / "vectors", 4, range(4), lambda ids: [rows[[one]] for one in ids], "here")
    before = torch.get_num_threads()
    torch.set_num_threads(THREADS)
    assert torch.get_num_threads() == THREADS
    try:
        found = LocalDense(tmp_path / "vectors", "here", rounded=True).search(rows[2], 1, None)
        left = torch.get_num_threads()
    finally:
        torch.set_num_threads(before)
    assert [one.chunk_id for one in found] == [2]
    assert left == THREADS
