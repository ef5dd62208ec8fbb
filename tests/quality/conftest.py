"""Real minutes as one archive, ingested once for all tests of quality, and how a test asks them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from index.opening import open_archive
from index.passages import Filters
from index.ports import Embedder
from ingest.pipeline import run_ingest
from ingest.settings import IngestSettings
from search_api.answering import Answer
from search_api.answering import answer
from search_api.applied import apply
from search_api.browsing import ItemRecord
from search_api.browsing import read_item
from search_api.search import Searcher
from search_api.settings import AppSettings

SEEDS = Path(__file__).parents[3] / "shared" / "corpus" / "seeds"
TODAY = dt.date(2026, 11, 22)


def searcher_over(folder: Path, archive: Path, model: Embedder) -> Searcher:
    """Ingest a folder and open what came of it."""
    run_ingest(folder, f"file:{archive}", model, IngestSettings())
    return Searcher(open_archive(f"file:{archive}"), model, AppSettings().search)


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory, model: Embedder) -> Searcher:
    """The five real minutes; only for modules that are skipped where these are not there."""
    return searcher_over(SEEDS, tmp_path_factory.mktemp("seeds") / "archive", model)


def asked(searcher: Searcher, question: str) -> Answer:
    """Return the answer to a question asked as the command asks it, plain-language filters and all."""
    found = answer(searcher, question, apply(searcher, question, Filters(), (), TODAY).filters)
    assert isinstance(found, Answer), f"nothing found: {question}"
    return found


def record(searcher: Searcher, path: str, title: str = "") -> ItemRecord:
    """Return the first agenda item whose document's path holds one text and whose title holds the other."""
    listed = searcher.archive.register.items(Filters(), 0, 1000, decided=False)
    items = (read_item(searcher.archive, item_id) for item_id in listed.item_ids)
    return next(one for one in items if path in one.place.document.path and title in (one.place.item.title or ""))
