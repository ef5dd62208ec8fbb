"""Which filters does a question ask for in plain words?

Takes the words of a question and what the archive holds, gives chips: dates (`dates_asked.py`), bodies and councils
(`bodies_asked.py`), each with the words it was read from, and sentences for what the archive cannot know. Words inside a phrase, an
operator or a reference number ask for nothing. Applies nothing: whoever searches decides, and shows every chip.

    understand(text, held, today) -> Understanding      `held` is `Searcher.coverage`; `text` is as typed, white space folded
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date

from index.passages import Filters
from search_api.bodies_asked import Named
from search_api.bodies_asked import bodies_named
from search_api.bodies_asked import councils_named
from search_api.bodies_asked import full_councils
from search_api.calendar_words import Precision
from search_api.chips import Chip
from search_api.chips import ChipKind
from search_api.chips import Held
from search_api.chips import Polite
from search_api.chips import day_label
from search_api.chips import free
from search_api.chips import masked
from search_api.chips import together
from search_api.dates_asked import Hanging
from search_api.dates_asked import Stretch
from search_api.dates_asked import hanging_dates
from search_api.dates_asked import stretches
from search_api.operators import TermKind
from search_api.operators import read_terms
from search_api.operators import span_of
from search_api.query import reference_spans

_NEARLY_ALL = 0.95
_LAST_MEETING = re.compile(
    r"\b(?<!minutes of the )(?<!minutes of )(?<!since the )(?<!before the )(?<!after the )(?<!until the )"
    r"(?:last|latest|most recent|newest) (?P<between>(?:(?:[^\W_]+|\0+)[ -]){0,5}?)meeting\b(?!['’-])"
    r"(?P<after> (?:of|in|at)(?: the)?)?",
    re.IGNORECASE,
)
_ORDINARY_MEETING = re.compile(
    r"(?:ordinary|monthly|regular|full|council|parish|community|town|city|county|\0+|[ -])*", re.IGNORECASE
)
_DOING = re.compile(r" (?:with|where|that|which|on|about|when|to|between|before|but|for)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was understood: chips in the order of their words, and sentences for what was not."""

    chips: tuple[Chip, ...] = ()
    refusals: tuple[Polite, ...] = ()

    @property
    def filters(self) -> Filters:
        """Return what the firm chips ask for together."""
        return together(chip for chip in self.chips if chip.firm)


def understand(text: str, held: Held, today: date) -> Understanding:
    """Return what plain words of a question ask for; the same question, archive and day always give the same."""
    marked = [term for term in read_terms(text) if term.kind in {TermKind.PHRASE, TermKind.OPERATOR, TermKind.EXCLUDED}]
    plain = masked(text, [*((term.start, term.end) for term in marked), *reference_spans(text)])
    places = _places(plain, held)
    last = _last_meeting(plain, places, held, today)
    hanging = hanging_dates(plain)
    rest = masked(plain, [*((one.start, one.end) for one in hanging), *((one.start, one.end) for one in last)])
    dates, refusals = _dates(rest, held, today)
    chips = _agreeing([*places, *last, *dates])
    told = [*(_hanging(text, one, today) for one in hanging), *refusals]
    return Understanding(tuple(chips), tuple(sorted(told, key=lambda one: one.start)))


def _places(text: str, held: Held) -> Sequence[Chip]:
    """Return the chips of bodies and councils; where one name stands in the words of another, the longer counts."""
    councils = councils_named(text, held)
    bodies = (*bodies_named(text, held), *full_councils(text, held, [name for one in councils for name in one.names]))
    found = [*((ChipKind.BODY, one) for one in bodies), *((ChipKind.COUNCIL, one) for one in councils)]
    chips: dict[tuple[ChipKind, tuple[str, ...]], Chip] = {}
    taken: list[tuple[int, int]] = []
    for kind, one in sorted(found, key=lambda pair: (pair[1].start - pair[1].end, pair[1].start)):
        if free(one.start, one.end, taken):
            taken.append((one.start, one.end))
            chips.setdefault((kind, one.names), _place(kind, one, text, held))
    return tuple(chips.values())


def _place(kind: ChipKind, one: Named, text: str, held: Held) -> Chip:
    words = text[one.start : one.end]
    label = one.names[0] if len(one.names) == 1 else f"{words} ({len(one.names)} names)"
    filters = Filters(bodies=one.names) if kind is ChipKind.BODY else Filters(councils=one.names)
    return Chip(kind, label, words, one.start, one.end, filters, one.firm and _is_stated(kind, held))


def _is_stated(kind: ChipKind, held: Held) -> bool:
    """Return whether nearly all meetings say of which body or council they are: the filter would hide those that do not."""
    all_of_it = held(Filters())
    named = Filters(bodies=all_of_it.bodies) if kind is ChipKind.BODY else Filters(councils=all_of_it.councils)
    return held(named).meetings >= _NEARLY_ALL * all_of_it.meetings


