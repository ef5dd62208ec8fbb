"""How does what was gathered become a feed?

Takes agenda items with their decisions and what was asked, gives the `Feed` that `feeds/atom.py` writes down: ids that last, titles
for a list, the addresses of the plain pages, and a subtitle that says what is not in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from index.manifest import Manifest
from search_api.feeds.atom import Feed
from search_api.feeds.atom import FeedEntry
from search_api.feeds.content import content_of
from search_api.feeds.gathering import MOST
from search_api.feeds.gathering import last_changed
from search_api.labels import SENTENCES
from search_api.labels import Label
from search_api.permalinks import wording
from search_api.permalinks.addresses import item_path
from search_api.present import present_citation
from search_api.present import present_decision
from search_api.present import present_head
from search_api.query import fold
from search_api.timeline import Entry

_NAMES = {
    "council": "council",
    "body": "body",
    "kind": "kind of document",
    "outcome": "outcome",
    "since": "from",
    "until": "to",
    "without": "no filter read from",
}


def present_feed(entries: Sequence[Entry], asked: Sequence[tuple[str, str]], undated: int, manifest: Manifest, base: str) -> Feed:
    """Present a feed. `asked` are its parameters, `undated` is how many meetings within the filters state no date."""
    dated = [(entry, day) for entry in entries if (day := last_changed(entry))]
    question = fold(dict(asked).get("q", ""))
    query = urlencode(asked)
    return Feed(
        id=f"urn:minutebook:feed:{hashlib.sha256(query.encode()).hexdigest()[:32]}",
        title=f"“{question}” in council minutes" if question else "Newest decisions in council minutes",
        subtitle=_subtitle(question, asked, undated, empty=not dated),
        address=f"{base}/v1/feeds/search{'?' if query else ''}{query}",
        home=f"{base}/",
        author=wording.NAME,
        updated=manifest.committed,
        entries=tuple(_entry(entry, day, base) for entry, day in dated),
    )


def _subtitle(question: str, asked: Sequence[tuple[str, str]], undated: int, *, empty: bool) -> str:
    within = "; ".join(f"{_NAMES[name]} {value}" for name, value in asked if name in _NAMES)
    none = SENTENCES[Label.NOTHING_FOUND] if question else "No decision within these filters is held."
    parts = (
        none if empty else "",
        f"Only {within}." if within else "",
        f"At most {MOST} agenda items, newest meeting first, those of meetings without a stated date last.",
        f"{undated} meetings looked at state no date: their items are left out where no day of publication is stated either."
        if undated
        else "",
        "What is quoted is as printed; what was not agreed stands apart from what was decided.",
    )
    return " ".join(part for part in parts if part)


def _entry(entry: Entry, day: date, base: str) -> FeedEntry:
    head = present_head(entry.place)
    decisions = [present_decision(one) for one in entry.decisions]
    passage = present_citation(entry.passage) if entry.passage else None
    web = (head.url or "").lower().startswith(("https://", "http://"))
    return FeedEntry(
        id=f"urn:minutebook:item:{head.item_id}",
        title=f"{wording.title(head)} ({wording.sitting(head)})",
        address=f"{base}/{item_path(head.item_id)}",
        publishers=head.url if web else None,
        author=wording.folded(head.body or head.council) or None,
        updated=day,
        content=str(content_of(head, decisions, passage)),
    )
