"""Where does a sentence of minutes end?

Takes a stretch of running text, gives sentences that cover its words in order. Line ends are loose: PDF lines break in the middle
of sentences, and Limerick's Markdown has a blank line after every printed line. So a line end parts sentences only where the
next line starts something (a clause letter, a bullet, "Proposed by", "RESOLVED") or the text there uses blank lines for
paragraphs. Never looks at meaning.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_ABBREVIATION = re.compile(
    r"(?:\b(?:Cllrs?|Clirs?|Cmhlr|Cyng|Mrs?|Ms|Dr|Prof|Rev|St|No|Nos|Co|Ltd|Dept|e\.g|i\.e|etc|approx|para|paras|Sec|Art|"
    r"Vol|Ref|Jr|Sr|Hon|Fr|Mt|"
    r"[ap]\.m|nem|con|[Pp]rop|[Ss]ec|Cyn|Eil|w\.e\.f)|\b[A-Z])\.$"
)
_END = re.compile(
    r"[.!?][”\"’')\]]*(?=\s+[A-ZÀ-ÞÓ“\"‘'(•·*\d£€-])|[.!?][”\"’')\]]*(?=[ \t]*\n(?!\s*[a-zà-þ]+\b(?![.)])))|"
    r"[:;][–-]?[”\"’')\]]*(?=[ \t]*\n)|[.!?:][”\"’')\]]*\s*\Z"
)
STARTER = re.compile(
    r"\n\s*(?=(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)][ \t]|[•·*–-][ \t]|[\uf000-\uf0ff]|(?:Proposed|Moved|Seconded)\b|"
    r"(?:And\s+)?(?:RESOLVED|"
    r"Resolved|RECOMMENDED|AGREED|NOTED)\b|"
    r"(?:For|Against|Abstain(?:ed)?|Abstentions?|In\s+favour)\b[^\n]{0,40}\n|Decision\b|The\s+(?:Mayor|Chair|Chairman|"
    r"Meetings\s+Administrator)\s+declared))"
)
_PARAGRAPH = re.compile(r"\n[ \t\u00a0]*\n(?!\s*[a-zà-þ]{2,}\s)")
# "at the December Meeting of the / (blank line) / Municipal District": no sentence ends in these, so no blank line ends it there.
_UNFINISHED = re.compile(r"(?<![\w’'])(?:and|or|of|the|by|from|an?|at|to|for|on|with|its|their|our|his|her)\s*\Z")
_SMALL = re.compile(r"\s*(?:[A-Z0-9£€][\w’'.,-]*[a-z\d]|[A-Z]\d)")
_LOOSE = 0.9
_FEW = 3
"""Line ends up to which a share of them says nothing."""
_NEXT_BEGINS = re.compile(r"[ \t]*\n\s*(?=[A-Z“‘(•·▪\uf000-\uf0ff])")
_GOES_ON_BELOW = re.compile(
    r"(?:[,(–&-]|\b(?:and|or|of|the|by|to|in|for|with|at|on|a|an|that|from|as|is|was|be|Councillors?|Cllrs?\.?|Mrs?\.?|"
    r"Ms\.?|Dr\.?|The|Ó|St\.?|[A-Z]\.?))$"
)
_SHORT = 0.6
_A_PAGE_WIDE = 50
_PAGE_EDGE = 1.6
"""How much longer than usual a line may be where lines are broken by the page; paragraphs on one line are many times longer."""
_ENOUGH = 20
_GOES_ON = 0.12
"""Share of lines that begin with a small letter: a third where lines are broken by the page, one in fifty where they are not."""


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


def sentence_at(found: list[Sentence], at: int) -> Sentence:
    """Return the sentence that holds a place."""
    return found[bisect.bisect_right(found, at, key=_start) - 1]


def sentence_from(found: list[Sentence], at: int) -> Sentence | None:
    """Return the first sentence that begins at a place or after it."""
    place = bisect.bisect_left(found, at, key=_start)
    return found[place] if place < len(found) else None


def sentence_before(found: list[Sentence], at: int, back: int) -> Sentence:
    """Return the sentence `back` places before the one that holds a place."""
    return found[max(0, bisect.bisect_right(found, at, key=_start) - 1 - back)]


def _start(sentence: Sentence) -> int:
    return sentence.start


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    for match in _END.finditer(text, start, end):
        if not (match.group().startswith(".") and _ABBREVIATION.search(text, max(start, match.start() - 12), match.start() + 1)):
            yield match.end()
    for match in STARTER.finditer(text, start, end):
        yield match.end()
    if not is_loose(text, start, end):
        for match in _PARAGRAPH.finditer(text, start, end):
            if not _runs_on(text, start, match):
                yield match.end()
    for match in _short_lines(text, start, end):
        yield match.end()


def _runs_on(text: str, start: int, blank: re.Match[str]) -> bool:
    """Whether a sentence goes on behind a blank line: the words above cannot end one, and no heading in capitals stands below."""
    unfinished = _UNFINISHED.search(text[max(start, blank.start() - 12) : blank.start()])
    return bool(unfinished and _SMALL.match(text, blank.end()))


def _short_lines(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Line ends that end a paragraph: the line stops well short of the page's width, and the next begins something."""
    width = _width(text)
    if width < _A_PAGE_WIDE:
        return
    for match in _NEXT_BEGINS.finditer(text, start, end):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
        if len(line) < _SHORT * width and len(line.split()) > 1 and not _GOES_ON_BELOW.search(line):
            yield match


@lru_cache(maxsize=4)
def _width(text: str) -> int:
    """The usual length of a full line, or nought where lines are as long as paragraphs."""
    lengths = sorted(len(line.strip()) for line in text.splitlines() if line.strip())
    if not lengths:
        return 0
    usual = lengths[int(len(lengths) * 0.8)]
    return usual if lengths[-1] <= _PAGE_EDGE * usual else 0


def is_loose(text: str, start: int, end: int) -> bool:
    """Whether blank lines in a stretch say nothing, because one stands after every printed line (Limerick).

    The whole text is asked first: where lines are broken by the page, many begin in the middle of a sentence; where each is a
    paragraph (Stoke Ferry), hardly any does. Short texts are judged by the stretch itself.
    """
    told = _broken_by_the_page(text)
    if told is not None:
        return told
    breaks = len(re.findall(r"\n\s*", text[start:end]))
    doubled = len(re.findall(r"\n[ \t]*\n\s*", text[start:end]))
    return breaks > _FEW and doubled / breaks >= _LOOSE


@lru_cache(maxsize=4)
def _broken_by_the_page(text: str) -> bool | None:
    """Whether blank lines part lines, not paragraphs; `None` where there are too few to tell."""
    breaks = len(re.findall(r"\n\s*", text))
    doubled = re.findall(r"\n[ \t\u00a0]*\n\s*([^\n]?)(?![.)])", text)
    if breaks < _ENOUGH or not doubled:
        return None
    goes_on = sum(following.islower() for following in doubled) / len(doubled)
    return len(doubled) / breaks >= _LOOSE and goes_on >= _GOES_ON
