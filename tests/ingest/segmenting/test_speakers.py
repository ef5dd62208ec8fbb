"""Who spoke, in the ways minutes print it; not who was written about, and nobody twice."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]


def spoke(read: Reader, text: str) -> list[tuple[str, str]]:
    found = read(f"1. Apologies\nNone.\n2. Matters arising\n{text}\n3. Close\nAt nine.\n")
    return [
        (one.name_as_printed, " ".join(found.pages[one.span.page].quote(one.span).split()))
        for item in found.meeting.items
        for one in item.speakers
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Councillor Keary asked could that be made available.", ["Councillor Keary"]),
        ("Cllr. Stephen Keary also stated that he received a letter.", ["Cllr. Stephen Keary"]),
        ("In proposing the Motion, Councillor O’Donoghue (T) emphasised the need for bins.", ["Councillor O’Donoghue (T)"]),
        ("Mr Dimmock reported that the wall had fallen.", ["Mr Dimmock"]),
        ("Cmhlr. Ó Ceallaigh highlighted the importance of investment.", ["Cmhlr. Ó Ceallaigh"]),
        ("Cllr Crisp and Cllr Smith advised that they had met the owner.", ["Cllr Crisp", "Cllr Smith"]),
        ("Mrs Holton, Mr Harrison and Mr Thompson all raised concerns.", ["Mrs Holton", "Mr Harrison", "Mr Thompson"]),
        ("Councillors Teskey, Keary and O’Brien expressed their thanks.", ["Teskey", "Keary", "O’Brien"]),
        ("In response to Cllr Secas, Mr. Williams advised that work had begun.", ["Mr. Williams"]),
        ("In reply to a query from Cllr. Collins (B), Ms. Goggin said funding was there.", ["Cllr. Collins (B)", "Ms. Goggin"]),
        ("Mr. Dara Mould, Administrative Officer, gave a presentation on standards.", ["Mr. Dara Mould"]),
        ("Question submitted by Councillor T. Ruddle\nI will ask for a report.", ["Councillor T. Ruddle"]),
        ("Notice of Motion submitted by Councillor P. Keller", ["Councillor P. Keller"]),
        ("Notice of Motion submitted by Councillors E. O’Brien, K. Sheahan", ["E. O’Brien", "K. Sheahan"]),
        ("A presentation was given by Mr Mould and Ms Reed on the bridge.", ["Mr Mould", "Ms Reed"]),
        ("A query from Mr Vale was noted.", ["Mr Vale"]),
    ],
)
def test_who_spoke_is_named_as_printed(read: Reader, text: str, names: list[str]) -> None:
    assert [name for name, _ in spoke(read, text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "An email from Mrs Vale stated that the gate was shut.",
        "Members thanked Cllr Moor and noted the report.",
        "It was queried whether Mr Mould said so.",
        "Mr Vale had reported the pot hole to Highways.",
        "Mr Vale was thanked by all.",
        "The letter of Cllr Moor raised two points.",
        "Village Hall reported a loss.",
        "The Clerk advised that no procedure was in place.",
        "Mr Chairman said nothing.",
        "Councillor Moor was informed by letter.",
        "The invoices submitted by Mr Vale were paid.",
        "Deputy Chief Executive outlined the plan.",
    ],
)
def test_who_is_only_written_about_did_not_speak(read: Reader, text: str) -> None:
    assert spoke(read, text) == []


def test_a_speaker_is_named_once_where_they_first_spoke(read: Reader) -> None:
    text = "Cllr Moor asked for a bench. Cllr Moor thanked the Clerk. Cllr Hale said no."
    assert spoke(read, text) == [("Cllr Moor", "Cllr Moor asked"), ("Cllr Hale", "Cllr Hale said")]


def test_a_long_list_of_names_is_read_once(read: Reader) -> None:
    """Tried anew from each of its names, such a list took half a minute in a reader of interests."""
    names = ", ".join(
        f"Councillor {first} {last}ley" for first in "ABCDEFGHIJ" for last in ("Hor", "Mor", "Bent", "Wor", "Hux") * 6
    )
    started = time.perf_counter()
    assert spoke(read, f"Present: {names} attended.") == []
    assert time.perf_counter() - started < 5


def test_names_in_an_item_that_is_not_open_are_nowhere(read: Reader) -> None:
    found = read("1. Apologies\nNone.\n2. Lease (EXEMPT)\nCllr Moor asked about the rent.\n3. Close\nAt nine.\n")
    assert [one.name_as_printed for item in found.meeting.items for one in item.speakers] == []
