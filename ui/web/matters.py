"""Which matter, comparison or voter could be followed in this archive?

Tries the questions of `ui.web.examples` before one is offered, so that nobody's first click on an empty screen finds nothing: a
matter that came up at least twice, two councils or bodies of which the first answers, and a name that a recorded vote prints.
Gives `None` where this archive has none.
"""

from __future__ import annotations

from dataclasses import dataclass

from search_api.schemas import AnswerOut
from search_api.schemas_state import FacetsOut
from ui.web.client import MinutebookApi
from ui.web.examples import QUESTIONS

FEWEST = 2
"""Entries that make a timeline, and columns that make a comparison."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and two councils, or two bodies, to ask it of; `by` is the parameter that names them."""

    question: str
    by: str
    names: tuple[str, ...]


def matter(api: MinutebookApi) -> str | None:
    """Return the first question whose matter came up on at least two stated days."""
    return next((question for question in QUESTIONS if len(api.timeline(question, ()).entries) >= FEWEST), None)


def comparison(api: MinutebookApi, facets: FacetsOut) -> Pair | None:
    """Return the first question that is answered, to be asked of two councils, or of two bodies, the first of which answers it."""
    pairs = (_pair(question, api.answer(question, ()), facets) for question in QUESTIONS)
    return next((pair for pair in pairs if pair), None)


def _pair(question: str, found: AnswerOut, facets: FacetsOut) -> Pair | None:
    """Return those whom the answer cites, first, with those who hold most beside them; councils before bodies."""
    for by, held in (("council", facets.council), ("body", facets.body)):
        names = [each.value for each in held]
        cited = [name for name in _cited(found, by) if name in names]
        if cited and len(names) >= FEWEST:
            return Pair(question, by, tuple(dict.fromkeys((*cited, *names)))[:FEWEST])
    return None


def _cited(found: AnswerOut, by: str) -> list[str]:
    quoted = (*(each.citation for each in (*found.decisions, *found.not_carried)), *found.passages)
    named = (each.council if by == "council" else each.body for each in quoted)
    return [name for name in named if name]


def voter(api: MinutebookApi) -> str | None:
    """Return a name of the newest recorded vote, as printed."""
    votes = api.votes((("recorded", "true"), ("count", "1"))).votes
    sides = votes[0].recorded_vote if votes else None
    return next(iter((*sides.in_favour, *sides.against, *sides.abstained)), None) if sides else None
