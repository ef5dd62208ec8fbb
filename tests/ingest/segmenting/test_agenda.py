"""Where items begin, in the numberings of real minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]


def headings(found: Read) -> list[tuple[str | None, str | None]]:
    return [(item.number, item.title) for item in found.meeting.items]


def test_what_stands_before_the_first_heading_is_an_item_without_number_or_title(read: Reader) -> None:
    found = read("MINUTES\nPresent: Cllr Gadd\n1. Apologies\nNone.\n2. Finance\nThe accounts were noted.\n")
    assert headings(found) == [(None, None), ("1", "Apologies"), ("2", "Finance")]


def test_running_numbers_of_a_year_are_minute_numbers(read: Reader) -> None:
    found = read("71/19 Speeding on Low Street The Clerk reported.\n72/19 Declarations of Interest None were made.\n")
    assert headings(found) == [("71/19", "Speeding on Low Street"), ("72/19", "Declarations of Interest")]
    assert [item.minute_number for item in found.meeting.items] == ["71/19", "72/19"]


def test_the_minute_number_is_told_from_the_agenda_number(read: Reader) -> None:
    found = read("2 MINUTES OF THE LAST MEETING (Agenda item 3)\nAgreed.\n3 WORK PROGRAMME (Agenda item 7)\nNOTED\n")
    assert [(item.number, item.minute_number, item.title) for item in found.meeting.items] == [
        ("3", "2", "MINUTES OF THE LAST MEETING"),
        ("7", "3", "WORK PROGRAMME"),
    ]


def test_numbered_clauses_of_a_resolution_are_not_items(read: Reader) -> None:
    found = read(
        "1. Apologies\nNone.\n2. Budget\nRESOLVED that\n1. the budget be approved;\n2. the reserves be kept; and\n"
        "3. the fees rise.\n3. Close\nAt nine.\n"
    )
    assert headings(found) == [("1", "Apologies"), ("2", "Budget"), ("3", "Close")]


def test_letters_alone_on_their_lines_are_items_below_a_number(read: Reader) -> None:
    """Limerick, Disposal of Land: (a), (b)."""
    found = read("1.\n\nMinutes\n\nAgreed.\n\n2.\n\nDisposal of Land\n\n(a)\n\nCregan Avenue\n\nSold.\n\n(b)\n\nArdyoul\n\nLet.\n")
    assert headings(found)[1:] == [("2", "Disposal of Land"), ("2(a)", "Cregan Avenue"), ("2(b)", "Ardyoul")]


def test_an_item_page_is_one_item_whatever_numbers_stand_on_it(read: Reader) -> None:
    found = read("Agenda item\n\nShared Services\n\nMinutes:\n\nResolved:\n\n1. one thing;\n\n2. another.\n")
    assert headings(found) == [(None, "Shared Services")]


def test_items_cover_the_meeting_without_overlap(read: Reader) -> None:
    text = "MINUTES\n1. Apologies\nNone.\n2. Finance\nNoted.\n"
    spans = [span for item in read(text).meeting.items for span in item.spans]
    assert [text[span.start : span.end] for span in spans] == ["MINUTES", "1. Apologies\nNone.", "2. Finance\nNoted."]


def test_the_figure_of_a_vote_alone_on_its_line_is_no_item(read: Reader) -> None:
    """Limerick, 30 September 2019: `(4)` stands between the names for and the names against."""
    vote = "For the Proposal\nCouncillors Benson and O’Dea.\n(2)\nAgainst the Proposal\nCouncillors Butler and Daly.\n(2)\n"
    found = read(f"1. Minutes\nAgreed.\n2. Street\n{vote}3. Close\nAt nine.\n")
    assert headings(found) == [("1", "Minutes"), ("2", "Street"), ("3", "Close")]


def test_who_left_is_named_without_the_heading_above_and_a_bathroom_is_no_room(read: Reader) -> None:
    """Seed 000: "Gary Hall left the meeting at 7.10pm." """
    left = read("1. A\nGary Hall left the meeting at 7.10pm.\nMr Ash Vane left the bathroom tap open.\n2. B\nb\n").meeting.items[0]
    assert [(person.name_as_printed, person.when) for person in left.attendance] == [("Gary Hall", "7.10pm")]
