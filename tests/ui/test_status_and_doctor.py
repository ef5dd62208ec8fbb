from __future__ import annotations

import shutil
import socket
from argparse import Namespace
from pathlib import Path

import pytest

from index.opening import open_archive
from tests.ui.conftest import Run
from ui.commands.doctor import Severity
from ui.commands.doctor import check_archive
from ui.commands.doctor import check_files
from ui.commands.doctor import check_model
from ui.commands.doctor import check_packages
from ui.commands.doctor import check_ports
from ui.commands.doctor import check_python
from ui.commands.doctor import check_settings


@pytest.fixture
def hashing(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Meaning does not matter here, and loading the real model takes seconds."""
    monkeypatch.setenv("MINUTEBOOK_ARCHIVE_MODEL", "hashing")
    return run


def test_status_shows_what_is_held_and_who_set_what(run: Run, sample: str) -> None:
    shown = run("status", "--archive", sample)
    assert shown.code == 0
    assert "generation 1" in shown.out
    assert f"Holds {open_archive(sample).manifest.counts.documents} documents" in shown.out
    assert "  Aldermere Borough Council\n" in shown.out
    assert f"  archive.address = {sample} (flag)" in shown.out
    assert "  search.top_k = 10 (default)" in shown.out


def test_status_in_json_has_counts_coverage_and_sources(run: Run, sample: str) -> None:
    found = run("status", "--archive", sample, "--json").json()
    assert found["problem"] == ""
    assert found["holds"]["counts"]["documents"] == open_archive(sample).manifest.counts.documents
    assert found["holds"]["model"]["name"] == "hashing"
    assert found["settings"]["archive"]["address"] == {"value": sample, "source": "flag"}


def test_status_without_an_archive_says_so_and_shows_the_settings(run: Run) -> None:
    shown = run("status", "--archive", "file:none")
    assert shown.code == 1
    assert shown.out.startswith("there is no archive at file:none")
    assert "archive.address = file:none (flag)" in shown.out


@pytest.mark.usefixtures("hashing")
def test_a_sound_archive_gives_no_finding(sample: str) -> None:
    given = Namespace(archive=sample)
    checks = (check_python, check_settings, check_model, check_archive, check_files)
    assert {check(given).severity for check in checks} == {Severity.OK}
    assert check_packages(given).severity is not Severity.ERROR


def test_the_doctor_says_what_to_do_where_a_byte_of_the_archive_has_changed(hashing: Run, sample: str, tmp_path: Path) -> None:
    place = tmp_path / "archive"
    shutil.copytree(sample.removeprefix("file:"), place)
    catalogue = next(place.rglob("catalogue.sqlite"))
    content = bytearray(catalogue.read_bytes())
    content[0] ^= 1  # of the header: what opening reads, wherever the tables lie
    catalogue.write_bytes(bytes(content))
    ended = hashing("doctor", "--archive", f"file:{place}", "--json")
    findings = {finding["check"]: finding for finding in ended.findings()}
    assert ended.code == 1
    assert findings["files"]["severity"] == "error"
    assert "catalogue.sqlite" in findings["files"]["message"]
    assert "--rebuild" in findings["files"]["remedy"]
    assert findings["archive"]["severity"] == "error"


def test_the_doctor_ends_well_where_nothing_must_be_mended(hashing: Run, sample: str) -> None:
    ended = hashing("doctor", "--archive", sample)
    assert ended.code == 0
    assert "ok      files: every file is as it was committed" in ended.out


@pytest.mark.usefixtures("hashing")
def test_a_missing_archive_is_a_warning_that_says_what_to_run() -> None:
    given = Namespace(archive="file:none")
    assert check_archive(given).severity is Severity.WARNING
    assert "minutebook ingest" in check_archive(given).remedy
    assert check_files(given).severity is Severity.WARNING


@pytest.mark.usefixtures("hashing")
def test_settings_that_cannot_be_read_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "minutebook.toml").write_text("[search]\nnonsense = 1\n", encoding="utf-8")
    assert check_settings(Namespace()).severity is Severity.ERROR


def test_a_port_in_use_is_a_warning() -> None:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", 8501))
        except OSError:
            pass  # somebody else has it, which is the case as well
        else:
            listener.listen()
        finding = check_ports(Namespace())
    assert finding.severity is Severity.WARNING
    assert "8501" in finding.message
