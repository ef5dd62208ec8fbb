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
    """Return how much each token of a question tells: its inverse document frequency among the archive's `chunks`, as in BM25.

    Robertson and Zaragoza 2009, equation 3.3, with 1 added inside the logarithm so that nothing weighs less than nothing. Tokens
    that only say what kind of answer is wanted weigh nothing where others are left. Of a compound such as 71/19 only the parts
    are weighed: the whole is a reference, which is found exactly or not at all.
    """
    simple = [token for token in asked if token.isalnum()] or asked
    telling = [token for token in simple if token not in ASKING] or simple
    standing = lexical.frequencies(telling)
    return {token: log1p((chunks - standing[token] + 0.5) / (standing[token] + 0.5)) for token in telling}


def held_shares(
    weights: Mapping[str, float], words: Mapping[str, Mapping[int, float]], chunk_ids: Sequence[int]
) -> Mapping[int, float]:
    """Return the weighted share of the tokens that each chunk holds, its context included; `words` has each token's scores."""
    total = fsum(weights.values())
    return {one: fsum(weight for token, weight in weights.items() if words[token][one] > 0) / total for one in chunk_ids}
