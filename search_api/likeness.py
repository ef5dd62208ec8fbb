"""Which items speak of what this item speaks of?

Takes an agenda item, gives the items of the same council, or of one that is named in either, that hold most of its telling words,
each with the share of them and its nearest passage. Telling are the words of its title, where that is no standing heading, and
those that it says often and others seldom; names of people are left out, since who speaks is not what is spoken of. Asks the
search that people use, once.
"""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from index.passages import Filters
from index.sources import SourceSpan
from index.text import STOP_WORDS
from index.text import tokens
from index.text import words
from search_api.citations import Passage
from search_api.citations import cite
from search_api.matter import Matter
from search_api.places import Place
from search_api.query import parse_query
from search_api.search import Searcher
from search_api.titles import council_named
from search_api.titles import is_standing
from search_api.titles import same_council
from search_api.titles import telling
from search_api.titles import weights_of

_DEPTH = 25
"""Agenda items looked at."""

_INITIALS = 2
"""Letters: a word of no more is an initial or two."""

_WORDS = 8
"""Telling words of an item."""

_LEAST = 4
"""An item of fewer telling words says too little to be compared."""

_ELSEWHERE = 2
"""Passages that must hold a word."""

_OFTEN = 5
"""Times from which on a word that is said again tells no more."""

_RARE = 6.5
"""Weight from which on a rarer word tells no more of the matter."""

_CALENDAR = frozenset(name.casefold() for name in (*calendar.month_name, *calendar.day_name))

_READ = 4000
"""Characters of an item that are read for its telling words."""

_NEAREST = 0.35
"""Least cosine: what shares fewer words and lies further off speaks of something else."""

_HALF = 0.5
"""Share of the telling words from which on an item counts however far it lies."""

_OF_TITLE = 4
"""Words of the title that come before all others: a title that is no standing heading names the matter."""


@dataclass(frozen=True, slots=True)
class Alike:
    """An item that holds `share` of the telling words of another, and where the passage that does stands, and how near it lies."""

    place: Place
    share: float
    nearness: float
    spans: tuple[SourceSpan, ...]


def alike(searcher: Searcher, place: Place) -> tuple[Alike, ...]:
    """Return the items that speak of the same, most alike first."""
    words_told = telling_words(searcher, place)
    if not words_told:
        return ()
    matter = Matter(weights_of(searcher.archive, [token for word in words_told for token in tokens(word)]))
    found = searcher.search(parse_query(" ".join(words_told)), Filters(), k=_DEPTH)
    joined = searcher.archive.catalogue.tokens([hit.chunk.id for item in found.hits for hit in item.chunks])
    held = {chunk_id: text.split() for chunk_id, text in joined.items()}
    own = set(tokens(_words_of(searcher, place)))
    near = []
    for item in found.hits:
        other = {token for hit in item.chunks for token in held[hit.chunk.id][len(tokens(hit.chunk.context)) :]}
        if item.place.meeting.id == place.meeting.id or not _may_be_one(place, own, item.place, other):
            continue
        said = [
            (matter.spoken(item.place, hit.chunk, held[hit.chunk.id]).share, hit.dense or 0.0, hit.chunk) for hit in item.chunks
        ]
        share, nearness, chunk = max(said, key=lambda one: one[:2])
        if nearness >= _NEAREST or share >= _HALF:
            near.append(Alike(item.place, share, nearness, chunk.spans))
    return tuple(sorted(near, key=lambda one: (-one.share, one.place.item.id)))


def _may_be_one(place: Place, own: set[str], other: Place, said: set[str]) -> bool:
    """Return whether two items may be of one matter: one council has them, or one of them names the other's council."""
    ours, theirs = council_named(place), council_named(other)
    return same_council(place, other) or bool(ours and ours <= said) or bool(theirs and theirs <= own)


def _words_of(searcher: Searcher, place: Place) -> str:
    """Return what is read of an item."""
    (citation,) = cite(searcher.archive.catalogue, [Passage(place, place.item.spans)])
    return citation.text[:_READ]


def telling_words(searcher: Searcher, place: Place) -> Sequence[str]:
    """Return the words that tell an item from others, most telling first; none where it says too little to be told."""
    archive = searcher.archive
    title, standing = words(place.item.title or ""), is_standing(searcher, place)
    barred = {word for name in (*_people(place), *([] if not standing else title)) for word in words(name)}
    counted = Counter(word for word in words(_words_of(searcher, place)) if _may_tell(word) and word not in barred)
    held = archive.lexical.frequencies([token for word in counted for token in tokens(word)])
    # a word that stands nowhere else links with nothing, and is often one that was misread
    shared = {word: count for word, count in counted.items() if held[tokens(word)[0]] >= _ELSEWHERE}
    weights = weights_of(archive, [tokens(word)[0] for word in shared])
    rare = telling(archive, weights)
    worth = {
        word: min(count, _OFTEN) * min(weights[tokens(word)[0]], _RARE)
        for word, count in shared.items()
        if tokens(word)[0] in rare or word in title
    }
    ordered = sorted(worth, key=lambda word: (-worth[word], word))
    named = [word for word in ordered if word in title][:_OF_TITLE]
    best = [*named, *(word for word in ordered if word not in named)][:_WORDS]
    return best if len(best) >= _LEAST else ()


def _may_tell(word: str) -> bool:
    """Return whether a word can be telling: no figure, no word that questions are made of, no initials, no day or month."""
    return word.isalpha() and len(word) > _INITIALS and word not in STOP_WORDS and word not in _CALENDAR


def _people(place: Place) -> Sequence[str]:
    """Return the names noted on an item."""
    item = place.item
    return [
        *(one.name_as_printed for one in item.speakers),
        *(one.name_as_printed for one in item.attendance),
        *(one.name_as_printed for one in item.interests),
        *(name for limb in item.limbs for name in (limb.mover, limb.seconder) if name),
        *(name for motion in item.motions for name in (motion.mover, motion.seconder) if name),
        *(one.who_as_printed for one in item.undertakings if one.who_as_printed),
    ]
