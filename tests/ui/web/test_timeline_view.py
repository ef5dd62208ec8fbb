"""A timeline says in its picture what it says in its list, and no more than the minutes do."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from bs4 import Tag

from search_api.schemas_threads import TimelineOut
from tests.ui.web import canned
from tests.ui.web.canned_following import NOTHING_BETWEEN
from tests.ui.web.canned_following import entry
from tests.ui.web.canned_following import gap
from tests.ui.web.canned_following import no_timeline
from tests.ui.web.canned_following import timeline as told
from ui.web.links import Screen
from ui.web.timeline_chart import APART
from ui.web.timeline_chart import kind_of
from ui.web.timeline_chart import letter
from ui.web.timeline_chart import rows_of
from ui.web.timeline_view import USUAL
from ui.web.timeline_view import timeline

SCREEN = Screen(canned.QUESTION, view="timeline")


def drawn(found: TimelineOut, screen: Screen = SCREEN, most: int = USUAL) -> BeautifulSoup:
    return BeautifulSoup(timeline(found, screen, most), "html.parser")


def words(of: Tag) -> str:
    return " ".join(of.get_text(" ").split())


def test_every_dated_entry_has_one_mark_that_leads_to_it() -> None:
    made = drawn(told())
    marks = [str(link["href"]) for link in made.select(".mb-lane a")]
    assert sorted(marks) == sorted(f"#{row['id']}" for row in made.select("li.mb-entry[id]"))
    assert len(marks) == len(told().entries)


def test_a_mark_says_in_words_what_its_shape_says() -> None:
    named = [str(link["aria-label"]) for link in drawn(told()).select(".mb-lane a")]
    assert any(name.startswith("12 November 2020, ") and name.endswith("Carried.") for name in named)
    assert any(name.startswith("20 October 2020, ") and name.endswith("Several outcomes.") for name in named)
    assert any(name.endswith("No decision quoted.") for name in named)


def test_outcomes_differ_in_sign_and_in_style_not_in_colour_alone() -> None:
    lost = kind_of(entry(date(2020, 1, 1), canned.none_of_them()))
    carried = kind_of(entry(date(2020, 1, 1), canned.approach_three()))
    said = kind_of(entry(date(2020, 1, 1)))
    several = kind_of(entry(date(2020, 1, 1), canned.approach_three(), canned.none_of_them()))
    assert (
        len({each.sign for each in (lost, carried, said, several)})
        == len({each.style for each in (lost, carried, said, several)})
        == 4
    )


def test_a_lost_motion_beside_a_decision_stands_apart_and_is_said_to_be_none() -> None:
    row = next(row for row in drawn(told()).select(".mb-entry") if "LOST" in words(row))
    apart = row.select_one(".mb-fallen")
    assert apart is not None
    assert "These are not decisions." in words(apart)
    assert "agree none of the approaches" in words(apart)
    assert "approach 3" not in words(apart)


def test_a_gap_is_declared_where_it_lies_in_the_words_of_the_api() -> None:
    rows = [words(row) for row in drawn(told()).select(".mb-timeline > li")]
    assert rows[2] == f"Gap A, 24 September 2019 to 20 October 2020. {NOTHING_BETWEEN}"
    band = drawn(told()).select_one(".mb-gaps .mb-gap")
    assert band is not None
    assert words(band) == "A"


def test_a_gap_after_a_day_with_two_entries_stands_once_and_after_both() -> None:
    since = date(2019, 6, 11)
    entries = [entry(since, title="FIRST"), entry(since, title="SECOND"), entry(date(2021, 1, 1), title="THIRD")]
    rows = drawn(told(entries=entries, gaps=[gap(since, date(2021, 1, 1))])).select("ol.mb-timeline > li")
    assert ["mb-gap-row" in row["class"] for row in rows] == [False, False, True, False]


def test_a_date_that_is_not_printed_is_marked_apart_and_says_whose_it_is() -> None:
    made = drawn(told())
    inferred = [link for link in made.select(".mb-lane a") if link.select(".mb-about")]
    assert ["from the name of the file" in str(link["aria-label"]) for link in inferred] == [True]
    assert "does not print" not in words(made)
    assert "do not print the date" in words(made)


def test_what_states_no_date_stands_apart_and_has_no_mark() -> None:
    made = drawn(told())
    apart = made.select_one("section[aria-labelledby=mb-undated]")
    assert apart is not None
    assert "A NOTE" in words(apart)
    assert not any("A NOTE" in str(link["aria-label"]) for link in made.select(".mb-lane a"))
    assert "1 without a stated date" in words(made)


def test_where_all_are_undated_there_is_no_picture() -> None:
    made = drawn(told(entries=[], gaps=[]))
    assert not made.select("figure")
    assert "Without a stated date" in words(made)


def test_few_bodies_get_a_lane_each_and_many_share_one() -> None:
    days = [date(2020, month, 1) for month in range(1, 7)]
    few = [entry(day, body=f"Committee {number % 2}") for number, day in enumerate(days)]
    many = [entry(day, body=f"Committee {number}") for number, day in enumerate(days)]
    assert len(drawn(told(entries=few, gaps=[])).select(".mb-lane")) == 2
    assert [words(name) for name in drawn(told(entries=many, gaps=[])).select(".mb-lane-name")] == ["6 bodies"]


def test_marks_of_one_row_never_touch() -> None:
    places = [0.0, 1.0, 2.0, 8.9, 9.0, 9.9, 18.0, 18.0]
    rows = rows_of(places)
    for row in set(rows):
        own = [at for at, its in zip(places, rows, strict=True) if its == row]
        assert all(later - earlier >= APART for earlier, later in pairwise(own))
    assert rows[:4] == [0, 1, 2, 3]
    assert rows[4] == 0


@pytest.mark.parametrize(("first", "last", "written"), [(2020, 2020, 1), (2014, 2020, 7), (2012, 2021, 5), (1900, 2020, 7)])
def test_years_are_written_at_even_steps_and_never_too_many(first: int, last: int, written: int) -> None:
    entries = [entry(date(first, 1, 1)), entry(date(last, 12, 31))]
    years = [int(words(year)) for year in drawn(told(entries=entries, gaps=[])).select(".mb-year")]
    assert len(years) == written
    assert years[0] == first
    assert len({later - earlier for earlier, later in pairwise(years)}) <= 1


def test_nothing_that_speaks_is_said_with_what_was_looked_at() -> None:
    made = drawn(no_timeline())
    assert "Nothing in these minutes answers this question." in words(made)
    assert "Looked at: 31 meetings" in words(made)
    assert not made.select("figure")


def test_a_passage_beside_decisions_is_folded_away_and_one_alone_is_open() -> None:
    both = entry(date(2020, 1, 1), canned.approach_three()).model_copy(update={"passage": entry(None).passage})
    alone = drawn(told(entries=[entry(date(2020, 1, 1))], gaps=[], undated=[]))
    folded = drawn(told(entries=[both], gaps=[], undated=[]))
    assert not alone.select("details blockquote")
    assert "What is said on it" in [words(fold) for fold in folded.select("summary")]


def test_where_as_many_are_found_as_were_asked_for_the_page_says_that_there_may_be_more() -> None:
    assert "Look for more" in words(drawn(told(), most=5))
    longer = drawn(told(), most=5).select("section > p a")
    assert ["k=25" in str(link["href"]) for link in longer] == [True]
    assert "Look for more" not in words(drawn(told()))
    assert "Look for more" not in words(drawn(told(), Screen(canned.QUESTION, view="timeline", count=50), 5))


def test_gaps_are_lettered_and_after_z_numbered() -> None:
    assert [letter(0), letter(25), letter(26)] == ["A", "Z", "27"]
