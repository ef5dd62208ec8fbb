"""The command line as a person meets it: real commands on a real archive of the invented councils."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from typing import Protocol

import pytest

from ui.cli import main

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "corpus" / "sample"
BROKEN = ROOT / "tests" / "corpus" / "broken"
GOLD = ROOT / "tests" / "gold"
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str

    def json(self) -> dict[str, Any]:
        """The output as one object."""
        found: dict[str, Any] = json.loads(self.out)
        return found

    def findings(self) -> list[dict[str, str]]:
        """The output as one list."""
        found: list[dict[str, str]] = json.loads(self.out)
        return found

    def rows(self) -> list[dict[str, Any]]:
        """The output as one object a line."""
        return [json.loads(line) for line in self.out.splitlines()]


class Run(Protocol):
    """Runs `minutebook` with arguments in a folder of its own."""

    def __call__(self, *arguments: object) -> Ran: ...


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`minutebook` in an empty folder, with no settings but those of the test."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("MINUTEBOOK_")]:
        monkeypatch.delenv(name)

    def run_command(*arguments: object) -> Ran:
        capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        written = capsys.readouterr()
        return Ran(code, written.out, written.err)

    return run_command


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of an archive of the sample councils, built by the command itself."""
    address = f"file:{tmp_path_factory.mktemp('sample')}/archive"
    assert main(["ingest", str(SAMPLE), "--archive", address, "--model", "hashing"]) == 0
    return address


@pytest.fixture(scope="session")
def environment() -> Mapping[str, str]:
    """The environment for a command in a process of its own; the checkout need not be installed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MINUTEBOOK_")}
    return {**kept, "PYTHONPATH": str(ROOT)}


def written(folder: Path, texts: Mapping[str, str]) -> Path:
    """Write files into a folder."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
