"""In which order does a folder become an archive?

The one place that knows the stages: discover, read, segment, withhold, chunk, embed, put, commit. One document's failure is one
line in the report; the rest go on. Nothing is visible until the single commit at the end, and a document that can no longer be
read keeps what the archive held of it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import UTC
from datetime import datetime
from pathlib import Path
from time import monotonic

from index.errors import SpanError
from index.errors import UnfitDepositError
from index.ids import text_digest
from index.manifest import Counts
from index.opening import begin_archive
from index.opening import open_archive
from index.passages import Chunk
from index.passages import indexed_text
from index.ports import ArchiveWriter
from index.ports import Deposit
from index.ports import Embedder
from index.records import Meeting
from index.restriction import may_be_indexed
from index.sources import Page
from index.sources import SourceDocument
from index.sources import SourceSpan
from index.views import embed_views
from ingest.chunking import chunks_of
from ingest.discover import Found
from ingest.discover import discover
from ingest.errors import RefusedError
from ingest.facts import Facts
from ingest.keeping import keep
from ingest.keeping import left_out_before
from ingest.reading.opening import read
from ingest.reading.pages import Reading
from ingest.reading.pages import Told
from ingest.reading.pages import nobody
from ingest.report import AroundCounts
from ingest.report import IngestReport
from ingest.report import Progress
from ingest.report import Refusal
from ingest.segmenting.meeting import Segmented
from ingest.segmenting.meeting import segment
from ingest.settings import IngestSettings

READING_VERSION = 15
"""Raised with every change of the rules that read: an archive read by other rules is read again, keeping its vectors."""

_WITHHELD = "[withheld: not open to the public]"
_log = logging.getLogger(__name__)


def quiet(_progress: Progress) -> None:
    """Say nothing of progress."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document read and cut, waiting for its vectors; `texts` has one entry a chunk."""

    document: SourceDocument
    pages: tuple[Page, ...]
    meetings: tuple[Meeting, ...]
    chunks: tuple[Chunk, ...]
    texts: tuple[str, ...]
    withheld: int


@dataclass(slots=True)
class Tallying:
    """Counts that grow while an ingest runs; they end in the report."""

    refused: list[Refusal] = field(default_factory=list)
    unread: list[Refusal] = field(default_factory=list)
    withheld_items: int = 0
    withheld_documents: set[str] = field(default_factory=set)
    around: AroundCounts = field(default_factory=AroundCounts)
    withdrawn: int = 0
    embedded: int = 0
    reused: int = 0
    reading_seconds: float = 0.0


def run_ingest(
    folder: Path,
    address: str,
    embedder: Embedder,
    settings: IngestSettings,
    *,
    stated: Facts | None = None,
    rebuild: bool = False,
    progress: Callable[[Progress], None] = quiet,
) -> IngestReport:
    """Bring the archive at `address` up to date with a folder; `stated` are facts given by flags, for every file.

    Raises `FolderError`, `SidecarError` and the archive errors; a file that cannot be read is a `Refusal` in the report.
    """
    started, before = monotonic(), left_out_before(address)
    rules = f"reading {READING_VERSION}, passages of {settings.passage_words} words"
    writer = begin_archive(address, embedder.identity, rules, rebuild=rebuild)
    try:
        found = discover(folder, writer.known(), stated or Facts())
        tallying = Tallying(refused=[Refusal(refusal.path, refusal.reason, refusal.remedy) for refusal in found.refused])
        fresh = _prepared(writer, (*found.new, *found.changed), settings, tallying, progress)
        changed = _bring_up_to_date(writer, embedder, _batches(fresh, settings.batch), found.gone, tallying)
        counts, generation = _commit(writer, address, changed=changed)
    finally:
        writer.abandon()
    report = IngestReport(
        new=_stored(found.new, tallying),
        changed=_stored(found.changed, tallying),
        gone=len(found.gone),
        unchanged=len(found.unchanged),
        refused=tuple(tallying.refused),
        unread=tuple(tallying.unread),
        withheld_items=tallying.withheld_items,
        withheld_documents=len(tallying.withheld_documents),
        around=tallying.around,
        embedded=tallying.embedded,
        reused=tallying.reused,
        seconds=monotonic() - started,
        reading_seconds=tallying.reading_seconds,
        generation=generation,
        counts=counts,
        notices=found.notices,
    )
    keep(address, report, before, frozenset(file.path for file in found.unchanged))
    return report


def _stored(files: Sequence[Found], tallying: Tallying) -> int:
    left_out = {refusal.path for refusal in tallying.refused} | tallying.withheld_documents
    return sum(file.path not in left_out for file in files)


def _bring_up_to_date(
    writer: ArchiveWriter, embedder: Embedder, batches: Iterator[list[Prepared]], gone: Sequence[str], tallying: Tallying
) -> bool:
    """Put what is new or changed, remove what is gone; return whether anything was done."""
    for document in gone:
        writer.remove(document)
    stored = 0
    for batch in batches:
        _store(writer, embedder, batch, tallying)
        stored += len(batch)
    return bool(gone or stored or tallying.withdrawn)


def _prepared(
    writer: ArchiveWriter,
    fresh: Sequence[Found],
    settings: IngestSettings,
    tallying: Tallying,
    progress: Callable[[Progress], None],
) -> Iterator[Prepared]:
    """Read the files one by one; what cannot be read is a line in the report."""
    known = writer.known()
    for done, found in enumerate(fresh, 1):
        started = monotonic()
        prepared = _read_one(found, settings, tallying)
        tallying.reading_seconds += monotonic() - started
        progress(Progress("reading and embedding", done, len(fresh)))
        if prepared is not None:
            yield prepared
        elif found.path in known and not _was_refused(found, tallying):
            writer.remove(known[found.path].document_id)  # it was open once and is not any more
            tallying.withdrawn += 1


