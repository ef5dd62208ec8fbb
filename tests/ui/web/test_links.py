from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.schemas import SpanOut
from tests.ui.web import canned
from ui.web.address import screen_of
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
    saved=NAMES,
)


def read(link: str) -> Screen:
    return screen_of(parse_qs(link.removeprefix("?"), keep_blank_values=True))


@given(SCREENS)
def test_a_screen_is_read_back_from_its_own_link(screen: Screen) -> None:
    assert read(screen.href) == screen


@given(SCREENS, WORDS, st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), max_size=3))
def test_an_open_item_keeps_the_question_and_leads_back_to_it(
    screen: Screen, item_id: str, places: list[tuple[int, int, int]]
) -> None:
    spans = [SpanOut(page=page, start=start, end=end) for page, start, end in places]
    opened = read(screen.at_item(item_id, spans))
    assert opened.item == item_id
    assert opened.marks == tuple(Mark(*place) for place in places)
    assert read(opened.results()) == screen


@given(SCREENS)
def test_without_filters_all_else_is_left(screen: Screen) -> None:
    assert read(screen.unfiltered()) == replace(
        screen, councils=(), bodies=(), since=None, until=None, kinds=(), outcomes=(), start=0
    )


@given(SCREENS, WORDS)
def test_what_is_kept_goes_along_to_every_view_and_can_be_dropped(screen: Screen, item_id: str) -> None:
    kept = read(screen.keeping(item_id))
    assert item_id in kept.kept
    assert read(kept.keeping(item_id)) == kept
    for view in VIEWS:
        assert read(kept.seen_as(view)).kept == kept.kept
    assert read(kept.afresh()) == Screen(kept=kept.kept, saved=screen.saved)
    assert item_id not in read(kept.dropping(item_id)).kept


@given(SCREENS)
def test_a_meeting_is_opened_beside_the_question(screen: Screen) -> None:
    opened = read(screen.at_meeting("m"))
    assert (opened.view, opened.meeting, opened.question) == ("meeting", "m", screen.question)


@given(SCREENS)
def test_each_filter_can_be_taken_away_alone(screen: Screen) -> None:
    for pair in screen.filters:
        left = read(screen.without(*pair)).filters
        assert left == tuple(other for other in screen.filters if other != pair)


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


@given(SCREENS, WORDS)
def test_words_are_left_alone_once_and_all_else_stays(screen: Screen, words: str) -> None:
    left = read(screen.leaving(words))
    assert left == replace(screen, left_alone=tuple(dict.fromkeys((*screen.left_alone, words))))
    assert left.leaving(words) == left.href


def test_a_filter_offered_is_put_beside_those_of_other_kinds() -> None:
    screen = Screen("q in 2017", bodies=("Cabinet",))
    assert read(screen.narrowed(canned.chip().filters)) == replace(screen, since=date(2017, 1, 1), until=date(2017, 12, 31))
