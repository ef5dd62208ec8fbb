"""Which clauses say how a meeting goes on, and which only take their words from procedure."""

from __future__ import annotations

import pytest

from index.records import MotionKind
from ingest.segmenting.motion_kinds import kind_in


@pytest.mark.parametrize(
    "words",
    [
        "that the meeting adjourn for five minutes.",
        "to adjourn for 15 minutes as a mark of respect.",
        "to take a further 10-minute adjournment.",
        "an adjournment of 10 minutes was proposed and agreed",
        "that the Meeting be adjourned until Thursday.",
        "Standing Orders were suspended in order to complete the Agenda.",
        "to suspend the standing orders for a further\nthirty minutes",
        "that standing orders be resumed.",
        "to exclude the public to consider the appointment of a new clerk",
        "That, under section 100A(4) of the Local Government Act 1972, the press and public be excluded from the meeting.",
        "that the meeting be extended by 30 minutes.",
        "to hold the remainder of the Meeting in committee.",
        "that the order of business be varied.",
        "That a recorded vote be taken.",
        "That the question be now put.",
        "to move to next business",
        "closing the meeting for public participation",
    ],
)
def test_how_the_meeting_goes_on_is_procedure(words: str) -> None:
    assert kind_in(words) is MotionKind.PROCEDURAL


@pytest.mark.parametrize(
    "words",
    [
        "that the Council oppose the closure of any Post Offices across the county.",
        "to ask for the closure of Mill Lane on the day of the fair.",
        "to adopt the Draft Standing Orders.",
        "That section 3P of the Standing Orders be amended.",
        "it was deferred to the next meeting in accordance with Standing Orders.",
        "that the Chief Executive meet the leaders during the adjournment.",
        "to hold the Adjourned Meeting on Thursday, 5th August at 10am.",
        "to adjourn this item to the next meeting.",
        "that a Special Meeting be held in committee with the police.",
        "that the press and public be thanked for their patience.",
        "that £350 be paid, excluding VAT.",
        "That the budget be approved on a recorded vote.",
    ],
)
def test_what_only_takes_its_words_from_procedure_is_of_substance(words: str) -> None:
    assert kind_in(words) is MotionKind.SUBSTANTIVE


@pytest.mark.parametrize(
    "words",
    [
        "that the Motion should be amended to read",
        "to amend the proposal by leaving out the last line.",
        "that the wording of the Recommendation be amended.",
    ],
)
def test_what_alters_a_motion_is_an_amendment(words: str) -> None:
    assert kind_in(words) is MotionKind.AMENDMENT


@pytest.mark.parametrize(
    "words",
    [
        "Amended burial fees were agreed.",
        "S. Nurse, Plot 2 Station Road - amended plans - recommend approval.",
        "The Motion, as amended, was adopted.",
        "to adopt the amended document.",
        "that the Minutes be amended to read Riverside Drive.",
        "not to amend the Motion and to start on a small scale.",
    ],
)
def test_what_alters_something_else_or_was_altered_before_is_no_amendment(words: str) -> None:
    assert kind_in(words) is MotionKind.SUBSTANTIVE
