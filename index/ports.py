"""Which shapes do the writer and the reader talk through?

Protocols only. What is written in a docstring here is checked by tests/conformance on every backend; nothing may be left to
the implementation: order, ties, unknown ids and empty input are all stated.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.manifest import Manifest
from index.manifest import ModelIdentity
from index.passages import Chunk
from index.passages import Filters
from index.passages import Ranking
from index.passages import Selection
from index.passages import WordPlaces
from index.records import Meeting
from index.records import Outcome
from index.records import RecordState
from index.rolls import Role
from index.sources import DocumentKind
from index.sources import Page
from index.sources import SourceDocument
from index.word_vectors import WordVectors

Vectors = NDArray[np.float32]
"""Shape (n, dimension), rows of unit length."""

PageKey = tuple[str, int]
"""A document id and a page number from 1."""


class Embedder(Protocol):
    """Turns words into vectors of unit length; the same text always gives the same vector."""

    @property
    def identity(self) -> ModelIdentity:
        """Which model this is, as the manifest records it."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text, in order; no texts give an empty matrix of shape (0, dimension)."""

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Return one vector of shape (dimension,)."""

    def embed_query_words(self, text: str) -> WordVectors:
        """Return the vectors of the words of a question; for one just embedded this takes no time.

        A model that cannot be read word by word gives none, of questions and of passages.
        """

    def embed_passage_words(self, text: str, at_most: int) -> WordVectors:
        """Return the vectors of the first `at_most` words, or pieces of words, of a passage.

        They may be set beside those of a question, not beside vectors of whole texts; a text without words has none.
        """


class LexicalIndex(Protocol):
    """The keyword leg: BM25 over stemmed tokens (Robertson and Zaragoza 2009)."""

    def search(self, tokens: Sequence[str], k: int, within: Selection | None) -> Ranking:
        """Return at most `k` chunks that hold any token, best first, ties by id; `within=None` means all. Never raises on
        unknown words; no tokens give an empty ranking.
        """

    def phrase(self, tokens: Sequence[str], k: int, within: Selection | None) -> Ranking:
        """Return at most `k` chunks that hold all tokens one after the other, best first, ties by id."""

    def weigh(self, tokens: Sequence[str], held: Mapping[int, WordPlaces]) -> Mapping[str, Mapping[int, float]]:
        """Return, for each token, what it adds to the score of each of these chunks of the archive, 0.0 where it does not stand.

        `held` says where they stand in the `Catalogue.tokens` of each chunk; the sum over the tokens is what `search` scores it.
        """

    def frequencies(self, tokens: Sequence[str]) -> Mapping[str, int]:
        """Return in how many chunks of the archive each token stands, 0 for unknown words."""


class DenseIndex(Protocol):
    """The embedding leg: a chunk scores the cosine of its nearest view. Exact, unless the manifest says otherwise."""

    def search(self, vector: NDArray[np.float32], k: int, within: Selection | None) -> Ranking:
        """Return the `k` nearest chunks (fewer when fewer are allowed), best first, ties by id."""

    def score(self, vector: NDArray[np.float32], chunk_ids: Sequence[int]) -> Mapping[int, float]:
        """Return the cosine of each of these chunks; raises `UnknownRecordError`."""

    def like(self, leaders: Sequence[int], chunk_ids: Sequence[int]) -> Mapping[int, tuple[float, ...]]:
        """Return the cosine of each of these chunks to the whole of each leader, in their order; raises `UnknownRecordError`."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value that can be filtered by, and how many agenda items have it."""

    value: str
    items: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was there to be looked at: how many meetings, of which bodies, between which stated dates."""

    meetings: int
    undated: int
    bodies: tuple[str, ...]
    councils: tuple[str, ...]
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a longer list of item ids, and how long the whole list is."""

    item_ids: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting as it is listed for who asks what is held: whose, when, how it was recorded, and in which document."""

    document_id: str
    kind: DocumentKind
    council: str | None
    body: str | None
    day: date | None
    state: RecordState


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an agenda item stands, for counting and putting in order: whose it is, of which day, and the outcomes it has.

    What is not stated is `None`; outcomes are in alphabetical order, each once.
    """

    council: str | None
    body: str | None
    date: date | None
    kind: DocumentKind
    outcomes: tuple[Outcome, ...]


class Catalogue(Protocol):
    """The truth: records, page text and spans. Restricted text is not there to be read."""

    def select(self, filters: Filters) -> Selection:
        """Return the chunks that the filters allow; unknown values allow none."""

    def beside(self, chunk_ids: Sequence[int]) -> Selection:
        """Return the chunks of the agenda items that these chunks belong to, ids ascending; unknown ids are passed over."""

    def chunks(self, chunk_ids: Sequence[int]) -> tuple[Chunk, ...]:
        """Return chunks in the order asked; raises `UnknownRecordError`."""

    def tokens(self, chunk_ids: Sequence[int]) -> Mapping[int, str]:
        """Return each chunk's tokens joined by spaces, those of its context first, as the keyword leg holds them; raises
        `UnknownRecordError`.
        """

    def pages(self, keys: Sequence[PageKey]) -> Mapping[PageKey, Page]:
        """Return each page asked for; raises `UnknownRecordError`."""

    def meetings(self, meeting_ids: Sequence[str]) -> tuple[Meeting, ...]:
        """Return meetings in the order asked; raises `UnknownRecordError`."""

    def documents(self, document_ids: Sequence[str]) -> tuple[SourceDocument, ...]:
        """Return documents in the order asked; raises `UnknownRecordError`."""


