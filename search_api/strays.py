"""Which clauses of a long item are about something else than what was asked?

"Matters arising" of a village runs over fifteen matters, and each of its clauses is found with the item's council and day: who
asked for dog fouling in Ayton was shown a donation, a plaque and a defibrillator as decided. Takes what was found, gives it without
the clauses that stray: neither near in meaning nor with a word of the question in them, in the item's title or in what is printed
around them. Of one by which the meeting itself goes on (to take a ten-minute adjournment), only its own words count. Whose meeting
it was and when tells no matter from another. What was not carried never strays: who reads its motion must see what became of it.
Drops no item and no passage.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from itertools import chain

from index.ports import Archive
from index.records import of_the_meeting
from index.records import undecided
from index.sources import Page
from index.sources import SourceSpan
from index.text import tokens
from search_api.everyday import printed_for
from search_api.evidence import ASKING
from search_api.found import Found
from search_api.found import ItemHit
from search_api.peoples import named_otherwise
from search_api.places import Place
from search_api.query import Query

_AROUND = 300
"""Characters printed on each side of a clause. On 249 questions no clause that was asked for strays with 300 to 500."""

_NEAR = 0.4
"""From this cosine on a clause is near enough in meaning. With 0.45 one that was asked for strays."""

Pages = Mapping[tuple[str, int], Page]


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A clause that lies far in meaning, in an item whose title says nothing of what was asked, or of the meeting itself."""

    chunk_id: int
    spans: tuple[SourceSpan, ...]
    asked: frozenset[str]
    around: int

    def strays(self, pages: Pages) -> bool:
        """Return whether nothing that was asked for is printed in the clause or around it."""
        texts = (
            pages[one.document_id, one.page].text[max(one.start - self.around, 0) : one.end + self.around] for one in self.spans
        )
        return self.asked.isdisjoint(tokens("\n".join(texts)))


def without_strays(archive: Archive, found: Found) -> Found:
    """Return what was found, its items without the clauses that are about something else; reads the pages of suspects."""
    suspects = [suspect for item in found.hits for suspect in _suspects(found.query, item)]
    pages = archive.catalogue.pages(sorted({(span.document_id, span.page) for one in suspects for span in one.spans}))
    strays = {one.chunk_id for one in suspects if one.strays(pages)}
    return replace(found, hits=tuple(_without(item, strays) for item in found.hits))


def _suspects(query: Query, item: ItemHit) -> Iterator[_Suspect]:
    asked = _asked(query, item.place)
    if not asked:
        return
    named = not asked.isdisjoint(tokens(item.place.item.title or ""))
    decided = {limb.id: limb for limb in item.place.item.limbs if not undecided(limb.outcome)}
    for hit in item.chunks:
        limb = decided.get(hit.chunk.limb_id or "")
        if limb is None or hit.exact:
            continue
        if of_the_meeting(limb):
            yield _Suspect(hit.chunk.id, hit.chunk.spans, asked, around=0)
        elif not named and (hit.evidence.cosine or 0.0) < _NEAR:
            yield _Suspect(hit.chunk.id, hit.chunk.spans, asked, around=_AROUND)


def _asked(query: Query, place: Place) -> frozenset[str]:
    """Return the tokens that tell what is asked for, and what minutes say for them, as far as they do not name the meeting."""
    meeting = place.meeting
    day = meeting.date.value
    named = (meeting.body.value, meeting.council.value, f"{day.day} {day:%B %Y}" if day else None)
    telling = [token for token in query.tokens if token not in ASKING]
    asked = chain(telling, named_otherwise(telling), *printed_for(telling).values())
    return frozenset(asked).difference(tokens(" ".join(filter(None, named))))


def _without(item: ItemHit, strays: Collection[int]) -> ItemHit:
    return replace(item, chunks=tuple(hit for hit in item.chunks if hit.chunk.id not in strays))
