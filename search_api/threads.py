"""With which other items does this one belong together?

Takes an agenda item, gives those of other meetings, bodies and councils that are linked with it, in order of time: by title, by a
minute's number, by a report that both name, by a matter that one body sends to another, by a promise and its coming back, or
because both speak of the same. Every link has its evidence, words printed in one of the two, and says by its kind and confidence
how much that is worth. Nothing is scanned: each rule asks the indexes for few candidates. Says nothing of why one followed from
the other.

    thread(searcher, item_id) -> Thread
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.errors import UnknownRecordError
from index.records import Sending
from index.records import Undertaking
from index.sources import DocumentKind
from index.sources import SourceSpan
from index.text import content_tokens
from index.text import tokens
from search_api.citations import Citation
from search_api.citations import Passage
from search_api.citations import cite
from search_api.decisions import QuotedDecision
from search_api.decisions import all_clauses
from search_api.decisions import quote_decisions
from search_api.likeness import Alike
from search_api.likeness import alike
from search_api.links import Link
from search_api.links import LinkKind
from search_api.matter import folder_of
from search_api.places import Place
from search_api.places import find_places
from search_api.printed_links import by_number
from search_api.printed_links import by_report
from search_api.search import Searcher
from search_api.titles import same_titles
from search_api.titles import telling

MOST = 30
"""Items shown: the surest."""

_LEAST = 0.25
"""Confidence below which nothing is shown."""

_OF_A_TITLE = 15
"""Items that one matter may well have under its title."""

_SOON = 400
"""Days within which a matter that was sent elsewhere, or promised, is looked for: a year and the summer after it."""

_SENT = 0.35
"""Share of an item's telling words that the other must hold where one sends the matter to the other's body."""

_KEPT = 0.3
"""Share of an item's telling words that the other must hold where one of them promised something."""

_COME_BACK = 0.6
"""Share of the telling words of a promise that must come back."""

_OF_A_PROMISE = 4
"""Telling words of a promise: "RB to pursue" has none."""

_SAME = 0.55
"""Share of the telling words from which on two items are about the same, where nothing else is printed."""

_NEAR = 0.45
"""Least cosine of what is about the same and nothing more."""

_PANELS = frozenset(tokens("committee panel board cabinet party group district area"))
"""Tokens that a part of a council is named by: "referred to Council" means none of these."""

_EVERY_BODY = frozenset(tokens("the full strategic policy of and"))
"""Tokens that tell no body from another."""


