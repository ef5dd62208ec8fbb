"""Is what was found any evidence at all?

A ranking always has a first place, even for a question about mermaids, so a refusal needs an absolute measure. Two are taken of
the same passage: the share of the question's words that it holds, each weighted by how rare it is in the archive, and how near it
lies in meaning. Words scattered over several passages, or a likeness in tone alone, are no evidence. `is_weak` makes the refusal.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum
from math import log1p

from index.ports import LexicalIndex
from index.text import tokens
from search_api.query import Query

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

    `share` (0 to 1) is the weight of the question's words that it holds, `words` their number, `cosine` how near it lies in
    meaning, `None` where the embedding leg was not asked. `exact`: it holds a phrase or reference asked for; `exact_only`:
    nothing else was asked for.
    """

    share: float
    words: int
    cosine: float | None
    exact: bool = False
    exact_only: bool = False

    @property
    def strength(self) -> float:
        """Return the measures added, from 0 for nothing in common to about 2 for the question's own words.

        Every word found counts a tenth beside its share, since a long question seldom finds all its words, and four words of
        eight say more than one of two.
        """
        return self.share + max(self.cosine or 0.0, 0.0) + self.words / 10


NO_EVIDENCE = Evidence(0.0, 0, None)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Below which strength evidence is weak: `both` legs together, or the keyword leg `alone`.

    Too high refuses questions put in other words than the minutes use; too low answers "are there any mermaids in Limerick?"
    because Limerick is everywhere. On 119 questions put to 2,463 real documents, 1.3 refuses 13 of the 18 that have no answer
    there and 5 of the 74 whose answer was found; 1.1 refuses 8 and 3, 1.5 refuses 16 and 16.
    """

    both: float = 1.3
    alone: float = 0.8


THRESHOLDS = Thresholds()


def is_weak(evidence: Evidence, thresholds: Thresholds = THRESHOLDS) -> bool:
    """Return whether the evidence is too weak to answer from."""
    if evidence.exact or evidence.exact_only:
        return not evidence.exact
    return evidence.strength < (thresholds.alone if evidence.cosine is None else thresholds.both)


def strongest(passages: Iterable[Evidence]) -> Evidence:
    """Return the strongest evidence, exact matches before all others; the first among equals, and none where there is none."""
    return max(passages, key=lambda one: (one.exact, one.strength), default=NO_EVIDENCE)


def token_weights(lexical: LexicalIndex, query: Query, chunks: int) -> Mapping[str, float]:
    """Return how much each token of a question tells: its inverse document frequency among the archive's `chunks`, as in BM25.

    Robertson and Zaragoza 2009, equation 3.3, with 1 added inside the logarithm so that nothing weighs less than nothing. Tokens
    that only say what kind of answer is wanted weigh nothing where others are left. Of a compound such as 15km/h only the parts
    are weighed, unless it is a reference number: that is what the question is about, and its parts stand everywhere.
    """
    references = {token for reference in query.references for token in reference.tokens}
    simple = [token for token in query.tokens if token.isalnum() or token in references] or query.tokens
    telling = [token for token in simple if token not in ASKING] or simple
    standing = lexical.frequencies(telling)
    return {token: log1p((chunks - standing[token] + 0.5) / (standing[token] + 0.5)) for token in telling}


def held_words(weights: Mapping[str, float], words: Mapping[str, Mapping[int, float]], chunk_id: int) -> tuple[float, int]:
    """Return the weighted share of the tokens that a chunk holds, its context included, and their number.

    `words` gives the keyword score of each token in each chunk.
    """
    held = [weight for token, weight in weights.items() if words[token][chunk_id] > 0]
    return fsum(held) / fsum(weights.values()), len(held)
