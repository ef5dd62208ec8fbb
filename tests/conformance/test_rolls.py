"""Every backend: which votes are printed, and where a name is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from index.embedding.hashing import HashingEmbedder
from index.opening import begin_archive
from index.opening import open_archive
from index.passages import Filters
from index.ports import Archive
from index.ports import Deposit
from index.ports import Mention
from index.ports import NameHeld
from index.records import AgendaItem
from index.records import Attendance
from index.records import DecisionLimb
from index.records import Interest
from index.records import Motion
from index.records import Outcome
from index.records import Presence
from index.records import RecordedVote
from index.records import Speaker
from index.records import Tally
from index.records import Undertaking
from index.records import Vote
from index.restriction import Restriction
from index.rolls import Role

Invent = Callable[..., Deposit]

EVERYTHING = Filters()
TWO = ("Resolved.", (Outcome.CARRIED, Outcome.LOST))
NAMED = Vote("For: 2 Against: 1", tally=Tally(2, 1), recorded=RecordedVote(("Keary", "Bell (M)"), ("Fox",), ()))
COUNTED = Vote("(2:8)", tally=Tally(2, 8))


def changed(deposit: Deposit, change: Callable[[AgendaItem], AgendaItem]) -> Deposit:
    (meeting,) = deposit.meetings
    return replace(deposit, meetings=(replace(meeting, items=tuple(change(item) for item in meeting.items)),))


def voted(deposit: Deposit, *votes: Vote | None) -> Deposit:
    def with_votes(limbs: tuple[DecisionLimb, ...]) -> tuple[DecisionLimb, ...]:
        return tuple(replace(limb, vote=vote) for limb, vote in zip(limbs, votes, strict=True))

    return changed(deposit, lambda item: replace(item, limbs=with_votes(item.limbs)) if item.limbs else item)


def with_everybody(item: AgendaItem) -> AgendaItem:
    (span,) = item.spans
    return replace(
        item,
        limbs=tuple(replace(limb, mover="Cllr Bell and Cllr Fox", seconder="Stephen Keary") for limb in item.limbs),
        motions=(Motion(item.spans, "Stephen Keary"),),
        attendance=(Attendance("Keary", Presence.PRESENT, span), Attendance("Keary", Presence.LEFT, span, "7.10pm")),
        interests=(Interest("Cllr Keary", item.spans),),
        undertakings=(Undertaking(item.spans, "The Clerk"), Undertaking(item.spans)),
        speakers=(Speaker("Stephen Keary", span), Speaker("stephen keary", span)),
    )


@pytest.fixture(scope="module")
def deposits(invent: Invent) -> dict[str, Deposit]:
    everybody = changed(invent("everybody.pdf", TWO, day=date(2021, 1, 5), council="Fenby Town Council"), with_everybody)
    exempt = voted(invent("exempt.pdf", TWO), NAMED, NAMED)
    return {
        "old": voted(invent("old.pdf", "No vote.", TWO, day=date(2019, 5, 1)), NAMED, COUNTED),
        "new": voted(invent("new.pdf", TWO, day=date(2022, 5, 1), body="Full Council"), None, NAMED),
        "undated": voted(invent("undated.pdf", TWO, day=None), COUNTED, None),
        "everybody": everybody,
        "exempt": replace(changed(exempt, lambda item: replace(item, restriction=Restriction.EXEMPT)), chunks=(), vectors=()),
    }


@pytest.fixture(scope="module")
def archive(new_address: Callable[[], str], deposits: dict[str, Deposit]) -> Archive:
    address = new_address()
    writer = begin_archive(address, HashingEmbedder().identity, "1")
    for deposit in deposits.values():
        writer.put(deposit)
    writer.commit("2024-01-02T03:04:05Z")
    return open_archive(address)


def limb(deposits: dict[str, Deposit], name: str, place: int) -> str:
    return deposits[name].meetings[0].items[-1].limbs[place].id


def votes(archive: Archive, filters: Filters = EVERYTHING, *, member: str | None = None, recorded: bool = False) -> list[str]:
    listing = archive.rolls.votes(filters, 0, None, member=member, recorded=recorded)
    assert listing.total == len(listing.limb_ids)
    return list(listing.limb_ids)


def test_votes_are_listed_newest_meeting_first_and_undated_last(archive: Archive, deposits: dict[str, Deposit]) -> None:
    expected = [limb(deposits, *which) for which in (("new", 1), ("old", 0), ("old", 1), ("undated", 0))]
    assert votes(archive) == expected
    pages = [archive.rolls.votes(Filters(), start, 3, member=None, recorded=False) for start in (0, 3, 6)]
    assert [one for page in pages for one in page.limb_ids] == expected
    assert {page.total for page in pages} == {4}


def test_recorded_votes_are_those_that_name_the_voters(archive: Archive, deposits: dict[str, Deposit]) -> None:
    assert votes(archive, recorded=True) == [limb(deposits, "new", 1), limb(deposits, "old", 0)]


@pytest.mark.parametrize(
    ("member", "found"),
    [
        ("Keary", True),
        ("Councillor KEARY", True),
        ("Cllr S. Keary", False),  # the vote names no first name, so that it may be another
        ("Mary Bell", True),  # whom "Bell (M)" may be
        ("Bell (J)", False),
        ("Fox", True),
        ("Kear", False),
        ("Councillor", False),
        ("", False),
        ("' OR 1=1 --", False),
    ],
)
def test_a_member_is_compared_as_the_filter_by_people_compares(
    archive: Archive,
    deposits: dict[str, Deposit],
    member: str,
    *,
    found: bool,
) -> None:
    assert votes(archive, member=member) == ([limb(deposits, "new", 1), limb(deposits, "old", 0)] if found else [])


def test_a_vote_has_the_outcome_asked_for_itself(archive: Archive, deposits: dict[str, Deposit]) -> None:
    assert votes(archive, Filters(outcomes=(Outcome.LOST,))) == [limb(deposits, "new", 1), limb(deposits, "old", 1)]
    assert votes(archive, Filters(outcomes=(Outcome.LOST,)), member="Keary") == [limb(deposits, "new", 1)]
    assert votes(archive, Filters(bodies=("Full Council",))) == [limb(deposits, "new", 1)]
    assert votes(archive, Filters(until=date(2020, 1, 1)), member="Fox") == [limb(deposits, "old", 0)]
    assert votes(archive, Filters(councils=("Nobody",))) == []


def test_a_name_typed_gives_the_names_as_printed_with_what_they_are_printed_as(archive: Archive) -> None:
    listing = archive.rolls.names("Keary", Filters(), 0, None)
    fenby = ("Fenby Town Council",)
    assert listing.names == (
        NameHeld("Keary", {Role.ATTENDED: 2, Role.VOTED: 2}, ("Aldermere Borough Council", *fenby)),
        NameHeld("Stephen Keary", {Role.MOVED: 1, Role.SECONDED: 2, Role.SPOKE: 1}, fenby),
        NameHeld("Cllr Keary", {Role.DECLARED: 1}, fenby),
        NameHeld("stephen keary", {Role.SPOKE: 1}, fenby),
    )
    assert listing.total == 4
    assert archive.rolls.names("Keary", Filters(), 1, 2).names == listing.names[1:3]
    assert [one.name for one in archive.rolls.names("Stephen Keary", Filters(), 0, None).names] == [
        "Stephen Keary",
        "stephen keary",
    ]
    assert [one.name for one in archive.rolls.names("Bell", Filters(), 0, None).names] == ["Bell (M)", "Cllr Bell"]
    assert archive.rolls.names("Councillor", Filters(), 0, None).names == ()


def test_names_are_counted_within_the_filters(archive: Archive) -> None:
    (held,) = archive.rolls.names("Keary", Filters(councils=("Aldermere Borough Council",)), 0, None).names
    assert held == NameHeld("Keary", {Role.VOTED: 2}, ("Aldermere Borough Council",))


@pytest.mark.parametrize(
    ("name", "role", "places"),
    [
        ("Stephen Keary", Role.MOVED, [2]),
        ("Stephen Keary", Role.SECONDED, [0, 1]),
        ("Stephen Keary", Role.SPOKE, [0]),
        ("stephen keary", Role.SPOKE, [1]),
        ("Keary", Role.ATTENDED, [0, 1]),
        ("Cllr Keary", Role.DECLARED, [0]),
        ("The Clerk", Role.UNDERTOOK, [0]),
        ("Cllr Fox", Role.MOVED, [0, 1]),
        ("Stephen keary", Role.SPOKE, []),
        ("Keary", Role.MOVED, []),
    ],
)
def test_a_name_is_found_letter_by_letter_at_the_places_of_its_records(
    archive: Archive, deposits: dict[str, Deposit], name: str, role: Role, places: list[int]
) -> None:
    item_id = deposits["everybody"].meetings[0].items[0].id
    listing = archive.rolls.mentions(name, role, Filters(), 0, None)
    assert listing.mentions == tuple(Mention(item_id, place) for place in places)
    assert listing.total == len(places)
    assert archive.rolls.mentions(name, role, Filters(), 1, 1).mentions == listing.mentions[1:2]
    assert archive.rolls.mentions(name, role, Filters(bodies=("Full Council",)), 0, None).total == 0


def test_what_is_not_open_is_on_no_list(archive: Archive, deposits: dict[str, Deposit]) -> None:
    everything = {mention.item_id for mention in archive.rolls.mentions("Fox", Role.VOTED, Filters(), 0, None).mentions}
    assert everything == {deposits[name].meetings[0].items[-1].id for name in ("new", "old")}


def test_who_is_taken_out_is_on_no_list_any_more(address: str, deposits: dict[str, Deposit]) -> None:
    writer = begin_archive(address, HashingEmbedder().identity, "1")
    for name in ("old", "everybody"):
        writer.put(deposits[name])
    writer.commit("2024-01-02T03:04:05Z")
    writer = begin_archive(address, HashingEmbedder().identity, "1")
    writer.remove(deposits["old"].document.id)
    writer.put(deposits["everybody"])
    writer.commit("2024-01-02T03:04:06Z")
    archive = open_archive(address)
    assert votes(archive) == []
    assert archive.rolls.mentions("Fox", Role.VOTED, Filters(), 0, None).total == 0
    assert archive.rolls.mentions("Keary", Role.ATTENDED, Filters(), 0, None).total == 2