def _read_one(found: Found, settings: IngestSettings, tallying: Tallying) -> Prepared | None:
    try:
        return prepare(found, settings, tallying)
    except RefusedError as refusal:
        tallying.refused.append(Refusal(refusal.path, refusal.reason, refusal.remedy))
    except Exception as error:  # noqa: BLE001 - the one place where a single document may fail in a way nobody foresaw
        _log.debug("could not read %s", found.path, exc_info=True)
        reason = f"{type(error).__name__} while reading: {error}"
        tallying.refused.append(Refusal(found.path, reason, "please report this with the file"))
    return None


def _was_refused(found: Found, tallying: Tallying) -> bool:
    return bool(tallying.refused) and tallying.refused[-1].path == found.path


def prepare(found: Found, settings: IngestSettings, tallying: Tallying, told: Told = nobody) -> Prepared | None:
    """Read one document, withhold what is not open, and cut the rest; `None` where the whole of it is not open.

    Raises `RefusedError`; what is counted is counted in `tallying`, and pages are told as they are read.
    """
    reading = read(found.path, found.content(), told)
    facts = found.facts(reading.facts)
    segmented = segment(found.document_id, found.path, reading, facts)
    if not may_be_indexed(segmented.restriction):
        tallying.withheld_documents.add(found.path)
        return None
    tallying.withheld_items += len(segmented.withheld)
    tallying.around = tallying.around.with_meetings(segmented.meetings)
    tallying.unread.extend(Refusal(found.path, unread.reason, unread.remedy) for unread in reading.unread)
    pages = _withhold(_pages(found.document_id, reading), [span for one in segmented.withheld for span in one.spans])
    by_key = {(page.document_id, page.number): page for page in pages}
    chunks = tuple(chunk for meeting in segmented.meetings for chunk in chunks_of(meeting, by_key, settings.passage_words))
    return Prepared(
        document=_document(found, reading, segmented, facts),
        pages=pages,
        meetings=segmented.meetings,
        chunks=chunks,
        texts=tuple(indexed_text(chunk, by_key) for chunk in chunks),
        withheld=len(segmented.withheld),
    )


def _document(found: Found, reading: Reading, segmented: Segmented, facts: Facts) -> SourceDocument:
    return SourceDocument(
        id=found.document_id,
        path=found.path,
        fingerprint=found.fingerprint,
        media=reading.media,
        kind=segmented.kind,
        page_count=len(reading.pages),
        title=facts.title,
        published=facts.published,
        url=facts.url.value,
    )


def _pages(identifier: str, reading: Reading) -> tuple[Page, ...]:
    return tuple(Page(identifier, page.number, page.text, page.ocr) for page in reading.pages)


def _withhold(pages: tuple[Page, ...], spans: Sequence[SourceSpan]) -> tuple[Page, ...]:
    """Write over what is not open, length for length, so that the spans of what is open stay true."""
    return tuple(_covered(page, [span for span in spans if span.page == page.number]) for page in pages)


def _covered(page: Page, spans: Sequence[SourceSpan]) -> Page:
    text = page.text
    for span in spans:
        length = span.end - span.start
        text = text[: span.start] + _WITHHELD[:length].ljust(length) + text[span.end :]
    return Page(page.document_id, page.number, text, page.ocr)


def _batches(prepared: Iterator[Prepared], size: int) -> Iterator[list[Prepared]]:
    """Gather documents until their passages fill a batch: the model is quickest when it gets many at once."""
    batch: list[Prepared] = []
    passages = 0
    for document in prepared:
        batch.append(document)
        passages += len(document.chunks)
        if passages >= size:
            yield batch
            batch, passages = [], 0
    if batch:
        yield batch


def _store(writer: ArchiveWriter, embedder: Embedder, batch: list[Prepared], tallying: Tallying) -> None:
    """Embed what is not held yet, each text once, and put the documents."""
    digests = {text: text_digest(text) for document in batch for text in document.texts}
    held = dict(writer.vectors(list(digests.values())))
    missing = [text for text, digest in digests.items() if digest not in held]
    held.update(zip((digests[text] for text in missing), embed_views(embedder, missing), strict=True))
    tallying.embedded += len(missing)
    tallying.reused += sum(len(document.texts) for document in batch) - len(missing)
    for document in batch:
        vectors = tuple(held[digests[text]] for text in document.texts)
        deposit = Deposit(document.document, document.pages, document.meetings, document.chunks, vectors, document.withheld)
        try:
            writer.put(deposit)
        except (UnfitDepositError, SpanError) as error:  # one document's fault is one line; a full disk ends the run
            tallying.refused.append(Refusal(document.document.path, str(error), "please report this with the file"))


def _commit(writer: ArchiveWriter, address: str, *, changed: bool) -> tuple[Counts, int]:
    """Commit what was done; with nothing done, the committed archive stands as it is, unless its format is an older one."""
    if changed or not writer.known() or writer.outdated():
        manifest = writer.commit(datetime.now(UTC).isoformat(timespec="seconds"))
    else:
        manifest = open_archive(address).manifest
    return manifest.counts, manifest.generation
