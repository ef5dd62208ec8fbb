"""How fast is it on this machine?

Takes a folder of minutes (default: the sample councils), prints how long each stage takes: reading, cutting, embedding,
answering; then how much memory a PDF of 10,000 pages takes. Measures and never judges: floors stand in tests/quality, figures in
BENCHMARKS.md. Reading and cutting use one core; a file without pages counts one for each 3,000 characters.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from pypdf import PdfReader
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

from index.opening import open_archive
from index.opening import open_embedder
from index.passages import Filters
from index.passages import indexed_text
from index.sources import Page
from ingest.chunking import chunks_of
from ingest.discover import Found
from ingest.discover import discover
from ingest.errors import RefusedError
from ingest.pipeline import run_ingest
from ingest.reading.opening import read
from ingest.reading.pages import Reading
from ingest.segmenting.meeting import segment
from ingest.settings import IngestSettings
from search_api.answering import answer
from search_api.evaluation.judgements import read_questions
from search_api.evaluation.metrics import percentile
from search_api.search import Searcher
from search_api.settings import SearchSettings

TESTS = Path(__file__).parents[1]
PASSAGES = 512
PAGE_CHARACTERS = 3_000
MANY_PAGES = 10_000
POINTS = 20


def read_all(files: tuple[Found, ...]) -> list[tuple[Found, Reading]]:
    """Read every file that can be read."""
    found: list[tuple[Found, Reading]] = []
    for file in files:
        try:
            found.append((file, read(file.path, file.content())))
        except RefusedError as refusal:
            print(f"  refused: {refusal}")
    return found


def cut(readings: list[tuple[Found, Reading]]) -> list[str]:
    """Segment every document and return the texts that would be embedded."""
    texts: list[str] = []
    for file, reading in readings:
        segmented = segment(file.document_id, file.path, reading, file.facts(reading.facts))
        pages = {(file.document_id, page.number): Page(file.document_id, page.number, page.text) for page in reading.pages}
        for meeting in segmented.meetings:
            texts.extend(indexed_text(chunk, pages) for chunk in chunks_of(meeting, pages, IngestSettings().passage_words))
    return texts


def told(what: str, count: int, unit: str, seconds: float) -> None:
    """Print one line of the table."""
    print(f"  {what:<24} {count:>7} {unit:<9} {seconds:>8.2f} s  {count / seconds:>9.1f} {unit} a second")


def pages_of(readings: list[tuple[Found, Reading]]) -> int:
    """Return how many pages were read, counting characters where a file has none."""
    return sum(max(len(reading.pages), sum(len(page.text) for page in reading.pages) // PAGE_CHARACTERS) for _, reading in readings)


def show_formats(files: tuple[Found, ...]) -> None:
    """Print how fast text formats and PDFs are read and cut, and how much of the time of PDFs pypdf takes."""
    pdfs = tuple(file for file in files if file.path.lower().endswith(".pdf"))
    for what, some in (
        ("text formats, read, cut", tuple(file for file in files if file not in pdfs)),
        ("PDFs, read and cut", pdfs),
    ):
        if some:
            started = perf_counter()
            readings = read_all(some)
            cut(readings)
            taken = perf_counter() - started
            told(what, pages_of(readings), "pages", taken)
    if pdfs:
        started = perf_counter()
        for file in pdfs:
            extract(file.content())
        print(f"    of which pypdf takes {(perf_counter() - started) / taken:.0%}")


def extract(content: bytes) -> None:
    """Let pypdf alone read a PDF, as far as it can."""
    try:
        for page in PdfReader(io.BytesIO(content)).pages:
            page.extract_text()
    except ValueError as error:
        print(f"  pypdf: {error}")


def make_many_pages(path: Path) -> None:
    """Write a PDF of 10,000 pages: the minutes of 500 invented meetings, bound in one, a point of business a page."""
    bound = PdfReader(io.BytesIO(volume()))
    writer = PdfWriter()
    for _ in range(MANY_PAGES // POINTS):
        writer.append(bound)
    writer.write(path)


def volume() -> bytes:
    """Return the minutes of one invented meeting."""
    made = io.BytesIO()
    canvas = Canvas(made)
    for point in range(1, POINTS + 1):
        first = ["MARLSHAM PARISH COUNCIL", "Minutes of the meeting held on 4 March 2019", ""] if point == 1 else []
        said = ["The Clerk reported that the gate is broken.", "RESOLVED: That the gate be mended for £120.", ""] * 12
        for row, line in enumerate([*first, f"{point}. Allotment number {point}", *said]):
            canvas.drawString(72, 800 - 16 * row, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def show_memory() -> None:
    """Print the time and the memory that a PDF of 10,000 pages takes to be read and cut, in a process of its own."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "large.pdf"
        make_many_pages(path)
        started = perf_counter()
        command = [sys.executable, __file__, "--alone", place]
        ran = subprocess.run(command, check=True, capture_output=True, text=True)
        told("a PDF, read and cut", MANY_PAGES, "pages", perf_counter() - started)
        print(f"    at most {int(ran.stdout.split()[-1]) / 1024:,.0f} MiB of memory")


def alone(folder: Path) -> None:
    """Read and cut a folder, then print the most memory that this process had, in KiB.

    The kernel's VmHWM, not ru_maxrss: on Linux that starts from the parent's peak, and told the embedder's 900 MiB as the PDF's.
    """
    cut(read_all(discover(folder, {}).new))
    lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    print(next(line.split()[1] for line in lines if line.startswith("VmHWM:")))


def main(folder: Path) -> None:
    """Measure one folder."""
    print(f"{folder}:")
    started = perf_counter()
    readings = read_all(discover(folder, {}).new)
    pages = sum(len(reading.pages) for _, reading in readings)
    told("reading", pages, "pages", perf_counter() - started)
    started = perf_counter()
    texts = cut(readings)
    told("segmenting and cutting", pages, "pages", perf_counter() - started)
    show_formats(discover(folder, {}).new)
    embedder = open_embedder("all-MiniLM-L6-v2")
    some = texts[:PASSAGES]
    started = perf_counter()
    embedder.embed_passages(some)
    told("embedding", len(some), "passages", perf_counter() - started)
    with tempfile.TemporaryDirectory() as place:
        run_ingest(TESTS / "corpus" / "sample", f"file:{place}/archive", embedder, IngestSettings())
        searcher = Searcher(open_archive(f"file:{place}/archive"), embedder, SearchSettings())
        times = [timed(searcher, question.text) for question in read_questions(TESTS / "gold" / "sample-questions.jsonl")]
    print(f"  answering the sample     p50 {percentile(times, 0.5):.0f} ms, p95 {percentile(times, 0.95):.0f} ms")
    show_memory()


def timed(searcher: Searcher, question: str) -> float:
    """Answer one question and return how long it took, in milliseconds."""
    started = perf_counter()
    answer(searcher, question, Filters())
    return 1000 * (perf_counter() - started)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--alone"]:
        alone(Path(sys.argv[2]))
    else:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else TESTS / "corpus" / "sample")
