"""Who moved it, and who seconded?

Takes text, gives the names as printed with where they stand. Reads "Proposed by Councillor O'Donnell; Seconded by Councillor
Teefy", "On the proposal of X, seconded by Y", "moved as correct by A and B", "Councillor X proposed that …", "This was seconded by
Y", and a community council's initials (`Proposed by RB seconded by HP`). A name is copied, never corrected or completed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.segmenting.wording import TITLES
from ingest.segmenting.wording import any_of

_TITLED = rf"(?:{any_of(TITLES)})"
_CAPITAL = r"(?!The\b|And\b|This\b|Resolved|Seconded|Proposed|Moved|Carried|All\b|It\b|After\b|On\b)[A-ZÀ-ÞÓÁÉÍÚ][\w’'À-ÿ-]*"
_INNER = rf"(?:[ \n]+(?:\([A-Z][a-z]?\)|(?:[A-Z]\.[ ]?)+|de|van|Mac|Ó|Ní|{_CAPITAL}))"
_THE = (
    r"(?:the\s+)?(?:Chair(?:man|person|woman)?|Vice-Chair(?:man)?|Mayor|Deputy\s+Mayor|Cathaoirleach|"
    r"Leader(?:\s+of\s+the\s+Council)?|Secretary|Treasurer)"
)
NAME = (
    rf"(?:{_TITLED}(?:[ \n]+{_TITLED})*[ \n]+(?:[A-Z]\.?[ ]?)*{_CAPITAL}{_INNER}{{0,3}}|"
    rf"{_THE}(?:,?[ \n]+{_TITLED}[ \n]+{_CAPITAL}{_INNER}{{0,2}})?"
    rf"|[A-Z]{{2,3}}[a-z]{{0,2}}\b|{_CAPITAL}{_INNER}{{1,3}})"
)
"""A printed name: with its title, an office, a community councillor's initials, or two capitalised words."""

_STOP = r"(?=\s*(?:[,;:.)]|$|\n|\band\b|\bthat\b|\bseconded\b|\bproposed\b|\bto\b|\bwith\b|\bit\b|\bwas\b|\bwere\b|[–-]))"
_MOVE = r"(?i:proposed|moved|propos(?:al|ition)|motion)"
_BOTH = (
    re.compile(
        rf"\b(?i:on\s+(?:the\s+)?(?:proposal|proposition|"
        rf"motion)\s+of)\s+(?P<mover>{NAME})\s*[,;]?\s*(?i:and\s+)?(?i:seconded\s+by|and)\s+(?P<seconder>{NAME})"
    ),
    re.compile(
        rf"\b(?i:moved\s+as\s+(?:a\s+)?(?:correct|true)\s*(?:record)?\s*,?\s*by)\s+(?P<mover>{NAME})\s+(?i:and|"
        rf"seconded\s+by)\s+(?P<seconder>{NAME})"
    ),
    re.compile(
        rf"\b(?i:proposed|moved|"
        rf"proposer)(?i:\s+by)?\s*[:–-]?\s*(?P<mover>{NAME})\s*[,;.:]?\s*(?i:and\s+)?(?i:was\s+)?(?i:seconded|"
        rf"seconder)(?i:\s+by)?\s*[:–-]?\s*(?P<seconder>{NAME})"
    ),
    re.compile(
        rf"(?P<mover>{NAME})\s+(?i:then\s+|also\s+)?(?i:proposed|"
        rf"moved)\b(?P<clause>[^.\n]{{0,200}}?)[,;]?\s+(?i:and\s+)?(?i:(?:this\s+|"
        rf"it\s+)?(?:was\s+)?seconded\s+by)\s+(?P<seconder>{NAME})"
    ),
    re.compile(
        rf"(?P<mover>{NAME})\s+(?i:proposed|moved)\b[^.]{{0,200}}?(?:\s(?i:and)|,)\s+(?P<seconder>{NAME})\s+(?i:seconded)\b"
    ),
    re.compile(rf"\b(?i:in\s+proposing)\b[^,]{{3,60}},\s+(?P<mover>{NAME})"),
)
_MOVER = (
    re.compile(rf"\b(?i:(?:proposed|moved|submitted)\s+by)\s+(?P<mover>{NAME})"),
    re.compile(rf"\b(?i:on\s+(?:the\s+)?(?:proposal|proposition|motion)\s+of)\s+(?P<mover>{NAME})"),
    re.compile(rf"(?P<mover>{NAME})\s+(?i:proposed|moved)\b"),
)
_SECONDER = (
    re.compile(rf"\b(?i:seconded\s+by|in\s+seconding\b[^,\n]{{3,60}},)\s+(?P<seconder>{NAME})"),
    re.compile(rf"(?P<seconder>{NAME})\s+(?i:seconded)\b"),
)


@dataclass(frozen=True, slots=True)
class Movers:
    """Who moved and who seconded, as printed, and where that stands."""

    start: int
    end: int
    mover: str | None = None
    seconder: str | None = None


def find_movers(text: str, start: int = 0, end: int | None = None) -> list[Movers]:
    """Return every statement of a mover, a seconder or both, in order; both in one statement win over either alone."""
    stop = len(text) if end is None else end
    found: list[Movers] = []
    for pattern in (*_BOTH, *_MOVER, *_SECONDER):
        for match in pattern.finditer(text, start, stop):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(_movers(match))
    return sorted(found, key=lambda one: one.start)


def _movers(match: re.Match[str]) -> Movers:
    names = match.groupdict()
    return Movers(match.start(), match.end(), _tidy(names.get("mover")), _tidy(names.get("seconder")))


def _tidy(name: str | None) -> str | None:
    return re.sub(r"\s+", " ", name).strip(" .,;:") if name else None
