"""How did a vote stand, in a picture?

Takes the figures of a vote as printed, gives a bar of for, against and abstained with a line at the half, each side in a pattern of
its own, and the figures in words below. No figure is made up: where for or against is not printed there is no bar, and it is said.
"""

from __future__ import annotations

from markupsafe import Markup

from search_api.schemas import DecisionOut
from search_api.schemas import TallyOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import joined

SIDES = ("for", "against", "abstained")
"""The sides of a vote, as the wire names them; each has a pattern in `page.css`."""

NO_FIGURES = "Figures not printed."


def figures(vote: DecisionOut) -> Markup:
    """Return the bar where it can be drawn, and the vote in words."""
    if vote.tally is None:
        said = wording.vote(vote)
        return Markup("<p>{}</p>").format(f"{said.capitalize()}. {NO_FIGURES}" if said else NO_FIGURES)
    words = joined(_figure(side, figure) for side, figure in zip(SIDES, counts(vote.tally), strict=True))
    casting = Markup("<p>On a casting vote.</p>") if vote.casting else NOTHING
    return Markup('{}<ul class="mb-figures">{}</ul>{}').format(bar(vote.tally), words, casting)


def counts(tally: TallyOut) -> tuple[int | None, int | None, int | None]:
    """Return the figures in the order of `SIDES`."""
    return tally.in_favour, tally.against, tally.abstained


def _figure(side: str, figure: int | None) -> Markup:
    sample = Markup('<span class="mb-side mb-side-{}" aria-hidden="true"></span>').format(side)
    if figure is None:
        return Markup('<li class="mb-muted">{} not printed</li>').format("abstentions" if side == "abstained" else f"votes {side}")
    return Markup("<li>{}{} {}</li>").format(sample, figure, side)


def bar(tally: TallyOut) -> Markup:
    """Return the bar, hidden from screen readers since the figures follow in words; nothing where a side has no figure."""
    if tally.in_favour is None or tally.against is None or not any(counts(tally)):
        return NOTHING
    part = Markup('<span class="mb-side-{}" style="--votes:{}"></span>')
    parts = joined(part.format(side, figure) for side, figure in zip(SIDES, counts(tally), strict=True) if figure)
    return Markup('<div class="mb-bar" aria-hidden="true">{}</div>').format(parts)
