"""Is an office asked for, and only its deputy named?

Who stands in for an office does not hold it: "Deputy Chief Executive" is no chief executive, "Vice-Chair" no chair, and minutes
that elect a deputy mayor say nothing of the mayor. So where a question names an office and no deputy, the office in a deputy's
title is taken out of what an item says ("has Herefordshire agreed to share its Chief Executive" was answered by items that its
deputy reported on). Takes tokens or text, gives them without; knows nothing of scores.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator

from index.text import tokens

_DEPUTY = ("deputy", "depute", "vice", "assistant")
_OFFICE = (
    *("mayor", "chair", "chairman", "chairperson", "chairwoman", "president", "leader", "convenor", "convener", "provost"),
    *("cathaoirleach", "clerk", "director", "commissioner"),
)
_CHIEF = "chief executive"
_BEFORE = ("lord", "town", "county")
_STANDING_IN = frozenset(tokens(" ".join(_DEPUTY)))
_HELD = frozenset(tokens(" ".join((*_OFFICE, _CHIEF))))
_JOINED = frozenset(tokens(" ".join(_BEFORE)))
_TITLE = re.compile(
    rf"\b(?:{'|'.join(_DEPUTY)})[ \t-]+(?P<office>(?:(?:{'|'.join(_BEFORE)})\s+)?(?:{'|'.join(_OFFICE)}|{_CHIEF}))\b", re.IGNORECASE
)


def asks_for_an_office(asked: Collection[str]) -> bool:
    """Return whether these tokens of a question name an office, and nobody who stands in for one."""
    return not _HELD.isdisjoint(asked) and _STANDING_IN.isdisjoint(asked)


def without_deputies(said: Iterable[str]) -> Iterator[str]:
    """Yield the tokens of a passage without the offices that stand in a deputy's title."""
    standing_in = False
    for token in said:
        standing_in = token in _STANDING_IN or (standing_in and token in _HELD | _JOINED)
        if not standing_in or token in _STANDING_IN:
            yield token


def deputised(text: str) -> list[tuple[int, int]]:
    """Return where in a text an office stands in a deputy's title."""
    return [found.span("office") for found in _TITLE.finditer(text)]
