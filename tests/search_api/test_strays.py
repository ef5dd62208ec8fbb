"""Which clauses of "Matters arising" are shown to whoever asks for one of its matters."""

from __future__ import annotations

import pytest

from index.embedding.hashing import HashingEmbedder
from index.passages import Filters
from index.records import MotionKind
from index.records import Outcome
from search_api.found import Found
from search_api.query import parse_query
from search_api.search import Searcher
from search_api.settings import SearchSettings
from search_api.strays import without_strays
from tests.search_api.conftest import Clause
from tests.search_api.conftest import Minutes
from tests.search_api.conftest import point
from tests.search_api.conftest import write_archive

SPENT = "A plaque was bought for the airfield."
TOLD = "It was agreed that posters be put up."
LATER = "The clerk was asked to buy more of them."
FELL = "That the hall be sold."
WROTE = "It was agreed to write to the school."
BROKE = "to take a ten-minute adjournment."


@pytest.fixture(scope="module")
def sundries() -> Searcher:
    """One item of four matters, each a long way down the page from the next, and an item named after its matter."""
    apart = "The minutes went on to say nothing that anybody would look for. " * 8
    matters = point(
        "5",
        "Matters arising",
        Clause(SPENT),
        apart,
        "Dog fouling on the green was raised again by a resident.",
        Clause(TOLD),
        Clause(LATER),
        apart,
        Clause(FELL, Outcome.LOST, "The motion fell"),
    )
    named = point("6", "Dog fouling", Clause(WROTE), Clause(BROKE, kind=MotionKind.PROCEDURAL))
    minutes = Minutes("village.txt", (matters, named), council="Overley Community Council")
    return Searcher(write_archive("memory:sundries", (minutes,), rebuild=True), HashingEmbedder(), SearchSettings())


def _found(searcher: Searcher, question: str) -> Found:
    return searcher.search(parse_query(question), Filters(), whole=10)


def _clauses(searcher: Searcher, found: Found) -> list[str]:
    held = {limb.id: limb for hit in found.hits for limb in hit.place.item.limbs}
    spans = [held[one.chunk.limb_id].spans[0] for hit in found.hits for one in hit.chunks if one.chunk.limb_id]
    pages = searcher.archive.catalogue.pages([(span.document_id, span.page) for span in spans])
    return [pages[span.document_id, span.page].quote(span) for span in spans]


def test_a_clause_on_another_matter_strays_and_one_beside_the_words_asked_for_does_not(sundries: Searcher) -> None:
    found = _found(sundries, "dog fouling Overley")
    assert SPENT in _clauses(sundries, found)
    kept = _clauses(sundries, without_strays(sundries.archive, found))
    assert SPENT not in kept
    assert {TOLD, LATER} <= set(kept)


def test_every_other_clause_of_an_item_named_after_what_is_asked_for_stays(sundries: Searcher) -> None:
    found = _found(sundries, "dog fouling Overley")
    assert WROTE in _clauses(sundries, without_strays(sundries.archive, found))


def test_that_the_meeting_was_adjourned_is_shown_only_to_who_asks_for_it(sundries: Searcher) -> None:
    for question, shown in [("dog fouling Overley", False), ("was there an adjournment on dog fouling", True)]:
        found = _found(sundries, question)
        assert BROKE in _clauses(sundries, found)
        assert (BROKE in _clauses(sundries, without_strays(sundries.archive, found))) is shown


def test_a_motion_that_fell_never_strays(sundries: Searcher) -> None:
    assert FELL in _clauses(sundries, without_strays(sundries.archive, _found(sundries, "dog fouling Overley")))


def test_what_minutes_say_for_the_word_typed_keeps_a_clause_too(sundries: Searcher) -> None:
    found = _found(sundries, "poo Overley")
    assert TOLD in _clauses(sundries, without_strays(sundries.archive, found))


@pytest.mark.parametrize("question", ["Overley Community Council", "what was decided"])
def test_who_asks_for_no_matter_is_shown_all(sundries: Searcher, question: str) -> None:
    found = _found(sundries, question)
    assert without_strays(sundries.archive, found) == found


def test_no_item_and_no_passage_is_dropped(sundries: Searcher) -> None:
    found = _found(sundries, "dog fouling Overley")
    after = without_strays(sundries.archive, found)
    assert [hit.place.item.id for hit in after.hits] == [hit.place.item.id for hit in found.hits]
    spoken = [[one for one in hit.chunks if one.chunk.limb_id is None] for hit in found.hits]
    assert [[one for one in hit.chunks if one.chunk.limb_id is None] for hit in after.hits] == spoken
