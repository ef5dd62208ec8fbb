"""Here is a vector: which chunks lie nearest?

The embedding leg as a flat FAISS index of half-precision rows: exact, and nothing to train. Rows lie in ascending order of chunk
id, so a selection becomes a bitmap over positions. Rounded rows beside them (`coarse.py`) say which are worth a look: the answer is
that of a walk over all rows, in little more than half its time (138,402 rows: 6.5 ms instead of 11.5). Takes and gives vectors and
ids; never knows a word.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.errors import DamagedArchiveError
from index.errors import UnknownRecordError
from index.errors import UnwritableArchiveError
from index.local import coarse
from index.local.coarse import CoarseRows
from index.local.ties import best
from index.passages import Ranking
from index.passages import Scored
from index.passages import Selection
from index.ports import Vectors

_BATCH = 8192

_VIEWS = 4
"""Rows looked at to find one chunk: a long passage is whole and in three parts, and those of one passage often lie together. Of 249
questions 243 needed no more to know that no other chunk is nearer."""


def build(
    path: Path, dimension: int, chunk_ids: Iterable[int], views_of: Callable[[Sequence[int]], Sequence[Vectors]], where: str
) -> None:
    """Write the index of these chunks, ids ascending, and its rounded rows; `views_of` gives a matrix for each of a batch of them.

    Raises `UnwritableArchiveError` naming the archive at `where`.
    """
    rows = faiss.IndexScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    index = faiss.IndexIDMap2(rows)
    remaining = iter(chunk_ids)
    while batch := list(islice(remaining, _BATCH)):
        views = views_of(batch)
        ids = np.repeat(np.array(batch, dtype=np.int64), [len(matrix) for matrix in views])
        index.add_with_ids(np.ascontiguousarray(np.concatenate(views), dtype=np.float32), ids)
    try:
        faiss.write_index(index, str(path))
    except RuntimeError as error:
        raise UnwritableArchiveError(where, f"vectors: {error}") from error
    coarse.build(path.parent, rows, where)


class LocalDense:
    """A `DenseIndex` over one file, read through the page cache so that several processes share it.

    `rounded`: rounded rows lie beside it; otherwise every search walks over all of it.
    """

    def __init__(self, path: Path, where: str, *, rounded: bool) -> None:
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
        """The chunk of each row, ascending: the views of a chunk stand together."""
        self._held = len(np.unique(self._ids))
        self._coarse = CoarseRows(path.parent, where) if rounded else None
        self._last: tuple[tuple[int, ...], Vectors, NDArray[np.int64]] | None = None

    def search(self, vector: NDArray[np.float32], k: int, within: Selection | None) -> Ranking:
        """Return the nearest chunks; allowed ids that are not here are passed over."""
        question = np.ascontiguousarray(vector, dtype=np.float32)[np.newaxis]
        if within is None:
            return best(lambda wanted: self._nearest(question, wanted, None), k, self._held)
        first, after = self._places(within.chunk_ids)
        rows = _ranges(first, after)
        allowed = np.zeros(len(self._ids), dtype=bool)
        allowed[rows] = True
        return best(lambda wanted: self._nearest(question, wanted, allowed), k, int((after > first).sum()))

    def score(self, vector: NDArray[np.float32], chunk_ids: Sequence[int]) -> Mapping[int, float]:
        """Return the cosine of each chunk's nearest view; raises `UnknownRecordError`."""
        if not chunk_ids:
            return {}
        (cosines,) = self._nearest_views([vector], chunk_ids)
        return dict(zip(chunk_ids, cosines, strict=True))

    def like(self, leaders: Sequence[int], chunk_ids: Sequence[int]) -> Mapping[int, tuple[float, ...]]:
        """Return the cosine of each chunk's nearest view to the whole of each leader; raises `UnknownRecordError`."""
        if not leaders or not chunk_ids:
            return dict.fromkeys(chunk_ids, ())
        wholes = [views[0] for views in self.views(leaders)]
        return dict(zip(chunk_ids, zip(*self._nearest_views(wholes, chunk_ids), strict=True), strict=True))

    def views(self, chunk_ids: Sequence[int]) -> list[Vectors]:
        """Return the stored vectors, one matrix an id, in order; raises `UnknownRecordError`."""
        first, after = self._known(chunk_ids)
        rows = self._decoded(_ranges(first, after))
        return np.split(rows, np.cumsum(after - first)[:-1]) if chunk_ids else []

    def _nearest(self, question: Vectors, wanted: int, allowed: NDArray[np.bool_] | None) -> Sequence[Scored]:
        """Return the `wanted` nearest chunks (fewer where there are fewer), each by its nearest view, best first."""
        rows = len(self._ids) if allowed is None else int(allowed.sum())
        # faiss's own type stubs do not know the forms of these two that its documentation gives for Python.
        bitmap = None if allowed is None else np.packbits(allowed, bitorder="little")
        selector = None if bitmap is None else faiss.IDSelectorBitmap(bitmap)  # type: ignore[call-arg, arg-type]
        selected = None if selector is None else faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        looked = min(_VIEWS * wanted, rows)
        while True:
            found, unseen = self._first(question, looked, selected)
            nearest = self._by_chunk(question[0], found)[:wanted]
            if looked == rows or (len(nearest) == wanted and nearest[-1].score >= unseen):
                return nearest
            looked = min(2 * looked, rows)

    def _first(self, question: Vectors, wanted: int, selected: faiss.SearchParameters | None) -> tuple[NDArray[np.int64], float]:
        """Return the `wanted` selected rows that come first, and the cosine that no other one exceeds."""
        with _one_thread():
            if self._coarse is not None:
                return self._coarse.first(question[0], wanted, selected)
            scores, found = self._rows.search(question, wanted, params=selected)
        return found[0][found[0] >= 0], float(scores[0][-1])

    def _by_chunk(self, question: NDArray[np.float32], rows: NDArray[np.int64]) -> Sequence[Scored]:
        """Return the chunks of these rows, best first, by the same sum as `score` gives."""
        if not len(rows):
            return ()
        rows = np.sort(rows)
        chunk_ids, starts = np.unique(self._ids[rows], return_index=True)
        cosines = np.maximum.reduceat(self._cosines(question, self._decoded(rows)), starts)
        order = np.argsort(-cosines, kind="stable")
        return [Scored(*one) for one in zip(chunk_ids[order].tolist(), cosines[order].tolist(), strict=True)]

    def _nearest_views(self, vectors: Sequence[NDArray[np.float32]], chunk_ids: Sequence[int]) -> list[list[float]]:
        """Return a list a vector: the cosine of each chunk's nearest view."""
        rows, starts = self._all_views(tuple(chunk_ids))
        return [np.maximum.reduceat(self._cosines(vector, rows), starts).tolist() for vector in vectors]

    def _all_views(self, chunk_ids: tuple[int, ...]) -> tuple[Vectors, NDArray[np.int64]]:
        """Return the views of these chunks, and where those of each begin; those asked for last are kept, for they are asked again:
        the candidates of a question are likened to it, and then to the best of them.
        """
        last = self._last
        if last is None or last[0] != chunk_ids:
            first, after = self._known(chunk_ids)
            starts = np.concatenate([[0], np.cumsum(after - first)[:-1]])
            self._last = last = (chunk_ids, self._decoded(_ranges(first, after)), starts)
        return last[1], last[2]

    def _known(self, chunk_ids: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        first, after = self._places(chunk_ids)
        for chunk_id, rows in zip(chunk_ids, after - first, strict=True):
            if not rows:
                raise UnknownRecordError("chunk", chunk_id)
        return first, after

    def _places(self, chunk_ids: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the first row of each chunk and the one after its last, the same where it has none."""
        wanted = np.array(chunk_ids, dtype=np.int64)
        return np.searchsorted(self._ids, wanted, "left"), np.searchsorted(self._ids, wanted, "right")

    def _decoded(self, positions: NDArray[np.int64]) -> Vectors:
        if not len(positions):
            return np.zeros((0, self._rows.d), dtype=np.float32)
        with _one_thread():
            rows: Vectors = self._rows.reconstruct_batch(positions)
        return rows

    @staticmethod
    def _cosines(vector: NDArray[np.float32], rows: Vectors) -> NDArray[np.float32]:
        # Row by row, not by BLAS: there the sum of a row depends on how many rows stand beside it, and equal texts would differ.
        cosines: NDArray[np.float32] = np.einsum("ij,j->i", rows, vector)
        return cosines


@contextmanager
def _one_thread() -> Iterator[None]:
    """Keep faiss on one thread, for this long and no longer.

    One question is one row, and a second thread only gets in its way (measured: 1.6 ms with one, 11 ms with two on two busy cores).
    Said once for all, it held for the model too, which shares the library of threads: an ingest embedded on one core of two.
    """
    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


def _ranges(first: NDArray[np.int64], after: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return all the numbers from each first to before each after, in order."""
    lengths = after - first
    ends = np.cumsum(lengths)
    steps: NDArray[np.int64] = np.repeat(first - (ends - lengths), lengths)
    return steps + np.arange(len(steps))
