"""How sure is it that the best item answers the question?

Takes the features of the best item, gives one number whose meaning does not change from question to question, so that a threshold
can refuse junk and what no minutes here say. A share of words found tells little by itself: of two words both may be found by
chance, and a place's name is found in all its minutes. So the number of telling words counts for, a place's name against; but two
or three words are keywords, which minutes either have or have not, and count as five. A name asked for that the item does not hold
("has Boughton objected") tells that it is about something else.

Logistic regression on 310 questions, 92 of them without an answer in the archive; the curve of the threshold stands in
BENCHMARKS.md. Only both legs together are judged by it: one leg alone is judged by `evidence.py`.
"""

from __future__ import annotations

from search_api.features import Features
from search_api.rerank import weighted

LEAST = -1.0
"""Below this nothing is claimed. Lower answers more junk, higher refuses more of what is there in other words."""

_BIAS = -12.0
_WEIGHTS: Features = {
    "nearness": 2.64,
    "best passage": 1.06,
    "share": 1.44,
    "share of item": 2.38,
    "telling words": 4.19,
    "named place": -1.60,
    "names missing": -1.90,
}


def confidence_of(features: Features) -> float:
    """Return the logarithm of the odds that an item of these features answers, for as many questions with an answer as without."""
    return _BIAS + weighted(_WEIGHTS, features)
