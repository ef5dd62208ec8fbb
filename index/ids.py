"""How is a thing named, so that the same input always has the same name?

Ids come from content and origin (path below the ingested folder and the bytes of the file), never from a clock, a counter
or a machine. Longer ids extend shorter ones, so the item of a decision and the meeting of an item can be read from the id.

    d1f6a0c2b9e44          a document
    d1f6a0c2b9e44-m1       its first meeting (an issue page holds several)
    d1f6a0c2b9e44-m1-i03   the third agenda item of that meeting
    d1f6a0c2b9e44-m1-i03-l02   the second decision limb of that item
"""

from __future__ import annotations

import hashlib


def fingerprint(content: bytes, *facts: str) -> str:
    """Return the hex SHA-256 of a file's bytes and of the facts stated about it elsewhere (sidecar, flags)."""
    digest = hashlib.sha256(content)
    for fact in facts:
        digest.update(b"\x00" + fact.encode())
    return digest.hexdigest()


def document_id(path: str, content_fingerprint: str) -> str:
    """Name a document by where it lies below the ingested folder and by what it holds."""
    return "d" + hashlib.sha256(f"{path}\x00{content_fingerprint}".encode()).hexdigest()[:12]


def meeting_id(document: str, ordinal: int) -> str:
    """Name the meeting that stands at `ordinal` (from 1) in a document."""
    return f"{document}-m{ordinal}"


def item_id(meeting: str, ordinal: int) -> str:
    """Name the agenda item that stands at `ordinal` (from 1) in a meeting."""
    return f"{meeting}-i{ordinal:02d}"


def limb_id(item: str, ordinal: int) -> str:
    """Name the decision limb that stands at `ordinal` (from 1) in an item."""
    return f"{item}-l{ordinal:02d}"


def document_of(identifier: str) -> str:
    """Return the document id inside a longer id."""
    return identifier.split("-", 1)[0]


def meeting_of(identifier: str) -> str:
    """Return the meeting id inside an item or limb id."""
    return "-".join(identifier.split("-")[:2])


def item_of(identifier: str) -> str:
    """Return the item id inside a limb id."""
    return "-".join(identifier.split("-")[:3])


def chunk_id(item: str, kind: str, ordinal: int) -> int:
    """Name a chunk by a positive 63-bit number, which every store can keep as its key."""
    digest = hashlib.blake2b(f"{item}\x00{kind}\x00{ordinal}".encode(), digest_size=8).digest()
    return int.from_bytes(digest) >> 1


def text_digest(text: str) -> str:
    """Name a text by its content, so that identical passages are embedded once."""
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
