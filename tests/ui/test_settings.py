from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pytest

from index.errors import SettingsError
from tests.ui.conftest import Run
from ui.settings import all_tables
from ui.settings import archive_settings
from ui.settings import search_settings

NOTHING = Namespace()


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(text: str) -> None:
    Path("minutebook.toml").write_text(text, encoding="utf-8")


def test_options_come_before_the_environment_which_comes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert archive_settings(NOTHING).address == "file:var/archive"
    write('[archive]\naddress = "file:from-file"\n[search]\ntop_k = 3\n')
    assert archive_settings(NOTHING).address == "file:from-file"
    monkeypatch.setenv("MINUTEBOOK_ARCHIVE_ADDRESS", "file:from-environment")
    assert archive_settings(NOTHING).address == "file:from-environment"
    assert archive_settings(Namespace(archive="file:typed")).address == "file:typed"
    assert search_settings(Namespace(top_k=None)).top_k == 3


def test_every_value_has_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    write("[search]\ntop_k = 3\n")
    monkeypatch.setenv("MINUTEBOOK_API_PORT", "9000")
    sources = {
        (table.name, key): source for table in all_tables(Namespace(archive="file:x")) for key, source in table.sources.items()
    }
    assert sources["archive", "address"] == "flag"
    assert sources["archive", "model"] == "default"
    assert sources["search", "top_k"] == "minutebook.toml"
    assert sources["api", "port"] == "environment"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[serach]\ntop_k = 3\n", "unknown table serach"),
        ("[search]\ntopk = 3\n", "topk"),
        ("[search]\ntop_k = 0\n", "greater than or equal to 1"),
        ("[search\n", "not readable as TOML"),
    ],
)
def test_settings_that_cannot_be_meant_are_refused(text: str, said: str) -> None:
    write(text)
    with pytest.raises(SettingsError, match=said):
        search_settings(NOTHING)


def test_a_refused_setting_is_one_sentence_of_the_command(run: Run, tmp_path: Path) -> None:
    (tmp_path / "minutebook.toml").write_text("[search]\ntop_k = 1000\n", encoding="utf-8")
    ended = run("status")
    assert ended.code == 1
    assert ended.err.startswith("minutebook: settings in [search]: top_k")
    assert len(ended.err.splitlines()) == 1
