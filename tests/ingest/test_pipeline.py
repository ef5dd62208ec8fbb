"""From a folder to an archive and back again: what is new, changed, gone; what is refused; what is withheld."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.local.files import folder_of
from index.local.files import publish
from index.local.files import read_manifest
from index.local.files import settle
from index.manifest import FORMAT
from index.opening import open_archive
from index.opening import open_embedder
from index.passages import Filters
from index.passages import words_of
from index.ports import Archive
from index.sources import Origin
from index.text import tokens
from ingest.pipeline import run_ingest
from ingest.report import IngestReport
from ingest.report import Progress
from ingest.settings import IngestSettings
from tests.ingest.reading.papers import in_glyphs

CORPUS = Path(__file__).parents[1] / "corpus"
CANARIES = (Path(__file__).parents[1] / "gold" / "canaries.txt").read_text(encoding="utf-8").split()
MINUTES = (
    "MINUTES of the Harbour Committee held on 2 March 2020\n1. Apologies\nNone.\n2. Dredging\nRESOLVED that the dredger be hired.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "minutes"
    found.mkdir()
    (found / "march.txt").write_text(MINUTES, encoding="utf-8")
    (found / "april.md").write_text(MINUTES.replace("2 March", "6 April").replace("dredger", "lighter"), encoding="utf-8")
    return found


def ingest(folder: Path, address: str, *, rebuild: bool = False) -> IngestReport:
    return run_ingest(folder, address, open_embedder("hashing"), IngestSettings(), rebuild=rebuild)


def counted(report: IngestReport) -> tuple[int, int, int, int]:
    return report.new, report.changed, report.gone, report.unchanged


def hits(archive: Archive, words: str) -> list[str]:
    """The words of every chunk that the keyword leg finds."""
    ranking = archive.lexical.search(tokens(words), 50, None)
    chunks = archive.catalogue.chunks([scored.chunk_id for scored in ranking])
    keys = [(span.document_id, span.page) for chunk in chunks for span in chunk.spans]
    pages = archive.catalogue.pages(keys)
    return [words_of(chunk, pages) for chunk in chunks]


def test_a_second_ingest_reads_and_embeds_nothing(folder: Path, tmp_path: Path) -> None:
    address = f"file:{tmp_path / 'a'}"
    first, second = ingest(folder, address), ingest(folder, address)
    assert counted(first) == (2, 0, 0, 0)
    assert counted(second) == (0, 0, 0, 2)
    assert (second.embedded, second.generation) == (0, first.generation)


def test_an_archive_of_an_older_format_is_written_in_the_newest_though_no_file_changed(folder: Path, tmp_path: Path) -> None:
    address = f"file:{tmp_path / 'a'}"
    first = ingest(folder, address)
    manifest = read_manifest(tmp_path / "a")
    for path in folder_of(tmp_path / "a", first.generation).glob("coarse.*"):
        path.unlink()
    files, sizes = settle(folder_of(tmp_path / "a", first.generation))
    publish(tmp_path / "a", replace(manifest, format=3, files=files, sizes=sizes))
    second, third = ingest(folder, address), ingest(folder, address)
    assert (counted(second), second.embedded) == ((0, 0, 0, 2), 0)
    assert (second.generation, third.generation) == (first.generation + 1, first.generation + 1)
    assert open_archive(address).manifest.format == FORMAT


def test_only_what_changed_is_read_and_only_new_words_are_embedded(folder: Path, tmp_path: Path) -> None:
    address = f"file:{tmp_path / 'a'}"
    ingest(folder, address)
    (folder / "march.txt").write_text(MINUTES + "3. Close\nAt nine o'clock.\n", encoding="utf-8")
    report = ingest(folder, address)
    assert counted(report) == (0, 1, 0, 1)
    assert (report.embedded, report.reused) == (1, 4)


def test_what_is_gone_from_the_folder_is_gone_from_all_three_stores(folder: Path, tmp_path: Path) -> None:
    address = f"file:{tmp_path / 'a'}"
    ingest(folder, address)
    (folder / "april.md").unlink()
    report = ingest(folder, address)
    archive = open_archive(address)
    assert counted(report) == (0, 0, 1, 1)
    assert not any("lighter" in words for words in hits(archive, "lighter"))
    assert archive.manifest.counts.documents == 1
    allowed = archive.catalogue.select(Filters(bodies=("Harbour Committee",)))
    vector = open_embedder("hashing").embed_query("lighter")
    assert len(archive.dense.search(vector, 50, None)) == len(allowed.chunk_ids) == archive.manifest.counts.chunks


def test_a_changed_sidecar_changes_what_it_speaks_of(folder: Path, tmp_path: Path) -> None:
    address = f"file:{tmp_path / 'a'}"
    ingest(folder, address)
    (folder / "minutes.toml").write_text('[files."march.txt"]\ncouncil = "Aldermere Borough Council"\n', encoding="utf-8")
    report = ingest(folder, address)
    archive = open_archive(address)
    [item, *_] = archive.register.items(Filters(councils=("Aldermere Borough Council",)), 0, None, decided=False).item_ids
    [meeting] = archive.catalogue.meetings([item.rsplit("-", 1)[0]])
    assert counted(report) == (0, 1, 0, 1)
    assert meeting.council.origin is Origin.SIDECAR
    assert meeting.date.origin is Origin.PRINTED


def test_every_bad_file_is_one_line_and_the_good_ones_are_ingested(tmp_path: Path) -> None:
    report = ingest(CORPUS / "broken", f"file:{tmp_path / 'a'}")
    refused = {refusal.path: f"{refusal.reason}; {refusal.remedy}" for refusal in report.refused}
    assert sorted(refused) == ["corrupt.pdf", "empty.pdf", "encrypted.pdf", "not-a-docx.docx", "textless.pdf", "zero.md"]
    assert all("\n" not in line for line in refused.values())
    assert report.counts.documents == len(list((CORPUS / "broken").iterdir())) - len(refused)
    assert not report.complete


def test_a_file_that_broke_keeps_what_the_archive_held_of_it(folder: Path, tmp_path: Path) -> None:
    address = f"file:{tmp_path / 'a'}"
    ingest(folder, address)
    (folder / "march.txt").write_bytes(b"")
    report = ingest(folder, address)
    assert [refusal.path for refusal in report.refused] == ["march.txt"]
    assert any("dredger" in words for words in hits(open_archive(address), "dredger"))


def test_what_becomes_exempt_leaves_the_archive(folder: Path, tmp_path: Path) -> None:
    address = f"file:{tmp_path / 'a'}"
    ingest(folder, address)
    (folder / "march.txt").write_text("NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A\n" + MINUTES, encoding="utf-8")
    report = ingest(folder, address)
    assert report.withheld_documents == 1
    assert not any("dredger" in words for words in hits(open_archive(address), "dredger"))


def test_no_canary_of_an_exempt_item_is_in_any_file_of_an_archive(tmp_path: Path) -> None:
    report = ingest(CORPUS / "sample", f"file:{tmp_path / 'a'}")
    assert report.withheld_items + report.withheld_documents > 0
    stored = b"".join(path.read_bytes() for path in sorted((tmp_path / "a").rglob("*")) if path.is_file())
    stems = [canary.lower()[:-2].encode() for canary in CANARIES]  # the keyword leg stores stems
    assert CANARIES
    assert [canary for canary, stem in zip(CANARIES, stems, strict=True) if canary.encode() in stored or stem in stored] == []


def test_the_canaries_are_really_in_the_samples() -> None:
    """Or the test above could not fail."""
    texts = "".join(path.read_text(encoding="utf-8") for path in (CORPUS / "sources").rglob("*") if path.is_file())
    texts += "".join(path.read_text(encoding="utf-8") for path in (CORPUS / "sample").rglob("*") if path.suffix in {".html", ".md"})
    assert [canary for canary in CANARIES if canary not in texts] == []


def test_progress_counts_every_file_once(folder: Path, tmp_path: Path) -> None:
    seen: list[Progress] = []
    run_ingest(folder, f"file:{tmp_path / 'a'}", open_embedder("hashing"), IngestSettings(), progress=seen.append)
    assert [(step.done, step.total) for step in seen] == [(1, 2), (2, 2)]


def test_a_rebuild_gives_the_archive_that_it_replaces(folder: Path, tmp_path: Path) -> None:
    address = f"file:{tmp_path / 'a'}"
    first, second = ingest(folder, address), ingest(folder, address, rebuild=True)
    assert first.counts == second.counts
    assert counted(second) == (2, 0, 0, 0)


def test_a_page_that_cannot_be_read_is_a_line_in_the_report_and_the_rest_is_in_the_archive(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # no program, no OCR
    (folder / "may.pdf").write_bytes(half_garbled())
    report = ingest(folder, f"file:{tmp_path / 'a'}")
    assert [(one.path, one.reason) for one in report.unread] == [("may.pdf", "page 1 of 1 can be read in part only")]
    assert (counted(report), report.refused, report.complete) == ((3, 0, 0, 0), (), False)
    assert any("winch" in words for words in hits(open_archive(f"file:{tmp_path / 'a'}"), "winch"))


def half_garbled() -> bytes:
    """A page with lines in a font whose glyphs nothing explains, and which draws nothing, above lines that can be read."""
    letters = "abcdefghijklmnopqrstuvwxyz "
    codes = {sign: ord(letters[(place + 4) % 26]) if sign != " " else 32 for place, sign in enumerate(letters)}
    lines = ["the council resolved that the accounts of the parish be approved and signed by the chairman"] * 2
    plain = MINUTES.replace("dredger", "winch").strip().splitlines()
    return in_glyphs(lines, codes, plain=[*plain, "The harbour master reported that the tide gauge had been read each day."] * 2)


def test_words_read_from_a_picture_are_marked_in_the_archive(tmp_path: Path) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    scanned = "Scanned page, text may contain errors. See original file for clarity\n\n" + MINUTES
    (folder / "june.md").write_text(scanned, encoding="utf-8")
    ingest(folder, f"file:{tmp_path / 'a'}")
    archive = open_archive(f"file:{tmp_path / 'a'}")
    chunks = archive.catalogue.chunks(archive.catalogue.select(Filters()).chunk_ids)
    keys = [(span.document_id, span.page) for chunk in chunks for span in chunk.spans]
    assert {page.ocr for page in archive.catalogue.pages(keys).values()} == {True}
