"""At which address does anyone open an item, a decision, a meeting or a feed?

Takes the public address of the API and ids as the wire gives them, gives the addresses of the API's plain pages and of its feeds.
These addresses are for reports and for feed readers: unlike the links of `ui.web.links` they open without this page. Asks nothing
and checks no id: an address whose id is unknown opens a page that says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote
from urllib.parse import urlencode


def item_address(base: str, item_id: str) -> str:
    """Return the address of an agenda item's plain page."""
    return _address(base, "items", item_id)


def decision_address(base: str, limb_id: str) -> str:
    """Return the address of the plain page of one clause of a decision."""
    return _address(base, "decisions", limb_id)


def meeting_address(base: str, meeting_id: str) -> str:
    """Return the address of a meeting's plain page."""
    return _address(base, "meetings", meeting_id)


def feed_address(base: str, parameters: Iterable[tuple[str, str]] = ()) -> str:
    """Return the address of the feed of a question, or of decisions, within filters named as the API names them.

    Takes the `parameters` of a `Screen` as they stand: what only the page knows, such as the view or what is kept, is left out, and
    so is what stands in no feed (an order, a number of results).
    """
    pairs = [pair for pair in parameters if pair[0] in FEED_PARAMETERS and pair[1].strip()]
    return f"{base.rstrip('/')}/v1/feeds/search" + ("?" + urlencode(pairs) if pairs else "")


FEED_PARAMETERS = frozenset({"q", "council", "body", "since", "until", "kind", "outcome", "without"})
"""What a feed can be asked for; tests hold it to the parameters that the API names."""


def _address(base: str, kind: str, record_id: str) -> str:
    return f"{base.rstrip('/')}/{kind}/{quote(record_id, safe='')}"
