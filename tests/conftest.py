"""What every room's tests may use: the invented councils as an archive, once with the real model, and its API."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.opening import open_archive
from index.opening import open_embedder
from index.ports import Archive
from index.ports import Embedder
from index.settings import ArchiveSettings
from ingest.pipeline import run_ingest
from ingest.settings import IngestSettings
from ingest.stated import stated_text
from search_api.app import create_app
from search_api.search import Searcher
from search_api.settings import ApiSettings
from search_api.settings import AppSettings
from tests.serving import serving

SAMPLE = Path(__file__).parent / "corpus" / "sample"


@pytest.fixture(scope="session")
def model() -> Embedder:
    """The real model: opened once, since it takes seconds."""
    return open_embedder("all-MiniLM-L6-v2")


@pytest.fixture(scope="session")
def sample_address(tmp_path_factory: pytest.TempPathFactory, model: Embedder) -> str:
    """The address of an archive of the sample councils, made as `make run` makes it."""
    address = f"file:{tmp_path_factory.mktemp('sample') / 'archive'}"
    run_ingest(SAMPLE, address, model, IngestSettings())
    return address


@pytest.fixture(scope="session")
def sample_archive(sample_address: str) -> Archive:
    """The sample archive, open."""
    return open_archive(sample_address)


@pytest.fixture(scope="session")
def sample_searcher(sample_archive: Archive, model: Embedder) -> Searcher:
    """A searcher over the sample archive."""
    return Searcher(sample_archive, model, AppSettings().search)


@pytest.fixture(scope="session")
def sample_api(sample_address: str) -> Iterator[str]:
    """The base address of the real API, served by uvicorn over the sample archive."""
    settings = AppSettings(archive=ArchiveSettings(address=sample_address), api=ApiSettings(documents=SAMPLE))
    with serving(create_app(settings, stated_text)) as address:
        yield address
