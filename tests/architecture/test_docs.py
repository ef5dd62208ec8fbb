"""Documentation that fails the build when it lies."""

from __future__ import annotations

import re
import shlex
from argparse import _SubParsersAction
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.settings import ArchiveSettings
from index.settings import Settings
from ingest.settings import IngestSettings
from search_api.settings import ApiSettings
from search_api.settings import PlainSettings
from search_api.settings import SearchSettings
from ui.arguments import Parser
from ui.arguments import command_parser

ROOT = Path(__file__).parents[2]
TABLES: dict[str, type[Settings]] = {
    "archive": ArchiveSettings,
    "search": SearchSettings,
    "api": ApiSettings,
    "ingest": IngestSettings,
    "plain": PlainSettings,
}
RUN_TIME = ("var/", "../")
"""Paths that are there only once something has run, or beside the checkout."""


@pytest.fixture(scope="module")
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def makefile() -> str:
    return (ROOT / "Makefile").read_text(encoding="utf-8")


def parsers() -> dict[str, Parser]:
    """Every command, by what is typed."""
    return dict(_below(command_parser(), ""))


def _below(parser: Parser, typed: str) -> Iterator[tuple[str, Parser]]:
    yield typed.strip(), parser
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            for name, child in action.choices.items():
                yield from _below(child, f"{typed} {name}")


def code(text: str) -> list[str]:
    """Every line of a code block and every stretch of inline code."""
    blocks = re.findall(r"^```[^\n]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    outside = re.sub(r"^```[^\n]*\n.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    lines = [line.strip().removeprefix("$ ") for block in blocks for line in block.replace("\\\n", " ").splitlines()]
    return [*lines, *re.findall(r"`([^`\n]+)`", outside)]


def typed(text: str, program: str) -> list[list[str]]:
    """Every call of a program in a text, as words."""
    calls = [shlex.split(line, comments=True) for line in code(text) if line.startswith(f"{program} ")]
    return [words[1:] for words in calls if len(words) > 1]


@pytest.mark.parametrize("name", sorted(name for name in parsers() if name))
def test_every_command_and_every_option_is_in_the_readme(readme: str, name: str) -> None:
    assert f"minutebook {name}" in readme
    options = {option for action in parsers()[name]._actions for option in action.option_strings if option.startswith("--")}
    missing = sorted(option for option in options - {"--help"} if not re.search(rf"{option}\b(?!-)", readme))
    assert missing == []


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_setting_is_in_the_readme(readme: str, table: str) -> None:
    assert f"[{table}]" in readme
    missing = [key for key in TABLES[table].model_fields if not re.search(rf"\b{key}\b", readme)]
    assert missing == []


def test_every_minutebook_command_in_the_readme_can_be_typed(readme: str) -> None:
    calls = typed(readme, "minutebook")
    assert calls
    for words in calls:
        assert _unknown(words) == [], " ".join(words)


def _unknown(words: list[str]) -> list[str]:
    """Words that name no command, and options that the command does not have."""
    known = parsers()
    name = words[0] if words[0] in known else ""
    if len(words) > 1 and f"{name} {words[1]}" in known:
        name = f"{name} {words[1]}"
    if not name and not words[0].startswith("-") and words[0] != "COMMAND":
        return words[:1]
    options = {option for action in known[name]._actions for option in action.option_strings}
    return [word for word in words if word.startswith("-") and word.partition("=")[0] not in options]


def test_every_make_target_in_the_readme_exists_and_has_help(readme: str, makefile: str) -> None:
    calls = typed(readme, "make")
    targets = {word for words in calls for word in words if "=" not in word and not word.startswith("-")}
    helped = set(re.findall(r"^([\w-]+):[^\n]*##", makefile, re.MULTILINE))
    assert targets
    assert sorted(targets - helped) == []


def test_every_path_in_the_architecture_exists() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = {stretch for stretch in code(text) if re.fullmatch(r"[\w.-]+(?:/[\w.-]+)*(?:\.(?:py|toml|md|txt)|/)", stretch)}
    assert named
    assert sorted(path for path in named if not path.startswith(RUN_TIME) and not (ROOT / path).exists()) == []
