"""Who came, who was sorry, who stood in: lists as minutes print them, with invented people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.records import Attendance
from index.records import Presence

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]

HEAD = "MINUTES of the Harbour Committee held on 2 March 2020\n"


def people(read: Reader, text: str) -> list[Attendance]:
    return list(read(HEAD + text + "\n1. Dredging\nThe dredger was late.\n2. Close\nAt nine.\n").meeting.attendance)


def named(read: Reader, text: str, presence: Presence) -> list[str]:
    return [one.name_as_printed for one in people(read, text) if one.presence is presence]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Present: Mrs A Ashe (Chair), Mr B Birch, Miss C Cole and 4 members of the public",
            ["Mrs A Ashe", "Mr B Birch", "Miss C Cole"],
        ),
        (
            "MEMBERS PRESENT:\n\nCouncillors Ashe, Birch (M), Birch (T),\nÓ Cole and O’Dorn.\n",
            ["Ashe", "Birch (M)", "Birch (T)", "Ó Cole", "O’Dorn"],
        ),
        (
            "PRESENT Ann Moor  AM   Bob Hale   BH \n Cy Thorn (SBC)  CT  Di Wick  DW\n \nThe meeting was chaired by AM.",
            ["Ann Moor", "Bob Hale", "Cy Thorn", "Di Wick"],
        ),
        ("Present\n- Ann Moor — Chair\n- Bob Hale—Secretary\n- Cllr C Thorn\n", ["Ann Moor", "Bob Hale", "Cllr C Thorn"]),
        (
            "1.\nMembers\nPresent\nwere:\nAnn\nMoor,\nBob\nHale\n(acting\nchair)\nand\nDi\nWick.\n",
            ["Ann Moor", "Bob Hale", "Di Wick"],
        ),
        (
            "Present: Miss Ann Moor, Mr Bob Hale and Mrs Di Wick, Councillors, Mrs\nEve Vane, Clerk\n",
            ["Miss Ann Moor", "Mr Bob Hale", "Mrs Di Wick", "Mrs Eve Vane"],
        ),
        (
            "PRESENT (3 Councillors): - Ann Moor (AM) – Chairman, Bob Hale (BH), Di Wick (DW). Clerk: - Eve Vane 9 residents",
            ["Ann Moor", "Bob Hale", "Di Wick", "Eve Vane"],
        ),
        (
            "Present: The Mayor (Councillor Di Ashe) in the Chair, and Councillors Birch, Cole and Thorn.",
            ["Councillor Di Ashe", "Birch", "Cole", "Thorn"],
        ),
        (
            "Present: The Mayor, Councillor Ashe, in the Chair, and Councillors Birch and Cole.",
            ["Councillor Ashe", "Birch", "Cole"],
        ),
        ("Those attending: Chairman Mrs A Moor Vice Chairman Mr B Hale", ["Mrs A Moor", "Mr B Hale"]),
        ("Present: The meeting began with a presentation by the Harbour Police about Safe Boating Week.", []),
        ("Present: none", []),
    ],
)
def test_a_list_of_those_present_gives_its_names_and_ends_where_prose_begins(read: Reader, text: str, names: list[str]) -> None:
    assert named(read, text, Presence.PRESENT) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Apologies: Ann Moor, Cllrs Hale and Wick", ["Ann Moor", "Hale", "Wick"]),
        ("Apologies for her inability to attend had been received from Councillor Moor.", ["Councillor Moor"]),
        ("An apology for his inability to attend the Meeting was received from\nCouncillor Hale.", ["Councillor Hale"]),
        (
            "Apologies for absence were received and accepted from Borough Councillor Moor (work) and PC Hale.",
            ["Borough Councillor Moor", "PC Hale"],
        ),
        (
            "3 Apologies for Absence \n Ann Moor (AM) and Bob Hale (BH) \n \n4 \nApproval of Previous Minutes\n",
            ["Ann Moor", "Bob Hale"],
        ),
        ("Apologies: Ann Moor, Bob Hale\nMinute taker: Cy Thorn\n", ["Ann Moor", "Bob Hale"]),
        ("Apologies: None", []),
        ("There were no apologies, all the members being present.", []),
        ("He apologised for the delay in answering Mrs Moor.", []),
    ],
)
def test_apologies_are_those_of_whom_it_is_said(read: Reader, text: str, names: list[str]) -> None:
    assert named(read, text, Presence.APOLOGIES) == names


def test_officials_are_named_in_brackets_behind_their_offices(read: Reader) -> None:
    """Limerick's layout: the office first, its holder in brackets."""
    text = (
        "OFFICIALS IN ATTENDANCE:\nDirector, Home and Harbour (Mr. P. Moor), Meetings\n"
        "Administrator (Ms. C. O’Hale), Engineer (Mr. Bo Wick).\n"
    )
    assert named(read, text, Presence.IN_ATTENDANCE) == ["Mr. P. Moor", "Ms. C. O’Hale", "Mr. Bo Wick"]


def test_a_deputy_chief_among_the_officials_is_an_office_and_no_member(read: Reader) -> None:
    text = (
        "OFFICIALS IN ATTENDANCE:\nChief Executive (Mr. P. Moor), Deputy Chief Executive (Ms. C. Hale), Engineer (Mr. Bo Wick).\n"
    )
    assert named(read, text, Presence.IN_ATTENDANCE) == ["Mr. P. Moor", "Ms. C. Hale", "Mr. Bo Wick"]


