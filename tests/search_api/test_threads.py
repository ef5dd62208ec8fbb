"""What belongs together with an item: each link with words that show it, and none for headings that stand in every meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from collections.abc import Sequence

import pytest
from fastapi.testclient import TestClient

from index.embedding.hashing import HashingEmbedder
from index.errors import UnknownRecordError
from index.passages import Filters
from index.ports import Archive
from index.records import Outcome
from index.settings import ArchiveSettings
from search_api.app import create_app
from search_api.links import Link
from search_api.links import LinkKind
from search_api.places import Place
from search_api.places import find_places
from search_api.schemas_threads import ThreadOut
from search_api.search import Searcher
from search_api.settings import AppSettings
from search_api.settings import SearchSettings
from search_api.threads import Mate
from search_api.threads import links_of
from search_api.threads import thread
from search_api.titles import is_standing
from tests.search_api.matters import PROMISE
from tests.search_api.matters import SENT
from tests.search_api.matters import write_matters

ADDRESS = "memory:threads"


@pytest.fixture(scope="module")
def archive() -> Archive:
    return write_matters(ADDRESS)


@pytest.fixture(scope="module")
def searcher(archive: Archive) -> Searcher:
    return Searcher(archive, HashingEmbedder(), SearchSettings())


@pytest.fixture(scope="module")
def places(archive: Archive) -> Mapping[tuple[dt.date | None, str | None], Place]:
    """Every item, by its day and title."""
    items = archive.register.items(Filters(), 0, None, decided=False).item_ids
    return {(one.meeting.date.value, one.item.title): one for one in find_places(archive.catalogue, items)}


def _mates(searcher: Searcher, place: Place) -> Mapping[tuple[dt.date | None, str | None], Mate]:
    return {(mate.place.meeting.date.value, mate.place.item.title): mate for mate in thread(searcher, place.item.id).mates}


def _links(searcher: Searcher, place: Place) -> Sequence[Link]:
    return [*links_of(searcher, place)]


PANEL = (dt.date(2021, 2, 10), "Skate park at Withy Lane")
COUNCIL = (dt.date(2021, 3, 3), "Skate park at Withy Lane")
BACK = (dt.date(2021, 9, 1), "Correspondence")
CHANGED = (dt.date(2023, 11, 8), "Recreation ground")
Places = Mapping[tuple[dt.date | None, str | None], Place]


def test_the_same_title_in_another_body_is_linked_and_the_title_as_printed_shows_it(searcher: Searcher, places: Places) -> None:
    panel = places[PANEL]
    (same,) = [
        link
        for link in _links(searcher, places[COUNCIL])
        if link.kind is LinkKind.SAME_TITLE and link.other.item.id == panel.item.id
    ]
    assert same.evidence.spans == (panel.item.title_span,)
    assert same.confidence == pytest.approx(0.95)


def test_what_a_later_item_calls_by_its_number_is_linked_from_both_sides(searcher: Searcher, places: Places) -> None:
    forward, back = _mates(searcher, places[COUNCIL])[CHANGED], _mates(searcher, places[CHANGED])[COUNCIL]
    assert {forward.kind, back.kind} == {LinkKind.MINUTE}
    assert {forward.evidence.text, back.evidence.text} == {"Minute 34/21"}
    assert forward.evidence.place.item.id == back.evidence.place.item.id == places[CHANGED].item.id


def test_a_promise_is_linked_with_what_came_back_in_the_words_of_the_promise(searcher: Searcher, places: Places) -> None:
    here, there = _mates(searcher, places[COUNCIL])[BACK], _mates(searcher, places[BACK])[COUNCIL]
    assert (here.kind, there.kind) == (LinkKind.PROMISED_HERE, LinkKind.PROMISED_THERE)
    assert here.evidence.text == there.evidence.text == PROMISE


def test_every_rule_that_links_two_items_is_offered_and_the_surest_is_taken(searcher: Searcher, places: Places) -> None:
    kinds = {link.kind for link in _links(searcher, places[COUNCIL]) if link.other.item.id == places[PANEL].item.id}
    assert {LinkKind.SAME_TITLE, LinkKind.REPORT, LinkKind.SENT_HERE} <= kinds


def test_what_was_recommended_to_the_body_says_more_than_the_same_title(searcher: Searcher, places: Places) -> None:
    mate = _mates(searcher, places[COUNCIL])[PANEL]
    assert (mate.kind, mate.evidence.text) == (LinkKind.SENT_HERE, SENT)


def test_a_recommendation_is_shown_in_the_words_that_sent_it(searcher: Searcher, places: Places) -> None:
    links = _links(searcher, places[PANEL])
    (sent,) = [link for link in links if link.kind is LinkKind.SENT_FROM_HERE and link.other.item.id == places[COUNCIL].item.id]
    (referral,) = places[PANEL].item.referrals
    assert sent.evidence.spans == referral.spans
    assert (
        searcher.archive.catalogue.pages([(referral.spans[0].document_id, 1)])[referral.spans[0].document_id, 1].quote(
            referral.spans[0]
        )
        == SENT
    )


def test_lost_motions_stand_in_their_place_among_the_decisions(searcher: Searcher, places: Places) -> None:
    decisions = _mates(searcher, places[PANEL])[COUNCIL].decisions
    assert [one.limb.outcome for one in decisions] == [Outcome.LOST, Outcome.CARRIED]


def test_mates_are_in_order_of_time_and_the_undated_come_last(searcher: Searcher, places: Places) -> None:
    for place in places.values():
        days = [mate.place.meeting.date.value or dt.date.max for mate in thread(searcher, place.item.id).mates]
        assert days == sorted(days)


def test_every_evidence_is_a_slice_of_a_page_of_one_of_the_two(searcher: Searcher, places: Places) -> None:
    for place in places.values():
        for mate in thread(searcher, place.item.id).mates:
            assert mate.evidence.place.item.id in {place.item.id, mate.place.item.id}
            assert 0 < mate.confidence <= 1
            for piece in mate.evidence.pieces:
                page = searcher.archive.catalogue.pages([(piece.span.document_id, piece.span.page)])
                assert page[piece.span.document_id, piece.span.page].quote(piece.span) == piece.text


def test_a_heading_that_stands_in_every_meeting_links_nothing(searcher: Searcher, places: Places) -> None:
    apologies = places[dt.date(2021, 5, 5), "Apologies for absence"]
    assert is_standing(searcher, apologies)
    assert not is_standing(searcher, places[COUNCIL])
    assert thread(searcher, apologies.item.id).mates == ()


def test_agendas_and_other_councils_are_no_mates(searcher: Searcher, places: Places) -> None:
    mates = thread(searcher, places[COUNCIL].item.id).mates
    assert all(mate.place.document.path.startswith("marlsham/") for mate in mates)
    assert all("agenda" not in mate.place.document.path for mate in mates)


def test_an_item_that_is_not_held_is_refused(searcher: Searcher) -> None:
    with pytest.raises(UnknownRecordError, match="agenda item"):
        thread(searcher, "d0000000000000-m1-i01")


def test_the_thread_goes_over_the_wire_with_its_evidence(archive: Archive, places: Places) -> None:
    assert archive.manifest.counts.documents == 8
    with TestClient(create_app(AppSettings(ArchiveSettings(address=ADDRESS)))) as client:
        reply = client.get(f"/v1/threads/{places[COUNCIL].item.id}")
        unknown = client.get("/v1/threads/d0000000000000-m1-i01")
        misspelt = client.get(f"/v1/threads/{places[COUNCIL].item.id}", params={"k": 3})
    found = ThreadOut.model_validate_json(reply.content)
    assert found.item.item_id == places[COUNCIL].item.id
    assert [one.outcome for one in found.decisions] == ["lost", "carried"]
    assert {one.kind for one in found.links} == {"recommended to this body", "refers to minute", "promised here"}
    assert (unknown.status_code, misspelt.status_code) == (404, 422)
