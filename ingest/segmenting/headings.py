"""Which lines could begin an agenda item?

Takes lines, gives candidates with the number and title they print, in the numberings of real minutes: `1.`, `2465.`, `71/19`,
`C048/23`, `(139)`, `Item 3:`, `4(a)`, a number alone on its line. It only proposes; agenda.py decides which proposals agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.segmenting.running import Line
from ingest.segmenting.wording import TITLES
from ingest.segmenting.wording import any_of


class Numbering(StrEnum):
    """How an item's number is printed; one meeting keeps to one way."""

    SLASH = "71/19"
    POINT = "1."
    ITEM = "Item 1"
    BARE = "1 TITLE"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may begin an item. `value` orders it; `weight` says how much it looks like a heading (0 to 1)."""

    numbering: Numbering
    value: int
    number: str
    start: int
    title: tuple[int, int] | None
    weight: float


_FORMS = (
    (
        Numbering.ITEM,
        re.compile(r"(?:Agenda\s+)?Item\s+(?:No\.?\s*)?(?P<number>\d{1,3})\b\s*[:.)–-]*\s*(?P<rest>.*)", re.IGNORECASE),
    ),
    (Numbering.SLASH, re.compile(r"(?P<number>(?:[A-Z]{1,3})?\d{1,4}\s?/\s?(?:20)?\d{2}(?:/\d{1,4})?)\b[.:)]?\s+(?P<rest>\S.*)?$")),
    (Numbering.SLASH, re.compile(r"(?P<number>(?:[A-Z]{1,3})?\d{1,4}/(?:20)?\d{2})[.:)]?(?P<rest>)$")),
    (Numbering.POINT, re.compile(r"\(?(?P<number>\d{1,4})\s?[.)](?!\d)\s*(?P<rest>.*)")),
    (Numbering.BARE, re.compile(r"(?P<number>\d{1,3})\s+(?P<rest>[A-Z‘“].*)")),
)
_DIGITS = re.compile(r"\d+")
# A figure alone below the names of a vote: "Councillors Benson and O’Dea. / (4) / Against" (Limerick, 30 September 2019).
_OF_A_VOTE = re.compile(r"(?:for|against|abstain\w*|abstentions?|in\s+favour|councillors?|cllrs?)\b", re.IGNORECASE)
_LEADING_TO_LIMBS = re.compile(r"(?:\bthat|:|\bresolved|\bto)\s*$", re.IGNORECASE)
_SENTENCE_STARTS = re.compile(
    rf"(?<!\bby)(?<!\bof)(?<!\bto)(?<!\bfrom)(?<!\bwith)(?<!\band)(?<!\bfor)\s(?=(?:The|These|This|There|It|A|An|In|No|None|"
    rf"All|Following|As|At|Members|Apologies\s+were|Having|After|{any_of(TITLES)})\s+[a-zA-Z])"
)
_TITLE_ENDS = re.compile(r":\s|:$|\s[–-]\s|\.\s")
_TITLE_LENGTH = 130
_LONG_LINE = 150
_WHOLE_LINE = 100
"""Characters up to which a line that is no sentence is a title as a whole: "NOTICE OF MOTION: SINGLE-USE PLASTICS"."""
_FEW_WORDS = 6


def candidates(lines: Sequence[Line]) -> list[Candidate]:
    """Return every line that may begin a numbered item, in order."""
    found: list[Candidate] = []
    for place, line in enumerate(lines):
        for numbering, form in _FORMS:
            match = form.match(line.text)
            if match and (candidate := _candidate(numbering, match, lines, place)):
                found.append(candidate)
                break
    return found


def _candidate(numbering: Numbering, match: re.Match[str], lines: Sequence[Line], place: int) -> Candidate | None:
    line, rest = lines[place], match["rest"] or ""
    weight = _weight(rest, lines, place)
    if numbering is Numbering.BARE:
        weight *= 1.0 if rest.split("(")[0].isupper() else 0.3
    if weight <= 0:
        return None
    value = int(_DIGITS.findall(match["number"])[0])
    title = title_on(line, match.start("rest")) if rest else title_below(lines, place)
    return Candidate(numbering, value, match["number"].replace(" ", ""), line.start, title, weight)


def _weight(rest: str, lines: Sequence[Line], place: int) -> float:
    """How much a line looks like a heading: clauses of a resolution look like anything but."""
    before = lines[place - 1].text if place else ""
    text = rest or (lines[place + 1].text if place + 1 < len(lines) else "")
    if not rest and (_OF_A_VOTE.match(text) or _OF_A_VOTE.match(before)):
        return 0.0
    if not text or text[0].islower() or text.endswith((";", "; and", ",")) or _LEADING_TO_LIMBS.search(before):
        return 0.0
    if len(text) > _LONG_LINE:
        return 0.7
    return 0.5 if text.endswith(".") and len(text.split()) > _FEW_WORDS else 1.0


def title_on(line: Line, at: int) -> tuple[int, int] | None:
    """Where the title stands on a heading's own line: all of it, or up to the colon, dash or sentence where the minute begins."""
    rest = line.text[at:]
    if len(rest) <= _WHOLE_LINE and not rest.endswith(".") and not _SENTENCE_STARTS.search(rest, 3):
        words = rest.rstrip(" .:–-")
        return (line.start + at, line.start + at + len(words)) if words else None
    ends = [match.start() for pattern in (_TITLE_ENDS, _SENTENCE_STARTS) if (match := pattern.search(rest, 3))]
    length = min([*ends, len(rest)])
    words = rest[:length].rstrip(" .:–-")
    if not words or length > _TITLE_LENGTH:
        return None
    return line.start + at, line.start + at + len(words)


def title_below(lines: Sequence[Line], place: int) -> tuple[int, int] | None:
    """Where the title stands when the number is alone on its line: the next line, and the rest of a bracket left open."""
    if place + 1 >= len(lines):
        return None
    following = lines[place + 1]
    if len(following.text) > _TITLE_LENGTH or following.text.startswith("(") or following.text.endswith("."):
        return None
    last = following
    if following.text.count("(") > following.text.count(")") and place + 2 < len(lines):
        last = lines[place + 2]
    return following.start, last.start + len(last.text.rstrip(" :."))
