"""Every `ArchiveWriter`, tried through the addresses that people use."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from index.embedding.hashing import HashingEmbedder
from index.errors import ArchiveBusyError
from index.errors import MissingArchiveError
from index.errors import UnfitDepositError
from index.errors import UnknownRecordError
from index.errors import WrongModelError
from index.ids import text_digest
from index.manifest import Counts
from index.manifest import ModelIdentity
from index.opening import begin_archive
from index.opening import open_archive
from index.passages import Filters
from index.passages import indexed_text
from index.ports import Archive
from index.ports import Deposit
from index.ports import KnownDocument
from index.records import Attendance
from index.records import Correction
from index.records import Interest
from index.records import Left
from index.records import Outcome
from index.records import Presence
from index.restriction import Restriction

Invent = Callable[..., Deposit]

MODEL = HashingEmbedder().identity
OTHER_MODEL = ModelIdentity("another", "0" * 64, MODEL.dimension)
NOW = "2024-01-02T03:04:05Z"


def commit(address: str, *deposits: Deposit, reading: str = "1") -> Archive:
    writer = begin_archive(address, MODEL, reading)
    for deposit in deposits:
        writer.put(deposit)
    writer.commit(NOW)
    return open_archive(address)


def digests(deposit: Deposit) -> list[str]:
    pages = {(page.document_id, page.number): page for page in deposit.pages}
    return [text_digest(indexed_text(chunk, pages)) for chunk in deposit.chunks]


def paths(archive: Archive) -> set[str]:
    items = archive.register.items(Filters(), 0, None, decided=False).item_ids
    return {document.path for document in archive.catalogue.documents([item.split("-")[0] for item in items])}


def test_where_nothing_was_committed_there_is_no_archive(address: str) -> None:
    with pytest.raises(MissingArchiveError):
        open_archive(address)


def test_an_archive_may_be_committed_empty(address: str) -> None:
    archive = commit(address)
    assert archive.manifest.counts == Counts()
    assert archive.catalogue.select(Filters()).chunk_ids == ()
    assert archive.lexical.search(["budget"], 5, None) == ()
    assert archive.dense.search(HashingEmbedder().embed_query("budget"), 5, None) == ()


def test_the_manifest_says_what_was_built_with_what(address: str, invent: Invent) -> None:
    deposit = invent("a.pdf", ("Resolved.", (Outcome.CARRIED, Outcome.LOST)), "Noted.", sittings=2, withheld=3)
    manifest = commit(address, deposit, reading="7").manifest
    assert manifest.model == MODEL
    assert manifest.reading == "7"
    assert manifest.committed == NOW
    assert manifest.counts == Counts(documents=1, pages=2, meetings=2, items=2 * 2, limbs=2 * 2, chunks=2 * (2 + 2), withheld=3)


def test_nothing_is_visible_before_the_commit(address: str, invent: Invent) -> None:
    commit(address, invent("a.pdf", "The budget."))
    writer = begin_archive(address, MODEL, "1")
    writer.put(invent("b.pdf", "The library."))
    assert paths(open_archive(address)) == {"a.pdf"}
    writer.commit(NOW)
    assert paths(open_archive(address)) == {"a.pdf", "b.pdf"}


def test_an_abandoned_write_leaves_the_old_generation_and_lets_the_next_writer_in(address: str, invent: Invent) -> None:
    before = commit(address, invent("a.pdf", "The budget.")).manifest
    writer = begin_archive(address, MODEL, "1")
    writer.put(invent("b.pdf", "The library."))
    writer.abandon()
    writer.abandon()
    assert open_archive(address).manifest == before
    assert paths(commit(address, invent("c.pdf", "The pool."))) == {"a.pdf", "c.pdf"}


def test_abandoning_after_the_commit_changes_nothing(address: str, invent: Invent) -> None:
    writer = begin_archive(address, MODEL, "1")
    writer.put(invent("a.pdf", "The budget."))
    manifest = writer.commit(NOW)
    writer.abandon()
    assert open_archive(address).manifest == manifest


def test_an_abandoned_first_write_leaves_no_archive(address: str, invent: Invent) -> None:
    writer = begin_archive(address, MODEL, "1")
    writer.put(invent("a.pdf", "The budget."))
    writer.abandon()
    with pytest.raises(MissingArchiveError):
        open_archive(address)


def test_a_second_writer_is_told_that_another_is_at_work(address: str) -> None:
    first = begin_archive(address, MODEL, "1")
    with pytest.raises(ArchiveBusyError):
        begin_archive(address, MODEL, "1")
    first.commit(NOW)
    begin_archive(address, MODEL, "1").abandon()


def test_an_open_archive_stays_as_it_was_while_others_commit(address: str, invent: Invent) -> None:
    """Three commits on, its generation has been deleted; eight threads still read the old one."""
    old = invent("a.pdf", "The leisure centre.")
    archive = commit(address, old)
    for number in range(3):
        writer = begin_archive(address, MODEL, "1")
        writer.put(invent("a.pdf", f"Something else {number}.", version=str(number)))
        writer.commit(NOW)
    chunk_ids = [chunk.id for chunk in old.chunks]

    def look(_: int) -> bool:
        found = archive.lexical.search(["leisur"], 5, None)
        near = archive.dense.search(old.vectors[0][0], 5, None)
        assert [scored.chunk_id for scored in found] == [scored.chunk_id for scored in near] == chunk_ids
        return archive.catalogue.chunks(chunk_ids) == old.chunks and archive.register.coverage(Filters()).meetings == 1

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(look, range(32)))


def test_generations_count_up(address: str) -> None:
    assert [commit(address).manifest.generation for _ in range(3)] == [1, 2, 3]


def test_a_document_with_the_same_path_is_replaced(address: str, invent: Invent) -> None:
    commit(address, invent("a.pdf", "The budget.", "The library."))
    archive = commit(address, invent("a.pdf", "The pool.", version="second"))
    assert archive.manifest.counts.documents == archive.manifest.counts.chunks == 1
    assert archive.lexical.search(["budget"], 5, None) == ()


def test_the_same_document_may_be_put_again(address: str, invent: Invent) -> None:
    deposit = invent("a.pdf", "The budget.")
    first = commit(address, deposit)
    second = commit(address, deposit, deposit)
    assert second.manifest.counts == first.manifest.counts
    assert second.lexical.search(["budget"], 5, None) == first.lexical.search(["budget"], 5, None)


def test_a_removed_document_is_in_none_of_the_three_stores(address: str, invent: Invent) -> None:
    gone, kept = invent("a.pdf", "The leisure centre."), invent("b.pdf", "The library.")
    commit(address, gone, kept)
    writer = begin_archive(address, MODEL, "1")
    writer.remove(gone.document.id)
    assert set(writer.known()) == {"b.pdf"}
    writer.commit(NOW)
    archive = open_archive(address)
    chunk_id = gone.chunks[0].id
    assert archive.catalogue.select(Filters()).chunk_ids == (kept.chunks[0].id,)
    assert archive.lexical.search(["leisur"], 5, None) == ()
    assert [scored.chunk_id for scored in archive.dense.search(gone.vectors[0][0], 5, None)] == [kept.chunks[0].id]
    assert archive.register.meeting_ids(gone.document.id) == ()
    for look in (
        lambda: archive.catalogue.chunks([chunk_id]),
        lambda: archive.catalogue.pages([(gone.document.id, 1)]),
        lambda: archive.catalogue.documents([gone.document.id]),
        lambda: archive.catalogue.meetings([gone.meetings[0].id]),
        lambda: archive.dense.score(gone.vectors[0][0], [chunk_id]),
    ):
        with pytest.raises(UnknownRecordError):
            look()


def test_only_what_is_held_can_be_removed(address: str, invent: Invent) -> None:
    deposit = invent("a.pdf", "The budget.")
    writer = begin_archive(address, MODEL, "1")
    with pytest.raises(UnknownRecordError, match=r"no document 'd000'"):
        writer.remove("d000")
    writer.put(deposit)
    writer.remove(deposit.document.id)
    with pytest.raises(UnknownRecordError):
        writer.remove(deposit.document.id)
    assert writer.known() == {}
    writer.abandon()


def test_what_is_known_includes_what_is_pending(address: str, invent: Invent) -> None:
    committed, pending = invent("a.pdf", "The budget."), invent("sub/b.pdf", "The library.")
    commit(address, committed)
    writer = begin_archive(address, MODEL, "1")
    writer.put(pending)
    assert writer.known() == {
        deposit.document.path: KnownDocument(deposit.document.id, deposit.document.fingerprint) for deposit in (committed, pending)
    }
    writer.abandon()


def test_other_reading_rules_make_every_document_new_but_keep_the_vectors(address: str, invent: Invent) -> None:
    deposit = invent("a.pdf", "The budget.")
    commit(address, deposit, reading="1")
    writer = begin_archive(address, MODEL, "2")
    assert writer.known() == {"a.pdf": KnownDocument(deposit.document.id, "")}
    assert set(writer.vectors(digests(deposit))) == set(digests(deposit))
    writer.put(deposit)
    assert writer.known()["a.pdf"].fingerprint == deposit.document.fingerprint
    writer.commit(NOW)
    assert open_archive(address).manifest.reading == "2"


def test_vectors_are_found_by_the_digest_of_their_text(address: str, invent: Invent) -> None:
    held, pending = invent("a.pdf", "The budget.", "The library. " * 50), invent("b.pdf", "The pool. " * 70)
    commit(address, held)
    writer = begin_archive(address, MODEL, "1")
    writer.put(pending)
    writer.remove(held.document.id)
    wanted = [*digests(held), *digests(pending)]
    found = writer.vectors([*wanted, "0" * 32])
    assert set(found) == set(wanted)
    for digest, matrix in zip(wanted, [*held.vectors, *pending.vectors], strict=True):
        np.testing.assert_allclose(found[digest], matrix, atol=1e-3)
    assert writer.vectors([]) == {}
    writer.abandon()


def test_vectors_handed_back_give_the_same_scores(address: str, invent: Invent) -> None:
    deposit = invent("a.pdf", "The budget.", "The library.", "The leisure centre and the pool. " * 20)
    question = HashingEmbedder().embed_query("the budget of the library")
    first = commit(address, deposit).dense.search(question, 5, None)
    writer = begin_archive(address, MODEL, "2")
    held = writer.vectors(digests(deposit))
    writer.put(replace(deposit, vectors=[held[digest] for digest in digests(deposit)]))
    writer.commit(NOW)
    assert open_archive(address).dense.search(question, 5, None) == first


def test_another_model_is_refused_with_both_names(address: str, invent: Invent) -> None:
    commit(address, invent("a.pdf", "The budget."))
    with pytest.raises(WrongModelError, match=r"hashing .* another "):
        begin_archive(address, OTHER_MODEL, "1")
    begin_archive(address, MODEL, "1").abandon()


def test_the_same_name_with_other_weights_is_another_model(address: str) -> None:
    commit(address)
    with pytest.raises(WrongModelError):
        begin_archive(address, replace(MODEL, weights="0" * 64), "1")


def test_a_rebuild_starts_from_nothing_and_the_old_generation_stays_until_the_commit(address: str, invent: Invent) -> None:
    deposit = invent("a.pdf", "The budget.")
    commit(address, deposit)
    writer = begin_archive(address, OTHER_MODEL, "1", rebuild=True)
    assert writer.known() == {}
    assert writer.vectors(digests(deposit)) == {}
    writer.put(invent("b.pdf", "The library."))
    assert paths(open_archive(address)) == {"a.pdf"}
    writer.commit(NOW)
    archive = open_archive(address)
    assert paths(archive) == {"b.pdf"}
    assert archive.manifest.model == OTHER_MODEL
    assert archive.manifest.generation == 2


def test_where_nothing_is_yet_a_rebuild_is_a_first_build(address: str) -> None:
    begin_archive(address, MODEL, "1", rebuild=True).commit(NOW)
    assert open_archive(address).manifest.generation == 1


def test_a_deposit_whose_vectors_do_not_fit_is_refused_whole(address: str, invent: Invent) -> None:
    deposit = invent("a.pdf", "The budget.", "The library.")
    first, second = deposit.vectors
    writer = begin_archive(address, MODEL, "1")
    with pytest.raises(UnfitDepositError, match=r"2 chunks and vectors for 1"):
        writer.put(replace(deposit, vectors=[first]))
    for unfit in (second[:0], second[:, :7], second[0]):
        with pytest.raises(UnfitDepositError, match=r"wanted \(1 or more, 256\)"):
            writer.put(replace(deposit, vectors=[first, unfit]))
    assert writer.known() == {}
    writer.abandon()


def test_a_page_that_is_no_text_is_refused_whole(address: str, invent: Invent) -> None:
    deposit = invent("a.pdf", "The budget.")
    writer = begin_archive(address, MODEL, "1")
    with pytest.raises(UnfitDepositError, match="page 1"):
        writer.put(replace(deposit, pages=(replace(deposit.pages[0], text="The budget. \ud83c"),)))
    assert writer.known() == {}
    writer.abandon()


def test_odd_characters_are_stored_as_they_are(address: str, invent: Invent) -> None:
    """NUL, a ligature, combining accents, right-to-left and Welsh letters: a page is kept as read."""
    words = "Cyngor \x00 ﬁnance e\u0301 \u202eabc ŵ ŷ 🏛 '; DROP TABLE pages; --"
    deposit = invent("Mïnutes – draft (1) #2.pdf", words)
    archive = commit(address, deposit)
    key = (deposit.document.id, 1)
    assert archive.catalogue.pages([key])[key].text == words
    assert archive.catalogue.documents([deposit.document.id]) == (deposit.document,)


def test_facts_stored_as_unclear_are_counted(address: str, invent: Invent) -> None:
    deposit = invent("a.pdf", "Letters without a legend.")
    [meeting, *others] = deposit.meetings
    [item, *rest] = meeting.items
    span = item.spans[0]
    doubtful = replace(
        item,
        attendance=(Attendance("Cllr Moor", Presence.UNCLEAR, span), Attendance("Cllr Hale", Presence.PRESENT, span)),
        interests=(Interest("Cllr Moor", (span,), left=Left.UNCLEAR),),
        corrections=(Correction((span,), Outcome.UNCLEAR),),
    )
    changed = replace(meeting, items=(doubtful, *rest), attendance=doubtful.attendance)
    archive = commit(address, replace(deposit, meetings=(changed, *others)))
    assert archive.manifest.counts.unclear == 1 + 1 + 1
    assert archive.catalogue.meetings([meeting.id]) == (changed,)


@pytest.mark.parametrize("restriction", [Restriction.EXEMPT, Restriction.CONFIDENTIAL, Restriction.UNCLEAR])
def test_a_chunk_of_an_item_that_is_not_open_is_refused(address: str, invent: Invent, restriction: Restriction) -> None:
    """Schedule 12A of the Local Government Act 1972: the last gate before the stores fails closed."""
    deposit = invent("a.pdf", "The terms of the lease.")
    meeting = deposit.meetings[0]
    closed = replace(meeting, items=tuple(replace(item, restriction=restriction) for item in meeting.items))
    writer = begin_archive(address, MODEL, "1")
    with pytest.raises(UnfitDepositError, match="not an open item"):
        writer.put(replace(deposit, meetings=(closed,)))
    assert writer.known() == {}
    writer.abandon()


def test_a_document_without_meetings_or_chunks_is_still_known(address: str, invent: Invent) -> None:
    archive = commit(address, invent("agenda.pdf", sittings=0, day=date(2020, 1, 1)))
    assert archive.manifest.counts == Counts(documents=1)
    writer = begin_archive(address, MODEL, "1")
    assert set(writer.known()) == {"agenda.pdf"}
    writer.abandon()
