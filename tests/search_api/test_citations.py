from __future__ import annotations

from dataclasses import replace

import pytest

from index.errors import DamagedArchiveError
from index.errors import SpanError
from index.errors import UnknownRecordError
from index.passages import Filters
from index.ports import PageKey
from index.sources import Page
from index.sources import SourceSpan
from search_api.citations import Citation
from search_api.citations import Passage
from search_api.citations import Piece
from search_api.citations import cite
from search_api.citations import quote_spans
from search_api.places import Place
from search_api.places import find_places
from search_api.query import parse_query
from search_api.search import Searcher
from ui.sentences import whereabouts


@pytest.fixture
def place(searcher: Searcher) -> Place:
    return searcher.search(parse_query("signs on Castle Street"), Filters()).hits[0].place


def test_a_quotation_over_two_pages_has_two_pieces_and_begins_on_the_first(searcher: Searcher, place: Place) -> None:
    (citation,) = cite(searcher.archive.catalogue, [Passage(place, place.item.limbs[1].spans)])
    assert [piece.span.page for piece in citation.pieces] == [1, 2]
    assert citation.page == 1
    assert citation.text == "\n".join(piece.text for piece in citation.pieces)


def test_citations_come_in_the_order_asked(searcher: Searcher, place: Place) -> None:
    first, second = place.item.limbs
    texts = [one.text for one in cite(searcher.archive.catalogue, [Passage(place, second.spans), Passage(place, first.spans)])]
    assert texts[0].startswith("That the signs")
    assert texts[1].startswith("That a speed limit")


def test_nothing_to_cite_reads_nothing(searcher: Searcher) -> None:
    assert cite(searcher.archive.catalogue, []) == ()
    assert quote_spans(searcher.archive.catalogue, []) == ()


def test_a_passage_without_words_is_damage(searcher: Searcher, place: Place) -> None:
    with pytest.raises(DamagedArchiveError, match="no words in its own document"):
        cite(searcher.archive.catalogue, [Passage(place, ())])


def test_a_passage_that_points_into_another_document_is_damage(searcher: Searcher, place: Place) -> None:
    other = searcher.search(parse_query("harbour bridge"), Filters()).hits[0].place
    with pytest.raises(DamagedArchiveError, match="in its own document"):
        cite(searcher.archive.catalogue, [Passage(place, other.item.spans)])


def test_a_span_beyond_its_page_is_refused(searcher: Searcher, place: Place) -> None:
    beyond = replace(place.item.spans[0], end=1_000_000)
    with pytest.raises(SpanError, match="does not lie inside its page"):
        cite(searcher.archive.catalogue, [Passage(place, (beyond,))])


def test_a_page_that_is_not_there_is_refused(searcher: Searcher, place: Place) -> None:
    nowhere = SourceSpan(place.document.id, 99, 0, 1)
    with pytest.raises(UnknownRecordError, match="no page"):
        cite(searcher.archive.catalogue, [Passage(place, (nowhere,))])


class _CountingCatalogue:
    """The searcher's catalogue, counting how often pages are read."""

    def __init__(self, searcher: Searcher) -> None:
        self._catalogue = searcher.archive.catalogue
        self.reads = 0
        self.select = self._catalogue.select
        self.chunks = self._catalogue.chunks
        self.meetings = self._catalogue.meetings
        self.documents = self._catalogue.documents

    def pages(self, keys: list[PageKey]) -> dict[PageKey, Page]:
        self.reads += 1
        return dict(self._catalogue.pages(keys))


def test_all_pages_are_read_in_one_batch(searcher: Searcher) -> None:
    hits = searcher.search(parse_query("the bridge, the lane and the street"), Filters()).hits
    counting = _CountingCatalogue(searcher)
    cite(counting, [Passage(hit.place, hit.place.item.spans) for hit in hits])  # type: ignore[arg-type]
    assert len(hits) > 2
    assert counting.reads == 1


def test_an_item_that_is_not_open_has_no_place(searcher: Searcher) -> None:
    meeting = searcher.search(parse_query("harbour bridge"), Filters()).hits[0].place.meeting
    with pytest.raises(UnknownRecordError, match="no agenda item"):
        find_places(searcher.archive.catalogue, [f"{meeting.id}-i02"])


def test_a_citation_says_whether_its_words_were_read_from_a_picture(place: Place) -> None:
    span = place.item.spans[0]
    printed, read = Piece("words", span), Piece("w0rds", span, ocr=True)
    assert not Citation(place, (printed,)).ocr
    assert Citation(place, (printed, read)).ocr
    assert whereabouts(Citation(place, (read,))).endswith("; read by OCR: check against the original")
