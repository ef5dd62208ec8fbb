"""A file read on the spot, over real HTTP: what is told, what is withheld, what is refused, and that nothing is left behind."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import httpx
import pytest

from index.opening import committed_manifest
from search_api.boundary import LOG
from search_api.schemas_reading import DeskOut
from search_api.schemas_reading import ReadingLineOut
from search_api.schemas_reading import ReadingOut
from search_api.schemas_reading import RefusedOut
from search_api.schemas_state import ProblemOut
from tests.ui.desk_api import desk_api
from ui.desk import watching
from ui.desk.reading import read_file
from ui.desk.routes import MOST_BYTES
from ui.desk.watching import Readers
from ui.desk.watching import lines_of

TESTS = Path(__file__).parents[2]
SAMPLE = TESTS / "corpus" / "sample"
BROKEN = TESTS / "corpus" / "broken"
ALDERMERE = SAMPLE / "aldermere-borough-council"
COUNCIL = ALDERMERE / "full-council" / "2020-11-12 Minutes.pdf"
CABINET = ALDERMERE / "cabinet" / "2022-02-08 Minutes.docx"
SCRUTINY = ALDERMERE / "overview-and-scrutiny-committee" / "2021-07-20 Minutes.md"
EXEMPT = SAMPLE / "aldermere-and-tarnbrook" / "shared-services-joint-committee" / "Appendix C - Chief Executive options.md"
ISSUE = SAMPLE / "tarnbrook-district-council" / "cabinet" / "mgAi-2087.html"
LOCKED = (BROKEN / "encrypted.pdf").read_bytes()
WEB = ALDERMERE / "full-council" / "mgAi-4417.html"
CANARIES = (TESTS / "gold" / "canaries.txt").read_text(encoding="utf-8").split()
SECONDS = 90
LOGGED = 30


@pytest.fixture(scope="module")
def desk(sample: str) -> Iterator[str]:
    with desk_api(sample) as address:
        yield address


def sent(desk: str, name: str, content: bytes) -> httpx.Response:
    return httpx.post(f"{desk}/v1/readings", params={"name": name}, content=content, timeout=SECONDS)


def told(name: str, content: bytes) -> list[ReadingLineOut]:
    """What the child tells, without the seconds that starting one takes."""
    heard: list[ReadingLineOut] = []
    read_file(name, content, heard.append)
    return heard


def lines(desk: str, name: str, content: bytes) -> list[ReadingLineOut]:
    reply = sent(desk, name, content).raise_for_status()
    assert reply.headers["content-type"] == "application/x-ndjson"
    return [ReadingLineOut.model_validate_json(line) for line in reply.text.splitlines()]


def reading(path: Path) -> ReadingOut:
    read = told(path.name, path.read_bytes())[-1].reading
    assert read is not None
    return read


def refusal(name: str, content: bytes) -> RefusedOut:
    refused = told(name, content)[-1].refused
    assert refused is not None
    return refused


def test_the_desk_says_what_it_reads(desk: str) -> None:
    offered = DeskOut.model_validate_json(httpx.get(f"{desk}/v1/readings").raise_for_status().content)
    assert {"pdf", "docx", "html", "md", "txt"} <= set(offered.endings)
    assert offered.most_bytes == MOST_BYTES


def test_every_page_is_told_before_the_items_and_the_reading_comes_last(desk: str) -> None:
    heard = lines(desk, COUNCIL.name, COUNCIL.read_bytes())
    steps = [(line.step.stage, line.step.done, line.step.total) for line in heard if line.step]
    assert steps[:4] == [("opened", 0, None), ("page", 1, 3), ("page", 2, 3), ("page", 3, 3)]
    assert [stage for stage, _, _ in steps[4:]] == ["items", "decisions"]
    read = heard[-1].reading
    assert read is not None
    assert heard == told(COUNCIL.name, COUNCIL.read_bytes())
    items = [item for meeting in read.meetings for item in meeting.items]
    assert [steps[-2][1], steps[-1][1]] == [len(items), sum(len(item.decisions) for item in items)]


def test_a_pdf_is_read_as_an_ingest_reads_it(desk: str) -> None:
    """The same file in the archive has the same items and the same clauses, word for word."""
    (meeting,) = reading(COUNCIL).meetings
    assert (meeting.council, str(meeting.date)) == ("Aldermere Borough Council", "2020-11-12")
    assert meeting.date_origin == "printed"
    asked = {"council": "Aldermere Borough Council", "since": "2020-11-12", "until": "2020-11-12", "kind": "minutes"}
    archived = httpx.get(f"{desk}/v1/decisions", params={**asked, "count": "50"}).raise_for_status().json()["items"]
    expected = [(one["text"], one["outcome"], one["printed_vote"]) for item in archived for one in item["decisions"]]
    assert expected
    assert [(one.text, one.outcome, one.printed_vote) for item in meeting.items for one in item.decisions] == expected


def test_a_lost_motion_is_read_as_lost() -> None:
    (meeting,) = reading(COUNCIL).meetings
    outcomes = {one.outcome for item in meeting.items for one in item.decisions}
    assert {"carried", "lost"} <= outcomes


@pytest.mark.parametrize("path", [SCRUTINY, CABINET, COUNCIL, WEB], ids=lambda path: str(path.suffix))
def test_every_format_has_its_items_with_their_words(path: Path) -> None:
    items = [item for meeting in reading(path).meetings for item in meeting.items]
    assert items
    assert all(piece.text for item in items for piece in item.text)


@pytest.mark.parametrize("path", [CABINET, ISSUE, EXEMPT], ids=lambda path: str(path.suffix))
def test_what_is_not_open_is_counted_and_never_told(desk: str, path: Path) -> None:
    reply = sent(desk, path.name, path.read_bytes()).raise_for_status()
    assert [canary for canary in CANARIES if canary in reply.text] == []
    read = ReadingLineOut.model_validate_json(reply.text.splitlines()[-1]).reading
    assert read is not None
    assert read.withheld or read.withheld_items


def test_a_document_that_is_not_open_as_a_whole_shows_nothing() -> None:
    read = reading(EXEMPT)
    assert read.withheld
    assert read.meetings == []


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("locked.pdf", LOCKED, "is locked with a password"),
        ("damaged.pdf", (BROKEN / "corrupt.pdf").read_bytes(), "is damaged or is no PDF"),
        ("letter.docx", (BROKEN / "not-a-docx.docx").read_bytes(), "is not a DOCX"),
        ("nothing.md", b"", "is empty"),
        ("program.exe", b"MZ\x00\x01", ".exe is not a format that is read"),
        ("no-ending", b"words", "no extension is not a format that is read"),
        ("saved.pdf", b"<!doctype html><title>Sign in</title>", "is a web page, not a PDF"),
        ("picture.pdf", b"\x89PNG\r\n\x1a\n" + bytes(200), "is damaged or is no PDF"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_reason_and_a_remedy(name: str, content: bytes, reason: str) -> None:
    refused = refusal(name, content)
    assert refused.reason.startswith(reason)
    assert refused.remedy


def test_a_reason_never_holds_words_of_the_file() -> None:
    content = b"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages Quillonbrae >> endobj\ntrailer << /Root 1 0 R /Size Vostrander >>\n%%EOF"
    refused = refusal("bent.pdf", content)
    assert "Quillonbrae" not in refused.reason
    assert "Vostrander" not in refused.reason


def test_a_file_that_is_too_large_is_answered_413_and_one_that_is_not_is_read(desk: str) -> None:
    reply = sent(desk, "large.txt", bytes(MOST_BYTES + 1))
    assert reply.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE
    assert "larger than 25 MB" in ProblemOut.model_validate_json(reply.content).detail
    assert lines(desk, "large.txt", b" " * MOST_BYTES)[-1].refused is not None


def test_other_paths_still_take_no_more_than_they_did(desk: str) -> None:
    reply = httpx.post(f"{desk}/v1/briefing", content=bytes(100_000))
    assert reply.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE


def test_a_file_needs_a_name(desk: str) -> None:
    reply = httpx.post(f"{desk}/v1/readings", content=b"words")
    assert reply.status_code == httpx.codes.UNPROCESSABLE_ENTITY


def test_the_archive_is_the_same_after_a_reading_and_nothing_lies_about(desk: str, sample: str) -> None:
    before = committed_manifest(sample), httpx.get(f"{desk}/v1/status").json()
    lines(desk, SCRUTINY.name, SCRUTINY.read_bytes())
    assert (committed_manifest(sample), httpx.get(f"{desk}/v1/status").json()) == before
    assert list(Path(tempfile.gettempdir()).glob("minutebook-desk-*")) == []


class _Listening(logging.Handler):
    """Keeps what is logged, and tells when a reading was."""

    def __init__(self) -> None:
        super().__init__()
        self.written = ""
        self.read = Event()

    def emit(self, record: logging.LogRecord) -> None:
        self.written += record.getMessage()
        if "/v1/readings" in self.written:
            self.read.set()


def test_the_log_holds_neither_the_name_nor_the_words(desk: str, caplog: pytest.LogCaptureFixture) -> None:
    listening = _Listening()
    LOG.addHandler(listening)
    try:
        caplog.set_level(logging.DEBUG, LOG.name)
        lines(desk, "2021-07-20 Kestrelwing.md", b"# Panel\n\n1. Osprey\n\nRESOLVED: That the osprey be fed.\n")
        assert listening.read.wait(LOGGED)  # the line is written when the reply is out, on the server's own thread
    finally:
        LOG.removeHandler(listening)
    assert "Kestrelwing" not in listening.written
    assert "sprey" not in listening.written


def test_a_name_that_leads_elsewhere_is_only_a_name(desk: str) -> None:
    read = lines(desk, "../../etc/minutes.md", b"1. Osprey\n\nRESOLVED: That the osprey be fed.\n")[-1].reading
    assert read is not None
    assert [meeting.document for meeting in read.meetings] == ["minutes.md"]


def test_a_refusal_comes_over_the_wire_too(desk: str) -> None:
    assert lines(desk, "locked.pdf", LOCKED) == told("locked.pdf", LOCKED)


def test_a_reading_that_takes_too_long_is_ended_and_says_so() -> None:
    async def too_long() -> list[bytes]:
        return [line async for line in lines_of(Readers(), "a.pdf", COUNCIL.read_bytes(), 0.0)]

    (line,) = asyncio.run(too_long())
    refused = ReadingLineOut.model_validate_json(line).refused
    assert refused is not None
    assert "not read within" in refused.reason


def test_a_child_that_was_made_ready_reads_the_next_file_and_one_that_is_not_needed_ends() -> None:
    async def twice() -> list[bytes]:
        readers = Readers()
        readers.make_ready()
        readers.make_ready()
        heard = [line async for line in lines_of(readers, SCRUTINY.name, SCRUTINY.read_bytes(), SECONDS)]
        readers.make_ready()
        await readers.close()
        return heard

    assert ReadingLineOut.model_validate_json(asyncio.run(twice())[-1]).reading is not None


def test_a_child_that_breaks_off_leaves_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A real child, of a program that begins as ours does and then ends as a hostile file might make it end."""
    monkeypatch.setattr(watching, "_CHILD", ("-c", "print('{\"step\":{}}', flush=True); import os; os.abort()"))

    async def broken_off() -> list[bytes]:
        return [line async for line in lines_of(Readers(), "a.pdf", b"x", SECONDS)]

    step, last = asyncio.run(broken_off())
    assert step.startswith(b'{"step"')
    refused = ReadingLineOut.model_validate_json(last).refused
    assert refused is not None
    assert "broke off" in refused.reason
