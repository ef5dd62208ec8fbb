"""Is what was found any evidence at all?

A ranking always has a first place, even for a question about mermaids, so a refusal needs an absolute measure. Two are taken of
the same passage: the share of the question's words that it holds, each weighted by how rare it is in the archive, and how near it
lies in meaning. Words scattered over several passages, or a likeness in tone alone, are no evidence. `is_weak` makes the refusal.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum
from math import log1p

from index.ports import LexicalIndex
from index.text import tokens

ASKING = frozenset(
    tokens(
        "decide decided decision decisions agree agreed agreement resolve resolved resolution approve approved pass"
        " passed carried vote votes voted voting motion motions proposal proposals propose proposed seconded councillor"
        " councillors cllr members committee council meeting meetings minutes record recorded happen happened say says"
        " said tell wording timeline history update updates much many long now get got want wanted ask asked exactly ever"
        " yet still did didnt does doesnt cant wont isnt wasnt whats"
    )
)
"""Tokens that say what kind of answer is wanted. Minutes need not use them, so they are no evidence either way."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well one passage speaks to the question.

    `share` (0 to 1) is the weight of the question's words that it holds, `cosine` how near it lies in meaning, `None` where the
    embedding leg was not asked. `exact`: it holds a phrase or reference asked for; `exact_only`: nothing else was asked for.
    """

    share: float
    cosine: float | None
    exact: bool = False
    exact_only: bool = False

    @property
    def strength(self) -> float:
        """Return both measures added: from 0 for nothing in common to about 1.8 for the question's own words."""
        return self.share + max(self.cosine or 0.0, 0.0)


NO_EVIDENCE = Evidence(0.0, None)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Below which evidence is weak: `strength` of both legs together, `share` where the keyword leg was asked alone.

    Too high refuses questions put in other words than the minutes use; too low answers "are there any mermaids in Limerick?"
    because Limerick is everywhere.
    """

    strength: float = 1.05
    share: float = 0.6


THRESHOLDS = Thresholds()


def is_weak(evidence: Evidence, thresholds: Thresholds = THRESHOLDS) -> bool:
    """Return whether the evidence is too weak to answer from."""
    if evidence.exact or evidence.exact_only:
        return not evidence.exact
    if evidence.cosine is None:
        return evidence.share < thresholds.share
    return evidence.strength < thresholds.strength


def strongest(passages: Iterable[Evidence]) -> Evidence:
    """Return the strongest evidence, exact matches before all others; the first among equals, and none where there is none."""
    return max(passages, key=lambda one: (one.exact, one.strength), default=NO_EVIDENCE)


def token_weights(lexical: LexicalIndex, asked: Sequence[str], chunks: int) -> Mapping[str, float]:
    """Return how much each token of a question tells, from the score of the chunk that it describes best.

    BM25 grows with the rarity of a token (Robertson and Zaragoza 2009), so the best score that a token reaches stands in for its
    inverse document frequency. A token found nowhere weighs as one that stands in no chunk of `chunks`: it tells the most. Of a
    compound such as 71/19 only the parts are weighed: the whole is a reference, which is found exactly or not at all.
    """
    nowhere = log1p((chunks + 0.5) / 0.5)
    simple = [token for token in asked if token.isalnum()] or asked
    telling = [token for token in simple if token not in ASKING] or simple
    best = {token: lexical.search([token], 1, None) for token in telling}
    return {token: ranking[0].score if ranking else nowhere for token, ranking in best.items()}


def held_shares(lexical: LexicalIndex, weights: Mapping[str, float], chunk_ids: Sequence[int]) -> Mapping[int, float]:
    """Return the weighted share of the tokens that each of these chunks holds, its context included."""
    total = fsum(weights.values())
    holding = {token: lexical.score([token], chunk_ids) for token in weights}
    return {
        chunk_id: fsum(weight for token, weight in weights.items() if holding[token][chunk_id] > 0) / total
        for chunk_id in chunk_ids
    }
