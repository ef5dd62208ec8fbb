"""The invented deposits and the addresses that every backend is tried with.

A deposit is made up from the words of its items: one page a sitting, one passage chunk an item, one decision chunk a limb. The
vectors are those of the hashing embedder, so the same words always lie at the same place.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest

from index import ids
from index.embedding.hashing import HashingEmbedder
from index.passages import Chunk
from index.passages import ChunkKind
from index.passages import indexed_text
from index.ports import Deposit
from index.records import AgendaItem
from index.records import DecisionLimb
from index.records import Force
from index.records import Meeting
from index.records import Outcome
from index.records import RecordState
from index.sources import DocumentKind
from index.sources import Origin
from index.sources import Page
from index.sources import SourceDocument
from index.sources import SourceSpan
from index.sources import Stated
from index.views import embed_views

T = TypeVar("T")

Item = str | tuple[str, tuple[Outcome, ...]]
"""An item's words, alone or with the outcome of each of its limbs."""


def _stated(value: T | None) -> Stated[T]:
    return Stated() if value is None else Stated(value, Origin.SIDECAR)


def _item(meeting: str, ordinal: int, item: Item, page: Page, start: int) -> AgendaItem:
    words, outcomes = (item, ()) if isinstance(item, str) else item
    identifier = ids.item_id(meeting, ordinal)
    span = SourceSpan(page.document_id, page.number, start, start + len(words))
    limbs = tuple(
        DecisionLimb(ids.limb_id(identifier, place), None, (span,), Force.AGREED, outcome)
        for place, outcome in enumerate(outcomes, start=1)
    )
    return AgendaItem(identifier, ordinal, str(ordinal), None, words[:20], (span,), limbs=limbs)


def _chunks(item: AgendaItem, context: str) -> list[Chunk]:
    passage = Chunk(ids.chunk_id(item.id, ChunkKind.PASSAGE, 1), item.id, ChunkKind.PASSAGE, item.spans, context)
    decisions = [
        Chunk(ids.chunk_id(item.id, ChunkKind.DECISION, place), item.id, ChunkKind.DECISION, limb.spans, context, limb.id)
        for place, limb in enumerate(item.limbs, start=1)
    ]
    return [passage, *decisions]


def _sitting(
    document_id: str, ordinal: int, items: tuple[Item, ...], held: tuple[Stated[str], Stated[str], Stated[date]]
) -> tuple[Meeting, Page]:
    meeting_id = ids.meeting_id(document_id, ordinal)
    all_words = [item if isinstance(item, str) else item[0] for item in items]
    page = Page(document_id, ordinal, "\n".join(all_words))
    starts = [sum(len(words) + 1 for words in all_words[:place]) for place in range(len(items))]
    numbered = enumerate(zip(items, starts, strict=True), start=1)
    agenda = tuple(_item(meeting_id, place, item, page, start) for place, (item, start) in numbered)
    return Meeting(meeting_id, document_id, *held, RecordState.NOT_STATED, agenda), page


def _moved(meeting: Meeting, mover: str | None) -> Meeting:
    items = (replace(item, limbs=tuple(replace(limb, mover=mover) for limb in item.limbs)) for item in meeting.items)
    return replace(meeting, items=tuple(items))


def invent_deposit(
    path: str,
    *items: Item,
    council: str | None = "Aldermere Borough Council",
    body: str | None = "Cabinet",
    day: date | None = date(2022, 2, 8),
    kind: DocumentKind = DocumentKind.MINUTES,
    sittings: int = 1,
    withheld: int = 0,
    version: str = "first",
    mover: str | None = None,
) -> Deposit:
    """Make up the deposit of one document; every sitting in it has the same items, another `version` is another file, and
    whoever is named moved every limb of it.
    """
    content = hashlib.sha256(repr((items, council, body, day, kind, version, mover)).encode()).hexdigest()
    document_id = ids.document_id(path, content)
    held = (_stated(council), _stated(body), _stated(day))
    pairs = [_sitting(document_id, ordinal, items, held) for ordinal in range(1, sittings + 1)]
    meetings, pages = tuple(_moved(meeting, mover) for meeting, _ in pairs), tuple(page for _, page in pairs)
    by_key = {(page.document_id, page.number): page for page in pages}
    context = ", ".join(part for part in (body, council) if part)
    chunks = tuple(chunk for meeting in meetings for item in meeting.items for chunk in _chunks(item, context))
    vectors = embed_views(HashingEmbedder(), [indexed_text(chunk, by_key) for chunk in chunks])
    document = SourceDocument(document_id, path, content, "text/plain", kind, len(pages))
    return Deposit(document, pages, meetings, chunks, vectors, withheld)


@pytest.fixture(scope="session")
def invent() -> Callable[..., Deposit]:
    """Return the maker of invented deposits."""
    return invent_deposit


@pytest.fixture(scope="module", params=["memory", "file"])
def new_address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Return a maker of addresses where nothing is yet, one parameter a backend."""

    def make() -> str:
        if request.param == "memory":
            return f"memory:{uuid.uuid4()}"
        return f"file:{tmp_path_factory.mktemp('place') / 'archive'}"

    return make


@pytest.fixture
def address(new_address: Callable[[], str]) -> str:
    """Return an address where nothing is yet."""
    return new_address()
