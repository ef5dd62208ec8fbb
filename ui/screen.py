"""How does an answer look in a terminal?

Takes what was found or answered, prints it for a person: quotations first, below each its outcome, its vote and where it stands.
What was not agreed stands apart from what was decided. Prints words as they are, without mark-up; knows no JSON.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable
from collections.abc import Sequence
from functools import partial

from rich.console import Console
from rich.text import Text

from search_api.answering import Answer
from search_api.answering import NotRecorded
from search_api.applied import Applied
from search_api.citations import Citation
from search_api.decisions import QuotedDecision
from search_api.found import Found
from search_api.found import ItemHit
from search_api.highlight import marked
from search_api.highlight import window
from search_api.labels import SENTENCES
from search_api.ordering import Order
from search_api.places import Place
from ui.sentences import OUTCOMES
from ui.sentences import chip
from ui.sentences import heading
from ui.sentences import looked_at
from ui.sentences import movers
from ui.sentences import safe
from ui.sentences import sitting
from ui.sentences import verdict
from ui.sentences import voters
from ui.sentences import whereabouts

SNIPPET = 320
"""Characters of a passage in a list of results; an answer always quotes in full."""

_EMPTY_LINES = re.compile(r"\n\s*\n")
_ONE_EMPTY_LINE = "\n\n"

MIN_WIDTH = 40
"""Columns below which lines are not wrapped any narrower."""


def console() -> Console:
    """Return the terminal; square brackets are words here, as they are in minutes."""
    return Console(markup=False, highlight=False, emoji=False)


def show_understood(screen: Console, applied: Applied) -> None:
    """Print what was read from the question: filters applied and offered, what cannot be known, and what may be misspelt."""
    lines = [*(chip(one) for one in applied.chips), *(one.sentence for one in applied.refusals)]
    if applied.suggestion:
        lines.append(f"Did you mean: {applied.suggestion}")
    for line in lines:
        _line(screen, line)
    if lines:
        screen.print()


def show_answer(screen: Console, answered: Answer | NotRecorded) -> None:
    """Print an answer, or that there is none and what was looked at."""
    if isinstance(answered, NotRecorded):
        _show_nothing(screen, answered)
        return
    if answered.label:
        _line(screen, SENTENCES[answered.label])
    sections = [("Decided", answered.decisions), ("Not agreed", answered.not_carried)]
    for title, decisions in reversed(sections) if answered.not_carried_first else sections:
        _show_decisions(screen, title, decisions)
    _show_passages(screen, answered.passages)
    if answered.missing:
        _title(screen, "Not recorded")
        for detail in answered.missing:
            _line(screen, SENTENCES[detail], 2)


def show_found(screen: Console, found: Found, passages: Sequence[Citation]) -> None:
    """Print the agenda items that were found, each with its best passage."""
    if not found.hits:
        _line(screen, "Nothing found in these minutes.")
        return
    if found.weak:
        _line(screen, "Nothing matches well; these are the nearest.", style="italic")
    last = ""
    for rank, (hit, passage) in enumerate(zip(found.hits, passages, strict=True), 1):
        if (part := _part_of(hit, found)) != last:
            _line(screen, part, style="italic")
        last = part
        _line(screen, f"{rank}. {heading(hit.place)}", style="bold")
        _line(screen, sitting(hit.place), 3)
        _quotation(screen, _snippet(passage, found.query.tokens), 3)
        if hit.place.item.limbs:
            _line(screen, _outcomes(hit.place), 3, "dim")
        _line(screen, whereabouts(passage), 3, "dim")
        screen.print()
    total = found.total if found.order is Order.BEST else len(found.matching)
    _line(screen, f"{len(found.hits)} of {total} agenda items")


def _part_of(hit: ItemHit, found: Found) -> str:
    """Return what is said above this part of the list: nothing where only the filters were searched."""
    if hit.place.item.id in found.outside:
        return "These lie outside what was understood, and match the rest of the question:"
    return "" if not found.outside or hit.place.item.id in found.matching else "These match less well:"


def _show_nothing(screen: Console, answered: NotRecorded) -> None:
    _line(screen, SENTENCES[answered.label], style="bold")
    _line(screen, f"Looked at: {looked_at(answered.coverage)}.")
    if answered.nearest:
        screen.print()
        _line(screen, "The nearest items, which do not answer:")
        for place in answered.nearest:
            _line(screen, f"{heading(place)} ({sitting(place)})", 2, "dim")


def _show_decisions(screen: Console, title: str, decisions: Iterable[QuotedDecision]) -> None:
    for number, quoted in enumerate(decisions):
        if number == 0:
            _title(screen, title)
        limb = quoted.limb
        _quotation(screen, quoted.citation.text, 2, f"{limb.label}: " if limb.label else "")
        _line(screen, verdict(limb), 4, "bold")
        for words in _as_minuted(quoted):
            _quotation(screen, words, 4, "As minuted: ")
        recorded = voters(limb.vote.recorded) if limb.vote and limb.vote.recorded else None
        for line in (movers(limb), recorded):
            if line:
                _line(screen, line, 4)
        _citation(screen, quoted.citation)


def _as_minuted(quoted: QuotedDecision) -> list[str]:
    """Return the whole sentences in which a clause stands, where these say more than the clause."""
    return [piece.text for piece in quoted.minuted if piece.text not in {one.text for one in quoted.citation.pieces}]


def _show_passages(screen: Console, passages: Sequence[Citation]) -> None:
    for number, passage in enumerate(passages):
        if number == 0:
            _title(screen, "What the minutes say")
        _quotation(screen, passage.text, 2)
        _citation(screen, passage)


def _citation(screen: Console, citation: Citation) -> None:
    _line(screen, _source(citation.place), 4, "dim")
    _line(screen, whereabouts(citation), 4, "dim")
    if citation.place.url:
        _line(screen, citation.place.url, 4, "dim")
    screen.print()


def _source(place: Place) -> str:
    return f"{sitting(place)}: {heading(place)}"


def _outcomes(place: Place) -> str:
    counted = Counter(OUTCOMES[limb.outcome].lower() for limb in place.item.limbs)
    return f"Decisions: {', '.join(f'{count} {outcome}' for outcome, count in counted.items())}"


def _snippet(passage: Citation, asked: Sequence[str]) -> str:
    text = passage.text
    start, end = window(text, marked(text, asked), SNIPPET)
    return text[start:end]


def _title(screen: Console, words: str) -> None:
    screen.print()
    _line(screen, words, style="bold underline")
    screen.print()


def _quotation(screen: Console, words: str, indent: int, label: str = "") -> None:
    _line(screen, f"{label}\u201c{_EMPTY_LINES.sub(_ONE_EMPTY_LINE, words.strip())}\u201d", indent)


def _line(screen: Console, words: str, indent: int = 0, style: str = "") -> None:
    """Print words below each other, wrapped between words where a terminal is; a file or a pipe gets the lines as they are."""
    width = max(MIN_WIDTH, screen.width - indent) if screen.is_terminal else sys.maxsize
    wrap = partial(textwrap.wrap, width=width, break_long_words=False, break_on_hyphens=False)
    for line in safe(words).split("\n"):
        for part in wrap(line) or [""]:
            screen.print(Text(f"{' ' * indent}{part}".rstrip(), style), soft_wrap=True)
