"""Which dates are printed here?

Reads British dates only: `02/09/2020` is 2 September. Takes text, gives each date with where it stands; never completes a date
that lacks its year, and never takes one from a clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_SHORT = {month[:3]: number for number, month in enumerate(_MONTHS, 1)} | {"sept": 9}

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"[o0]ct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# OCR reads "8th October" as `8" October` and "October" as "0ctober" (Stoke Ferry 2010, Ayton 3 October 2017).
_ORDINAL = r"(?:\s*(?:st|nd|rd|th|[\"”'’º°]))?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = (
    re.compile(rf"\b(?P<day>\d{{1,2}}){_ORDINAL}\s*(?:day\s+)?(?:of\s+)?,?\s*{_MONTH}\.?,?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})(?P<sep>[/.])(?P<number>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])"),
    re.compile(r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
)
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date and the characters it was read from."""

    value: date
    start: int
    end: int


def printed_dates(text: str) -> tuple[PrintedDate, ...]:
    """Return every whole date in the order printed; impossible ones (31/02/2020) are left out."""
    found = [read for form in _FORMS for match in form.finditer(text) if (read := _read(match))]
    return tuple(sorted(_without_overlaps(found), key=lambda read: read.start))


def _read(match: re.Match[str]) -> PrintedDate | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else _month(parts["month"])
    year = int(parts["year"])
    try:
        value = date(year if year >= _CENTURY else 2000 + year, month, int(parts["day"]))
    except ValueError:
        return None
    return PrintedDate(value, match.start(), match.end())


def _month(name: str) -> int:
    plain = name.lower().replace("0", "o")
    return _SHORT.get(plain) or _SHORT[plain[:3]]


def _without_overlaps(found: list[PrintedDate]) -> Iterator[PrintedDate]:
    end = -1
    for read in sorted(found, key=lambda read: (read.start, -read.end)):
        if read.start >= end:
            end = read.end
            yield read
