"""What do two councils, or two bodies, say on the same?

Takes the reply of `/v1/compare`, gives one column each, side by side where there is room: what was decided, apart from it what was
not, and what was said, each quoted and cited. A column without an answer says what was looked at, one that was not looked at says
why. Draws no conclusion from one column to another: a silent record is not a decision.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from search_api.schemas import AnswerOut
from search_api.schemas import CitationOut
from search_api.schemas import DecisionOut
from search_api.schemas_briefing import ColumnOut
from search_api.schemas_briefing import CompareOut
from ui.web import wording
from ui.web.answer_card import ABOUT_DECISIONS
from ui.web.answer_card import looked_at
from ui.web.components import NOTHING
from ui.web.components import head
from ui.web.components import in_place
from ui.web.components import joined
from ui.web.components import quotation
from ui.web.decision_cards import cards
from ui.web.excerpts import excerpt
from ui.web.excerpts import excerpted
from ui.web.links import Screen

FEWEST = 2
MOST = 6
"""Columns that can be asked for."""

NOT_DECIDED = "Lost, withdrawn, not put to the vote or not clear. These are not decisions."

_STYLES = {"answer": "", "no_record": "mb-silent", "failed": "mb-failed"}


def too_few(screen: Screen) -> str | None:
    """Return what keeps a comparison from being made, in a sentence; `None` where it can be asked for."""
    named = len(screen.councils) + len(screen.bodies)
    if screen.councils and screen.bodies:
        return "Councils are compared with councils, and bodies with bodies: leave one of the two boxes empty."
    if named > MOST:
        return f"{named} are chosen, and {MOST} can be compared: take some away."
    if named < FEWEST:
        return "Choose two to six councils, or two to six bodies." if not named else "Only one is chosen: choose at least one more."
    return None if screen.question else "Nothing is asked yet: write a question to ask of each of them."


def not_yet(reason: str) -> Markup:
    """Return what is missing before a comparison can be made."""
    return Markup('<div class="mb" lang="en-GB"><p class="mb-note" role="status">{}</p></div>').format(reason)


def comparison(found: CompareOut, screen: Screen) -> Markup:
    """Return the columns under their question."""
    columns = joined(_column(number, column, screen) for number, column in enumerate(found.columns, 1))
    return Markup(
        '<div class="mb" lang="en-GB"><p class="mb-lede" role="status">“{}”: {}.</p><div class="mb-columns">{}</div></div>'
    ).format(found.question, _counted(found), columns)


def _counted(found: CompareOut) -> str:
    kinds = [column.kind for column in found.columns]
    parts = (
        (kinds.count("answer"), "answered"),
        (kinds.count("no_record"), "without a record"),
        (kinds.count("failed"), "not looked at"),
    )
    return ", ".join(f"{count} {words}" for count, words in parts if count)


def _column(number: int, column: ColumnOut, screen: Screen) -> Markup:
    label = Markup("<p>{}</p>").format(column.label) if column.label else NOTHING
    inside = _answered(column.answer, screen) if column.answer else Markup('<p class="mb-note">{}</p>').format(column.failure or "")
    return Markup(
        '<section class="mb-column {}" aria-labelledby="mb-column-{}"><h2 id="mb-column-{}">{}</h2>{}{}</section>'
    ).format(_STYLES[column.kind], number, number, column.name, label, inside)


def _answered(found: AnswerOut, screen: Screen) -> Markup:
    decided = _part("Decided", None, found.decisions, found, screen)
    fallen = _part("Not agreed", NOT_DECIDED, found.not_carried, found, screen)
    first, second = (fallen, decided) if found.not_carried_first else (decided, fallen)
    missing = joined(Markup('<p class="mb-note">{}</p>').format(detail.label) for detail in found.missing)
    coverage = looked_at(found.coverage, Screen())
    return joined((missing, first, second, _said(found, screen), coverage))


def _part(title: str, lede: str | None, found: Sequence[DecisionOut], answer: AnswerOut, screen: Screen) -> Markup:
    if not found:
        return NOTHING
    note = Markup('<p class="mb-muted">{}</p>').format(lede) if lede else NOTHING
    return Markup('<div role="group" aria-label="{}"><p class="mb-column-part">{}</p>{}{}</div>').format(
        title, title, note, cards(found, screen, answer.asks_for)
    )


def _said(found: AnswerOut, screen: Screen) -> Markup:
    """Return the passages, folded away where decisions answer the question already."""
    if not found.passages:
        return NOTHING
    quoted = joined(_passage(passage, screen) for passage in found.passages)
    if (found.decisions or found.not_carried) and found.asks_for in ABOUT_DECISIONS:
        count = wording.plural(len(found.passages), "more passage")
        return Markup("<details><summary>{}</summary>{}</details>").format(count, quoted)
    return Markup('<div role="group" aria-label="Said"><p class="mb-column-part">Said</p>{}</div>').format(quoted)


def _passage(passage: CitationOut, screen: Screen) -> Markup:
    short = excerpt(passage.quotation)
    whole = quotation(passage.quotation)
    folded = Markup("<details><summary>The whole passage</summary>{}</details>").format(whole)
    words = whole if short.whole else excerpted(short) + folded
    return Markup('<article class="mb-card">{}{}{}</article>').format(
        head(passage, screen.at_item(passage.item_id, passage.spans)), words, in_place(passage, screen)
    )
