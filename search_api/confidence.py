"""How sure is it that the best item answers the question?

Takes the features of the best item, gives one number whose meaning does not change from question to question, so that a threshold
can refuse junk and what no minutes here say. A share of words found tells little by itself: of two words both may be found by
chance, and a place's name is found in all its minutes. So the number of telling words counts for, a place's name against; but two
or three words are keywords, which minutes either have or have not, and count as five.

Logistic regression on 310 questions, 92 of them without an answer in the archive; the curve of the threshold stands in
BENCHMARKS.md. Only both legs together are judged by it: one leg alone is judged by `evidence.py`.
"""

from __future__ import annotations

from search_api.features import Features
from search_api.rerank import weighted

LEAST = -1.1
"""Below this nothing is claimed. Lower answers more junk, higher refuses more of what is there in other words."""

_BIAS = -12.6
_WEIGHTS: Features = {
    "nearness": 2.81,
    "best passage": 0.80,
    "share": 1.46,
    "share of item": 2.25,
    "telling words": 4.48,
    "named place": -1.07,
}


def confidence_of(features: Features) -> float:
    """Return the logarithm of the odds that an item of these features answers, for as many questions with an answer as without."""
    return _BIAS + weighted(_WEIGHTS, features)
