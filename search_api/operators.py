"""Which of the words typed are operators, and what do they ask for?

Takes the words as typed (white space folded), gives them as terms: plain words, "phrases", `-excluded`, `this OR that`, and what
`body:` `council:` `by:` `date:` `outcome:` `kind:` and `2015..2018` ask for as `Filters`. A colon, a minus or dots that stand
for anything else (10:30, 15-20, http://, "and so on...") are text. Names of councils and bodies are matched with those held in
`held_filters`; nothing is ever dropped or guessed: what cannot be read is refused.

    read_terms(text) -> tuple[Term, ...]          asked_by(terms) -> Filters          held_filters(asked, held) -> Filters
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

from index.passages import Filters
from index.ports import Coverage
from index.records import Outcome
from index.sources import DocumentKind
from index.text import STOP_WORDS
from index.text import normalise
from index.text import words
from search_api.errors import DateRangeError
from search_api.errors import ExcludedOperatorError
from search_api.errors import UnknownValueError
from search_api.errors import UnreadableDateError

_NEAREST = 3
_JOINING = frozenset(("and", "of", "the"))
_QUOTES = '"“”„«»'
_INSIDE = rf"[^{_QUOTES}]+"
_QUOTE = rf"[{_QUOTES}]"
_CLOSED = r"(?=[.,;:?!)]*(?!\S))"
"""Nothing is glued to the mark that ends it: what is left of the text must not become an operator by losing its fellow."""


_DAY = r"\d{4}(?:-\d\d?){0,2}"
_NAME = r"(?P<name>body|council|by|date|outcome|kind)"
_TERM = re.compile(
    rf"""(?<!\S)(?P<minus>-?){_NAME}:(?:{_QUOTE}(?P<quoted>{_INSIDE}){_QUOTE}{_CLOSED}|(?P<bare>[^\s{_QUOTES}]\S*))
      | (?<!\S)(?P<range>{_DAY}\.\.(?:{_DAY})?|\.\.{_DAY})(?!\S)
      | (?<!\S)-(?:{_QUOTE}(?P<unphrase>{_INSIDE}){_QUOTE}{_CLOSED}|(?P<unword>[^\W\d_]\S*))
      | (?<!\w){_QUOTE}(?P<phrase>{_INSIDE}){_QUOTE}   # the mark that opens it follows no letter or digit: 12" is a measure
      | (?<!\S)(?P<either>OR)(?!\S)
      | [^\s{_QUOTES}]+ | \S""",
    re.VERBOSE | re.IGNORECASE,
)
_SPAN = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")
_DOTS = ".."


class TermKind(StrEnum):
    """A plain word, a phrase, something excluded, the OR between two, or an operator with its value."""

    WORD = "word"
    PHRASE = "phrase"
    EXCLUDED = "excluded"
    EITHER = "either"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of what was typed, `value` without its marks; `name` is the operator's."""

    kind: TermKind
    value: str
    start: int
    end: int
    name: str = ""


def read_terms(text: str) -> tuple[Term, ...]:
    """Return everything typed but white space, in order; raises `ExcludedOperatorError`."""
    return tuple(_term(found) for found in _TERM.finditer(text))


def _term(found: re.Match[str]) -> Term:
    at = found.span()
    if name := found["name"]:
        if found["minus"]:
            raise ExcludedOperatorError(found.group())
        return Term(TermKind.OPERATOR, (found["quoted"] or found["bare"].rstrip("?!,;)")).strip(), *at, name.lower())
    if found["range"]:
        return Term(TermKind.OPERATOR, found["range"], *at, "date")
    excluded = found["unphrase"] or found["unword"]
    # what everything holds is not excluded: "-and" is a slip of the finger
    if excluded and not STOP_WORDS.issuperset(words(excluded)):
        return Term(TermKind.EXCLUDED, excluded.strip(), *at)
    if found["phrase"]:
        return Term(TermKind.PHRASE, found["phrase"].strip(), *at)
    # only the capitals are an operator: "or" is a word of every other sentence
    return Term(TermKind.EITHER if found["either"] == "OR" else TermKind.WORD, found.group(), *at)


