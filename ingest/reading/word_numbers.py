"""Which number does Word print before a paragraph that it numbers itself?

Takes the numbering of a Word document and its paragraphs in the order in which they stand, gives the sign that Word shows before
each: `1.`, `(a)`, `2.1`, a bullet, or nothing. The reader of the page sees these signs, minutes refer to them ("item 4"), and the
same minutes as a PDF or a web page hold them as text. By ECMA-376, part 1, 17.9. Never numbers a blank paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field

from docx.oxml.ns import nsmap
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ingest.reading.numerals import letters_of
from ingest.reading.numerals import roman_of

_VALUE = qn("w:val")
_PART = re.compile(r"%(\d)")
_LEVELS = 9
_BASED_ON_AT_MOST = 20
"""Styles that a style is built on, one on the other; a circle of them ends here."""


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    kind: str
    text: str
    style: str | None


@dataclass(frozen=True, slots=True)
class _List:
    """A list that paragraphs name: what counts for it, its levels, and the levels that it begins anew."""

    counts_with: str
    levels: dict[int, _Level]
    begins_anew: dict[int, int]


@dataclass(slots=True)
class WordNumbers:
    """The counters of one document; asked once for each paragraph, in order."""

    lists: dict[str, _List]
    by_style: dict[str, tuple[str, int]]
    counters: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def sign_before(self, paragraph: BaseOxmlElement) -> str:
        """Return the sign that Word prints before a paragraph, or nothing."""
        listed = self._list_of(paragraph)
        if listed is None or listed[0] not in self.lists:
            return ""
        name, depth = listed
        found = self.lists[name]
        level = found.levels.get(depth)
        if level is None:
            return ""
        counters = self.counters.setdefault(found.counts_with, [None] * _LEVELS)
        if name not in self.begun:
            self.begun.add(name)
            for place, start in found.begins_anew.items():
                counters[place] = start - 1
        so_far = counters[depth]
        counters[depth] = level.start if so_far is None else so_far + 1
        counters[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        return _sign(found, depth, counters)

    def _list_of(self, paragraph: BaseOxmlElement) -> tuple[str, int] | None:
        style = _value(paragraph, "w:pPr/w:pStyle")
        from_style = self.by_style.get(style or "")
        own = _value(paragraph, "w:pPr/w:numPr/w:numId")
        depth = _number(_value(paragraph, "w:pPr/w:numPr/w:ilvl"))
        if own is None and from_style is None:
            return None
        name = own or (from_style[0] if from_style else "")
        if depth is None:
            depth = from_style[1] if own is None and from_style else 0
        return name, min(max(depth, 0), _LEVELS - 1)


def word_numbers(numbering: BaseOxmlElement | None, styles: Iterable[BaseOxmlElement]) -> WordNumbers:
    """Read how a document numbers, from its numbering part (`None` where it has none) and its styles."""
    if numbering is None:
        return WordNumbers({}, {})
    abstract = {str(one.get(qn("w:abstractNumId"))): _levels(one) for one in numbering.findall("w:abstractNum", nsmap)}
    lists = {
        str(one.get(qn("w:numId"))): _list(one, abstract)
        for one in numbering.findall("w:num", nsmap)
        if _value(one, "w:abstractNumId") in abstract
    }
    return WordNumbers(lists, _by_style({str(style.get(qn("w:styleId"))): style for style in styles}, lists))


def _levels(abstract: BaseOxmlElement) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for level in abstract.findall("w:lvl", nsmap):
        depth = _number(level.get(qn("w:ilvl")))
        if depth is not None and 0 <= depth < _LEVELS:
            start = _number(_value(level, "w:start"))
            kind = _value(level, "w:numFmt") or "decimal"
            levels[depth] = _Level(1 if start is None else start, kind, _value(level, "w:lvlText") or "", _value(level, "w:pStyle"))
    return levels


def _list(number: BaseOxmlElement, abstract: dict[str, dict[int, _Level]]) -> _List:
    counts_with = _value(number, "w:abstractNumId") or ""
    levels = dict(abstract[counts_with])
    begins_anew: dict[int, int] = {}
    for override in number.findall("w:lvlOverride", nsmap):
        depth = _number(override.get(qn("w:ilvl")))
        start = _number(_value(override, "w:startOverride"))
        levels.update(_levels(override))
        if depth is not None and start is not None and 0 <= depth < _LEVELS:
            begins_anew[depth] = start
    return _List(counts_with, levels, begins_anew)


def _by_style(styles: dict[str, BaseOxmlElement], lists: dict[str, _List]) -> dict[str, tuple[str, int]]:
    """Return the list and level of each style that numbers, its own or that of the style it is built on."""
    found: dict[str, tuple[str, int]] = {}
    for name in styles:
        at: str | None = name
        for _ in range(_BASED_ON_AT_MOST):
            if at not in styles:
                break
            number = _value(styles[at], "w:pPr/w:numPr/w:numId")
            if number is not None:
                linked = [depth for depth, level in lists[number].levels.items() if level.style == at] if number in lists else []
                found[name] = (number, linked[0] if linked else _number(_value(styles[at], "w:pPr/w:numPr/w:ilvl")) or 0)
                break
            at = _value(styles[at], "w:basedOn")
    return found


def _sign(found: _List, depth: int, counters: list[int | None]) -> str:
    level = found.levels[depth]
    if level.kind == "bullet":
        return "•" if level.text.strip() else ""
    if level.kind == "none":
        return ""

    def written(part: re.Match[str]) -> str:
        place = int(part[1]) - 1
        other = found.levels.get(place)
        if other is None or place > depth:
            return ""
        count = counters[place]
        return _count(other.start if count is None else count, other.kind)

    return _PART.sub(written, level.text).strip()


def _count(number: int, kind: str) -> str:
    if kind in {"lowerLetter", "upperLetter"} and number >= 1:
        sign = letters_of(number)
    elif kind in {"lowerRoman", "upperRoman"} and number >= 1:
        sign = roman_of(number)
    else:
        return f"{number:02}" if kind == "decimalZero" else str(number)
    return sign.upper() if kind.startswith("upper") else sign


def _value(element: BaseOxmlElement, path: str) -> str | None:
    found = element.find(path, nsmap)
    return None if found is None else found.get(_VALUE)


def _number(text: object) -> int | None:
    return int(str(text)) if re.fullmatch(r"-?[0-9]{1,6}", str(text)) else None
