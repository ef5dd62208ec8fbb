"""Which lines could begin an agenda item, by the number they print?

Takes lines, gives candidates with the number and title they print, in the numberings of real minutes: `1.`, `3.0`, `2465.`,
`71/19`, `C048/23`, `2020-05_1`, `(139)`, `PAR 1`, `Item 3:`, `3. | Title`, a number alone on its line. It only proposes; which
proposals agree is told by chains.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ingest.segmenting.business import is_usual_business
from ingest.segmenting.printed import PrintedLines
from ingest.segmenting.titles import title_below
from ingest.segmenting.titles import title_on


class Numbering(StrEnum):
    """How an item's number is printed."""

    SLASH = "71/19"
    YEAR = "2020-05_1"
    POINT = "1."
    NAMED = "Item 1"
    BARE = "1 TITLE"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may begin an item. `value` orders it; `weight` says how much it looks like a heading (0 to 1.5)."""

    numbering: Numbering
    value: int
    number: str
    place: int
    start: int
    title: tuple[int, int] | None
    weight: float
    usual: bool


# A list sign or the bar of a table may stand before the number: "+ **3. Minutes**", "| 3. | Minutes |".
_BEFORE = r"(?:[-+*•]\s+|\|\s*)?"
_NAMES = r"(?:agenda\s+)?item|par(?:a|agraph)?|min(?:ute)?"
_FORMS = (
    (
        Numbering.NAMED,
        re.compile(
            rf"(?P<number>(?P<name>{_NAMES})\.?\s+(?:no\.?\s*)?(?P<value>\d{{1,4}}))\b(?!/)\s*[:.)|–-]*\s*(?P<rest>.*)",
            re.IGNORECASE,
        ),
    ),
    (Numbering.YEAR, re.compile(r"(?P<number>(?:19|20)\d\d[-/.]\d\d?[_/.-](?P<value>\d{1,3}))\b[.:)]?\s*(?P<rest>.*)$")),
    (
        Numbering.SLASH,
        re.compile(
            r"(?:(?:minute|min)\.?\s+)?(?P<number>(?:[A-Z]{1,4}\s?)?(?P<value>\d{1,4})\s?/\s?(?:20)?\d{2}(?:/\d{1,4})?)\b[.:)]?"
            r"(?:\s+\|?\s*(?P<rest>\S.*))?$",
            re.IGNORECASE,
        ),
    ),
    (Numbering.POINT, re.compile(r"(?:1\.\s+)?\(?(?P<number>(?P<value>\d{1,4}))\s?[.)](?!\d)\s*\|?\s*(?P<rest>.*)")),
    (Numbering.POINT, re.compile(r"(?P<number>(?P<value>\d{1,3})\.0)\b[.)]?\s+(?P<rest>\S.*)")),
    (Numbering.BARE, re.compile(r"(?P<number>(?P<value>\d{1,3}))\s+(?:\|\s*)?(?P<rest>[A-Z‘“].*)")),
    (Numbering.BARE, re.compile(r"(?P<number>(?P<value>\d{1,2}))(?P<rest>)$")),
)
_BULLETED = re.compile(_BEFORE)
# A figure alone below the names of a vote: "Councillors Benson and O’Dea. / (4) / Against" (Limerick, 30 September 2019).
_OF_A_VOTE = re.compile(r"(?:for|against|abstain\w*|abstentions?|in\s+favour|councillors?|cllrs?)\b", re.IGNORECASE)
_LEADING_TO_LIMBS = re.compile(r"(?:\bthat|:|\bresolved|\bto)\s*$", re.IGNORECASE)
_A_DATE = re.compile(
    r"(?:st|nd|rd|th)?\s*(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"[£€$]\s?\d[\d,.]*$")
_LONG_LINE = 150
_FEW_WORDS = 6
_MORE_WORDS = 9
_USUAL = 0.5
"""What it adds to a heading's weight that every council has it: "Apologies", "Matters arising"."""


def candidates(printed: PrintedLines) -> list[Candidate]:
    """Return every line that may begin a numbered item, in order."""
    return [found for place in range(len(printed.lines)) for found in _at(printed, place)]


def _at(printed: PrintedLines, place: int) -> Iterator[Candidate]:
    text = printed.lines[place].text
    before = _BULLETED.match(text)
    at = before.end() if before else 0
    for numbering, form in _FORMS:
        match = form.match(text, at)
        if match:
            found = _candidate(numbering, match, printed, place)
            if found is not None:
                yield found
            return


def _candidate(numbering: Numbering, match: re.Match[str], printed: PrintedLines, place: int) -> Candidate | None:
    rest = match["rest"] or ""
    text = rest.rstrip(" |") or printed.text_at(place + 1)
    usual = is_usual_business(text)
    weight = _weight(rest.rstrip(" |"), printed, place, usual=usual)
    if numbering is Numbering.BARE:
        weight = _bare_weight(weight, rest, printed, place, usual=usual)
    if weight <= 0:
        return None
    title = title_on(printed, place, match.start("rest")) if rest.strip(" |") else title_below(printed, place)
    start, number = (
        printed.lines[place].start,
        match["number"].replace(" ", "") if numbering is Numbering.SLASH else match["number"],
    )
    if numbering is Numbering.NAMED and "item" in match["name"].lower():
        number = match["value"]
    return Candidate(numbering, int(match["value"]), " ".join(number.split()), place, start, title, weight, usual)


def _weight(rest: str, printed: PrintedLines, place: int, *, usual: bool) -> float:
    """How much a line looks like a heading: clauses of a resolution look like anything but."""
    before, text = printed.text_at(place - 1), rest or printed.text_at(place + 1)
    if not rest and (_OF_A_VOTE.match(text) or _OF_A_VOTE.match(before)):
        return 0.0
    if not text or _A_DATE.match(text):
        return 0.0
    weight = _USUAL if usual else 0.0
    if text[0].islower():
        return weight + _weight_of_small_letters(text, printed, place)
    if _LEADING_TO_LIMBS.search(before) or (text.endswith((";", "; and", ",")) and not printed.is_full(place)):
        return weight
    return weight + _weight_of_words(text)


def _weight_of_words(text: str) -> float:
    if _SUM.search(text):  # a payment in a list of them
        return 0.2
    if len(text) > _LONG_LINE:
        return 0.7
    return 0.5 if text.endswith(".") and len(text.split()) > _FEW_WORDS else 1.0


def _weight_of_small_letters(text: str, printed: PrintedLines, place: int) -> float:
    """A heading may begin with a small letter ("iPads for members"), but clauses do: it must stand alone like a heading."""
    after = printed.text_at(place + 1)
    alone = len(text.split()) <= _MORE_WORDS and text[-1].isalnum() and after[:1].isupper()
    return 0.2 if alone and not _LEADING_TO_LIMBS.search(printed.text_at(place - 1)) else 0.0


def _bare_weight(weight: float, rest: str, printed: PrintedLines, place: int, *, usual: bool) -> float:
    """Without a point after it a number may be anything; capitals or the words of usual business make it a heading."""
    if not rest:
        below = printed.text_at(place + 1)
        return weight * (0.8 if usual and below[:1].isupper() and not below.endswith(".") else 0.2)
    words = re.split(r"\(| \| ", rest, maxsplit=1)[0].strip()
    return weight * (1.0 if words.isupper() else 0.6 if usual else 0.3)
