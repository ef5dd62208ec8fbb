"""What is ready before anybody asks?"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding.hashing import HashingEmbedder
from index.settings import ArchiveSettings
from search_api.search import Searcher
from search_api.settings import SearchSettings
from search_api.snapshot import open_searcher
from tests.search_api.conftest import write_archive


class _Listening(HashingEmbedder):
    """Keeps the questions it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_query(self, text: str) -> NDArray[np.float32]:
        self.asked.append(text)
        return super().embed_query(text)


def test_a_first_question_is_asked_at_opening_so_that_nobody_waits_for_what_it_makes_ready(address: str) -> None:
    embedder = _Listening()
    opened = open_searcher(ArchiveSettings(address=address), SearchSettings(), embedder)
    assert len(embedder.asked) == 1
    assert isinstance(opened, Searcher)


def test_an_archive_of_nothing_can_be_opened(tmp_path: Path) -> None:
    address = f"file:{tmp_path / 'archive'}"
    write_archive(address, (), rebuild=True)
    assert open_searcher(ArchiveSettings(address=address), SearchSettings(), HashingEmbedder()).archive.manifest.counts.chunks == 0
