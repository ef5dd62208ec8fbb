"""May a slower reader reorder the best few?

The port of a second look: a `Reranker` is given the best passages with their words and gives them back in another order. It may
only reorder; `reordered` refuses a reply that adds or drops a passage. `NoReranker` is the default: no re-ranking model with
known weights can be had offline, so the fused order stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from search_api.errors import RerankError


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage on offer: its chunk id and the words that both legs indexed for it."""

    chunk_id: int
    words: str


class Reranker(Protocol):
    """Reorders the best passages of one question; the same input always gives the same order."""

    @property
    def depth(self) -> int:
        """How many passages it is given; 0 means none, and then their words are not read."""

    def rerank(self, question: str, candidates: Sequence[Candidate]) -> Sequence[int]:
        """Return the chunk ids of the candidates, best first, each once."""


class NoReranker:
    """Leaves the order as it is."""

    @property
    def depth(self) -> int:
        """Return 0: it reads nothing."""
        return 0

    def rerank(self, question: str, candidates: Sequence[Candidate]) -> Sequence[int]:
        """Return the candidates in the order given."""
        del question
        return [candidate.chunk_id for candidate in candidates]


def reordered(reranker: Reranker, question: str, candidates: Sequence[Candidate]) -> Sequence[int]:
    """Return the reranker's order of the candidates; raises `RerankError` when it did more than reorder."""
    order = reranker.rerank(question, candidates)
    if sorted(order) != sorted(candidate.chunk_id for candidate in candidates):
        raise RerankError(type(reranker).__name__)
    return order