@pytest.mark.parametrize("lead", ["OFFICERS:", "Officers present:", "OFFICERS PRESENT:", "Officers:"])
def test_officers_listed_behind_the_members_are_in_attendance(read: Reader, lead: str) -> None:
    text = f"PRESENT: Councillors Ashe, Birch and Cole\n{lead} Ann Moor (Solicitor), Bob Hale\n"
    assert named(read, text, Presence.PRESENT) == ["Ashe", "Birch", "Cole"]
    assert named(read, text, Presence.IN_ATTENDANCE) == ["Ann Moor", "Bob Hale"]


def test_officers_who_are_elected_are_not_therefore_in_attendance(read: Reader) -> None:
    items = read(f"{HEAD}1. Election\nOfficers: Ann Moor, Bob Hale\n2. Close\nAt nine.\n").meeting.items
    assert [one for item in items for one in item.attendance] == []


def test_who_is_also_in_attendance_is_not_among_the_members(read: Reader) -> None:
    """Broomhill's layout: one word a line."""
    text = "Members\nPresent\nwere:\nAnn\nMoor\nand\nBob\nHale.\nAlso\nin\nattendance\nwas\nCllr\nDi\nWick.\n"
    assert named(read, text, Presence.PRESENT) == ["Ann Moor", "Bob Hale"]
    assert named(read, text, Presence.IN_ATTENDANCE) == ["Cllr Di Wick"]


def test_a_substitute_is_named_with_whom_they_stood_in_for(read: Reader) -> None:
    found = people(read, "Present: Councillor A Moor (substitute for Councillor B Hale), Councillor D Wick\n")
    assert [(one.name_as_printed, one.presence, one.instead_of) for one in found] == [
        ("Councillor A Moor", Presence.SUBSTITUTE, "Councillor B Hale"),
        ("Councillor D Wick", Presence.PRESENT, None),
    ]


def test_a_sentence_says_who_stood_in(read: Reader) -> None:
    [found] = people(read, "Councillor Moor substituted for Councillor Hale.")
    assert (found.name_as_printed, found.presence, found.instead_of) == ("Councillor Moor", Presence.SUBSTITUTE, "Councillor Hale")


REGISTER = "P  Cllr Moor (Chairman)\nP  Cllr Hale\nA  Cllr Wick\n"


def test_a_register_is_read_by_its_legend(read: Reader) -> None:
    found = people(read, f"P = present, A = apologies\n{REGISTER}")
    assert [(one.name_as_printed, one.presence) for one in found] == [
        ("Cllr Moor", Presence.PRESENT),
        ("Cllr Hale", Presence.PRESENT),
        ("Cllr Wick", Presence.APOLOGIES),
    ]


def test_absent_is_not_sorry(read: Reader) -> None:
    assert named(read, f"P - present; A - absent\n{REGISTER}", Presence.APOLOGIES) == []


def test_a_register_without_a_legend_is_unclear(read: Reader) -> None:
    assert {one.presence for one in people(read, REGISTER)} == {Presence.UNCLEAR}


def test_a_sentence_that_begins_with_a_letter_is_no_register(read: Reader) -> None:
    assert people(read, "A Mr Moor replied that it was so.\nA Mrs Hale agreed.\nA Dr Wick did not.") == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Gary Hall left the meeting at 7.10pm.", [("Gary Hall", Presence.LEFT, "7.10pm")]),
        (
            "Cllrs Moor and Bob Hale joined the meeting at this point.",
            [("Moor", Presence.ARRIVED, None), ("Bob Hale", Presence.ARRIVED, None)],
        ),
        ("Cllr Moor arrived at 7.40 pm.", [("Cllr Moor", Presence.ARRIVED, "7.40 pm")]),
        ("The Mayor then withdrew from the Chamber.", [("The Mayor", Presence.LEFT, None)]),
        ("Councillor Moor returned to the meeting at 7.48pm.", [("Councillor Moor", Presence.ARRIVED, "7.48pm")]),
        ("Councillor Moor returned to the subject of the meeting room.", []),
        ("Mr Moor left the gate open.", []),
        ("Two members of the public left the meeting.", []),
    ],
)
def test_movements_are_read_with_their_time(read: Reader, line: str, found: list[tuple[str, Presence, str | None]]) -> None:
    items = read(f"{HEAD}1. Planning\n{line}\n2. Close\nAt nine.\n").meeting.items
    assert [(one.name_as_printed, one.presence, one.when) for item in items for one in item.attendance] == found


def test_a_late_comer_is_present_and_arrives(read: Reader) -> None:
    found = people(read, "Present: Cllr A Moor (Chair), Cllr B Hale (arrived 7.50pm)\n")
    assert [(one.name_as_printed, one.presence, one.when) for one in found] == [
        ("Cllr A Moor", Presence.PRESENT, None),
        ("Cllr B Hale", Presence.PRESENT, None),
        ("Cllr B Hale", Presence.ARRIVED, "7.50pm"),
    ]


def test_nobody_is_named_from_an_item_that_is_withheld(read: Reader) -> None:
    text = (
        "1. Land\nNOT FOR PUBLICATION by virtue of paragraph 3\nPresent: Cllr Quillonbrae, Cllr Moor\n"
        "Cllr Moor left the meeting.\n2. Close\nAt nine.\n"
    )
    assert read(text).meeting.attendance == ()
