"""Which screens are there to look at, over the sample archive?

One table of every view with the address that shows it filled; the tests of accessibility go through it, so a view that is not in it
is one that nobody looks at. Ids are asked for from the API that the page asks, never written down.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass

import httpx
from playwright.sync_api import Page
from playwright.sync_api import expect

from search_api.schemas import ItemOut
from search_api.schemas_found import SearchOut
from ui.web.links import Mark
from ui.web.links import Screen

QUESTION = "what was decided on a shared Chief Executive"
LOST = "did the joint committee agree none of the options for a Chief Executive"
COUNCILS = ("Aldermere Borough Council", "Tarnbrook District Council")
SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@dataclass(frozen=True, slots=True)
class Known:
    """An agenda item that the sample archive holds, with words of it that were found."""

    item_id: str
    meeting_id: str
    mark: Mark


VIEWS: Mapping[str, Callable[[Known], Screen]] = {
    "ask, empty": lambda _: Screen(),
    "ask, answered": lambda _: Screen(QUESTION),
    "ask, with a lost motion": lambda _: Screen(LOST),
    "ask, within filters": lambda _: Screen("grit bins", councils=COUNCILS[:1]),
    "ask, not recorded": lambda _: Screen("mermaids in Kent"),
    "ask, refused": lambda _: Screen("grit", councils=("Nowhere",)),
    "item": lambda known: Screen(QUESTION, item=known.item_id, marks=(known.mark,)),
    "item, not held": lambda _: Screen(item="d0000000000aa-m1-i01"),
    "meeting": lambda known: Screen(view="meeting", meeting=known.meeting_id),
    "timeline": lambda _: Screen("shared Chief Executive", view="timeline"),
    "compare": lambda _: Screen("shared Chief Executive", view="compare", councils=COUNCILS),
    "votes": lambda _: Screen(view="votes"),
    "kept": lambda known: Screen(QUESTION, view="kept", kept=(known.item_id,), saved=(Screen("grit bins").href,)),
    "archive": lambda _: Screen(view="archive"),
    "accessibility": lambda _: Screen(view="accessibility"),
}
"""Every screen, by what it is called here."""


def known_item(api: str) -> Known:
    """Ask the API for an item that answers the question."""
    found = SearchOut.model_validate_json(httpx.get(f"{api}/v1/search", params={"q": QUESTION}).raise_for_status().content)
    reply = httpx.get(f"{api}{found.results[0].link}").raise_for_status()
    item = ItemOut.model_validate_json(reply.content)
    span = item.decisions[0].citation.spans[0]
    return Known(item.item_id, item.meeting_id, Mark(span.page, span.start, span.end))


def settled(page: Page) -> None:
    """Wait until the screen is drawn to its foot and nothing is being fetched any more."""
    expect(page.locator(".mb-colophon")).to_be_visible()
    expect(page.locator(SETTLED)).to_be_attached()
    for waiting in ("stSpinner", "stSkeleton"):
        expect(page.get_by_test_id(waiting)).to_have_count(0)


def open_view(page: Page, address: str, view: str, known: Known) -> None:
    """Open a view of the table."""
    page.goto(address + VIEWS[view](known).href.removeprefix("./"))
    settled(page)
