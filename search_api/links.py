"""What links two agenda items?

A link, its fixed list of kinds, and what its confidence means. Standard library and facts only; the rules are in `titles.py`,
`printed_links.py` and `threads.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from search_api.citations import Passage
from search_api.places import Place


class LinkKind(StrEnum):
    """How another item is linked with the one that was asked for ("here"); "this body" is the one that took the item asked for."""

    SAME_TITLE = "same title"
    MINUTE = "refers to minute"
    REPORT = "refers to report"
    SENT_HERE = "recommended to this body"
    SENT_FROM_HERE = "recommended from here"
    PROMISED_THERE = "promised there"
    PROMISED_HERE = "promised here"
    ALIKE = "about the same"


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another item and the words that show it, which stand in one of the two.

    `confidence` is how sure the rule is, from 0 to 1. 0.9 and more: a whole title or a number that nothing else has is printed.
    From 0.6: a title is printed nearly so, a number that others have too, or the body that the matter is sent to. Below: the
    words of a promise come back, both speak of the same, or many items have the title.
    """

    kind: LinkKind
    confidence: float
    other: Place
    evidence: Passage
