"""Which dates are printed here?

Reads British dates only: `02/09/2020` is 2 September. Takes text, gives each date with where it stands and whether the weekday
beside it agrees; never completes a date that lacks its year, and never takes one from a clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_SHORT = {month[:3]: number for number, month in enumerate(_MONTHS, 1)} | {"sept": 9}
# Community councils in Wales keep minutes in Welsh; after "o" the first letter is softened ("3ydd o Fehefin").
_WELSH = (
    ("ionawr",),
    ("chwefror",),
    ("mawrth", "fawrth"),
    ("ebrill",),
    ("mai", "fai"),
    ("mehefin", "fehefin"),
    ("gorffennaf", "orffennaf"),
    ("awst",),
    ("medi", "fedi"),
    ("hydref",),
    ("tachwedd", "dachwedd"),
    ("rhagfyr", "ragfyr"),
)
_NUMBERS = (
    {month: number for number, month in enumerate(_MONTHS, 1)}
    | _SHORT
    | {month: number for number, months in enumerate(_WELSH, 1) for month in months}
)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WELSH_DAYS = ("llun", "mawrth", "mercher", "iau", "gwener", "sadwrn", "sul")

_MONTH = rf"(?P<month>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
# A month misspelt ("Setpember", "Decemeber") still stands between a day and a year, or is no date: see `_month`.
_MISSPELT = r"(?P<month>[a-z0]{5,10})"
# OCR reads "8th October" as `8" October`, "14th" as "14™" or "1st" as `1°"`, and "October" as "0ctober".
_NOISE = r"\s?[^\w\s,/.:;()\[\]&+–-]{1,3}(?=\s|,)"
_ORDINAL = rf"(?:\s?(?:st|nd|rd|th|af|ail|il|ydd|fed|eg|ain|ed)\b\.?|(?:st|nd|rd|th)(?=[a-z])|{_NOISE})?"
# A letter O or l for a figure ("2Oth", "l3th", "2O24") only where other figures say that it is one.
_DAY = r"(?<![\d£$./:-])(?P<day>[0-3]?\d|[1-3][oO]|[lI]\d(?=\s?(?:st|nd|rd|th)\b))"
_YEAR = r"(?P<year>(?:19|20)\d\d|2[oO0][\doO]\d)(?!\d)"
_WEEKDAY = (
    r"\b(?P<weekday>mon|tues?|wed(?:nes|s)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun|llun|mawrth|mercher|iau|gwener|sadwrn|sul)"
    r"(?:day)?\b\.?"
)
_BEFORE = re.compile(rf"{_WEEKDAY}(?:\s+(?:evening|morning|afternoon))?[\s,–-]*(?:(?:the|on)\s+)?\Z", re.IGNORECASE)
_NEAR = 40
"""Characters before a date in which its weekday stands."""
_FIGURES = r"(?<![\d/.-])(?P<day>\d{1,2})"
_MIDDLE = r"\s*(?:day\s+)?(?:of\s+|o\s+)?,?\s*"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_DAY}{_ORDINAL}{_MIDDLE}{_MONTH}[.,]?,?\s*{_YEAR}",
        rf"{_DAY}{_ORDINAL}{_MIDDLE}{_MISSPELT}[.,]?,?\s+{_YEAR}",
        rf"{_DAY}{_ORDINAL}{_MIDDLE}{_MONTH},?\s*[’'‘](?P<short>\d\d)(?!\d)",
        rf"\b{_MONTH}\.?,?\s+{_DAY}{_ORDINAL}[.,]?\s*{_YEAR}",
        rf"\b{_MISSPELT},?\s+{_DAY}{_ORDINAL},?\s+{_YEAR}",
        rf"{_FIGURES}\s?(?P<sep>[/.-])\s?(?P<number>\d{{1,2}})\s?(?P=sep)\s?(?P<year>(?:19|20)\d\d)(?![\d/])",
        rf"{_FIGURES}(?P<sep>[/.])(?P<number>\d{{1,2}})(?P=sep)(?P<year>\d\d)(?![\d/])",
        r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
    )
)
_LETTERS = str.maketrans("oOlI", "0011")
_CENTURY = 100
_LIKENESS = 0.75
"""How like a month's name a misspelt one must be: "Setpember" is 0.89, "Decemeber" 0.94; "members" and December 0.67."""


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date, the characters it was read from, and whether a weekday beside it fits: `None` where none is printed."""

    value: date
    start: int
    end: int
    weekday_fits: bool | None = None
    weekday: int | None = None


def printed_dates(text: str) -> tuple[PrintedDate, ...]:
    """Return every whole date in the order printed; impossible ones (31/02/2020) are left out."""
    found = [read for form in _FORMS for match in form.finditer(text) if (read := _read(match))]
    return tuple(sorted(_without_overlaps(found), key=lambda read: read.start))


def _read(match: re.Match[str]) -> PrintedDate | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else _month(parts["month"])
    year = int((parts.get("year") or parts["short"]).translate(_LETTERS))
    day = int(parts["day"].translate(_LETTERS))
    try:
        value = date(year if year >= _CENTURY else 2000 + year, month, day)
    except ValueError:
        return None
    before = _BEFORE.search(match.string, max(0, match.start() - _NEAR), match.start())
    weekday = _weekday(before["weekday"]) if before else None
    fits = None if weekday is None else weekday == value.weekday()
    return PrintedDate(value, match.start(), match.end(), fits, weekday)


def _month(name: str) -> int:
    """The month's number; 0 for a word that is none, or that might be two."""
    plain = name.lower().replace("0", "o")
    if plain in _NUMBERS:
        return _NUMBERS[plain]
    like = get_close_matches(plain, _MONTHS, 2, _LIKENESS) if plain[0] in "jfmasond" else []
    return _NUMBERS[like[0]] if len(like) == 1 else 0


def _weekday(name: str) -> int:
    plain = name.lower()
    return _WELSH_DAYS.index(plain) if plain in _WELSH_DAYS else _DAYS.index(plain[:3])


def _without_overlaps(found: list[PrintedDate]) -> Iterator[PrintedDate]:
    end = -1
    for read in sorted(found, key=lambda read: (read.start, -read.end)):
        if read.start >= end:
            end = read.end
            yield read
