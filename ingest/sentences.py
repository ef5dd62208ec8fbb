"""Where does a sentence of minutes end?

Takes a stretch of running text, gives sentences that cover its words in order. Line ends are loose: PDF lines break in the middle
of sentences, and Limerick's Markdown has a blank line after every printed line. So a line end parts sentences only where the
next line starts something (a clause letter, a bullet, "Proposed by", "RESOLVED") or the text there uses blank lines for
paragraphs. Never looks at meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_ABBREVIATION = re.compile(
    r"(?:\b(?:Cllrs?|Clirs?|Cmhlr|Cyng|Mrs?|Ms|Dr|Prof|Rev|St|No|Nos|Co|Ltd|Dept|e\.g|i\.e|etc|approx|para|paras|Sec|Art|"
    r"Vol|Ref|Jr|Sr|Hon|Fr|Mt|"
    r"[ap]\.m|nem|con)|\b[A-Z])\.$"
)
_END = re.compile(r"[.!?][”\"’')\]]*(?=\s+[A-ZÀ-ÞÓ“\"‘'(•·*\d£€-])|[.!?:;][”\"’')\]]*(?=[ \t]*\n)|[.!?:][”\"’')\]]*\s*\Z")
STARTER = re.compile(
    r"\n\s*(?=(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)][ \t]|[•·*–-][ \t]|(?:Proposed|Moved|Seconded)\b|(?:And\s+)?(?:RESOLVED|"
    r"Resolved|RECOMMENDED|AGREED|NOTED)\b|"
    r"(?:For|Against|Abstain(?:ed)?|Abstentions?|In\s+favour)\b[^\n]{0,40}\n|Decision\b|The\s+(?:Mayor|Chair|Chairman|"
    r"Meetings\s+Administrator)\s+declared))"
)
_PARAGRAPH = re.compile(r"\n[ \t\u00a0]*\n")
_LINE_END = re.compile(r"\n")
_LOOSE = 0.9
_FEW = 3
"""Line ends up to which a share of them says nothing."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a heading or line that stands for one: `start` to `end`, white space at the ends left out."""

    start: int
    end: int


def sentences(text: str, start: int, end: int) -> list[Sentence]:
    """Return the sentences of a stretch in order."""
    cuts = sorted({start, end, *_cuts(text, start, end)})
    found: list[Sentence] = []
    for left, right in pairwise(cuts):
        words = text[left:right]
        if words.strip():
            begin = left + len(words) - len(words.lstrip())
            found.append(Sentence(begin, begin + len(words.strip())))
    return found


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    for match in _END.finditer(text, start, end):
        if not (match.group().startswith(".") and _ABBREVIATION.search(text, max(start, match.start() - 12), match.start() + 1)):
            yield match.end()
    for match in STARTER.finditer(text, start, end):
        yield match.end()
    if not is_loose(text, start, end):
        for match in _PARAGRAPH.finditer(text, start, end):
            yield match.end()


def is_loose(text: str, start: int, end: int) -> bool:
    """Whether nearly every line end is a blank line, so that blank lines say nothing (Limerick)."""
    breaks = len(re.findall(r"\n\s*", text[start:end]))
    doubled = len(re.findall(r"\n[ \t]*\n\s*", text[start:end]))
    return breaks > _FEW and doubled / breaks >= _LOOSE
