"""Which rows are worth a look, without walking over all of them?

A search of the embedding leg waits for memory: every row is walked over. So the rows are kept once more, rounded to 8 bits a
number, half of what the exact ones take. Rounding may put two rows the wrong way round, so nothing is answered from here: it gives
the rows that come first, and what no other row's product with the question exceeds (the inequality of Cauchy and Schwarz, with the
largest error that rounding made), so that whoever looks at the exact rows knows when they have looked at enough.

    coarse.faiss    the rounded rows, in the order of the exact ones
    coarse.json     how many steps of rounding go into 1, the largest error of a row and the longest rounded row

Takes vectors, gives positions of rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.errors import DamagedArchiveError
from index.errors import UnwritableArchiveError
from index.ports import Vectors

ROWS = "coarse.faiss"
FACTS = "coarse.json"

_MOST = 127
"""The largest number that 8 bits hold with its sign."""

_BATCH = 8192
_SLACK = 1e-5
"""More than single precision can be off by in a sum of a thousand products of unit vectors."""


def build(folder: Path, rows: faiss.Index, where: str) -> None:
    """Write the rows of an exact index rounded; raises `UnwritableArchiveError` naming the archive at `where`."""
    steps = _MOST / (max((float(np.abs(batch).max()) for batch in _batches(rows)), default=0.0) or 1.0)
    index = faiss.IndexScalarQuantizer(rows.d, faiss.ScalarQuantizer.QT_8bit_direct_signed, faiss.METRIC_INNER_PRODUCT)
    error = longest = 0.0
    for batch in _batches(rows):
        rounded = _rounded(batch, steps)
        index.add(rounded)
        error = max(error, _longest(batch - rounded / steps))
        longest = max(longest, _longest(rounded / steps))
    (folder / FACTS).write_text(json.dumps({"steps": steps, "error": error, "longest": longest}), encoding="utf-8")
    try:
        faiss.write_index(index, str(folder / ROWS))
    except RuntimeError as failure:
        raise UnwritableArchiveError(where, f"rounded vectors: {failure}") from failure


class CoarseRows:
    """The rounded rows of one folder, read through the page cache; raises `DamagedArchiveError` naming the archive at `where`."""

    def __init__(self, folder: Path, where: str) -> None:
        try:
            facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
            self._steps, self._error, self._longest = (float(facts[name]) for name in ("steps", "error", "longest"))
            self._rows = faiss.read_index(str(folder / ROWS), faiss.IO_FLAG_MMAP_IFC)
        except (RuntimeError, ValueError, TypeError, KeyError) as error:
            raise DamagedArchiveError(where, "its rounded vectors cannot be read") from error

    def first(
        self, question: NDArray[np.float32], wanted: int, selected: faiss.SearchParameters | None
    ) -> tuple[NDArray[np.int64], float]:
        """Return the `wanted` selected rows that come first (fewer where there are fewer), and what no other one exceeds."""
        steps = _MOST / (float(np.abs(question).max()) or 1.0)
        rounded = _rounded(question, steps)
        scores, found = self._rows.search(rounded[np.newaxis], wanted, params=selected)
        rows = found[0][found[0] >= 0]
        if len(rows) < wanted:
            return rows, -np.inf
        off = self._error * float(np.linalg.norm(question)) + self._longest * float(np.linalg.norm(question - rounded / steps))
        return rows, float(scores[0][-1]) / (steps * self._steps) + off + _SLACK


def _rounded(rows: NDArray[np.float32], steps: float) -> NDArray[np.float32]:
    """Return whole numbers, as the index keeps them."""
    rounded: NDArray[np.float32] = np.rint(rows * np.float32(steps))
    return rounded


def _batches(rows: faiss.Index) -> Iterator[Vectors]:
    for start in range(0, rows.ntotal, _BATCH):
        yield rows.reconstruct_n(start, min(_BATCH, rows.ntotal - start))


def _longest(rows: Vectors) -> float:
    return float(np.linalg.norm(rows, axis=1).max())
