"""Which days does a question speak of, in plain words?

Takes the words of a question and gives `Stretch`es: from when, until when, which words say so, and whether they surely speak of
when the meeting was. The words before a day or year (`calendar_words.py`) say how it is meant: "since", "before", "between".
A date that hangs on an event ("since the 2019 election") is named, not guessed. Knows no archive: `understanding.py` does.

Firm: an exact day; in, during, since, before, after, until, between. Offered only: a bare month or year, a season, a range that may
be the subject ("2015 to 2022"), a financial year, and the year in which something was built or counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from itertools import pairwise

from search_api.calendar_words import MONTH
from search_api.calendar_words import THROUGH
from search_api.calendar_words import YEAR
from search_api.calendar_words import Precision
from search_api.calendar_words import Unit
from search_api.calendar_words import read_units
from search_api.operators import span_of

_LEAD = re.compile(
    r"\b(?P<lead>since|from|after|before|prior to|until|till|up to|between|in|during|throughout|within|dated|following|by)\s$",
    re.IGNORECASE,
)
_CUT = re.compile(rf"(?:\d|\b{MONTH}){THROUGH}$", re.IGNORECASE)
"""What is found is the end of something longer that was not read whole."""

_COUNTED = re.compile(r"\b(?:how (?:much|many)|number of|amount of|total|spend|spent)\b", re.IGNORECASE)
_HAPPENED = re.compile(
    r"\b(?:built|opened|founded|established|erected|born|died|constructed|installed|published|signed|due|expected|planned|starting|"
    r"ending|bought|sold|killed|seized|issued|collected|written|dated|completed|finished|created|ready|elected|closed) $",
    re.IGNORECASE,
)
_TO = re.compile(r"\s?(?:to|-|–|until|till|through)\s?(?:the\s)?", re.IGNORECASE)
_AND = re.compile(r"\s?(?:and|&|or|,)\s?(?:in\s)?(?:the\s)?", re.IGNORECASE)
_NO_EVENT = r"(?:and|or|to|was|is|when|what|how|did|who|why|meetings?|votes?|decisions?|approvals?|resolutions?)"
_EVENT = re.compile(
    rf"""\b(?P<lead>since|after|before|until|till|following|from|post|pre)[\s-](?P<what>
        (?:the\s|last\s|{YEAR}\s|{MONTH}\s|latest\s|recent\s|general\s|local\s|council\s|municipal\s|european\s|first\s|second\s
          |covid(?:-19)?\s){{0,5}}
        (?:elections?|by-?elections?|referendum|brexit|merger|amalgamation|reorganisation|pandemic|lockdowns?|coronavirus
          |covid(?:-19)?)\b(?:\s(?:in|of)\s(?:{MONTH}\s)?{YEAR})?
      | the\s{YEAR}\s(?!{_NO_EVENT}\b)[a-z][\w'’-]*)""",
    re.VERBOSE | re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?<!\bthe\s)(?P<which>last|this)\s(?P<what>year|month)\b(?!['’])", re.IGNORECASE)
_OPEN_ENDED = frozenset(("since", "after", "before", "prior to", "until", "till", "up to", "following"))
_INSIDE = frozenset(("in", "during", "throughout", "within"))
_OPENING = frozenset(("early", "start", "beginning"))
_CLOSING = frozenset(("late", "end"))


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days that some words of a question speak of. `unread`: the words look like a day and are none."""

    start: int
    end: int
    since: date | None
    until: date | None
    firm: bool
    precision: Precision
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Hanging:
    """A date that hangs on an event: `lead` is since, after, ...; `what` the event as typed."""

    start: int
    end: int
    lead: str
    what: str


def hanging_dates(text: str) -> tuple[Hanging, ...]:
    """Return the dates that hang on an event, in order."""
    return tuple(Hanging(*found.span(), found["lead"].lower(), found["what"]) for found in _EVENT.finditer(text))


def stretches(text: str, today: date) -> tuple[Stretch, ...]:
    """Return the days spoken of, in order; words crossed out with NUL are not looked at."""
    units = list(read_units(text, today))
    found = list(_stretches(text, units)) or list(_relative(text, today))
    return tuple(found)


def _stretches(text: str, units: Sequence[Unit]) -> Iterator[Stretch]:
    at = 0
    while at < len(units):
        taken, stretch = _stretch(text, units[at:])
        at += taken
        if stretch:
            yield stretch


def _stretch(text: str, units: Sequence[Unit]) -> tuple[int, Stretch | None]:
    """Return the days that the next unit speaks of, together with those joined to it, and how many units that were."""
    unit = units[0]
    found = _LEAD.search(text[: unit.start])
    lead, start = (found["lead"].lower(), found.start()) if found else ("", unit.start)
    if unit.first is None or unit.last is None:
        return 1, Stretch(unit.start, unit.end, None, None, firm=False, precision=unit.precision, unread=True)
    joined = _joined(text, units, lead)
    if joined > 1:
        last = units[joined - 1]
        return joined, Stretch(start, last.end, unit.first, last.last, lead == "between", _coarser(unit, last))
    if lead == "by" or _CUT.search(text[: unit.start]):
        return 1, None
    since, until = _bounds(unit, lead)
    firm = _is_firm(unit, lead) and not (lead in _INSIDE and _of_the_subject(text, start))
    return 1, Stretch(start if lead != "dated" else unit.start, unit.end, since, until, firm, unit.precision)


def _joined(text: str, units: Sequence[Unit], lead: str) -> int:
    """Return how many units make one range or one list of years."""
    count = 1
    for before, after in pairwise(units):
        between = text[before.end : after.start]
        dated = before.first and after.last and before.first <= after.last and not _without_year(before, after)
        years = before.precision == after.precision == Precision.YEAR
        if not dated or not (_TO.fullmatch(between) or ((years or lead == "between") and _AND.fullmatch(between))):
            break
        count += 1
    return count


def _without_year(*units: Unit) -> bool:
    return any(unit.precision is Precision.DAY_WITHOUT_YEAR for unit in units)


def _coarser(*units: Unit) -> Precision:
    return max((unit.precision for unit in units), key=list(Precision).index)


def _bounds(unit: Unit, lead: str) -> tuple[date | None, date | None]:
    """Return the first and the last day that "before the end of 2018" and its like leave open."""
    first, last = unit.first, unit.last
    if not first or not last:
        return None, None
    if lead in {"since", "from"}:
        return first, None
    if lead in {"after", "following"}:
        return (first if unit.part in _OPENING else last + timedelta(1)), None
    if lead in {"before", "prior to"}:
        return None, last if unit.part in _CLOSING else first - timedelta(1)
    if lead in {"until", "till", "up to"}:
        return None, last
    return first, last


def _is_firm(unit: Unit, lead: str) -> bool:
    if lead in _OPEN_ENDED:
        return not _without_year(unit)
    if lead in {"from", "dated"} or unit.precision is Precision.ROUGH:
        return False
    return unit.precision is Precision.DAY or (lead in _INSIDE and not _without_year(unit))


def _of_the_subject(text: str, start: int) -> bool:
    """Return whether "in 2019" says when something was built or counted: minutes tell of it months and years later."""
    return bool(_COUNTED.search(text) or _HAPPENED.search(text[:start]))


def _relative(text: str, today: date) -> Iterator[Stretch]:
    """Return "last year" and its like: only read where no year is named, since "this year (2021)" is not this year."""
    for found in _RELATIVE.finditer(text):
        back = found["which"].lower() == "last"
        if found["what"].lower() == "year":
            first, last = span_of(today.year - back)
        else:
            day = today.replace(day=1) - timedelta(back)
            first, last = span_of(day.year, day.month)
        yield Stretch(*found.span(), first, last, firm=False, precision=Precision.MONTH)
