"""A folder is compared with the archive by content alone; what is out of reach is not gone."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.ids import document_id
from index.ids import fingerprint
from index.ports import KnownDocument
from index.sources import Origin
from index.sources import Stated
from ingest.discover import Discovery
from ingest.discover import Found
from ingest.discover import discover
from ingest.errors import FolderError
from ingest.errors import RefusedError
from ingest.errors import SidecarError
from ingest.facts import Facts
from ingest.facts import canonical
from ingest.sidecar import flag_facts


def fill(folder: Path, **files: str) -> Path:
    """Write files into a folder: `a__b_txt` is `a/b.txt`."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_txt", ".txt").replace("_toml", ".toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def paths(found: Sequence[Found]) -> list[str]:
    return [document.path for document in found]


def held(discovery: Discovery) -> dict[str, KnownDocument]:
    """What the archive knows after everything that was found is stored."""
    stored = (*discovery.new, *discovery.changed, *discovery.unchanged)
    return {document.path: KnownDocument(document.document_id, document.fingerprint) for document in stored}


def test_an_unknown_folder_is_all_new_in_the_order_of_paths(tmp_path: Path) -> None:
    discovery = discover(fill(tmp_path, b_txt="1", a__c_txt="2", a__B_txt="3", ab_txt="4"), {})
    assert paths(discovery.new) == ["a/B.txt", "a/c.txt", "ab.txt", "b.txt"]
    assert (discovery.changed, discovery.unchanged, discovery.gone) == ((), (), ())


def test_nothing_is_new_the_second_time(tmp_path: Path) -> None:
    first = discover(fill(tmp_path, a_txt="1", b_txt="2"), {})
    os.utime(tmp_path / "a.txt", (1, 1))
    second = discover(tmp_path, held(first))
    assert paths(second.unchanged) == ["a.txt", "b.txt"]
    assert (second.new, second.changed, second.gone) == ((), (), ())


def test_new_changed_and_gone_are_told_by_content(tmp_path: Path) -> None:
    known = held(discover(fill(tmp_path, same_txt="1", changed_txt="2", gone_txt="3"), {}))
    (tmp_path / "gone.txt").unlink()
    discovery = discover(fill(tmp_path, changed_txt="2a", new_txt="4"), known)
    assert paths(discovery.new) == ["new.txt"]
    assert paths(discovery.changed) == ["changed.txt"]
    assert paths(discovery.unchanged) == ["same.txt"]
    assert discovery.gone == (known["gone.txt"].document_id,)


def test_a_document_has_the_name_that_its_path_and_content_give_it(tmp_path: Path) -> None:
    (found,) = discover(fill(tmp_path, a__b_txt="Cabinet"), {}).new
    assert found.fingerprint == fingerprint(b"Cabinet")
    assert found.document_id == document_id("a/b.txt", fingerprint(b"Cabinet"))


@given(st.binary(max_size=50), st.text(max_size=5).map(str.strip))
def test_the_fingerprint_is_that_of_the_ground_floor(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, council: str
) -> None:
    folder = tmp_path_factory.mktemp("found")
    (folder / "a.txt").write_bytes(content)
    flags = flag_facts(council=council) if council else Facts()
    (found,) = discover(folder, {}, flags).new
    facts = [canonical(flags)] if council else []
    assert found.fingerprint == fingerprint(content, *facts)
    assert found.content() == content


def test_a_changed_sidecar_changes_the_documents_it_is_about_and_no_others(tmp_path: Path) -> None:
    fill(tmp_path, a__x_txt="1", b__x_txt="2", a__minutes_toml='[folder]\nbody = "Cabinet"')
    known = held(discover(tmp_path, {}))
    discovery = discover(fill(tmp_path, a__minutes_toml='[folder]\nbody = "Council"'), known)
    assert (paths(discovery.changed), paths(discovery.unchanged)) == (["a/x.txt"], ["b/x.txt"])
    assert discovery.changed[0].stated.body == Stated("Council", Origin.SIDECAR)


def test_facts_of_the_file_itself_come_first_and_flags_last(tmp_path: Path) -> None:
    fill(tmp_path, x_txt="1", minutes_toml='[folder]\nbody = "sidecar"\ncouncil = "sidecar"')
    (found,) = discover(tmp_path, {}, flag_facts(council="flag")).new
    facts = found.facts(Facts(body=Stated("page", Origin.PAGE_METADATA), title=Stated("page", Origin.PAGE_METADATA)))
    assert (facts.title.value, facts.body.value, facts.council.value) == ("page", "sidecar", "flag")


def test_a_sidecar_is_no_document_and_a_readme_is(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("x", encoding="utf-8")
    fill(tmp_path, minutes_toml="[folder]\nbody = 'A'")
    assert paths(discover(tmp_path, {}).new) == ["README.md"]


@pytest.mark.parametrize("name", [".DS_Store", ".git/config", "Thumbs.db", "desktop.ini", "~$Minutes.docx", "__MACOSX/a.pdf"])
def test_junk_is_passed_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"x")
    assert discover(tmp_path, {}) == Discovery()


@pytest.mark.parametrize(
    "name", ["Minutes -\u00a018th July.md", "Cafe\u0301 (1) #2 %20.txt", "Mïnutes – draft.md", "a\nb.txt", "ŵ'\".txt"]
)
def test_odd_names_are_kept_byte_for_byte(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    (found,) = discover(tmp_path, {}).new
    assert os.fsencode(found.path) == name.encode()
    assert found.content() == b"x"


def test_a_name_that_is_not_utf_8_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"minutes \xff.txt")).write_bytes(b"x")
    (refused,) = discover(tmp_path, {}).refused
    assert str(refused) == "minutes \\xff.txt: has a name that is not UTF-8; rename it"


