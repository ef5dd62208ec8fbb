"""Which screen does an address name?

Takes the query parameters of an address, gives a `Screen`; the other way about is `ui.web.links`. What cannot be read in a link is
named in `notices` or left out, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from urllib.parse import parse_qs

from ui.web.links import COUNTS
from ui.web.links import EARLIEST
from ui.web.links import LATEST
from ui.web.links import MODES
from ui.web.links import ORDERS
from ui.web.links import VIEWS
from ui.web.links import Mark
from ui.web.links import Screen

MOST_KEPT = 40
"""Agenda items that can be put aside; a briefing takes no more."""

MOST_SAVED = 20
"""Searches that can be saved in one link."""

_MARK = re.compile(r"(\d{1,9})\.(\d{1,9})\.(\d{1,9})")


def screen_of(parameters: Mapping[str, Sequence[str]]) -> Screen:
    """Read the query parameters of an address, each a list of values; parameters of other names are not ours."""
    since, since_notice = _day("since", parameters)
    until, until_notice = _day("until", parameters)
    mode, mode_notice = _mode(parameters)
    item = _first("item", parameters)
    saved = _searches(_all("saved", parameters))
    return Screen(
        question=" ".join(_first("q", parameters).split()),
        councils=_all("council", parameters),
        bodies=_all("body", parameters),
        since=since,
        until=until,
        kinds=_all("kind", parameters),
        outcomes=_all("outcome", parameters),
        left_alone=_all("without", parameters),
        mode=mode,
        count=_count(parameters),
        view=_one_of(VIEWS, "view", parameters),
        meeting=_first("meeting", parameters) or None,
        order=_one_of(ORDERS, "order", parameters),
        member=" ".join(_first("member", parameters).split()),
        start=_number("start", parameters),
        recorded=_first("recorded", parameters) == "true",
        item=item or None,
        marks=_marks(parameters.get("mark", ())) if item else (),
        kept=_all("keep", parameters)[:MOST_KEPT],
        saved=saved[:MOST_SAVED],
        title=" ".join(_first("title", parameters).split()),
        answer_first=_first("first", parameters) == "answer",
        page=_number("page", parameters) if item else 0,
        notices=(*since_notice, *until_notice, *mode_notice, *_too_many(parameters, saved)),
    )


def search_in(search: str) -> Screen:
    """Return the screen of a saved search, which holds nothing that is kept or saved."""
    named = parse_qs(search.removeprefix("?"))
    return screen_of({name: values for name, values in named.items() if name not in {"keep", "saved"}})


def _searches(values: Iterable[str]) -> tuple[str, ...]:
    """Return saved searches as `Screen.search` writes them, each once: no link can put one search into another."""
    return tuple(dict.fromkeys(search for search in (search_in(value).search for value in values) if search))


def _too_many(parameters: Mapping[str, Sequence[str]], saved: Sequence[str]) -> tuple[str, ...]:
    """Return what to say of items and searches beyond those that one link can hold."""
    kept = len(_all("keep", parameters))
    items = f"This link keeps {kept} agenda items, and a briefing takes {MOST_KEPT}: the last {kept - MOST_KEPT} were left out."
    beyond = len(saved) - MOST_SAVED
    searches = f"This link saves {len(saved)} searches, and {MOST_SAVED} can be saved: the last {beyond} were left out."
    return (*((items,) if kept > MOST_KEPT else ()), *((searches,) if len(saved) > MOST_SAVED else ()))


def _first(name: str, parameters: Mapping[str, Sequence[str]]) -> str:
    return next((value.strip() for value in parameters.get(name, ()) if value.strip()), "")


def _all(name: str, parameters: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in parameters.get(name, ()) if value.strip()))


def _day(name: str, parameters: Mapping[str, Sequence[str]]) -> tuple[date | None, tuple[str, ...]]:
    printed = _first(name, parameters)
    if not printed:
        return None, ()
    try:
        day = date.fromisoformat(printed)
    except ValueError:
        day = None
    if day is None or not EARLIEST <= day <= LATEST:
        return None, (f"“{printed}” in this link is not a date that can be used, so it was left out.",)
    return day, ()


def _mode(parameters: Mapping[str, Sequence[str]]) -> tuple[str, tuple[str, ...]]:
    named = _first("mode", parameters)
    if not named or named in MODES:
        return named or MODES[0], ()
    return MODES[0], (f"“{named}” in this link is not a way to search, so the usual one was used.",)


def _one_of(known: Sequence[str], name: str, parameters: Mapping[str, Sequence[str]]) -> str:
    return next((each for each in known if each == _first(name, parameters)), known[0])


def _number(name: str, parameters: Mapping[str, Sequence[str]]) -> int:
    printed = _first(name, parameters)
    return int(printed) if re.fullmatch(r"[0-9]{1,6}", printed) else 0


def _count(parameters: Mapping[str, Sequence[str]]) -> int:
    wanted = _first("k", parameters)
    return next((count for count in COUNTS if str(count) == wanted), COUNTS[0])


def _marks(values: Iterable[str]) -> tuple[Mark, ...]:
    read = (_MARK.fullmatch(value) for value in values)
    return tuple(Mark(*map(int, found.groups())) for found in read if found)
