"""Real PDFs, read by the real write path and shown over HTTP: the words quoted are marked, and no exempt word is ever shown."""

from __future__ import annotations

import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pypdfium2
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from PIL import Image
from PIL import ImageChops
from PIL import ImageDraw
from pypdf import PdfReader
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from index.embedding.hashing import HashingEmbedder
from index.opening import open_archive
from index.passages import Filters
from index.ports import Archive
from index.settings import ArchiveSettings
from index.sources import SourceDocument
from index.sources import SourceSpan
from ingest.pipeline import run_ingest
from ingest.settings import IngestSettings
from ingest.stated import stated_text
from search_api.app import create_app
from search_api.page_images.drawn import WIDTH
from search_api.page_images.drawn import opened_page
from search_api.page_images.letters import align
from search_api.page_images.letters import letters_of
from search_api.page_images.rectangles import lines_of
from search_api.places import open_items
from search_api.routes_images import MARKED
from search_api.schemas_state import ProblemOut
from search_api.settings import ApiSettings
from search_api.settings import AppSettings
from tests.conftest import SAMPLE

CANARIES = (Path(__file__).parents[2] / "gold" / "canaries.txt").read_text().split()
HEADING = "Ebbmere Borough Council\nCabinet\nMinutes of the meeting held on 2 September 2020\n"
EXEMPT = f"3. Sale of the {CANARIES[0]} depot\nNOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A\n"
PAGES = (
    HEADING + "1. Grit bins\nThe Clerk reported.\nRESOLVED: that six new grit bins be bought for the upper town.\n",
    "2. Benches\nRESOLVED: that the benches be repaired.\n" + EXEMPT,
    f"The {CANARIES[1]} offer was considered at length by all members.\nRESOLVED: that {CANARIES[1]} be told.\n",
    f"Members thanked {CANARIES[2]}.\n4. Allotments\nRESOLVED: that the rent stay as it is for another year.\n",
    "5. Trees\nRESOLVED: that the lime trees in Mill Lane be pruned before the spring.\n",
)


