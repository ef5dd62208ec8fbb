"""What can be found?

The chunk is the indexed unit: a span inside one agenda item, never a copy that may differ from the page. Filters say what a
person asked for; a selection is what the catalogue made of them, resolved once and pushed into both legs.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from index.records import Outcome
from index.sources import DocumentKind
from index.sources import Page
from index.sources import SourceSpan
from index.sources import quote


class ChunkKind(StrEnum):
    """A stretch of an item's text, or one decision limb standing alone."""

    PASSAGE = "passage"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Chunk:
    """The indexed unit. `context` (title, body, council, date) is indexed with the words and never quoted.

    `id` is a positive 63-bit number from `index.ids.chunk_id`; `limb_id` is set on decision chunks only.
    """

    id: int
    item_id: str
    kind: ChunkKind
    spans: tuple[SourceSpan, ...]
    context: str
    limb_id: str | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """What was asked for; an empty tuple or `None` means anything. Dates include both ends.

    A meeting whose date is not stated lies in no date range. `outcomes` holds for an item when one of its limbs has it.

    `people` are those who moved, seconded or spoke, or undertook something: names as typed, any of several. An item has a person
    when all words of the name, titles aside, are words of one name noted on the item, compared without case, accents and full
    stops; an initial stands for a name that begins with it, on either side. A title alone names nobody.
    """

    councils: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    kinds: tuple[DocumentKind, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    people: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Return whether anything was asked for."""
        return self != Filters()


@dataclass(frozen=True, slots=True)
class Selection:
    """The chunks that filters allow, ids ascending."""

    chunk_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """Where the tokens asked for stand in a chunk: `places` ascending by token, of those that stand there; `length` in tokens."""

    places: Mapping[str, Sequence[int]]
    length: int


def word_places(wanted: Collection[str], text: str) -> WordPlaces:
    """Return where these tokens stand in a chunk, `text` being its tokens joined by spaces (`Catalogue.tokens`).

    A search walks over two hundred of them: taken apart one by one, and forgotten again, they are still in the processor's cache.
    """
    places: dict[str, list[int]] = {}
    said = text.split()
    for at, token in enumerate(said):
        if token in wanted:
            places.setdefault(token, []).append(at)
    return WordPlaces(places, len(said))


@dataclass(frozen=True, slots=True)
class Scored:
    """A chunk and its score in one leg or in a fusion; scores of different legs are never compared raw."""

    chunk_id: int
    score: float


Ranking = tuple[Scored, ...]
"""Best first; equal scores by ascending chunk id."""


def ranked(scores: Mapping[int, float]) -> Ranking:
    """Order scores best first, ties by chunk id, so that the same scores always give the same ranking."""
    ordered = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Scored(chunk_id, score) for chunk_id, score in ordered)


def words_of(chunk: Chunk, pages: Mapping[tuple[str, int], Page]) -> str:
    """Return a chunk's own words, pieces on different pages joined by a line end."""
    return "\n".join(quote(pages, chunk.spans))


def indexed_text(chunk: Chunk, pages: Mapping[tuple[str, int], Page]) -> str:
    """Return what both legs index for a chunk: its context on one line, then its words."""
    return f"{chunk.context}\n{words_of(chunk, pages)}"
