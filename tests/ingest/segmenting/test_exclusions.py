"""Was the public excluded, and under which paragraph of which Act?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.records import Exclusion
from index.records import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]


def excluded(read: Reader, text: str) -> list[Exclusion]:
    items = read(f"1. Apologies\nNone.\n2. Exclusion of the public\n{text}\n3. Close\nAt nine.\n").meeting.items
    return [one for item in items for one in item.exclusions]


def test_a_resolution_has_its_paragraphs_and_its_act_as_printed(read: Reader) -> None:
    """Local Government Act 1972, section 100A(4) and Part 1 of Schedule 12A."""
    [one] = excluded(
        read,
        "RESOLVED that, under Section 100A(4) of the Local Government Act 1972, the press and public be excluded on the "
        "grounds that it involves exempt information as defined in paragraphs 3 and 5 of Part 1 of Schedule 12A.",
    )
    assert (one.outcome, one.paragraphs) == (Outcome.CARRIED, ("3", "5"))
    assert one.act_as_printed == "Section 100A(4) of the Local Government Act 1972"


PASS = (
    "The Council to pass a resolution excluding the press and public from the meeting in accordance with Section 1(2) of the "
    "Public Bodies (Admission to Meetings) Act 1960."
)


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        (PASS, [Outcome.UNCLEAR]),
        (f"{PASS}\nResolved.", [Outcome.CARRIED]),
        ("It was resolved to exclude the public to discuss the new Clerk.", [Outcome.CARRIED]),
        ("The motion to exclude the press and public was lost.", [Outcome.LOST]),
        ("Meetings from which the press and public are excluded may not be filmed.", []),
        ("It was not necessary to exclude press and public.", []),
        ("This would be discussed after a resolution to exclude the public.", []),
        ("The public were thanked for coming.", []),
    ],
)
def test_a_printed_motion_is_unclear_and_a_notice_is_none(read: Reader, text: str, outcomes: list[Outcome]) -> None:
    assert [one.outcome for one in excluded(read, text)] == outcomes


def test_the_act_of_1960_is_cited_with_its_section(read: Reader) -> None:
    [one] = excluded(read, PASS)
    assert one.act_as_printed == "Section 1(2) of the Public Bodies (Admission to Meetings) Act 1960"
    assert one.paragraphs == ()


@pytest.mark.parametrize(
    "act",
    [
        "regulation 14(2) of the Licensing Act 2003 (Hearings) Regulations 2005",
        (
            "Regulation 4(2)(b) of the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) "
            "Regulations 2012"
        ),
        "Section 50A(4) of the Local Government (Scotland) Act 1973",
    ],
)
def test_regulations_are_cited_as_printed(read: Reader, act: str) -> None:
    [one] = excluded(read, f"RESOLVED that the press and public be excluded under {act} while the Panel deliberated.")
    assert one.act_as_printed == act


def test_of_two_laws_the_one_cited_with_its_section_is_given(read: Reader) -> None:
    [one] = excluded(
        read,
        "RESOLVED that, having regard to the Data Protection Act 2018, the public be excluded under section 100A(4) of the Local "
        "Government Act 1972.",
    )
    assert one.act_as_printed == "section 100A(4) of the Local Government Act 1972"
