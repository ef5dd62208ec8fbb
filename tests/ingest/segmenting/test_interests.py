"""Declarations of interest as minutes print them, with invented people; and what looks like one and is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.records import Interest
from index.records import Left

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]


def declared(read: Reader, text: str, title: str = "Declarations of interest") -> list[Interest]:
    items = read(f"1. Apologies\nNone.\n2. {title}\n{text}\n3. Close\nAt nine.\n").meeting.items
    return [interest for item in items for interest in item.interests]


def test_a_declaration_has_its_name_kind_and_matter_as_printed(read: Reader) -> None:
    [one] = declared(read, "Councillor Moor declared a disclosable pecuniary interest in Item 11 (land of his family).")
    assert (one.name_as_printed, one.kind_as_printed) == ("Councillor Moor", "disclosable pecuniary")
    assert (one.matter_as_printed, one.left) == ("Item 11 (land of his family)", Left.NOT_STATED)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Cllr Moor and Cllr Hale both declared a personal interest in item 4.",
            [("Cllr Moor", "item 4"), ("Cllr Hale", "item 4")],
        ),
        (
            "Mrs A Moor in respect of the planning application for the shop",
            [("Mrs A Moor", "the planning application for the shop")],
        ),
        ("Cllr Moor declared on item 15 – payment to the printer.", [("Cllr Moor", "item 15 – payment to the printer")]),
        ("AM regarding the headstone and BH regarding the lease.", [("AM", "the headstone"), ("BH", "the lease")]),
        ("Interest declared by Cllr Moor in item 6.", [("Cllr Moor", "item 6")]),
        (
            "Councillor Moor disclosed an interest in this item and, in accordance with the Act, he withdrew from the Meeting.",
            [("Councillor Moor", "this item")],
        ),
        ("Cllr Moor wished to declare an interest regarding payments.", [("Cllr Moor", "payments")]),
        ("Mr Moor declared an interest as his son works there and was sorry for not declaring it earlier.", [("Mr Moor", None)]),
        ("Cllr Moor declared an interest in item 6 and said that her son rents a berth.", [("Cllr Moor", "item 6")]),
        ("Cllr Moor declared an interest in item 6, saying that her son rents a berth.", [("Cllr Moor", "item 6")]),
        ("The Interim Chief Executive declared an interest in item 9.", [("The Interim Chief Executive", "item 9")]),
        ("None.", []),
        ("There were no declarations of interest.", []),
        ("No member declared an interest.", []),
        ("Members were invited to declare any disclosable pecuniary interest.", []),
        ("The Clerk asked whether Mrs Moor had declared an interest.", []),
    ],
)
def test_under_their_heading_declarations_are_told_from_none(read: Reader, text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.name_as_printed, one.matter_as_printed) for one in declared(read, text)] == found


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("AM declared an interest in this item and left the meeting while it was discussed.", Left.YES),
        ("Councillor Moor declared an interest. She withdrew from the chamber.", Left.YES),
        ("Cllr Moor declared an interest but remained in the room.", Left.NO),
        ("Cllr Moor declared an interest and offered to leave the room.", Left.UNCLEAR),
        ("Cllr Moor declared an interest and took no part in the vote.", Left.NOT_STATED),
        ("Cllr Moor declared an interest. Mr Hale left the meeting.", Left.NOT_STATED),
    ],
)
def test_leaving_is_only_what_is_said_of_the_same_person(read: Reader, text: str, left: Left) -> None:
    assert [one.left for one in declared(read, text, "Planning")] == [left]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Moor expressed an interest in buying the bench.",
        "Cllr Moor declared an interest in becoming the footpath warden.",
        "The new member signed the Declaration of Interest form.",
    ],
)
def test_an_interest_in_something_is_no_declaration(read: Reader, text: str) -> None:
    assert declared(read, text, "Vacancy") == []
