"""How much is held of whom, at a glance?

Takes the reply of `/v1/archive`, gives a picture for each council: bodies as rows, years as columns, in each cell the number of
meetings whose minutes are held, the more the darker, and a sign where a gap lies. The picture is a table, so that whoever cannot
see it hears the same; every number is printed, and no tone says what a number does not. Below it all in figures, with every gap.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from search_api.schemas_archive import ArchiveOut
from search_api.schemas_archive import BodyHeldOut
from search_api.schemas_archive import CouncilHeldOut
from search_api.schemas_archive import YearHeldOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import joined
from ui.web.holdings_figures import figures
from ui.web.links import Screen

OPENED = 3
"""Councils whose picture is open at first; with a filter in force all are."""

COUNCILS_SHOWN = 8
"""Councils listed at once; the rest are behind a fold."""

BODIES_SHOWN = 12
"""Bodies of a council in its first picture; the rest are in one behind a fold."""

TONES = (1, 4, 9, 16)
"""From how many meetings in a year a cell has the next darker tone."""

NO_COUNCIL = "Council not stated"
NO_BODY = "Body not stated"

_HOW_TO_READ = (
    "Each number is how many meetings of that year have minutes here. A small “+2” counts meetings of which only an agenda or "
    "other papers are held. The sign ◌ marks years with a gap: a stretch without minutes much longer than is usual for that body. "
    "A gap says what is held here, not whether the body met."
)


def picture(of: ArchiveOut, screen: Screen) -> Markup:
    """Return what is held of each council within the screen's filters, biggest first."""
    councils = within(of.councils, screen)
    if not councils:
        return _nothing(screen)
    narrowed = bool(screen.councils or screen.bodies)
    shown, more = councils[:COUNCILS_SHOWN], councils[COUNCILS_SHOWN:]
    listed = joined(_council(one, screen, opened=narrowed or place < OPENED) for place, one in enumerate(shown))
    folded = joined(_council(one, screen, opened=False) for one in more)
    rest = Markup("<details><summary>{} more</summary>{}</details>").format(wording.plural(len(more), "council"), folded)
    return Markup(
        '<div class="mb mb-held-councils" lang="en-GB"><section aria-labelledby="mb-bodies">'
        '<h2 id="mb-bodies">By body and year</h2><p class="mb-muted">{}</p>{}{}</section></div>'
    ).format(_HOW_TO_READ, listed, rest if more else NOTHING)


def within(councils: Sequence[CouncilHeldOut], screen: Screen) -> list[CouncilHeldOut]:
    """Return the councils that the screen's filters let through, each with those of its bodies that they do."""
    named = [one for one in councils if not screen.councils or one.council in screen.councils]
    narrowed = [one.model_copy(update={"bodies": _bodies_within(one, screen)}) for one in named]
    return [one for one in narrowed if one.bodies]


def _bodies_within(council: CouncilHeldOut, screen: Screen) -> list[BodyHeldOut]:
    return [one for one in council.bodies if not screen.bodies or one.body in screen.bodies]


def _nothing(screen: Screen) -> Markup:
    widen = Markup('<p><a href="{}">Show everything that is held</a></p>').format(screen.unfiltered())
    return Markup(
        '<div class="mb" lang="en-GB"><section><h2>By body and year</h2><p>Nothing is held here of what was asked for.</p>{}'
        "</section></div>"
    ).format(widen if screen.filters else NOTHING)


def _council(one: CouncilHeldOut, screen: Screen, *, opened: bool) -> Markup:
    years = _years(one.bodies)
    shown, more = one.bodies[:BODIES_SHOWN], one.bodies[BODIES_SHOWN:]
    name = one.council or NO_COUNCIL
    rest = Markup("<details><summary>{} more</summary>{}</details>").format(
        wording.plural(len(more), "body", "bodies"), _grid(name, one.council, more, years, screen)
    )
    start = Markup("<details open>") if opened else Markup("<details>")
    return Markup('{}<summary><strong>{}</strong> <span class="mb-muted">{}</span></summary>{}{}{}</details>').format(
        start,
        name,
        _in_short(one, years),
        _grid(name, one.council, shown, years, screen),
        rest if more else NOTHING,
        figures(name, one.bodies),
    )


def _in_short(one: CouncilHeldOut, years: Sequence[int]) -> str:
    minuted = sum(body.minuted for body in one.bodies)
    gaps = sum(len(body.gaps) for body in one.bodies)
    parts = (
        wording.plural(len(one.bodies), "body", "bodies"),
        f"minutes of {wording.plural(minuted, 'meeting')}",
        "" if not years else f"{years[0]}" if len(years) == 1 else f"{years[0]} to {years[-1]}",
        wording.plural(gaps, "gap") if gaps else "",
    )
    return ", ".join(part for part in parts if part)


def _years(bodies: Sequence[BodyHeldOut]) -> list[int]:
    """Return the years from the first to the last in which anything is held, those without anything included."""
    held = [year.year for body in bodies for year in body.years]
    return list(range(min(held), max(held) + 1)) if held else []


def _grid(name: str, council: str | None, bodies: Sequence[BodyHeldOut], years: Sequence[int], screen: Screen) -> Markup:
    if not years:
        return Markup("<p>No document states the day of a meeting.</p>")
    headed = joined(Markup('<th scope="col">{}</th>').format(year) for year in years)
    rows = joined(_row(council, body, years, screen) for body in bodies)
    return Markup(
        '<div class="mb-held-wide" role="region" tabindex="0" aria-label="{}: minutes held, by body and year">'
        '<table class="mb-held-years"><thead><tr><th scope="col">Body</th>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(name, headed, rows)


def _row(council: str | None, body: BodyHeldOut, years: Sequence[int], screen: Screen) -> Markup:
    held = {year.year: year for year in body.years}
    gaps = {year for gap in body.gaps for year in range(gap.since.year, gap.until.year + 1)}
    cells = joined(_cell(held.get(year), gap=year in gaps) for year in years)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(_named(council, body, screen), cells)


def _named(council: str | None, body: BodyHeldOut, screen: Screen) -> Markup:
    """Return the body as the link that asks within its minutes, where it has a name to be asked by."""
    if body.body is None:
        return Markup("{}").format(NO_BODY)
    asked = Screen(councils=(council,) if council else (), bodies=(body.body,), kept=screen.kept, saved=screen.saved)
    return Markup('<a href="{}">{}</a>').format(asked.href, body.body)


def _cell(held: YearHeldOut | None, *, gap: bool) -> Markup:
    minuted, papers = (held.minuted, held.papers) if held else (0, 0)
    number = Markup("{}").format(minuted) if minuted else NOTHING
    beside = Markup('+{}<span class="mb-hidden"> with other papers only</span> ').format(papers) if papers else NOTHING
    sign = Markup('<span aria-hidden="true">◌</span><span class="mb-hidden"> a gap</span>') if gap else NOTHING
    small = Markup("<small>{}{}</small>").format(beside, sign) if papers or gap else NOTHING
    blank = Markup('<span class="mb-hidden">none</span>') if not minuted and not papers else NOTHING
    style = f"mb-held-tone-{sum(minuted >= least for least in TONES)}" + (" mb-held-gap" if gap else "")
    return Markup('<td class="{}">{}{}{}</td>').format(style, number, blank, small)
