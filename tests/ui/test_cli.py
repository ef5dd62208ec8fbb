from __future__ import annotations

import re
import subprocess
import sys
from argparse import _SubParsersAction
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.ui.conftest import ROOT
from tests.ui.conftest import Run
from ui.arguments import Parser
from ui.arguments import command_parser

COMMANDS = (
    *("ingest", "search", "ask", "compare", "brief", "timeline", "thread", "decisions", "votes", "person"),
    *("serve", "ui", "up", "status", "doctor", "evaluate"),
)
HEAVY = ("torch", "faiss", "streamlit", "fastapi", "sentence_transformers", "pypdf", "tantivy", "rich", "pydantic", "numpy")


def parsers() -> dict[str, Parser]:
    """Every command and every measure of `evaluate`, by what is typed."""
    return _below(command_parser(), "")


def _below(parser: Parser, typed: str) -> dict[str, Parser]:
    found = {typed.strip(): parser} if typed else {}
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            for name, child in action.choices.items():
                found.update(_below(child, f"{typed} {name}"))
    return found


def test_the_commands_are_these() -> None:
    assert tuple(name for name in parsers() if " " not in name) == COMMANDS


@pytest.mark.parametrize("name", sorted(parsers()))
def test_the_help_of_every_command_has_an_example_that_can_be_typed(run: Run, name: str) -> None:
    shown = run(*name.split(), "--help")
    examples = re.findall(rf"^  minutebook ({name}.*)$", shown.out, re.MULTILINE)
    assert shown.code == 0
    assert examples
    for example in examples:
        assert command_parser().parse_args(_words(example)).command == name.split(maxsplit=1)[0]


def _words(example: str) -> list[str]:
    return [part.strip("'") for part in re.findall(r"'[^']*'|\S+", example)]


def test_the_paths_in_the_examples_are_there(run: Run) -> None:
    shown = "".join(run(*name.split(), "--help").out for name in parsers())
    paths = set(re.findall(r"\btests/[\w./-]+", shown))
    assert paths
    assert sorted(path for path in paths if not (ROOT / path).exists()) == []


def test_the_exit_codes_stand_in_the_help(run: Run) -> None:
    for shown in (run("--help").out, run("ingest", "--help").out):
        assert re.findall(r"^  (\d)  ", shown, re.MULTILINE) == ["0", "1", "2", "3"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ((), "the following arguments are required: COMMAND"),
        (("frobnicate",), "invalid choice: 'frobnicate'"),
        (("ask",), "the following arguments are required: QUESTION"),
        (("ask", "x", "--since", "2020-13-01"), "'2020-13-01' is not a day, write it as 2020-09-02"),
        (("search", "x", "-k", "51"), "'51' is not a whole number from 1 to 50"),
        (("search", "x", "--mode", "psychic"), "choose from 'hybrid', 'lexical', 'dense'"),
        (("decisions", "--outcome", "won"), "choose from 'carried', 'lost'"),
        (("serve", "--port", "70000"), "'70000' is not a whole number from 0 to 65535"),
        (("evaluate",), "the following arguments are required: MEASURE"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_two(run: Run, typed: tuple[str, ...], said: str) -> None:
    ended = run(*typed)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert re.fullmatch(r"minutebook: .+; see `minutebook.* --help`\n", ended.err)


@pytest.mark.parametrize("command", [("ask", "x"), ("search", "x"), ("decisions",), ("up",)])
def test_without_an_archive_one_sentence_says_what_to_run(run: Run, command: tuple[str, ...]) -> None:
    ended = run(*command, "--archive", "file:none")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == (
        "minutebook: there is no archive at file:none: make one with `minutebook ingest FOLDER --archive file:none`\n"
    )


def test_an_error_nobody_foresaw_is_one_sentence_and_its_traceback_is_kept(run: Run, tmp_path: Path) -> None:
    """No path may hold a NUL character, and nobody thought of it."""
    ended = run("decisions", "--archive", "file:a\0b")
    assert ended.code == 1
    assert len(ended.err.splitlines()) == 1
    assert "ValueError" in ended.err
    assert "var/minutebook.log" in ended.err
    assert "Traceback" in (tmp_path / "var" / "minutebook.log").read_text(encoding="utf-8")


def test_with_debug_the_traceback_is_shown(run: Run) -> None:
    ended = run("decisions", "--archive", "file:a\0b", "--debug")
    assert ended.code == 1
    assert ended.err.startswith("Traceback")
    assert ended.err.splitlines()[-1].startswith("minutebook: an error that nobody foresaw")


def test_starting_loads_nothing_heavy(environment: Mapping[str, str]) -> None:
    loaded = f"import ui.cli, sys; print(sorted(set(sys.modules) & set({HEAVY!r})))"
    assert _python(environment, "-c", loaded).stdout == "[]\n"


def test_help_loads_nothing_heavy(environment: Mapping[str, str]) -> None:
    script = (
        "import contextlib, io, sys, ui.cli\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        "    ui.cli.main(['ingest', '--help'])\n"
        f"print(sorted(set(sys.modules) & set({HEAVY!r})))"
    )
    assert _python(environment, "-c", script).stdout == "[]\n"


def test_the_command_runs_as_a_program(environment: Mapping[str, str]) -> None:
    ended = _python(environment, "-m", "ui.cli", "--help")
    assert ended.returncode == 0
    assert ended.stdout.startswith("usage: minutebook")


def test_output_that_nobody_reads_any_more_ends_in_peace(sample: str, environment: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", "ui.cli", "decisions", "--json", "--archive", sample]
    with subprocess.Popen(command, env=dict(environment), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 0


def _python(environment: Mapping[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], env=dict(environment), capture_output=True, text=True, check=False)
