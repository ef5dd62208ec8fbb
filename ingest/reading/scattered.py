"""What does a page say that comes one word a line?

Some programs place every word of a PDF for itself, and its text comes as one word a line (Broomhill, 2023 and 2024): a title is
broken into its words and a sentence has no line. Takes a page, gives it with those line ends as spaces, one for one, so that every
offset stays and no word is changed; line ends stay where a list sign stands alone ("5.", "a)") and where capitals end. Pages
with real lines are given back as they are.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ingest.reading.pages import PageText

_FEWEST_LINES = 40
_ONE_WORD = 0.9
"""Share of lines that hold one word: 1.00 on the 13 such PDFs of 193, under 0.40 on all others."""

_LIST_SIGN = re.compile(r"(?:\d{1,3}[.)]|\(?[a-z]\)|\((?:[ivx]{1,4}|\d{1,3})\)|[-–•\uf0b7*])$")
_FEWEST_CAPITALS = 3


def gathered(page: PageText) -> PageText:
    """Return a page that comes one word a line with its words on lines; any other page as it is."""
    words = [line.strip() for line in page.text.split("\n") if line.strip()]
    single = sum(1 for line in words if len(line.split()) == 1)
    if len(words) < _FEWEST_LINES or single < _ONE_WORD * len(words) or page.marks or page.furniture:
        return page
    return replace(page, text=_with_lines(page.text))


def _with_lines(text: str) -> str:
    """Keep the line ends before a list sign and behind a run of capitals; the others become spaces."""
    parts = text.split("\n")
    joined = [parts[0]]
    capitals = 1 if _is_capital(parts[0]) else 0
    for before, part in pairwise(parts):
        title_ends = capitals >= _FEWEST_CAPITALS and not _is_capital(part) and not _has_capitals(before, part)
        joined.append("\n" if _LIST_SIGN.match(part.strip()) or title_ends else " ")
        joined.append(part)
        capitals = capitals + 1 if _is_capital(part) else capitals if not part.strip() or part.strip()[0].isdigit() else 0
    return "".join(joined)


def _is_capital(word: str) -> bool:
    return word.strip().isupper() and len(word.strip()) > 1


def _has_capitals(before: str, part: str) -> bool:
    """A number or ordinal inside a title in capitals ("THE 431st MEETING") does not end it."""
    return part.strip()[:1].isdigit() and _is_capital(before)