def _pdf(*pages: str, scan: str = "") -> bytes:
    """A PDF with a page for each text and a footer on each; `scan` is a picture of words over the last one."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842), invariant=True)
    for number, page in enumerate(pages, start=1):
        for row, line in enumerate(page.split("\n")):
            canvas.drawString(72, 770 - 16 * row, line)
        if scan and number == len(pages):
            picture = Image.new("L", (1000, 900), 255)
            ImageDraw.Draw(picture).text((40, 40), scan)
            canvas.drawImage(ImageReader(picture), 40, 40, 520, 500)
        canvas.drawString(280, 30, f"Page {number}")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("minutes")
    (made / "cabinet.pdf").write_bytes(_pdf(*PAGES))
    (made / "scanned.pdf").write_bytes(_pdf(HEADING + "1. Grit bins\nRESOLVED: that six be bought.\n", scan=CANARIES[3]))
    (made / "notes.txt").write_text(HEADING + "1. Grit bins\nRESOLVED: that six be bought.\n")
    return made


@pytest.fixture(scope="module")
def archive(folder: Path) -> Archive:
    address = f"memory:{folder}"
    run_ingest(folder, address, HashingEmbedder(), IngestSettings())
    return open_archive(address)


@pytest.fixture(scope="module")
def client(folder: Path, archive: Archive) -> Iterator[TestClient]:
    del archive
    with TestClient(_app(f"memory:{folder}", folder)) as client:
        yield client


@pytest.fixture(scope="module")
def sample_client(sample_address: str) -> Iterator[TestClient]:
    with TestClient(_app(sample_address, SAMPLE)) as client:
        yield client


def _app(address: str, documents: Path | None) -> FastAPI:
    settings = AppSettings(ArchiveSettings(address=address), api=ApiSettings(documents=documents))
    return create_app(settings, stated_text)


def _documents(archive: Archive) -> dict[str, SourceDocument]:
    """Documents by path."""
    listed = archive.register.items(Filters(), 0, None, decided=False).item_ids
    known = sorted({item_id.split("-")[0] for item_id in listed})
    return {document.path: document for document in archive.catalogue.documents(known)}


def _spans(archive: Archive, document: SourceDocument) -> list[SourceSpan]:
    """Every quoted decision of a document, page by page."""
    meetings = archive.catalogue.meetings(archive.register.meeting_ids(document.id))
    return [span for meeting in meetings for item in open_items(meeting) for limb in item.limbs for span in limb.spans]


def _image(client: TestClient, document: SourceDocument, page: int, *spans: SourceSpan) -> httpx.Response:
    asked = {"start": [span.start for span in spans], "end": [span.end for span in spans]}
    reply = client.get(f"/v1/documents/{document.id}/pages/{page}/image", params=asked)
    return httpx.Response(reply.status_code, headers=dict(reply.headers), content=reply.content)


def _problem(reply: httpx.Response) -> str:
    problem = ProblemOut.model_validate_json(reply.content)
    assert (reply.status_code, problem.status) == (404, 404)
    return problem.type.removeprefix("urn:minutebook:problem:")


def test_a_page_is_a_png_of_about_a_thousand_dots_which_may_be_kept_while_the_archive_stands(
    client: TestClient, archive: Archive
) -> None:
    cabinet = _documents(archive)["cabinet.pdf"]
    reply = _image(client, cabinet, 1)
    assert (reply.status_code, reply.headers["content-type"]) == (200, "image/png")
    assert (reply.headers["cache-control"], reply.headers[MARKED]) == ("private, no-cache", "0")
    assert abs(Image.open(io.BytesIO(reply.content)).width - WIDTH) <= 1
    path = f"/v1/documents/{cabinet.id}/pages/1/image"
    again = client.get(path, headers={"If-None-Match": reply.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.get(f"/v1/documents/{cabinet.id}").headers["cache-control"] == "no-store"


def test_marks_are_drawn_on_the_words_and_nowhere_else(client: TestClient, archive: Archive) -> None:
    cabinet = _documents(archive)["cabinet.pdf"]
    (span,) = [span for span in _spans(archive, cabinet) if span.page == 1]
    plain, marked = (_image(client, cabinet, 1, *spans) for spans in ((), (span,)))
    assert marked.headers[MARKED] == "1"
    pictures = [Image.open(io.BytesIO(reply.content)).convert("RGB") for reply in (plain, marked)]
    changed = ImageChops.difference(*pictures).convert("L").point(lambda shade: 255 if shade > 40 else 0).getbbox()
    assert changed is not None
    row = HEADING.count("\n") + 2  # the line of the decision, sixteen points a line from the top
    scale = WIDTH / 595
    baseline = (842 - 770 + 16 * row) * scale
    assert baseline - 16 * scale < changed[1] < baseline < changed[3] < baseline + 16 * scale
    assert changed[0] > 72 * scale + 20  # the word RESOLVED before it is not marked


def test_every_quoted_decision_of_the_samples_is_marked_on_its_own_letters(sample_archive: Archive) -> None:
    """The letters in the boxes, read by PDFium from the page, are those of the quotation."""
    seen = 0
    for path, document in _documents(sample_archive).items():
        spans = _spans(sample_archive, document) if path.endswith(".pdf") else []
        for number in sorted({span.page for span in spans}):
            text = sample_archive.catalogue.pages([(document.id, number)])[document.id, number].text
            with opened_page((SAMPLE / path).read_bytes(), number) as page:
                printed = page.characters()
                aligned = align(text, printed)
                _, box_of = page.draw()
                for span in (span for span in spans if span.page == number):
                    places = aligned.characters(span.start, span.end)
                    words = letters_of(text[span.start : span.end]).folded
                    assert letters_of([printed[place] for place in places]).folded == words
                    assert all(0 <= box.left < box.right <= WIDTH + 1 for box in map(box_of, places) if box.height)
                    seen += 1
    assert seen > 40


def test_the_boxes_drawn_hold_the_words_of_the_quotation_and_no_others(archive: Archive, folder: Path) -> None:
    """PDFium is asked, independently of any alignment, what stands inside the rectangles."""
    cabinet = _documents(archive)["cabinet.pdf"]
    (span,) = [span for span in _spans(archive, cabinet) if span.page == 5]
    page = archive.catalogue.pages([(cabinet.id, 5)])[cabinet.id, 5]
    with opened_page((folder / "cabinet.pdf").read_bytes(), 5) as drawn:
        _, box_of = drawn.draw()
        boxes = lines_of(box_of(place) for place in align(page.text, drawn.characters()).characters(span.start, span.end))
    scale = WIDTH / 595
    text = pypdfium2.PdfDocument(folder / "cabinet.pdf")[4].get_textpage()
    held = "".join(
        text.get_text_bounded(box.left / scale, 842 - box.bottom / scale, box.right / scale, 842 - box.top / scale) for box in boxes
    )
    assert letters_of(held).folded == letters_of(page.quote(span)).folded


def test_no_page_with_an_exempt_word_is_ever_shown_and_every_open_one_is(
    client: TestClient, archive: Archive, folder: Path
) -> None:
    cabinet = _documents(archive)["cabinet.pdf"]
    printed = [page.extract_text() for page in PdfReader(folder / "cabinet.pdf").pages]
    shown = {number: _image(client, cabinet, number).status_code == 200 for number in range(1, len(PAGES) + 1)}
    for number, text in enumerate(printed, start=1):
        exempt = any(canary in text for canary in CANARIES)
        assert shown[number] is not exempt
    assert shown == {1: True, 2: False, 3: False, 4: False, 5: True}
    assert _problem(_image(client, cabinet, 3)) == "page-not-open"
    assert not any(canary in _image(client, cabinet, 3).text for canary in CANARIES)


def test_no_exempt_word_of_the_sample_councils_can_be_seen_on_any_page(sample_client: TestClient, sample_archive: Archive) -> None:
    shown = 0
    for path, document in _documents(sample_archive).items():
        for number in range(1, document.page_count + 1):
            reply = _image(sample_client, document, number)
            if path.endswith(".pdf") and reply.status_code == 200:
                printed = PdfReader(SAMPLE / path).pages[number - 1].extract_text()
                assert not any(canary in printed for canary in CANARIES)
                shown += 1
            else:
                assert _problem(reply) in {"not-a-pdf", "page-not-open"}
    assert shown > 10


def test_a_page_with_a_scan_that_nobody_read_is_not_shown(client: TestClient, archive: Archive) -> None:
    assert _problem(_image(client, _documents(archive)["scanned.pdf"], 1)) == "page-not-open"


def test_each_reason_for_no_picture_has_a_name_of_its_own(
    client: TestClient, archive: Archive, folder: Path, tmp_path: Path
) -> None:
    documents = _documents(archive)
    cabinet = documents["cabinet.pdf"]
    assert _problem(_image(client, documents["notes.txt"], 1)) == "not-a-pdf"
    assert _problem(_image(client, cabinet, 99)) == "unknown-record"
    with TestClient(_app(f"memory:{folder}", None)) as without:
        assert _problem(_image(without, cabinet, 1)) == "no-documents-folder"
    with TestClient(_app(f"memory:{folder}", tmp_path)) as elsewhere:
        assert _problem(_image(elsewhere, cabinet, 1)) == "original-missing"
        (tmp_path / "cabinet.pdf").write_bytes(_pdf(*PAGES[:-1], "5. Trees\nRESOLVED: that they be felled."))
        assert _problem(_image(elsewhere, cabinet, 1)) == "original-changed"


def test_words_that_cannot_be_placed_are_not_marked_and_the_reply_says_so(client: TestClient, archive: Archive) -> None:
    reply = client.get(
        f"/v1/documents/{_documents(archive)['cabinet.pdf'].id}/pages/1/image", params={"start": [0, 90_000], "end": [7, 90_010]}
    )
    assert (reply.status_code, reply.headers[MARKED]) == (200, "1")


@pytest.mark.parametrize("asked", [{"start": 1}, {"start": 5, "end": 5}, {"start": -1, "end": 4}, {"begin": 1}, {"end": [1, 2]}])
def test_passages_that_are_none_are_refused(client: TestClient, archive: Archive, asked: dict[str, int | list[int]]) -> None:
    reply = client.get(f"/v1/documents/{_documents(archive)['cabinet.pdf'].id}/pages/1/image", params=asked)
    assert reply.status_code == 422
    assert ProblemOut.model_validate_json(reply.content).type.endswith("bad-parameters")


def test_pictures_asked_for_at_once_are_all_right(client: TestClient, archive: Archive) -> None:
    """PDFium may be asked by one thread at a time."""
    cabinet = _documents(archive)["cabinet.pdf"]
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda _: _image(client, cabinet, 1), range(24)))
    assert {reply.content for reply in replies} == {replies[0].content}
    assert replies[0].status_code == 200


def test_the_description_of_the_api_says_that_a_picture_comes(client: TestClient) -> None:
    path = client.get("/openapi.json").json()["paths"]["/v1/documents/{document_id}/pages/{number}/image"]
    assert set(path["get"]["responses"]) == {"200", "404", "422", "500", "503"}
    assert list(path["get"]["responses"]["200"]["content"]) == ["image/png"]
