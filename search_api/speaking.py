"""Which agenda items speak to a matter, and which of their words do?

Takes what the search found and the `Matter` of the question, gives the items that speak to it nearly as well as the best, each
with the passage and the clauses of it that do; then the items under the same titles. One item a meeting, and minutes that are
filed twice once. Quotes nothing and orders nothing by time: that is for `timeline.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.passages import Filters
from index.records import DecisionLimb
from index.records import Force
from index.records import of_the_meeting
from index.records import undecided
from index.text import tokens
from search_api.citations import Passage
from search_api.confidence import SURE
from search_api.decisions import Clause
from search_api.found import Found
from search_api.found import ItemHit
from search_api.matter import Matter
from search_api.matter import Spoken
from search_api.matter import folder_of
from search_api.places import Place
from search_api.query import Query
from search_api.search import Searcher
from search_api.titles import same_titles

_TITLES = 4
"""Titles that are followed."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What is kept. `words` and `nearness` are parts of what the best item has, `both` of the two measures added; `least` is how
    far any item's words must speak, `alone` how far the best's must where the search is not sure of itself, `share` where it is.

    `again`: a second item of one meeting must come so near to the best. `limb`: a clause is quoted that holds this part of the
    words of the best clause of its item, and `item` of the words of the whole item.
    """

    words: float = 0.36
    nearness: float = 0.5
    both: float = 0.45
    least: float = 0.4
    alone: float = 1.0
    share: float = 0.5
    again: float = 0.85
    limb: float = 0.5
    item: float = 0.25


RULES = Rules()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may belong: its best passage, how far that speaks, and which of its clauses speak."""

    place: Place
    spoken: Spoken
    nearness: float
    passage: Passage
    clauses: tuple[Clause, ...]

    @property
    def strength(self) -> float:
        """Return how far it speaks in words and in meaning together."""
        return self.spoken.strength + self.nearness


def speaking(searcher: Searcher, matter: Matter, found: Found, within: Filters) -> Sequence[Candidate]:
    """Return the items that speak to the matter, as found, then those of the same titles; only of the kinds of `within`."""
    candidates = [one for one in _candidates(searcher, matter, found) if one.place.document.kind in within.kinds]
    kept = _kept(found, candidates, matter)
    mates = () if _is_narrowed(found.query, within) else _mates(searcher, matter, kept, within)
    return _one_a_meeting(_distinct([*kept, *mates]))


def _candidates(searcher: Searcher, matter: Matter, found: Found) -> Sequence[Candidate]:
    words = searcher.archive.catalogue.tokens([hit.chunk.id for item in found.hits for hit in item.chunks])
    return [_candidate(matter, item, words) for item in found.hits]


def _candidate(matter: Matter, item: ItemHit, words: Mapping[int, str]) -> Candidate:
    """Return an item with the passage and the clauses of it that speak best."""
    said = {hit.chunk.id: matter.spoken(item.place, hit.chunk, words[hit.chunk.id].split()) for hit in item.chunks}
    best = max(item.chunks, key=lambda hit: said[hit.chunk.id].strength + (hit.dense or 0.0))
    around = [hit for hit in item.chunks if hit.chunk.limb_id is None] or [best]
    passage = max(around, key=lambda hit: said[hit.chunk.id].strength + (hit.dense or 0.0))
    shares = {hit.chunk.limb_id: said[hit.chunk.id].share for hit in item.chunks if hit.chunk.limb_id}
    return Candidate(
        item.place,
        said[best.chunk.id],
        best.dense or 0.0,
        Passage(item.place, passage.chunk.spans),
        _clauses(item.place, said[best.chunk.id], shares),
    )


def _clauses(place: Place, spoken: Spoken, shares: Mapping[str, float]) -> tuple[Clause, ...]:
    """Return the clauses that speak to the matter, all of substance where the title names it, and those that fell beside them.

    What fell is followed by what was put instead, which need not name the matter again ("to agree approach 3").
    """
    best = max(shares.values(), default=0.0)
    enough = max(RULES.limb * best, RULES.item * spoken.share)
    titled = spoken.title >= RULES.limb * spoken.share > 0
    limbs = [limb for limb in place.item.limbs if _settles(limb)]
    kept = [limb for limb in limbs if titled or shares.get(limb.id, 0.0) >= enough > 0]
    fallen = [limb for limb in limbs if kept and undecided(limb.outcome)]
    instead = [after for before, after in pairwise(limbs) if before in fallen]
    return tuple(Clause(place, limb) for limb in limbs if limb in kept or limb in fallen or limb in instead)


