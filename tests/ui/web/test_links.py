from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from search_api.schemas import SpanOut
from tests.ui.web import canned
from ui.web.address import screen_of
from ui.web.address import search_in
from ui.web.links import COUNTS
from ui.web.links import EARLIEST
from ui.web.links import LATEST
from ui.web.links import MODES
from ui.web.links import ORDERS
from ui.web.links import VIEWS
from ui.web.links import Mark
from ui.web.links import Screen

WORDS = st.text(st.characters(exclude_categories=["Cs", "Zs", "Zl", "Zp", "Cc"]), min_size=1, max_size=12)
NAMES = st.lists(WORDS, max_size=3, unique=True).map(tuple)
DAYS = st.none() | st.dates(EARLIEST, LATEST)
NUMBERS = st.integers(0, 999_999)

SEARCHES = st.lists(st.sampled_from(["q=grit", "q=a%26b+c&body=Cabinet", "view=votes&member=%C3%89"]), unique=True).map(tuple)
"""Searches as `Screen.search` writes them; what it writes is put to the test below."""

WITHOUT_HASTE = settings(deadline=None)
"""A loaded machine is no reason to fail."""

SCREENS = st.builds(
    Screen,
    question=st.lists(WORDS, max_size=4).map(" ".join),
    councils=NAMES,
    bodies=NAMES,
    since=DAYS,
    until=DAYS,
    kinds=NAMES,
    outcomes=NAMES,
    left_alone=NAMES,
    mode=st.sampled_from(MODES),
    count=st.sampled_from(COUNTS),
    view=st.sampled_from(VIEWS),
    meeting=st.none() | WORDS,
    order=st.sampled_from(ORDERS),
    member=WORDS | st.just(""),
    start=NUMBERS,
    kept=NAMES,
    saved=SEARCHES,
    title=st.lists(WORDS, max_size=4).map(" ".join),
    answer_first=st.booleans(),
    recorded=st.booleans(),
)


def read(link: str) -> Screen:
    return screen_of(parse_qs(link.removeprefix("?"), keep_blank_values=True))


@WITHOUT_HASTE
@given(SCREENS)
def test_a_screen_is_read_back_from_its_own_link(screen: Screen) -> None:
    assert read(screen.href) == screen


@WITHOUT_HASTE
@given(SCREENS, NUMBERS)
def test_another_page_of_a_list_differs_in_nothing_but_where_it_starts(screen: Screen, start: int) -> None:
    assert read(screen.starting(start)) == replace(screen, start=start)


@WITHOUT_HASTE
@given(SCREENS, WORDS, st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), max_size=3))
def test_an_open_item_keeps_the_question_and_leads_back_to_it(
    screen: Screen, item_id: str, places: list[tuple[int, int, int]]
) -> None:
    spans = [SpanOut(page=page, start=start, end=end) for page, start, end in places]
    opened = read(screen.at_item(item_id, spans))
    assert opened.item == item_id
    assert opened.marks == tuple(Mark(*place) for place in places)
    assert read(opened.results()) == screen


@WITHOUT_HASTE
@given(SCREENS)
def test_without_filters_all_else_is_left(screen: Screen) -> None:
    assert read(screen.unfiltered()) == replace(
        screen, councils=(), bodies=(), since=None, until=None, kinds=(), outcomes=(), start=0
    )


@WITHOUT_HASTE
@given(SCREENS, WORDS)
def test_what_is_kept_goes_along_to_every_view_and_can_be_dropped(screen: Screen, item_id: str) -> None:
    kept = read(screen.keeping(item_id))
    assert item_id in kept.kept
    assert read(kept.keeping(item_id)) == kept
    for view in VIEWS:
        assert read(kept.seen_as(view)).kept == kept.kept
    assert read(kept.afresh()) == Screen(kept=kept.kept, saved=screen.saved, title=screen.title)
    assert item_id not in read(kept.dropping(item_id)).kept


@WITHOUT_HASTE
@given(SCREENS)
def test_a_meeting_is_opened_beside_the_question(screen: Screen) -> None:
    opened = read(screen.at_meeting("m"))
    assert (opened.view, opened.meeting, opened.question) == ("meeting", "m", screen.question)


@WITHOUT_HASTE
@given(SCREENS)
def test_each_filter_can_be_taken_away_alone(screen: Screen) -> None:
    for pair in screen.filters:
        left = read(screen.without(*pair)).filters
        assert left == tuple(other for other in screen.filters if other != pair)


@WITHOUT_HASTE
@given(
    st.dictionaries(
        st.sampled_from(["q", "since", "until", "mode", "k", "item", "mark", "x"]), st.lists(st.text(max_size=20), max_size=3)
    )
)
def test_any_link_whatever_gives_a_screen(parameters: dict[str, list[str]]) -> None:
    screen = screen_of(parameters)
    assert screen.mode in MODES
    assert screen.count in COUNTS


