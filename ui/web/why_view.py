"""Why is this agenda item in the list?

Takes an item of the list, gives a fold that says in plain words by what it was found, which words of the question stand in the
passage shown, or what minutes say for them, and what it holds letter by letter. Gives no scores: a number that means nothing to a
reader explains nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from search_api.schemas import ResultOut
from search_api.schemas import WhyOut
from ui.web import wording
from ui.web.components import joined

_FOUND_BY = {
    ("dense", "lexical"): "by its words and by its meaning",
    ("lexical",): "by its words",
    ("dense",): "by its meaning: it says something like the question, in other words",
    (): "because it holds exactly what was asked for",
}


def why(result: ResultOut) -> Markup:
    """Return the fold."""
    lines = joined(Markup("<p>{}</p>").format(line) for line in _lines(result.why))
    return Markup(
        '<details class="mb-why"><summary>Why is this here<span class="mb-hidden"> ({})</span></summary>{}</details>'
    ).format(wording.title(result), lines)


def _lines(found: WhyOut) -> list[str]:
    said = [f"Found {_FOUND_BY[tuple(sorted(found.legs))]}."]
    if found.words:
        said.append(f"Words of the question in the passage shown: {_named(found.words)}.")
    else:
        said.append("No word of the question stands in the passage shown.")
    if found.instead:
        said.append(f"For what was typed, minutes also say: {_named(found.instead)}.")
    if found.phrases:
        said.append(f"It holds {wording.listing([f'“{phrase}”' for phrase in found.phrases])}, letter by letter.")
    return said


def _named(written: Sequence[str]) -> str:
    """Return the words in quotation marks, each once however it is written."""
    words = {word.casefold(): word for word in reversed(written)}
    return wording.listing([f"“{word}”" for word in reversed(words.values())])
