"""How does a plain line look in a terminal, and for programs?

Takes a checked line and the answer it was written from, prints it under its label with the quotations that bear it, or gives it as
the API does. Where there is no line, nothing is printed.
"""

from __future__ import annotations

from rich.console import Console

from search_api.answering import Answer
from search_api.answering import NotRecorded
from search_api.citations import Citation
from search_api.labels import SENTENCES
from search_api.labels import Label
from search_api.plain.lines import PlainLine
from search_api.present_plain import present_plain
from ui.sentences import heading
from ui.sentences import safe
from ui.sentences import sitting


def plain_row(line: PlainLine | None) -> dict[str, object] | None:
    """Return a line as the API gives it."""
    presented = present_plain(line)
    return presented.model_dump(mode="json") if presented else None


def show_plain(screen: Console, line: PlainLine | None, answered: Answer | NotRecorded) -> None:
    """Print a line under its label, and below it which quotations it cites."""
    if line is None or not isinstance(answered, Answer):
        return
    screen.print(SENTENCES[Label.PLAIN], style="bold")
    screen.print(f"  {safe(line.text)}")
    cited = _citations(answered)
    for number in sorted({number for support in line.supports for number in support.citations}):
        place = cited[number - 1].place
        screen.print(f"  [{number}] {safe(heading(place))} ({safe(sitting(place))})", style="dim")


def _citations(answered: Answer) -> tuple[Citation, ...]:
    return (*(one.citation for one in (*answered.decisions, *answered.not_carried)), *answered.passages)
