"""What on a page belongs to the paper, not to the record?

Takes pages, gives the same pages with running headers, footers and page numbers marked as furniture, so that the words of an item
can be followed from one page to the next. Never changes a character of the text and never marks part of a line. In doubt a line
stays in the record: a footer left in does little harm, an item's title or number taken out does much.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

from ingest.reading.pages import PageText

DEPTH = 4
"""How many printed lines at the top and at the foot of a page may be furniture; Merton prints a footer of three and a number."""

_FEWEST_PAGES = 3
_FEWEST_LETTERS = 5
_FEWEST_LETTERS_ON_TWO = 10
_LONGEST_ON_TWO = 80
"""On two pages a line repeats by chance, such as the initials of who is to act: there it must be long and just the same."""

_DIGITS = re.compile(r"\d+")
_BARE_NUMBER = re.compile(r"(?:[-–—~] ?)?(?P<number>\d{1,4})(?: ?[-–—~])?")
_NAMED_NUMBER = re.compile(
    r"(?:page|p\s?a\s?g\s?e|tudalen)\s*[|:]?\s*\d{1,4}(?:\s*(?:of|o|/|\|)\s*\d{1,4})?"
    r"|\d{1,4}\s*\|\s*p\s?a\s?g\s?e"
    r"|\d{1,4} of \d{1,4}",
    re.IGNORECASE,
)
"""`Page 3 of 7`, Word's `3 | P a g e`, Welsh `Tudalen 3`."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """A line that is not blank: where it stands and what it says."""

    start: int
    end: int
    words: str


def mark_furniture(pages: Iterable[PageText]) -> tuple[PageText, ...]:
    """Return the pages with furniture marked at their edges; what was marked before stays marked."""
    given = tuple(pages)
    if not given:
        return ()
    tops = [_edge(page, from_top=True) for page in given]
    feet = [_edge(page, from_top=False) for page in given]
    inside = _words_inside(given, tops, feet)
    running_heads, head_numbers = _running(tops) - inside, _page_numbers(given, tops)
    running_feet, foot_numbers = _running(feet) - inside, _page_numbers(given, feet)
    marked = []
    for index, page in enumerate(given):
        # The first page's head is kept: a running header is often the only place that names the body.
        heads = running_heads if index else frozenset[str]()
        found = [*_outermost(tops[index], heads, head_numbers[index]), *_outermost(feet[index], running_feet, foot_numbers[index])]
        marked.append(replace(page, furniture=_merged([*page.furniture, *((line.start, line.end) for line in found)])))
    return tuple(marked)


def _edge(page: PageText, *, from_top: bool) -> list[_Printed]:
    """Return up to `DEPTH` printed lines from an edge inwards, leaving out what is furniture already."""
    known = set(page.furniture)
    edge: list[_Printed] = []
    for line in _printed_lines(page.text, from_top=from_top):
        if (line.start, line.end) not in known:
            edge.append(line)
        if len(edge) == DEPTH:
            break
    return edge


def _printed_lines(text: str, *, from_top: bool) -> Iterator[_Printed]:
    raw = text.split("\n")
    start = 0 if from_top else len(text) + 1
    for line in raw if from_top else reversed(raw):
        start -= 0 if from_top else len(line) + 1
        if line.strip():
            yield _Printed(start, start + len(line), " ".join(line.split()))
        start += len(line) + 1 if from_top else 0


def _words_inside(
    pages: Sequence[PageText], tops: Sequence[Sequence[_Printed]], feet: Sequence[Sequence[_Printed]]
) -> frozenset[str]:
    """Return the lines, digits masked, that stand inside some page, away from its edges.

    What runs through a document stands at edges only. "(Report Enclosed)" ends half the items of an agenda, and so half its pages.
    """
    inside: set[str] = set()
    for page, top, foot in zip(pages, tops, feet, strict=True):
        at_edges = {line.start for line in (*top, *foot)}
        inside.update(_masked(line.words) for line in _printed_lines(page.text, from_top=True) if line.start not in at_edges)
    return frozenset(inside)


def _running(edges: Sequence[Sequence[_Printed]]) -> frozenset[str]:
    """Return the lines, digits masked, that repeat at this edge of half the pages."""
    if len(edges) < _FEWEST_PAGES:
        return _same_on_two(edges)
    counts = Counter(words for edge in edges for words in {_masked(line.words) for line in edge})
    fewest = max(_FEWEST_PAGES, (len(edges) + 1) // 2)
    return frozenset(words for words, count in counts.items() if count >= fewest and _letters(words) >= _FEWEST_LETTERS)


def _same_on_two(edges: Sequence[Sequence[_Printed]]) -> frozenset[str]:
    """Return the lines, digits masked, that stand at this edge of both pages, just the same; a single page has none."""
    first, *others = (frozenset(line.words for line in edge) for edge in edges)
    same = first.intersection(*others) if others else frozenset[str]()
    return frozenset(
        _masked(words) for words in same if _letters(words) >= _FEWEST_LETTERS_ON_TWO and len(words) <= _LONGEST_ON_TWO
    )


def _page_numbers(pages: Sequence[PageText], edges: Sequence[Sequence[_Printed]]) -> list[frozenset[int]]:
    """Return, for each page, where at this edge the lines start that are its number.

    A bare number counts when it follows the pages: it is the page's own, or equally far from it on several pages (minute books
    are numbered through the year). An item's number has a dot or stands once.
    """
    numbers = [
        {line.start: int(line.words.strip("-–—~ ")) - page.number for line in _bare(edge)}
        for page, edge in zip(pages, edges, strict=True)
    ]
    counts = Counter(distance for found in numbers for distance in set(found.values()))
    needed = 1 if len(pages) < _FEWEST_PAGES else 2
    steady = {distance for distance, count in counts.items() if count >= (needed if distance == 0 else 2)}
    return [
        frozenset(start for start, distance in found.items() if distance in steady)
        | frozenset(line.start for line in edge if _NAMED_NUMBER.fullmatch(line.words))
        for found, edge in zip(numbers, edges, strict=True)
    ]


def _bare(edge: Sequence[_Printed]) -> Iterator[_Printed]:
    """Yield the bare numbers of an edge, but for those that a colon announces ("Against:", then 3)."""
    by_place = sorted(edge, key=lambda line: line.start)
    for before, line in zip((None, *by_place), by_place, strict=False):
        if _BARE_NUMBER.fullmatch(line.words) and not (before and before.words.endswith(":")):
            yield line


def _outermost(edge: Sequence[_Printed], running: frozenset[str], numbers: frozenset[int]) -> Iterator[_Printed]:
    """Yield the furniture of an edge from outside inwards, up to the first line of the record."""
    for line in edge:
        if line.start not in numbers and _masked(line.words) not in running:
            return
        yield line


def _masked(words: str) -> str:
    return _DIGITS.sub("0", words)


def _letters(words: str) -> int:
    return sum(character.isalpha() for character in words)


def _merged(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return ranges in ascending order, overlapping ones as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
