from __future__ import annotations

import shutil
from pathlib import Path

from index.opening import open_archive
from index.passages import Filters
from tests.ui.conftest import BROKEN
from tests.ui.conftest import Run
from tests.ui.conftest import written

MINUTES = "# Parish Council\n\n## 1. Bench\n\nRESOLVED: That the bench be mended.\n"
OTHER = "# Parish Council\n\n## 1. Pond\n\nRESOLVED: That the pond be dredged.\n"
HASHING = ("--model", "hashing", "--archive", "file:archive")


def test_a_folder_becomes_an_archive_and_the_report_says_so(run: Run, tmp_path: Path) -> None:
    folder = written(tmp_path / "minutes", {"a.md": MINUTES, "b.md": OTHER})
    ended = run("ingest", folder, *HASHING)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[0] == "2 new, 0 changed, 0 gone, 0 unchanged, 0 refused"
    assert "holds 2 documents" in ended.out


def test_a_second_run_reads_only_what_is_new_or_changed_and_forgets_what_is_gone(run: Run, tmp_path: Path) -> None:
    folder = written(tmp_path / "minutes", {"same.md": MINUTES, "changed.md": MINUTES, "gone.md": OTHER})
    run("ingest", folder, *HASHING)
    written(folder, {"changed.md": MINUTES.replace("mended", "painted"), "new.md": OTHER})
    (folder / "gone.md").unlink()
    ended = run("ingest", folder, *HASHING, "--json")
    report = ended.json()
    assert {name: report[name] for name in ("new", "changed", "gone", "unchanged")} == {
        "new": 1,
        "changed": 1,
        "gone": 1,
        "unchanged": 1,
    }
    assert report["archive"] == "file:archive"
    assert {row["text"].rstrip(".") for row in run("decisions", "--json", "--archive", "file:archive").rows()} == {
        "That the bench be mended",
        "That the bench be painted",
        "That the pond be dredged",
    }


def test_a_run_that_finds_nothing_new_embeds_nothing(run: Run, tmp_path: Path) -> None:
    folder = written(tmp_path / "minutes", {"a.md": MINUTES})
    run("ingest", folder, *HASHING)
    report = run("ingest", folder, *HASHING, "--json").json()
    assert (report["unchanged"], report["embedded"], report["generation"]) == (1, 0, 1)


def test_rebuilding_starts_from_nothing(run: Run, tmp_path: Path) -> None:
    folder = written(tmp_path / "minutes", {"a.md": MINUTES})
    run("ingest", folder, *HASHING)
    report = run("ingest", folder, *HASHING, "--rebuild", "--json").json()
    assert (report["new"], report["generation"]) == (1, 2)


def test_refused_files_are_named_with_what_to_do_and_the_rest_is_in(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "minutes"
    shutil.copytree(BROKEN, folder)
    written(folder, {"good.md": MINUTES})
    ended = run("ingest", folder, *HASHING)
    assert (ended.code, ended.err) == (3, "")
    for name in ("corrupt.pdf", "empty.pdf", "encrypted.pdf", "not-a-docx.docx", "textless.pdf", "zero.md"):
        [line] = [words for words in ended.out.splitlines() if words.startswith(f"  {name}: ")]
        assert all(line.removeprefix(f"  {name}: ").split("; ")), "what is wrong; what to do"
        assert "; " in line
    rows = run("decisions", "--json", "--archive", "file:archive").rows()
    assert "good.md" in {row["document"] for row in rows}


def test_refusals_in_json_say_what_where_and_what_to_do(run: Run) -> None:
    ended = run("ingest", BROKEN, *HASHING, "--json")
    assert ended.code == 3
    assert {frozenset(refusal) for refusal in ended.json()["refused"]} == {frozenset({"path", "reason", "remedy"})}


def test_facts_given_as_options_are_kept_with_who_said_so(run: Run, tmp_path: Path) -> None:
    folder = written(tmp_path / "minutes", {"note.txt": "Agenda item\n\nThe bench\n\nRESOLVED\n\nThat the bench be mended.\n"})
    stated = ("--council", "Marlsham Parish Council", "--body", "Finance Committee", "--date", "2021-03-04", "--kind", "minutes")
    assert run("ingest", folder, *HASHING, *stated).code == 0
    archive = open_archive("file:archive")
    covered = archive.register.coverage(Filters())
    assert covered.councils == ("Marlsham Parish Council",)
    assert covered.bodies == ("Finance Committee",)
    assert str(covered.earliest) == "2021-03-04"


def test_a_folder_that_is_not_there_is_one_sentence(run: Run) -> None:
    ended = run("ingest", "nowhere", *HASHING)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("minutebook: nowhere is not a folder")


def test_a_model_that_has_no_weights_leaves_the_archive_as_it_was(run: Run, tmp_path: Path) -> None:
    folder = written(tmp_path / "minutes", {"a.md": MINUTES})
    run("ingest", folder, *HASHING)
    (tmp_path / "model").mkdir()
    ended = run("ingest", folder, "--model", tmp_path / "model", "--archive", "file:archive")
    assert ended.code == 1
    assert len(ended.err.splitlines()) == 1
    assert run("status", "--archive", "file:archive").code == 0
