"""What was lost, rejected or withdrawn in a discussion is no fate of the motion that is discussed; every line is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]

_MOVED = "It was proposed by Cllr Hale, seconded by Cllr Reed, that the cannons be moved. "


@pytest.mark.parametrize(
    "told",
    [
        "In seconding the motion Cllr Reed highlighted old things, many of which had been lost over the years.",
        "Cllr Hale stated the proposal to build a centre in Marsh End had been openly rejected.",
        "During discussion of the motion it was noted that there were cases where help was not accepted.",
        "The Director noted that the proposal for houses at Marsh End was rejected by the Department of Housing.",
        "The proposal to build half the road was rejected by An Bord Uisce.",
    ],
)
def test_what_is_told_in_the_discussion_decides_nothing(read: Reader, told: str) -> None:
    assert read(_MOVED + told).told == []


def test_a_fate_behind_what_was_said_of_the_motion_is_still_its_fate(read: Reader) -> None:
    told = "The Mayor put the motion, which Cllr Dunn said was unfair, and declared that the motion was lost."
    assert read(_MOVED + told).told == [(None, "lost", "that the cannons be moved.")]


def test_a_resolution_is_not_lost_by_the_vote_that_defeated_something_else(read: Reader) -> None:
    found = read(
        "As all Members were not in favour of it, a vote was taken which resulted as follows:\n\nFor the Proposal\n\n"
        "Councillors Ashe and Birch.\n\n(2)\n\nAgainst the Proposal\n\nCouncillors Dunn, Hale and Reed\n\n(3)\n\n"
        "The Mayor declared the proposal defeated.\n\nProposed by Councillor Hale;\n\nSeconded by Councillor Reed;\n\n"
        "And Resolved:\n\n“That the Budgetary Plan is adopted”."
    )
    assert [(outcome, words) for _, outcome, words in found.told] == [("carried", "That the Budgetary Plan is adopted")]
    assert found.limbs[0].vote is None
