"""What does a feed quote of an agenda item?

Takes the decisions of an item as the wire has them, or the passage that speaks to the matter, gives HTML for the entry: each clause
under its outcome and vote, what was not agreed apart from what was decided.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from search_api.permalinks import wording
from search_api.permalinks.parts import joined
from search_api.permalinks.parts import quotation
from search_api.schemas import CitationOut
from search_api.schemas import DecisionOut
from search_api.schemas import ItemHeadOut


def content_of(head: ItemHeadOut, decisions: Sequence[DecisionOut], passage: CitationOut | None) -> Markup:
    """Return what an entry quotes, and whose words they are."""
    return joined((_whose(head), *(_ground(ground, decisions) for ground in wording.GROUNDS), _passage(passage)))


def _whose(head: ItemHeadOut) -> Markup:
    said = wording.origin(head.date_origin) if head.date else None
    note = f" ({said})" if said else ""
    state = f"; {head.record_state} minutes" if head.record_state in {"draft", "corrected"} else ""
    return Markup("<p>{}, {}{}{}; page {}.</p>").format(wording.place(head), wording.day(head.date), note, state, head.page)


def _ground(ground: wording.Ground, decisions: Sequence[DecisionOut]) -> Markup:
    clauses = [one for one in decisions if one.outcome in ground.outcomes]
    if not clauses:
        return Markup()
    lede = Markup("<p>{}</p>").format(ground.lede) if ground.lede else Markup()
    return Markup("<h2>{}</h2>{}{}").format(ground.title, lede, joined(map(_clause, clauses)))


def _clause(of: DecisionOut) -> Markup:
    parts = (wording.outcome(of.outcome), wording.clause(of), f"vote: {wording.vote(of)}")
    line = Markup("<p><strong>{}</strong>{}</p>").format(parts[0], "".join(f"; {part}" for part in parts[1:] if part))
    return line + quotation(of.citation.quotation)


def _passage(passage: CitationOut | None) -> Markup:
    if passage is None:
        return Markup()
    return Markup("<h2>What the minutes say</h2>{}").format(quotation(passage.quotation))
