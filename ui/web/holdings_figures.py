"""What is held of whom, exactly?

Takes the bodies of one council from the reply of `/v1/archive`, gives one table of figures, folded away: how many meetings, from
when to when, without a day, draft and confirmed; and every gap with its two days. Never says that nobody met.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from search_api.schemas_archive import BodyHeldOut
from search_api.schemas_archive import HeldGapOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import joined

_COLUMNS = (
    "Body",
    "Meetings with minutes",
    "With other papers only",
    "First day",
    "Last day",
    "Day not stated",
    "Say draft",
    "Say confirmed",
)


def figures(name: str, bodies: Sequence[BodyHeldOut]) -> Markup:
    """Return the figures of one council's bodies, and their gaps, in a fold."""
    headed = joined(Markup('<th scope="col">{}</th>').format(column) for column in _COLUMNS)
    return Markup(
        '<details class="mb-held-figures"><summary>The same in figures, with every gap<span class="mb-hidden">: {}</span></summary>'
        '<div class="mb-held-wide" role="region" tabindex="0" aria-label="{}: what is held, in figures">'
        "<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>{}</details>"
    ).format(name, name, headed, joined(_row(body) for body in bodies), _gaps(bodies))


def _row(body: BodyHeldOut) -> Markup:
    cells = (
        body.minuted,
        body.papers,
        wording.day(body.first) if body.first else "not stated",
        wording.day(body.last) if body.last else "not stated",
        body.undated,
        body.states.draft,
        body.states.confirmed + body.states.corrected,
    )
    figures_of = joined(Markup("<td>{}</td>").format(cell) for cell in cells)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(body.body or "Body not stated", figures_of)


def _gaps(bodies: Sequence[BodyHeldOut]) -> Markup:
    with_gaps = [body for body in bodies if body.gaps]
    if not with_gaps:
        return Markup("<p>No gap was found: no body here has a stretch without minutes much longer than is usual for it.</p>")
    listed = joined(_of_body(body) for body in with_gaps)
    return Markup(
        "<p>Gaps: between these days no minutes of the body are held here. That does not say that it did not meet.</p>{}"
    ).format(listed)


def _of_body(body: BodyHeldOut) -> Markup:
    lines = joined(Markup("<li>{}</li>").format(_gap(gap)) for gap in body.gaps)
    usual = body.gaps[0].usual
    note = Markup(' <span class="mb-muted">usually {} apart</span>').format(wording.plural(usual, "day")) if usual else NOTHING
    return Markup("<p><strong>{}</strong>{}</p><ul>{}</ul>").format(body.body or "Body not stated", note, lines)


def _gap(gap: HeldGapOut) -> str:
    return f"{wording.day(gap.since)} to {wording.day(gap.until)} ({wording.plural(gap.days, 'day')})"
