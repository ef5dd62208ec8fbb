"""Every `Register`: the list of all meetings held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from index.embedding.hashing import HashingEmbedder
from index.opening import begin_archive
from index.opening import open_archive
from index.ports import Deposit
from index.ports import Sitting
from index.records import RecordState
from index.sources import DocumentKind

Invent = Callable[..., Deposit]


def test_every_meeting_is_listed_once_documents_by_id_and_within_one_in_order(address: str, invent: Invent) -> None:
    deposits = [
        invent("a.pdf", "Apologies.", day=date(2019, 6, 11), sittings=11),
        invent("b.pdf", "Noted.", council=None, body=None, day=None, kind=DocumentKind.AGENDA),
    ]
    writer = begin_archive(address, HashingEmbedder().identity, "1")
    for deposit in deposits:
        writer.put(deposit)
    writer.commit("2024-01-02T03:04:05Z")
    expected = tuple(
        Sitting(
            deposit.document.id,
            deposit.document.kind,
            meeting.council.value,
            meeting.body.value,
            meeting.date.value,
            RecordState.NOT_STATED,
        )
        for deposit in sorted(deposits, key=lambda one: one.document.id)
        for meeting in deposit.meetings
    )
    assert open_archive(address).register.sittings() == expected
    assert len(expected) == 12


def test_an_archive_of_nothing_lists_no_meeting(address: str) -> None:
    begin_archive(address, HashingEmbedder().identity, "1").commit("2024-01-02T03:04:05Z")
    assert open_archive(address).register.sittings() == ()
