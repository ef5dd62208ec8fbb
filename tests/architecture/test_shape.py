"""The shape of the house: sizes, names and doors that no linter looks after."""

from __future__ import annotations

import ast
import importlib.metadata
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("index", "ingest", "search_api", "ui")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_over_400_lines_and_no_function_over_60(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    long = [one.name for one in functions(ast.parse(text)) if (one.end_lineno or 0) - one.lineno >= LONGEST_FUNCTION]
    assert len(text.splitlines()) <= LONGEST_MODULE
    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    if path.name == "__init__.py":
        assert len(tree.body) == 1


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_inside_functions_stand_in_the_two_files_that_load_on_demand(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = [node for one in functions(tree) for node in ast.walk(one) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert not inside or name_of(path) in {"index/opening.py", "ui/cli.py"}


def test_nothing_beside_the_streamlit_script_hides_a_package() -> None:
    """Streamlit puts the script's folder first on the path: a file named `index.py` there would replace the package."""
    names = {path.stem for path in (ROOT / "ui" / "web").glob("*.py")} - {"__init__"}
    taken = set(ROOMS) | set(sys.stdlib_module_names) | set(importlib.metadata.packages_distributions())
    assert names & taken == set()


def test_the_four_names_are_provided_by_this_project_alone() -> None:
    provided = importlib.metadata.packages_distributions()
    others = {room: set(provided.get(room, [])) - {"minutebook"} for room in ROOMS}
    assert others == {room: set() for room in ROOMS}


def test_there_is_no_package_below_tests() -> None:
    """An `__init__.py` there would make pytest import tests/index as `index`."""
    assert list((ROOT / "tests").rglob("__init__.py")) == []
