"""Every `Catalogue`: selections by filter, and records by id in the order asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from index.embedding.hashing import HashingEmbedder
from index.errors import UnknownRecordError
from index.opening import begin_archive
from index.opening import open_archive
from index.passages import Filters
from index.ports import Archive
from index.ports import Deposit
from index.records import Outcome
from index.sources import DocumentKind

Invent = Callable[..., Deposit]

ALDERMERE = "Aldermere Borough Council"
TARNBROOK = "Tarnbrook District Council"


@pytest.fixture(scope="module")
def deposits(invent: Invent) -> dict[str, Deposit]:
    lost = ("The motion was put.", (Outcome.LOST, Outcome.CARRIED))
    return {
        "cabinet": invent("a/cabinet.pdf", "The budget.", lost, day=date(2022, 2, 8)),
        "council": invent("a/council.pdf", "The Mayor.", body="Full Council", day=date(2023, 7, 13)),
        "tarnbrook": invent("t/cabinet.pdf", ("Resolved.", (Outcome.CARRIED,)), council=TARNBROOK, day=date(2022, 2, 9)),
        "agenda": invent("t/agenda.pdf", "To consider.", council=TARNBROOK, kind=DocumentKind.AGENDA),
        "undated": invent("u.pdf", "Apologies.", council=None, body=None, day=None),
        "two": invent("two.pdf", "Welcome.", "Close.", body="Panel", day=date(2021, 1, 1), sittings=2),
    }


@pytest.fixture(scope="module")
def archive(new_address: Callable[[], str], deposits: dict[str, Deposit]) -> Archive:
    address = new_address()
    writer = begin_archive(address, HashingEmbedder().identity, "1")
    for deposit in deposits.values():
        writer.put(deposit)
    writer.commit("2024-01-02T03:04:05Z")
    return open_archive(address)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), {"cabinet", "council", "tarnbrook", "agenda", "undated", "two"}),
        (Filters(councils=(ALDERMERE,)), {"cabinet", "council", "two"}),
        (Filters(councils=(ALDERMERE, TARNBROOK)), {"cabinet", "council", "two", "tarnbrook", "agenda"}),
        (Filters(councils=(TARNBROOK,), bodies=("Cabinet",)), {"tarnbrook", "agenda"}),
        (Filters(bodies=("Full Council", "Panel")), {"council", "two"}),
        (Filters(kinds=(DocumentKind.AGENDA,)), {"agenda"}),
        (Filters(since=date(2022, 2, 9)), {"tarnbrook", "council"}),
        (Filters(until=date(2022, 2, 8)), {"cabinet", "agenda", "two"}),
        (Filters(since=date(2022, 2, 8), until=date(2022, 2, 8)), {"cabinet", "agenda"}),
        (Filters(councils=("Nowhere",)), set()),
        (Filters(bodies=("aldermere borough council", "' OR 1=1 --")), set()),
        (Filters(since=date(2023, 1, 1), until=date(2022, 1, 1)), set()),
    ],
)
def test_a_selection_holds_the_chunks_that_the_filters_allow(
    archive: Archive, deposits: dict[str, Deposit], filters: Filters, expected: set[str]
) -> None:
    chunk_ids = archive.catalogue.select(filters).chunk_ids
    assert chunk_ids == tuple(sorted(chunk.id for name in expected for chunk in deposits[name].chunks))


def test_an_item_is_selected_when_one_of_its_limbs_has_the_outcome(archive: Archive, deposits: dict[str, Deposit]) -> None:
    lost = archive.catalogue.select(Filters(outcomes=(Outcome.LOST,)))
    assert {chunk.item_id for chunk in archive.catalogue.chunks(lost.chunk_ids)} == {deposits["cabinet"].meetings[0].items[1].id}
    assert len(lost.chunk_ids) == 3  # the passage and both limbs
    either = archive.catalogue.select(Filters(outcomes=(Outcome.LOST, Outcome.CARRIED)))
    assert len(either.chunk_ids) == 3 + 2
    assert archive.catalogue.select(Filters(outcomes=(Outcome.WITHDRAWN,))).chunk_ids == ()
    assert archive.catalogue.select(Filters(outcomes=(Outcome.LOST,), councils=(TARNBROOK,))).chunk_ids == ()


def test_beside_a_chunk_stand_the_chunks_of_its_item_and_no_others(archive: Archive, deposits: dict[str, Deposit]) -> None:
    budget, *voted = deposits["cabinet"].chunks
    (resolved, *_) = deposits["tarnbrook"].chunks
    assert archive.catalogue.beside([voted[2].id]).chunk_ids == tuple(sorted(chunk.id for chunk in voted))
    assert archive.catalogue.beside([budget.id]).chunk_ids == (budget.id,)
    both = [*voted, *deposits["tarnbrook"].chunks]
    assert archive.catalogue.beside([resolved.id, voted[0].id, voted[1].id]).chunk_ids == tuple(sorted(chunk.id for chunk in both))


def test_beside_unknown_chunks_stands_nothing(archive: Archive, deposits: dict[str, Deposit]) -> None:
    budget = deposits["cabinet"].chunks[0]
    assert archive.catalogue.beside([]).chunk_ids == ()
    assert archive.catalogue.beside([7]).chunk_ids == ()
    assert archive.catalogue.beside([7, budget.id, budget.id]).chunk_ids == (budget.id,)


def test_chunks_come_in_the_order_asked_and_as_they_were_put(archive: Archive, deposits: dict[str, Deposit]) -> None:
    asked = (*reversed(deposits["two"].chunks), *deposits["cabinet"].chunks, deposits["two"].chunks[0])
    assert archive.catalogue.chunks([chunk.id for chunk in asked]) == asked
    assert archive.catalogue.chunks([]) == ()


def test_a_chunk_has_the_tokens_of_its_context_and_then_of_its_words(archive: Archive, deposits: dict[str, Deposit]) -> None:
    budget, mayor = deposits["cabinet"].chunks[0], deposits["council"].chunks[0]
    assert archive.catalogue.tokens([mayor.id, budget.id, mayor.id]) == {
        budget.id: "cabinet aldermer borough council the budget",
        mayor.id: "full council aldermer borough council the mayor",
    }
    assert archive.catalogue.tokens([]) == {}


def test_pages_come_as_they_were_put(archive: Archive, deposits: dict[str, Deposit]) -> None:
    pages = [page for deposit in deposits.values() for page in deposit.pages]
    keys = [(page.document_id, page.number) for page in pages]
    assert archive.catalogue.pages(keys) == dict(zip(keys, pages, strict=True))
    assert archive.catalogue.pages([]) == {}


def test_meetings_and_documents_come_in_the_order_asked(archive: Archive, deposits: dict[str, Deposit]) -> None:
    meetings = tuple(meeting for deposit in reversed(deposits.values()) for meeting in deposit.meetings)
    documents = tuple(deposit.document for deposit in reversed(deposits.values()))
    assert archive.catalogue.meetings([meeting.id for meeting in meetings]) == meetings
    assert archive.catalogue.documents([document.id for document in documents]) == documents
    assert archive.catalogue.meetings([]) == ()
    assert archive.catalogue.documents([]) == ()


def test_an_unknown_id_is_named(archive: Archive, deposits: dict[str, Deposit]) -> None:
    known = deposits["two"]
    with pytest.raises(UnknownRecordError, match="chunk 7"):
        archive.catalogue.chunks([known.chunks[0].id, 7])
    with pytest.raises(UnknownRecordError, match="chunk 7"):
        archive.catalogue.tokens([known.chunks[0].id, 7])
    with pytest.raises(UnknownRecordError, match=r"page \('nowhere', 1\)"):
        archive.catalogue.pages([("nowhere", 1)])
    with pytest.raises(UnknownRecordError, match="page"):
        archive.catalogue.pages([(known.document.id, 3)])
    with pytest.raises(UnknownRecordError, match="meeting 'nowhere'"):
        archive.catalogue.meetings(["nowhere"])
    with pytest.raises(UnknownRecordError, match="document 'nowhere'"):
        archive.catalogue.documents(["nowhere"])
