"""What was refused, and what another body decided, is never read as decided here; and no motion takes another's fate; invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]

_MOVED = "Cllr Hale proposed that the hall be sold. "


@pytest.mark.parametrize(
    "text",
    [
        _MOVED + "The motion was not agreed by a majority vote.",
        _MOVED + "This was not carried by majority.",
        _MOVED + "The proposal was not passed with a majority.",
        _MOVED + "It was NOT AGREED to sell the hall.",
        _MOVED + "NOT AGREED: the hall stays.",
        _MOVED + "The Council voted against the proposal.",
        _MOVED + "It was put to the vote and not carried.",
        _MOVED + "Put to the vote and not carried.",
        _MOVED + "After a vote not carried.",
        _MOVED + "The proposal, put to the vote, was not carried.",
        _MOVED + "On a vote it was not carried.",
        _MOVED + "This was seconded by Cllr Reed but not agreed.",
        "It was NOT RESOLVED to sell the hall.",
        "Not RESOLVED that the hall be sold.",
        "It was not agreed that the minutes be approved.",
        "Members voted against the proposal.",
        "The minutes were not approved.",
        "Cllr Vane was not elected.",
        "The Council did not agree to sell the hall.",
        "A motion that the minutes be approved was not carried.",
    ],
)
def test_what_was_refused_is_not_carried(read: Reader, text: str) -> None:
    assert [said for _, outcome, said in read(text).told if outcome == "carried"] == []


@pytest.mark.parametrize(
    "text", ["A request that the item be deferred was refused.", "A proposal that the item be deferred was lost."]
)
def test_what_was_not_put_off_is_not_deferred(read: Reader, text: str) -> None:
    assert [said for _, outcome, said in read(text).told if outcome == "deferred"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The application was approved by the Borough Council.",
        "On 4 March the Harbour Board RESOLVED that the jetty be repaired.",
        "Members agreed that it was a pity.",
    ],
)
def test_what_others_decided_and_what_was_thought_are_not_decisions(read: Reader, text: str) -> None:
    assert read(text).told == []


@pytest.mark.parametrize(
    "text", ["It was decided not to renew the lease.", "After a debate it was agreed not to object to the sign."]
)
def test_a_decision_not_to_do_something_is_one(read: Reader, text: str) -> None:
    assert [outcome for _, outcome, _ in read(text).told] == ["carried"]


@pytest.mark.parametrize(
    "told",
    [
        "It was agreed to mend the roof of the barn. All agreed.",
        "It was agreed to mend the roof of the barn. Carried.",
        "The minutes were approved. All in favour.",
        "Cllr Reed proposed that the barn be let. All in favour. Carried.",
        "It was proposed by Cllr Reed, seconded by Cllr Dunn, that the barn be let, all in favour. Carried.",
    ],
)
def test_a_fate_said_of_one_decision_is_not_that_of_a_motion_left_open_above_it(read: Reader, told: str) -> None:
    found = read(_MOVED + "Members spoke. " + told)
    assert [said for _, _, said in found.told if "hall" in said] == []


def test_lost_said_after_the_figures_is_of_the_same_motion(read: Reader) -> None:
    found = read(
        "Cllr Hale proposed that the fee be £20. Cllr Marsh proposed an amendment that the fee be £5. For: 2 Against: 9. Lost. "
        "The motion was then put. For: 9 Against: 2. Carried.\n"
    )
    assert [(outcome, said) for _, outcome, said in found.told] == [
        ("lost", "that the fee be £5."),
        ("carried", "that the fee be £20."),
    ]


def test_a_vote_taken_on_an_amendment_and_lost_is_the_amendment_s(read: Reader) -> None:
    found = read(
        "Cllr Hale proposed that the fee be £20. Cllr Marsh proposed an amendment that the fee be £5.\n"
        "A vote was taken on the amendment and it was defeated. The motion was then put and carried.\n"
    )
    assert [(outcome, said) for _, outcome, said in found.told] == [
        ("lost", "that the fee be £5."),
        ("carried", "that the fee be £20."),
    ]


@pytest.mark.parametrize("ballot", ["Councillor Hale’s proposal", "the proposal from Councillor Hale"])
def test_a_ballot_names_whose_motion_is_put(read: Reader, ballot: str) -> None:
    found = read(
        "Councillor Hale proposed that the hall be sold. Councillor Reed proposed that the hall be let. "
        f"A vote was taken on {ballot}. The proposal was defeated.\n"
    )
    assert [(outcome, said) for _, outcome, said in found.told] == [("lost", "that the hall be sold.")]


def test_a_motion_quoted_in_the_sentence_that_withdraws_it_is_withdrawn(read: Reader) -> None:
    found = read("Councillor Hale withdrew the motion in his name “That the bye-law be printed on blue paper”.")
    assert found.told == [(None, "withdrawn", "That the bye-law be printed on blue paper")]


@pytest.mark.parametrize("intro", ["subject to:", "subject to", "subject to the following conditions:"])
def test_the_conditions_of_a_resolution_are_not_decisions_of_their_own(read: Reader, intro: str) -> None:
    found = read(f"RESOLVED that the lease be granted {intro}\n(i) a survey; and\n(ii) a bond.\n")
    assert [said for _, _, said in found.told] == [f"that the lease be granted {intro} (i) a survey; and (ii) a bond."]


@pytest.mark.parametrize(
    "text",
    [
        "In reply to the motion the Engineer read the following:\n\n“That road is not in charge of this Council.”\n",
        "The Engineer read his reply to the motion:\n\n“To do so would cost £4,000.”\n",
        "In reply, the Director said as follows:\n\n“I am happy to look at this.”\n",
    ],
)
def test_a_reply_quoted_is_no_motion(read: Reader, text: str) -> None:
    assert [item.motions for item in read(text).meeting.items] == [()]
