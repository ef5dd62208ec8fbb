"""What was sent, or recommended, to another body?

Takes the sentences of an item, gives each referral ("that the matter be referred to the Planning Committee") and each
recommendation to another body ("RECOMMENDED to Council that ..."), with the body as printed. Neither is a decision of the body
that receives it. That a member referred to a subject is no referral, and what somebody else had referred earlier is none of this
meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence

from index.records import Referral
from index.records import Sending
from ingest.segmenting.running import RunningText
from ingest.sentences import Sentence

_KINDS_OF_BODY = (
    r"(?:Committees?|Sub-?Committee|Council|Cabinet|Executive|Panel|Board|Group|Forum|Authority|Commission|Association|"
    r"SPC|Trust|Assembly|Partnership|Department|Directorate|Division|Section|Team|Party|Officer|Meeting|Ombudsman|Agency|Director|Service|"
    r"Services|Constabulary|Gardaí|Police)"
)
_BODY = (
    rf"(?:the\s+|a\s+|an\s+|our\s+|each\s+|both\s+|relevant\s+|appropriate\s+|full\s+|next\s+)*"
    rf"(?:(?:[A-Z][\w’'À-ÿ&/-]*,?|and|of|for|the|on|in|&)\s+){{0,10}}?{_KINDS_OF_BODY}\b(?!\s+(?!That|The|This|It|Members|For)[A-Z][a-z])(?!\s+(?:officer|office|tax|member|staff|"
    rf"report|meeting|house|land)s?\b)(?:\s+(?:of|for|on)\s+(?:the\s+)?[A-Z][\w’']*(?:\s+(?:and\s+)?[A-Z][\w’']*){{0,4}})?"
)
_REFERRED = re.compile(
    rf"\b(?:(?P<passive>be|was|were)\s+(?:also\s+|now\s+|then\s+|duly\s+)?(?:referred|remitted)(?:\s+back)?|(?P<active>(?:to|"
    rf"would|will|should)\s+(?:refer|remit)(?:\s+back)?\s+(?!to\b)[^.;]{{2,60}}?(?:\s+back)?))"
    rf"\s*(?:on\s+|back\s+)?to\s+(?P<body>{_BODY})"
)
_RECOMMENDED = re.compile(
    rf"(?:^\W*(?:\w{{1,3}}[.)]\s*)?|\b(?i:resolved|agreed|it\s+was|it\s+be|be|committee|panel|board|sub-committee|cabinet|"
    rf"that)\W+(?:\w+\s+)?(?i:to\s+)?)"
    rf"(?i:recommend(?:s|ed)?)\s+(?:(?i:to)\s+)?(?i:that\s+)?(?P<body>{_BODY})(?=[\s,:]+(?i:that|to\s|be\b|approves?|agrees?|"
    rf"adopts?|should|considers?|the\s|accepts?|for\s+(?:approval|adoption|consideration))|\s*:)"
    rf"|\b(?i:recommendations?)\s+(?i:be\s+made\s+)?(?i:to)\s+(?P<body2>{_BODY})(?=[^.]{{0,80}}\b(?i:be\s+(?:endorsed|approved|"
    rf"agreed|made|accepted|supported)|was\s+agreed))"
    rf"|\b(?i:recommended\s+for\s+(?:approval|adoption)\s+to)\s+(?P<body3>{_BODY})"
)
_TALK = re.compile(
    r"\b(?:proposed\s+(?:an\s+amendment\s+)?that|felt|suggested|asked|thought|wondered|could|whether|would\s+like|hoped|should\s+be\s+able|called\s+for|urged)\b",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"\b(?:had|has|have)\s+(?:also\s+|now\s+|already\s+|previously\s+)?been\s+(?:referred|remitted)|\bwhich\s+(?:was|"
    r"were)\s+referred|\bif\b|\bmay\s+(?:be\s+)?refer|\bcan\s+(?:be\s+)?refer|\bcould\s+(?:be\s+)?refer",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(r"\b(?:not|never|declined|refused)\b[^.]{0,20}\b(?:refer|recommend)", re.IGNORECASE)
_OWN = re.compile(r"\b(?:this|the\s+present)\s+(?:Committee|Council|Meeting)\b", re.IGNORECASE)


def read_referrals(running: RunningText, found: Sequence[Sentence]) -> tuple[Referral, ...]:
    """Return what these sentences send or recommend to another body, in order."""
    return tuple(referral for sentence in found for referral in _sent(running, sentence))


def _sent(running: RunningText, sentence: Sentence) -> Iterator[Referral]:
    words = running.text[sentence.start : sentence.end]
    if not re.search(r"refer|remit|recommend", words, re.IGNORECASE) or _OUTSIDE.search(words):
        return
    seen: set[str] = set()
    spans = running.spans(sentence.start, sentence.end)
    for kind, match, body in _matches(words):
        name = re.sub(r"\s+", " ", body).strip()
        if _TALK.search(words, 0, match.start()):
            continue
        if (
            name.lower() in seen
            or _OWN.search(name)
            or (kind is Sending.REFERRAL and _HISTORY.search(words[max(0, match.start() - 40) : match.end()]))
        ):
            continue
        seen.add(name.lower())
        yield Referral(kind, name, spans)


def _matches(words: str) -> Iterator[tuple[Sending, re.Match[str], str]]:
    for match in _REFERRED.finditer(words):
        yield Sending.REFERRAL, match, match["body"]
    for match in _RECOMMENDED.finditer(words):
        yield Sending.RECOMMENDATION, match, match["body"] or match["body2"] or match["body3"]
