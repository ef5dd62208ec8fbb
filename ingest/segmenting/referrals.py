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
from index.sentences import Sentence
from ingest.segmenting.running import RunningText

_KINDS_OF_BODY = (
    r"(?:Committees?|Sub-?Committee|Council|Cabinet|Executive|Panel|Board|Group|Forum|Authority|Commission|Association|"
    r"SPC|Trust|Assembly|Partnership|Department|Directorate|Division|Section|Team|Party|Officer|Meeting|Ombudsman|Agency|Director|"
    r"Service|"
    r"Services|Constabulary|Gardaí|Police)"
)
_BODY = (
    rf"(?:the\s+|a\s+|an\s+|our\s+|each\s+|both\s+|relevant\s+|appropriate\s+|full\s+|next\s+)*"
    rf"(?:(?:[A-Z][\w’'À-ÿ&/-]*,?|and|of|for|the|on|in|&)\s+){{0,10}}?{_KINDS_OF_BODY}\b(?!\s+(?!That|The|This|It|Members|"
    rf"For)[A-Z][a-z])(?!\s+(?:officer|office|tax|member|staff|"
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
    r"\b(?:felt|suggested|asked|thought|wondered|could|whether|would\s+like|hoped|should\s+be\s+able|called\s+for|urged)\b",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"\b(?:had|has|have)\s+(?:also\s+|now\s+|already\s+|previously\s+)?been\s+(?:referred|remitted)|\bwhich\s+(?:was|"
    r"were)\s+referred|\bif\b|\bmay\s+(?:be\s+)?refer|\bcan\s+(?:be\s+)?refer|\bcould\s+(?:be\s+)?refer",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(r"\b(?:not|never|declined|refused)\b[^.]{0,20}\b(?:refer|recommend)", re.IGNORECASE)
_SETTLED = re.compile(
    r"\b(?:RESOLVED|[Rr]esolved|AGREED|[Aa]greed|DECIDED|[Dd]ecided|DECISION|[Dd]ecision|CARRIED|[Cc]arried|RECOMMENDED)\b"
)
_MOVED = re.compile(r"\b(?:moved?|moving|motions?|amendments?|propos(?:ed|al|ition)|seconded)\b", re.IGNORECASE)
_LOST = re.compile(
    r"\b(?:lost|defeated|not\s+carried|rejected|negatived|fell|withdrawn|not\s+(?:put|agreed|supported|seconded))\b", re.IGNORECASE
)
_FATE = re.compile(
    r"\b(?:motion|amendment|propos(?:al|ition)|vote|this|it|that)\b[^.;]{0,80}\b(?:lost|defeated|not\s+carried|rejected|negatived|"
    r"fell|"
    r"withdrawn|carried|agreed|approved)\b|^\W*(?:lost|defeated|carried|agreed|not\s+carried|rejected)\b",
    re.IGNORECASE,
)
_TO_BE = re.compile(r"\bto\s+\Z", re.IGNORECASE)
_STANDS_TO_BE = re.compile(r"(?:\b(?:is|are)|^\W*(?:this|it|the\s+matter))\s+to\s+\Z", re.IGNORECASE)
_LABEL = re.compile(r"\W*(?:it\s+was\s+)?(?:resolved|agreed|decision)\b[\s\w]{0,20}\W*", re.IGNORECASE)
_LIMB = re.compile(r"\W*(?:\(?\w{1,3}[.)]\s*)?that\b", re.IGNORECASE)
_ASKED = re.compile(r"(?:to|should)\b", re.IGNORECASE)
"""Words that ask to refer and do not say that it is done: "to refer the matter to", "should refer it to"."""
_NEAR = 3
"""Sentences behind a motion in which its fate is told; the figures of a vote may stand between."""
_OWN = re.compile(r"\b(?:this|the\s+present)\s+(?:Committee|Council|Meeting)\b", re.IGNORECASE)


def read_referrals(running: RunningText, found: Sequence[Sentence]) -> tuple[Referral, ...]:
    """Return what these sentences send or recommend to another body, in order."""
    return tuple(referral for place, sentence in enumerate(found) for referral in _sent(running, found, place, sentence))


def _sent(running: RunningText, found: Sequence[Sentence], place: int, sentence: Sentence) -> Iterator[Referral]:
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
            or (kind is Sending.REFERRAL and not _stands(running, found, place, words, match))
        ):
            continue
        seen.add(name.lower())
        yield Referral(kind, name, spans)


def _stands(running: RunningText, found: Sequence[Sentence], place: int, words: str, match: re.Match[str]) -> bool:
    """Whether it was agreed, or is told as done: a motion to refer counts only where it was carried, a title never."""
    if match["passive"] in {"was", "were"}:
        return True
    before, behind = words[: match.start()], words[match.end() :]
    above = running.text[found[place - 1].start : found[place - 1].end] if place else ""
    if _SETTLED.search(before) or _LABEL.fullmatch(above):
        return not _LOST.search(behind)
    if _TO_BE.search(before) and not _STANDS_TO_BE.search(before):
        return False
    moved = _MOVED.search(before) or (_LIMB.match(words) and _MOVED.search(above) and not _SETTLED.search(above))
    carried = _carried(running, found, place, behind)
    return carried is True if moved or _ASKED.match(match["active"] or "") else carried is not False


def _carried(running: RunningText, found: Sequence[Sentence], place: int, behind: str) -> bool | None:
    """Whether a motion was carried, as its own sentence or those behind it say; None where they do not."""
    if _LOST.search(behind) or _SETTLED.search(behind):
        return not _LOST.search(behind)
    later = (running.text[one.start : one.end] for one in found[place + 1 : place + 1 + _NEAR])
    told = next((words for words in later if _FATE.search(words)), None)
    return None if told is None else not _LOST.search(told)


def _matches(words: str) -> Iterator[tuple[Sending, re.Match[str], str]]:
    for match in _REFERRED.finditer(words):
        yield Sending.REFERRAL, match, match["body"]
    for match in _RECOMMENDED.finditer(words):
        yield Sending.RECOMMENDATION, match, match["body"] or match["body2"] or match["body3"]
