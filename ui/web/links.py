"""What is on the screen, as a link?

A `Screen` is all that a person sees: the view, the question, the filters, the open item and the words marked in it, what was kept
and which searches were saved. It gives the links to itself and to the screens beside it; `ui.web.address` reads them back. The
link is the only memory, so it can be shared, bookmarked and gone back to, and no machine keeps what somebody asked.
"""

from __future__ import annotations

from collections.abc import Iterable
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

ORDERS = ("best", "newest", "oldest")
"""In which order agenda items are listed; the first is the default and stays out of links."""

VIEWS = ("ask", "meeting", "timeline", "compare", "votes", "kept", "archive", "accessibility")
"""What the page can show; the first is the default and stays out of links. With `item` set, that item is shown instead."""

SEARCHES = ("ask", "timeline", "compare", "votes")
"""Views that show a search, which can be saved; of any other the search is asked in the first."""

COUNTS = (10, 25, 50)
"""How many agenda items are listed: at first, and after each wish for more; the API gives no more than the last."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be marked in an open item: a page from 1, and characters of that page."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Screen:
    """What is asked, within which filters, and what is open. Empty and `None` mean that nothing was said.

    From the words `left_alone` of the question no filter is to be read. `kept` are ids of agenda items put aside for a briefing,
    `saved` are searches to come back to, each as `search` gives it; both go along from screen to screen. A briefing made of what
    is kept has a `title`, and `answer_first` says that it begins with the answer to the question. `start` counts rows skipped.
    `recorded` asks only for votes that name the voters.
    `page` is the page of the open item that is shown as a picture.
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
    view: str = VIEWS[0]
    meeting: str | None = None
    order: str = ORDERS[0]
    member: str = ""
    start: int = 0
    kept: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()
    title: str = ""
    answer_first: bool = False
    recorded: bool = False
    page: int = 0

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
        single = (
            ("view", self.view if self.view != VIEWS[0] else ""),
            ("q", self.question),
            ("mode", self.mode if self.mode != MODES[0] else ""),
            ("order", self.order if self.order != ORDERS[0] else ""),
            ("k", str(self.count) if self.count != COUNTS[0] else ""),
            ("member", self.member),
            ("recorded", "true" if self.recorded else ""),
            ("start", str(self.start) if self.start else ""),
            ("meeting", self.meeting or ""),
            ("item", self.item or ""),
            ("title", self.title),
            ("first", "answer" if self.answer_first else ""),
            ("page", str(self.page) if self.item and self.page else ""),
        )
        return (
            *((name, value) for name, value in single if value),
            *self.narrowing,
            *(("mark", f"{mark.page}.{mark.start}.{mark.end}") for mark in self.marks),
            *(("keep", item_id) for item_id in self.kept),
            *(("saved", link) for link in self.saved),
        )

    @property
    def href(self) -> str:
        """The link to this screen, relative to the page."""
        return "?" + urlencode(self.parameters) if self.parameters else "./"

    def at_item(self, item_id: str, spans: Iterable[SpanOut] = ()) -> str:
        """Return the link to an item with words marked in it, from which the way leads back to this question."""
        marks = tuple(Mark(span.page, span.start, span.end) for span in spans)
        return replace(self, item=item_id, marks=marks, page=0).href

    def without(self, parameter: str, value: str) -> str:
        """Return the link to this question with one filter less."""
        left = [pair for pair in self.parameters if pair != (parameter, value)]
        return "?" + urlencode(left) if left else "./"

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

    def within(self, facet: str, value: str) -> str:
        """Return the link to this question within one value of a facet (`council`, `body`, `year`, `outcome`, `kind`)."""
        again = replace(self, count=COUNTS[0], start=0)
        if facet == "year":
            return replace(again, since=date(int(value), 1, 1), until=date(int(value), 12, 31)).href
        councils = (value,) if facet == "council" else self.councils
        bodies = (value,) if facet == "body" else self.bodies
        outcomes = (value,) if facet == "outcome" else self.outcomes
        kinds = (value,) if facet == "kind" else self.kinds
        return replace(again, councils=councils, bodies=bodies, outcomes=outcomes, kinds=kinds).href

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
        return replace(self, councils=(), bodies=(), since=None, until=None, kinds=(), outcomes=(), start=0).href

    def seen_as(self, view: str) -> str:
        """Return the link to another view of the same question within the same filters."""
        return replace(self, view=view, item=None, marks=(), meeting=None, start=0).href

    def at_meeting(self, meeting_id: str) -> str:
        """Return the link to a whole meeting."""
        return replace(self, view="meeting", meeting=meeting_id, item=None, marks=()).href

    def ordered(self, order: str) -> str:
        """Return the link to this list in another order."""
        return replace(self, order=order, start=0).href

    def at_page(self, number: int) -> str:
        """Return the link to the open item with another page of it as a picture."""
        return replace(self, page=number).href

    def starting(self, start: int) -> str:
        """Return the link to this list from another row, counted from 0."""
        return replace(self, start=start).href

    def keeping(self, item_id: str) -> str:
        """Return the link to this screen with an agenda item put aside for a briefing, once."""
        return replace(self, kept=tuple(dict.fromkeys((*self.kept, item_id)))).href

    def dropping(self, item_id: str) -> str:
        """Return the link to this screen without an agenda item that was put aside."""
        return replace(self, kept=tuple(each for each in self.kept if each != item_id)).href

    def dropping_all(self) -> str:
        """Return the link to this screen with no agenda item put aside."""
        return replace(self, kept=()).href

    def moving(self, item_id: str, place: int) -> str:
        """Return the link to this screen with an agenda item, which must be kept, at another place among those kept, from 0."""
        others = [each for each in self.kept if each != item_id]
        return replace(self, kept=(*others[:place], item_id, *others[place:])).href

    @property
    def search(self) -> str:
        """What is searched for, to be saved: this screen's query string without what is open, kept or saved; empty for none."""
        view = self.view if self.view in SEARCHES else VIEWS[0]
        asked = replace(self, view=view, count=COUNTS[0], item=None, marks=(), meeting=None, start=0)
        alone = replace(asked, kept=(), saved=(), title="", answer_first=False)
        return urlencode(alone.parameters) if alone.question or alone.member or alone.filters else ""

    def saving(self) -> str:
        """Return the link to this screen with its search saved, once."""
        return replace(self, saved=tuple(dict.fromkeys((*self.saved, self.search)))).href

    def forgetting(self, search: str) -> str:
        """Return the link to this screen without a search that was saved."""
        return replace(self, saved=tuple(each for each in self.saved if each != search)).href

    def afresh(self, question: str = "") -> str:
        """Return the link to the first screen, or to a question alone; what was kept and saved goes along."""
        return Screen(question, kept=self.kept, saved=self.saved, title=self.title).href
