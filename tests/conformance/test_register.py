"""Every `Register`: lists, facets and coverage."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from index.embedding.hashing import HashingEmbedder
from index.opening import begin_archive
from index.opening import open_archive
from index.passages import Filters
from index.ports import Archive
from index.ports import Coverage
from index.ports import Deposit
from index.ports import FacetValue
from index.ports import Listing
from index.ports import Standing
from index.records import Outcome
from index.sources import DocumentKind

Invent = Callable[..., Deposit]

ALDERMERE = "Aldermere Borough Council"
TARNBROOK = "Tarnbrook District Council"


@pytest.fixture(scope="module")
def deposits(invent: Invent) -> dict[str, Deposit]:
    decided = ("Put.", (Outcome.CARRIED, Outcome.CARRIED, Outcome.LOST))
    return {
        "old": invent("old.pdf", "Apologies.", decided, day=date(2019, 6, 11)),
        "new": invent("new.pdf", decided, body="Panel", day=date(2023, 7, 13)),
        "undated": invent("undated.pdf", "Noted.", council=TARNBROOK, body=None, day=None),
        "same day": invent("same.pdf", "Agenda.", council=TARNBROOK, day=date(2019, 6, 11), kind=DocumentKind.AGENDA),
        "issue": invent("issue.pdf", "Welcome.", "Close.", body="Panel", day=date(2021, 1, 1), sittings=11),
    }


@pytest.fixture(scope="module")
def archive(new_address: Callable[[], str], deposits: dict[str, Deposit]) -> Archive:
    address = new_address()
    writer = begin_archive(address, HashingEmbedder().identity, "1")
    for deposit in deposits.values():
        writer.put(deposit)
    writer.commit("2024-01-02T03:04:05Z")
    return open_archive(address)


def items_of(*deposits: Deposit) -> tuple[str, ...]:
    return tuple(item.id for deposit in deposits for meeting in deposit.meetings for item in meeting.items)


def test_items_come_newest_first_undated_last_and_then_as_printed(archive: Archive, deposits: dict[str, Deposit]) -> None:
    same_day = sorted([deposits["old"], deposits["same day"]], key=lambda deposit: deposit.document.id)
    ordered = items_of(deposits["new"], deposits["issue"], *same_day, deposits["undated"])
    assert archive.register.items(Filters(), 0, None, decided=False) == Listing(ordered, len(ordered))


def test_a_list_is_cut_into_pages_that_know_its_length(archive: Archive) -> None:
    whole = archive.register.items(Filters(), 0, None, decided=False)
    pages = [archive.register.items(Filters(), start, 10, decided=False) for start in (0, 10, 20, 30)]
    assert tuple(item for page in pages for item in page.item_ids) == whole.item_ids
    assert [page.total for page in pages] == [whole.total] * 4
    assert archive.register.items(Filters(), 3, 0, decided=False) == Listing((), whole.total)
    assert archive.register.items(Filters(), 5, None, decided=False).item_ids == whole.item_ids[5:]


def test_decided_items_are_those_with_limbs(archive: Archive, deposits: dict[str, Deposit]) -> None:
    decided = archive.register.items(Filters(), 0, None, decided=True)
    assert decided.item_ids == (*items_of(deposits["new"]), items_of(deposits["old"])[1])
    assert archive.register.items(Filters(bodies=("Cabinet",)), 0, None, decided=True).total == 1


def test_a_list_obeys_the_filters(archive: Archive, deposits: dict[str, Deposit]) -> None:
    lost = archive.register.items(Filters(outcomes=(Outcome.LOST,), until=date(2020, 1, 1)), 0, None, decided=False)
    assert lost == Listing((items_of(deposits["old"])[1],), 1)
    assert archive.register.items(Filters(councils=("Nowhere",)), 0, None, decided=False) == Listing((), 0)


def test_meetings_of_a_document_come_in_their_order(archive: Archive, deposits: dict[str, Deposit]) -> None:
    issue = deposits["issue"]
    assert archive.register.meeting_ids(issue.document.id) == tuple(f"{issue.document.id}-m{number}" for number in range(1, 12))
    assert archive.register.meeting_ids("nowhere") == ()


def test_facets_count_agenda_items_most_first_ties_by_value(archive: Archive) -> None:
    assert archive.register.facets(Filters()) == {
        "council": (FacetValue(ALDERMERE, 2 + 1 + 22), FacetValue(TARNBROOK, 2)),
        "body": (FacetValue("Panel", 1 + 22), FacetValue("Cabinet", 2 + 1)),
        "year": (FacetValue("2021", 22), FacetValue("2019", 2 + 1), FacetValue("2023", 1)),
        "kind": (FacetValue("minutes", 2 + 1 + 1 + 22), FacetValue("agenda", 1)),
        "outcome": (FacetValue("carried", 2), FacetValue("lost", 2)),
    }


def test_facets_count_within_the_filters(archive: Archive) -> None:
    facets = archive.register.facets(Filters(outcomes=(Outcome.LOST,), bodies=("Panel",)))
    assert facets["body"] == (FacetValue("Panel", 1),)
    assert facets["outcome"] == (FacetValue("carried", 1), FacetValue("lost", 1))
    nothing = archive.register.facets(Filters(councils=("Nowhere",)))
    assert nothing == {"council": (), "body": (), "year": (), "kind": (), "outcome": ()}


def test_where_items_stand_is_told_of_those_asked_for_and_held(archive: Archive, deposits: dict[str, Deposit]) -> None:
    (apologies, put), (undated,) = items_of(deposits["old"]), items_of(deposits["undated"])
    assert archive.register.standing([put, "nowhere", undated, apologies]) == {
        apologies: Standing(ALDERMERE, "Cabinet", date(2019, 6, 11), DocumentKind.MINUTES, ()),
        put: Standing(ALDERMERE, "Cabinet", date(2019, 6, 11), DocumentKind.MINUTES, (Outcome.CARRIED, Outcome.LOST)),
        undated: Standing(TARNBROOK, None, None, DocumentKind.MINUTES, ()),
    }
    assert archive.register.standing([]) == {}


def test_coverage_says_what_was_there_to_be_looked_at(archive: Archive) -> None:
    assert archive.register.coverage(Filters()) == Coverage(
        meetings=4 + 11,
        undated=1,
        bodies=("Cabinet", "Panel"),
        councils=(ALDERMERE, TARNBROOK),
        earliest=date(2019, 6, 11),
        latest=date(2023, 7, 13),
    )
    assert archive.register.coverage(Filters(councils=(TARNBROOK,))) == Coverage(
        2, 1, ("Cabinet",), (TARNBROOK,), date(2019, 6, 11), date(2019, 6, 11)
    )


def test_coverage_does_not_look_at_outcomes(archive: Archive) -> None:
    """A search for lost motions looked through every meeting, also those where none was lost."""
    assert archive.register.coverage(Filters(outcomes=(Outcome.LOST,))) == archive.register.coverage(Filters())


def test_coverage_of_nothing_is_empty(archive: Archive) -> None:
    assert archive.register.coverage(Filters(councils=("Nowhere",))) == Coverage(0, 0, (), (), None, None)
