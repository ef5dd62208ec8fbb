"""How sure is it that the best item answers the question?

Takes the features of an item, gives one number whose meaning does not change from question to question, so that a threshold
can refuse junk and what no minutes here say. Two numbers, for what there is time to know: `promise_of` any candidate, from what is
known without reading it, and `confidence_of` the best, for which its words are read (`words_met.py`).

A share of words found tells little by itself: of two words both may be found by chance, and a place's name is found in all its
minutes. Only the very words typed count here, not those that minutes use for them. So the number of telling words counts for, a
place's name against; but two or three words are keywords, which minutes either have or have not, and count as five. A name asked
for that the item does not hold ("has Boughton objected") tells that it is about something else, and so do a number it does not
hold and a council asked for whose item it is not. A matter that comes back from meeting to meeting is more likely what was asked
than one item that is like no other.

Logistic regression on 281 questions, 89 of them without an answer in the archive; the curve of the threshold stands in
BENCHMARKS.md. Only both legs together are judged by it: one leg alone is judged by `evidence.py`.
"""

from __future__ import annotations

from search_api.features import Features
from search_api.rerank import weighted

LEAST = -0.8
"""Below this nothing is claimed. Lower answers more junk, higher refuses more of what is there in other words."""

LEAST_PROMISE = -1.0
"""Below this a candidate is not counted among those that match."""

SURE = 0.0
"""Above this the search is sure of itself: an answer is then shown also where it speaks of the matter in few of its words."""

LEAST_MET = 0.1
"""No passage ever met less than this of the words that its item does not hold (the least of 451 was 0.148)."""

_LESS_MET = 0.04
"""So much less, on average, is met by what is read of a passage than by its first 128 words, small ones too, by which the weights
were fitted: 211 passages read both ways, r = 0.93."""

_BIAS = -10.88
_READ: Features = {
    "telling words": 3.65,
    "named place": -3.57,
    "other council": -1.32,
    "names missing": -1.77,
    "numbers missing": -0.57,
    "unsaid met": 4.16,
    "date": 1.23,
    "decides nothing": -1.04,
    "share as typed": 3.22,
    "like another": 1.64,
    "near another": 0.58,
}

_PROMISE_BIAS = -12.0
_PROMISE: Features = {
    "nearness": 2.64,
    "best passage": 1.06,
    "share": 1.44,
    "share of item": 2.38,
    "telling words": 4.19,
    "named place": -1.60,
    "names missing": -1.90,
}


def as_read_whole(met: float | None) -> float | None:
    """Return how much a passage would meet if more of it were read; `None`, where nothing can be read, stays."""
    return None if met is None else min(met + _LESS_MET, 1.0)


def promise_of(features: Features) -> float:
    """Return the logarithm of the odds that an item of these features answers, for as many questions with an answer as without."""
    return _PROMISE_BIAS + weighted(_PROMISE, features)


def confidence_of(features: Features, unsaid_met: float | None) -> float:
    """Return the same logarithm for an item of which a passage was read; where there was nothing to read, what it promises."""
    if unsaid_met is None:
        return promise_of(features)
    return _BIAS + weighted(_READ, {**features, "unsaid met": unsaid_met})
