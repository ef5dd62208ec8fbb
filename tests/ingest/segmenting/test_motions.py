"""Who moved and who seconded, as real minutes print it; the names are invented."""

from __future__ import annotations

import pytest

from ingest.segmenting.motions import find_movers


def told(text: str) -> list[tuple[str | None, str | None]]:
    """Return every mover and seconder of a text."""
    return [(one.mover, one.seconder) for one in find_movers(text)]


@pytest.mark.parametrize(
    ("text", "mover", "seconder"),
    [
        (
            "Proposed by Councillor O’Dell;\n\nSeconded by Councillor Marsh (M);\n\nAnd Resolved:",
            "Councillor O’Dell",
            "Councillor Marsh (M)",
        ),
        ("On the proposal of Councillor Ashe, seconded by Councillor Birch, it was agreed", "Councillor Ashe", "Councillor Birch"),
        ("Moved: A Hale  Seconded: B Reed", "A Hale", "B Reed"),
        ("moved Hale, seconded B Reed", "Hale", "B Reed"),
        ("Proposer: Cllr G Hale, 2nd: Cllr J Reed.", "Cllr G Hale", "Cllr J Reed"),
        ("(Proposed Cllr Ann Hale, seconded Cllr Bo Reed)", "Cllr Ann Hale", "Cllr Bo Reed"),
        ("Proposed. Cllr Ann Hale, Seconded Cllr Bo Reed,4 agreed", "Cllr Ann Hale", "Cllr Bo Reed"),
        ("Proposed – Cllr Mrs Hale Seconded – Cllr Reed ‘That the bills be paid’", "Cllr Mrs Hale", "Cllr Reed"),
        ("Councillor Ashe moved and Councillor Birch seconded that", "Councillor Ashe", "Councillor Birch"),
        ("Cllr Ashe proposed: Cllr Birch seconded: Carried.", "Cllr Ashe", "Cllr Birch"),
        ("Cllr Ann Hale proposed its approval, seconded Cllr Bo Reed, all were in favour", "Cllr Ann Hale", "Cllr Bo Reed"),
        ("Cllr. A Hale proposed to fund it at £20000. Seconded Cllr B Reed, all agreed", "Cllr. A Hale", "Cllr B Reed"),
        (
            "Councillor Ashe proposed that it be left. This was seconded by Councillor Birch and agreed.",
            "Councillor Ashe",
            "Councillor Birch",
        ),
        ("Mrs Hale proposed Mrs T Ford, seconded by Mrs Pell, there were no others", "Mrs Hale", "Mrs Pell"),
        ("it was proposed for approval by Cllr Ann Hale, seconded by Cllr Bo Reed", "Cllr Ann Hale", "Cllr Bo Reed"),
        ("proposed by Cllr Ann\nHale and seconded by Councillor\nReed, that", "Cllr Ann Hale", "Councillor Reed"),
        ("proposed by G. Hale and seconded by D. Reed that the minutes", "G. Hale", "D. Reed"),
        ("Prop JB, 2nd GK All in favour", "JB", "GK"),
        ("MCa proposed and JS seconded", "MCa", "JS"),
        ("Cllrs. Wright / Boag\nThat the apology be accepted.", "Wright", "Boag"),
        ("Moved (Cr Wright / Cr Boag)", "Cr Wright", "Cr Boag"),
        ("Molta ag Councillor Ashe (M);\n\nCuidiu 6n Councillor Birch;", "Councillor Ashe (M)", "Councillor Birch"),
        ("Cynigiwyd gan y Cyng. P. Hale, eiliwyd gan y Cyng. J. Reed a chytunwyd", "Cyng. P. Hale", "Cyng. J. Reed"),
        ("These were moved as correct by Ann Hale and Bo Reed\n\nMATTERS ARISING", "Ann Hale", "Bo Reed"),
        ("Proposed and seconded by Cllr A Hale and Cllr B Reed", "Cllr A Hale", "Cllr B Reed"),
        ("Peter Hale’s proposal was seconded by Tom Reed. All in favour.", "Peter Hale", "Tom Reed"),
        (
            "In proposing the motion Councillor Ashe spoke. In seconding the motion Councillor Birch agreed",
            "Councillor Ashe",
            "Councillor Birch",
        ),
        (
            "Proposed by the Mayor, Councillor K. Ashe; Seconded by Cmhlr. Ó Dálaigh",
            "the Mayor, Councillor K. Ashe",
            "Cmhlr. Ó Dálaigh",
        ),
    ],
)
def test_a_mover_and_a_seconder_are_copied_as_printed(text: str, mover: str, seconder: str) -> None:
    assert told(text) == [(mover, seconder)]


