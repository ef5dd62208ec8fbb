"""Which path tells of what is new?

A question, or filters alone, as an Atom feed. Like the routes of `routes.py`: plain `def`, parameters as a model, one function of
the rooms below. Who follows a feed, and for what, is written down nowhere: the address holds the question, and no log holds
addresses.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Query
from fastapi import Request
from fastapi import Response

from index.passages import Filters
from search_api.applied import apply
from search_api.applied import today
from search_api.feeds.atom import MEDIA
from search_api.feeds.atom import atom
from search_api.feeds.gathering import newest_decided
from search_api.feeds.gathering import speaking_to
from search_api.parameters_feeds import FeedParameters
from search_api.present_feeds import present_feed
from search_api.problems import declared
from search_api.public import public_base
from search_api.query import check_filters
from search_api.routes import Current
from search_api.search import Searcher
from search_api.timeline import Entry
from search_api.unchanged import unless_held

router = APIRouter()

_FEED = {"description": "The feed (Atom, RFC 4287).", "content": {"application/atom+xml": {}}}
_UNCHANGED = {"description": "The feed is the one whose `ETag` was named in `If-None-Match`."}

# a shared cache is not to keep what somebody asked, which stands in the address
_KEPT = {"Cache-Control": "private, no-cache", "Referrer-Policy": "no-referrer"}


@router.get(
    "/v1/feeds/search",
    tags=["feeds"],
    response_class=Response,
    responses={200: _FEED, 304: _UNCHANGED, **declared(400, 422, 503)},
)
def feed(asked: Annotated[FeedParameters, Query()], request: Request, searcher: Current) -> Response:
    """Give the agenda items that speak to a question, or the newest that decided something, newest meeting first."""
    filters = check_filters(searcher.archive, asked.filters())
    filters, entries = _gathered(searcher, asked, filters)
    undated = searcher.coverage(filters).undated
    made = present_feed(entries, asked.pairs, undated, searcher.archive.manifest, public_base(request))
    return unless_held(request, atom(made), MEDIA, _KEPT)


def _gathered(searcher: Searcher, asked: FeedParameters, filters: Filters) -> tuple[Filters, tuple[Entry, ...]]:
    if not asked.q.strip():
        return filters, newest_decided(searcher, filters)
    applied = apply(searcher, asked.q, filters, asked.without, today()).filters
    return applied, speaking_to(searcher, asked.q, applied)
