"""Who was there, and who came and left?

Takes the attendance of an item as the wire has it, gives one section: names from a list of those present, absent or attending in
rows, each name as quoted with its page; whoever came, left or stood in for somebody on a line with the words that say so.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from search_api.schemas import AttendanceOut
from ui.web.components import NOTHING
from ui.web.components import doubtful
from ui.web.components import joined

_ROWS = {
    "present": "Present",
    "apologies": "Apologies",
    "substitute": "Substitutes",
    "in attendance": "In attendance",
    "arrived": "Arrived",
    "left": "Left",
    "unclear": "Unclear",
}
"""Ways to attend in the order in which they are shown."""

_UNEXPLAINED = "the minutes use a letter that they do not explain"


def attendance(people: Sequence[AttendanceOut], record: str = "the text above") -> Markup:
    """Return the section, nothing where nobody is named; `record` says where the full record stands."""
    if not people:
        return NOTHING
    listed = [person for person in people if _is_bare(person)]
    told = [person for person in people if not _is_bare(person)]
    lede = Markup('<p class="mb-muted">Read from {}, which is the full record.</p>').format(record)
    rows = Markup('{}<dl class="mb-facts">{}</dl>').format(lede, joined(_rows(listed))) if listed else NOTHING
    lines = Markup("<ul>{}</ul>").format(joined(_line(person) for person in told)) if told else NOTHING
    return Markup("<section><h2>Who came and left</h2>{}{}</section>").format(rows, lines)


def _is_bare(person: AttendanceOut) -> bool:
    """Return whether the words that say so are the name in a list, and no more is known."""
    words = " ".join(person.quotation.text.split())
    return words == " ".join(person.name.split()) and person.presence not in {"arrived", "left"} and person.instead_of is None


def _rows(people: Iterable[AttendanceOut]) -> Iterable[Markup]:
    order = list(_ROWS)
    ordered = sorted(people, key=lambda person: (order.index(person.presence), person.quotation.page))
    for (presence, page), group in groupby(ordered, key=lambda person: (person.presence, person.quotation.page)):
        together = list(group)
        names = ", ".join(f"“{' '.join(person.quotation.text.split())}”" for person in together)
        why = Markup("<p>{}.</p>").format(_UNEXPLAINED.capitalize()) if presence == "unclear" else NOTHING
        note = Markup("<dt>{}</dt><dd>{}, page {}{}{}</dd>")
        yield note.format(_ROWS[presence], names, page, why, doubtful([person.quotation for person in together]))


def _line(person: AttendanceOut) -> Markup:
    words = " ".join(person.quotation.text.split())
    return Markup('<li>{}: {} <span class="mb-muted">“{}”, page {}</span>{}</li>').format(
        person.name, _how(person), words, person.quotation.page, doubtful([person.quotation])
    )


def _how(person: AttendanceOut) -> str:
    """Return how somebody attended, with whom a substitute stood in for and the time of coming or going, where they were read."""
    how = f"unclear: {_UNEXPLAINED}" if person.presence == "unclear" else person.presence
    instead = f" for {person.instead_of}" if person.instead_of else ""
    return f"{how}{instead}, {person.when}" if person.when else f"{how}{instead}"
