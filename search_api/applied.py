"""Which of the filters understood from a question are applied?

Takes what was typed, the filters given by hand and the words that the person wants left alone, gives the filters to search with
and everything to be shown about them: chips, polite refusals and "did you mean". Only firm chips are applied, the others are
offered. A filter given by hand, or by an operator in the question, leaves no chip of its kind. Searches nothing itself.

    apply(searcher, typed, filters, without, today()) -> Applied      ask with `applied.filters`
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import UTC
from datetime import date
from datetime import datetime

from index.passages import Filters
from index.ports import Coverage
from search_api.chips import Chip
from search_api.chips import ChipKind
from search_api.chips import Held
from search_api.chips import Polite
from search_api.chips import masked
from search_api.chips import together
from search_api.narrowing import asked_of
from search_api.query import fold
from search_api.query import parse_query
from search_api.search import Searcher
from search_api.spelling import suggestion
from search_api.typed_operators import TypedOperator
from search_api.typed_operators import typed_operators
from search_api.understanding import Understanding
from search_api.understanding import understand


@dataclass(frozen=True, slots=True)
class Applied:
    """What to search with, and what to show: `chips` that are firm were applied, the others are offered; `operators` as typed.

    `beyond` are the filters without what firm chips add, and `None` where they add nothing. "In 2019" may be remembered wrongly,
    and what lies outside of it is still worth a look; "since 2019" is a bound that somebody set, and stays.
    """

    filters: Filters
    chips: tuple[Chip, ...] = ()
    refusals: tuple[Polite, ...] = ()
    suggestion: str | None = None
    operators: tuple[TypedOperator, ...] = ()
    beyond: Filters | None = None


def today() -> date:
    """Return the day on which is asked, where this program runs: "last year" is counted from it."""
    return datetime.now(UTC).astimezone().date()


def apply(searcher: Searcher, typed: str, filters: Filters, without: Sequence[str], day: date) -> Applied:
    """Return what plain words of a question add to its filters; raises what an unreadable question raises."""
    given = _both(filters, asked_of(searcher.archive, parse_query(typed)))
    text = fold(typed)
    understood = _understood(text, _held_within(searcher, given), without, day)
    taken = _kinds(given)
    chips = tuple(replace(chip, filters=_only(chip.filters, taken)) for chip in understood.chips if chip.kind not in taken)
    refusals = tuple(one for one in understood.refusals if ChipKind.DATE not in taken)
    firm = [chip for chip in chips if chip.firm]
    added, bounds = together(firm), together(chip for chip in firm if _is_bound(chip))
    return Applied(
        filters=_both(filters, added),
        chips=chips,
        refusals=refusals,
        suggestion=suggestion(searcher.archive, text),
        operators=typed_operators(text),
        beyond=_both(filters, bounds) if added != bounds else None,
    )


def _is_bound(chip: Chip) -> bool:
    """Return whether a chip asks for all days since one or until one."""
    return chip.kind is ChipKind.DATE and None in {chip.filters.since, chip.filters.until}


def _understood(text: str, held: Held, without: Sequence[str], day: date) -> Understanding:
    """Return what is understood where the words to be left alone are crossed out, so that nothing else is read from them."""
    found = understand(text, held, day)
    left = {fold(words).casefold() for words in without}
    read: list[Chip | Polite] = [*found.chips, *found.refusals]
    spans = [(one.start, one.end) for one in read if one.words.casefold() in left]
    if not spans:
        return found
    again = understand(masked(text, spans), held, day)
    chips = (replace(chip, words=text[chip.start : chip.end]) for chip in again.chips)
    return Understanding(tuple(chip for chip in chips if chip.words.casefold() not in left), again.refusals)


def _held_within(searcher: Searcher, given: Filters) -> Held:
    """Return what is held; where days are asked for, of the councils and bodies given by hand: "last meeting" is theirs."""

    def held(asked: Filters) -> Coverage:
        dated = asked.since or asked.until
        return searcher.coverage(_both(Filters(councils=given.councils, bodies=given.bodies), asked) if dated else asked)

    return held


def _kinds(given: Filters) -> frozenset[ChipKind]:
    """Return what is filtered by already."""
    stated = {
        ChipKind.DATE: given.since or given.until,
        ChipKind.BODY: given.bodies,
        ChipKind.COUNCIL: given.councils,
    }
    return frozenset(kind for kind, values in stated.items() if values)


def _only(added: Filters, taken: frozenset[ChipKind]) -> Filters:
    """Return the filters without those of the kinds taken: "last meeting" brings its council with it."""
    return Filters(
        councils=() if ChipKind.COUNCIL in taken else added.councils,
        bodies=() if ChipKind.BODY in taken else added.bodies,
        since=None if ChipKind.DATE in taken else added.since,
        until=None if ChipKind.DATE in taken else added.until,
    )


def _both(first: Filters, second: Filters) -> Filters:
    """Return the first filters, and of the second those that the first say nothing of."""
    dates = first if first.since or first.until else second
    return Filters(
        councils=first.councils or second.councils,
        bodies=first.bodies or second.bodies,
        since=dates.since,
        until=dates.until,
        kinds=first.kinds or second.kinds,
        outcomes=first.outcomes or second.outcomes,
        people=first.people or second.people,
    )
