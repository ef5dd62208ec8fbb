"""Which words open the clauses of a decision?

Takes a sentence, gives leads: "RESOLVED that", "And Resolved:", "AGREED", "c) Decision (8:2)". What follows a lead is for limbs.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.sentences import Sentence
from ingest.segmenting.cue import Cue
from ingest.segmenting.cue import CueKind

_VOTE = r"\((?!\w{1,3}\))[^()\n]{1,60}\)"
_LEAD = re.compile(
    rf"(?P<label>(?:(?<=\n)|\A)[ \t]*\(?(?:[a-z]|\d{{1,2}})[.)]\s+)?"
    rf"(?P<word>\b(?:RESOLVED|RECOMMENDED|ORDERED|AGREED|DECIDED|NOTED)\b|(?:(?<=\n)|\A)[ \t]*(?:And\s+)?(?:Resolved|"
    rf"Recommended|Agreed|Adopted)\b(?=\s*[:;(–-]|\s+(?:that|to|unanimously)\b|\s*\n)"
    rf"|(?<=[.;:?!]\s)(?:Resolved|Agreed|Decided)\b(?=\s*:|\s+(?:that|to)\b)|(?<=[\sa-z]\s)(?:Resolved|Agreed|Decided)"
    rf"\b(?=\s*:|\s+(?:that|to)\b)"
    rf"|(?:(?<=\n)|\A|(?<=[.):]\s))[ \t]*(?:Decision|DECISION)\b(?=\s*(?:[:(])))"
    rf"(?:[ \t]+(?=\S*\d)[\d/.]{{3,16}})?(?:,?\s*(?:on\s+the\s+propos(?:al|ition)\s+of|nem\.?\s*con|unanimously|"
    rf"as\s+proposed)\b[^;:]{{0,140}}?"
    rf"(?=,?\s+that\b),?)?[ \t]*[:;–-]?\s*(?P<vote>{_VOTE})?\s*(?:unanimously\b)?[ \t]*[:–-]?\s*"
    rf"(?:(?i:to)\s+(?:the\s+|THE\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*\s*[:,–-]?\s*)?(?P<that>(?:(?i:that)|"
    rf"to(?=\s+[a-z]))\b[\s:,–-]*)?(?P<body>(?:(?i:the)\s+)?(?:(?:[A-Z][\w&-]*|and|of|for)\s+){{0,8}}(?:Committee|Cabinet|"
    rf"Council|Panel|Board|Sub-Committee|Executive)\s*:?[–-]?(?=\s*\n))?"
)
_BEFORE_LEAD = re.compile(
    r"(?:\bbe\s+|\bnot\s+|\bhad\s+(?:been\s+)?(?:already\s+|previously\s+)?|\bwas\s+previously\s+|\bas\s+)$", re.IGNORECASE
)
_NARRATIVE = re.compile(
    r"(?:the\s+)?(?:[A-Z]?[\w’'&-]+\s+){0,5}?(?:committee|cabinet|board|council|panel|CC|BCC|members|"
    r"meeting|executive)\s+(?:then\s+|also\s+|unanimously\s+)?$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b[Oo]n\s+\d{1,2}\s+[A-Z][a-z]+\b|\bwhere\b|\bminute\s+\d+|\breported\b|\bwhen\b|\bhad\b|"
    r"\bdrawn\s+to\b"
)
_PASSIVE = re.compile(
    r"\b(?:apologies|reports?|updates?|minutes|position|contents?|information|correspondence|accounts)"
    r"\b.*\b(?:was|were)\s+$",
    re.IGNORECASE | re.DOTALL,
)
_REACH = 200
"""Characters past a sentence's end that a lead may take in: "RESOLVED / (unanimously) / THAT Cabinet:"."""


def leads(text: str, _words: str, sentence: Sentence) -> Iterator[Cue]:
    """Yield the leads that begin in a sentence."""
    found = list(_LEAD.finditer(text, _line_start(text, sentence.start), min(len(text), sentence.end + _REACH)))
    told = [match for match in found if _word(match) < sentence.end and not _of_another(text, sentence, match)]
    if len(told) > 1 and _NARRATIVE.match(text[sentence.start : _word(told[0])]):
        yield Cue(
            CueKind.TELLING, _word(told[0]), _word(told[-1]), sentence.start
        )  # "The Cabinet NOTED progress and AGREED that …"
        return
    for match in told:
        if _PASSIVE.search(text, sentence.start, _word(match)):  # "The apologies and reasons for absence were NOTED."
            yield Cue(CueKind.TELLING, _word(match), match.end(), sentence.start)
            continue
        label = (match["label"] or "").strip(" ().\n\t") or None
        at = match.end() if match["body"] else match.start("that") if match["that"] else match.end()
        if not label and not match["that"] and _NARRATIVE.fullmatch(text[sentence.start : _word(match)]):
            yield Cue(CueKind.TELLING, _word(match), match.end(), sentence.start)
        else:
            yield Cue(CueKind.LEAD, _word(match), match.end(), at, label)


def _line_start(text: str, at: int) -> int:
    """The start of the line, where nothing but an indent stands before the sentence."""
    line = text.rfind("\n", 0, at) + 1
    return line if not text[line:at].strip() else at


def _word(match: re.Match[str]) -> int:
    return match.start("word") + len(match["word"]) - len(match["word"].lstrip())


def _of_another(text: str, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the words before a lead say that it is not this meeting's: "minute 31 where the Joint Committee RESOLVED to …"."""
    if _BEFORE_LEAD.search(text, max(0, match.start() - 20), match.start("word")):
        return True
    return bool(_ELSEWHERE.search(text, sentence.start, max(sentence.start, _word(match))))