@dataclass(frozen=True, slots=True)
class Mate:
    """A linked item: the link, its evidence quoted, and its decisions in printed order, those that fell in their place."""

    place: Place
    kind: LinkKind
    confidence: float
    evidence: Citation
    decisions: tuple[QuotedDecision, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """An item and its mates by day, undated last."""

    place: Place
    decisions: tuple[QuotedDecision, ...]
    mates: tuple[Mate, ...]


def thread(searcher: Searcher, item_id: str) -> Thread:
    """Return the items that belong together with this one; raises `UnknownRecordError`."""
    place = _place(searcher, item_id)
    links = _surest(place, links_of(searcher, place))
    clauses = [clause for one in (place, *(link.other for link in links)) for clause in all_clauses(one)]
    quoted, cited = quote_decisions(searcher.archive.catalogue, clauses, [link.evidence for link in links])
    own: dict[str, list[QuotedDecision]] = {}
    for decision in quoted:
        own.setdefault(decision.citation.place.item.id, []).append(decision)
    mates = (
        Mate(link.other, link.kind, link.confidence, citation, tuple(own.get(link.other.item.id, ())))
        for link, citation in zip(links, cited, strict=True)
    )
    return Thread(place, tuple(own.get(item_id, ())), tuple(sorted(mates, key=_order)))


def _place(searcher: Searcher, item_id: str) -> Place:
    try:
        (place,) = find_places(searcher.archive.catalogue, [item_id])
    except UnknownRecordError as error:
        # an id that names no meeting either is still an unknown item to whoever asked for one
        raise UnknownRecordError("agenda item", item_id) from error
    return place


def _order(mate: Mate) -> tuple[date, str, int]:
    return mate.place.meeting.date.value or date.max, mate.place.meeting.id, mate.place.item.ordinal


def links_of(searcher: Searcher, place: Place) -> Iterator[Link]:
    """Yield the links of an item by every rule: an item may be linked by several, and none is judged here."""
    titled = same_titles(searcher, place)
    # the more items have a title, the less it says of each of them
    rare = min(1.0, _OF_A_TITLE / max(len(titled), 1))
    for one in titled:
        yield Link(LinkKind.SAME_TITLE, (0.25 + 0.7 * one.alike) * rare, one.place, Passage(one.place, _title_of(one.place)))
    yield from by_number(searcher, place)
    yield from by_report(searcher, place)
    for near in alike(searcher, place):
        yield from _sent(place, near)
        yield from _promised(searcher, place, near)
        if near.share >= _SAME and near.nearness >= _NEAR:
            yield Link(LinkKind.ALIKE, 0.55 * near.share, near.place, Passage(near.place, near.spans))


def _title_of(place: Place) -> tuple[SourceSpan, ...]:
    return (place.item.title_span,) if place.item.title_span else place.item.spans[:1]


def _sent(place: Place, near: Alike) -> Iterator[Link]:
    """Link what one body sent to another with what that one then took: the words of sending are the evidence."""
    if near.share < _SENT:
        return
    for sender, taker, kind in ((near.place, place, LinkKind.SENT_HERE), (place, near.place, LinkKind.SENT_FROM_HERE)):
        for referral in sender.item.referrals:
            if _is_meant(referral.to_as_printed, taker) and _follows(sender, taker):
                sure = 0.55 + 0.4 * near.share if referral.kind is Sending.RECOMMENDATION else 0.5 + 0.4 * near.share
                yield Link(kind, sure, near.place, Passage(sender, referral.spans))


def _promised(searcher: Searcher, place: Place, near: Alike) -> Iterator[Link]:
    """Link what was promised with what came back in the same body: that must hold most of the promise's own telling words."""
    if near.share < _KEPT or place.meeting.body.value != near.place.meeting.body.value:
        return
    own, other = Passage(place, place.item.spans), Passage(near.place, near.spans)
    for maker, keeper, kind in ((near.place, own, LinkKind.PROMISED_THERE), (place, other, LinkKind.PROMISED_HERE)):
        promises = maker.item.undertakings if _follows(maker, keeper.place) else ()
        for promise, share in zip(promises, _kept(searcher, maker, promises, keeper), strict=True):
            if share >= _COME_BACK:
                yield Link(kind, 0.3 + 0.3 * share, near.place, Passage(maker, promise.spans))


def _kept(searcher: Searcher, maker: Place, promises: Sequence[Undertaking], keeper: Passage) -> Sequence[float]:
    """Return the share of each promise's telling words that stand in the passage; 0 where it has too few to be known again."""
    if not promises:
        return []
    archive = searcher.archive
    passages = [keeper, *(Passage(maker, promise.spans) for promise in promises)]
    said, *made = (set(content_tokens(citation.text)) for citation in cite(archive.catalogue, passages))
    made = [words - set(tokens(promise.who_as_printed or "")) for words, promise in zip(made, promises, strict=True)]
    rare = telling(archive, {token for words in made for token in words})
    told = [words & rare for words in made]
    return [len(words & said) / len(words) if len(words) >= _OF_A_PROMISE else 0.0 for words in told]


def _is_meant(printed: str, taker: Place) -> bool:
    """Return whether a body as printed ("the full Council") may be the one that met."""
    named, body = {*tokens(printed)} - _EVERY_BODY, {*tokens(taker.meeting.body.value or "")}
    if not named or not named <= body:
        return False
    return bool(named & _PANELS) or not body & _PANELS


def _follows(first: Place, second: Place) -> bool:
    """Return whether the second meeting came after the first, and soon; what states no day may have."""
    before, after = first.meeting.date.value, second.meeting.date.value
    return before is None or after is None or 0 < (after - before).days <= _SOON


def _surest(place: Place, links: Iterable[Link]) -> Sequence[Link]:
    """Return the surest link to each item, at most `MOST`, without the same meeting and agendas, and each meeting's item once."""
    best: dict[tuple[object, ...], Link] = {}
    for link in links:
        if (
            link.other.meeting.id == place.meeting.id
            or _key(link.other) == _key(place)
            or _is_agenda(link.other)
            or link.confidence < _LEAST
        ):
            continue
        held = best.setdefault(_key(link.other), link)
        if link.confidence > held.confidence:
            best[_key(link.other)] = link
    return sorted(best.values(), key=lambda link: (-link.confidence, link.other.item.id))[:MOST]


def _key(place: Place) -> tuple[object, ...]:
    """Return what an item of minutes that are filed twice has in common with itself."""
    day = place.meeting.date.value
    return (day, folder_of(place), tuple(tokens(place.item.title or place.item.id))) if day else (place.item.id,)


def _is_agenda(place: Place) -> bool:
    return place.document.kind is DocumentKind.AGENDA
