"""How do figures look in a terminal?

Takes rows of figures by name, prints them in columns: shares with three places, counts as they are, a dash where there is nothing
to measure. Computes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

NARROWEST = 6
"""The width of a share below nought, -0.123."""

Figures = Mapping[str, float | None]


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
    return f"{figure:.3f}" if isinstance(figure, float) else str(figure)
