"""What came before and after this, at other meetings?

Takes the reply of `/v1/threads/ID`, gives the item before and the item after the open one in its matter, each with how it is
linked, how sure that is in words, and the printed words that show it; all further linked items in folds, those that are only
possible in one of their own. Says so where there are none.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from search_api.schemas import DecisionOut
from search_api.schemas import LimbPreviewOut
from search_api.schemas_threads import LinkOut
from search_api.schemas_threads import ThreadOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import head
from ui.web.components import joined
from ui.web.excerpts import excerpt
from ui.web.excerpts import excerpted
from ui.web.links import Screen
from ui.web.result_list import previews

HEADING = "The same matter at other meetings"

_LIKELY = 0.6
_SURE = 0.9
"""From which confidence of the wire a link is called likely, and sure; `LinkOut.confidence` says what stands behind each."""

_KINDS = {
    "same title": "has the same title",
    "refers to minute": "one of the two names the other's minute",
    "refers to report": "both name the same report",
    "recommended to this body": "sent the matter to this body",
    "recommended from here": "takes up what was sent on from here",
    "promised there": "promised what this item comes back to",
    "promised here": "comes back to what was promised here",
    "about the same": "says much the same",
}


def thread(found: ThreadOut, screen: Screen) -> Markup:
    """Return the section, with what is nearest in time before and after the open item first."""
    before, after = _nearest(found)
    rest = [link for link in found.links if link not in (before, after)]
    likely = [link for link in rest if link.confidence >= _LIKELY]
    possible = [link for link in rest if link.confidence < _LIKELY]
    parts = (
        NOTHING if found.links else Markup('<p role="status">Nothing else in the archive is linked with this item.</p>'),
        _one("Before this", before, screen),
        _one("After this", after, screen),
        _fold(f"{wording.plural(len(likely), 'linked item')} more, in order of time", likely, screen),
        _fold(f"{wording.plural(len(possible), 'item is', 'items are')} perhaps linked, in order of time", possible, screen),
    )
    return Markup(
        '<div class="mb" lang="en-GB"><section aria-labelledby="mb-thread"><h2 id="mb-thread">{}</h2>{}</section></div>'
    ).format(HEADING, joined(parts))


def no_thread(reason: str) -> Markup:
    """Return the section where what is linked could not be had."""
    return Markup(
        '<div class="mb" lang="en-GB"><section aria-labelledby="mb-thread"><h2 id="mb-thread">{}</h2>'
        '<p role="status">This could not be looked up. {}</p></section></div>'
    ).format(HEADING, reason)


def _nearest(found: ThreadOut) -> tuple[LinkOut | None, LinkOut | None]:
    """Return the last dated link before the item and the first after it, among those that are at least likely."""
    day = found.item.date
    if day is None:
        return None, None
    likely = [link for link in found.links if link.confidence >= _LIKELY]
    earlier = [link for link in likely if link.head.date is not None and link.head.date < day]
    later = [link for link in likely if link.head.date is not None and link.head.date > day]
    return (earlier[-1] if earlier else None), (later[0] if later else None)


def _one(words: str, link: LinkOut | None, screen: Screen) -> Markup:
    if link is None:
        return NOTHING
    return Markup('<div class="mb-card"><p class="mb-linked">{}</p>{}</div>').format(words, _link(link, screen))


def _fold(summary: str, links: Sequence[LinkOut], screen: Screen) -> Markup:
    if not links:
        return NOTHING
    rows = joined(Markup("<li>{}</li>").format(_link(link, screen)) for link in links)
    return Markup('<details><summary>{}</summary><ul class="mb-results">{}</ul></details>').format(summary, rows)


def _link(link: LinkOut, screen: Screen) -> Markup:
    how = Markup('<p class="mb-muted">{}: {}. The words that show it, {}:</p>').format(
        _sureness(link.confidence), _KINDS[link.kind], wording.pages(piece.page for piece in link.evidence.quotation)
    )
    own = link.evidence.item_id == link.head.item_id
    where = Markup('<p class="mb-cite">Printed in {}.</p>').format("the linked item" if own else "the item open here")
    href = screen.at_item(link.head.item_id, link.evidence.spans if own else ())
    parts = (head(link.head, href), _short(link.decisions), how, excerpted(excerpt(link.evidence.quotation)), where)
    return joined(parts)


def _short(decisions: Sequence[DecisionOut]) -> Markup:
    """Return what was decided there, in short."""
    return previews([LimbPreviewOut(**decision.model_dump(include=set(LimbPreviewOut.model_fields))) for decision in decisions])


def _sureness(confidence: float) -> str:
    """Return how sure a link is, in words."""
    if confidence >= _SURE:
        return "Surely linked"
    return "Likely linked" if confidence >= _LIKELY else "Perhaps linked"
