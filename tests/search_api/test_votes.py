"""The votes printed in the minutes, as a client of the API sees them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from index.passages import Filters
from index.ports import Archive
from search_api.labels import SENTENCES
from search_api.labels import Label
from search_api.schemas import PageOut
from search_api.schemas_people import SideOut
from search_api.schemas_people import VotesOut
from search_api.search import Searcher
from search_api.votes import list_votes
from search_api.votes import sides_of


def _votes(client: TestClient, **parameters: str | int | list[str]) -> VotesOut:
    reply = client.get("/v1/votes", params=parameters)
    assert reply.status_code == 200, reply.text
    return VotesOut.model_validate_json(reply.content)


@pytest.fixture
def archive(searcher: Searcher) -> Archive:
    return searcher.archive


def test_every_printed_vote_is_listed_with_its_clause_newest_meeting_first(client: TestClient) -> None:
    found = _votes(client)
    assert [(vote.printed_vote, vote.outcome) for vote in found.votes] == [
        ("For: 2 Against: 3", "lost"),
        ("(For: 7 Against: 3)", "carried"),
        ("(unanimous)", "carried"),
        ("(unanimously)", "carried"),
        ("(8:2)", "carried"),
        ("(2:8)", "lost"),
        ("(8:2)", "carried"),
        ("(unanimously)", "carried"),
    ]
    assert (found.total, found.start, found.member, found.label) == (8, 0, None, None)
    first = found.votes[0]
    assert first.text == first.citation.quotation[0].text == "That a speed limit of 15km/h be adopted on Castle Street."
    assert (first.citation.title, first.mover, first.seconder) == (
        "Speed limits on Castle Street",
        "Councillor Hartigan",
        "Councillor Collins (M)",
    )
    assert [vote.unanimous for vote in found.votes[1:4]] == [False, True, True]
    assert all(vote.sides == [] for vote in found.votes)


def test_a_quotation_of_a_vote_is_the_page_at_its_offsets(client: TestClient) -> None:
    for vote in _votes(client).votes:
        for piece in (*vote.citation.quotation, *vote.minuted):
            page = PageOut.model_validate_json(client.get(f"/v1/documents/{vote.citation.document_id}/pages/{piece.page}").content)
            assert page.text[piece.start : piece.end] == piece.text


def test_votes_come_in_pages(client: TestClient) -> None:
    pages = [_votes(client, start=start, count=3) for start in (0, 3, 6, 9)]
    assert [len(page.votes) for page in pages] == [3, 3, 2, 0]
    assert [vote.limb_id for page in pages for vote in page.votes] == [vote.limb_id for vote in _votes(client).votes]
    assert {page.total for page in pages} == {8}


def test_only_votes_of_the_outcome_asked_for_are_listed(client: TestClient) -> None:
    """The lost motion stands in one item with carried ones: these are not listed with it."""
    assert [vote.printed_vote for vote in _votes(client, outcome="lost").votes] == ["For: 2 Against: 3", "(2:8)"]
    assert _votes(client, outcome="lost", council="Larkmere City Council").total == 1
    assert _votes(client, since="2020-01-01", until="2020-12-31").total == 2
    assert _votes(client, kind="agenda").total == 0


def test_recorded_votes_name_the_voters(client: TestClient) -> None:
    (vote,) = _votes(client, recorded="true").votes
    assert vote.recorded_vote is not None
    assert vote.recorded_vote.against == ["O'Dea", "Ryan (E)", "Talukder"]


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        ("Hartigan", [("Hartigan", "for")]),
        ("Cllr. talukder", [("Talukder", "against")]),
        ("O’Dea", [("O'Dea", "against")]),
        ("Mary Collins", [("Collins (M)", "for")]),
    ],
)
def test_a_member_is_shown_on_the_side_on_which_the_name_is_printed(
    client: TestClient, member: str, expected: list[tuple[str, str]]
) -> None:
    found = _votes(client, member=member)
    assert [vote.sides for vote in found.votes] == [
        [SideOut.model_validate({"name": name, "side": side}) for name, side in expected]
    ]
    assert (found.member, found.label) == (member, "Same name as printed; whether it is the same person is not stated.")


@pytest.mark.parametrize("member", ["Collins (J)", "Councillor", "Nobody", "Fred Hartigan"])
def test_a_member_whom_no_recorded_vote_names_gives_none_and_a_fixed_sentence(client: TestClient, member: str) -> None:
    found = _votes(client, member=member)
    assert (found.votes, found.total, found.label) == ([], 0, SENTENCES[Label.NO_RECORDED_VOTE])


def test_the_wire_names_the_sides_as_the_minutes_do(client: TestClient) -> None:
    row: dict[str, Any] = json.loads(client.get("/v1/votes", params={"member": "Ryan"}).content)["votes"][0]
    assert row["sides"] == [{"name": "Ryan (E)", "side": "against"}]
    assert row["tally"] == {"for": 2, "against": 3, "abstained": None}
    assert row["recorded_vote"]["for"] == ["Collins (M)", "Hartigan"]


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({"member": ""}, 422),
        ({"member": "x" * 201}, 422),
        ({"recorded": "perhaps"}, 422),
        ({"voter": "Keary"}, 422),
        ({"count": "101"}, 422),
        ({"council": "Nowhere"}, 400),
    ],
)
def test_a_wrong_request_for_votes_is_refused(client: TestClient, parameters: dict[str, str], status: int) -> None:
    assert client.get("/v1/votes", params=parameters).status_code == status


def test_sides_are_given_for_the_names_asked_for_only(archive: Archive) -> None:
    from_nobody = list_votes(archive, Filters(), 0, 10, member=None, recorded=True)
    assert from_nobody.votes[0].sides == ()
    assert len(sides_of(from_nobody.votes[0].decision.limb)) == 5
