"""Which of the numbered lines are the items of a meeting?

Takes candidates, gives those whose numbers count up together best. A number is sometimes lost, an item taken out of its order, a
second meeting counted from 1 again in the same document; a list inside an item counts too, but its entries follow each other
without a minute between them. Never renumbers: what does not fit stays in the item before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import replace

from ingest.segmenting.headings import Candidate
from ingest.segmenting.headings import Numbering

_STEP = {1: 0.0, 2: -0.6, 3: -1.0, 4: -1.5, 5: -2.0}
"""What it costs to miss numbers between two headings: an item's number is sometimes lost, three in a row hardly ever."""
_FAR = 40
_MANY_MISSED = -1.5
"""Numbers that run through the year are never counted anew inside an item, so that more may be missed between two of them."""
_NOT_FROM_ONE = -0.5
_OTHER_WAY = -0.4
"""What it costs to go on in another way of printing numbers: "1. Minutes", then "2 MATTERS ARISING" (Govan)."""
_AGAIN_ONE = -1.0
"""Markdown counts for itself: a page made from it may print "1." before each heading (Stoke Ferry 2013)."""
_SAME_NUMBER = -0.7
"""A clerk sometimes prints a number twice, "4. Talk", then "4. Any other business" (Burton-cum-Walden 2023)."""
_IN_A_LIST = 0.3
_IN_AN_INNER_LIST = 0.85
_REACH = 200
_SECOND = 2
_DEEPEST = 8
_LOW = 6
_FEWEST_AGAIN = 3
_MANY_AGAIN = 8
_FEWEST_USUAL = 2
_OWN_SCALE = frozenset((Numbering.SLASH, Numbering.YEAR))
_SURE = 1.0


