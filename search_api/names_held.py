"""Which names of councils and bodies does the archive hold, and what are they known by?

Takes the names as printed, gives `Name`s: their words, the stems and initials they answer to (SPC, JPC), and their finest kind: a
joint policing sub-committee of a district is a sub-committee. Names that are rare and spelt nearly as a common one are slips of
the pen or of OCR: `with_slips` adds them. Reads no question: that is `bodies_asked.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from functools import lru_cache

from index.passages import Filters
from index.text import tokens
from search_api.chips import Held
from search_api.operators import name_words

COUNCIL, DISTRICT, MEETING, COMMITTEE, SUB = "council", "district", "meeting", "committee", "subcommittee"
KINDS: Mapping[str, str] = {
    **dict.fromkeys(("subcommittee", "subcommittees"), SUB),
    **dict.fromkeys(("committee", "committees", "spc", "jpc"), COMMITTEE),
    **{kind: kind for kind in ("panel", "board", "forum", "group", "association", "cabinet")},
    **dict.fromkeys(("district", "districts"), DISTRICT),
    MEETING: MEETING,
    **dict.fromkeys(("council", "pc", "cc"), COUNCIL),
}
"""Finest first: a joint policing sub-committee of a district is a sub-committee."""

JOINING = frozenset(("of", "the", "and"))
PLAIN = JOINING | {
    *("parish", "town", "community", "county", "city", "district", "borough", "council", "councils", "royal", "metropolitan"),
    *("municipal", "pc", "cc", "on", "for", "sub", "joint", "area", "strategic", "policy", "standing", "special", "full", "main"),
    *("upon", "committee", "meeting", "new", "local"),
}
"""Words that tell no body or council from another."""

_RARE = 20
ALIKE_COUNCIL, ALIKE_BODY = 0.75, 0.9


@dataclass(frozen=True)
class Name:
    """A name held, its words in order, the stems it answers to (those of its initials too), and its finest kind."""

    printed: str
    words: tuple[str, ...]
    stems: frozenset[str]
    kind: str

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """Return the words that tell it from others."""
        return tuple(word for word in self.words if word not in PLAIN)


@lru_cache(maxsize=64)
def read_names(printed: tuple[str, ...]) -> tuple[Name, ...]:
    """Return names as they are compared; initials that one name spells out are known in the others (SPC, JPC)."""
    split = {name: name_words(name) for name in printed}
    initials: dict[str, tuple[str, ...]] = {}
    for words in split.values():
        for at in range(len(words) - 2):
            if (three := words[at : at + 3])[-1] == COMMITTEE:
                initials["".join(word[0] for word in three)] = three
    made = []
    for name, words in split.items():
        joined = [word for short in words for word in (short, *initials.get(short, ()))]
        short = [one for one, three in initials.items() if set(three) <= set(words)]
        kind = _finest(words)
        sub = (SUB, "sub", COMMITTEE) if kind == SUB else ()
        made.append(Name(name, words, frozenset(stem_of(word) for word in (*joined, *short, *sub)), kind))
    return tuple(made)


def _finest(words: Sequence[str]) -> str:
    if SUB in words or {"sub", COMMITTEE} <= set(words) or {"sub", "jpc"} <= set(words):
        return SUB
    return next((kind for word, kind in KINDS.items() if word in words), "")


def holds_run(said: tuple[str, ...], telling: tuple[str, ...]) -> bool:
    """Return whether the words stand one after the other among the telling words."""
    return any(telling[at : at + len(said)] == said for at in range(len(telling) - len(said) + 1))


def spelt_alike(meant: Sequence[Name], names: Sequence[Name]) -> Sequence[Name]:
    """Return the names spelt nearly as one of those meant."""
    return [one for one in names if any(likeness(" ".join(one.words), " ".join(name.words)) >= ALIKE_BODY for name in meant)]


@lru_cache(maxsize=65536)
def likeness(first: str, second: str) -> float:
    """Return how much of two spellings is the same, from 0 to 1; 0 where it is clearly little."""
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE_COUNCIL else 0.0


def with_slips(sure: Sequence[Name], alike: Sequence[Name], held: Held) -> tuple[str, ...]:
    """Return names with those spelt nearly alike that are so rare beside them that they must be slips."""
    printed = tuple(name.printed for name in sure)
    field = "councils" if set(printed) <= set(held(Filters()).councils) else "bodies"
    often = max((held(_only(field, name)).meetings for name in printed), default=0)
    slips = [name.printed for name in alike if name.printed not in printed]
    return (*printed, *(name for name in slips if held(_only(field, name)).meetings * _RARE <= often))


def _only(field: str, name: str) -> Filters:
    return Filters(councils=(name,)) if field == "councils" else Filters(bodies=(name,))


def stem_of(word: str) -> str:
    """Return a word as the index has it."""
    return next(iter(tokens(word)), "")
