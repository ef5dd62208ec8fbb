"""What is on the screen, as a link?

Takes the query parameters of an address, gives a `Screen`, and back: the question, the filters, the open item and the words
marked in it. Everything that a person sees follows from the address, so a link can be shared and the back button works. What
cannot be read in a link is named in `notices`, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from search_api.schemas import FiltersOut
from search_api.schemas import SpanOut

EARLIEST = date(1800, 1, 1)
LATEST = date(2199, 12, 31)
"""Days that the calendar of the filters offers; parish minutes begin in 1894, older bodies earlier."""

MODES = ("hybrid", "lexical", "dense")
"""Which searches may run; the first is the default and stays out of links."""

COUNTS = (10, 25, 50)
"""How many agenda items are listed: at first, and after each wish for more; the API gives no more than the last."""

_MARK = re.compile(r"(\d{1,9})\.(\d{1,9})\.(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be marked in an open item: a page from 1, and characters of that page."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Screen:
    """What is asked, within which filters, and which item is open. Empty and `None` mean that nothing was said.

    From the words `left_alone` of the question no filter is to be read.
    """

    question: str = ""
    councils: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    kinds: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    mode: str = MODES[0]
    count: int = COUNTS[0]
    item: str | None = None
    marks: tuple[Mark, ...] = ()
    notices: tuple[str, ...] = ()
    left_alone: tuple[str, ...] = ()

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """The filters in force as (parameter, value), named as the API names them."""
        days = (("since", self.since), ("until", self.until))
        return (
            *(("council", value) for value in self.councils),
            *(("body", value) for value in self.bodies),
            *((name, day.isoformat()) for name, day in days if day is not None),
            *(("kind", value) for value in self.kinds),
            *(("outcome", value) for value in self.outcomes),
        )

    @property
    def narrowing(self) -> tuple[tuple[str, str], ...]:
        """The filters in force and the words left alone, as (parameter, value) of the API."""
        return (*self.filters, *(("without", words) for words in self.left_alone))

    @property
    def parameters(self) -> tuple[tuple[str, str], ...]:
        """Everything as (parameter, value); `screen_of` reads it back."""
        return (
            *((("q", self.question),) if self.question else ()),
            *self.narrowing,
            *((("mode", self.mode),) if self.mode != MODES[0] else ()),
            *((("k", str(self.count)),) if self.count != COUNTS[0] else ()),
            *((("item", self.item),) if self.item else ()),
            *(("mark", f"{mark.page}.{mark.start}.{mark.end}") for mark in self.marks),
        )

    @property
    def href(self) -> str:
        """The link to this screen, relative to the page."""
        return "?" + urlencode(self.parameters)

    def at_item(self, item_id: str, spans: Iterable[SpanOut] = ()) -> str:
        """Return the link to an item with words marked in it, from which the way leads back to this question."""
        marks = tuple(Mark(span.page, span.start, span.end) for span in spans)
        return replace(self, item=item_id, marks=marks).href

    def without(self, parameter: str, value: str) -> str:
        """Return the link to this question with one filter less."""
        kept = [pair for pair in self.parameters if pair != (parameter, value)]
        return "?" + urlencode(kept)

    def leaving(self, words: str) -> str:
        """Return the link to this question with no filter read from these words of it."""
        return replace(self, left_alone=tuple(dict.fromkeys((*self.left_alone, words)))).href

    def narrowed(self, offered: FiltersOut) -> str:
        """Return the link to this question within filters that were offered; those of other kinds stay."""
        dated = offered.since or offered.until
        return replace(
            self,
            councils=tuple(offered.councils) or self.councils,
            bodies=tuple(offered.bodies) or self.bodies,
            since=offered.since if dated else self.since,
            until=offered.until if dated else self.until,
        ).href

    def asking(self, question: str) -> str:
        """Return the link to another question within the same filters."""
        return replace(self, question=question, count=COUNTS[0]).href

    def longer(self) -> str | None:
        """Return the link to this question with more agenda items listed, `None` where no more can be."""
        more = next((count for count in COUNTS if count > self.count), None)
        return None if more is None else replace(self, count=more).href

    def results(self) -> str:
        """Return the link to what was found, without the open item."""
        return replace(self, item=None, marks=()).href

    def unfiltered(self) -> str:
        """Return the link to this question without any filter."""
        return Screen(self.question, left_alone=self.left_alone, mode=self.mode).href


def screen_of(parameters: Mapping[str, Sequence[str]]) -> Screen:
    """Read the query parameters of an address, each a list of values; parameters of other names are not ours."""
    since, since_notice = _day("since", parameters)
    until, until_notice = _day("until", parameters)
    mode, mode_notice = _mode(parameters)
    item = _first("item", parameters)
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
        item=item or None,
        marks=_marks(parameters.get("mark", ())) if item else (),
        notices=(*since_notice, *until_notice, *mode_notice),
    )


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


def _count(parameters: Mapping[str, Sequence[str]]) -> int:
    wanted = _first("k", parameters)
    return next((count for count in COUNTS if str(count) == wanted), COUNTS[0])


def _marks(values: Iterable[str]) -> tuple[Mark, ...]:
    read = (_MARK.fullmatch(value) for value in values)
    return tuple(Mark(*map(int, found.groups())) for found in read if found)
