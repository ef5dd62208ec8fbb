"""How is a deposit laid down in the tables?

Writes one document after another into the catalogue of the next generation, each whole or not at all, and says what is held.
Takes deposits that were found fit; never touches the two indexes, which are built from these tables when all is in.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from itertools import chain

from index.errors import UnfitDepositError
from index.errors import UnknownRecordError
from index.ids import text_digest
from index.local.codec import CHUNK
from index.local.codec import DOCUMENT
from index.local.codec import MEETING
from index.manifest import Counts
from index.passages import indexed_text
from index.people import noted_names
from index.ports import Deposit
from index.ports import KnownDocument
from index.records import Meeting
from index.rolls import names_voters
from index.rolls import printed_names
from index.rolls import votes_of
from index.text import tokens

_COUNTS = """
SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM pages), (SELECT count(*) FROM meetings),
       (SELECT count(*) FROM items), (SELECT count(*) FROM limbs), (SELECT count(*) FROM chunks),
       (SELECT coalesce(sum(withheld), 0) FROM documents),
       (SELECT count(*) FROM meetings m, json_tree(m.record, '$.items') fact
        WHERE m.record LIKE '%"unclear"%' AND fact.atom = 'unclear' AND fact.key IN ('outcome', 'presence', 'left'))
"""


def store(connection: sqlite3.Connection, deposit: Deposit, reading: str) -> tuple[str, ...]:
    """Write a deposit in place of the document with its path; return the digest of each chunk's indexed text, in order.

    Raises `UnfitDepositError` where its ids clash, `SpanError` where a span lies outside its page; nothing is written then.
    """
    pages = {(page.document_id, page.number): page for page in deposit.pages}
    texts = [indexed_text(chunk, pages) for chunk in deposit.chunks]
    digests = tuple(text_digest(text) for text in texts)
    with _whole_or_not_at_all(connection, deposit.document.path):
        connection.execute("DELETE FROM documents WHERE path = ?", (deposit.document.path,))
        _store_document(connection, deposit, reading)
        for position, meeting in enumerate(deposit.meetings):
            _store_meeting(connection, deposit.document.id, position, meeting)
        rows = zip(deposit.chunks, digests, texts, strict=True)
        connection.executemany(
            "INSERT INTO chunks VALUES (?, ?, ?, ?, ?)",
            [(chunk.id, chunk.item_id, digest, " ".join(tokens(text)), CHUNK.write(chunk)) for chunk, digest, text in rows],
        )
    return digests


def remove(connection: sqlite3.Connection, document_id: str) -> None:
    """Delete a document and all below it; raises `UnknownRecordError`."""
    if not connection.execute("DELETE FROM documents WHERE id = ?", (document_id,)).rowcount:
        raise UnknownRecordError("document", document_id)


def note_all_people(connection: sqlite3.Connection, where: str) -> None:
    """Note the people of every item held: a catalogue of format 1 has none noted, and some of its files may be gone."""
    for (record,) in connection.execute("SELECT record FROM meetings").fetchall():
        _note_people(connection, MEETING.read(record, where))


def list_all_rolls(connection: sqlite3.Connection, where: str) -> None:
    """List the votes and names of every item held: a catalogue of format 1 or 2 has none listed."""
    for (record,) in connection.execute("SELECT record FROM meetings").fetchall():
        _list_rolls(connection, MEETING.read(record, where))


def known(connection: sqlite3.Connection, reading: str) -> Mapping[str, KnownDocument]:
    """Return what is held by path; what another version of the reading rules read has a fingerprint like no file's."""
    rows = connection.execute("SELECT path, id, iif(reading = ?, fingerprint, '') FROM documents", (reading,))
    return {path: KnownDocument(document_id, fingerprint) for path, document_id, fingerprint in rows}


def counts(connection: sqlite3.Connection) -> Counts:
    """Return how much is held."""
    return Counts(*connection.execute(_COUNTS).fetchone())


def chunk_tokens(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """Return each chunk's id and its tokens joined by spaces, ids ascending."""
    yield from connection.execute("SELECT id, tokens FROM chunks ORDER BY id")


def chunk_digests(connection: sqlite3.Connection) -> dict[int, str]:
    """Return the digest of each chunk's indexed text, ids ascending."""
    return dict(connection.execute("SELECT id, digest FROM chunks ORDER BY id"))


def _store_document(connection: sqlite3.Connection, deposit: Deposit, reading: str) -> None:
    document = deposit.document
    connection.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            document.id,
            document.path,
            document.fingerprint,
            reading,
            document.kind,
            deposit.withheld,
            DOCUMENT.write(document),
        ),
    )
    connection.executemany(
        "INSERT INTO pages VALUES (?, ?, ?, ?)",
        [(document.id, page.number, int(page.ocr), page.text) for page in deposit.pages],
    )


def _store_meeting(connection: sqlite3.Connection, document_id: str, position: int, meeting: Meeting) -> None:
    day = meeting.date.value
    connection.execute(
        "INSERT INTO meetings VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            meeting.id,
            document_id,
            position,
            meeting.council.value,
            meeting.body.value,
            None if day is None else day.isoformat(),
            MEETING.write(meeting),
        ),
    )
    connection.executemany(
        "INSERT INTO items VALUES (?, ?, ?, ?)",
        [(item.id, meeting.id, place, int(bool(item.limbs))) for place, item in enumerate(meeting.items)],
    )
    limbs = chain.from_iterable([(limb.id, item.id, limb.outcome) for limb in item.limbs] for item in meeting.items)
    connection.executemany("INSERT INTO limbs VALUES (?, ?, ?)", limbs)
    _note_people(connection, meeting)
    _list_rolls(connection, meeting)


def _note_people(connection: sqlite3.Connection, meeting: Meeting) -> None:
    noted = ((item.id, name) for item in meeting.items for name in noted_names(item))
    connection.executemany("INSERT INTO people VALUES (?, ?)", noted)


def _list_rolls(connection: sqlite3.Connection, meeting: Meeting) -> None:
    voted = ((limb.id, place, int(names_voters(limb))) for item in meeting.items for place, limb in votes_of(item))
    connection.executemany("INSERT INTO votes VALUES (?, ?, ?)", voted)
    named = ((item.id, one.role, one.place, one.name) for item in meeting.items for one in printed_names(item))
    connection.executemany("INSERT INTO printed VALUES (?, ?, ?, ?)", named)


@contextmanager
def _whole_or_not_at_all(connection: sqlite3.Connection, path: str) -> Iterator[None]:
    connection.execute("SAVEPOINT deposit")
    whole = False
    try:
        yield
        whole = True
    except sqlite3.IntegrityError as error:
        raise UnfitDepositError(path, f"an id of it stands for something else already: {error}") from error
    finally:
        # A full disk may have undone the whole write already; then there is no savepoint left, and `commit` refuses.
        if connection.in_transaction:
            connection.execute("RELEASE deposit" if whole else "ROLLBACK TO deposit")
