"""Sentences that tell a decision in one breath, and sentences that look like it and tell none; every line is invented."""

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
        ("It was agreed that a new bench be placed at Orchard Cross.", "that a new bench be placed at Orchard Cross."),
        ("It was unanimously resolved to insure the pavilion with Harbour Mutual.", "to insure the pavilion with Harbour Mutual."),
        ("It was therefore agreed by all present to repaint the bus shelter.", "to repaint the bus shelter."),
        ("It was agreed by a majority to keep the present opening hours.", "to keep the present opening hours."),
        ("It was agreed (8:1) to lease the meadow to the angling club.", "to lease the meadow to the angling club."),
        (
            "It was agreed on the proposal of Cllr. A. Hale, seconded by Cllr B Reed, that the ditch be cleared.",
            "that the ditch be cleared.",
        ),
        (
            "It was proposed by Cllr Hale, seconded by Cllr Reed and agreed that the swings be repaired.",
            "that the swings be repaired.",
        ),
        ("Members debated costs and it was agreed that two quotations be sought.", "that two quotations be sought."),
        (
            "It was agreed Cllr Marsh should attend the seminar for the parish.",
            "Cllr Marsh should attend the seminar for the parish.",
        ),
        (
            "The letter was read, seconded Cllr Hale and carried with nobody against: that the thanks of all be sent to the donor.",
            "that the thanks of all be sent to the donor.",
        ),
        (
            "Resolution taken to exclude the public and press from the next item.",
            "to exclude the public and press from the next item.",
        ),
        (
            "A resolution was unanimously adopted calling on the Minister to fund the quay wall.",
            "calling on the Minister to fund the quay wall.",
        ),
        (
            "Cynigiwyd gan y Cyng. P. Hale, eiliwyd gan y Cyng. J. Reed a chytunwyd yn unfrydol bod y fainc yn cael ei symud.",
            "bod y fainc yn cael ei symud.",
        ),
    ],
)
def test_it_was_agreed_tells_what_follows(read: Reader, text: str, words: str) -> None:
    assert read(text).told == [(None, "carried", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Committee resolved to extend the lease of the boathouse.", "to extend the lease of the boathouse."),
        ("The Parish Council then agreed unanimously that the hedge be cut back.", "that the hedge be cut back."),
        ("Councillors agreed to plant a hedge along the lane.", "Councillors agreed to plant a hedge along the lane."),
        (
            "The Sub-Committee endorsed the timetable for the ferry survey.",
            "The Sub-Committee endorsed the timetable for the ferry survey.",
        ),
        ("With that change the Board agreed the accounts.", "With that change the Board agreed the accounts."),
        (
            "The Council gave its consent to the sale of the old mower.",
            "The Council gave its consent to the sale of the old mower.",
        ),
        ("Members agreed with the recommendation of the report.", "Members agreed with the recommendation of the report."),
        ("The Committee noted the report.", "The Committee noted the report."),
        ("The Panel received the update.", "The Panel received the update."),
        ("The Cabinet NOTED progress and AGREED the next stage.", "The Cabinet NOTED progress and AGREED the next stage."),
    ],
)
def test_the_body_itself_decided(read: Reader, text: str, words: str) -> None:
    assert read(text).told == [(None, "carried", words)]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The minutes of 4 March were approved.", "carried"),
        ("The minutes were taken as read, and duly adopted.", "carried"),
        ("The accounts for the year were discussed and approved.", "carried"),
        ("The quarterly report was received and noted.", "carried"),
        ("The Treasurer's note on the bridge fund was agreed unanimously.", "carried"),
        ("Payments approved", "carried"),
        ("Accounts agreed", "carried"),
        ("Agreed as a true record and signed by the Chairman.", "carried"),
        ("Support was given to the fun run.", "carried"),
        ("Cllr Vane was duly elected Chairman for the coming year.", "carried"),
        ("Councillor Bray was co-opted to the vacant seat.", "carried"),
        ("The application stood referred to the Harbour Panel.", "carried"),
        ("Noted with thanks.", "carried"),
        ("The item was deferred to the June meeting.", "deferred"),
        ("This matter was adjourned until costs are known.", "deferred"),
        ("The decision on the boat store was unanimously held over.", "deferred"),
        ("Deferred until the next meeting.", "deferred"),
    ],
)
def test_what_was_done_to_a_thing_is_quoted_as_a_whole_sentence(read: Reader, text: str, outcome: str) -> None:
    assert read(text).told == [(None, outcome, text)]


