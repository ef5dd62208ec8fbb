"""Do two printed names mean one member?

Minutes print "Councillor Sheahan (J)", "Cllr. J. Sheahan" and "Sheahan". Compared by surname, and by first initial where both
print one. Takes names as printed; never merges or stores them.
"""

from __future__ import annotations

from collections.abc import Sequence

from search_api.evaluation.wording import words

_PRINTED_BEFORE_NAMES = (
    "councillor councillors cllr cllrs clir concillor cr crs county deputy mayor mr mrs ms miss dr sir dame lord lady"
    " cathaoirleach leas chairman chairperson chair the of member alderman ald prof rev hon his her worship md tc pc jp"
)
TITLES = frozenset(_PRINTED_BEFORE_NAMES.split())
"""Words of a printed name that are not the name; `clir` and `concillor` are misprints that real minutes hold."""

NameKey = tuple[str, str]
"""A surname and a first initial, "" where none is printed."""


def name_key(name: str) -> NameKey | None:
    """Return surname and initial of a printed name, `None` for no name; the title alone stands for who has no other name."""
    printed = words(name.replace("-", " "))
    kept = [word for word in printed if word not in TITLES] or list(printed[-1:])
    if not kept:
        return None
    full = [word for word in kept if len(word) > 1]
    initials = [word for word in kept if len(word) == 1]
    if not full:
        return kept[-1], ""
    spelt = full[0][0] if len(full) > 1 else ""
    return full[-1], initials[0] if initials else spelt


def same_name(first: str | None, second: str | None) -> bool:
    """Return whether two names have one surname; nobody named is the same as nobody named."""
    keys = name_key(first or ""), name_key(second or "")
    if keys[0] is None or keys[1] is None:
        return keys[0] == keys[1]
    return keys[0][0] == keys[1][0]


def names_f1(gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> float:
    """Return the F1 of named votes, sides in the same order; each name counts once on its side."""
    expected, predicted = _votes(gold), _votes(found)
    if not expected and not predicted:
        return 1.0
    left = sorted(predicted)
    hits = 0
    for side, key in sorted(expected):
        partner = next((vote for vote in left if vote[0] == side and _one_member(vote[1], key)), None)
        if partner is not None:
            left.remove(partner)
            hits += 1
    return 2 * hits / (len(expected) + len(predicted))


def _votes(sides: Sequence[Sequence[str]]) -> set[tuple[int, NameKey]]:
    keys = ((side, name_key(name)) for side, names in enumerate(sides) for name in names)
    return {(side, key) for side, key in keys if key is not None}


def _one_member(first: NameKey, second: NameKey) -> bool:
    return first[0] == second[0] and (first[1] == second[1] or "" in (first[1], second[1]))
