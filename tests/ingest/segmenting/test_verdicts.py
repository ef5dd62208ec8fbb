"""Verdicts of a few words on planning applications, and what the planning authority decided, which is not this body's; invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]

_HEADING = "Planning Applications\n\n"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Extension at 9 Rope Walk 21/00417/F Support", "Extension at 9 Rope Walk 21/00417/F Support"),
        ("21/00512/FUL New porch at The Smithy – No objection", "21/00512/FUL New porch at The Smithy – No objection"),
        ("21/00513/FUL Boat store, Gull Lane: Object", "21/00513/FUL Boat store, Gull Lane: Object"),
        (
            "21/00514/FUL Two flats, Quay Street. The Council have no objections.",
            "The Council have no objections.",
        ),
        ("OBJECT on grounds of noise and lost light.", "OBJECT on grounds of noise and lost light."),
        (
            "No objections were raised to the shed so long as it is green.",
            "No objections were raised to the shed so long as it is green.",
        ),
        ("There were no comments on the sign at the bakery.", "There were no comments on the sign at the bakery."),
        ("To support the new slipway at Gull Point.", "To support the new slipway at Gull Point."),
    ],
)
def test_the_line_about_an_application_ends_with_the_verdict(read: Reader, line: str, words: str) -> None:
    assert [said for _, _, said in read(_HEADING + line + "\n").told] == [words]


def test_a_verdict_on_a_line_of_its_own_is_quoted_with_the_application_above_it(read: Reader) -> None:
    found = read(_HEADING + "21/00417/F Extension at 9 Rope Walk\n\nNo objection\n")
    assert [said for _, _, said in found.told] == ["21/00417/F Extension at 9 Rope Walk No objection"]


def test_two_applications_have_a_verdict_each(read: Reader) -> None:
    found = read(_HEADING + "21/00417/F Porch at 9 Rope Walk – Support\n\n21/00418/F Garage at 2 Rope Walk – Object\n")
    assert [said for _, _, said in found.told] == [
        "21/00417/F Porch at 9 Rope Walk – Support",
        "21/00418/F Garage at 2 Rope Walk – Object",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Planning Decisions:\n\n21/00417/F Extension at 9 Rope Walk – Support\n",
        "Planning Applications\n\nNone.\n\nDecisions received:\n\n21/00417/F Extension at 9 Rope Walk – No objection\n",
        "Choir grant\n\nMembers spoke of the choir. The vicar had no objection\n",
        "Planning Applications\n\n21/00417/F Extension at 9 Rope Walk was read out.\n",
        "Planning Applications\n\nObjections to the inquiry were sent by neighbours.\n",
    ],
)
def test_what_the_authority_decided_and_talk_of_objections_are_no_verdict(read: Reader, text: str) -> None:
    assert read(text).told == []
