"""How far is it?

Draws a bar or a spinner on the error stream while something long runs, and nothing at all when nobody watches (output that goes
into a file or a pipe). Takes counts; never decides what is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn
from rich.progress import MofNCompleteColumn
from rich.progress import Progress
from rich.progress import SpinnerColumn
from rich.progress import TextColumn
from rich.progress import TimeRemainingColumn


class Told(Protocol):
    """Takes how many are done, how many there are, and what is being done now."""

    def __call__(self, done: int, total: int, stage: str | None = None) -> None:
        """Move the bar."""


@contextmanager
def bar(words: str) -> Iterator[Told]:
    """Give a function that moves a bar; without a terminal it does nothing."""
    with _progress(BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()) as progress:
        task = progress.add_task(words, total=None)

        def move(done: int, total: int, stage: str | None = None) -> None:
            progress.update(task, completed=done, total=total, description=stage)

        yield move


@contextmanager
def spinner(words: str) -> Iterator[None]:
    """Turn a spinner beside some words while the body runs."""
    with _progress() as progress:
        progress.add_task(words, total=None)
        yield


def _progress(*columns: BarColumn | MofNCompleteColumn | TimeRemainingColumn) -> Progress:
    errors = Console(stderr=True)
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        *columns,
        console=errors,
        transient=True,
        disable=not errors.is_terminal,
    )