@pytest.mark.parametrize(
    ("text", "mover", "seconder"),
    [
        ("Councillor Ashe formally proposed that the fee stand", "Councillor Ashe", None),
        ("the motion was proposed from the Chair", "the Chair", None),
        ("Councillor Ashe queried the cost of the visit and instead proposed an amendment", "Councillor Ashe", None),
        ("Notice of Motion submitted by Councillor S. Ashe\nI will move at the next Meeting", "Councillor S. Ashe", None),
        ("This was seconded by Councillor Birch and agreed", None, "Councillor Birch"),
        ("Seconded by Councillor Ashe and Councillor Birch.\n", None, "Councillor Ashe and Councillor Birch"),
        ("Seconded: Cllr. Bo Reed\nA discussion took place", None, "Cllr. Bo Reed"),
    ],
)
def test_one_of_the_two_may_stand_alone(text: str, mover: str | None, seconder: str | None) -> None:
    assert told(text) == [(mover, seconder)]


def test_a_notice_is_told_from_a_proposal_by_where_it_begins() -> None:
    text = "Notice of Motion submitted by Councillor S. Ashe"
    assert text[find_movers(text)[0].start :].startswith("submitted")


def test_a_name_does_not_run_into_the_heading_below_it() -> None:
    text = "to end February\nCllr Mrs Hale proposed payment seconded by Cllr Mrs Reed\nStatement of Account"
    assert told(text) == [("Cllr Mrs Hale", "Cllr Mrs Reed")]


@pytest.mark.parametrize(
    "text",
    [
        "an update on the proposed Black Mains Wind Farm",
        "Planning and Environmental Services\nProposed Addition to the Record of Structures",
        "Kelder County Council proposed a new scheme",
        "the PC proposed to write again",
        "as PC Paul Hale had moved on to another area",
        "Question submitted by Councillor J. Ashe",
    ],
)
def test_plans_bodies_and_people_who_moved_away_moved_no_motion(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "mover", "seconder"),
    [
        (
            "moved by County Councillor Vane, and seconded by County Councillor Reed:",
            "County Councillor Vane",
            "County Councillor Reed",
        ),
        ("AMENDMENT 1 (Cllr Hale / Cllr Reed): to insert", "Cllr Hale", "Cllr Reed"),
        ("MOTION (Mr Hale / Mr Reed):  That the sum be paid", "Mr Hale", "Mr Reed"),
        ("Cllr Hale moved, Cllr Reed seconding, that meetings be recorded", "Cllr Hale", "Cllr Reed"),
        ("Cllr Hale moved (Cllr Reed seconding) that permits be ended", "Cllr Hale", "Cllr Reed"),
        ("resolved (on the proposition of Cllr Hale, Cllr Reed seconding) to", "Cllr Hale", "Cllr Reed"),
        ("Adopted on the proposal of Mr Bo Hale, seconded Mrs V Reed.", "Mr Bo Hale", "Mrs V Reed"),
        ("proposed by Cllr. A. Hale, seconded by Cllr. Mrs. M.\nPritchard and agreed", "Cllr. A. Hale", "Cllr. Mrs. M. Pritchard"),
        ("(Cynigydd: y Cyng. S. Hale; Eilydd: y Cyng. I. Reed)", "Cyng. S. Hale", "Cyng. I. Reed"),
        ("Ar mholadh an Chomh. Ní Bhroin, cuidithe ag an Chomh. Mac Aodha", "Chomh. Ní Bhroin", "Chomh. Mac Aodha"),
        ("Amendment moved Member Hale, seconded Member Reed", "Member Hale", "Member Reed"),
        ("Members Hale / Reed", "Hale", "Reed"),
        ("Bo proposed we pay the other half, Ann seconded. All in favour.", "Bo", "Ann"),
        ("A proposal from Councillor Hale (seconded: Councillor Reed) to end the panel", "Councillor Hale", "Councillor Reed"),
        ("Councillor Hale (seconded by Councillor Reed) proposed:", "Councillor Hale", "Councillor Reed"),
        ("Councillor Hale nominated Councillor Vane; this was seconded by Councillor Reed.", "Councillor Hale", "Councillor Reed"),
        (
            "Councillor Hale had given notice of, and moved, the motion, which was seconded by Cllr Reed",
            "Councillor Hale",
            "Cllr Reed",
        ),
        ("Proposed by Councillor Gary Hall, seconded by Councillor Park that", "Councillor Gary Hall", "Councillor Park"),
    ],
)
def test_both_are_read_in_the_forms_of_many_councils(text: str, mover: str, seconder: str) -> None:
    assert told(text) == [(mover, seconder)]


def test_he_is_the_member_who_spoke_last() -> None:
    text = "Councillor Hale said that he could not judge it; he proposed, seconded by Councillor Reed, that it be deferred."
    assert told(text) == [("Councillor Hale", "Councillor Reed")]


def test_she_is_not_mr_hale_and_a_move_to_a_road_moves_nothing() -> None:
    assert told("Mr Hale spoke of the bins. She proposed that they be emptied.") == []
    assert told("Cllr Hale shared that when he moved to River Drove it flooded.") == []


def test_a_hall_of_the_village_and_a_road_are_no_members() -> None:
    assert told("Kelder Village Hall proposed an extension.") == []
    assert told("in relation to the Southern Ring Road Phase II\nproposed Disposal of Lands") == []
