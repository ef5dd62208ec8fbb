"""Words that open the clauses of a decision, and the same words where they open nothing; every line is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("RESOLVED that the jetty be repaired.", "that the jetty be repaired."),
        ("RESOLVED: That the jetty be repaired.", "That the jetty be repaired."),
        ("RESOLVED – That the jetty be repaired.", "That the jetty be repaired."),
        ("RESOLVED unanimously that the jetty be repaired.", "that the jetty be repaired."),
        ("RESOLVED, nem con, that the jetty be repaired.", "that the jetty be repaired."),
        ("RESOLVED 24/113 that the jetty be repaired.", "that the jetty be repaired."),
        ("RESOLVED\n\n(unanimously)\n\nTHAT the jetty be repaired.", "THAT the jetty be repaired."),
        ("AGREED to repair the jetty.", "to repair the jetty."),
        ("ORDERED that the gates be shut at dusk.", "that the gates be shut at dusk."),
        ("RECOMMENDED to Council that the toll be raised.", "that the toll be raised."),
        ("DECIDED: to repair the jetty.", "to repair the jetty."),
        ("NOTED that the ferry runs on Sundays.", "that the ferry runs on Sundays."),
        ("Agreed: the jetty to be repaired by Mill Marine.", "the jetty to be repaired by Mill Marine."),
        ("Resolved to repair the jetty.", "to repair the jetty."),
        ("And Resolved:\n\n“That the jetty be repaired.”", "That the jetty be repaired."),
        ("Decision: to repair the jetty.", "to repair the jetty."),
        ("Decision (8:2) to repair the jetty.", "to repair the jetty."),
        ("Members walked the quay. Resolved: that the jetty be repaired.", "that the jetty be repaired."),
        ("It was RESOLVED that the jetty be repaired.", "that the jetty be repaired."),
        ("The Committee, having read the survey, RESOLVED that the jetty be repaired.", "that the jetty be repaired."),
        (
            "RESOLVED on the proposal of Councillor Hale, seconded by Councillor Reed, that the jetty be repaired.",
            "that the jetty be repaired.",
        ),
    ],
)
def test_what_follows_the_lead_is_decided(read: Reader, text: str, words: str) -> None:
    assert read(text).told == [(None, "carried", words)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "a) RESOLVED that the jetty be repaired.\n\nb) RESOLVED that the buoy be sold.\n",
            [("a", "carried", "that the jetty be repaired."), ("b", "carried", "that the buoy be sold.")],
        ),
        (
            "c) Decision (8:2) to repair the jetty.\n\nd) Decision: to sell the buoy.\n",
            [("c", "carried", "to repair the jetty."), ("d", "carried", "to sell the buoy.")],
        ),
        (
            "RESOLVED That:\n\n(1) the jetty be repaired; and\n\n(2) the buoy be sold.\n",
            [("1", "carried", "the jetty be repaired"), ("2", "carried", "the buoy be sold.")],
        ),
        (
            "RESOLVED: 1. That the jetty be repaired.\n2. That the buoy be sold.\n",
            [("1", "carried", "That the jetty be repaired."), ("2", "carried", "That the buoy be sold.")],
        ),
        (
            "RESOLVED:\n• That the jetty be repaired.\n• That the buoy be sold.\n",
            [(None, "carried", "That the jetty be repaired."), (None, "carried", "That the buoy be sold.")],
        ),
        (
            "RESOLVED: That the jetty be repaired. That the buoy be sold. The Chairman then spoke of fish.\n",
            [(None, "carried", "That the jetty be repaired."), (None, "carried", "That the buoy be sold.")],
        ),
        (
            "Resolved – that the lease be granted subject to\n(i) a survey; and\n(ii) a bond.\n",
            [(None, "carried", "that the lease be granted subject to (i) a survey; and (ii) a bond.")],
        ),
    ],
)
def test_letters_numbers_bullets_and_further_thats_are_clauses_of_their_own(
    read: Reader, text: str, told: list[tuple[str | None, str, str]]
) -> None:
    assert read(text).told == told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The Cabinet NOTED the figures and AGREED that the fee be waived.",
            "The Cabinet NOTED the figures and AGREED that the fee be waived.",
        ),
        ("The apologies and reasons for absence were NOTED.", "The apologies and reasons for absence were NOTED."),
        ("The Parish Council NOTED the timetable.", "The Parish Council NOTED the timetable."),
    ],
)
def test_a_lead_inside_a_story_tells_the_whole_sentence(read: Reader, text: str, words: str) -> None:
    assert read(text).told == [(None, "carried", words)]


def test_a_report_s_recommendation_gives_way_to_what_was_resolved_on_it(read: Reader) -> None:
    found = read(
        "RECOMMENDED: That the toll be raised.\n\nIt was moved by Cllr Hale and seconded by Cllr Reed "
        "that the recommendation be adopted.\n\n"
        "RESOLVED: That the toll be raised.\n"
    )
    assert found.told == [(None, "carried", "That the toll be raised.")]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Decision (2:8) to repair the jetty.", "lost"),
        ("RESOLVED (For: 3 Against: 9) that the jetty be repaired.", "lost"),
        ("RESOLVED (9 votes to 3) that the jetty be repaired.", "carried"),
        ("RESOLVED that this item be deferred to the next meeting.", "deferred"),
        ("RESOLVED to defer the report on tolls.", "deferred"),
        ("RESOLVED that this be deferred to the next meeting.", "deferred"),
        ("RESOLVED that the Council will postpone a decision on the notice board.", "deferred"),
        ("RESOLVED that consideration of the Motion would be deferred to March.", "deferred"),
        ("RESOLVED to adjourn this item to a future date.", "deferred"),
        ("RESOLVED to adjourn the meeting for ten minutes.", "carried"),
        ("RESOLVED to defer payment of the invoice.", "carried"),
    ],
)
def test_the_figures_and_the_words_of_a_resolution_say_what_it_did(read: Reader, text: str, outcome: str) -> None:
    assert [limb.outcome.value for limb in read(text).limbs] == [outcome]


def test_a_lead_with_nothing_but_a_vote_carries_the_motion_above_it(read: Reader) -> None:
    found = read("It was proposed by Cllr Hale, seconded by Cllr Reed, that the jetty be repaired.\n\nAGREED nem. con.\n")
    assert found.told == [(None, "carried", "that the jetty be repaired.")]
    [limb] = found.limbs
    assert (limb.mover, limb.seconder) == ("Cllr Hale", "Cllr Reed")
    assert limb.vote is not None
    assert limb.vote.unanimous


@pytest.mark.parametrize(
    "text",
    [
        "It had been RESOLVED in June that the jetty be repaired.",
        "It was previously RESOLVED that the jetty be repaired.",
        "Attention was drawn to minute 31 where the Joint Board RESOLVED to repair the jetty.",
        "The Clerk reported that the County Committee AGREED to repair the jetty.",
        "The Harbour Board on 4 March RESOLVED that the jetty be repaired.",
        "The fee would be as AGREED with the contractor.",
        "The dates to be AGREED were read out.",
        "Decision notices were read.",
        "Resolved complaints stood at nine.",
        "Recommended speeds are lower on the quay.",
    ],
)
def test_what_another_meeting_resolved_and_mere_headings_open_nothing(read: Reader, text: str) -> None:
    assert read(text).told == []


def test_a_quotation_that_nothing_closes_goes_on_to_its_full_stop(read: Reader) -> None:
    words = "And Resolved:\n\n“That the plan for a depot at Marlsham Business\n\nPark, Mill Road, be not proceeded with."
    told = read(f"{words}\n\nThis ended the meeting.").told
    assert [said for _, _, said in told] == [
        "That the plan for a depot at Marlsham Business Park, Mill Road, be not proceeded with."
    ]