class Register(Protocol):
    """The archive seen as lists and counts, for browsing."""

    def items(self, filters: Filters, start: int, count: int | None, *, decided: bool) -> Listing:
        """Return item ids, newest meeting first (undated last), then as printed; `decided` keeps those with limbs."""

    def meeting_ids(self, document_id: str) -> tuple[str, ...]:
        """Return the meetings of a document in order; an unknown document has none."""

    def facets(self, filters: Filters) -> Mapping[str, tuple[FacetValue, ...]]:
        """Return `council`, `body`, `year`, `kind` and `outcome`, each most items first, ties by value."""

    def standing(self, item_ids: Sequence[str]) -> Mapping[str, Standing]:
        """Return where each of these items stands, without reading a record; ids that are not held are passed over."""

    def coverage(self, filters: Filters) -> Coverage:
        """Return what lies within the filters (outcomes and people are not considered)."""

    def sittings(self) -> tuple[Sitting, ...]:
        """Return every meeting held, those of one document in its order, documents by id."""


@dataclass(frozen=True, slots=True)
class VoteListing:
    """One page of a longer list of votes, each by the id of its limb, and how long the whole list is."""

    limb_ids: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True)
class NameHeld:
    """A name as printed, how often it is printed in each role (those with none are left out), and the councils that print it."""

    name: str
    counts: Mapping[Role, int]
    councils: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameListing:
    """One page of a longer list of names, and how long the whole list is."""

    names: tuple[NameHeld, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a name is printed: an agenda item, and the place of the record in it, counted as `index.rolls.Printed` counts."""

    item_id: str
    place: int


@dataclass(frozen=True, slots=True)
class MentionListing:
    """One page of a longer list of mentions, and how long the whole list is."""

    mentions: tuple[Mention, ...]
    total: int


class Rolls(Protocol):
    """The votes printed, and the names printed as `index.rolls` reads them. All of it raises `RollsNotKeptError` in an archive
    of a format that kept no such lists. A name as typed is compared as `Filters.people` says; two spellings stay two names.
    """

    def votes(self, filters: Filters, start: int, count: int | None, *, member: str | None, recorded: bool) -> VoteListing:
        """Return limbs with a printed vote, newest meeting first (undated last), then as printed. Of the outcomes asked for, the
        limb itself has one. `recorded` keeps those that name the voters; `member`, those that name one it may stand for.
        """

    def names(self, typed: str, filters: Filters, start: int, count: int | None) -> NameListing:
        """Return the names that `typed` may stand for on items within the filters, most often printed first, ties by name."""

    def mentions(self, name: str, role: Role, filters: Filters, start: int, count: int | None) -> MentionListing:
        """Return where this name, letter by letter, is printed in a role, newest meeting first, then as printed."""


class Vocabulary(Protocol):
    """The words that stand in the archive, for those who misspell them."""

    def similar(self, word: str, k: int) -> tuple[str, ...]:
        """Return at most `k` words that stand in the archive and are spelled nearly so: at most one edit for a word of four to
        seven letters, two from eight, a transposition being one. Nearest first, then commonest, then by alphabet. A word that
        stands in the archive, is shorter than four letters or holds a digit gives none.
        """


@dataclass(frozen=True, slots=True)
class Archive:
    """One committed generation, held still: a later commit does not move it."""

    manifest: Manifest
    catalogue: Catalogue
    register: Register
    lexical: LexicalIndex
    dense: DenseIndex
    vocabulary: Vocabulary
    rolls: Rolls


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """What the writer already holds about a path."""

    document_id: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Deposit:
    """All that is stored for one document: it goes in whole or not at all.

    `vectors` has one matrix a chunk, with one row for each view of it (`index.views`).
    """

    document: SourceDocument
    pages: tuple[Page, ...]
    meetings: tuple[Meeting, ...]
    chunks: tuple[Chunk, ...]
    vectors: Sequence[Vectors]
    withheld: int = 0


class ArchiveWriter(Protocol):
    """Builds the next generation aside; one writer at a time."""

    def known(self) -> Mapping[str, KnownDocument]:
        """Return what is held, by path below the ingested folder, pending changes included."""

    def outdated(self) -> bool:
        """Return whether what is committed has an older format than is written now: then a commit of nothing new gains by it."""

    def vectors(self, digests: Sequence[str]) -> Mapping[str, Vectors]:
        """Return the vectors already held for these `text_digest`s of indexed text, one matrix each; unknown ones are left out."""

    def put(self, deposit: Deposit) -> None:
        """Store a document; one with the same path is replaced. Nothing is visible before `commit`."""

    def remove(self, document_id: str) -> None:
        """Take a document out of all three stores; raises `UnknownRecordError`."""

    def commit(self, committed: str) -> Manifest:
        """Make everything visible by one atomic replace; `committed` is the time, ISO 8601, UTC. The writer is then closed."""

    def abandon(self) -> None:
        """Throw the pending changes away and let the next writer in. Harmless after `commit`."""
