"""What names a matter, and how far a passage speaks to it."""

from __future__ import annotations

import pytest

from index.passages import Chunk
from index.passages import Filters
from index.ports import Archive
from search_api.matter import SILENT
from search_api.matter import Spoken
from search_api.matter import matter_of
from search_api.places import Place
from search_api.places import find_places
from search_api.query import parse_query
from tests.search_api.matters import write_matters


@pytest.fixture(scope="module")
def archive() -> Archive:
    return write_matters("memory:matter")


def _chunk(archive: Archive, title: str) -> tuple[Place, Chunk]:
    """The passage of the item with this title."""
    chunks = archive.catalogue.chunks(archive.catalogue.select(Filters()).chunk_ids)
    places = find_places(archive.catalogue, [chunk.item_id for chunk in chunks])
    return next((place, chunk) for place, chunk in zip(places, chunks, strict=True) if place.item.title == title)


def _spoken(archive: Archive, question: str, title: str) -> Spoken:
    place, chunk = _chunk(archive, title)
    matter = matter_of(archive, parse_query(question), [])
    return matter.spoken(place, chunk, archive.catalogue.tokens([chunk.id])[chunk.id].split())


def test_words_of_asking_and_of_time_name_no_matter(archive: Archive) -> None:
    matter = matter_of(archive, parse_query("what became of the plan for a skate park, from first question to last"), [])
    assert list(matter.weights) == ["skate", "park"]


def test_words_that_were_read_as_a_day_name_no_matter(archive: Archive) -> None:
    assert list(matter_of(archive, parse_query("skate park in 2021"), ["in 2021"]).weights) == ["skate", "park"]


def test_a_question_of_nothing_but_such_words_keeps_them(archive: Archive) -> None:
    assert matter_of(archive, parse_query("what became of the plan"), []).weights


def test_what_says_where_weighs_less_than_what_it_is_about(archive: Archive) -> None:
    weights = matter_of(archive, parse_query("drains at Withy Lane"), []).weights
    alone = matter_of(archive, parse_query("drains Withy Lane"), []).weights
    assert weights["drain"] == alone["drain"]
    assert weights["withi"] == alone["withi"] / 2


def test_the_name_of_its_own_council_alone_says_nothing(archive: Archive) -> None:
    spoken = _spoken(archive, "Marlsham skate park", "Churchyard wall")
    assert spoken == SILENT
    assert _spoken(archive, "Marlsham skate park", "Skate park opening").share == pytest.approx(1.0)


def test_a_name_side_by_side_says_more_than_its_words_apart(archive: Archive) -> None:
    assert _spoken(archive, "churchyard wall", "Churchyard wall").together == pytest.approx(1.0)
    assert _spoken(archive, "wall volunteers", "Churchyard wall").together == 0.0
    assert _spoken(archive, "wall volunteers", "Churchyard wall").share == pytest.approx(1.0)


def test_an_item_of_another_council_must_name_the_one_asked_for(archive: Archive) -> None:
    matter = matter_of(archive, parse_query("Marlsham Withy Lane"), [])
    (ours, _), (theirs, _) = _chunk(archive, "Withy Lane drains"), _chunk(archive, "Bus shelter at Withy Lane")
    assert matter.asks_of(ours, ours, SILENT)
    assert not matter.asks_of(ours, theirs, SILENT)
    assert matter.asks_of(ours, theirs, Spoken(0.5, 0.5, 0.0, frozenset({"marlsham"})))
