"""On which day they met: never the day of another meeting, of a letter, or of a signature."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from index.sources import Origin
from index.sources import Stated
from ingest.facts import Facts
from ingest.segmenting.dates import printed_dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]

ITEMS = "\n1. Apologies\nNone.\n2. Footpaths\nThe clerk reported.\n"


@pytest.mark.parametrize(
    ("head", "value"),
    [
        (
            "1\nOVERVIEW AND SCRUTINY COMMISSION\n24 SEPTEMBER 2009\n(19:15 TO 19:25 AND 20:25 TO 20:27)\nPRESENT: A Bell",
            date(2009, 9, 24),
        ),
        (
            "At a meeting of the Mossby Parish Council held in the Reading Room on Monday, the 5th day of March, 2018",
            date(2018, 3, 5),
        ),
        (
            "Minutes of the Meeting of Aldmoor Parish Council held in the Village Hall on Tuesday 4th June 2019 at 7.30 pm",
            date(2019, 6, 4),
        ),
        ("ALDMOOR PARISH COUNCIL\nMinutes of the Annual Parish Council Meeting\nDate: 14.05.19   Time: 7pm", date(2019, 5, 14)),
        (
            "ALDMOOR\nCOMMUNITY\nCOUNCIL\nMINUTES\nwas\nheld\nin\nthe\nSchool,\non\nWednesday\n12th\nApril\n2023,\nat\n7.00",
            date(2023, 4, 12),
        ),
        ("AYLBURY TOWN COUNCIL\nMinutes of the meeting held Tuesday 30\nth\nApril 2019", date(2019, 4, 30)),
        ("Planning Committee - Tuesday, 5 March 2019 10.00 am", date(2019, 3, 5)),
    ],
)
def test_the_head_says_when(read: Reader, head: str, value: date) -> None:
    found = read(head + ITEMS)
    stated = found.meeting.date
    assert (stated.value, stated.origin) == (value, Origin.PRINTED)
    assert stated.span is not None
    assert [read_again.value for read_again in printed_dates(found.pages[1].quote(stated.span))] == [value]


@pytest.mark.parametrize(
    "head",
    [
        "ALDMOOR PARISH COUNCIL\nDraft Minutes Subject to Approval at the next Meeting\nOrdinary Meeting\nWednesday 7 March 2018",
        "ALDMOOR PARISH COUNCIL\nApproved: 4 April 2018\nWednesday 7 March 2018, 7pm",
        "ALDMOOR PARISH COUNCIL\nMinutes of the meeting held on 7 March 2018\nApproved at the meeting held on 4 April 2018",
        "ALDMOOR PARISH COUNCIL\nMinutes of the meeting held on 7 March 2018\nSigned ........ Date 4 April 2018",
        "ALDMOOR PARISH COUNCIL\nMinutes of the meeting held following the Parish Meeting on 7 March 2018\nPresent: A Bell",
        "ALDMOOR PARISH COUNCIL\nNext meeting will be on Wednesday 4 April 2018\nMinutes of the meeting on Wednesday 7 March 2018",
    ],
)
def test_a_date_of_approval_signature_or_next_meeting_is_not_the_sittings(read: Reader, head: str) -> None:
    assert read(head + ITEMS).meeting.date.value == date(2018, 3, 7)


@pytest.mark.parametrize(
    "words",
    [
        "Minutes: It was agreed that the minutes of the meeting held on 13th January 2004 be signed as correct.",
        "Minutes of the last meeting held on 6th May 2014 were adopted as a true statement.",
        "The minutes of the previous meeting, held on Tuesday 6th May 2014, were read.",
        "To approve the minutes of the meeting held on Tuesday 6th May 2014",
        "The accounts for the year ended 31 March 2014 were laid.",
    ],
)
def test_a_date_among_the_first_words_of_the_record_is_not_the_sittings(read: Reader, words: str) -> None:
    assert read(f"Aldmoor Parish Council\nPresent: A Bell (chair), C Dale\n{words}\n").meeting.date == Stated()


def test_an_agenda_sent_as_a_letter_is_of_the_day_it_calls_for(read: Reader) -> None:
    found = read(
        "29 May 2014\n\nTo: Each Member of Marsham Town Council\n\nDear Councillor,\n\nYou are requested to attend a meeting to be "
        "held in the Town Hall on Friday, 6 June 2014 at 2 pm.\n",
        path="Agenda.txt",
    )
    assert found.meeting.date.value == date(2014, 6, 6)


def test_a_printed_date_that_its_weekday_contradicts_yields_to_one_that_fits(read: Reader) -> None:
    """26 June 2017 was a Monday: the year is a slip, and the file's name has the right one (Limerick 2018)."""
    text = "Minutes of Meeting of Marsham Town Council held on TUESDAY, 26TH JUNE, 2017 AT 1.30 P.M." + ITEMS
    named = read(text, path="Minutes - Marsham Town Council - 26th June 2018.txt").meeting.date
    alone = read(text, path="Minutes.txt").meeting.date
    other = read(text, path="Minutes - 4th July 2018.txt").meeting.date
    assert (named.value, named.origin) == (date(2018, 6, 26), Origin.FILE_NAME)
    assert {alone.value, other.value} == {date(2017, 6, 26)}


def test_a_pages_own_title_dates_what_its_text_leaves_out(read: Reader) -> None:
    facts = Facts(title=Stated("Aldmoor Parish Council Minutes TUESDAY 2nd September 2014 at 7:30pm", Origin.PAGE_METADATA))
    found = read("Councillors present: A Bell - Chair (AB)\nItem\n14/09/1\nWelcome.\n", facts=facts).meeting.date
    assert (found.value, found.origin) == (date(2014, 9, 2), Origin.PAGE_METADATA)


def test_a_date_without_its_year_stays_not_stated(read: Reader) -> None:
    assert read("GENERAL MEETING MONDAY 6 NOVEMBER\nHeld in the Board Room at 7 p.m.\nPresent: A Bell\n").meeting.date == Stated()


def test_the_day_of_a_workshop_is_not_the_day_they_met(read: Reader) -> None:
    """The head prints day and month only; the year stands in the file's name, and a workshop's whole date further on."""
    found = read(
        "MINUTES OF THE HOUSING COMMITTEE\nA meeting was held on the 16th June by video.\nThe Chair thanked all who came to the "
        "Housing Workshop, which was held on the 11th June 2021.\n" + ITEMS,
        path="Minutes - Housing Committee - 16th June 2021.txt",
    )
    assert found.meeting.date == Stated(date(2021, 6, 16), Origin.FILE_NAME)
