"""Why is this agenda item in the list?

Takes an item of the list, gives a fold that says in plain words by what it was found, which words of the question stand in the
passage shown, and what it holds letter by letter. Gives no scores: a number that means nothing to a reader explains nothing.
"""

from __future__ import annotations

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
    words = {word.casefold(): word for word in reversed(found.words)}
    if words:
        listed = [f"“{word}”" for word in reversed(words.values())]
        said.append(f"Words of the question in the passage shown: {wording.listing(listed)}.")
    else:
        said.append("No word of the question stands in the passage shown.")
    if found.phrases:
        said.append(f"It holds {wording.listing([f'“{phrase}”' for phrase in found.phrases])}, letter by letter.")
    return said
