"""Minutes whose head names nobody, and the council that announces its next meeting in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.sources import Origin

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]

HEAD = "Minutes for meeting held Wednesday 5th February 2025\n\nPresent: A. Lomax, B. Dale\n\n1. Roads\nThe lane was discussed.\n\n"


@pytest.mark.parametrize(
    "said",
    [
        "2. Next meeting\nThe Next Aldmoor Community Council meeting will take place on the 4th March 2025.",
        "2. Next meeting\nThe next meeting of Aldmoor Community Council will take place on 4th March.",
        "2. Close\nThe next ordinary meeting of the Aldmoor Community Council will be held in the hall.",
    ],
)
def test_a_council_that_announces_its_next_meeting_is_whose_minutes_these_are(read: Reader, said: str) -> None:
    document = read(HEAD + said)
    council = document.meeting.council
    assert (council.value, council.origin) == ("Aldmoor Community Council", Origin.PRINTED)
    assert council.span is not None
    assert document.pages[1].quote(council.span) == "Aldmoor Community Council"


def test_another_councils_meeting_spoken_of_in_an_item_names_nobody(read: Reader) -> None:
    spoken = "2. Reports\nThe next Westmoor District Council meeting will look at the lane. "
    spoken += "Members spoke of it at length. " * 30
    assert read(HEAD + spoken + "\n3. Close\nAt nine.").meeting.council.value is None


def test_the_body_that_met_stays_not_stated_where_only_the_next_meeting_is_announced(read: Reader) -> None:
    meeting = read(HEAD + "2. Next meeting\nThe next Aldmoor Community Council meeting is on 4th March.").meeting
    assert meeting.body.value is None


@pytest.mark.parametrize(
    "said",
    [
        "2. Next meeting\nThe next meeting will take place on 4th March.",
        "2. Next meeting\nThe next Council meeting is on 4th March.",
        "2. Next meeting\nThe next meeting of the Finance Committee is on 4th March.",
        "2. Reports\nThe next step for Aldmoor Community Council is a survey.",
        "2. Dates\nThe next Aldmoor Parish Council meeting is on 4th March, the next Westmoor Town Council meeting on the 6th.",
    ],
)
def test_what_announces_no_meeting_of_one_council_names_none(read: Reader, said: str) -> None:
    assert read(HEAD + said).meeting.council.value is None


def test_a_head_that_names_a_body_is_not_added_to(read: Reader) -> None:
    text = "Minutes of the Finance Committee held on 5 February 2025\n\n1. Roads\nThe next Aldmoor Town Council meeting is in May."
    assert read(text).meeting.council.value is None


def test_no_council_is_taken_from_a_record_part_of_which_is_withheld(read: Reader) -> None:
    text = HEAD + (
        "2. Next meeting\nThe next Aldmoor Community Council meeting is on 4th March.\n\n"
        "3. Land\nNOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A\nThe price was agreed."
    )
    document = read(text)
    assert document.segmented.withheld
    assert document.meeting.council.value is None