def _settles(limb: DecisionLimb) -> bool:
    """Return whether a clause may settle anything of a matter: thanks do not, nor how the meeting goes on."""
    return limb.force is not Force.THANKED and not of_the_meeting(limb)


def _kept(found: Found, candidates: Sequence[Candidate], matter: Matter) -> Sequence[Candidate]:
    """Return those that speak to the matter nearly as well as the best, in the order found."""
    if not candidates:
        return []
    best = max(candidates, key=lambda one: one.strength)
    words = max(one.spoken.strength for one in candidates)
    near = max(one.nearness for one in candidates)
    if not (_is_sure(found) and best.spoken.share >= RULES.share) and words < RULES.alone:
        return []
    return [
        one
        for one in candidates
        if one.spoken.strength >= max(RULES.words * words, RULES.least)
        and one.nearness >= RULES.nearness * near
        and one.strength >= RULES.both * best.strength
        and matter.asks_of(best.place, one.place, one.spoken)
    ]


def _is_sure(found: Found) -> bool:
    return found.confidence is not None and found.confidence > SURE


def _is_narrowed(query: Query, filters: Filters) -> bool:
    """Return whether the question says what an item must hold or whose it must be: a title alone does not tell whether it does."""
    return bool(query.phrases or query.excluded or query.alternatives or query.asked or filters.people)


def _mates(searcher: Searcher, matter: Matter, kept: Sequence[Candidate], within: Filters) -> Sequence[Candidate]:
    """Return items under the titles that name the matter themselves, which the search did not reach."""
    naming = {tuple(tokens(one.place.item.title or "")): one.place for one in kept if one.spoken.title}
    held = {one.place.item.id for one in kept}
    mates: dict[str, Place] = {}
    for place in [*naming.values()][:_TITLES]:
        mates |= {one.place.item.id: one.place for one in same_titles(searcher, place) if one.place.item.id not in held}
    return [_mate(matter, place) for place in mates.values() if _within(place, within)]


def _mate(matter: Matter, place: Place) -> Candidate:
    """Return an item that stands under a title of the matter: all that it decided belongs, and its own words speak to it."""
    title = matter.titled(place)
    clauses = tuple(Clause(place, limb) for limb in place.item.limbs)
    return Candidate(place, Spoken(title, 0.0, title), 0.0, Passage(place, place.item.spans), clauses)


def _within(place: Place, filters: Filters) -> bool:
    day = place.meeting.date.value
    return (
        place.document.kind in filters.kinds
        and (not filters.councils or place.meeting.council.value in filters.councils)
        and (not filters.bodies or place.meeting.body.value in filters.bodies)
        and (filters.since is None or (day is not None and day >= filters.since))
        and (filters.until is None or (day is not None and day <= filters.until))
        and (not filters.outcomes or any(limb.outcome in filters.outcomes for limb in place.item.limbs))
    )


def _distinct(candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return the candidates without those of a meeting that is filed twice: same day, body and title from another document."""
    seen: dict[tuple[object, ...], str] = {}
    kept = []
    for one in candidates:
        place = one.place
        key = (place.meeting.date.value, folder_of(place), tuple(tokens(place.item.title or "")), len(place.item.limbs))
        if place.meeting.date.value is None or seen.setdefault(key, place.document.id) == place.document.id:
            kept.append(one)
    return kept


def _one_a_meeting(candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return of each meeting the item that speaks best, and others only where they speak nearly as well as the best of all."""
    enough = RULES.again * max((one.strength for one in candidates), default=0.0)
    best: dict[str, Candidate] = {}
    for one in candidates:
        held = best.setdefault(one.place.meeting.id, one)
        if one.strength > held.strength:
            best[one.place.meeting.id] = one
    return [one for one in candidates if best[one.place.meeting.id] is one or one.strength >= enough]
