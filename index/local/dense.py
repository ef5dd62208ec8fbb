"""Here is a vector: which chunks lie nearest?

The embedding leg as a flat FAISS index of half-precision rows: exact, nothing to train, and below 200,000 chunks quicker than
a question can be embedded (measured: 40,000 rows in 1.6 ms). Rows lie in ascending order of chunk id, so a selection becomes a
bitmap over positions. Takes and gives vectors and ids; never knows a word. The only file that imports faiss.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.errors import DamagedArchiveError
from index.errors import UnknownRecordError
from index.errors import UnwritableArchiveError
from index.local.ties import best
from index.passages import Ranking
from index.passages import Scored
from index.passages import Selection
from index.ports import Vectors

_BATCH = 8192

# One question is one row, and a second thread only gets in its way (measured: 1.6 ms with one, 11 ms with two on two busy
# cores); the API answers several questions at once on threads of its own.
faiss.omp_set_num_threads(1)


def build(path: Path, dimension: int, chunk_ids: Iterable[int], rows_of: Callable[[Sequence[int]], Vectors], where: str) -> None:
    """Write the index of these chunks, ids ascending; `rows_of` gives the vectors of a batch of them, one row each.

    Raises `UnwritableArchiveError` naming the archive at `where`.
    """
    rows = faiss.IndexScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    index = faiss.IndexIDMap2(rows)
    remaining = iter(chunk_ids)
    while batch := list(islice(remaining, _BATCH)):
        index.add_with_ids(np.ascontiguousarray(rows_of(batch), dtype=np.float32), np.array(batch, dtype=np.int64))
    try:
        faiss.write_index(index, str(path))
    except RuntimeError as error:
        raise UnwritableArchiveError(where, f"vectors: {error}") from error


class LocalDense:
    """A `DenseIndex` over one file, read through the page cache so that several processes share it."""

    def __init__(self, path: Path, where: str) -> None:
        try:
            index = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
        except RuntimeError as error:
            raise DamagedArchiveError(where, f"{path.name} cannot be read as vectors") from error
        if not isinstance(index, faiss.IndexIDMap2):
            raise DamagedArchiveError(where, f"{path.name} is another kind of index")
        # Kept whole: the rows belong to it and go when it goes.
        self._index = index
        self._rows = faiss.downcast_index(index.index)
        self._ids: NDArray[np.int64] = faiss.vector_to_array(index.id_map)

    def search(self, vector: NDArray[np.float32], k: int, within: Selection | None) -> Ranking:
        """Return the nearest chunks; allowed ids that are not here are passed over."""
        question = np.ascontiguousarray(vector, dtype=np.float32)[np.newaxis]
        if within is None:
            return best(lambda wanted: self._nearest(question, wanted, None), k, len(self._ids))
        positions = self._positions(np.array(within.chunk_ids, dtype=np.int64))
        positions = positions[positions >= 0]
        allowed = np.zeros(len(self._ids), dtype=bool)
        allowed[positions] = True
        bitmap = np.packbits(allowed, bitorder="little")
        return best(lambda wanted: self._nearest(question, wanted, bitmap), k, len(positions))

    def score(self, vector: NDArray[np.float32], chunk_ids: Sequence[int]) -> Mapping[int, float]:
        """Return each cosine; raises `UnknownRecordError`."""
        scores = self._cosines(vector, self.rows(chunk_ids))
        return dict(zip(chunk_ids, scores.tolist(), strict=True))

    def rows(self, chunk_ids: Sequence[int]) -> Vectors:
        """Return the stored vectors, one row an id, in order; raises `UnknownRecordError`."""
        positions = self._positions(np.array(chunk_ids, dtype=np.int64))
        for chunk_id, position in zip(chunk_ids, positions, strict=True):
            if position < 0:
                raise UnknownRecordError("chunk", chunk_id)
        return self._decoded(positions)

    def _nearest(self, question: Vectors, wanted: int, bitmap: NDArray[np.uint8] | None) -> list[Scored]:
        # faiss's own type stubs do not know the forms of these two that its documentation gives for Python.
        selector = None if bitmap is None else faiss.IDSelectorBitmap(bitmap)  # type: ignore[call-arg, arg-type]
        parameters = None if selector is None else faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        _, found = self._rows.search(question, wanted, params=parameters)
        positions = found[0][found[0] >= 0]
        # Scored again by the same sum as `score`, so that a chunk has one score however it was come by.
        scores = self._cosines(question[0], self._decoded(positions))
        return [Scored(*pair) for pair in zip(self._ids[positions].tolist(), scores.tolist(), strict=True)]

    def _positions(self, chunk_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        if not len(self._ids):
            return np.full(len(chunk_ids), -1, dtype=np.int64)
        positions = np.minimum(np.searchsorted(self._ids, chunk_ids), len(self._ids) - 1)
        return np.where(self._ids[positions] == chunk_ids, positions, -1)

    def _decoded(self, positions: NDArray[np.int64]) -> Vectors:
        if not len(positions):
            return np.zeros((0, self._rows.d), dtype=np.float32)
        rows: Vectors = self._rows.reconstruct_batch(positions)
        return rows

    @staticmethod
    def _cosines(vector: NDArray[np.float32], rows: Vectors) -> NDArray[np.float32]:
        # Row by row, not by BLAS: there the sum of a row depends on how many rows stand beside it, and equal texts would differ.
        cosines: NDArray[np.float32] = (rows * vector).sum(axis=1)
        return cosines
