"""Which items name this one, or are named by it, in print?

Takes an agenda item, gives the items that it refers to by a minute's number, those that refer to its own number, and those that
name the same report in the same words. A number is looked for in the minutes of the same council only; where several items have
it, the last one before is meant, and the link is less sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from datetime import date

from index.ids import meeting_of
from index.records import Reference
from index.records import ReferenceKind
from index.text import content_tokens
from index.text import tokens
from search_api.citations import Passage
from search_api.links import Link
from search_api.links import LinkKind
from search_api.places import Place
from search_api.places import find_places
from search_api.search import Searcher
from search_api.titles import same_council
from search_api.titles import telling

_DEPTH = 60
"""Passages looked at for one number or report."""

_NUMBER = re.compile(r"\d[\w./\-]*")
_OWN = re.compile(r"\d+[/.].*\d.*|\d{3,}")
"""A number that is a minute's own: 71/19, 9.1.3, 2468; a plain 5 is the fifth item of every meeting."""

_STROKE = "/"
"""71/19: the year is in the number, so no other minute of the council has it."""

_RECENT = 200
"""Days back at most where others have the number too: the minutes of one of the last meetings are meant."""

_SURE, _OF_SEVERAL, _BY_REPORT = 0.95, 0.6, 0.6
_SUBJECT = re.compile(r"\b(?:on|into|regarding|concerning|entitled|titled|no\.?)\b|\d|[\"\u201c\u2018]", re.IGNORECASE)
"""What names a report by its subject or number; "the report of the Director" is every report's name."""

_RARE = 2
"""Telling words by which a report is named."""


def by_number(searcher: Searcher, place: Place) -> Iterator[Link]:
    """Link the minutes that this item refers to, and the items that refer to it."""
    for reference in _minutes(place):
        held = [one for one in _standing(searcher, place, _number(reference.as_printed)) if _is_numbered(one, reference)]
        earlier = sorted((one for one in held if _day(one) <= _day(place)), key=_day)
        alone = len(earlier) == 1 and _STROKE in reference.as_printed
        if earlier and (alone or (_day(place) - _day(earlier[-1])).days <= _RECENT):
            yield Link(LinkKind.MINUTE, _SURE if alone else _OF_SEVERAL, earlier[-1], Passage(place, (reference.span,)))
    own = place.item.minute_number or place.item.number or ""
    if _OWN.fullmatch(own.rstrip(".")):
        for other in _standing(searcher, place, own.rstrip(".")):
            for reference in _minutes(other):
                if _is_numbered(place, reference) and _day(place) <= _day(other):
                    yield Link(LinkKind.MINUTE, _SURE if _STROKE in own else _OF_SEVERAL, other, Passage(other, (reference.span,)))


def by_report(searcher: Searcher, place: Place) -> Iterator[Link]:
    """Link the items that name a report of this one in the same words."""
    archive = searcher.archive
    for reference in _reports(place):
        named = tuple(tokens(reference.as_printed))
        if len(telling(archive, content_tokens(reference.as_printed))) < _RARE:
            continue
        hits = archive.lexical.phrase(named, _DEPTH, None)
        for other in _places(searcher, place, [hit.chunk_id for hit in hits]):
            same = [one for one in _reports(other) if tuple(tokens(one.as_printed)) == named]
            if same:
                yield Link(LinkKind.REPORT, _BY_REPORT, other, Passage(other, (same[0].span,)))


def _minutes(place: Place) -> Sequence[Reference]:
    return [one for one in place.item.references if one.kind is ReferenceKind.MINUTE]


def _reports(place: Place) -> Sequence[Reference]:
    return [one for one in place.item.references if one.kind is ReferenceKind.REPORT and _SUBJECT.search(one.as_printed)]


def _number(printed: str) -> str:
    found = _NUMBER.search(printed)
    return found.group().rstrip(".") if found else ""


def _is_numbered(place: Place, reference: Reference) -> bool:
    number = _number(reference.as_printed)
    return bool(number) and number in {(own or "").rstrip(".") for own in (place.item.minute_number, place.item.number)}


def _day(place: Place) -> date:
    return place.meeting.date.value or date.min


def _standing(searcher: Searcher, place: Place, number: str) -> Sequence[Place]:
    """Return the items of the same council in which a number stands."""
    if not number:
        return []
    hits = searcher.archive.lexical.phrase(tuple(tokens(number)), _DEPTH, None)
    return _places(searcher, place, [hit.chunk_id for hit in hits])


def _places(searcher: Searcher, place: Place, chunk_ids: Sequence[int]) -> Sequence[Place]:
    catalogue = searcher.archive.catalogue
    items = dict.fromkeys(chunk.item_id for chunk in catalogue.chunks(chunk_ids))
    others = [item_id for item_id in items if meeting_of(item_id) != place.meeting.id]
    return [one for one in find_places(catalogue, others) if same_council(place, one)]
