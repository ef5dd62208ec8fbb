"""Which of the candidates really match the question?

A search always finds candidates, a hundred or more, most of which share a word with the question and no more. Takes them best first
with their features and scores, gives those worth putting in order by date and worth counting: all that hold what was asked for
letter by letter, or else those that come near the best, in score or in the words held, and that might answer at all.

Looked at on real lists: of 119 candidates for "allotments" 89 hold the word, and the rest are strangers; of 145 for "car parking
charges" 14 come within half of the best score and all of those are on the matter; of 157 for a question on one gate lodge, three.
What items promise lets through 133 of these last, half of the best score alone loses 15 headed "Allotments". Orders nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from search_api.candidates import LegName
from search_api.confidence import LEAST_PROMISE
from search_api.confidence import promise_of
from search_api.features import Features


@dataclass(frozen=True, slots=True)
class Rules:
    """Parts of what the best has: of its `score`, or of the question's `words` that it holds; with one leg asked, of what that leg
    says, `lexical` or `nearness` (cosines of strangers are high).
    """

    score: float = 0.5
    words: float = 0.95
    lexical: float = 0.5
    nearness: float = 0.75


RULES = Rules()


def matching(
    scores: Mapping[str, float],
    order: Sequence[str],
    features: Mapping[str, Features],
    exact: Mapping[str, int],
    *,
    legs: frozenset[LegName],
    rules: Rules = RULES,
) -> tuple[str, ...]:
    """Return the ids that match, in the order given, which must begin with the best; `exact` counts phrases and references held."""
    if not order:
        return ()
    best = order[0]
    if exact[best]:
        return tuple(one for one in order if exact[one] == exact[best])
    if len(legs) == 1:
        (leg,) = legs
        feature, part = ("lexical", rules.lexical) if leg is LegName.LEXICAL else ("nearness", rules.nearness)
        return tuple(one for one in order if features[one][feature] >= part * features[best][feature])
    # where even the best is no answer, what is as unsure as it is may stand beside it
    least = min(LEAST_PROMISE, promise_of(features[best]))
    near = (one for one in order if _is_near(one, best, scores, features, rules))
    return tuple(one for one in near if one == best or promise_of(features[one]) >= least)


def outside(
    scores: Mapping[str, float],
    best: str,
    further: Sequence[str],
    features: Mapping[str, Features],
    exact: Mapping[str, int],
    *,
    answers: bool,
    rules: Rules = RULES,
) -> tuple[str, ...]:
    """Return which of the `further` ids, outside of what was understood, match the rest of the question, in the order given.

    "Did the full council vote for it in 2019": a district's motion of that year and the pilot of 2021 belong to the matter. What
    they promise is not asked: they lack the very words, a year, a body, that lie behind the filter. In score alone they come near
    the best, or hold as much as it of what was asked for letter by letter. Only where the best itself is not called an answer
    (`answers`) is it no measure, and they must promise one of their own.
    """
    if exact[best]:
        return tuple(one for one in further if exact[one] == exact[best])
    if not answers:
        return tuple(one for one in further if promise_of(features[one]) >= LEAST_PROMISE)
    return tuple(one for one in further if scores[one] >= rules.score * scores[best] > 0)


def _is_near(one: str, best: str, scores: Mapping[str, float], features: Mapping[str, Features], rules: Rules) -> bool:
    words, most = features[one]["share of item"], features[best]["share of item"]
    # a score of nothing or less is no measure of others
    by_score = scores[one] >= rules.score * scores[best] if scores[best] > 0 else one == best
    return by_score or 0 < rules.words * most <= words
