"""Which words of a plain line say how a matter ended, turn a meaning round, or say nothing?

Fixed lists, as the stems that `index.text.tokens` gives, that `checking.py` and its helpers go by. A word that stands in none of
them has to stand in the quotation.
"""

from __future__ import annotations

from collections.abc import Mapping

from index.records import Force
from index.text import tokens


def _stems(words: str) -> frozenset[str]:
    return frozenset(tokens(words))


_COUNTED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS: Mapping[str, str] = {word: str(value) for value, word in enumerate(_COUNTED)}
"""Number words, as digits: "five" and "5" are the same figure."""

BOUNDARIES = frozenset({"and", "or", "but", "while", "whereas"})
"""Words that part what belongs together from what does not."""

BEARING = frozenset({"by", "to", "from", "for", "against", "before", "after", "until", "since", "than", "between"})
"""Small words that change what is said of the name or number behind them: "by 5%" is not "to 5%"."""

TITLES = frozenset({*_stems("Cllr Councillor Mr Mrs Ms Miss Dr Sir Dame Lord Lady"), "the", "a", "an"})
"""What may stand between such a word and its name."""

GUARDS = frozenset(
    {
        *("not", "no", "none", "nor", "never", "neither", "nobody", "nothing", "without", "cannot", "unless", "except", "only"),
        *("if", "all", "every", "each", "any", "some", "most", "more", "less", "fewer", "both", "over", "under", "until", "may"),
        *("might", "could", "should", "must", "too", "few", "about", "almost", "again", "against"),
        *_stems(
            "subject provided providing condition conditional pending whether perhaps possibly possible potential potentially"
            " likely propose moved second amendment suggest said say state tell told felt think thought believe hope claim allege"
            " question ask advise inform explain comment concern worry fear expect intend aim consider explore investigate"
            " review option alternative draft provisional temporary temporarily instead oppose object prevent avoid prohibit ban"
            " stop cease end cancel remove reduce reduction increase decrease rise raise cut fail failure fall near nearly"
            " approximately least minimum maximum exceed further former previous next last first interim partial wholly entirely"
            " favour withdrawal refusal rejection deletion revoke rescind suspend abandon"
        ),
    }
)
"""Words that turn a meaning round, narrow it or put it into somebody's mouth: a line has exactly those of what it tells."""

SAID_OF_A_PASSAGE = _stems("motion proposal recommendation request plan amendment")
"""Where no outcome is known, these too must stay: what was proposed is not what was done."""

PLAIN: Mapping[str, frozenset[str]] = {
    tokens(plain)[0]: _stems(formal)
    for plain, formal in {
        "start": "commence begin",
        "begin": "commence start",
        "end": "terminate",
        "buy": "purchase acquire",
        "use": "utilise",
        "help": "assist",
        "give": "grant award",
        "pay": "remunerate",
        "councillor": "cllr cllrs councillor",
        "councillors": "cllrs cllr",
        "cllr": "councillor",
        "cost": "expenditure",
        "money": "funding funds",
        "build": "construct",
        "building": "construction",
        "repair": "maintain",
        "send": "forward submit",
        "sell": "dispose",
    }.items()
}
"""Plain words that may stand for formal ones."""

NEUTRAL = _stems("motion proposal meeting members member councillors minutes item decision vote voted voting made taken put clause")
"""Words that say of a clause nothing which its outcome does not say."""

AGREED = "agreed"
WORDS_OF_CLASS: Mapping[str, frozenset[str]] = {
    "lost": _stems("lost defeated fell rejected"),
    "withdrawn": _stems("withdrawn withdrew"),
    "deferred": _stems("deferred postponed adjourned"),
    "not put": frozenset(),
    "unanimous": _stems("unanimous unanimously"),
    "carried": _stems("carried passed resolved"),
    AGREED: _stems("agreed decided accepted supported backed granted authorised ruled ordered allowed permitted"),
    "approved": _stems("approved approval"),
    "adopted": _stems("adopted adoption"),
    "noted": _stems("noted noting"),
    "endorsed": _stems("endorsed ratified confirmed"),
    "recommended": _stems("recommended"),
    "referred": _stems("referred"),
    "delegated": _stems("delegated"),
    "appointed": _stems("appointed elected nominated"),
    "refused": _stems("refused declined"),
    "requested": _stems("requested"),
    "thanked": _stems("thanked thanks"),
}
"""Words that say how a matter ended, by what they say."""

CLASS_OF: Mapping[str, str] = {stem: name for name, stems in WORDS_OF_CLASS.items() for stem in stems}

_GENERIC = frozenset({"carried", AGREED, "unanimous"})
_FREE = {Force.AGREED, Force.OTHER, Force.APPROVED, Force.ADOPTED, Force.ENDORSED, Force.APPOINTED}
"""What these do is an agreement too, and need not be named; what the others do must be: noted is not agreed."""


def may_say(force: Force) -> frozenset[str]:
    """Return the classes of words that tell of a carried clause of this force."""
    if force in {Force.NOTED, Force.REFUSED, Force.DEFERRED}:
        return frozenset({force.value, "carried", "unanimous"})
    return _GENERIC | ({force.value} & WORDS_OF_CLASS.keys())


def must_say(force: Force) -> str | None:
    """Return the class that has to be named, if any."""
    return None if force in _FREE else force.value
