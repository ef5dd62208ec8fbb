"""Is this the heading of business that every council has?

"Apologies", "To approve the minutes of 4 May", "Matters arising", "Date of next meeting": the words are kept as text in
conventions/business.toml. Takes the words of a line, says yes or no. Never tells where a heading ends.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from ingest.segmenting.wording import any_of


def is_usual_business(words: str) -> bool:
    """Return whether a line begins as headings of usual business do ("Apologies", "To receive the Clerk's report")."""
    return bool(_pattern().match(words))


def usual_business_at(words: str) -> int:
    """Return how many characters of a line name usual business, 0 where it does not begin so."""
    found = _pattern().match(words)
    return found.end() if found else 0


@cache
def _pattern() -> re.Pattern[str]:
    tables = tomllib.loads(files("ingest.segmenting").joinpath("conventions", "business.toml").read_text(encoding="utf-8"))
    asked, business = any_of(tables["asked"]["words"]), any_of(tables["business"]["words"])
    return re.compile(rf"(?:(?:{asked})\s+){{0,5}}(?:{business})(?!\w|\s+(?:proposed|seconded|signed|taken)\b)", re.IGNORECASE)
