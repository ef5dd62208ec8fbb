"""What is suggested for a misspelt question, and how often nothing is."""

from __future__ import annotations

import uuid

import pytest

from index.embedding.hashing import HashingEmbedder
from index.opening import begin_archive
from index.opening import open_archive
from index.passages import Chunk
from index.passages import ChunkKind
from index.passages import indexed_text
from index.ports import Archive
from index.ports import Deposit
from index.records import AgendaItem
from index.records import Meeting
from index.records import RecordState
from index.sources import DocumentKind
from index.sources import Page
from index.sources import SourceDocument
from index.sources import SourceSpan
from index.sources import Stated
from index.views import embed_views
from search_api.spelling import suggestion

WORDS = "The libraries committee noted Councillor Keary and O’Brien on the budget, application 71/19 and the parking scheme."


@pytest.fixture(scope="module")
def archive() -> Archive:
    address = f"memory:{uuid.uuid4()}"
    span = SourceSpan("d", 1, 0, len(WORDS))
    item = AgendaItem("d-m1-i01", 1, "1", None, None, (span,))
    meeting = Meeting("d-m1", "d", Stated(), Stated(), Stated(), RecordState.NOT_STATED, (item,))
    page, chunk = Page("d", 1, WORDS), Chunk(1, item.id, ChunkKind.PASSAGE, (span,), "")
    vectors = embed_views(HashingEmbedder(), [indexed_text(chunk, {("d", 1): page})])
    document = SourceDocument("d", "minutes.txt", "f", "text/plain", DocumentKind.MINUTES, 1)
    writer = begin_archive(address, HashingEmbedder().identity, "1")
    writer.put(Deposit(document, (page,), (meeting,), (chunk,), vectors))
    writer.commit("2024-01-02T03:04:05Z")
    return open_archive(address)


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("what did the comittee decide", "what did the committee decide"),
        ("bugdet, comittee?", "budget, committee?"),
        ("Kearey on parkign", "Keary on parking"),
        ("BUGDET", "BUDGET"),
        ("bugdet bugdet", "budget budget"),
        ("o'brein", "o'brien"),
        ("bugdet-sheme", "budget-scheme"),
        ("comittee body:Cabinnet", "committee body:Cabinnet"),
        ('comittee "teh bugdet" -parkign 71/18', 'committee "teh bugdet" -parkign 71/18'),
        ("bugdet OR parking", "budget OR parking"),
    ],
)
def test_misspelt_words_are_replaced_and_the_rest_stays_as_typed(archive: Archive, typed: str, suggested: str) -> None:
    assert suggestion(archive, typed) == suggested


@pytest.mark.parametrize(
    "typed",
    [
        "the committee",
        "library",  # stands in the archive by its stem
        "zoology",  # nothing is spelled like it
        '"the comittee"',
        "-comittee committee",
        "body:comittee budget",
        "by:Kearey",
        "71/18",
        "comittee2",
        "comittee@example.org",
        "teh",  # too short to tell
        "about",  # a word that questions are made of
        "",
    ],
)
def test_nothing_is_suggested_where_nothing_is_surely_misspelt(archive: Archive, typed: str) -> None:
    assert suggestion(archive, typed) is None
