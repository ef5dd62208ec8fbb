"""Where is this name printed, and as what?

Takes a name, gives the names held that it may stand for, or for one name letter by letter what it is printed with: what was moved,
seconded, said, voted, attended, declared and undertaken, each quoted. A name is not a person: two spellings stay two, and one
spelling may be several people.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic
from typing import TypeVar

from index.errors import ArchiveError
from index.errors import UnknownRecordError
from index.passages import Filters
from index.ports import Archive
from index.ports import Catalogue
from index.ports import MentionListing
from index.ports import NameHeld
from index.records import AgendaItem
from index.records import Attendance
from index.records import DecisionLimb
from index.records import Interest
from index.records import Motion
from index.records import Speaker
from index.records import Undertaking
from index.rolls import Role
from index.rolls import proposals_of
from index.sources import SourceSpan
from search_api.around import declaring
from search_api.citations import Citation
from search_api.citations import Passage
from search_api.decisions import Clause
from search_api.decisions import quote_decisions
from search_api.minuted import sentence_spans
from search_api.places import Place
from search_api.places import find_places
from search_api.votes import PrintedVote
from search_api.votes import sides_of

R = TypeVar("R")

MOST_ALIKE = 20
"""Other names that are listed beside a name."""


class UnknownNameError(UnknownRecordError):
    """A name that is printed nowhere in the archive with these letters."""

    def __init__(self, name: str, alike: Sequence[str]) -> None:
        listed = f"; it prints {' and '.join(repr(other) for other in alike)}" if alike else ""
        ArchiveError.__init__(
            self, f"the archive prints no name {name!r} with these letters{listed}: take a name as /v1/people?name= lists it"
        )


@dataclass(frozen=True, slots=True)
class Quoted(Generic[R]):
    """A record and the citation of its words."""

    record: R
    citation: Citation


@dataclass(frozen=True, slots=True)
class Person:
    """What one name is printed with; `totals` count the whole lists, `alike` are other names that its words may stand for."""

    name: str
    totals: Mapping[Role, int]
    moved: tuple[Quoted[DecisionLimb | Motion], ...]
    seconded: tuple[Quoted[DecisionLimb | Motion], ...]
    spoke: tuple[Quoted[Speaker], ...]
    voted: tuple[PrintedVote, ...]
    attended: tuple[Quoted[Attendance], ...]
    declared: tuple[Quoted[Interest], ...]
    undertook: tuple[Quoted[Undertaking], ...]
    alike: tuple[NameHeld, ...]


def read_person(archive: Archive, name: str, filters: Filters, start: int, count: int) -> Person:
    """Return `count` rows after the first `start` of each list of a name, newest meeting first, with one read of pages.

    Raises `UnknownNameError` for a name that the archive does not print so, and `RollsNotKeptError`.
    """
    rolls = archive.rolls
    alike = tuple(one for one in rolls.names(name, Filters(), 0, MOST_ALIKE + 1).names if one.name != name)[:MOST_ALIKE]
    if not any(rolls.mentions(name, role, Filters(), 0, 0).total for role in Role):
        raise UnknownNameError(name, [one.name for one in alike])
    listings = {role: rolls.mentions(name, role, filters, start, count) for role in Role}
    return _quoted(archive.catalogue, name, listings, alike)


def _quoted(catalogue: Catalogue, name: str, listings: Mapping[Role, MentionListing], alike: tuple[NameHeld, ...]) -> Person:
    placed = _placed(catalogue, listings)
    votes = placed.pop(Role.VOTED)
    clauses = [Clause(place, place.item.limbs[at]) for place, at in votes]
    told = [(role, place, _spans(role, place.item, at)) for role, rows in placed.items() for place, at in rows]
    pages = catalogue.pages(sorted({(span.document_id, span.page) for _, _, spans in told for span in spans}))
    passages = [
        Passage(place, sentence_spans(place.item, spans, pages) if role is Role.SPOKE else spans) for role, place, spans in told
    ]
    decisions, cited = quote_decisions(catalogue, clauses, passages)
    citations = iter(cited)
    rows = {role: [(place.item, at, next(citations)) for place, at in found] for role, found in placed.items()}
    return Person(
        name=name,
        totals={role: listing.total for role, listing in listings.items()},
        moved=tuple(Quoted(proposals_of(item)[at], words) for item, at, words in rows[Role.MOVED]),
        seconded=tuple(Quoted(proposals_of(item)[at], words) for item, at, words in rows[Role.SECONDED]),
        spoke=tuple(Quoted(item.speakers[at], words) for item, at, words in rows[Role.SPOKE]),
        voted=tuple(PrintedVote(one, tuple(side for side in sides_of(one.limb) if side.name == name)) for one in decisions),
        attended=tuple(Quoted(item.attendance[at], words) for item, at, words in rows[Role.ATTENDED]),
        declared=tuple(Quoted(item.interests[at], words) for item, at, words in rows[Role.DECLARED]),
        undertook=tuple(Quoted(item.undertakings[at], words) for item, at, words in rows[Role.UNDERTOOK]),
        alike=alike,
    )


def _placed(catalogue: Catalogue, listings: Mapping[Role, MentionListing]) -> dict[Role, list[tuple[Place, int]]]:
    """Return the mentions of each role with their items, all found in one go."""
    wanted = [(role, mention) for role, listing in listings.items() for mention in listing.mentions]
    placed: dict[Role, list[tuple[Place, int]]] = {role: [] for role in listings}
    places = find_places(catalogue, [mention.item_id for _, mention in wanted])
    for (role, mention), place in zip(wanted, places, strict=True):
        placed[role].append((place, mention.place))
    return placed


def _spans(role: Role, item: AgendaItem, at: int) -> tuple[SourceSpan, ...]:
    """Return where the words of a record stand; a vote is quoted with its clause instead."""
    of_role: Mapping[Role, Callable[[], tuple[SourceSpan, ...]]] = {
        Role.MOVED: lambda: proposals_of(item)[at].spans,
        Role.SECONDED: lambda: proposals_of(item)[at].spans,
        Role.SPOKE: lambda: (item.speakers[at].span,),
        Role.ATTENDED: lambda: (item.attendance[at].span,),
        Role.DECLARED: lambda: declaring(item.interests[at]),
        Role.UNDERTOOK: lambda: item.undertakings[at].spans,
    }
    return of_role[role]()
