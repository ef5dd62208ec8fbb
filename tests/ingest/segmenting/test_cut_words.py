"""Clauses that were cut in the middle of what was decided, or at words that only look like a mover; every line is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]


@pytest.mark.parametrize(
    "clause",
    [
        "that funding be sought for the proposed Harbour Relief Road.",
        "that councillors meet to discuss the proposed Marsh End Plan.",
        "to raise its concerns on the agenda for proposed Joint Meetings.",
        "that the accounts go for audit and be adopted on 2nd May.",
        "to hold the September meeting on Wednesday, 2nd September, at 10 a.m.",
    ],
)
def test_what_is_proposed_and_the_second_of_a_month_are_of_the_clause(read: Reader, clause: str) -> None:
    assert read(f"It was agreed {clause}").told == [(None, "carried", clause)]


@pytest.mark.parametrize("movers", ["proposed Cllr Hale", "proposed by Cllr Hale", "Cllr Hale seconded", "2nd Cllr Reed"])
def test_who_moved_it_is_still_not_of_the_clause(read: Reader, movers: str) -> None:
    assert read(f"It was agreed that the hall be sold, {movers}.").told == [(None, "carried", "that the hall be sold")]


@pytest.mark.parametrize(
    "announced",
    [
        "Councillor Hale proposed an Amendment to the Notice of Motion which was seconded by Councillor Reed as follows:",
        "Councillor Hale proposed the following motion as an amendment to Councillor Dunn’s, seconded by Councillor Reed :-",
        "The following amendment to the Grants Scheme 2018 was proposed by Councillor Hale and seconded by Councillor Reed:",
    ],
)
@pytest.mark.parametrize(
    ("below", "words"),
    [
        ("I will move at the next meeting that the hall be let.", "that the hall be let."),
        ("“Remove the hall from the list of sales”.", "Remove the hall from the list of sales"),
    ],
)
def test_an_amendment_is_what_stands_below_and_not_what_it_alters(read: Reader, announced: str, below: str, words: str) -> None:
    found = read(f"{announced}\n\n{below}\n\nThe Mayor declared the Amendment carried.")
    assert found.told == [(None, "carried", words)]
    assert [(limb.mover, limb.seconder) for limb in found.limbs] == [("Councillor Hale", "Councillor Reed")]


@pytest.mark.parametrize(
    "told",
    [
        "It was proposed by Cllr Hale, seconded by Cllr Reed, to extend a vote of sympathy to Mr Dunn, who lost his brother.",
        "In proposing the motion Cllr Hale said that the post of warden was withdrawn from the town.",
    ],
)
def test_what_somebody_lost_or_withdrew_is_no_fate_of_a_motion(read: Reader, told: str) -> None:
    assert not {outcome for _, outcome, _ in read(told).told} & {"lost", "withdrawn"}


def test_a_motion_withdrawn_from_the_agenda_is_withdrawn(read: Reader) -> None:
    found = read("It was proposed by Cllr Hale that the hall be sold. The motion was withdrawn from the agenda.")
    assert found.told == [(None, "withdrawn", "that the hall be sold.")]


def test_what_was_also_agreed_does_not_carry_what_was_only_proposed(read: Reader) -> None:
    found = read(
        "It was proposed by Cllr Hale to go on with the Marsh End Traffic Scheme. It was also agreed that the funding"
        " be returned to the Marsh End Traffic Scheme."
    )
    assert [(limb.mover, found.words(limb)) for limb in found.limbs] == [
        (None, "that the funding be returned to the Marsh End Traffic Scheme.")
    ]
    assert [motion.mover for item in found.meeting.items for motion in item.motions] == ["Cllr Hale"]


BY_MEMBER = """On the proposal of Councillor Hale, seconded by Councillor Reed, it was agreed to allocate the following:

{0}€1,500 to Marsh End School.

{0}€300 for the Christmas crib.

On the proposal of Councillor Dunn, seconded by Councillor Ashe, it was agreed to allocate the following:

{0}€2,000 – Harbour Boxing Club.

On the proposal of Councillor Ashe, seconded by Councillor Hale, it was agreed to allocate €50 to the choir.
"""


@pytest.mark.parametrize("bullet", ["• ", "", "e ", "@ "])
def test_what_each_member_allocates_is_a_list_of_its_own_with_or_without_bullets(read: Reader, bullet: str) -> None:
    found = read(BY_MEMBER.format(bullet))
    assert [(found.words(limb), limb.mover, limb.seconder) for limb in found.limbs] == [
        ("€1,500 to Marsh End School.", "Councillor Hale", "Councillor Reed"),
        ("€300 for the Christmas crib.", "Councillor Hale", "Councillor Reed"),
        ("€2,000 – Harbour Boxing Club.", "Councillor Dunn", "Councillor Ashe"),
        ("to allocate €50 to the choir.", "Councillor Ashe", "Councillor Hale"),
    ]


def test_who_agreed_a_recommendation_does_not_end_the_list_of_recommendations(read: Reader) -> None:
    found = read(
        "RESOLVED:\n\n1. That the plan be published.\n\nOn the proposal of Councillor Hale, seconded by Councillor Reed,"
        " Recommendation No. 1 was agreed.\n\n2. That the fountain be mended."
    )
    assert [words for _, _, words in found.told if words.startswith("That the fountain")] == ["That the fountain be mended."]
