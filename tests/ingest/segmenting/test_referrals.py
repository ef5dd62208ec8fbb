"""What goes to another body; "the member referred to the weather" goes nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]


def sent(read: Reader, text: str) -> list[tuple[str, str]]:
    items = read(f"1. Apologies\nNone.\n2. Finance\n{text}\n3. Close\nAt nine.\n").meeting.items
    return [(one.kind.value, one.to_as_printed) for item in items for one in item.referrals]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It was agreed to refer this Motion to the Harbour Strategic Policy Committee.",
            [("referral", "the Harbour Strategic Policy Committee")],
        ),
        ("The matter was referred to the Hall Committee.", [("referral", "the Hall Committee")]),
        (
            "It was agreed that this be referred to the Harbour, Enterprise and Planning Policy Committee.",
            [("referral", "the Harbour, Enterprise and Planning Policy Committee")],
        ),
        ("“That the grants be recommended to the Council for approval.”", [("recommendation", "the Council")]),
        ("Councillor Moor proposed that it be referred to the Hall Committee.", []),
        ("An amendment to refer the matter to the Hall Committee was put and lost.", []),
        ("It was moved that the kiosk be referred to the Hall Committee.\nThe motion was lost by 4 votes to 7.", []),
        (
            "It was moved that the kiosk be referred to the Hall Committee.\nThe motion was carried.",
            [("referral", "the Hall Committee")],
        ),
        ("Councillor Moor, seconded by Mr Hale, moved to refer the kiosk to the Hall Committee.", []),
        ("Kiosks (to be referred to the Hall Committee)", []),
        ("Motion on kiosks to be referred to the Hall Committee", []),
        ("AGREED: kiosks to be referred to the Hall Committee.", [("referral", "the Hall Committee")]),
        ("It was agreed that the Motion, as moved, would be referred to the Hall Committee.", [("referral", "the Hall Committee")]),
        ("The kiosk was referred to the Hall Committee.\nA motion to adjourn was lost.", [("referral", "the Hall Committee")]),
        ("That the report be referred back to Cabinet.", [("referral", "Cabinet")]),
        ("RECOMMENDED to Council that the budget be approved.", [("recommendation", "Council")]),
        (
            "RESOLVED that the recommendations to the Cabinet, as set out in the report, be endorsed.",
            [("recommendation", "the Cabinet")],
        ),
        ("Councillor Moor referred to the Harbour Board and its dredger.", []),
        ("The kiosk had been referred to the Enforcement Team in May.", []),
        ("I refer to the Council meeting of 2 May.", []),
        ("A resident felt that the Council should refer it to the Harbour Agency.", []),
        ("The auditor had recommended that the Council should avoid cards.", []),
    ],
)
def test_only_what_this_meeting_sends_is_sent(read: Reader, text: str, found: list[tuple[str, str]]) -> None:
    assert sent(read, text) == found
