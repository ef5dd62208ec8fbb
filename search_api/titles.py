"""Which agenda items stand under the same title?

Takes an agenda item, gives the items of the same council under its title or one much like it, each with how much of both titles is
common, words weighed by how rare they are in the archive. A heading under which a body meets again and again (apologies, police
report, questions by members) is no matter: how often it stands in the body's own meetings says so, no list of words does. Reads
titles only; what the items say is for `threads.py` and `timeline.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum
from math import log1p

from index.ids import document_of
from index.ids import meeting_of
from index.passages import Chunk
from index.passages import Filters
from index.ports import Archive
from index.text import content_tokens
from index.text import normalise
from index.text import tokens
from index.text import words
from search_api.matter import folder_of
from search_api.places import Place
from search_api.places import find_documents
from search_api.places import find_places
from search_api.search import Searcher

_DEPTH = 120
"""Passages looked at for items of one title."""

_OF_HEADS = 200
"""Passages looked at to see whether a heading stands."""

_STANDING = 0.3
"""Share of a body's meetings from which on a heading stands; a matter may be taken at every fourth of them."""

_FEW = 4
"""Meetings: a heading of fewer never stands."""

_MANY = 20
"""Meetings: a heading of so many stands, whosever they are."""

_COUNCILS = 4
"""Councils that have the same heading."""

_AGAIN = 3
"""Meetings that have it more than once: minutes filed twice are other meetings."""

_KINDS_OF_COUNCIL = frozenset(
    tokens("the and of council committee joint borough district city county parish town community municipal metropolitan")
)
"""Tokens that say what kind of council it is: every council has some, and none is named by them."""

_HEAD = 3
"""Words that begin a title: "Question submitted by" stands, whoever submits it."""

_ALIKE = 0.5
"""Share of the longer title that must be common: a title of three words is found again where one of them is misspelt."""

_COMMON = 20
"""A word that stands in more than one passage of so many tells nothing alone."""

_SEVERAL = 12
"""Passages: a word of no more tells something however small the archive is."""


@dataclass(frozen=True, slots=True)
class Titled:
    """An item under the same title; `alike` is the share of the words of the longer title that both have, 1 for the same words."""

    place: Place
    alike: float


def same_titles(searcher: Searcher, place: Place) -> tuple[Titled, ...]:
    """Return the other items of the same council under this title, most alike first; none for a standing heading."""
    archive = searcher.archive
    title = content_tokens(place.item.title or "")
    if not title or is_standing(searcher, place):
        return ()
    # words that stand everywhere make a title only all together
    least = _ALIKE if telling(archive, title) else 1.0
    around = tokens(place.meeting.body.value or folder_of(place) or "")
    hits = archive.lexical.search(tuple(dict.fromkeys([*title, *around])), _DEPTH, None)
    heads = words(place.item.title or "")
    chunks = archive.catalogue.chunks([hit.chunk_id for hit in hits])
    found = find_places(archive.catalogue, sorted({chunk.item_id for chunk in chunks if _may_have(chunk, heads)}))
    weights = weights_of(archive, [token for one in (place, *found) for token in content_tokens(one.item.title or "")])
    alike = (Titled(one, _alike(weights, title, one)) for one in found if one.item.id != place.item.id)
    kept = [one for one in alike if one.alike >= least and same_council(place, one.place)]
    return tuple(sorted(kept, key=lambda one: (-one.alike, one.place.item.id)))


def is_standing(searcher: Searcher, place: Place) -> bool:
    """Return whether the head of the item's title is no matter: it stands in a large share of the body's meetings, several times in
    one, in the minutes of several councils, or in more passages than are looked at.
    """
    archive, title = searcher.archive, place.item.title or ""
    head = " ".join(title.split()[:_HEAD])
    hits = archive.lexical.phrase(tuple(tokens(head)), _OF_HEADS, None)
    chunks = archive.catalogue.chunks([hit.chunk_id for hit in hits])
    under = {chunk.item_id: chunk.context for chunk in chunks if chunk.context.casefold().startswith(head.casefold())}
    if len(hits) == _OF_HEADS and 2 * len(under) >= _OF_HEADS:
        return True
    return _of_several_councils(archive, under) or _several_in_a_meeting(under) or _in_most_meetings(searcher, place, under)


def _of_several_councils(archive: Archive, under: Iterable[str]) -> bool:
    """Return whether documents of many folders have the heading: what several councils take is no matter of one of them."""
    documents = find_documents(archive.catalogue, sorted({document_of(item_id) for item_id in under}))
    return len({one.path.partition("/")[0] for one in documents if "/" in one.path}) >= _COUNCILS


def _several_in_a_meeting(under: Iterable[str]) -> bool:
    """Return whether several items of one meeting have the heading, and so again: a question by each member."""
    items = Counter(meeting_of(item_id) for item_id in under)
    return sum(count > 1 for count in items.values()) >= _AGAIN


def _in_most_meetings(searcher: Searcher, place: Place, under: Mapping[str, str]) -> bool:
    """Return whether the meetings of the body, or of the council, have it often."""
    if len({meeting_of(item_id) for item_id in under}) >= _MANY:
        return True
    body, council = place.meeting.body.value, place.meeting.council.value
    named = ((body, Filters(bodies=(body or "",))), (council, Filters(councils=(council or "",))))
    for name, filters in named:
        if name is None:
            continue
        meetings = {meeting_of(item_id) for item_id, context in under.items() if name in context}
        if len(meetings) >= max(_FEW, _STANDING * searcher.coverage(filters).meetings):
            return True
    return False


def same_council(one: Place, other: Place) -> bool:
    """Return whether two items are of one council: one name holds the other, as a joint committee's does, their body is the same,
    or their documents lie in one folder.
    """
    first, second = council_named(one), council_named(other)
    if first and second and (first <= second or second <= first):
        return True
    bodies = (one.meeting.body.value, other.meeting.body.value)
    if all(bodies) and tokens(bodies[0] or "") == tokens(bodies[1] or "") and not (first and second):
        return True
    return folder_of(one) is not None and folder_of(one) == folder_of(other)


def council_named(place: Place) -> frozenset[str]:
    """Return the tokens that name an item's council beside what kind of council it is; none where it is not stated."""
    return frozenset(tokens(place.meeting.council.value or "")) - _KINDS_OF_COUNCIL


def telling(archive: Archive, found: Iterable[str]) -> frozenset[str]:
    """Return the tokens that tell one matter from others: those that few passages hold."""
    held = archive.lexical.frequencies(sorted(set(found)))
    most = max(_SEVERAL, archive.manifest.counts.chunks // _COMMON)
    return frozenset(token for token, count in held.items() if count <= most)


def weights_of(archive: Archive, found: Iterable[str]) -> Mapping[str, float]:
    """Return how much each token tells: its inverse document frequency, as in BM25."""
    held = archive.lexical.frequencies(sorted(set(found)))
    chunks = archive.manifest.counts.chunks
    return {token: log1p((chunks - count + 0.5) / (count + 0.5)) for token, count in held.items()}


def _may_have(chunk: Chunk, title: Sequence[str]) -> bool:
    """Return whether the context of a chunk, which begins with the title of its item, may hold half of the words of this one."""
    context = normalise(chunk.context)
    return 2 * sum(word in context for word in title) >= len(title)


def _alike(weights: Mapping[str, float], title: Sequence[str], other: Place) -> float:
    """Return the weighted share of the longer title that both hold."""
    first, second = {*title}, {*content_tokens(other.item.title or "")}
    longer = max(fsum(weights[token] for token in held) for held in (first, second))
    return fsum(weights[token] for token in first & second) / longer if longer else 0.0
