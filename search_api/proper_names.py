"""Which words of a question are names?

Takes a question as typed, gives the words that its capitals show to be names of places, people or things ("has Boughton objected to
the solar farm"). A name asked for that stands nowhere in an item tells that the item is about something else. Months, titles,
nationalities and the first word of a sentence prove nothing by their capital, and where every word has one, none does.
"""

from __future__ import annotations

import re
from calendar import day_name
from calendar import month_abbr
from calendar import month_name

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_FIRST = re.compile(r"(?:^|[.?!:]\s+|[\"“(])$")
_LEAST_LETTERS = 5
"""Shorter words with a capital are mostly abbreviations: Cllr, Oct, Sept, Rd, PC."""

_NO_NAMES = frozenset(
    word.lower()
    for word in (
        *(*month_name, *month_abbr, *day_name),
        *("Council", "Councillor", "Councillors", "Committee", "Cabinet", "Parish", "Community", "District", "Municipal"),
        *("Mayor", "Chair", "Chief", "Executive", "Clerk", "Leader", "Deputy", "Officer", "Director", "Board", "Meeting"),
        # who asks for a French town is told of one in France
        *("English", "Scottish", "Welsh", "Irish", "British", "European", "American", "French", "German", "Spanish", "Italian"),
        *("Dutch", "Polish", "Chinese", "Indian", "African", "Asian", "Russian", "Ukrainian", "Christian", "Roman", "Victorian"),
        *("Street", "Drive", "Avenue", "Lane", "Close", "Place", "Court", "Motion", "Notice", "Report"),
    )
)


def proper_names(question: str) -> tuple[str, ...]:
    """Return the names in a question, as typed, each once."""
    words = list(_WORD.finditer(question))
    inside = [word for word in words if not _FIRST.search(question[: word.start()])]
    capital = [word[0] for word in inside if word[0][0].isupper()]
    if len(capital) == len(inside):
        return ()
    named = [word for word in capital if len(word) >= _LEAST_LETTERS and not word.isupper()]
    return tuple(dict.fromkeys(word for word in named if word.lower() not in _NO_NAMES))
