"""What a document is, and whether its minutes are a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.records import RecordState
from index.sources import DocumentKind
from index.sources import Origin
from index.sources import Stated
from ingest.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]

AGENDA = (
    "Meeting (no. 12) of\nAldmoor Community Council\n12th April 2023\n19:00-21:00\nAgenda\n1. Welcome\n2. Sederunt and apologies\n"
    "3. Previous Minutes (approved by mail)\n4. Any other business\n"
)
MINUTES = (
    "Minutes of Meeting (no. 12) of\nAldmoor Community Council\n12th April 2023\n1. Present were: A Bell (chair), C Dale\n"
    "2. Minutes of the last meeting were approved.\n"
)
SUMMONS = (
    "To all members of Aldmoor Parish Council: you are hereby summoned to attend a meeting on Tuesday 4th June 2019\n"
    "1. To receive apologies\n2. To approve the minutes of the meeting held on 7th May 2019\n3. To consider planning\n"
)
LETTER = "Dear Editor,\nI read the minutes of Aldmoor Parish Council with dismay. Present company excepted, it was agreed by few.\n"
NEWS = "Our monthly update.\nAt the recent meeting of Aldmoor Parish Council, A Bell was elected to fill the vacancy.\n"
LISTING = "Meeting Details\nDate and Time: 2014-07-02\nFiles:\nAgenda - 2 July 2014\nMinutes - 4 June 2014\n"
DECISION = "Decision Maker: Director of Homes\nDecision status: Recommendations Approved\nDecision:\nApproved.\n"
PACK = "Public Document Pack\nAGENDA\nAudit Committee\nTuesday, 5 March 2019\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (AGENDA, DocumentKind.AGENDA),
        (MINUTES, DocumentKind.MINUTES),
        (SUMMONS, DocumentKind.AGENDA),
        (NEWS, DocumentKind.OTHER),
        (LISTING, DocumentKind.OTHER),
        (DECISION, DocumentKind.DECISION),
        (PACK, DocumentKind.PACK),
        ("CYNGOR CYMUNED LLANFAIR\nCofnodion cyfarfod misol\nPRESENNOL: Cyng. A. Huws\n", DocumentKind.MINUTES),
        ("ALDMOOR COMMUNITY COUNCIL\nMinutes of Ordinary Meeting held 14th May 2018\n2465. Police: None.\n", DocumentKind.MINUTES),
    ],
)
def test_a_document_is_told_by_its_words(read: Reader, text: str, kind: DocumentKind) -> None:
    assert read(text, path="scan-12.pdf").segmented.kind is kind


def test_a_letter_about_minutes_is_no_minutes(read: Reader) -> None:
    facts = Facts(title=Stated("Editor's Comments on Aldmoor PC Minutes", Origin.PAGE_METADATA))
    assert read(LETTER, path="comments.md", facts=facts).segmented.kind is DocumentKind.OTHER


def test_an_agenda_filled_in_afterwards_is_minutes(read: Reader) -> None:
    text = "Councillors are summoned to a meeting.\n1. Apologies\nPresent: A Bell\n2. Drains\nThe report was noted.\n"
    assert read(text, path="Agenda & Minutes August.md").segmented.kind is DocumentKind.MINUTES


@pytest.mark.parametrize(
    ("head", "state"),
    [
        ("DRAFT MINUTES\nOf the meeting held on 4 June 2019", RecordState.DRAFT),
        (
            "Page 1 of 5 ALDMOOR PARISH COUNCIL Draft (until approved at the next meeting) Minutes held on 4 June 2019",
            RecordState.DRAFT,
        ),
        ("ALDMOOR PARISH COUNCIL\nDRAFT - FOR APPROVAL AT THE NEXT MEETING\n4 June 2019", RecordState.DRAFT),
        ("UNCONFIRMED MINUTES OF A MEETING OF THE PLANNING COMMITTEE HELD ON 4 JUNE 2019", RecordState.DRAFT),
        ("PLANNING COMMITTEE\n4 JUNE 2019\nAll minutes are draft until agreed at the next meeting.", RecordState.DRAFT),
        ("Approved Minutes\nAldmoor Parish Council\n4 June 2019", RecordState.CONFIRMED),
        ("Amended minutes of the meeting held on 4 June 2019", RecordState.CORRECTED),
        ("Minutes - Draft Budget Meeting of Marsham Town Council held on 4 June 2019", RecordState.NOT_STATED),
        ("Minutes of the meeting held on 4 June 2019\nPresent: A Bell\nThe draft minutes of May were read", RecordState.NOT_STATED),
    ],
)
def test_only_minutes_that_are_called_draft_are_draft(read: Reader, head: str, state: RecordState) -> None:
    assert read(f"{head}\n1. Apologies\nNone.\n2. Close\nNone.\n").meeting.record_state is state
