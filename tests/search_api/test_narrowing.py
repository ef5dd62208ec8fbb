from __future__ import annotations

import datetime as dt

import pytest

from index.passages import Filters
from search_api.errors import UnknownValueError
from search_api.narrowing import selection_of
from search_api.places import find_places
from search_api.query import parse_query
from search_api.search import Searcher


def titles(searcher: Searcher, typed: str, filters: Filters | None = None) -> list[str] | None:
    """The titles of the agenda items that may answer, in the order of their ids; `None` where nothing narrows."""
    archive = searcher.archive
    selection = selection_of(archive, parse_query(typed), filters or Filters())
    if selection is None:
        return None
    assert list(selection.chunk_ids) == sorted(set(selection.chunk_ids))
    assert archive.catalogue.beside(selection.chunk_ids) == selection  # an item is in or out with all its chunks
    items = dict.fromkeys(chunk.item_id for chunk in archive.catalogue.chunks(selection.chunk_ids))
    return sorted(str(place.item.title) for place in find_places(archive.catalogue, list(items)))


@pytest.mark.parametrize("typed", ["harbour bridge", "what became of 71/19?"])
def test_words_and_reference_numbers_narrow_nothing(searcher: Searcher, typed: str) -> None:
    assert titles(searcher, typed) is None


def test_a_phrase_must_stand_in_the_item_in_whichever_passage(searcher: Searcher) -> None:
    assert titles(searcher, '"harbour bridge" deferred') == ["Harbour bridge"]
    assert titles(searcher, '"joint digital strategy" "pay policy"') == ["Shared Services Phase 2"]
    assert titles(searcher, '"bridge harbour"') == []


def test_what_is_excluded_stands_in_no_passage_of_the_item(searcher: Searcher) -> None:
    with_lane = titles(searcher, "planning 2019.. ..2019")
    assert with_lane == ["Finance", "Minutes of the meeting of 6 March", "Planning", "Trees"]
    assert titles(searcher, 'planning -"mill lane" ..2019') == ["Minutes of the meeting of 6 March", "Trees"]
    assert "Trees" not in (titles(searcher, "planning -yew") or ())


def test_one_of_each_of_the_alternatives_must_be_held(searcher: Searcher) -> None:
    assert titles(searcher, 'yew OR "harbour bridge"') == ["Harbour bridge", "Trees"]
    assert titles(searcher, "yew OR harbour church OR castle") == ["Trees"]


def test_filters_and_operators_hold_together(searcher: Searcher) -> None:
    assert titles(searcher, "x council:larkmere date:2021-05") == ["Harbour bridge"]
    assert titles(searcher, "x council:larkmere", Filters(until=dt.date(2021, 4, 1))) == ["Speed limits on Castle Street"]
    assert titles(searcher, "x council:larkmere", Filters(councils=("Stoke Parish Council",))) == []


def test_a_name_that_is_not_held_is_refused(searcher: Searcher) -> None:
    with pytest.raises(UnknownValueError, match="no body 'cabinet'"):
        titles(searcher, "x body:cabinet")
