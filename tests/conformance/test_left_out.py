"""Every backend: what an ingest left out is kept beside the generation that it made, and beside no other."""

from __future__ import annotations

from pathlib import Path

from index.embedding.hashing import HashingEmbedder
from index.left_out import LeftOut
from index.left_out import Shortfall
from index.left_out import from_json
from index.opening import begin_archive
from index.opening import keep_left_out
from index.opening import left_out_of

REPORT = LeftOut(
    generation=1,
    refused=(Shortfall("a/locked.pdf", "is locked with a password", "save a copy without one"),),
    unread=(Shortfall("b.pdf", "page 2 of 3 cannot be read (no text)", "supply a text version"),),
    withheld_documents=2,
    whole=False,
)


def committed(address: str) -> int:
    return begin_archive(address, HashingEmbedder().identity, "1").commit("2024-01-02T03:04:05Z").generation


def test_what_was_left_out_is_given_back_as_it_was_kept(address: str) -> None:
    assert committed(address) == 1
    keep_left_out(address, REPORT)
    assert left_out_of(address, 1) == REPORT
    again = LeftOut(1)
    keep_left_out(address, again)
    assert left_out_of(address, 1) == again


def test_of_a_generation_without_a_record_nothing_is_known(address: str) -> None:
    assert committed(address) == 1
    assert left_out_of(address, 1) is None
    keep_left_out(address, REPORT)
    assert committed(address) == 2
    assert left_out_of(address, 2) is None


def test_a_record_that_cannot_be_read_is_none_and_harms_nothing(tmp_path: Path) -> None:
    address = f"file:{tmp_path / 'archive'}"
    committed(address)
    for spoilt in ("", "[]", '{"generation": "first"}', "\x00"):
        (tmp_path / "archive" / "left-out.json").write_text(spoilt)
        assert left_out_of(address, 1) is None
    assert from_json(REPORT.to_json()) == REPORT
