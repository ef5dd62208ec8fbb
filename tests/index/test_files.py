"""What is done with the files of a generation when it is opened?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.local.files import read_ahead
from index.local.files import read_manifest
from index.opening import open_archive


@pytest.fixture
def place(sample_address: str) -> Path:
    """The folder of an archive."""
    return Path(sample_address.removeprefix("file:"))


def test_reading_ahead_knows_every_file_and_changes_none(place: Path) -> None:
    manifest = read_manifest(place)
    before = {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in place.rglob("*")}
    read_ahead(place, manifest)
    assert {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in place.rglob("*")} == before
    assert manifest.sizes.keys() == manifest.files.keys()


def test_an_archive_opens_where_the_system_cannot_be_asked_to_read_ahead(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "posix_fadvise")
    assert open_archive(f"file:{place}").manifest == read_manifest(place)
