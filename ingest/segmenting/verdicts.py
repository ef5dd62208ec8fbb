"""Which lines give the body's verdict on an application in a few words?

Takes a sentence of a planning item, gives its verdict: "Extension at 4 Mill Lane 10/00616/F Support", "Council have no objections",
"OBJECT on grounds of overdevelopment". What the planning authority decided ("Planning Decisions: … approved") is another body's and
is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.sentences import Sentence
from ingest.segmenting.cue import Cue
from ingest.segmenting.cue import CueKind
from ingest.segmenting.cue import cue_of

_SAYS = r"(?:no\s+(?:objections?|comments?|observations?)|object(?:ed|ion)?|support(?:ed)?|recommend(?:ed)?\s+(?:approval|refusal))"
_BODY = r"(?:the\s+|this\s+)?(?:parish\s+|town\s+|community\s+)?(?:council|councillors|members|committee)\s+"
_ENDS_WITH = re.compile(
    rf"(?:^|[–:.;,)\d-]\s*|\b(?-i:[A-Z\d/]{{4,}})\s+|(?=\b{_BODY}))(?P<verdict>(?:{_BODY})?(?:(?:have|has|had|raised?|"
    rf"made|offer(?:ed)?)\s+)?{_SAYS}"
    r"(?:\s+to\s+(?:this|the)\s+(?:application|proposal))?\W*)$",
    re.IGNORECASE,
)
_BEGINS_WITH = re.compile(
    r"\W*(?P<verdict>(?:to\s+)?(?:(?-i:N|n)o\s+(?:objections?|comments?|observations?)|(?-i:OBJECT|Object)(?:ion)?|"
    r"(?-i:SUPPORT|Support)|(?-i:To)\s+(?:support|object))"
    r"\b(?!\s+(?:to|for|from)\s+the\s+\w+\s+(?:was|were))[^;]{0,260})$"
    r"|\W*(?P<none>there\s+(?:was|were)\s+no\s+(?:objections?|comments?)[^;]{0,80})$",
    re.IGNORECASE | re.DOTALL,
)
_PLANNING = re.compile(
    r"\b(?:planning\s+applications?|applications?|planning\s+matters|planning|cynllunio)\b|"
    r"\b\d{2}/\d{4,5}/[A-Z]+",
    re.IGNORECASE,
)
_DECIDED_ELSEWHERE = re.compile(
    r"\b(?:planning\s+decisions?|decisions?\s+(?:notices?|received|made)|borough\s+(?:council\s+)?decisions?|results?)"
    r"\b",
    re.IGNORECASE,
)
# "Tilney PC: No objection." on the agenda of a planning committee is what another body said.
_CONSULTED = re.compile(r"[A-Z][^.:\d]{1,40}:\s")
_HEADING_REACH = 1500
_LONGEST = 420
_FEW_WORDS = 3
"""Words up to which a verdict says nothing without the application it is on."""


def verdicts(text: str, words: str, sentence: Sentence) -> Iterator[Cue]:
    """Yield the verdict that ends a line about an application, or is a sentence of its own."""
    match = (_BEGINS_WITH.match(words) or _ENDS_WITH.search(words)) if len(words) <= _LONGEST else None
    if match is None or _CONSULTED.match(words) or not _about_planning(text, sentence.start):
        return
    verdict = "none" if match.re is _BEGINS_WITH and match["none"] else "verdict"
    alone = not words[: match.start(verdict)].strip(" –:.;,-") and len(match[verdict].split()) <= _FEW_WORDS
    yield cue_of(CueKind.TELLING, sentence, match, _application_at(text, sentence.start) - sentence.start if alone else 0)


def _about_planning(text: str, at: int) -> bool:
    above = text[max(0, at - _HEADING_REACH) : at]
    planning = [hit.start() for hit in _PLANNING.finditer(above)]
    elsewhere = [hit.start() for hit in _DECIDED_ELSEWHERE.finditer(above)]
    return bool(planning) and (not elsewhere or elsewhere[-1] < planning[-1] - len("planning decisions"))


def _application_at(text: str, at: int) -> int:
    """Where the application begins that a short verdict is on: its own line, or the line above."""
    line = text.rfind("\n", 0, at) + 1
    if text[line:at].strip():
        return line
    return text.rfind("\n", 0, len(text[:at].rstrip())) + 1
