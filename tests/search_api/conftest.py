"""An invented archive for the read path, written as records, so that these tests need no reader of files.

Real writers store it. The cases are those of real minutes: a lost motion beside a carried one, votes without names, names with
votes, clauses over a page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.embedding.hashing import HashingEmbedder
from index.ids import chunk_id
from index.ids import document_id
from index.ids import fingerprint
from index.ids import item_id
from index.ids import limb_id
from index.ids import meeting_id
from index.opening import begin_archive
from index.opening import open_archive
from index.passages import Chunk
from index.passages import ChunkKind
from index.passages import indexed_text
from index.ports import Archive
from index.ports import Deposit
from index.records import AgendaItem
from index.records import Attendance
from index.records import DecisionLimb
from index.records import Force
from index.records import Meeting
from index.records import Motion
from index.records import MotionKind
from index.records import Outcome
from index.records import Presence
from index.records import RecordedVote
from index.records import RecordState
from index.records import Tally
from index.records import Vote
from index.restriction import Restriction
from index.settings import ArchiveSettings
from index.sources import DocumentKind
from index.sources import Origin
from index.sources import Page
from index.sources import SourceDocument
from index.sources import SourceSpan
from index.sources import Stated
from index.views import embed_views
from ingest.chunking import context_of
from search_api.app import create_app
from search_api.search import Searcher
from search_api.settings import AppSettings
from search_api.settings import SearchSettings

COMMITTED = "2026-01-02T03:04:05+00:00"
PAGE_BREAK = "\f"


@dataclass(frozen=True)
class Clause:
    """A clause to be printed: `label) cue text`; a page break may stand inside its text."""

    text: str
    outcome: Outcome = Outcome.CARRIED
    cue: str = "Decision"
    label: str | None = None
    printed: str | None = None
    tally: tuple[int, int] | None = None
    unanimous: bool = False
    recorded: RecordedVote | None = None
    mover: str | None = None
    seconder: str | None = None
    force: Force = Force.AGREED
    kind: MotionKind = MotionKind.SUBSTANTIVE


@dataclass(frozen=True)
class Left:
    """A line that says that somebody left."""

    name: str
    when: str


@dataclass(frozen=True)
class Moved:
    """A motion whose fate is not printed."""

    text: str
    mover: str


Line = str | Clause | Left | Moved


@dataclass(frozen=True)
class Point:
    """A point of business."""

    number: str | None
    title: str | None
    lines: tuple[Line, ...]
    restriction: Restriction = Restriction.OPEN
    minute_number: str | None = None


@dataclass(frozen=True)
class Minutes:
    """A document that records one meeting."""

    path: str
    points: tuple[Point, ...]
    council: str | None = None
    body: str | None = None
    day: dt.date | None = None
    kind: DocumentKind = DocumentKind.MINUTES
    state: RecordState = RecordState.NOT_STATED


def point(number: str | None, title: str | None, *lines: Line, minute_number: str | None = None) -> Point:
    return Point(number, title, lines, minute_number=minute_number)


@dataclass
class _Press:
    """Prints words onto pages and says where they stand."""

    document: str
    pages: list[str] = field(default_factory=lambda: [""])

    def put(self, text: str) -> tuple[SourceSpan, ...]:
        spans = []
        for number, part in enumerate(text.split(PAGE_BREAK)):
            if number:
                self.pages.append("")
            start = len(self.pages[-1])
            self.pages[-1] += part
            spans.append(SourceSpan(self.document, len(self.pages), start, len(self.pages[-1])))
        return tuple(spans)


def deposit_of(minutes: Minutes) -> Deposit:
    """Lay a meeting out on pages and return all that is stored for it, with a span for every fact."""
    identifier = document_id(minutes.path, fingerprint(repr(minutes).encode()))
    press = _Press(identifier)
    meeting_name = meeting_id(identifier, 1)
    items = [_item(press, item_id(meeting_name, number), number, one) for number, one in enumerate(minutes.points, start=1)]
    meeting = Meeting(
        id=meeting_name,
        document_id=identifier,
        council=Stated() if minutes.council is None else Stated(minutes.council, Origin.SIDECAR),
        body=Stated() if minutes.body is None else Stated(minutes.body, Origin.SIDECAR),
        date=Stated() if minutes.day is None else Stated(minutes.day, Origin.FILE_NAME),
        record_state=minutes.state,
        items=tuple(items),
        attendance=tuple(one for item in items for one in item.attendance),
    )
    pages = tuple(Page(identifier, number, text) for number, text in enumerate(press.pages, start=1))
    document = SourceDocument(identifier, minutes.path, fingerprint(b""), "text/plain", minutes.kind, len(pages))
    chunks = tuple(chunk for item in items if item.restriction is Restriction.OPEN for chunk in _chunks(meeting, item))
    by_key = {(page.document_id, page.number): page for page in pages}
    vectors = embed_views(HashingEmbedder(), [indexed_text(chunk, by_key) for chunk in chunks])
    return Deposit(document, pages, (meeting,), chunks, vectors)


def _item(press: _Press, identifier: str, ordinal: int, printed: Point) -> AgendaItem:
    heading = " ".join(filter(None, (printed.number, printed.title)))
    spans = [*press.put(heading), *press.put("\n\n")]
    limbs: list[DecisionLimb] = []
    motions: list[Motion] = []
    attendance: list[Attendance] = []
    for line in printed.lines:
        if isinstance(line, Clause):
            limb, words = _limb(press, limb_id(identifier, len(limbs) + 1), line)
            limbs.append(limb)
        elif isinstance(line, Left):
            words = press.put(f"{line.name} left the meeting at {line.when}.")
            attendance.append(Attendance(line.name, Presence.LEFT, words[0], line.when))
        elif isinstance(line, Moved):
            words = press.put(line.text)
            motions.append(Motion(words, line.mover))
        else:
            words = press.put(line)
        spans.extend([*words, *press.put("\n\n")])
    return AgendaItem(
        id=identifier,
        ordinal=ordinal,
        number=printed.number,
        minute_number=printed.minute_number,
        title=printed.title,
        spans=_merged(spans),
        limbs=tuple(limbs),
        motions=tuple(motions),
        attendance=tuple(attendance),
        restriction=printed.restriction,
    )


def _limb(press: _Press, identifier: str, clause: Clause) -> tuple[DecisionLimb, tuple[SourceSpan, ...]]:
    label = press.put(f"{clause.label}) " if clause.label else "")
    cue = press.put(f"{clause.cue} {clause.printed}" if clause.printed else clause.cue)
    gap = press.put(" ")
    words = press.put(clause.text)
    vote = Vote(
        printed=clause.printed,
        span=cue[0] if clause.printed else None,
        tally=Tally(*clause.tally) if clause.tally else None,
        unanimous=clause.unanimous,
        recorded=clause.recorded,
    )
    limb = DecisionLimb(
        id=identifier,
        label=clause.label,
        spans=words,
        force=clause.force,
        outcome=clause.outcome,
        cue=cue[0],
        vote=vote if clause.printed or clause.recorded else None,
        mover=clause.mover,
        seconder=clause.seconder,
        motion_kind=clause.kind,
    )
    return limb, (*label, *cue, *gap, *words)


def _merged(spans: Sequence[SourceSpan]) -> tuple[SourceSpan, ...]:
    """Return one span a page."""
    pages = sorted({span.page for span in spans})
    of_page = {page: [span for span in spans if span.page == page] for page in pages}
    return tuple(
        SourceSpan(spans[0].document_id, page, min(s.start for s in of_page[page]), max(s.end for s in of_page[page]))
        for page in pages
    )


def _chunks(meeting: Meeting, item: AgendaItem) -> Iterator[Chunk]:
    context = context_of(meeting, item)
    yield Chunk(chunk_id(item.id, ChunkKind.PASSAGE, 1), item.id, ChunkKind.PASSAGE, item.spans, context)
    for number, limb in enumerate(item.limbs, start=1):
        yield Chunk(chunk_id(item.id, ChunkKind.DECISION, number), item.id, ChunkKind.DECISION, limb.spans, context, limb.id)


def write_archive(address: str, meetings: Sequence[Minutes], *, rebuild: bool = False) -> Archive:
    """Put the meetings through the real writer of this address, commit, and open what was committed."""
    writer = begin_archive(address, HashingEmbedder().identity, "invented", rebuild=rebuild)
    for minutes in meetings:
        writer.put(deposit_of(minutes))
    writer.commit(COMMITTED)
    return open_archive(address)


SHARED_SERVICES = point(
    None,
    "Shared Services Phase 2",
    "The Deputy Chief Executive presented the joint digital strategy. Members supported it and thanked the staff.",
    "The recently revised strategy will be forwarded to Councillor Lomax following the meeting. "
    "The help line now answers within 1 minute, and £1.2 million was set aside for new computers.",
    Left("Gavin Hale", "7.10pm"),
    "The three potential approaches to a shared Chief Executive were discussed.",
    Clause("to adopt the joint digital strategy.", label="a", printed="(unanimously)", unanimous=True, force=Force.ADOPTED),
    Clause(
        "to approve the development of a single shared leadership team for both councils, as set out in the report.",
        label="c",
        printed="(8:2)",
        tally=(8, 2),
        force=Force.APPROVED,
    ),
    Clause(
        "to agree none of the proposals within the report for a shared Chief Executive.",
        Outcome.LOST,
        label="d",
        printed="(2:8)",
        tally=(2, 8),
    ),
    Clause("to agree approach 3 within the report for a shared Chief Executive.", printed="(8:2)", tally=(8, 2)),
    Clause("to support a review of the pay policy.", label="f", printed="(unanimously)", unanimous=True),
)

ISSUE = point(
    "41",
    "Shared Services Phase 2 - Approach and Next Steps",
    "Members expressed mixed views on the appointment of a shared Chief Executive. Some recommended a delay, because the White "
    "Paper on reorganisation was still to come.",
    Clause(
        "the option of a shared Chief Executive be pursued as part of the finalisation of phase 1.",
        label="1",
        printed="(For: 7 Against: 3)",
        tally=(7, 3),
    ),
    Clause("officers develop a business case for shared directors.", label="2", printed="(unanimous)", unanimous=True),
)

CITY = point(
    "7",
    "Speed limits on Castle Street",
    "The engineer spoke of the traffic on Castle Street.",
    Clause(
        "That a speed limit of 15km/h be adopted on Castle Street.",
        Outcome.LOST,
        cue="On a vote the motion was defeated:",
        printed="For: 2 Against: 3",
        tally=(2, 3),
        recorded=RecordedVote(("Collins (M)", "Hartigan"), ("O'Dea", "Ryan (E)", "Talukder")),
        mover="Councillor Hartigan",
        seconder="Councillor Collins (M)",
    ),
    Clause(
        "That the signs on Castle Street be renewed, at the cost of the road fund, before the\fbeginning of the summer.",
        cue="It was resolved:",
        mover="Councillor Ryan (E)",
        force=Force.AGREED,
    ),
)

MEETINGS = (
    Minutes("seeds/phase-2.txt", (SHARED_SERVICES,)),
    Minutes("seeds/issue-41.txt", (ISSUE,), "Chorlmere Council", "Shared Services Joint Committee", dt.date(2020, 9, 2)),
    Minutes("larkmere/2021-03-15 Minutes.txt", (CITY,), "Larkmere City Council", "Full Council", dt.date(2021, 3, 15)),
    Minutes(
        "larkmere/2021-05-17 Minutes.txt",
        (
            point(
                "3",
                "Harbour bridge",
                "A bridge over the harbour was talked of. The Mayor outlined the reasons for not closing the harbour bridge.",
                Clause("thanks the engineer for the report on the harbour bridge.", cue="Resolved:", force=Force.THANKED),
                Clause("That the harbour bridge be deferred to July.", Outcome.DEFERRED, cue="Deferred:", force=Force.DEFERRED),
                Clause("That the harbour bridge be painted.", Outcome.WITHDRAWN, cue="Withdrawn:"),
                Moved("Councillor Hartigan moved that the harbour bridge be lit at night.", "Councillor Hartigan"),
            ),
            Point("4", "Sale of the old depot", ("The secret price was 400 groats.",), Restriction.EXEMPT),
        ),
        "Larkmere City Council",
        "Full Council",
        dt.date(2021, 5, 17),
        state=RecordState.DRAFT,
    ),
    Minutes(
        "stoke/71-19.txt",
        (
            point(
                "71/19", "Minutes of the meeting of 6 March", "Five were in favour.", Clause("to sign the minutes.", cue="RESOLVED")
            ),
            point(
                "72/19",
                "Planning",
                "07/00328/F: the extension at 19 Mill Lane was discussed. See minute 71/19. P.P.S. 2017/A was noted.",
                Clause("to object to the extension at Mill Lane.", cue="RESOLVED", force=Force.REFUSED),
                minute_number="72",
            ),
            point("73/19", "Finance", "The sum for the Mill Lane hall was 19 pounds, on page 71 of the accounts."),
            point("74/19", "Trees", "The yew tree by the church was looked at."),
        ),
        "Stoke Parish Council",
        "Parish Council",
        dt.date(2019, 4, 3),
    ),
)
"""Invented minutes. The first two are laid out as real issue pages are; the first states no date, no council and no body."""


@pytest.fixture(scope="session", params=["memory", "file"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of an archive that holds `MEETINGS`, in memory and on disk."""
    where = "memory:search-api" if request.param == "memory" else f"file:{tmp_path_factory.mktemp('archive') / 'archive'}"
    write_archive(where, MEETINGS)
    return where


@pytest.fixture(scope="session")
def commit() -> Callable[[str, int], Archive]:
    """Commit the first so many of `MEETINGS` at an address as its next generation."""
    return lambda where, count: write_archive(where, MEETINGS[:count], rebuild=True)


@pytest.fixture(scope="session")
def searcher(address: str) -> Searcher:
    return Searcher(open_archive(address), HashingEmbedder(), SearchSettings())


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[TestClient]:
    with TestClient(create_app(AppSettings(ArchiveSettings(address=address)))) as client:
        yield client


@pytest.fixture
def empty_place(tmp_path: Path) -> str:
    """An address at which nothing was ever committed."""
    return f"file:{tmp_path / 'nothing'}"
