"""All that a meeting decided, over HTTP: each clause quoted, in printed order, the same as with its item."""

from __future__ import annotations

from fastapi.testclient import TestClient

from search_api.schemas import ItemOut
from search_api.schemas import MeetingOut
from search_api.schemas_found import SearchOut
from search_api.schemas_meeting import MeetingDecisionsOut
from search_api.schemas_state import ProblemOut


def _meetings(client: TestClient) -> list[MeetingOut]:
    found = SearchOut.model_validate_json(client.get("/v1/search", params={"q": "harbour bridge council"}).content)
    ids = dict.fromkeys(result.meeting_id for result in found.results)
    return [MeetingOut.model_validate_json(client.get(f"/v1/meetings/{meeting_id}").content) for meeting_id in ids]


def test_a_meeting_gives_the_decisions_of_each_of_its_items_in_printed_order(client: TestClient) -> None:
    decided = 0
    for meeting in _meetings(client):
        reply = client.get(f"/v1/meetings/{meeting.meeting_id}/decisions")
        given = MeetingDecisionsOut.model_validate_json(reply.content)
        items = [ItemOut.model_validate_json(client.get(head.link).content) for head in meeting.items]
        assert given.meeting_id == meeting.meeting_id
        assert [(one.item_id, one.decisions) for one in given.items] == [
            (item.item_id, item.decisions) for item in items if item.decisions
        ]
        decided += len(given.items)
    assert decided > 2


def test_a_meeting_that_is_not_held_is_not_found(client: TestClient) -> None:
    reply = client.get("/v1/meetings/d0000000000aa-m1/decisions")
    assert reply.status_code == 404
    assert ProblemOut.model_validate_json(reply.content).type == "urn:minutebook:problem:unknown-record"
