"""The file opened is the file that was read, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.ids import fingerprint
from index.sources import DocumentKind
from index.sources import SourceDocument
from ingest.discover import discover
from ingest.facts import Facts
from ingest.facts import canonical
from ingest.stated import stated_text
from search_api.errors_images import NoDocumentsFolderError
from search_api.errors_images import NotAPdfError
from search_api.errors_images import OriginalChangedError
from search_api.errors_images import OriginalMissingError
from search_api.page_images.originals import PDF
from search_api.page_images.originals import Originals

BYTES = b"%PDF-1.4 as it was read"


def _document(path: str, media: str = PDF, facts: str = "") -> SourceDocument:
    return SourceDocument("d1", path, fingerprint(BYTES, *([facts] if facts else [])), media, DocumentKind.MINUTES, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "minutes"
    (made / "cabinet").mkdir(parents=True)
    (made / "cabinet" / "a.pdf").write_bytes(BYTES)
    (tmp_path / "outside.pdf").write_bytes(BYTES)
    return made


def test_a_file_that_is_as_it_was_read_is_opened(folder: Path) -> None:
    assert Originals(folder).content(_document("cabinet/a.pdf")) == BYTES


def test_a_file_of_which_a_byte_differs_is_refused(folder: Path) -> None:
    (folder / "cabinet" / "a.pdf").write_bytes(BYTES + b" ")
    with pytest.raises(OriginalChangedError, match="changed since it was read"):
        Originals(folder).content(_document("cabinet/a.pdf"))


@pytest.mark.parametrize(
    "path", ["cabinet/b.pdf", "cabinet", "cabinet/a.pdf/x", "../outside.pdf", "cabinet/../../outside.pdf", "a\x00"]
)
def test_what_is_not_below_the_folder_is_not_there_even_if_it_is_the_very_file(folder: Path, path: str) -> None:
    with pytest.raises(OriginalMissingError):
        Originals(folder).content(_document(path))


def test_neither_a_whole_path_nor_a_link_leads_out_of_the_folder(folder: Path) -> None:
    outside = folder.parent / "outside.pdf"
    (folder / "link.pdf").symlink_to(outside)
    for path in (str(outside), "link.pdf"):
        with pytest.raises(OriginalMissingError):
            Originals(folder).content(_document(path))


def test_the_folder_itself_may_be_a_link(folder: Path) -> None:
    (folder.parent / "linked").symlink_to(folder)
    assert Originals(folder.parent / "linked").content(_document("cabinet/a.pdf")) == BYTES


def test_without_a_folder_and_for_other_formats_the_reason_is_named(folder: Path) -> None:
    with pytest.raises(NoDocumentsFolderError, match="--documents"):
        Originals().content(_document("cabinet/a.pdf"))
    with pytest.raises(NotAPdfError):
        Originals(folder).content(_document("cabinet/a.docx", "text/html"))


def test_what_a_sidecar_states_belongs_to_the_file(folder: Path) -> None:
    (folder / "minutes.toml").write_text('[folder]\ncouncil = "Ebbmere"\n[files."cabinet/a.pdf"]\ndate = 2020-09-02\n')
    (folder / "cabinet" / "minutes.toml").write_text('[folder]\nbody = "Cabinet"\n')
    (found,) = discover(folder, {}).new
    document = SourceDocument("d1", found.path, found.fingerprint, PDF, DocumentKind.MINUTES, 1)
    assert stated_text(folder, found.path) == canonical(found.facts(Facts()))
    assert Originals(folder, stated_text).content(document) == BYTES
    (folder / "cabinet" / "minutes.toml").write_text('[folder]\nbody = "Full Council"\n')
    with pytest.raises(OriginalChangedError):
        Originals(folder, stated_text).content(document)


def test_a_sidecar_that_cannot_be_read_states_nothing(folder: Path) -> None:
    (folder / "cabinet" / "minutes.toml").write_text("not toml")
    assert stated_text(folder, "cabinet/a.pdf") == ""
