"""How fast is it on this machine?

Takes a folder of minutes (default: the sample councils), prints how long each stage takes: reading, cutting, embedding,
answering. Measures and never judges: floors stand in tests/quality, figures in BENCHMARKS.md.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from time import perf_counter

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


def timed(searcher: Searcher, question: str) -> float:
    """Answer one question and return how long it took, in milliseconds."""
    started = perf_counter()
    answer(searcher, question, Filters())
    return 1000 * (perf_counter() - started)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TESTS / "corpus" / "sample")
