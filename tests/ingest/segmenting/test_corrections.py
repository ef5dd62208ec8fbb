"""What was put right in earlier minutes; minutes approved as they stood give nothing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from index.records import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]


def corrected(read: Reader, text: str, title: str = "Minutes of the last meeting") -> list[tuple[str, Outcome, dt.date | None]]:
    found = read(f"1. Apologies\nNone.\n2. {title}\n{text}\n3. Close\nAt nine.\n")
    return [
        (" ".join(" ".join(found.pages[span.page].quote(span) for span in one.spans).split()), one.outcome, one.meeting_date)
        for item in found.meeting.items
        for one in item.corrections
    ]


def test_a_correction_has_the_day_of_the_meeting_whose_minutes_it_changes(read: Reader) -> None:
    text = "The minutes of the meeting held on 6 February 2018 were approved, subject to the inclusion of apologies from HL."
    assert corrected(read, text) == [(text, Outcome.CARRIED, dt.date(2018, 2, 6))]


def test_a_list_that_a_colon_announces_belongs_to_it(read: Reader) -> None:
    [(words, _, _)] = corrected(
        read,
        "The minutes were approved, subject to the following amendments:\n7 Account: £22.17\n10 Hedge: the hedge beside the hall\n",
    )
    assert "£22.17" in words


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Item 3 should read Susan Moor. With that amendment the minutes were approved.", [Outcome.CARRIED, Outcome.CARRIED]),
        ("The minutes were amended and then confirmed as a true copy.", [Outcome.CARRIED]),
        ("Councillor Moor requested that the Minutes be amended on page 5 to include his question.", [Outcome.UNCLEAR]),
        ("The minutes were approved without amendment.", []),
        ("The minutes were agreed as a true record and signed.", []),
        ("There were no amendments to the minutes.", []),
        ("DRAFT MINUTES SUBJECT TO CORRECTION AT THE NEXT MEETING", []),
        ("The sign was changed to a new design.", []),
    ],
)
def test_what_was_asked_for_is_unclear_and_no_change_is_none(read: Reader, text: str, outcomes: list[Outcome]) -> None:
    assert [outcome for _, outcome, _ in corrected(read, text)] == outcomes


def test_an_amended_motion_is_no_correction(read: Reader) -> None:
    assert corrected(read, "The budget was approved subject to the amendment of Councillor Moor.", "Budget") == []
