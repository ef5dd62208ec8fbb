"""What is held of whom, and where the gaps are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from datetime import timedelta

import pytest

from index.errors import UnknownAddressError
from index.left_out import LeftOut
from index.opening import keep_left_out
from index.ports import Archive
from index.ports import Sitting
from index.records import RecordState
from index.sources import DocumentKind
from search_api.holdings import Gap
from search_api.holdings import Holdings
from search_api.holdings import councils_of
from search_api.holdings import gaps_in
from search_api.holdings import kinds_of

MONTHS = [date(2020, month, 7) for month in range(1, 13)]


def sitting(
    day: date | None, council: str | None = "A", body: str | None = "Panel", kind: str = "minutes", state: str = "draft"
) -> Sitting:
    return Sitting(f"{day}{council}{body}{kind}", DocumentKind(kind), council, body, day, RecordState(state))


def test_a_month_left_out_in_summer_is_no_gap() -> None:
    assert gaps_in([day for day in MONTHS if day.month != 8]) == ()


def test_a_stretch_much_longer_than_the_usual_one_is_a_gap_between_its_two_days() -> None:
    days = [day for day in MONTHS if day.month not in {5, 6, 7}]
    assert gaps_in(days) == (Gap(date(2020, 4, 7), date(2020, 8, 7), 31),)
    assert gaps_in(reversed([*days, *days])) == gaps_in(days)


def test_who_meets_once_a_year_has_no_gap_of_a_year() -> None:
    assert gaps_in([date(year, 5, 10) for year in range(2010, 2020)]) == ()


@pytest.mark.parametrize("days", [[], MONTHS[:1], [date(2001, 1, 1), date(2002, 1, 1), date(2020, 1, 1), date(2020, 2, 1)]])
def test_a_few_days_have_no_rhythm_and_so_no_gap(days: list[date]) -> None:
    assert gaps_in(days) == ()


def test_who_meets_every_other_day_is_not_short_of_minutes_after_two_weeks() -> None:
    days = [date(2020, 1, 1) + timedelta(days=2 * step) for step in range(10)]
    assert gaps_in([*days, days[-1] + timedelta(days=14)]) == ()


def test_agendas_are_not_minutes_and_fill_no_gap() -> None:
    held = [sitting(day) for day in MONTHS if day.month not in {5, 6, 7}]
    agendas = [sitting(day, kind="agenda") for day in MONTHS]
    (council,) = councils_of([*held, *agendas])
    (body,) = council.bodies
    assert (body.minuted, body.papers, body.meetings) == (9, 12, 21)
    assert [(one.year, one.minuted, one.papers) for one in body.years] == [(2020, 9, 12)]
    assert len(body.gaps) == 1
    assert dict(kinds_of([*held, *agendas])) == {"minutes": 9, "agenda": 12}


def test_councils_and_bodies_come_with_most_minutes_first_and_what_is_not_stated_among_them() -> None:
    councils = councils_of(
        [
            sitting(MONTHS[0], "B"),
            *(sitting(day, None, None) for day in MONTHS[:3]),
            *(sitting(day, "A", "Panel") for day in MONTHS[:1]),
            *(sitting(day, "A", "Board", state="confirmed") for day in MONTHS[:4]),
            sitting(None, "A", "Board", state="not stated"),
        ]
    )
    assert [(one.council, [body.body for body in one.bodies]) for one in councils] == [
        ("A", ["Board", "Panel"]),
        (None, [None]),
        ("B", ["Panel"]),
    ]
    board = councils[0].bodies[0]
    assert (board.undated, board.first, board.last) == (1, MONTHS[0], MONTHS[3])
    assert dict(board.states) == {"confirmed": 4, "not stated": 1}


def test_a_generation_is_counted_once_and_another_anew(commit: Callable[[str, int], Archive]) -> None:
    holdings = Holdings()
    address = "memory:holdings"
    first = commit(address, 2)
    assert holdings.of(first, address).councils is holdings.of(first, address).councils
    assert sum(one.minuted for one in holdings.of(first, address).councils) == 2
    assert sum(one.minuted for one in holdings.of(commit(address, 5), address).councils) == 5


def test_what_was_left_out_is_looked_up_at_every_asking(commit: Callable[[str, int], Archive]) -> None:
    holdings, address = Holdings(), "memory:holdings-left-out"
    archive = commit(address, 2)
    assert holdings.of(archive, address).left_out is None
    keep_left_out(address, LeftOut(archive.manifest.generation, withheld_documents=3))
    kept = holdings.of(archive, address).left_out
    assert kept is not None
    assert kept.withheld_documents == 3
    with pytest.raises(UnknownAddressError):
        holdings.of(archive, "nowhere")
