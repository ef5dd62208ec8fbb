"""Which dates stand in a line, as hands and scanners left them."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.segmenting.dates import printed_dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Monday, the 5th day of March, 2018 at 7.30pm", date(2018, 3, 5)),
        ("Tuesday 4th June 2019 at 7.30 pm", date(2019, 6, 4)),
        ("held on 04/06/2019", date(2019, 6, 4)),
        ("Date: 14.05.19", date(2019, 5, 14)),
        ("21-3-2016", date(2016, 3, 21)),
        ("2nd. May 2014", date(2014, 5, 2)),
        ("MONDAY JANUARY 4th 2016", date(2016, 1, 4)),
        ("12 Sept. 2017", date(2017, 9, 12)),
        ("5th June ’19", date(2019, 6, 5)),
        ("WEDNESDAY, 4TH\nFEBRUARY, 2015", date(2015, 2, 4)),
    ],
)
def test_a_date_is_read_in_every_british_form(text: str, value: date) -> None:
    assert [read.value for read in printed_dates(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('8" October 2014', date(2014, 10, 8)),
        ("TUESDAY, 14™ JULY, 2015", date(2015, 7, 14)),
        ('1°" JUNE, 2016', date(2016, 6, 1)),
        ("21* NOVEMBER, 2018", date(2018, 11, 21)),
        ("2Oth June 2011", date(2011, 6, 20)),
        ("l3th January 2011", date(2011, 1, 13)),
        ("4 MARCH 2O24", date(2024, 3, 4)),
        ("12thApril2023", date(2023, 4, 12)),
    ],
)
def test_a_date_is_read_through_the_noise_of_a_scan(text: str, value: date) -> None:
    assert [read.value for read in printed_dates(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [("15 Setpember 2016", date(2016, 9, 15)), ("8th Decemeber 2005", date(2005, 12, 8)), ("3rd Febuary 2020", date(2020, 2, 3))],
)
def test_a_misspelt_month_is_read_where_it_can_be_only_one(text: str, value: date) -> None:
    assert [read.value for read in printed_dates(text)] == [value]


@pytest.mark.parametrize(
    "text", ["12 members 2019", "30 minutes 2019", "5 other 2019", "14 May, 7:30", "£5 May 2019", "16/07/26/4"]
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert printed_dates(text) == ()


def test_a_welsh_date_is_read() -> None:
    """Minutes of Welsh community councils; the month's first letter is softened after "o"."""
    assert [read.value for read in printed_dates("nos Lun, 3ydd o Fehefin 2019")] == [date(2019, 6, 3)]


def test_a_date_tells_whether_its_weekday_fits() -> None:
    fits, differs, silent = (printed_dates(text)[0] for text in ("Tuesday 4 June 2019", "Monday 4 June 2019", "4 June 2019"))
    assert (fits.weekday_fits, differs.weekday_fits, silent.weekday_fits) == (True, False, None)