@pytest.mark.parametrize("printed", ["yesterday", "2020-13-01", "0001-01-01", "9999-12-31"])
def test_a_date_that_cannot_be_used_is_named_and_left_out(printed: str) -> None:
    screen = screen_of({"since": [printed]})
    assert screen.since is None
    assert len(screen.notices) == 1
    assert printed in screen.notices[0]


def test_an_unknown_way_to_search_is_named_and_the_usual_one_taken() -> None:
    screen = screen_of({"mode": ["psychic"]})
    assert screen.mode == "hybrid"
    assert "psychic" in screen.notices[0]


def test_filters_have_the_names_that_the_api_gives_them() -> None:
    screen = Screen("q", ("A",), ("B", "C"), date(2020, 9, 2), date(2021, 1, 1), ("minutes",), ("lost",))
    assert screen.filters == (
        ("council", "A"),
        ("body", "B"),
        ("body", "C"),
        ("since", "2020-09-02"),
        ("until", "2021-01-01"),
        ("kind", "minutes"),
        ("outcome", "lost"),
    )


def test_a_list_grows_until_the_api_gives_no_more() -> None:
    grown = [read(link).count for link in (Screen("q").longer(), Screen("q", count=25).longer()) if link]
    assert grown == [25, 50]
    assert Screen("q", count=50).longer() is None


def test_marks_without_an_item_mark_nothing() -> None:
    assert screen_of({"q": ["a"], "mark": ["1.2.3"]}).marks == ()


@WITHOUT_HASTE
@given(SCREENS, WORDS)
def test_words_are_left_alone_once_and_all_else_stays(screen: Screen, words: str) -> None:
    left = read(screen.leaving(words))
    assert left == replace(screen, left_alone=tuple(dict.fromkeys((*screen.left_alone, words))))
    assert left.leaving(words) == left.href


def test_a_filter_offered_is_put_beside_those_of_other_kinds() -> None:
    screen = Screen("q in 2017", bodies=("Cabinet",))
    assert read(screen.narrowed(canned.chip().filters)) == replace(screen, since=date(2017, 1, 1), until=date(2017, 12, 31))


@WITHOUT_HASTE
@given(SCREENS, WORDS)
def test_a_search_saved_is_read_back_and_holds_nothing_kept_or_saved(screen: Screen, words: str) -> None:
    asked = replace(screen, question=words)
    saved = read(asked.saving())
    assert asked.search in saved.saved
    assert read(saved.saving()) == saved
    inside = search_in(asked.search)
    assert (inside.kept, inside.saved, inside.item, inside.meeting, inside.title) == ((), (), None, None, "")
    assert inside.search == asked.search
    assert asked.search not in read(saved.forgetting(asked.search)).saved


@WITHOUT_HASTE
@given(SCREENS, WORDS)
def test_a_link_that_puts_one_search_into_another_is_read_without_the_inner_one(screen: Screen, words: str) -> None:
    nested = replace(screen, question=words).saving()
    read_back = screen_of({"saved": [nested]})
    assert read_back.saved == (replace(screen, question=words).search,)
    assert "saved=" not in read_back.saved[0]


@WITHOUT_HASTE
@given(SCREENS)
def test_a_screen_that_searches_for_nothing_saves_nothing(screen: Screen) -> None:
    empty = replace(screen, question="", member="", councils=(), bodies=(), since=None, until=None, kinds=(), outcomes=())
    assert empty.search == ""


@WITHOUT_HASTE
@given(st.lists(WORDS, min_size=1, max_size=6, unique=True), st.integers(0, 5), st.integers(0, 5))
def test_an_item_moved_stands_at_its_new_place_and_no_other_is_lost(kept: list[str], start: int, place: int) -> None:
    moved = kept[start % len(kept)]
    after = read(Screen(kept=tuple(kept)).moving(moved, place)).kept
    assert sorted(after) == sorted(kept)
    assert after.index(moved) == min(place, len(kept) - 1)
    assert [each for each in after if each != moved] == [each for each in kept if each != moved]


def test_more_than_a_link_can_hold_is_left_out_and_said_to_be() -> None:
    screen = screen_of({"keep": [f"i{at}" for at in range(43)], "saved": [f"q=word{at}" for at in range(21)]})
    assert (len(screen.kept), len(screen.saved)) == (40, 20)
    assert any("the last 3 were left out" in notice for notice in screen.notices)
    assert any("the last 1 were left out" in notice for notice in screen.notices)


def test_everything_kept_is_dropped_at_once_and_searches_stay() -> None:
    assert read(Screen(kept=("a", "b"), saved=("q=grit",)).dropping_all()) == Screen(saved=("q=grit",))
