"""What an ingest left out is known to whoever opens the archive, and is never a word of a document."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from index.left_out import LeftOut
from index.left_out import Shortfall
from index.opening import committed_manifest
from index.opening import left_out_of
from index.opening import open_embedder
from ingest.keeping import without_words
from ingest.pipeline import run_ingest
from ingest.settings import IngestSettings

BROKEN = Path(__file__).parents[1] / "corpus" / "broken"
MINUTES = "# Harbour Panel\n\nMinutes of the meeting held on 3 March 2021\n\n1. Bridge\n\nRESOLVED: That the bridge be painted.\n"


def ingested(folder: Path, address: str, *, rebuild: bool = False) -> LeftOut:
    run_ingest(folder, address, open_embedder("hashing"), IngestSettings(), rebuild=rebuild)
    kept = left_out_of(address, committed_manifest(address).generation)
    assert kept is not None
    return kept


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "minutes"
    made.mkdir()
    (made / "good.md").write_text(MINUTES, encoding="utf-8")
    for name in ("encrypted.pdf", "textless.pdf"):
        shutil.copy(BROKEN / name, made / name)
    return made


def test_refused_files_are_kept_with_reason_and_remedy(folder: Path, tmp_path: Path) -> None:
    kept = ingested(folder, f"file:{tmp_path / 'archive'}")
    assert [one.path for one in kept.refused] == ["encrypted.pdf", "textless.pdf"]
    assert kept.refused[0].reason == "is locked with a password"
    assert kept.refused[0].remedy
    assert kept.whole


def test_a_run_that_changes_nothing_still_tells_what_is_refused_now(folder: Path, tmp_path: Path) -> None:
    address = f"file:{tmp_path / 'archive'}"
    ingested(folder, address)
    (folder / "encrypted.pdf").unlink()
    (folder / "zero.md").write_bytes(b"")
    before = committed_manifest(address)
    kept = ingested(folder, address)
    assert committed_manifest(address) == before
    assert [one.path for one in kept.refused] == ["textless.pdf", "zero.md"]


def test_pages_unread_of_files_that_were_not_read_again_stay_known(folder: Path, tmp_path: Path) -> None:
    address = f"file:{tmp_path / 'archive'}"
    first = ingested(folder, address)
    noted = LeftOut(first.generation, unread=(Shortfall("good.md", "page 1 of 2 cannot be read", "supply a text version"),))
    (tmp_path / "archive" / "left-out.json").write_text(noted.to_json(), encoding="utf-8")
    (folder / "new.md").write_text(MINUTES.replace("3 March", "4 March"), encoding="utf-8")
    assert [one.path for one in ingested(folder, address).unread] == ["good.md"]
    (folder / "good.md").write_text(MINUTES.replace("painted", "repaired"), encoding="utf-8")
    assert ingested(folder, address).unread == ()


def test_where_some_were_read_before_records_were_kept_the_record_says_so(folder: Path, tmp_path: Path) -> None:
    address = f"file:{tmp_path / 'archive'}"
    ingested(folder, address)
    (tmp_path / "archive" / "left-out.json").unlink()
    assert not ingested(folder, address).whole
    assert ingested(folder, address, rebuild=True).whole


@pytest.mark.parametrize(
    ("reason", "kept"),
    [
        ("ValueError while reading: invalid literal: 'Councillor Lomax'", "ValueError while reading"),
        ("is damaged or is no PDF (ValueError: b'the secret price')", "is damaged or is no PDF (ValueError)"),
        ("unfolds beyond all bounds (LimitReachedError: Councillor (Lomax))", "unfolds beyond all bounds (LimitReachedError)"),
        ("is locked with a password", "is locked with a password"),
        ("page 2 of 3 cannot be read (no text)", "page 2 of 3 cannot be read (no text)"),
    ],
)
def test_what_an_error_says_of_itself_is_not_kept(reason: str, kept: str) -> None:
    assert without_words(reason) == kept