def test_links_that_run_in_circles_are_not_followed(tmp_path: Path) -> None:
    fill(tmp_path, a__x_txt="1")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "self").symlink_to("self")
    discovery = discover(tmp_path, {})
    assert paths(discovery.new) == ["a/x.txt"]
    assert [refused.path for refused in discovery.refused] == ["a/loop", "a/self"]


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    fill(tmp_path, x_txt="1")
    (tmp_path / "y.txt").symlink_to(tmp_path / "x.txt")
    assert paths(discover(tmp_path, {}).new) == ["x.txt", "y.txt"]


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert [refused.reason for refused in discover(tmp_path, {}).refused] == ["is no file that can be read"]


def test_what_is_out_of_reach_is_not_gone(tmp_path: Path) -> None:
    """A folder that a broken link stands for must not empty the archive."""
    known = held(discover(fill(tmp_path, a__x_txt="1", b_txt="2"), {}))
    (tmp_path / "a" / "x.txt").unlink()
    (tmp_path / "a").rmdir()
    (tmp_path / "a").symlink_to(tmp_path / "unmounted")
    discovery = discover(tmp_path, known)
    assert discovery.gone == ()
    assert [refused.path for refused in discovery.refused] == ["a"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_the_right_to_read_it_is_refused(tmp_path: Path) -> None:
    fill(tmp_path, a_txt="1", b_txt="2")
    (tmp_path / "a.txt").chmod(0)
    discovery = discover(tmp_path, {})
    assert paths(discovery.new) == ["b.txt"]
    assert "cannot be opened" in str(discovery.refused[0])


def test_a_file_that_changes_after_it_was_found_is_refused(tmp_path: Path) -> None:
    (found,) = discover(fill(tmp_path, a_txt="1"), {}).new
    (tmp_path / "a.txt").write_text("2", encoding="utf-8")
    with pytest.raises(RefusedError, match="changed while the folder was being read; run the same command again"):
        found.content()


def test_a_file_that_vanishes_after_it_was_found_is_refused(tmp_path: Path) -> None:
    (found,) = discover(fill(tmp_path, a_txt="1"), {}).new
    (tmp_path / "a.txt").unlink()
    with pytest.raises(RefusedError, match=r"^a\.txt: cannot be opened"):
        found.content()


@pytest.mark.parametrize("name", ["missing", "file.txt"])
def test_what_is_no_folder_is_said_to_be_none(tmp_path: Path, name: str) -> None:
    fill(tmp_path, file_txt="1")
    with pytest.raises(FolderError, match="is not a folder that can be read"):
        discover(tmp_path / name, {})


def test_a_wrong_sidecar_stops_everything(tmp_path: Path) -> None:
    fill(tmp_path, a_txt="1", b__minutes_toml="[folder]\nbdy = 'A'")
    with pytest.raises(SidecarError, match=r"^b/minutes\.toml: .*unknown key 'bdy'"):
        discover(tmp_path, {})


def test_a_section_for_a_missing_file_is_a_notice(tmp_path: Path) -> None:
    fill(tmp_path, a_txt="1", minutes_toml="[files.'b.txt']\nbody = 'A'")
    (notice,) = discover(tmp_path, {}).notices
    assert notice.startswith('minutes.toml: [files."b.txt"] names no file')


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert discover(tmp_path, {}) == Discovery()
