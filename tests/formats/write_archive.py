"""How did the archives of released formats come about?

Writes the small archive that `test_formats.py` opens: `python tests/formats/write_archive.py tests/formats/v2/archive`. Run once
for each format, by the release that introduces it; what is there already is never written again.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from index import ids
from index.embedding.hashing import HashingEmbedder
from index.opening import begin_archive
from index.passages import Chunk
from index.passages import ChunkKind
from index.passages import indexed_text
from index.ports import Deposit
from index.records import AgendaItem
from index.records import DecisionLimb
from index.records import Force
from index.records import Meeting
from index.records import Outcome
from index.records import RecordState
from index.records import Speaker
from index.records import Tally
from index.records import Vote
from index.sources import DocumentKind
from index.sources import Origin
from index.sources import Page
from index.sources import SourceDocument
from index.sources import SourceSpan
from index.sources import Stated
from index.views import embed_views

HEADING = "Shared Services Joint Committee, 2 September 2020"
SPOKE = "Councillor T. Ruddle asked what it would cost."
MINUTE = (
    f"41 A shared Chief Executive\n{SPOKE}\nProposed by Councillor P. Keller\nDecision (2:8)\n"
    "a. That a shared Chief Executive be appointed."
)
LIMB = "That a shared Chief Executive be appointed."


def deposit() -> Deposit:
    """Return the one document of the archive: a motion that was asked about, and lost by two votes to eight."""
    path = "shared-services/2020-09-02 Minutes.txt"
    fingerprint = ids.fingerprint(MINUTE.encode())
    document_id = ids.document_id(path, fingerprint)
    page = Page(document_id, 1, f"{HEADING}\n{MINUTE}")
    item_id = ids.item_id(ids.meeting_id(document_id, 1), 1)

    def span(words: str) -> SourceSpan:
        start = page.text.index(words)
        return SourceSpan(document_id, 1, start, start + len(words))

    vote = Vote("(2:8)", span("(2:8)"), Tally(2, 8))
    cue = span("Decision (2:8)")
    mover = "Councillor P. Keller"
    limb = DecisionLimb(ids.limb_id(item_id, 1), "a", (span(LIMB),), Force.AGREED, Outcome.LOST, cue, vote, mover)
    speakers = (Speaker("Councillor T. Ruddle", span(SPOKE)),)
    title = "A shared Chief Executive"
    item = AgendaItem(item_id, 1, "41", None, title, (span(MINUTE),), limbs=(limb,), speakers=speakers)
    meeting = Meeting(
        id=ids.meeting_id(document_id, 1),
        document_id=document_id,
        council=Stated("Aldermere Borough Council", Origin.SIDECAR),
        body=Stated("Shared Services Joint Committee", Origin.PRINTED, span("Shared Services Joint Committee")),
        date=Stated(date(2020, 9, 2), Origin.PRINTED, span("2 September 2020")),
        record_state=RecordState.DRAFT,
        items=(item,),
    )
    chunks = (
        Chunk(ids.chunk_id(item_id, ChunkKind.PASSAGE, 1), item_id, ChunkKind.PASSAGE, item.spans, HEADING),
        Chunk(ids.chunk_id(item_id, ChunkKind.DECISION, 1), item_id, ChunkKind.DECISION, limb.spans, HEADING, limb.id),
    )
    vectors = embed_views(HashingEmbedder(), [indexed_text(chunk, {(document_id, 1): page}) for chunk in chunks])
    document = SourceDocument(document_id, path, fingerprint, "text/plain", DocumentKind.MINUTES, 1)
    return Deposit(document, (page,), (meeting,), chunks, vectors, withheld=1)


def write(place: Path) -> None:
    """Commit the archive at `place`, where nothing may be yet."""
    writer = begin_archive(f"file:{place}", HashingEmbedder().identity, "1")
    writer.put(deposit())
    writer.commit("2024-01-02T03:04:05Z")
    (place / "lock").unlink()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    if target.exists():
        sys.exit(f"{target} is there already: archives of released formats are never written again")
    write(target)