def test_a_heading_that_runs_into_its_sentence_is_not_of_the_decision(read: Reader) -> None:
    found = read("12. Finance Cllr Hale spoke of the bank, The accounts for May were approved.\n")
    assert [found.words(limb) for limb in found.limbs] == ["The accounts for May were approved."]


def test_members_who_also_agreed_go_on_from_what_they_decided(read: Reader) -> None:
    found = read("It was agreed to buy a new strimmer. They also agreed that the old one be sold.\n")
    assert [found.words(limb) for limb in found.limbs] == ["to buy a new strimmer.", "that the old one be sold."]


def test_members_who_also_agreed_something_with_nothing_decided_only_talked(read: Reader) -> None:
    assert read("Cllr Hale spoke about moles. They also agreed that moles are clever.\n").limbs == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "It was agreed that:\n\n(a) the gate be mended; and\n\n(b) the sign be moved.\n",
            [("a", "the gate be mended"), ("b", "the sign be moved.")],
        ),
        (
            "The following payments were approved:\n\n1. Rook Fencing, £40\n\n2. Mill Print, £12\n",
            [("1", "Rook Fencing, £40"), ("2", "Mill Print, £12")],
        ),
        (
            "It was resolved to approve the lease subject to the following:\n\n(i) a survey; and\n\n(ii) a bond of £50.\n",
            [(None, "to approve the lease subject to the following: (i) a survey; and (ii) a bond of £50.")],
        ),
    ],
)
def test_what_is_listed_below_a_telling_is_its_clauses_or_its_conditions(
    read: Reader, text: str, told: list[tuple[str | None, str]]
) -> None:
    assert [(label, words) for label, _, words in read(text).told] == told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was agreed to donate £50.", "It was agreed to donate £50."),
        (
            "It was agreed that the hall be let, proposed by Cllr Hale and seconded by Cllr Reed.",
            "that the hall be let",
        ),
        ("It was agreed to pay the fee for the audit and the Clerk said she would post it.", "to pay the fee for the audit"),
        ("Payments approved, prop. Cllr Hale", "Payments approved"),
        ("Minutes:\nTo approve the draft programme of works.", "To approve the draft programme of works."),
    ],
)
def test_a_clause_means_something_alone_and_holds_nothing_that_is_not_its_own(read: Reader, text: str, words: str) -> None:
    found = read(text)
    assert [found.words(limb) for limb in found.limbs] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Hale spoke of the elm. Members agreed that it was a pity.",
        "It was agreed that the use of reserves was prudent.",
        "Members discussed the fire and agreed that the brigade had done well.",
        "In May the Harrow Borough Council agreed a policy on hedges.",
        "In January Wessex County Council approved the new bus route.",
        "It had been agreed to close the lane.",
        "It was agreed at the last meeting that the lane be closed.",
        "At the previous meeting it was agreed to close the lane.",
        "The bench was approved in June.",
        "The Clerk agreed to write to the water company.",
        "Cllr Marsh agreed to speak to the farmer.",
        "The Director agreed to report back.",
        "It was agreed that a vote be taken by a show of hands.",
        "It was agreed that the amendments be dealt with first.",
        "If the minutes were approved, they would be posted on the board.",
        "The Clerk advised that the accounts were approved by the auditor.",
        "The Engineer said it was agreed to leave the kerb as it is.",
        "Councillor Hale asked when the plan was approved.",
        "The plan will be approved by the Minister.",
        "Councillor Hale requested that the report be deferred.",
        "The Committee noted that the river was high.",
        "Members noted the report.",
        "The recommendations to be agreed were read out.",
        "Mr Dunn was elected by the public in 1997.",
        "The parties were agreed on the need for a crossing.",
        "Members were in agreement with one another about the weather.",
        "The Council has been approved as a training provider.",
    ],
)
def test_talk_promises_reports_and_other_bodies_decide_nothing(read: Reader, text: str) -> None:
    assert read(text).told == []
