"""What do the minutes say?

Takes the reply of `/v1/answer`, gives the first thing on the screen: what was decided, then, in sections of their own, what was not
agreed and what has no clear outcome (before it, where that is what answers best), then what was said. Or that these minutes hold
nothing, with what was looked at. Says nothing of its own but headings and the fixed sentences of the API.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from search_api.schemas import AnswerOut
from search_api.schemas import CitationOut
from search_api.schemas import CoverageOut
from search_api.schemas import ItemHeadOut
from search_api.schemas import MissingOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import head
from ui.web.components import in_place
from ui.web.components import joined
from ui.web.components import quotation
from ui.web.decision_cards import cards
from ui.web.decision_cards import kept_apart
from ui.web.keeping import keep_link
from ui.web.links import Screen

ABOUT_DECISIONS = frozenset({"decision", "precedent", "vote", "voters"})
"""Questions that decisions answer: what was said besides is folded away. For others it may hold the answer, and is open."""


def answer(found: AnswerOut, screen: Screen) -> Markup:
    """Return the answer card, or that nothing was found."""
    return not_recorded(found, screen) if found.kind == "not_recorded" else _quoted(found, screen)


def _quoted(found: AnswerOut, screen: Screen) -> Markup:
    return Markup('<div class="mb" lang="en-GB">{}{}{}{}{}</div>').format(
        _first(found, screen),
        kept_apart(found.not_carried, lambda clauses: cards(clauses, screen, found.asks_for)),
        _decided_too(found, screen) if found.not_carried_first else NOTHING,
        _besides(found, screen) if found.decisions or found.not_carried else NOTHING,
        _plain(found, screen),
    )


def _decided_too(found: AnswerOut, screen: Screen) -> Markup:
    """Return what was decided, below what answers best and was not carried."""
    if not found.decisions:
        return NOTHING
    return Markup("<section><h2>Decided in other items</h2>{}</section>").format(cards(found.decisions, screen, found.asks_for))


def _plain(found: AnswerOut, screen: Screen) -> Markup:
    """Return the line in plain English in a box of its own, under its label, with the quotations that bear it; last of all."""
    if found.plain is None:
        return NOTHING
    quoted = (*(one.citation for one in (*found.decisions, *found.not_carried)), *found.passages)
    numbers = sorted({number for one in found.plain.supports for number in one.citations})
    cited = joined(
        Markup('<li>[{}] <a href="{}">{}</a></li>').format(number, screen.at_item(one.item_id, one.spans), wording.title(one))
        for number, one in ((number, quoted[number - 1]) for number in numbers if number <= len(quoted))
    )
    return Markup(
        '<section class="mb-note" aria-label="In plain English"><p><strong>{}</strong></p><p>{}</p><ul>{}</ul></section>'
    ).format(found.plain.label, found.plain.text, cited)


def _first(found: AnswerOut, screen: Screen) -> Markup:
    label = Markup("<p>{}</p>").format(found.label) if found.label else NOTHING
    if found.decisions and not found.not_carried_first:
        said = cards(found.decisions, screen, found.asks_for)
    elif found.not_carried:
        said = Markup("<p>What is recorded on this was not carried. It stands below.</p>")
    else:
        said = joined(_passage(passage, screen) for passage in found.passages)
    return Markup('<section aria-labelledby="mb-answer"><h2 id="mb-answer">What the minutes say</h2>{}{}{}{}</section>').format(
        at_a_glance(found), label, _missing(found.missing), said
    )


def at_a_glance(found: AnswerOut) -> Markup:
    """Return how many clauses were carried, deferred, lost and so on, where they differ: what was not agreed is told before
    anybody scrolls.
    """
    counted: Counter[str] = Counter(each.outcome for each in (*found.decisions, *found.not_carried))
    if len(counted) == 1 or not counted:
        return NOTHING
    told = [f"{counted[outcome]} {name.lower()}" for outcome, name in wording.OUTCOMES.items() if counted[outcome]]
    apart = " What was not agreed stands apart, below." if found.not_carried and not found.not_carried_first else ""
    return Markup('<p class="mb-muted">Of what is quoted here: {}.{}</p>').format(wording.listing(told), apart)


def _missing(details: Sequence[MissingOut]) -> Markup:
    if not details:
        return NOTHING
    lines = joined(Markup("<p>{}</p>").format(detail.label) for detail in details)
    return Markup('<div class="mb-note">{}</div>').format(lines)


def _besides(found: AnswerOut, screen: Screen) -> Markup:
    if not found.passages:
        return NOTHING
    quoted = joined(_passage(passage, screen) for passage in found.passages)
    if found.asks_for in ABOUT_DECISIONS:
        count = wording.plural(len(found.passages), "more passage")
        quoted = Markup("<details><summary>{}</summary>{}</details>").format(count, quoted)
    return Markup("<section><h2>Also in these minutes</h2>{}</section>").format(quoted)


def _passage(passage: CitationOut, screen: Screen) -> Markup:
    href = screen.at_item(passage.item_id, passage.spans)
    keep = Markup('<p class="mb-keeping">{}</p>').format(keep_link(passage.item_id, wording.title(passage), screen))
    return Markup('<article class="mb-card">{}{}{}{}</article>').format(
        head(passage, href), quotation(passage.quotation), in_place(passage, screen), keep
    )


def not_recorded(found: AnswerOut, screen: Screen) -> Markup:
    """Return that nothing was found, what was looked at, and the nearest items, marked as no answer."""
    return Markup(
        '<div class="mb" lang="en-GB"><section aria-labelledby="mb-answer"><h2 id="mb-answer">Nothing found in these minutes</h2>'
        '<p role="status">{}</p><p>Minutes may call it something else: try other words for it, or fewer.</p>{}{}{}</section></div>'
    ).format(found.label or "", looked_at(found.coverage, screen), _widen(screen), _nearest(found.nearest, screen))


def looked_at(coverage: CoverageOut, screen: Screen) -> Markup:
    """Return what was looked at: how much, and the bodies by name behind a fold."""
    where = " within your filters" if screen.filters else ""
    bodies = joined(Markup("<li>{}</li>").format(body) for body in coverage.bodies)
    folded = Markup("<details><summary>Which bodies</summary><ul>{}</ul></details>").format(bodies) if bodies else NOTHING
    return Markup("<p>Looked at{}: {}.</p>{}").format(where, wording.coverage(coverage), folded)


def _widen(screen: Screen) -> Markup:
    if not screen.filters:
        return NOTHING
    return Markup('<p><a href="{}">Ask the same without filters</a></p>').format(screen.unfiltered())


def _nearest(heads: Sequence[ItemHeadOut], screen: Screen) -> Markup:
    if not heads:
        return NOTHING
    items = joined(Markup("<li>{}</li>").format(head(each, screen.at_item(each.item_id))) for each in heads)
    return Markup(
        '<section><h2>Nearest items</h2><p class="mb-note">These came nearest in their words. They do not answer the question.</p>'
        '<ul class="mb-results">{}</ul></section>'
    ).format(items)
