"""Here is a vector: which chunks lie nearest? Exact cosine over everything.

Takes vectors and ids, gives scores: a list where a real embedding leg has an index.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.memory.asking import look_up
from index.memory.asking import top
from index.memory.stored import Stored
from index.passages import Ranking
from index.passages import Selection


class MemoryDense:
    """A `DenseIndex` that multiplies everything."""

    def __init__(self, stored: Sequence[Stored]) -> None:
        self._views = {
            chunk.id: matrix for held in stored for chunk, matrix in zip(held.deposit.chunks, held.deposit.vectors, strict=True)
        }

    def search(self, vector: NDArray[np.float32], k: int, within: Selection | None) -> Ranking:
        """Return the nearest chunks; allowed ids that are not here are passed over."""
        ids = self._views if within is None else [chunk_id for chunk_id in within.chunk_ids if chunk_id in self._views]
        return top(self.score(vector, tuple(ids)), k)

    def score(self, vector: NDArray[np.float32], chunk_ids: Sequence[int]) -> Mapping[int, float]:
        """Return the cosine of each chunk's nearest view; raises `UnknownRecordError`."""
        matrices = look_up("chunk", self._views, chunk_ids)
        return {chunk_id: float((matrix * vector).sum(axis=1).max()) for chunk_id, matrix in zip(chunk_ids, matrices, strict=True)}

    def like(self, leaders: Sequence[int], chunk_ids: Sequence[int]) -> Mapping[int, tuple[float, ...]]:
        """Return the cosine of each chunk's nearest view to the whole of each leader; raises `UnknownRecordError`."""
        scored = [self.score(views[0], chunk_ids) for views in look_up("chunk", self._views, leaders)]
        return {chunk_id: tuple(scores[chunk_id] for scores in scored) for chunk_id in chunk_ids}
