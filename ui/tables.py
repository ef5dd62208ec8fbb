"""How do figures look in a terminal?

Takes rows of figures by name, prints them in columns: shares with three places, times with one, counts as they are, a dash where
there is nothing to measure. Computes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

NARROWEST = 6
"""The width of a share below nought, -0.123."""

SHARES = 10
"""From here on a figure is no share but a time, whose thousandths say nothing."""

Figures = Mapping[str, float | None]


def show_tables(tables: Mapping[str, Mapping[str, Figures]], notes: Mapping[str, object]) -> None:
    """Print each table under its title, then the notes that say anything."""
    for title, rows in tables.items():
        print(f"\n{title}")
        show_table(rows)
    for name, note in notes.items():
        if note:
            print(f"\n{name}: {', '.join(note) if isinstance(note, list) else note}")


def show_table(rows: Mapping[str, Figures]) -> None:
    """Print one line a row under the names of the first row's figures."""
    if not rows:
        return
    columns = list(next(iter(rows.values())))
    side = max(len(name) for name in rows)
    print("  ".join([" " * side, *(column.rjust(NARROWEST) for column in columns)]))
    for name, figures in rows.items():
        cells = (_cell(figures[column]).rjust(max(NARROWEST, len(column))) for column in columns)
        print("  ".join([name.ljust(side), *cells]))


def _cell(figure: float | None) -> str:
    if figure is None:
        return "-"
    if not isinstance(figure, float):
        return str(figure)
    return f"{figure:.3f}" if abs(figure) < SHARES else f"{figure:.1f}"