def _last_meeting(text: str, places: Sequence[Chip], held: Held, today: date) -> Sequence[Chip]:
    """Return a chip for "last meeting": the newest, up to today, of the bodies and councils asked for, or of the archive.

    Where many meetings do not say whose they are, one of those may be newer: then it is offered only.
    """
    hidden = masked(text, [(chip.start, chip.end) for chip in places])
    found = _LAST_MEETING.search(hidden)
    if not found or not _ORDINARY_MEETING.fullmatch(found["between"]) or _DOING.match(hidden[found.end() :]):
        return ()
    if found["after"] and not hidden[found.end() :].lstrip().startswith("\0"):
        return ()
    asked = together(places)
    day = held(replace(asked, until=today)).latest
    if not day:
        return ()
    start, end = found.start(), found.end() - len(found["after"] or "")
    label = f"last meeting, {day_label(day)}"
    firm = all(_is_stated(chip.kind, held) for chip in places)
    return (Chip(ChipKind.DATE, label, text[start:end], start, end, replace(asked, since=day, until=day), firm),)


def _dates(text: str, held: Held, today: date) -> tuple[Sequence[Chip], Sequence[Polite]]:
    chips, refusals = [], []
    covered = held(Filters())
    found = stretches(text, today)
    for one in found:
        words = text[one.start : one.end]
        dated = _with_year(one, held, today) if len(found) == 1 else _only_whole(one)
        if one.unread:
            refusals.append(
                Polite(f"There is no day {words}: type it as day, month and year, for instance 29/05/2017.", words, *_at(one))
            )
        elif dated and _meets(dated, covered.earliest, covered.latest):
            filters = Filters(since=dated.since, until=dated.until)
            chips.append(Chip(ChipKind.DATE, _label(dated), words, one.start, one.end, filters, dated.firm))
        elif dated and dated.firm and covered.earliest and covered.latest:
            between = f"from {day_label(covered.earliest)} to {day_label(covered.latest)}"
            refusals.append(Polite(f"The archive holds no meeting {words}: its meetings run {between}.", words, *_at(one)))
    return chips, refusals


def _at(one: Stretch) -> tuple[int, int]:
    return one.start, one.end


def _only_whole(one: Stretch) -> Stretch | None:
    return None if one.precision is Precision.DAY_WITHOUT_YEAR else one


def _with_year(one: Stretch, held: Held, today: date) -> Stretch | None:
    """Return a day said without its year in the newest year in which somebody met on it, or nothing."""
    if one.precision is not Precision.DAY_WITHOUT_YEAR or not one.since:
        return one
    earliest = held(Filters()).earliest
    for year in range(today.year, earliest.year - 1 if earliest else today.year, -1):
        try:
            day = one.since.replace(year=year)
        except ValueError:  # 29 February
            continue
        if day <= today and held(Filters(since=day, until=day)).meetings:
            return replace(one, since=day, until=day, firm=False)
    return None


def _meets(one: Stretch, earliest: date | None, latest: date | None) -> bool:
    """Return whether any meeting held can lie in these days."""
    if not earliest or not latest:
        return False
    return (not one.since or one.since <= latest) and (not one.until or one.until >= earliest)


def _label(one: Stretch) -> str:
    since, until = one.since, one.until
    if not since or not until:
        return f"since {day_label(since)}" if since else f"until {day_label(until)}" if until else ""
    if since == until:
        return day_label(since)
    if (since, until) == span_of(since.year, since.month):
        return f"{since:%B} {since.year}"
    if (since, until) == (date(since.year, 1, 1), date(until.year, 12, 31)):
        return str(since.year) if since.year == until.year else f"{since.year} to {until.year}"
    return f"{day_label(since)} to {day_label(until)}"


def _hanging(text: str, one: Hanging, today: date) -> Polite:
    year = next(iter(re.findall(r"(?:19|20)\d\d", one.what)), str(today.year - 1))
    lead = "after" if one.lead in {"following", "post"} else "before" if one.lead == "pre" else one.lead
    verb = "were" if one.what.endswith("s") else "was"
    sentence = f"The archive does not know when {one.what} {verb}; type a date, for instance {lead} {year}-05."
    return Polite(sentence, text[one.start : one.end], one.start, one.end)


def _agreeing(chips: Sequence[Chip]) -> Iterator[Chip]:
    """Return the chips in the order of their words; firm dates that leave no day open together are only offered."""
    asked = together(chip for chip in chips if chip.firm)
    clash = bool(asked.since and asked.until and asked.since > asked.until)
    for chip in sorted(chips, key=lambda one: one.start):
        yield replace(chip, firm=False) if clash and chip.kind is ChipKind.DATE else chip
