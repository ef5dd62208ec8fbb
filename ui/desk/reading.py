"""What does this one file say?

Takes the bytes and the name of one file, reads it exactly as an ingest would, restriction included, into an archive in this
process's memory, and gives what the wire says of it. Tells how far it is. The archive that is served is never opened; the one file
that is written lies in a temporary folder and is gone at the end. Meant for a process of its own (`ui/desk/child.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from index.errors import SpanError
from index.errors import UnfitDepositError
from index.ids import fingerprint
from index.opening import begin_archive
from index.opening import open_archive
from index.opening import open_embedder
from index.ports import Archive
from index.ports import Deposit
from index.records import unclear_facts
from index.sources import DocumentKind
from index.views import embed_views
from ingest.discover import Found
from ingest.errors import RefusedError
from ingest.facts import Facts
from ingest.keeping import without_words
from ingest.pipeline import Prepared
from ingest.pipeline import Tallying
from ingest.pipeline import prepare
from ingest.settings import IngestSettings
from search_api.browsing import ItemRecord
from search_api.browsing import MeetingRecord
from search_api.browsing import read_item
from search_api.browsing import read_meeting
from search_api.present import present_item
from search_api.present import present_meeting
from search_api.schemas_reading import ReadingLineOut
from search_api.schemas_reading import ReadingOut
from search_api.schemas_reading import ReadItemOut
from search_api.schemas_reading import ReadMeetingOut
from search_api.schemas_reading import RefusedOut
from search_api.schemas_reading import StageName
from search_api.schemas_reading import StepOut

Told = Callable[[ReadingLineOut], None]

_PLACE = "memory:desk"
_NOTHING_FORESEEN = "the file cannot be read, for a reason that nobody foresaw"


def read_file(name: str, content: bytes, told: Told) -> None:
    """Read a file and tell every step, at last the reading or why there is none. Raises nothing that a file can cause."""
    tallying = Tallying()
    told(_step("opened", 0))
    try:
        with TemporaryDirectory(prefix="minutebook-desk-") as folder:
            prepared = prepare(
                _found(name, content, Path(folder)), IngestSettings(), tallying, lambda n, m: told(_step("page", n, m))
            )
        told(ReadingLineOut(reading=_reading(prepared, tallying, told)))
    except RefusedError as refusal:
        told(ReadingLineOut(refused=RefusedOut(reason=without_words(refusal.reason), remedy=refusal.remedy)))
    except (UnfitDepositError, SpanError):
        told(ReadingLineOut(refused=RefusedOut(reason=_NOTHING_FORESEEN, remedy="please report this with the file")))


def _found(name: str, content: bytes, folder: Path) -> Found:
    """Return the file as an ingest would find it; the name that was sent is never the name of a file here."""
    file = folder / "read"
    file.write_bytes(content)
    return Found(name, fingerprint(content), Facts(), file)


def _reading(prepared: Prepared | None, tallying: Tallying, told: Told) -> ReadingOut:
    unread = [RefusedOut(reason=one.reason, remedy=one.remedy) for one in tallying.unread]
    if prepared is None:
        return ReadingOut(kind=DocumentKind.OTHER.value, pages=0, meetings=[], withheld_items=0, withheld=True, unread=unread)
    archive = _held(prepared)
    meetings = [read_meeting(archive, meeting.id) for meeting in prepared.meetings]
    items = {item.id: read_item(archive, item.id) for record in meetings for item in record.items}
    told(_step("items", len(items)))
    told(_step("decisions", sum(len(record.decisions) for record in items.values())))
    return ReadingOut(
        kind=prepared.document.kind.value,
        pages=prepared.document.page_count,
        meetings=[_meeting(record, [items[item.id] for item in record.items]) for record in meetings],
        withheld_items=prepared.withheld,
        withheld=False,
        unread=unread,
    )


def _held(prepared: Prepared) -> Archive:
    """Put what was read through the real writer, into memory: what may be shown is what could be read back."""
    embedder = open_embedder("hashing")
    writer = begin_archive(_PLACE, embedder.identity, "desk", rebuild=True)
    try:
        vectors = embed_views(embedder, prepared.texts)
        writer.put(Deposit(prepared.document, prepared.pages, prepared.meetings, prepared.chunks, vectors, prepared.withheld))
        writer.commit("")
    finally:
        writer.abandon()
    return open_archive(_PLACE)


def _meeting(record: MeetingRecord, items: list[ItemRecord]) -> ReadMeetingOut:
    sitting = present_meeting(record).model_dump(exclude={"cancelled", "attendance", "items"})
    return ReadMeetingOut(**sitting, items=[_item(item) for item in items])


def _item(record: ItemRecord) -> ReadItemOut:
    shown = present_item(record)
    return ReadItemOut(
        number=shown.number,
        minute_number=shown.minute_number,
        title=shown.title,
        text=shown.text,
        decisions=shown.decisions,
        motions=shown.motions,
        unclear=unclear_facts(record.place.item),
    )


def _step(stage: StageName, done: int, total: int | None = None) -> ReadingLineOut:
    return ReadingLineOut(step=StepOut(stage=stage, done=done, total=total))