def items_among(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that begin items, in order of print."""
    weighed = _weighed(found)
    chain = max((_best_chain(way) for way in _ways(weighed)), key=lambda best: best[0], default=(0.0, []))[1]
    if not chain:
        return []
    again = [*_counted_again(_between(weighed, -1, chain[0].place)), *_counted_again(_between(weighed, chain[-1].place, None))]
    return sorted([*chain, *again, *_out_of_order(weighed, chain)], key=lambda one: one.place)


def _ways(found: Iterable[Candidate]) -> list[list[Candidate]]:
    """Return the candidates that may count together: running numbers of a year never mix with the others."""
    kept = list(found)
    plain = [one for one in kept if one.numbering not in _OWN_SCALE]
    return [plain, *([one for one in kept if one.numbering is way] for way in sorted(_OWN_SCALE))]


def _weighed(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, those lighter that stand line by line with the numbers next to them: they are entries of a list."""
    weighed: list[Candidate] = []
    inner = _in_inner_lists(found)
    for place, one in enumerate(found):
        before = place > 0 and _follows_at_once(found[place - 1], one)
        after = place + 1 < len(found) and _follows_at_once(one, found[place + 1])
        listed = (before or after) and one.numbering not in _OWN_SCALE and (not one.usual or _without_minute(found, place))
        weight = one.weight * (_IN_A_LIST if listed else 1.0) * (_IN_AN_INNER_LIST if place in inner else 1.0)
        weighed.append(replace(one, weight=weight))
    return weighed


def _in_inner_lists(found: Sequence[Candidate]) -> frozenset[int]:
    """Return the places of candidates that go on from a 1 inside another list rather than from the first 1."""
    open_lists: list[int] = []
    inner: set[int] = set()
    for place, one in enumerate(found):
        if one.numbering in _OWN_SCALE:
            continue
        while one.value != 1 and open_lists and open_lists[-1] != one.value - 1 and one.value - 1 in open_lists:
            open_lists.pop()
        if one.value == 1:
            open_lists = [*open_lists[-_DEEPEST:], 1]
        elif open_lists and open_lists[-1] == one.value - 1:
            open_lists[-1] = one.value
        else:
            continue
        if len(open_lists) > 1:
            inner.add(place)
    return frozenset(inner)


def _follows_at_once(one: Candidate, after: Candidate) -> bool:
    return after.place == one.place + 1 and after.value == one.value + 1


def _without_minute(found: Sequence[Candidate], place: int) -> bool:
    """Return whether the next numbered line follows at once, and does not begin a list below this one."""
    after = found[place + 1] if place + 1 < len(found) else None
    return after is not None and after.place == found[place].place + 1 and after.value != 1


def _best_chain(found: Sequence[Candidate]) -> tuple[float, list[Candidate]]:
    """The heaviest run of candidates whose values rise by one (or, at a cost, by some more), in order of print."""
    best: list[tuple[float, int]] = []
    first = second = -1
    for place, candidate in enumerate(found):
        reach, previous = (0.0 if candidate.value == 1 else _NOT_FROM_ONE), -1
        for back in range(place - 1, max(-1, place - _REACH), -1):
            step = _step(found[back], candidate, begun=first > back, counted=second > back)
            if step is None:
                continue
            if best[back][0] + step > reach:
                reach, previous = best[back][0] + step, back
        best.append((reach + candidate.weight, previous))
        first = place if candidate.value == 1 else first
        second = place if candidate.value == _SECOND else second
    if not best:
        return 0.0, []
    at = max(range(len(best)), key=lambda place: (best[place][0], -place))
    total, chain = best[at][0], []
    while at >= 0:
        chain.append(found[at])
        at = best[at][1]
    return total, chain[::-1]


def _step(before: Candidate, after: Candidate, *, begun: bool, counted: bool) -> float | None:
    """What it costs to go from one heading to a later one, `None` where it cannot be.

    `begun`, `counted`: another 1, another 2 stands between them.
    """
    same_way = before.numbering is after.numbering
    if before.value == after.value == 1:
        return _AGAIN_ONE if before.usual and after.usual and same_way and not counted else None
    if before.value == after.value:
        return None if begun or not same_way else _SAME_NUMBER
    step = _STEP.get(after.value - before.value)
    if step is None and after.numbering in _OWN_SCALE and 0 < after.value - before.value <= _FAR:
        return _MANY_MISSED
    return step if step is None or same_way else step + _OTHER_WAY


def _between(found: Iterable[Candidate], after: int, before: int | None) -> list[Candidate]:
    return [one for one in found if one.place > after and (before is None or one.place < before)]


def _counted_again(found: Sequence[Candidate]) -> list[Candidate]:
    """The items of another meeting in the same document (an annual meeting before the ordinary one), counted from 1 again.

    A list in the last item counts from 1 too, so two of the headings must be usual business, or they must be many.
    """
    plain = [one for one in found if one.numbering not in _OWN_SCALE]
    total, chain = _best_chain(plain)
    usual = sum(one.usual for one in chain)
    enough = (len(chain) >= _FEWEST_AGAIN and usual >= _FEWEST_USUAL) or (len(chain) >= _MANY_AGAIN and total >= len(chain) - 1)
    return chain if enough and chain[0].value == 1 else []


def _out_of_order(found: Sequence[Candidate], chain: Sequence[Candidate]) -> list[Candidate]:
    """Headings whose number is missing from the chain and stands elsewhere: "The Chair moved this item up the agenda".

    Before the first of the chain, a heading of usual business counts too: scanned pages print "4. Adoption of Minutes" for 1. So
    it does behind the last, further on in the numbers: an adjourned meeting takes what was left ("14. Notice of Motion").
    """
    numbers, in_chain = {one.value for one in chain}, {one.place for one in chain}
    lowest = 1 if min(numbers) <= _LOW else min(numbers)  # a meeting that began with its items 4 and 5 (Limerick 2015)
    missing = set(range(lowest, max(numbers) + 1)) - numbers
    taken: list[Candidate] = []
    for one in found:
        if one.place in in_chain or one.numbering is not chain[0].numbering or one.title is None or one.weight < _SURE:
            continue
        inside = chain[0].place < one.place < chain[-1].place
        if one.place > chain[-1].place and one.value > max(numbers) and one.usual and one.weight > _SURE:
            numbers.add(one.value)
            taken.append(one)
        if (inside and one.value in missing) or (one.place < chain[0].place and one.usual and not taken):
            missing.discard(one.value)
            taken.append(one)
    return taken
