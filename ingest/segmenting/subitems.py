"""Which items stand below a numbered one: 2(a), 4(b), 6.2?

Takes a numbered heading's lines, gives the headings inside it, numbered as printed: `(a)` alone on its line above a title
(Limerick), `d) Notice board` alone on its line above its minute (Govan), `4(a) Rents`, `6.2 Clerk's report`. Clauses of a
resolution are lettered too; they begin small, end like sentences or follow words that lead to them, and stay in their item.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ingest.segmenting.printed import PrintedLines
from ingest.segmenting.titles import title_below
from ingest.segmenting.titles import title_on

Below = tuple[int, str, tuple[int, int] | None]
"""Where an item below another starts, its number, and where its title stands."""

_TAKEN = re.compile(r"\(?(?P<item>\d{1,3})\s?\((?P<letter>[a-z])\)$")
_WORD = re.compile(r"[^\W\d_]{3}")
_ALONE = re.compile(r"\(?(?P<letter>[a-z])\)$")
_LETTERED = re.compile(r"\(?(?P<letter>[a-z])[).]\s+(?P<rest>[A-Z0-9£‘“'\"].*)$")
_COMPOUND = re.compile(
    r"\(?(?P<number>(?P<item>\d{1,3})\s?(?:\(?(?P<letter>[a-z])\)|(?P<close>[a-z])(?=[.:]?\s)|\.(?P<decimal>\d{1,2})))[.):]*"
    r"\s+(?P<rest>[A-Z£‘“'\"].*)$"
)
_LEADS_ON = re.compile(r"(?:\bthat|\bto|:|,|;|\band|\bor)\s*$", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;,:?]$|\.\s|\b(?:was|were|is|are|had|has|have|be|reported|advised|agreed|asked|noted|said|would|will)\b")
_TITLE_WORDS = 14


def taken_out_of_order(printed: PrintedLines) -> list[Below]:
    """Return start, number and title of the items whose number and letter stand alone on a line above a title.

    So a council prints what it takes before its turn: "it was agreed to deal with item 3 (f)", then `3(f)` (Limerick, April 2019).
    """
    found: list[Below] = []
    for place, line in enumerate(printed.lines):
        match = _TAKEN.match(line.text)
        title = title_below(printed, place) if match and not _LEADS_ON.search(printed.text_at(place - 1)) else None
        if match and title and _WORD.search(printed.running.text, *title):
            found.append((line.start, f"{match['item']}({match['letter']})", title))
    return found


def letters_alone(printed: PrintedLines, places: range, number: str, taken: Collection[str] = ()) -> list[Below]:
    """Return start, number and title of the lettered items of one numbered item, `(a)` alone on its line and then a title; the
    letters of what was `taken` out of its order are passed over.
    """
    found = _letters_from("a", printed, places, number, taken)
    return found if len(found) > 1 else []


def letters_going_on(printed: PrintedLines, places: range, number: str, last: str) -> list[Below]:
    """Return the lettered items of an earlier number that go on behind an item taken out of its order.

    Limerick, 28 November 2016: item 22 is taken between 3(d) and 3(e).
    """
    return _letters_from(chr(ord(last) + 1), printed, places, number)


def _letters_from(first: str, printed: PrintedLines, places: range, number: str, taken: Collection[str] = ()) -> list[Below]:
    found: list[Below] = []
    expected = _from_letter(first, number, taken)
    for place in places:
        match = _ALONE.match(printed.text_at(place))
        if match and match["letter"] == expected and place and not _LEADS_ON.search(printed.text_at(place - 1)):
            found.append((printed.lines[place].start, f"{number}({expected})", title_below(printed, place)))
            expected = _from_letter(chr(ord(expected) + 1), number, taken)
    return found


def _from_letter(letter: str, number: str, taken: Collection[str]) -> str:
    """Return the letter, or the first after it that was not taken before."""
    while f"{number}({letter})" in taken:
        letter = chr(ord(letter) + 1)
    return letter


def lettered_titles(printed: PrintedLines, places: range, number: str) -> list[Below]:
    """Return start, number and title of the items below one item whose letter and title have a line for themselves."""
    found: list[Below] = []
    for place in places:
        match = _LETTERED.match(printed.text_at(place))
        if match is None or match["letter"] != chr(ord("a") + len(found)):
            continue
        if not _is_title(match["rest"]) or _LEADS_ON.search(printed.text_at(place - 1)) or not _has_minute(printed, place):
            return []
        title = title_on(printed, place, match.start("rest"))
        found.append((printed.lines[place].start, f"{number}({match['letter']})", title))
    return found if len(found) > 1 else []


def compound_numbers(printed: PrintedLines, places: range, number: str) -> list[Below]:
    """Return start, number and title of the items that print the item's number and their own: `4(a)`, `6.2`."""
    found: list[Below] = []
    for place in places:
        match = _COMPOUND.match(printed.text_at(place))
        if match is None or match["item"] != number:
            continue
        if not _is_title(match["rest"]):
            return []  # numbered paragraphs, not items
        found.append((printed.lines[place].start, match["number"].replace(" ", ""), title_on(printed, place, match.start("rest"))))
    return found


def _is_title(words: str) -> bool:
    return len(words.split()) <= _TITLE_WORDS and not _SENTENCE.search(words)


def _has_minute(printed: PrintedLines, place: int) -> bool:
    """Return whether something else than the next letter stands below a title."""
    after = printed.text_at(place + 1)
    return bool(after) and not _LETTERED.match(after)
