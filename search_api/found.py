"""What did a search find?

The agenda items found, best first, with the passages of each that matched and what either leg says of them; how sure it is that the
best of them answers, which of them really match, and which do so outside of what was understood from the question. Plain values:
finds nothing itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.passages import Chunk
from index.passages import Filters
from search_api.candidates import LegName
from search_api.confidence import LEAST
from search_api.evidence import NO_EVIDENCE
from search_api.evidence import Evidence
from search_api.evidence import is_weak
from search_api.evidence import strongest
from search_api.ordering import Order
from search_api.places import Place
from search_api.query import Query


class Mode(StrEnum):
    """Which legs search: the keyword leg, the embedding leg, or both fused."""

    LEXICAL = "lexical"
    DENSE = "dense"
    HYBRID = "hybrid"


@dataclass(frozen=True, slots=True)
class ChunkHit:
    """A passage that matched. `score` is fused and means something within its ranking only; `evidence` stands on its own.

    A leg's score is `None` when that leg was not asked; `offered` says which legs had it among their candidates, `exact` which
    phrases and references it holds, as typed.
    """

    chunk: Chunk
    score: float
    lexical: float | None
    dense: float | None
    offered: tuple[LegName, ...]
    exact: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ItemHit:
    """An agenda item, its fused score, and the passages of it that matched, best first."""

    place: Place
    score: float
    chunks: tuple[ChunkHit, ...]
    lacking: float = 0.0
    """The part of the names asked for that it does not hold, by their weights."""

    @property
    def exact(self) -> tuple[str, ...]:
        """Return the phrases and references that the item holds, in whichever passages."""
        return tuple(dict.fromkeys(printed for hit in self.chunks for printed in hit.exact))

    @property
    def evidence(self) -> Evidence:
        """Return the strongest evidence among its passages."""
        return strongest(hit.evidence for hit in self.chunks)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: at most `k` items, and of how many. `weak` says that they are only the nearest there is."""

    query: Query
    filters: Filters
    mode: Mode
    hits: tuple[ItemHit, ...]
    total: int
    confidence: float | None = None
    """How sure it is that the best item answers (`confidence.py`); `None` where only one leg was asked or nothing was found."""
    matching: tuple[str, ...] = ()
    """The ids of the items that really match (`matching.py`), best first; those not listed are among them."""
    outside: tuple[str, ...] = ()
    """The ids of those that match as well but lie outside the filters, best first: they come after those within."""
    order: Order = Order.BEST
    evidence: Evidence = NO_EVIDENCE
    """That of the best item, which by date need not come first: the others were found to match less."""

    @property
    def weak(self) -> bool:
        """Return whether the evidence is too weak to call this an answer."""
        if self.confidence is None or self.evidence.exact or self.evidence.exact_only:
            return is_weak(self.evidence)
        return self.confidence < LEAST
