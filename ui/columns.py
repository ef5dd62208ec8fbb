"""How do several answers look side by side?

Takes names and rows of cells, prints a table whose columns are wrapped: as wide as the terminal, or as wide as its columns need
where there is none, since a file can be scrolled and narrow columns of quotations cannot be read. Words stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ui.sentences import safe

NARROWEST = 34
"""Letters of a column below which a quotation is a list of words."""

Cells = Sequence[Sequence[str]]
"""The cells of a row, each the paragraphs that stand in it."""


def show_columns(screen: Console, names: Sequence[str], rows: Sequence[tuple[str, Cells]]) -> None:
    """Print the rows under the names, each row under its own title."""
    table = Table(box=box.ASCII, show_lines=True, expand=True)
    for name in names:
        table.add_column(Text(safe(name)), ratio=1, overflow="fold")
    for title, cells in rows:
        table.add_row(*(Text(safe(_cell(title, cell)), overflow="fold") for cell in cells))
    least = (NARROWEST + len("| ") + len(" ")) * len(names) + len("|")
    screen.width = max(screen.width, least) if screen.is_terminal else least
    screen.print(table)


def _cell(title: str, paragraphs: Sequence[str]) -> str:
    """Return the paragraphs of a cell below the title of its row; an empty cell is said to be one."""
    said = "\n\n".join(paragraphs)
    return f"{title.upper()}\n{said or '-'}" if title else said
