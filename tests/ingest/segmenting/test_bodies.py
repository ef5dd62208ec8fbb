"""Which body met: the one a head is about, not one that somebody came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.sources import Origin
from index.sources import Stated
from ingest.facts import Facts
from ingest.reading.pages import Mark
from ingest.reading.pages import MarkKind
from ingest.reading.pages import PageText
from ingest.segmenting.header import read_head
from ingest.segmenting.running import run_together

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]

ITEMS = "\n1. Apologies\nNone.\n2. Footpaths\nThe clerk reported.\n"


@pytest.mark.parametrize(
    ("head", "body", "council"),
    [
        ("1\nOVERVIEW AND SCRUTINY COMMISSION\n24 SEPTEMBER 2009", "Overview and Scrutiny Commission", None),
        ("London Borough of Marsham\nCabinet\nMinutes - 20 June 2011", "Cabinet", "London Borough of Marsham"),
        (
            "Minutes of the meeting of the Finance and General Purposes Committee of Aylbury Town Council held on 30 April 2019",
            "Finance and General Purposes Committee",
            "Aylbury Town Council",
        ),
        (
            "MINUTES OF MEETING OF MARSHAM CITY AND COUNTY COUNCIL HOME AND SOCIAL\nDEVELOPMENT SPC",
            "Home and Social Development SPC",
            "Marsham City and County Council",
        ),
        (
            "AT A MEETING of the Highways Sub-Committee of MARSHIRE COUNTY COUNCIL",
            "Highways Sub-Committee",
            "Marshire County Council",
        ),
        (
            "Minutes of the meeting of the Full Council of Aylbury Town Council held on 8 May 2018",
            "Aylbury Town Council",
            "Aylbury Town Council",
        ),
        ("ALDMOOR\nCOMMUNITY\nCOUNCIL\nMINUTES\nOF\nTHE\n423rd\nMEETING", "Aldmoor Community Council", "Aldmoor Community Council"),
        ("Minutes of the Hillmarsh Community Board meeting held in the Boardroom", "Hillmarsh Community Board", None),
        ("CYNGOR CYMUNED LLANFAIR\nCofnodion cyfarfod misol", "Cyngor Cymuned Llanfair", "Cyngor Cymuned Llanfair"),
        (
            "MINUTES OF PROCEEDINGS AT MEETING OF THE\nMUNICIPAL DISTRICT OF WESTON MOOR JOINT\nPOLICING SUB COMMITTEE HELD IN",
            "Municipal District of Weston Moor Joint Policing Sub Committee",
            None,
        ),
        ("Minutes of Aldmoor Annual Parish Council Meeting", "Aldmoor Parish Council", "Aldmoor Parish Council"),
        ("Meeting: 10/02/2026 - Audit Committee\nA Bell | Committee Member | Expected", "Audit Committee", None),
        ("Minutes of Aldmoor Annual Parish Meeting", "Aldmoor Parish Meeting", None),
        ("MINUTES OF THE PARISH COUNCIL MEETING HELD ON 4 May 2018", "Parish Council", None),
        ("MARSHIRE BOROUGH COUNCIL\n\nPLANNING COMMITTEE\n\n6 JULY 2021", "Planning Committee", "Marshire Borough Council"),
        (
            "MARSHIRE BOROUGH COUNCIL\nPLANNING COMMITTEE\nMinutes of the meeting held on Tuesday 6 July 2021 at 6.30 pm",
            "Planning Committee",
            "Marshire Borough Council",
        ),
        (
            "Marshire Borough Council\nLicensing Sub-Committee\nMinutes of the hearing held at 10.00 am on 29th September, 2022",
            "Licensing Sub-Committee",
            "Marshire Borough Council",
        ),
        (
            "MARSHIRE BOROUGH COUNCIL\nMINUTES\nOVERVIEW AND SCRUTINY\nCOMMITTEE\nTuesday 20 July 2021",
            "Overview and Scrutiny Committee",
            "Marshire Borough Council",
        ),
        ("Aldmoor Parish Council\n\nAllotments Committee\n\nPresent: Cllr Bell", "Allotments Committee", "Aldmoor Parish Council"),
        (
            "Aldmoor Parish Council Minutes\nCommittee: Footpaths Committee\n4 May 2018",
            "Footpaths Committee",
            "Aldmoor Parish Council",
        ),
        (
            "MARSHIRE BOROUGH COUNCIL\nMINUTES OF A MEETING OF THE COUNCIL\nheld in the Council Chamber",
            "Marshire Borough Council",
            "Marshire Borough Council",
        ),
        (
            "Aldmoor Parish Council\nVillage Hall Committee has not met since March.\nHeld on 4 May 2018",
            "Aldmoor Parish Council",
            "Aldmoor Parish Council",
        ),
        ("Agriculture Division\nAldmoor Feed Mill\nVILLAGE LIAISON COMMITTEE MEETING", "Village Liaison Committee", None),
    ],
)
def test_the_head_names_the_body_and_its_council(read: Reader, head: str, body: str, council: str | None) -> None:
    meeting = read(head + ITEMS).meeting
    assert (meeting.body.value, meeting.council.value) == (body, council)


def test_a_council_that_somebody_listed_comes_from_did_not_meet(read: Reader) -> None:
    facts = Facts(title=Stated("Aldmoor Parish Council Meeting June", Origin.PAGE_METADATA))
    found = read("Councillors present: A Bell (Chair), C Dale, Marshire County Council\nItem 1 Welcome\n", facts=facts).meeting
    assert (found.body.value, found.body.origin) == ("Aldmoor Parish Council", Origin.PAGE_METADATA)


def test_two_councils_whose_members_are_listed_are_not_the_joint_committees_council(read: Reader) -> None:
    facts = Facts(council=Stated("Marshire and Westmoor", Origin.SIDECAR))
    head = "MARSHIRE AND WESTMOOR\nWASTE JOINT COMMITTEE\nMarshire Borough Council: Councillors Bell and Dale"
    meeting = read(head + ITEMS, facts=facts).meeting
    assert (meeting.body.value, meeting.council.value) == ("Waste Joint Committee", "Marshire and Westmoor")


@pytest.mark.parametrize(
    ("line", "cancelled"),
    [
        ("CANCELLED, Licensing Sub-Committee - Tuesday, 17th January, 2023 10.00 am", True),
        ("Licensing Sub-Committee - CANCELLED - Tuesday, 17th January, 2023 10.00 am", True),
        ("POSTPONED, Licensing Sub-Committee - Tuesday, 17th January, 2023 10.00 am", False),
        ("Licensing Sub-Committee - Tuesday, 17th January, 2023 10.00 am", False),
    ],
)
def test_what_became_of_a_sitting_is_no_part_of_a_bodys_name(line: str, *, cancelled: bool) -> None:
    text = f"Agenda\n{line}\nVenue: Guildhall\n"
    marks = (Mark(MarkKind.MEETING, text.index(line), text.index(line) + len(line)),)
    running = run_together("d0", (PageText(1, text, marks=marks),))
    head = read_head(running, len(text), Facts(), "page.html")
    assert (head.body.value, head.cancelled) == ("Licensing Sub-Committee", cancelled)


def test_a_line_above_the_head_that_names_another_council_yields_to_the_title(read: Reader) -> None:
    """A village newspaper's own line named the wrong parish (Stoke Ferry 2010)."""
    text = (
        "Minutes of the May meeting of Westmoor Parish Council\nMinutes of the meeting of Aldmoor Parish Council held on 4 May 2010"
    )
    facts = Facts(title=Stated("Aldmoor Parish Council Minutes", Origin.PAGE_METADATA))
    assert read(text + ITEMS, facts=facts).meeting.body.value == "Aldmoor Parish Council"


def test_a_short_form_stands_where_no_full_name_does(read: Reader) -> None:
    facts = Facts(title=Stated("Aldmoor PC - November Meeting", Origin.PAGE_METADATA))
    assert read("Present: A Bell\nWelcome.\n", facts=facts).meeting.body.value == "Aldmoor PC"


def test_who_met_is_not_stated_where_nothing_names_a_body(read: Reader) -> None:
    assert read("Held in the Hall at 7pm.\nPresent\n* A Bell\n", path="2024-03-05.md").meeting.body == Stated()
