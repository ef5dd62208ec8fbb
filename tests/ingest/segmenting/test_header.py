"""Whose meeting it was, and when: only what is stated."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from index.records import RecordState
from index.sources import DocumentKind
from index.sources import Origin
from index.sources import Stated
from ingest.facts import Facts
from ingest.segmenting.dates import printed_dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Meeting: 02/09/2020 - Joint Committee", date(2020, 9, 2)),
        ("ON THURSDAY, 21ST JANUARY, 2016 AT 3.30 P.M.", date(2016, 1, 21)),
        ("Wednesday 6 March 2019", date(2019, 3, 6)),
        ('8" October 2014', date(2014, 10, 8)),
        ("Tuesday 3 0ctober 2017", date(2017, 10, 3)),
        ("September 24, 2009", date(2009, 9, 24)),
    ],
)
def test_dates_are_british(text: str, value: date) -> None:
    assert [read.value for read in printed_dates(text)] == [value]


@pytest.mark.parametrize("text", ["6 March", "1c1b695b5f6cff47", "31/02/2020", "Minute 71/19", "2020-21"])
def test_a_date_that_is_not_whole_is_no_date(text: str) -> None:
    assert printed_dates(text) == ()


def test_the_head_names_body_and_date(read: Reader) -> None:
    found = read(
        "MINUTES OF PROCEEDINGS AT MEETING OF THE MUNICIPAL DISTRICT OF CAPPAMORE-\n\nKILMALLOCK HELD IN ÁRAS MAINCHÍN,\n\n"
        "ON THURSDAY, 21ST JANUARY, 2016 AT 3.30 P.M.\n\n1.\n\nAdoption of Minutes\n\nAgreed.\n\n2.\n\nDeputation\n\nNone.\n"
    ).meeting
    assert found.body.value == "Municipal District of Cappamore-Kilmallock"
    assert (found.date.value, found.date.origin) == (date(2016, 1, 21), Origin.PRINTED)
    assert found.council == Stated()


def test_a_year_in_running_text_is_no_meeting_date(read: Reader) -> None:
    """Seed 001 speaks of 2019 and prints no date."""
    meeting = read("Agenda item\n\nUpdate\n\nProgress made since 4 March 2019 was discussed.\n", path="000_1c1b.txt").meeting
    assert meeting.date == Stated()
    assert meeting.body == Stated()


def test_printed_words_win_over_the_sidecar_and_the_sidecar_over_the_file_name(read: Reader) -> None:
    stated = Facts(date=Stated(date(2021, 1, 1), Origin.SIDECAR))
    printed = read("Minutes of the meeting held on 2 March 2020\n1. A\nb\n2. C\nd\n", facts=stated, path="2019-05-05.txt")
    silent = read("1. A\nb\n2. C\nd\n", facts=stated, path="2019-05-05.txt")
    named = read("1. A\nb\n2. C\nd\n", path="2019-05-05.txt")
    assert [found.meeting.date.value for found in (printed, silent, named)] == [
        date(2020, 3, 2),
        date(2021, 1, 1),
        date(2019, 5, 5),
    ]
    assert named.meeting.date.origin is Origin.FILE_NAME


def test_the_date_of_the_minutes_being_adopted_is_not_the_meetings(read: Reader) -> None:
    found = read("Parish Council\nCirculated, copy of draft Minutes of Meeting held on 17th December, 2015.\n1. A\nb\n2. C\nd\n")
    assert found.meeting.date == Stated()


def test_draft_minutes_say_so(read: Reader) -> None:
    assert read("DRAFT MINUTES of the meeting held on 2 March 2020\n1. A\nb\n2. C\nd\n").meeting.record_state is RecordState.DRAFT


def test_an_agenda_is_told_from_minutes_and_decides_nothing(read: Reader) -> None:
    found = read("1. Motion\nRESOLVED that the hall be sold.\n2. Close\n", path="Agenda - Council - 2 March 2020.md")
    assert found.segmented.kind is DocumentKind.AGENDA
    assert found.limbs == []
