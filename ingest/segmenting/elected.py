"""Who was declared elected, and whose nominations were they?

Takes the words that declare it ("declared Councillor Sheahan (K) elected as Cathaoirleach", "declared Councillors Daly, Donegan and
Murphy appointed"), gives the open nominations of those people, of all of them where several were nominated apart. A nomination of
somebody else is never among them: in 2014 and 2019 the last of three candidates was read as elected, who was not (Limerick).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.segmenting.minute import MinuteReading
from ingest.segmenting.minute import Proposal
from ingest.segmenting.proposals import GAP

_VERB = r"(?:elected|appointed|nominated|co-\s*opted)"
CHOSEN = re.compile(rf"\bdeclared\s+(?P<names>(?=[A-Z]){GAP}{{3,200}}?),?\s+(?:(?:to\s+be|was|were|as|duly)\s+)*{_VERB}\b")
"""The words that declare who was chosen."""
_NOMINATES = re.compile(rf"(?P<names>[A-Z][^;:]{{3,300}}?)(?:\s+(?:should\s+)?be\s|be\s+{_VERB}\b)")
_BETWEEN = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*")
_TITLE = re.compile(r"^(?:(?:that|councillors?|cllrs?|clirs?|cmhlr|mrs?|ms|miss|dr|the|mayor)\b[.,]*\s*)+", re.IGNORECASE)
_ALONE = re.compile(r"\W*(?:that\b\W*)?(?:councillor|cllr|clir|mrs?|ms|miss|dr)\b", re.IGNORECASE)
"""What opens the name of one person, whose address may follow: "That, Mr. Joe Pond, Annacotty, Limerick, be co-opted"."""
_BRACKETS = re.compile(r"\s*\((?:(?P<initial>\w+)|[^()]*)\)\s*$")
"""An initial or a given name behind the surname, or where somebody is a member for: "Talukder (Limerick City West)"."""
_PARTICLES = frozenset({"ó", "o", "ní", "uí", "mac", "mc", "de", "van", "von"})
_ALIKE = 0.8
"""How like two surnames are that character recognition may have made of one: Scanlan and Scanian. Sheahan and Sheehan, of one
council, are as like, so this is only asked where nobody else was nominated.
"""


@dataclass(frozen=True, slots=True)
class _Person:
    """A surname, and the first letter of the given name where one is printed."""

    surname: str
    initial: str | None

    def may_be(self, other: _Person, alike: float) -> bool:
        if self.initial and other.initial and self.initial != other.initial:
            return False
        return difflib.SequenceMatcher(None, self.surname, other.surname).ratio() >= alike


def nominations_of(reading: MinuteReading, words: str) -> list[Proposal] | None:
    """Return the open nominations of those who are declared elected in these words; `None` where nobody is."""
    declared = CHOSEN.search(words)
    if declared is None:
        return None
    chosen = _people(declared["names"])
    alike = _ALIKE if len(reading.open) == 1 else 1.0
    found = [one for one in reading.open if _all_chosen(reading.text[one.clause.start : one.clause.end], chosen, alike)]
    return found if len(found) <= len(chosen) else []  # of two Sheahans, "Councillor Sheahan" may be either


def _all_chosen(clause: str, chosen: Sequence[_Person], alike: float) -> bool:
    """Whether all that a clause nominates were chosen; where it names them further on ("the following be appointed"), whether all
    who were chosen stand there.
    """
    nominates = _NOMINATES.search(clause)
    named = _people(nominates["names"]) if nominates else []
    if nominates and _ALONE.match(nominates["names"]):
        named = named[:1]
    if not named:
        return all(one.surname in clause.replace("’", "'").lower() for one in chosen)
    return all(any(one.may_be(other, alike) for other in chosen) for one in named)


def _people(names: str) -> list[_Person]:
    printed = (_TITLE.sub("", one.strip()) for one in _BETWEEN.split(" ".join(names.split())))
    return [_person(one) for one in printed if one[:1].isupper()]


def _person(name: str) -> _Person:
    bracketed = _BRACKETS.search(name)
    words = _BRACKETS.sub("", name).replace("’", "'").lower().split()
    given = [word for word in words[:-1] if word not in _PARTICLES]
    initial = (bracketed and bracketed["initial"]) or (given[0] if given else None)
    return _Person(words[-1], initial[0].lower() if initial else None)
