"""When did a matter come up, in a picture?

Takes the dated entries and the gaps of `/v1/timeline`, gives the picture of them: years along the axis, one mark an entry that
leads to it in the list, a lane a body where they are few, gaps hatched and lettered. Every mark says in words what its shape and
colour say. Made of HTML, since Streamlit takes SVG out of what it is given. Knows nothing that the list does not say as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from search_api.schemas import ItemHeadOut
from search_api.schemas_threads import EntryOut
from search_api.schemas_threads import TimelineOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import joined

MOST_LANES = 4
"""Bodies that get a lane each; where there are more, all marks share one."""

MOST_YEARS = 7
"""Years written along the axis: more would run into each other on a phone."""

APART = 9.0
"""Hundredths of the axis between two marks of one row: on a phone, the width of a mark."""

STEPS = (1, 2, 5, 10, 20, 50, 100)
"""Years between two that are written."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How a mark looks and what it means; `sign` and `style` say the same as the words."""

    words: str
    sign: str
    style: str


SEVERAL = Kind("Several outcomes", "±", "mb-several")
SAID = Kind("No decision quoted", "·", "mb-said")


def kind_of(entry: EntryOut) -> Kind:
    """Return how an entry is marked: by the outcome that its decisions share, by their having several, or by there being none."""
    outcomes = {decision.outcome for decision in entry.decisions}
    if not outcomes:
        return SAID
    if len(outcomes) > 1:
        return SEVERAL
    verdict = wording.VERDICTS[outcomes.pop()]
    return Kind(verdict.word.capitalize(), verdict.sign, verdict.style)


def letter(number: int) -> str:
    """Return what a gap is called: A, B, and after Z its number."""
    return chr(ord("A") + number) if number < len("ABCDEFGHIJKLMNOPQRSTUVWXYZ") else str(number + 1)


@dataclass(frozen=True, slots=True)
class _Axis:
    """The stretch of whole years that the picture shows."""

    first: int
    last: int

    def at(self, day: date) -> float:
        """Return where a day lies, in hundredths of the axis."""
        begin, end = date(self.first, 1, 1), date(self.last, 12, 31)
        return 100 * (day - begin).days / (end - begin).days

    def years(self) -> list[int]:
        """Return the years to be written, at even steps."""
        length = self.last - self.first + 1
        step = next((each for each in STEPS if length <= each * MOST_YEARS), STEPS[-1])
        return [year for year in range(self.first, self.last + 1) if (year - self.first) % step == 0]


def chart(found: TimelineOut) -> Markup:
    """Return the picture and its key, or nothing where no entry states a date."""
    days = [entry.head.date for entry in found.entries if entry.head.date]
    if not days:
        return NOTHING
    axis = _Axis(min(days).year, max(days).year)
    lanes = joined(_lane(name, entries, axis) for name, entries in _lanes(found.entries).items())
    return Markup(
        '<figure class="mb-chart" aria-labelledby="mb-chart-title"><figcaption id="mb-chart-title">When it came up: each mark '
        'leads to its entry below</figcaption><div class="mb-plot">{}{}<div class="mb-lanes">{}</div></div>{}</figure>'
    ).format(_years(axis), _gaps(found, axis), lanes, _key(found))


def _lanes(entries: Sequence[EntryOut]) -> dict[str, list[tuple[int, EntryOut]]]:
    lanes: dict[str, list[tuple[int, EntryOut]]] = {}
    for number, entry in enumerate(entries, 1):
        lanes.setdefault(_met(entry.head), []).append((number, entry))
    if len(lanes) <= MOST_LANES:
        return lanes
    return {f"{len(lanes)} bodies": list(enumerate(entries, 1))}


def _met(head: ItemHeadOut) -> str:
    """Return who met, as far as it is stated."""
    return ", ".join(dict.fromkeys(name for name in (head.council, head.body) if name)) or "body not stated"


def _lane(name: str, entries: Sequence[tuple[int, EntryOut]], axis: _Axis) -> Markup:
    placed = [(number, entry, axis.at(entry.head.date)) for number, entry in entries if entry.head.date]
    rows = rows_of([at for _, _, at in placed])
    marks = joined(_mark(number, entry, at, row) for (number, entry, at), row in zip(placed, rows, strict=True))
    return Markup('<p class="mb-lane-name">{}</p><ul class="mb-lane" style="--rows:{}">{}</ul>').format(
        name, max(rows, default=0) + 1, marks
    )


def rows_of(places: Sequence[float]) -> list[int]:
    """Return the row of each mark, places in order: the first in which it does not touch the one before it."""
    ends: list[float] = []
    rows: list[int] = []
    for at in places:
        row = next((number for number, end in enumerate(ends) if at - end >= APART), len(ends))
        ends[row : row + 1] = [at]
        rows.append(row)
    return rows


def _mark(number: int, entry: EntryOut, at: float, row: int) -> Markup:
    kind = kind_of(entry)
    said = wording.origin(entry.head.date_origin)
    day = f"{wording.day(entry.head.date)}{f' ({said})' if said else ''}"
    words = f"{day}, {wording.place(entry.head)}: {wording.title(entry.head)}. {kind.words}."
    return Markup(
        '<li style="--at:{:.2f};--row:{}"><a class="mb-mark {}" href="#mb-entry-{}" title="{}" aria-label="{}">{}</a></li>'
    ).format(at, row, kind.style, number, words, words, _sign(kind.sign, inferred=bool(said)))


def _sign(sign: str, *, inferred: bool) -> Markup:
    about = Markup('<span class="mb-about">~</span>') if inferred else NOTHING
    return Markup('<span aria-hidden="true"><span class="mb-shape">{}</span>{}</span>').format(sign, about)


def _years(axis: _Axis) -> Markup:
    year = Markup('<span class="mb-year" style="--at:{:.2f}">{}</span>')
    return Markup('<div class="mb-years" aria-hidden="true">{}</div>').format(
        joined(year.format(axis.at(date(number, 1, 1)), number) for number in axis.years())
    )


def _gaps(found: TimelineOut, axis: _Axis) -> Markup:
    band = Markup('<span class="mb-gap" style="--at:{:.2f};--wide:{:.2f}"><span>{}</span></span>')
    ends = [(axis.at(gap.since), axis.at(gap.until)) for gap in found.gaps]
    bands = joined(band.format(since, until - since, letter(number)) for number, (since, until) in enumerate(ends))
    return Markup('<div class="mb-gaps" aria-hidden="true">{}</div>').format(bands)


def _key(found: TimelineOut) -> Markup:
    kinds = dict.fromkeys(kind_of(entry) for entry in found.entries)
    row = Markup('<li><span class="mb-mark {}">{}</span> {}</li>')
    rows = joined(row.format(kind.style, _sign(kind.sign, inferred=False), kind.words) for kind in kinds)
    inferred = any(wording.origin(entry.head.date_origin) for entry in found.entries)
    about = Markup('<li><span class="mb-about">~</span> The minutes do not print the date; who states it is said below</li>')
    hatched = Markup('<li><span class="mb-gap" aria-hidden="true"></span> A gap, lettered as below</li>')
    parts = (rows, about if inferred else NOTHING, hatched if found.gaps else NOTHING)
    return Markup('<ul class="mb-key" aria-label="Key">{}</ul>').format(joined(parts))
