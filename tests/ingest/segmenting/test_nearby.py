"""Votes and movers printed near a decision: before it, in it, after it, or further up, and whose they are; all invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.records import Tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]

_NOTICE = "Notice of Motion submitted by Councillor P. Hale\n\nI will move at the next Meeting that the weir be mended.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "tally"),
    [
        (
            "The Committee resolved to mend the weir. 5 votes for, 2 against.",
            "The Committee resolved to mend the weir.",
            Tally(5, 2),
        ),
        (
            "It was agreed to mend the weir beside the old mill. Voting: 6 for, 1 against.",
            "to mend the weir beside the old mill.",
            Tally(6, 1),
        ),
        ("RESOLVED that the weir be mended. Five were in favour and two against.", "that the weir be mended.", Tally(5, 2)),
        (
            "RESOLVED that the weir be mended. (Cllr Hale proposed, Cllr Reed seconded, seven were in favour, one against)",
            "that the weir be mended.",
            Tally(7, 1),
        ),
        (
            "The voting was 6 in favour and 2 against. It was RESOLVED that the weir be mended.",
            "that the weir be mended.",
            Tally(6, 2),
        ),
        ("After a vote (8-1) it was agreed to mend the weir beside the mill.", "to mend the weir beside the mill.", Tally(8, 1)),
    ],
)
def test_the_vote_beside_a_decision_is_its_own(read: Reader, text: str, words: str, tally: Tally) -> None:
    found = read(text)
    [limb] = found.limbs
    assert limb.vote is not None
    assert (found.words(limb), limb.vote.tally) == (words, tally)


def test_a_vote_on_one_decision_is_not_the_next_one_s(read: Reader) -> None:
    found = read(
        "RESOLVED that the weir be mended. Five were in favour and two against.\n\nMembers then spoke of the lock and "
        "of its gates and of who should keep the key.\n\nRESOLVED that the lock be shut.\n"
    )
    assert [limb.vote.tally if limb.vote else None for limb in found.limbs] == [Tally(5, 2), None]


@pytest.mark.parametrize(
    ("text", "mover", "seconder"),
    [
        ("RESOLVED that the weir be mended. Proposed by Cllr Hale, seconded by Cllr Reed.", "Cllr Hale", "Cllr Reed"),
        ("Proposed by Cllr Hale, seconded by Cllr Reed.\n\nRESOLVED that the weir be mended.", "Cllr Hale", "Cllr Reed"),
        (
            "It was agreed that the weir be mended. This was proposed by Cllr Hale and seconded by Cllr Reed.",
            "Cllr Hale",
            "Cllr Reed",
        ),
        (
            "Councillor Hale proposed that the weir be mended. The motion was seconded by Councillor Reed. It was put and carried.",
            "Councillor Hale",
            "Councillor Reed",
        ),
        (
            _NOTICE + "The Motion was proposed by Councillor Bray and seconded by Councillor Reed.\n\nThe Motion was agreed.\n",
            "Councillor Bray",
            "Councillor Reed",
        ),
        (
            "Councillor Hale queried the cost and instead proposed that the weir be mended. The motion was carried.",
            "Councillor Hale",
            None,
        ),
    ],
)
def test_who_moved_is_read_where_it_stands(read: Reader, text: str, mover: str | None, seconder: str | None) -> None:
    found = read(text)
    assert [(limb.mover, limb.seconder) for limb in found.limbs] == [(mover, seconder)]
    assert "weir be mended" in found.words(found.limbs[0])


def test_a_telling_that_decides_the_open_motion_in_other_words_takes_its_movers(read: Reader) -> None:
    found = read(
        "It was proposed by Councillor Hale, seconded by Councillor Reed, that engineers inspect Mallow Weir. "
        "Members spoke at length of the river, of its salmon and of the many people who had fallen in, and of who should pay "
        "for whatever was found to be wrong with it, in a wet summer such as this.\n\n"
        "It was agreed that engineers would inspect Mallow Weir.\n"
    )
    assert [(limb.mover, limb.seconder) for limb in found.limbs] == [("Councillor Hale", "Councillor Reed")]
    assert [item.motions for item in found.meeting.items] == [()]


def test_a_condition_behind_the_movers_is_still_of_the_clause(read: Reader) -> None:
    found = read("It was agreed that the field be let, proposed by Cllr Hale and seconded by Cllr Reed, subject to a survey.")
    assert [found.words(limb) for limb in found.limbs] == [
        "that the field be let, proposed by Cllr Hale and seconded by Cllr Reed, subject to a survey."
    ]


def test_amendments_said_to_be_agreed_stand_below_under_their_movers(read: Reader) -> None:
    found = read(
        "The following amendments were agreed:\n\nProposed by Councillor Hale;\n\nSeconded by Councillor Reed;\n\n"
        "“That the fee be £5.”\n\nProposed by Councillor Bray;\n\nSeconded by Councillor Dunn;\n\n“That the gate be shut.”\n"
    )
    assert [(limb.outcome.value, found.words(limb), limb.mover) for limb in found.limbs] == [
        ("carried", "That the fee be £5.", "Councillor Hale"),
        ("carried", "That the gate be shut.", "Councillor Bray"),
    ]


def test_a_resolution_to_shut_out_the_public_may_be_passed_in_the_next_sentence(read: Reader) -> None:
    found = read("Cllr Hale asked the Council to pass a resolution excluding the press and public. The resolution was so passed.")
    assert found.told == [(None, "carried", "excluding the press and public.")]


def test_a_quoted_notice_of_motion_is_quoted_without_its_notice(read: Reader) -> None:
    found = read(
        "Notice of Motion submitted by Councillor Hale as follows:\n\n“I will move at the next Meeting that the weir be mended.”\n"
        "\nThe Motion was agreed.\n"
    )
    assert found.told == [(None, "carried", "that the weir be mended.")]
