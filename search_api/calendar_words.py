"""Which days, months, seasons and years stand in a text, and where?

Takes words, gives `Unit`s: 24 May 2021, 24/05/2021, 2021-05-24, Sept 2014, autumn 2012, 2020/21, the end of 2018, 2019. Sums,
house numbers, laws, times and quantities are no years, and a year to come is what a plan is called, not when they met. Says
nothing of how a day is meant: that is `dates_asked.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from search_api.operators import span_of

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_DECEMBER = 12
_CENTURY = 100
_LEAP_YEAR = 2000
"""Stands in for the year of a day that was said without one, so that 29 February is a day."""

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
YEAR = r"(?:19|20)\d\d(?![\w/%]|[-.,:]\d)"
_DAY = r"\d\d?(?:st|nd|rd|th)?"
THROUGH = r"\s?(?:to|and|or|&|-|–)\s?"
_UNIT = re.compile(
    rf"""(?<![\w/.,:£€$\#-])(?:
        (?P<iso>\d{{4}}-\d\d-\d\d(?![\w/-]))
      | (?P<slashed>\d\d?(?P<stroke>[/.-])\d\d?(?P=stroke)(?:\d{{4}}|\d\d)(?![\w/-]))
      | (?P<day>(?:{_DAY}{THROUGH})?{_DAY}\s(?:of\s)?{MONTH},?\s{YEAR} | {MONTH}\s{_DAY},?\s{YEAR})
      | (?P<month>(?:{MONTH}{THROUGH})?{MONTH},?\s(?:of\s)?{YEAR})
      | (?P<yearless>\d\d?(?:st|nd|rd|th)\s(?:of\s)?{MONTH} | (?<=\bon\s)\d\d?\s{MONTH})
      | (?P<season>(?:the\s)?(?:spring|summer|autumn|winter)\s(?:of\s)?{YEAR})
      | (?P<dashed>(?:19|20)\d\d-\d\d(?![\w/-]))
      | (?P<financial>(?:19|20)\d\d/(?:20)?\d\d(?![\w/-]))
      | (?P<years>(?:19|20)\d\d\s?[-–]\s?{YEAR})
      | (?P<year>(?:(?:early|mid|late|(?:the\s)?(?:start|beginning|middle|end)\sof)[\s-])?{YEAR})
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_NO_YEAR_BEFORE = re.compile(
    r"(?:[£€$]|\b(?:no|nos|number|flat|unit|room|section|form|route|ref|reference|act|regulations?|bill|order|agenda|vision|at|by"
    r"|circular|page|plot|of about|than|approximately|worth|towards)[.,]?)\s?$",
    re.IGNORECASE,
)
_NO_YEAR_AFTER = re.compile(
    r"\s?(?:%|-?(?:euros?|pounds|people|persons|residents|houses|homes|units|households|signatures|litres|km|kg|m|metres|miles|"
    r"square|sq|acres|hectares|tonnes|trees|words|hours|hrs|copies|members|students|children|vehicles|cars|places|spaces|seats|"
    r"bins|vision|world cup|jobs|years?|each|per|million|billion|k)\b"
    r"|(?:\s[\w'’]+){1,2}\s(?:street|st|road|rd|avenue|ave|lane|drive|close|terrace|crescent|court)\b)",
    re.IGNORECASE,
)
_PARTS = ("early", "start", "beginning", "middle", "mid", "late", "end")
_UNMISTAKABLE = frozenset(("iso", "slashed", "day", "yearless"))


class Precision(StrEnum):
    """How exactly a day was said."""

    DAY = "day"
    DAY_WITHOUT_YEAR = "day without year"
    MONTH = "month"
    YEAR = "year"
    ROUGH = "rough"


@dataclass(frozen=True, slots=True)
class Unit:
    """A day, month, season or year, and where it stands; `part` is "end of" or the like. No `first`: there is no such day."""

    start: int
    end: int
    first: date | None
    last: date | None
    precision: Precision
    part: str = ""


_PRECISION = {
    "iso": Precision.DAY,
    "slashed": Precision.DAY,
    "day": Precision.DAY,
    "yearless": Precision.DAY_WITHOUT_YEAR,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
}


def read_units(text: str, today: date) -> Iterator[Unit]:
    """Return the days, months and years in the text, in order, but for those that begin after today."""
    for found in _UNIT.finditer(text):
        year_alone = found.lastgroup in {"year", "years"}
        if year_alone and (_NO_YEAR_BEFORE.search(text[: found.start()]) or _NO_YEAR_AFTER.match(text[found.end() :])):
            continue
        unit = _unit(found)
        if unit and (unit.first is None or unit.first <= today):
            yield unit


def _unit(found: re.Match[str]) -> Unit | None:
    """Return the days of what was found, no days where the calendar has none, or `None` for figures that only look like it."""
    form, words = str(found.lastgroup), found.group().lower()
    precision = _PRECISION.get(form, Precision.ROUGH)
    try:
        first, last = _read(form, [int(digits) for digits in re.findall(r"\d+", words)], words)
    except ValueError:
        return Unit(*found.span(), None, None, precision) if form in _UNMISTAKABLE and "." not in words else None
    part = next((name for name in _PARTS if name in words), "")
    return Unit(*found.span(), first, last, Precision.ROUGH if part else precision, part)


def _read(form: str, numbers: Sequence[int], words: str) -> tuple[date, date]:
    """Return the first and last day; raises `ValueError` where there are none."""
    if form == "slashed":
        day, month, year = numbers
        return span_of(year if year >= _CENTURY else 2000 + year, month, day)
    if form in {"day", "month", "yearless"}:
        return _worded(form, numbers, [_MONTHS.index(word[:3]) + 1 for word in re.findall(rf"\b{MONTH}", words)])
    if form == "season":
        return _season(next(name for name in _SEASONS if name in words), numbers[0])
    if form in {"dashed", "financial", "years"}:
        return _years(form, *numbers)
    return span_of(*numbers)


def _worded(form: str, numbers: Sequence[int], months: Sequence[int]) -> tuple[date, date]:
    if form == "yearless":
        return span_of(_LEAP_YEAR, months[0], numbers[0])
    *days, year = numbers
    first, last = (span_of(year, months[at], *days[at:][:1]) if days else span_of(year, months[at]) for at in (0, -1))
    return _in_order(first[0], last[1])


def _season(name: str, year: int) -> tuple[date, date]:
    month = _SEASONS[name]
    if month == _DECEMBER:
        return date(year, _DECEMBER, 1), span_of(year + 1, 2)[1]
    return date(year, month, 1), span_of(year, month + 2)[1]


def _years(form: str, first: int, second: int) -> tuple[date, date]:
    """Return the days of "2015-2018", of a financial year (2020/21), or of a month written 2019-05."""
    whole = second if second >= _CENTURY else first - first % _CENTURY + second
    if form == "years" or whole == first + 1:
        return _in_order(date(first, 1, 1), date(whole, 12, 31))
    if form == "dashed":
        return span_of(first, second)
    raise ValueError(second)


def _in_order(first: date, last: date) -> tuple[date, date]:
    if first > last:
        raise ValueError(last)
    return first, last
