"""The record read from real minutes, against what careful readers found in it; skipped, and said so, where it is not there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from index.embedding.hashing import HashingEmbedder
from index.opening import open_archive
from index.passages import Filters
from index.sources import SourceSpan
from ingest.facts import Facts
from ingest.pipeline import run_ingest
from ingest.reading.opening import read
from ingest.segmenting.meeting import segment
from ingest.settings import IngestSettings
from search_api.evaluation.decisions import Totals
from search_api.evaluation.judgements import read_items
from search_api.evaluation.labelled import score_items
from search_api.evaluation.rows import limb_rows

SHARED = Path(__file__).parents[3] / "shared"
CORPUS = SHARED / "corpus"
GOLD = SHARED / "gold" / "decisions-dev.jsonl"
# One meeting as Word and as Markdown, matched by their words: the names of the files do not always say the same month.
PAIRS = (
    ("23JUNE MINUTES.docx", "2023-07-03-general-meeting-july-2023.md"),
    ("23NOVEMBERMINUTEGovanCC.docx", "2023-11-23-general-meeting-november-2023.md"),
    ("24FebruaryGovanCC.docx", "2024-03-23-general-meeting-march-2024.md"),
    ("24JUNE MINUTES.docx", "2024-06-24-general-meeting-june-2024.md"),
    ("24JULY MINUTES.docx", "2024-07-24-general-meeting-july-2024.md"),
)
TYPED = str.maketrans("’‘“”—–", "''\"\"--")


def typed(words: str) -> str:
    """Fold what Word makes of quotation marks and dashes as one types, and the published Markdown does not, and white space."""
    return " ".join(re.sub(r"-{2,}", "-", words.translate(TYPED)).split())


pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(not GOLD.is_file() or not CORPUS.is_dir(), reason="../shared is not beside this checkout"),
]


@pytest.fixture(scope="module")
def totals(tmp_path_factory: pytest.TempPathFactory) -> Totals:
    """Read the gold's own documents; meaning plays no part, so the stand-in for the model does."""
    items = read_items(GOLD)
    folder = tmp_path_factory.mktemp("gold")
    for document in sorted({item.document for item in items}):
        place = folder / "minutes" / document
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(CORPUS / document, place)
    address = f"file:{folder / 'archive'}"
    run_ingest(folder / "minutes", address, HashingEmbedder(), IngestSettings())
    archive = open_archive(address)
    comparison = score_items(items, limb_rows(archive, Filters()), archive)
    assert comparison.unplaced == ()
    return comparison.totals["all"]


def test_the_decisions_read_are_the_decisions_printed(totals: Totals) -> None:
    assert (totals.score.f1 or 0) >= 0.95


def test_no_lost_motion_is_called_carried(totals: Totals) -> None:
    assert totals.lost_as_carried == 0


def test_where_nothing_was_decided_nothing_is_read(totals: Totals) -> None:
    assert totals.kept_empty / totals.empty >= 0.95


@pytest.mark.parametrize(
    ("field", "floor"), [("outcome", 0.98), ("tally", 0.98), ("printed vote", 0.98), ("mover", 0.97), ("seconder", 0.97)]
)
def test_the_fields_of_a_decision_are_the_ones_printed(totals: Totals, field: str, floor: float) -> None:
    assert totals.right[field] / totals.matched >= floor


def test_those_who_voted_are_named_as_printed(totals: Totals) -> None:
    assert sum(totals.names) / len(totals.names) >= 0.95


def record(path: str) -> list[tuple[str | None, ...]]:
    """Every item and limb of a document, as printed, white space folded."""
    reading = read(path, (CORPUS / path).read_bytes())
    pages = {page.number: page.text for page in reading.pages}

    def quoted(spans: tuple[SourceSpan, ...]) -> str:
        return " ".join(typed(pages[span.page][span.start : span.end]) for span in spans)

    rows: list[tuple[str | None, ...]] = []
    for meeting in segment("d0", path, reading, Facts()).meetings:
        for item in meeting.items:
            rows.append((item.number, typed(item.title) if item.title else None))
            rows.extend(
                (limb.label, quoted(limb.spans), limb.outcome.value, limb.mover, limb.vote.printed if limb.vote else None)
                for limb in item.limbs
            )
    return rows


@pytest.mark.parametrize(("word", "markdown"), PAIRS)
def test_a_meeting_in_two_formats_gives_the_same_items_and_decisions(word: str, markdown: str) -> None:
    assert record(f"govan/docx/{word}") == record(f"govan/md/{markdown}")