def asked_by(terms: Sequence[Term]) -> Filters:
    """Return what the operators ask for together, names as typed; raises a `QuestionError` for a value that means nothing."""
    asked = Filters()
    for term in terms:
        if term.kind is TermKind.OPERATOR:
            asked = _READERS[term.name](asked, term.value)
    if asked.since and asked.until and asked.since > asked.until:
        raise DateRangeError(asked.since, asked.until)
    return asked


def held_filters(asked: Filters, held: Coverage) -> Filters:
    """Return the filters with the names that the archive holds for those typed; raises `UnknownValueError`.

    A name typed whole means itself; less than that means every name that holds all its words.
    """
    councils = [name for typed in asked.councils for name in _held("council", typed, held.councils)]
    bodies = [name for typed in asked.bodies for name in _held("body", typed, held.bodies)]
    return replace(asked, councils=tuple(dict.fromkeys(councils)), bodies=tuple(dict.fromkeys(bodies)))


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell it from others: "Climate & Culture" and "climate, culture" have the same."""
    return tuple(word for word in re.findall(r"\w+", normalise(name)) if word not in _JOINING)


def span_of(year: int, month: int | None = None, day: int | None = None) -> tuple[date, date]:
    """Return the first and the last day of a year, month or day; raises `ValueError` where there is none."""
    last = day or calendar.monthrange(year, month or 12)[1]
    return date(year, month or 1, day or 1), date(year, month or 12, last)


def _held(parameter: str, typed: str, names: Sequence[str]) -> Sequence[str]:
    if typed in names:
        return [typed]
    asked = name_words(typed)
    whole = [name for name in names if name_words(name) == asked]
    found = whole or [name for name in names if asked and set(asked) <= set(name_words(name))]
    if not found:
        raise UnknownValueError(parameter, typed, names, _nearest(typed, names))
    return found


def _nearest(typed: str, names: Sequence[str]) -> Sequence[str]:
    """Return the names spelt most alike, then those that share a word."""
    by_spelling = {normalise(name): name for name in names}
    alike = [by_spelling[one] for one in get_close_matches(normalise(typed), by_spelling, _NEAREST)]
    sharing = [name for name in names if set(name_words(typed)) & set(name_words(name))]
    return tuple(dict.fromkeys([*alike, *sharing]))[:_NEAREST]


def _days(asked: Filters, typed: str) -> Filters:
    low, dots, high = typed.partition(_DOTS)
    try:
        since = _span(low)[0] if low else None
        until = _span(high if dots else low)[1] if high or not dots else None
    except ValueError:
        raise UnreadableDateError(typed) from None
    return replace(asked, since=_extreme(max, asked.since, since), until=_extreme(min, asked.until, until))


def _span(typed: str) -> tuple[date, date]:
    found = _SPAN.fullmatch(typed)
    if not found:
        raise ValueError(typed)
    return span_of(*(int(part) for part in found.groups() if part))


def _extreme(choose: Callable[[list[date]], date], *days: date | None) -> date | None:
    return choose([day for day in days if day]) if any(days) else None


def _outcome(asked: Filters, typed: str) -> Filters:
    name = normalise(typed).replace(" ", "_").replace("-", "_")
    if name not in set(Outcome):
        raise UnknownValueError("outcome", typed, tuple(Outcome), tuple(Outcome))
    return replace(asked, outcomes=(*asked.outcomes, Outcome(name)))


def _kind(asked: Filters, typed: str) -> Filters:
    if (name := normalise(typed)) not in set(DocumentKind):
        raise UnknownValueError("kind", typed, tuple(DocumentKind), tuple(DocumentKind))
    return replace(asked, kinds=(*asked.kinds, DocumentKind(name)))


_READERS: Mapping[str, Callable[[Filters, str], Filters]] = {
    "council": lambda asked, typed: replace(asked, councils=(*asked.councils, typed)),
    "body": lambda asked, typed: replace(asked, bodies=(*asked.bodies, typed)),
    "by": lambda asked, typed: replace(asked, people=(*asked.people, typed)),
    "date": _days,
    "outcome": _outcome,
    "kind": _kind,
}
