"""Which matter does a question ask about, and how far does a passage speak to it?

Takes a `Query` and the days read from it, gives the words that name the matter, each weighed by how rare it is in the archive,
and measures passages by them: the share of the words that a passage or its title holds in its own words, and the share of the
question's neighbouring words that stand side by side. The name of an item's own council says where, never what: alone it counts
for nothing, so an item that only shares the place's name speaks to nothing, while "Marlsham Hub" says more than "hub". Reads no
page.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import fsum

from index.passages import Chunk
from index.ports import Archive
from index.text import STOP_WORDS
from index.text import tokens
from index.text import words
from search_api.evidence import token_weights
from search_api.places import Place
from search_api.query import Query

_ASKING = frozenset(
    tokens(
        "became become becoming came come idea plan planned question questions first last full since until between each every year"
        " years yearly month months story chronology trace evolve evolved gone went take taken taking end ended begin began start"
    )
)
"""Tokens that tell of time passing and of asking: what became of a plan, from first question to last. They name no matter."""

_PLACING = frozenset(("at", "in", "near", "outside", "beside"))

_OF_A_PLACE = 0.5
"""How much of its weight a word keeps that says where: a lane has drains and a bus shelter beside the skate park asked for."""

_NEAR = 3
"""Tokens apart at most: a compound counts as itself and its parts, so two words side by side may be three tokens apart."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """How far a passage speaks to a matter, each from 0 to 1: the words held, the words side by side, those in the title alone.

    `held` are the words themselves, those that say where included.
    """

    share: float
    together: float
    title: float
    held: frozenset[str] = frozenset()

    @property
    def strength(self) -> float:
        """Return both shares added: names stand together, and one rare word of a long question may name the matter alone."""
        return self.share + self.together


SILENT = Spoken(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Matter:
    """The words that name a matter, in the question's order, each with its weight."""

    weights: Mapping[str, float]

    def spoken(self, place: Place, chunk: Chunk, said: Sequence[str]) -> Spoken:
        """Return how far a chunk speaks to the matter; `said` are its tokens, those of its context first."""
        title = _tokens_of(place.item.title or "")
        own = said[len(_tokens_of(chunk.context)) :]
        held = {*own, *title}.intersection(self.weights)
        if not held:
            return SILENT
        return Spoken(
            share=self._share(place, held),
            together=max(self._together(own), self._together(title)),
            title=self.titled(place),
            held=frozenset(held),
        )

    def titled(self, place: Place) -> float:
        """Return the share of the words that the title of an item holds."""
        return self._share(place, _tokens_of(place.item.title or ""))

    def asks_of(self, best: Place, place: Place, spoken: Spoken) -> bool:
        """Return whether an item is of the council that the question names, or names it; it is the best item's, if any."""
        named = _where(best).intersection(self.weights)
        return named <= _where(place) | spoken.held

    def _share(self, place: Place, held: Iterable[str]) -> float:
        """Return the weighted share of the words that say what, not where, which are among these."""
        where = _where(place)
        what = {token: weight for token, weight in self.weights.items() if token not in where} or self.weights
        return fsum(what[token] for token in {*held}.intersection(what)) / (fsum(what.values()) or 1.0)

    def _together(self, said: Sequence[str]) -> float:
        """Return the weighted share of neighbouring words that stand side by side here."""
        pairs = list(pairwise(self.weights))
        if not pairs:
            return 0.0
        stand: dict[str, list[int]] = {}
        for at, token in enumerate(said):
            if token in self.weights:
                stand.setdefault(token, []).append(at)
        weights = [min(self.weights[one], self.weights[other]) for one, other in pairs]
        near = (_near(stand.get(one, ()), stand.get(other, ())) for one, other in pairs)
        return fsum(weight for weight, close in zip(weights, near, strict=True) if close) / (fsum(weights) or 1.0)


def matter_of(archive: Archive, query: Query, days: Iterable[str]) -> Matter:
    """Return the matter of a question; `days` are the words of it that were read as dates, which name no matter."""
    dated = {token for words in days for token in tokens(words)}
    weights = token_weights(archive.lexical, query, archive.manifest.counts.chunks)
    places = set(_places_named(query.text))
    naming = {
        token: weight * (_OF_A_PLACE if token in places else 1.0)
        for token, weight in weights.items()
        if token not in dated and token not in _ASKING
    }
    return Matter(naming or weights)


def _places_named(text: str) -> Iterable[str]:
    """Yield the tokens of what stands after "at" or "in", up to the next word that questions are made of."""
    placed = False
    for word in words(text):
        placed = word in _PLACING or (placed and word not in STOP_WORDS)
        if placed:
            yield from tokens(word)


def _where(place: Place) -> frozenset[str]:
    """Return the tokens that say whose minutes these are, stated or by the folder they lie in; a committee is named by its
    matter.
    """
    named = (place.meeting.council.value, folder_of(place))
    return frozenset(_tokens_of(" ".join(name for name in named if name)))


def folder_of(place: Place) -> str | None:
    """Return the first folder of the path to the document: a council's minutes lie together, also where they do not name it."""
    folder, stroke, _ = place.document.path.partition("/")
    return folder if stroke else None


@lru_cache(maxsize=4096)
def _tokens_of(text: str) -> tuple[str, ...]:
    """Return the tokens of a title, a context or a name, which are asked for passage after passage."""
    return tuple(tokens(text))


def _near(first: Sequence[int], second: Sequence[int]) -> bool:
    return any(abs(at - other) <= _NEAR for at in first for other in second)
