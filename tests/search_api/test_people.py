"""What a name is printed with, as a client of the API sees it, on an archive in memory and on one on disk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck
from hypothesis import example
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from index.embedding.hashing import HashingEmbedder
from index.opening import begin_archive
from index.ports import Deposit
from index.records import AgendaItem
from index.records import Attendance
from index.records import Interest
from index.records import Left
from index.records import Outcome
from index.records import Presence
from index.records import RecordedVote
from index.records import Speaker
from index.records import Undertaking
from index.settings import ArchiveSettings
from index.sources import SourceSpan
from search_api.app import create_app
from search_api.schemas import CitationOut
from search_api.schemas import PageOut
from search_api.schemas import PieceOut
from search_api.schemas_people import NamesOut
from search_api.schemas_people import PersonOut
from search_api.schemas_state import ProblemOut
from search_api.settings import AppSettings
from tests.search_api.conftest import COMMITTED
from tests.search_api.conftest import Clause
from tests.search_api.conftest import Minutes
from tests.search_api.conftest import Moved
from tests.search_api.conftest import deposit_of
from tests.search_api.conftest import point

PARISH = Minutes(
    "fenby/2020-06-02 Minutes.txt",
    (
        point(
            "1",
            "Present",
            "Cllr A. Wold (Chair), Cllr Thea Marsh. Apologies: Cllr Peter Wold.",
            "Cllr A. Wold arrived at 7.20pm.",
        ),
        point(
            "2",
            "Fences",
            "Cllr A. Wold declared a personal interest in the fence of the allotments. Cllr A. Wold left the room.",
            "Cllr A. Wold asked who owns the fence. Nobody knew.",
            "Cllr A. Wold to write to the owner by July.",
            Clause(
                "That the fence be painted.",
                Outcome.LOST,
                printed="For 1 Against 1",
                tally=(1, 1),
                mover="Cllr A. Wold",
                seconder="Cllr Thea Marsh",
                recorded=RecordedVote(("Wold",), ("Marsh",)),
            ),
            Moved("Cllr A. Wold moved that the fence be kept.", "Cllr A. Wold"),
        ),
    ),
    "Fenby Parish Council",
    "Parish Council",
    dt.date(2020, 6, 2),
)
LATER = Minutes(
    "fenby/2021-06-02 Minutes.txt",
    (point("4", "Paths", Clause("That the path be mown.", mover="Cllr A. Wold")),),
    "Marlby Parish Council",
    "Parish Council",
    dt.date(2021, 6, 2),
)


def _with_people(deposit: Deposit) -> Deposit:
    """Note on the items what their words say, as the reader of minutes does."""
    (page,) = deposit.pages
    (meeting,) = deposit.meetings

    def span(words: str) -> SourceSpan:
        start = page.text.index(words)
        return SourceSpan(page.document_id, 1, start, start + len(words))

    present, fences = meeting.items
    attendance = (
        Attendance("Cllr A. Wold", Presence.PRESENT, span("Cllr A. Wold (Chair)")),
        Attendance("Cllr Peter Wold", Presence.APOLOGIES, span("Apologies: Cllr Peter Wold")),
        Attendance("Cllr A. Wold", Presence.ARRIVED, span("Cllr A. Wold arrived at 7.20pm"), "7.20pm"),
    )
    declared = Interest(
        "Cllr A. Wold",
        (span("Cllr A. Wold declared a personal interest in the fence of the allotments."),),
        "personal",
        "the fence of the allotments",
        Left.YES,
        span("Cllr A. Wold left the room."),
    )
    promised = Undertaking((span("Cllr A. Wold to write to the owner by July."),), "Cllr A. Wold", "July")
    spoke = Speaker("Cllr A. Wold", span("Cllr A. Wold asked"))
    fences = replace(fences, interests=(declared,), undertakings=(promised,), speakers=(spoke,))
    items: tuple[AgendaItem, ...] = (replace(present, attendance=attendance), fences)
    return replace(deposit, meetings=(replace(meeting, items=items, attendance=attendance),))


@pytest.fixture(scope="module", params=["memory", "file"])
def client(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    where = "memory:people" if request.param == "memory" else f"file:{tmp_path_factory.mktemp('people') / 'archive'}"
    writer = begin_archive(where, HashingEmbedder().identity, "invented", rebuild=True)
    writer.put(_with_people(deposit_of(PARISH)))
    writer.put(deposit_of(LATER))
    writer.commit(COMMITTED)
    with TestClient(create_app(AppSettings(ArchiveSettings(address=where)))) as client:
        yield client


def _names(client: TestClient, name: str, **parameters: str | int) -> NamesOut:
    reply = client.get("/v1/people", params={"name": name, **parameters})
    assert reply.status_code == 200, reply.text
    return NamesOut.model_validate_json(reply.content)


def _person(client: TestClient, name: str, **parameters: str | int) -> PersonOut:
    reply = client.get(f"/v1/people/{quote(name, safe='')}", params=parameters)
    assert reply.status_code == 200, reply.text
    return PersonOut.model_validate_json(reply.content)


def test_a_name_typed_gives_the_names_printed_that_it_may_stand_for(client: TestClient) -> None:
    found = _names(client, "wold")
    assert [one.name for one in found.names] == ["Cllr A. Wold", "Cllr Peter Wold", "Wold"]
    assert found.label == "Same name as printed; whether it is the same person is not stated."
    first = found.names[0]
    assert first.mentions.model_dump() == {
        "moved": 3,
        "seconded": 0,
        "spoke": 1,
        "voted": 0,
        "attendance": 2,
        "interests": 1,
        "undertakings": 1,
    }
    assert first.councils == ["Fenby Parish Council", "Marlby Parish Council"]
    assert _person(client, first.name) == PersonOut.model_validate_json(client.get(first.link).content)


def test_names_come_in_pages_and_within_filters(client: TestClient) -> None:
    assert [one.name for one in _names(client, "Wold", start=1, count=1).names] == ["Cllr Peter Wold"]
    (only,) = _names(client, "Wold", council="Marlby Parish Council").names
    assert (only.name, only.mentions.moved) == ("Cllr A. Wold", 1)


@pytest.mark.parametrize("name", ["Nobody", "Cllr", "B. Wold", "' OR 1=1 --"])
def test_a_name_that_is_not_held_gives_none_and_a_fixed_sentence(client: TestClient, name: str) -> None:
    found = _names(client, name)
    assert (found.names, found.total, found.label) == ([], 0, "This name was not found in these minutes.")


def test_one_name_has_all_that_it_is_printed_with(client: TestClient) -> None:
    found = _person(client, "Cllr A. Wold")
    assert [(one.outcome, one.mover, one.citation.quotation[0].text) for one in found.moved] == [
        ("carried", "Cllr A. Wold", "That the path be mown."),
        ("lost", "Cllr A. Wold", "That the fence be painted."),
        (None, "Cllr A. Wold", "Cllr A. Wold moved that the fence be kept."),
    ]
    assert found.moved[1].printed_vote == "For 1 Against 1"
    assert [one.citation.quotation[0].text for one in found.spoke] == ["Cllr A. Wold asked who owns the fence."]
    assert [(one.presence, one.when) for one in found.attendance] == [("present", None), ("arrived", "7.20pm")]
    (interest,) = found.interests
    assert (interest.matter, interest.interest, interest.left) == ("the fence of the allotments", "personal", "yes")
    assert [piece.text for piece in interest.citation.quotation] == [
        "Cllr A. Wold declared a personal interest in the fence of the allotments.",
        "Cllr A. Wold left the room.",
    ]
    assert [(one.when, one.citation.quotation[0].text) for one in found.undertakings] == [
        ("July", "Cllr A. Wold to write to the owner by July.")
    ]
    assert (found.seconded, found.voted) == ([], [])


def test_what_is_printed_otherwise_is_listed_beside_a_name_and_not_counted_with_it(client: TestClient) -> None:
    found = _person(client, "Wold")
    assert (found.totals.voted, found.totals.moved, found.moved) == (1, 0, [])
    assert [(side.name, side.side) for vote in found.voted for side in vote.sides] == [("Wold", "for")]
    assert [one.name for one in found.alike] == ["Cllr A. Wold", "Cllr Peter Wold"]
    assert [one.name for one in _person(client, "Cllr Peter Wold").alike] == []


def test_lists_of_a_name_are_cut_and_their_whole_length_is_told(client: TestClient) -> None:
    first, rest = _person(client, "Cllr A. Wold", count=1), _person(client, "Cllr A. Wold", start=1)
    assert (len(first.moved), first.totals.moved, len(first.attendance), first.totals.attendance) == (1, 3, 1, 2)
    assert [*first.moved, *rest.moved] == _person(client, "Cllr A. Wold").moved
    assert rest.interests == []


def test_a_name_is_looked_at_within_filters(client: TestClient) -> None:
    found = _person(client, "Cllr A. Wold", since="2021-01-01")
    assert (found.totals.moved, found.totals.attendance) == (1, 0)
    assert _person(client, "Wold", council="Marlby Parish Council").totals.voted == 0


class _Cited(Protocol):
    @property
    def citation(self) -> CitationOut: ...


def _pieces(found: PersonOut) -> Iterator[tuple[str, PieceOut]]:
    lists: tuple[Sequence[_Cited], ...] = (
        *(found.moved, found.spoke, found.attendance),
        *(found.interests, found.undertakings, found.voted),
    )
    return ((row.citation.document_id, piece) for rows in lists for row in rows for piece in row.citation.quotation)


def test_every_quotation_of_a_person_is_the_page_at_its_offsets(client: TestClient) -> None:
    quoted = [*_pieces(_person(client, "Cllr A. Wold")), *_pieces(_person(client, "Marsh"))]
    assert len(quoted) == 10
    for document, piece in quoted:
        page = PageOut.model_validate_json(client.get(f"/v1/documents/{document}/pages/{piece.page}").content)
        assert page.text[piece.start : piece.end] == piece.text


@pytest.mark.parametrize("name", ["A. Wold", "cllr a. wold", "Cllr  A. Wold", "Nobody", "Cllr A/B"])
def test_a_name_that_is_not_printed_so_is_unknown_and_the_names_printed_are_told(client: TestClient, name: str) -> None:
    reply = client.get(f"/v1/people/{quote(name, safe='')}")
    problem = ProblemOut.model_validate_json(reply.content)
    assert (reply.status_code, problem.type) == (404, "urn:minutebook:problem:unknown-name")
    assert ("'Cllr A. Wold'" in problem.detail) == ("wold" in name.lower())


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/people", 422),
        ("/v1/people?name=", 422),
        ("/v1/people?name=Wold&outcome=lost", 422),
        ("/v1/people?name=Wold&council=Nowhere", 400),
        ("/v1/people/", 422),
        ("/v1/people/Wold?name=Wold", 422),
        ("/v1/people/Wold?count=0", 422),
        ("/v1/people/Wold?since=2021-01-02&until=2021-01-01", 400),
    ],
)
def test_a_wrong_request_for_people_is_refused(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.text(alphabet=st.characters(codec="utf-8", categories=None), min_size=1, max_size=40)
    | st.sampled_from(["%", "/", "?", "\x00"])
)
@example(name="\n")
def test_no_name_whatever_gives_a_fault(client: TestClient, name: str) -> None:
    assert client.get("/v1/people", params={"name": name}).status_code == 200
    assert client.get("/v1/votes", params={"member": name}).status_code == 200
    # the router stops before a newline that ends an address, so that of "\n" alone no name is left
    assert client.get(f"/v1/people/{quote(name, safe='')}").status_code in ({422} if name == "\n" else {200, 404})
