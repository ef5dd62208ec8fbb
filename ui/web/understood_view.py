"""What was read from the words of the question, and how is that changed?

Takes what a reply says of it, gives the line below the box: each operator typed with the link that asks without it, each filter
applied with the link that searches without it, each one offered as a link that applies it, what the archive cannot know, and "Did
you mean". Changes nothing by itself.
"""

from __future__ import annotations

from markupsafe import Markup

from search_api.schemas import ChipOut
from search_api.schemas import TypedOut
from search_api.schemas import UnderstoodOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import joined
from ui.web.links import Screen


def understood(reply: UnderstoodOut, screen: Screen) -> Markup:
    """Return what was understood, or nothing where the words are taken as they are."""
    parts = joined((_chips(reply, screen), _suggestion(reply.did_you_mean, screen), _notices(reply)))
    return Markup('<div class="mb" lang="en-GB">{}</div>').format(parts) if parts else NOTHING


def _chips(reply: UnderstoodOut, screen: Screen) -> Markup:
    if not (reply.understood or reply.typed):
        return NOTHING
    typed = joined(_typed(one, screen) for one in reply.typed)
    chips = typed + joined(_applied(chip, screen) if chip.applied else _offered(chip, screen) for chip in reply.understood)
    return Markup('<nav aria-label="Understood from your question"><ul class="mb-chips">{}</ul></nav>').format(chips)


def _typed(operator: TypedOut, screen: Screen) -> Markup:
    """Return an operator as it was typed, with the question without it; a phrase keeps its words and loses its marks."""
    call = "as plain words" if operator.name == "phrase" else "remove"
    value = f"“{operator.value}”" if operator.name in {"phrase", "excluded"} else operator.value
    return Markup('<li>{}: <strong>{}</strong> · <a href="{}">{}<span class="mb-hidden"> {}</span></a></li>').format(
        wording.OPERATORS[operator.name], value, screen.asking(operator.rest), call, operator.words
    )


def _applied(chip: ChipOut, screen: Screen) -> Markup:
    link = Markup('<a href="{}">search {}<span class="mb-hidden"> and not only {}</span></a>').format(
        screen.leaving(chip.words), wording.EVERYTHING[chip.kind], chip.label
    )
    return Markup("<li>Only: <strong>{}</strong>, from “{}” · {}</li>").format(chip.label, chip.words, link)


def _offered(chip: ChipOut, screen: Screen) -> Markup:
    return Markup('<li><a href="{}">Only {}?</a></li>').format(screen.narrowed(chip.filters), chip.label)


def _suggestion(suggested: str | None, screen: Screen) -> Markup:
    if suggested is None:
        return NOTHING
    return Markup('<p>Did you mean <a href="{}">{}</a>?</p>').format(screen.asking(suggested), suggested)


def _notices(reply: UnderstoodOut) -> Markup:
    if not reply.notices:
        return NOTHING
    return Markup('<div class="mb-note" role="status">{}</div>').format(
        joined(Markup("<p>{}</p>").format(notice) for notice in reply.notices)
    )
