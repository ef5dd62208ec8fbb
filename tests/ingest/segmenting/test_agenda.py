"""Where items begin, in the numberings of real minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from ingest.reading.pages import PageText
from ingest.segmenting.agenda import items_of
from ingest.segmenting.running import run_together

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


def test_letters_go_on_behind_an_item_that_was_taken_between_them(read: Reader) -> None:
    """Limerick, 28 November 2016: item 5 is taken between 3(b) and 3(c)."""
    found = read(
        "1.\nMinutes\nAgreed.\n2.\nRoads\nNone.\n3.\nLand\n(a)\nMill Lane\nSold.\n(b)\nThe Pond\nLet.\n5.\nThe Mast\nNoted.\n"
        "(c)\nThe Green\nKept.\n4.\nTrees\nNone.\n6.\nClose\nAt nine.\n"
    )
    assert [number for number, _ in headings(found)] == ["1", "2", "3", "3(a)", "3(b)", "5", "3(c)", "4", "6"]


def test_a_lettered_item_taken_before_its_turn_is_an_item_and_its_letter_is_passed_over_later(read: Reader) -> None:
    """Limerick, 29 April 2019: "it was agreed to deal with item 3 (f)", then "3(f)"; later (e) is followed by (g)."""
    found = read(
        "MINUTES\n\nIt was agreed to deal with item 2 (b) on the agenda.\n\n2(b)\n\nThe Plan Review\n\nNoted.\n\n"
        "1.\n\nMinutes\n\nAgreed.\n\n2.\n\nServices\n\n(a)\n\nThe Mayor’s Title\n\nKept.\n\n(c)\n\nReports\n\nAgreed.\n\n"
        "3.\n\nClose\n\nAt nine.\n"
    )
    assert headings(found) == [
        (None, None),
        ("2(b)", "The Plan Review"),
        ("1", "Minutes"),
        ("2", "Services"),
        ("2(a)", "The Mayor’s Title"),
        ("2(c)", "Reports"),
        ("3", "Close"),
    ]


def test_numbers_in_a_margin_read_one_below_the_other_are_no_items(read: Reader) -> None:
    """Joint Policing Committee, 8 December 2017: "6 (b)", "6 (c)" and "2." stand under one another."""
    found = read("1. Minutes\n\nAgreed.\n\n2. Roads\n\nNone.\n\n6 (b)\n\n6 (c)\n\n2.\n\n3. Close\n\nAt nine.\n")
    assert [number for number, _ in headings(found)] == ["1", "2", "3"]


def test_a_letter_that_is_missing_and_was_not_taken_before_ends_the_letters(read: Reader) -> None:
    found = read(
        "1.\n\nMinutes\n\nAgreed.\n\n2.\n\nLand\n\n(a)\n\nMill Lane\n\nSold.\n\n(b)\n\nThe Pond\n\nLet.\n\n(d)\n\nThe Green\n\n"
        "Kept.\n"
    )
    assert [number for number, _ in headings(found)] == ["1", "2", "2(a)", "2(b)"]


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


NUMBERINGS = {
    "point": ("1. Apologies", "2. Rents", "3. Close", ["1", "2", "3"]),
    "running point": ("2465. Police report:", "2466. Rents:", "2467. Close:", ["2465", "2466", "2467"]),
    "point nought": ("1.0 Apologies", "2.0 Rents", "3.0 Close", ["1.0", "2.0", "3.0"]),
    "slash": ("71/19 Apologies", "72/19 Rents", "73/19 Close", ["71/19", "72/19", "73/19"]),
    "letter and slash": ("C048/23 Apologies", "C049/23 Rents", "C050/23 Close", ["C048/23", "C049/23", "C050/23"]),
    "year": ("2020-05_1 Apologies", "2020-05_2 Rents", "2020-05_3 Close", ["2020-05_1", "2020-05_2", "2020-05_3"]),
    "brackets": ("(139) Apologies", "(140) Rents", "(141) Close", ["139", "140", "141"]),
    "paragraph": ("PAR 1 Apologies", "PAR 2 Rents", "PAR 3 Close", ["PAR 1", "PAR 2", "PAR 3"]),
    "item": ("Item 1: Apologies", "Item 2: Rents", "Item 3: Close", ["1", "2", "3"]),
    "list sign": ("+ 1. Apologies", "+ 2. Rents", "+ 3. Close", ["1", "2", "3"]),
    "table": ("| 1. | Apologies |", "| 2. | Rents |", "| 3. | Close |", ["1", "2", "3"]),
    "alone": ("1.\nApologies", "2.\nRents", "3.\nClose", ["1", "2", "3"]),
}


@pytest.mark.parametrize("name", NUMBERINGS)
def test_items_are_told_in_every_numbering_of_real_minutes(read: Reader, name: str) -> None:
    one, two, three, numbers = NUMBERINGS[name]
    found = read(f"MINUTES of Aldermere\n{one}\nNone came.\n{two}\nThe rents were noted.\n{three}\nThe meeting ended.\n")
    titles = ["Police report" if name == "running point" else "Apologies", "Rents", "Close"]
    assert headings(found) == [(None, None), *zip(numbers, titles, strict=True)]


def test_one_meeting_may_print_its_numbers_in_two_ways(read: Reader) -> None:
    """Govan, June 2024: "1. MINUTES", then "2 MATTERS ARISING" without a point."""
    found = read("1. MINUTES OF THE MAY MEETING\nMoved as correct.\n2 MATTERS ARISING\nNone.\n3. BUSES\nNoted.\n")
    assert [number for number, _ in headings(found)] == ["1", "2", "3"]


def test_a_number_printed_twice_is_kept_twice(read: Reader) -> None:
    found = read("1. Minutes\nAgreed.\n2. Fair\nNoted.\n2. Trees\nNoted.\n3. Close\nAt nine.\n")
    assert [number for number, _ in headings(found)] == ["1", "2", "2", "3"]


def test_a_list_inside_an_item_is_not_the_items(read: Reader) -> None:
    """Wretton, 2006: correspondence is numbered 1 to 15 inside item 7."""
    letters = "".join(f"{number}. Newsletter of body {number}\n" for number in range(1, 9))
    found = read(f"1. Apologies\nNone.\n2. Correspondence:\n{letters}3. Planning:\nNone.\n4. Close\nAt nine.\n")
    assert headings(found) == [("1", "Apologies"), ("2", "Correspondence"), ("3", "Planning"), ("4", "Close")]


def test_items_with_lists_of_their_own_keep_them(read: Reader) -> None:
    """Govan, November 2025: each item holds topics numbered from 1, each with its minute."""
    topics = "1. Fire station\nA letter was read.\n2. Footbridge\nClosed again.\n3. Library\nNo answer.\n"
    found = read(f"1. Apologies\nNone.\n2. Minutes\nAgreed.\n3. Matters raised\n{topics}4. Reports\n{topics}5. Close\nAt nine.\n")
    assert [number for number, _ in headings(found)] == ["1", "2", "3", "4", "5"]


def test_a_second_meeting_in_one_document_is_counted_again(read: Reader) -> None:
    annual = "1. Apologies\nNone.\n2. Election of Chairman\nCllr Gadd.\n3. Accounts\nNoted.\n"
    ordinary = "1. Apologies\nNone.\n2. Minutes\nAgreed.\n3. Planning\nNoted.\n"
    assert [number for number, _ in headings(read(annual + ordinary))] == ["1", "2", "3", "1", "2", "3"]


def test_an_item_taken_out_of_its_order_keeps_its_number(read: Reader) -> None:
    found = read(
        "1. Minutes\nAgreed.\n4. Budget\nThe Chair moved this item up.\n2. Trees\nNone.\n3. Roads\nNone.\n5. Close\nAt nine.\n"
    )
    assert [number for number, _ in headings(found)] == ["1", "4", "2", "3", "5"]


def test_a_special_meeting_with_one_item_has_it(read: Reader) -> None:
    found = read("MINUTES of the special meeting\n1.\nGeneral Municipal Allocation\nMembers asked for a report.\n")
    assert headings(found) == [(None, None), ("1", "General Municipal Allocation")]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Police Report Police in Alder have noted two thefts", "Police Report"),
        ("Apologies were received from Cllr Gadd", "Apologies"),
        ("Play area: the Clerk reported on the gate", "Play area"),
        ("ALLOTMENTS The rents were noted", "ALLOTMENTS"),
        ("NOTICE OF MOTION: SINGLE-USE PLASTICS", "NOTICE OF MOTION: SINGLE-USE PLASTICS"),
        ("Bowling Green. Cllr Vane reported no change", "Bowling Green"),
        ("Questions from Cllr A. Gadd", "Questions from Cllr A. Gadd"),
    ],
)
def test_a_title_ends_where_its_minute_begins(read: Reader, line: str, title: str) -> None:
    found = read(f"1. Minutes\nAgreed.\n2. {line}\nand more was said of it.\n3. Close\nAt nine.\n")
    assert headings(found)[1] == ("2", title)


def test_a_title_that_fills_its_line_runs_on_in_the_next(read: Reader) -> None:
    body = "The members heard at length what had been done since the last meeting and what is still to be done by\n" * 8
    head = (
        "1. Items of interest in the bulletin of the county and of the association of the local and the parish\ncouncils of Alder"
    )
    found = read(f"{head}\n{body}2. Close\nAt nine.\n")
    title = "Items of interest in the bulletin of the county and of the association of the local and the parish councils of Alder"
    assert headings(found)[0] == ("1", title)


def test_letters_with_a_title_for_a_line_are_items_below_a_number(read: Reader) -> None:
    """Govan: "d) Community Notice Board" above its minute."""
    found = read(
        "1. Minutes\nAgreed.\n2. Matters arising\na) Notice board\nIt was hidden.\nb) Library\nIt stays shut.\n3. Close\nAt nine.\n"
    )
    assert headings(found) == [
        ("1", "Minutes"),
        ("2", "Matters arising"),
        ("2(a)", "Notice board"),
        ("2(b)", "Library"),
        ("3", "Close"),
    ]


def test_compound_numbers_are_items_below_a_number_and_numbered_paragraphs_are_not(read: Reader) -> None:
    found = read(
        "5. Reports\n5.1 Chairman’s Report\nNothing.\n5.2 Village Hall\nOpen.\n6. Close\n6.1 The meeting was closed at nine.\n"
    )
    assert [number for number, _ in headings(found)] == ["5", "5.1", "5.2", "6"]


def test_lettered_clauses_are_not_items(read: Reader) -> None:
    found = read("1. Budget\nRESOLVED that\na) the budget be approved; and\nb) the fees be kept.\n2. Close\nAt nine.\n")
    assert headings(found) == [("1", "Budget"), ("2", "Close")]


def test_an_item_runs_over_the_page_and_the_footer_is_not_of_it(read: Reader) -> None:
    found = read("1. Minutes\nAgreed.\n2. Trees\nThe oaks were", "felled in May.\n3. Close\nAt nine.")
    trees = found.meeting.items[1]
    assert [found.pages[span.page].quote(span) for span in trees.spans] == ["2. Trees\nThe oaks were", "felled in May."]


def test_items_that_a_paragraph_swallowed_are_cut_out_of_it(read: Reader) -> None:
    """Stoke Ferry, 2016: a post that lost its line ends."""
    filler = "The members spoke of it for a while and thanked all who had come and helped. " * 3
    text = f"1. Apologies None came. {filler}2. To agree the Minutes Agreed. {filler}3. Correspondence Noted. {filler}"
    assert [number for number, _ in headings(read(text))] == ["1", "2", "3"]


LINES = st.sampled_from(
    [
        "",
        "1. Apologies",
        "2. Minutes: agreed",
        "2.",
        "3 FINANCE",
        "(a)",
        "a) Rents",
        "4(a) Trees",
        "71/19 Close",
        "FINANCE",
        "Matters arising:",
        "- Planning. None",
        "RESOLVED that",
        "| 5. | Roads |",
        "The Clerk reported that all was well with the gate and with the wall beside it",
        "7. To receive a report 8. To note it " * 9,
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(LINES, max_size=14), min_size=1, max_size=3))
def test_items_cover_any_text_without_overlap_and_titles_stand_inside_them(drawn: list[list[str]]) -> None:
    running = run_together("d0", tuple(PageText(number, "\n".join(lines)) for number, lines in enumerate(drawn, 1)))
    extents = items_of(running)
    assert [extent.start for extent in extents] == [0, *(extent.end for extent in extents[:-1])]
    assert extents[-1].end == len(running.text)
    for extent in extents:
        start, end = extent.heading.title or (extent.start, extent.end)
        assert extent.start <= start <= end <= extent.end
