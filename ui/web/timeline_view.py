"""How did a matter go, meeting by meeting?

Takes the reply of `/v1/timeline`, gives the picture (`timeline_chart`) and the same as a list: each entry with its day and who says
so, its decisions quoted under their outcomes, what was not carried apart, and the passage that speaks to the matter; the gaps where
they lie, what states no date apart, and what was looked at. A gap is nothing held here, never "nothing happened".
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from search_api.schemas import CitationOut
from search_api.schemas import SpanOut
from search_api.schemas_threads import EntryOut
from search_api.schemas_threads import GapOut
from search_api.schemas_threads import TimelineOut
from ui.web import wording
from ui.web.answer_card import looked_at
from ui.web.components import NOTHING
from ui.web.components import head
from ui.web.components import in_place
from ui.web.components import joined
from ui.web.components import quotation
from ui.web.decision_cards import resolutions
from ui.web.excerpts import excerpt
from ui.web.excerpts import excerpted
from ui.web.links import Screen
from ui.web.timeline_chart import chart
from ui.web.timeline_chart import letter

USUAL = 16
"""Entries that the API gives where no number is asked for."""

NOT_AGREED = "Not agreed, or not clear. These are not decisions."


def timeline(found: TimelineOut, screen: Screen, most: int = USUAL) -> Markup:
    """Return the matter as a picture and as a list, or that nothing speaks to it; `most` is how many entries were asked for."""
    if not found.entries and not found.undated:
        return _nothing(found, screen)
    parts = (chart(found), _list(found, screen), _undated(found.undated, screen), _more(found, screen, most))
    return Markup('<div class="mb" lang="en-GB"><section aria-labelledby="mb-matter">{}{}{}</section></div>').format(
        _title(found), joined(parts), looked_at(found.coverage, screen)
    )


def _nothing(found: TimelineOut, screen: Screen) -> Markup:
    ask = Markup('<p><a href="{}">Look for the words in all agenda items</a></p>').format(screen.seen_as("ask"))
    return Markup(
        '<div class="mb" lang="en-GB"><section aria-labelledby="mb-matter"><h2 id="mb-matter">Nothing to put in order</h2>'
        '<p role="status">{}</p>{}{}</section></div>'
    ).format(found.label or "", looked_at(found.coverage, screen), ask)


def _title(found: TimelineOut) -> Markup:
    dated = found.entries
    items = wording.plural(len(dated) + len(found.undated), "agenda item")
    first, last = (dated[0].head.date, dated[-1].head.date) if dated else (None, None)
    between = f", {wording.day(first)} to {wording.day(last)}" if first != last else f", {wording.day(first)}" if first else ""
    without = f"; {len(found.undated)} without a stated date" if dated and found.undated else ""
    return Markup('<h2 id="mb-matter">“{}”</h2><p class="mb-muted" role="status">{}{}{}.</p>').format(
        found.question, items, between, without
    )


def _list(found: TimelineOut, screen: Screen) -> Markup:
    """Return the dated entries in order, each gap after the entry that it follows."""
    if not found.entries:
        return NOTHING
    gaps = {gap.since: Markup("{}").format(_gap(number, gap)) for number, gap in enumerate(found.gaps)}
    following = [*(entry.head.date for entry in found.entries[1:]), None]
    rows = (
        _entry(entry, screen, number) + _gap_after(gaps, entry.head.date, after)
        for number, (entry, after) in enumerate(zip(found.entries, following, strict=True), 1)
    )
    return Markup('<h2>Meeting by meeting</h2><ol class="mb-timeline">{}</ol>').format(joined(rows))


def _gap_after(gaps: dict[date, Markup], day: date | None, after: date | None) -> Markup:
    return gaps.get(day, NOTHING) if day is not None and day != after else NOTHING


def _gap(number: int, gap: GapOut) -> Markup:
    return Markup('<li class="mb-gap-row"><p><strong>Gap {}, {} to {}.</strong> {}</p></li>').format(
        letter(number), wording.day(gap.since), wording.day(gap.until), gap.label
    )


def _entry(entry: EntryOut, screen: Screen, number: int) -> Markup:
    return Markup('<li class="mb-entry" id="mb-entry-{}">{}</li>').format(number, _article(entry, screen))


def _article(entry: EntryOut, screen: Screen) -> Markup:
    decided = [each for each in entry.decisions if each.outcome in wording.DECIDED]
    fallen = [each for each in entry.decisions if each.outcome not in wording.DECIDED]
    note = Markup('<p class="mb-muted">{}</p>').format(NOT_AGREED) if fallen else NOTHING
    parts = (
        head(entry.head, screen.at_item(entry.head.item_id, _spans(entry))),
        resolutions(decided, screen),
        Markup('<div class="mb-fallen">{}{}</div>').format(note, resolutions(fallen, screen)) if fallen else NOTHING,
        _passage(entry.passage, screen, folded=bool(entry.decisions)),
    )
    return Markup("<article>{}</article>").format(joined(parts))


def _spans(entry: EntryOut) -> list[SpanOut]:
    quoted = [decision.citation for decision in entry.decisions] or ([entry.passage] if entry.passage else [])
    return [span for citation in quoted for span in citation.spans]


def _passage(passage: CitationOut | None, screen: Screen, *, folded: bool) -> Markup:
    """Return the passage: below decisions folded away, else its words around those of the question, and the whole in a fold."""
    if passage is None:
        return NOTHING
    whole = quotation(passage.quotation) + in_place(passage, screen)
    fold = Markup("<details><summary>{}</summary>{}</details>")
    if folded:
        return fold.format("What is said on it", whole)
    short = excerpt(passage.quotation)
    return whole if short.whole else excerpted(short) + fold.format("The whole passage", whole)


def _undated(entries: Sequence[EntryOut], screen: Screen) -> Markup:
    if not entries:
        return NOTHING
    rows = joined(Markup('<li class="mb-entry">{}</li>').format(_article(entry, screen)) for entry in entries)
    return Markup(
        '<section aria-labelledby="mb-undated"><h2 id="mb-undated">Without a stated date</h2><p class="mb-muted">Their meetings '
        'state no date, so they have no place above.</p><ul class="mb-timeline">{}</ul></section>'
    ).format(rows)


def _more(found: TimelineOut, screen: Screen, most: int) -> Markup:
    """Return that there may be more, with the link that looks for it, where as many were found as were asked for."""
    longer = screen.longer()
    if len(found.entries) + len(found.undated) < most or longer is None:
        return NOTHING
    return Markup('<p>These are the {} agenda items that match best. <a href="{}">Look for more</a></p>').format(most, longer)
