"""Which papers does this minute speak of?

Takes a stretch of running text, gives the reports, appendices and other minutes that it names, as printed: "the report of the
Chief Executive", "Appendix B", "Minute 34 refers". Each is given once an item, where it is first named. A report that is not said
to be anybody's, and minutes named by the date of their meeting, are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.records import Reference
from index.records import ReferenceKind
from ingest.segmenting.running import RunningText

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_LABEL = r"(?:[A-Z]{1,2}\d{0,2}|\d{1,2}[A-Za-z]?|[ivx]{1,4}|[a-h])(?:\.\d{1,2}|\(\w{1,3}\))*"
_CAPITAL = r"(?:(?:Mr|Mrs|Ms|Dr|Cllrs?|Prof|Rev|[A-Z])\.|[A-Z][\w’'À-ÿ/&-]*)"
_OFFICE = rf"{_CAPITAL}(?:(?:,?\s+(?:and|of|for|the|to|&|on|in))*,?\s+(?:{_CAPITAL}|&))*"
_WHOSE = (
    r"(?=[^\n.;]{0,60}\b(?:Chief|Director|Officer|Executive|Manager|Head|Clerk|Treasurer|Secretary|Committee|Panel|Group|Board|"
    r"Engineer|Planner|Solicitor|"
    r"Auditor|Cabinet|Leader|Councillor|Cllr|Architect|Service|Department|Unit|Inspector|Commissioner|Ombudsman|Surveyor|"
    r"Accountant|Administrator|Chair\w*|Mayor|Superintendent)\b)"
)
_PATTERNS = (
    (
        ReferenceKind.APPENDIX,
        re.compile(
            rf"\b(?:[Aa]ppendix|[Aa]ppendices|[Aa]nnex(?:e)?|APPENDIX|ANNEX)\s+[‘'“\"]?(?P<label>{_LABEL}(?:\s*(?:,|and|to|&|–|"
            rf"-)\s*{_LABEL}\b)*)(?![\w])[’'”\"]?"
        ),
    ),
    (
        ReferenceKind.MINUTE,
        re.compile(
            r"\b[Mm]inute(?:s\s+(?=(?:[Nn]os?\b|[Nn]umbers)|\d+\s*(?:,|and|to|-)\s*\d)|\s+)(?:(?:[Nn]o\.?|[Nn]umbers?|[Nn]os\.?|"
            r"[Rr]ef(?:erence|\.)?|[Ii]tem)\s*:?\s*)?"
            r"(?!\d\d?[./-]\d\d?[./-]\d\d)"
            rf"(?P<label>(?:[A-Z]{{1,4}}[./ ]?)?\d{{1,4}}(?:[./-]\d{{1,4}})*(?:\([a-z\d]{{1,3}}\))*[a-z]?)\b(?!\s*(?:st|nd|rd|"
            rf"th)?\s*(?:of\s+)?{_MONTH})(?!\s*(?:minutes|hours|seconds|members|were|per))(?!%)"
        ),
    ),
    (
        ReferenceKind.REPORT,
        re.compile(
            rf"\b(?:[Tt]he\s+|[Aa]\s+)?(?:(?!no\b|also\b|with\b|and\b|of\b|in\b|by\b|to\b|that\b)[a-z]+\s+)?[Rr]eports?\s+(?:of|by|from|"
            rf"prepared\s+by|submitted\s+by)\s+(?:the\s+|our\s+)?{_WHOSE}(?P<label>{_OFFICE})"
        ),
    ),
    (
        ReferenceKind.REPORT,
        re.compile(
            r"(?<=\w)[,]?\s+the\s+(?P<label>(?:Deputy\s+|Assistant\s+|Parish\s+|Acting\s+|Interim\s+)*(?:Chief\s+Executive|Clerk|"
            r"Chair(?:man|person)?|Treasurer|Mayor)[’']s\s+[Rr]eport)\b(?!\s*[:\n])"
        ),
    ),
)
_MINUTE_SURE = re.compile(r"\d\s*[./-]\s*\d|\b[Nn](?:o|umber)\b|\brefers?\b|[Rr]ef", re.IGNORECASE)
_REFERS = re.compile(r"\s*(?:\)|,)?\s*(?:refers?|relates?|above|below|of\s+the|dated|on|in|from|was|is|should|to)\b", re.IGNORECASE)


def read_references(running: RunningText, start: int, end: int) -> tuple[Reference, ...]:
    """Return the papers named between `start` and `end`, each once, in the order in which they are first named."""
    once: dict[tuple[ReferenceKind, str], Reference] = {}
    for reference in sorted(_references(running, start, end), key=lambda one: (one.span.page, one.span.start)):
        once.setdefault((reference.kind, _key(reference.as_printed)), reference)
    return tuple(once.values())


def _references(running: RunningText, start: int, end: int) -> Iterator[Reference]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(running.text, start, end):
            if kind is ReferenceKind.MINUTE and not _sure(running.text, match):
                continue
            if running.text[max(0, match.start() - 3) : match.start()].strip().lower() == "no":
                continue
            span = running.span(match.start(), match.end())
            if span is not None:
                yield Reference(kind, re.sub(r"\s+", " ", match.group()).strip(" ,"), span)


def _sure(text: str, match: re.Match[str]) -> bool:
    """A bare number behind "minute" is one when it looks like a reference or is said to refer: "a 5 minute 2 person" is not."""
    return bool(_MINUTE_SURE.search(match.group()) or _REFERS.match(text, match.end())) and not re.match(
        r"\d+\s*$", text[max(0, match.start() - 4) : match.start()].strip()
    )


def _key(words: str) -> str:
    return re.sub(r"^(?:the|a)\s+", "", words.lower())
