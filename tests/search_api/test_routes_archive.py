"""What is held, as a client gets it."""

from __future__ import annotations

from fastapi.testclient import TestClient

from search_api.schemas_archive import ArchiveOut


def held(client: TestClient) -> ArchiveOut:
    reply = client.get("/v1/archive")
    assert reply.status_code == 200, reply.text
    return ArchiveOut.model_validate_json(reply.content)


def test_what_is_held_is_told_by_council_body_and_year(client: TestClient) -> None:
    told = held(client)
    assert {one.council for one in told.councils} == {None, "Chorlmere Council", "Larkmere City Council", "Stoke Parish Council"}
    larkmere = next(one for one in told.councils if one.council == "Larkmere City Council")
    (full,) = larkmere.bodies
    assert (full.body, full.minuted, full.states.draft, [one.year for one in full.years]) == ("Full Council", 2, 1, [2021])
    assert full.first is not None
    assert full.gaps == []
    assert str(told.newest) == "2021-05-17"


def test_the_figures_are_those_of_the_status(client: TestClient) -> None:
    told, status = held(client), client.get("/v1/status").json()
    assert told.counts.model_dump() == status["counts"]
    assert (told.generation, told.committed) == (status["generation"], status["committed"])
    assert sum(one.documents for one in told.kinds) == told.counts.documents
    assert sum(one.minuted + one.papers for one in told.councils) == told.counts.meetings


def test_an_archive_without_a_record_says_that_what_was_left_out_is_not_known(client: TestClient) -> None:
    assert held(client).left_out is None


def test_a_parameter_is_refused(client: TestClient) -> None:
    assert client.get("/v1/archive", params={"council": "A"}).status_code == 422


def test_without_a_desk_no_file_is_read(client: TestClient) -> None:
    assert client.get("/v1/readings").status_code == 404
    assert client.post("/v1/readings", params={"name": "a.md"}, content=b"x").status_code == 404
