"""Which matter does a question ask about, and how far does a passage speak to it?

Takes a `Query` and the days read from it, gives the words that name the matter, each weighed by how rare it is in the archive, and
measures passages by them: the share of the words that a passage or its title holds in its own words, and the share of the question's
neighbouring words that stand side by side. The name of the council or body says where, never what: it counts for nothing unless it
is printed in the minute itself, so that an item which only shares the place's name speaks to nothing. Reads no page.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

from index.passages import Chunk
from index.ports import Archive
from index.text import tokens
from search_api.evidence import token_weights
from search_api.places import Place
from search_api.query import Query

_ASKING = frozenset(
    tokens(
        "became become becoming came come idea plan planned question questions first last full since until between each every year"
        " years yearly month months story chronology trace evolve evolved gone went take taken taking end ended begin began start"
    )
)
"""Tokens that tell of time passing and of asking: what became of a plan, from first question to last. No matter is named by them."""

_NEAR = 3
"""Tokens apart at most: a compound counts as itself and its parts, so two words side by side may be three tokens apart."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """How far a passage speaks to a matter, each from 0 to 1: the words held, the words side by side, those in the title alone."""

    share: float
    together: float
    title: float

    @property
    def strength(self) -> float:
        """Return both shares added: names stand together, and one rare word of a long question may name the matter alone."""
        return self.share + self.together


SILENT = Spoken(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Matter:
    """The words that name a matter, in the question's order, each with its weight."""

    weights: Mapping[str, float]

    def spoken(self, place: Place, chunk: Chunk, words: Sequence[str]) -> Spoken:
        """Return how far a chunk speaks to the matter; `words` are its tokens, those of its context first (`Catalogue.tokens`)."""
        title = tokens(place.item.title or "")
        own = words[len(tokens(chunk.context)) :]
        held = {*own, *title}.intersection(self.weights)
        wanted = fsum(weight for token, weight in self.weights.items() if token in held or token not in _where(place))
        if not held or not wanted:
            return SILENT
        return Spoken(
            share=fsum(self.weights[token] for token in held) / wanted,
            together=max(self._together(own), self._together(title)),
            title=fsum(self.weights[token] for token in held.intersection(title)) / wanted,
        )

    def _together(self, words: Sequence[str]) -> float:
        """Return the weighted share of neighbouring words that stand side by side here."""
        pairs = list(pairwise(self.weights))
        if not pairs:
            return 0.0
        stand: dict[str, list[int]] = {}
        for at, token in enumerate(words):
            if token in self.weights:
                stand.setdefault(token, []).append(at)
        weights = [min(self.weights[one], self.weights[other]) for one, other in pairs]
        near = (_near(stand.get(one, ()), stand.get(other, ())) for one, other in pairs)
        return fsum(weight for weight, close in zip(weights, near, strict=True) if close) / (fsum(weights) or 1.0)


def matter_of(archive: Archive, query: Query, days: Iterable[str]) -> Matter:
    """Return the matter of a question; `days` are the words of it that were read as dates, which name no matter."""
    dated = {token for words in days for token in tokens(words)}
    weights = token_weights(archive.lexical, query, archive.manifest.counts.chunks)
    naming = {token: weight for token, weight in weights.items() if token not in dated and token not in _ASKING}
    return Matter(naming or weights)


def _where(place: Place) -> frozenset[str]:
    """Return the tokens that say whose meeting it was, stated or by the folder that the document lies in."""
    folder = place.document.path.partition("/")[0] if "/" in place.document.path else ""
    named = (place.meeting.council.value, place.meeting.body.value, folder)
    return frozenset(tokens(" ".join(name for name in named if name)))


def _near(first: Sequence[int], second: Sequence[int]) -> bool:
    return any(abs(at - other) <= _NEAR for at in first for other in second)
