"""Which words decide?

The wording of minutes is kept as text in conventions/wording.toml, so that a publisher's way of saying it is added in one place.
This file reads it and answers small questions: what force has this clause, what pattern matches a list of words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from index.records import Force

_TABLES = tomllib.loads(files("ingest.segmenting").joinpath("conventions", "wording.toml").read_text(encoding="utf-8"))

LABELS = frozenset(_TABLES["layout"]["labels"])
TITLES: tuple[str, ...] = tuple(_TABLES["titles"]["words"])
OUTCOMES: dict[str, list[str]] = _TABLES["outcome"]

# "That the Committee / 2. welcomes the achievement" (seed 001): the verb says less than "agrees" does.
_THIRD_PERSON = re.compile(
    r"(?:[a-z]+ly\s+)?[a-z]+(?<!s)s\b(?!\s+(?:be|should|is|are|develop|consider|will)\b)(?=\s+(?:that|the|further|"
    r"re-?assured|its|to|with|in)\b)"
)

_RECOMMENDS = re.compile(r"\brecommend(?:s|ed)?\b", re.IGNORECASE)

_HEREBY = re.compile(r"(?P<done>(?:\w+\s+){0,9}hereby\s+\w+)")
_OPENING = 160
"""Characters from the start of a clause in which its verb is looked for: later verbs belong to what was decided about."""


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these words or phrases, longest first, white space between words loose."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def force_of(clause: str, lead: str = "") -> Force:
    """Read a clause's force from its verb: the earliest verb known, else the verb of the words that lead in to it.

    A clause of "RESOLVED that" with no verb of its own ("the option be pursued") is agreed; one that names another act
    ("welcomes", "explores") is `OTHER`, since nothing here may call it more than it is.
    """
    if _RECOMMENDS.search(lead):
        return Force.RECOMMENDED  # whatever is asked of the other body, here it is only recommended
    opening = clause[:_OPENING]
    done = _HEREBY.search(clause)
    if done:
        opening = done["done"]  # "That, in accordance with Section 183 …, the approval of the Council be and is hereby given to …"
    hits = [(match.start(), force) for force, pattern in _forces() if (match := pattern.search(opening))]
    if hits:
        return min(hits, key=lambda hit: hit[0])[1]
    if _THIRD_PERSON.match(opening):
        return Force.OTHER
    led = [force for force, pattern in _forces() if pattern.search(lead)]
    return led[0] if led else Force.AGREED


@cache
def _forces() -> tuple[tuple[Force, re.Pattern[str]], ...]:
    table: dict[str, list[str]] = _TABLES["force"]
    return tuple((Force(name), re.compile(rf"\b(?:{any_of(words)})\b", re.IGNORECASE)) for name, words in table.items())
