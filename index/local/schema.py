"""Which tables hold the truth?

Documents, their pages and meetings, the agenda items, decision limbs, votes and names on these, the chunks, and the words of
them all. A record is stored whole as JSON; the columns beside it are there to be filtered and counted by. Deleting a document
takes everything below it along; the words are counted anew at every commit.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

_TABLES = """
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    reading TEXT NOT NULL, -- the version of the reading rules it was read with
    kind TEXT NOT NULL,
    withheld INTEGER NOT NULL,
    record TEXT NOT NULL
) STRICT;

CREATE TABLE pages (
    document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    number INTEGER NOT NULL,
    ocr INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (document_id, number)
) STRICT;

CREATE TABLE meetings (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    position INTEGER NOT NULL,
    council TEXT,
    body TEXT,
    date TEXT, -- ISO 8601, so that text order is date order
    record TEXT NOT NULL
) STRICT;

CREATE TABLE items (
    id TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings ON DELETE CASCADE,
    position INTEGER NOT NULL,
    decided INTEGER NOT NULL
) STRICT;

CREATE TABLE limbs (
    id TEXT PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES items ON DELETE CASCADE,
    outcome TEXT NOT NULL
) STRICT;

CREATE TABLE chunks (
    id INTEGER PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES items ON DELETE CASCADE,
    digest TEXT NOT NULL, -- of the indexed text: finds the vector of a text that was embedded before
    tokens TEXT NOT NULL, -- of the indexed text, joined by spaces: the keyword index is built from these
    record TEXT NOT NULL
) STRICT;

CREATE INDEX documents_by_kind ON documents (kind);
CREATE INDEX meetings_by_document ON meetings (document_id, position);
CREATE INDEX meetings_by_council ON meetings (council);
CREATE INDEX meetings_by_body ON meetings (body);
CREATE INDEX meetings_by_date ON meetings (date);
CREATE INDEX items_by_meeting ON items (meeting_id, position, decided);
CREATE INDEX limbs_by_item ON limbs (item_id, outcome);
CREATE INDEX limbs_by_outcome ON limbs (outcome, item_id);
CREATE INDEX chunks_by_item ON chunks (item_id);
CREATE INDEX chunks_by_digest ON chunks (digest);
"""

# The tables that format 1 did not have: a copy of such a catalogue gets them here.
_TABLES_OF_FORMAT_2 = """
CREATE TABLE IF NOT EXISTS people (
    item_id TEXT NOT NULL REFERENCES items ON DELETE CASCADE,
    name TEXT NOT NULL, -- as printed
    PRIMARY KEY (item_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS vocabulary (
    word TEXT PRIMARY KEY,
    chunks INTEGER NOT NULL -- how many hold it
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS people_by_name ON people (name, item_id);
"""

# The tables that formats 1 and 2 did not have.
_TABLES_OF_FORMAT_3 = """
CREATE TABLE IF NOT EXISTS votes (
    limb_id TEXT PRIMARY KEY REFERENCES limbs ON DELETE CASCADE,
    place INTEGER NOT NULL, -- of the limb in its item, from 0
    recorded INTEGER NOT NULL -- whether the voters are named
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS printed (
    item_id TEXT NOT NULL REFERENCES items ON DELETE CASCADE,
    role TEXT NOT NULL,
    place INTEGER NOT NULL, -- of the record among those of its kind on the item, from 0
    name TEXT NOT NULL, -- as printed
    PRIMARY KEY (item_id, role, place, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS printed_by_name ON printed (name, role);
"""

# Text that is taken out, for instance because it turned out to be exempt, is overwritten and not merely unlinked.
_WRITING = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA cache_size = -65536",
)


def open_for_writing(path: Path, previous: Path | None) -> sqlite3.Connection:
    """Make the catalogue of the next generation, a copy of the previous one or empty, and return a connection to it."""
    connection = sqlite3.connect(path, isolation_level=None)
    if previous is None:
        connection.executescript(_TABLES)
    else:
        before = open_for_reading(previous)
        before.backup(connection)
        before.close()
    connection.executescript(_TABLES_OF_FORMAT_2)
    connection.executescript(_TABLES_OF_FORMAT_3)
    for pragma in _WRITING:
        connection.execute(pragma)
    return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Return a connection that cannot write; `immutable` because a committed file never changes, so nothing need be locked."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    return connection
