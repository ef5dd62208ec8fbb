"""Is what was decided of substance, does it alter a motion, or does it say how the meeting goes on?

Takes the words of a clause, gives a `MotionKind`. By the words alone, so one that alters a motion is only read as such where it
says so; whether it was moved as an amendment is read elsewhere (`fates.py`, `proposals.py`). What only takes its words from
procedure is of substance: to oppose the closure of a post office, to adopt standing orders, to approve amended fees.
"""

from __future__ import annotations

import re

from index.records import MotionKind

_SAID_EARLY = 200
"""Characters in which a clause says what it is: recitals ("under section 100A(4) of the Local Government Act 1972") go before."""

_AMENDS = re.compile(
    r"\b(?:motion|proposal|resolution|recommendation)s?\s+(?:(?:should|would|will|to)\s+)?be\s+(?:so\s+|thus\s+|further\s+)?amended\b|"
    r"(?<!\bnot to )\bamend(?:ing)?\s+the\s+(?:\w+\s+)?(?:motion|proposal|resolution|recommendation)s?\b|"
    r"\bamendment\s+to\s+(?:the|this)\s+(?:\w+\s+)?(?:motion|proposal|resolution|recommendation)s?\b",
    re.IGNORECASE,
)

_BREAK = r"(?:adjourn|suspend|clos|(?:re-?)?open|reconven|resum|extend)(?:e?[sd]|e|ing)?"
_PROCEDURE = re.compile(
    # the meeting stops or goes on, and for how long: "that the meeting adjourn for five minutes", "to take a 15-minute adjournment"
    rf"\b{_BREAK}\s+(?:the|this)\s+(?:\w+\s+)?(?:meeting|proceedings|debate)\b|"
    rf"\b(?:meeting|proceedings|debate)\s+(?:(?:should|would|will|to|do|now|stand|stands|stood|be|is|was)\s+){{0,3}}{_BREAK}\b|"
    r"\bto\s+adjourn(?=\W*$|\s+(?:for|to|until|till|at|as)\b)|"
    r"\ban?\s+(?:[\w’'-]+\s+){0,4}adjournment\b|"
    r"\bmeeting\s+(?:(?:should|would|will|to|be\s+allowed\s+to)\s+)?(?:continue|proceed)s?\s+(?:beyond|past|until|after|for)\b|"
    r"\b(?:remainder|rest|opening\s+portion)\s+of\s+the\s+meeting\b[^.;]{0,30}\bin\s+committee\b|"
    r"\b(?:go|goes|went|move[sd]?|resolved?\s+(?:itself\s+)?)\s+into\s+committee\b|"
    # its rules are set aside, or taken up again
    r"\b(?:suspen(?:d|ds|ded|ding|sion\s+of)|waiv(?:e|ed|er\s+of)|resum(?:e|ed|ption\s+of)|reinstate[d]?|lift(?:ed)?|set\s+aside)\s+"
    r"(?:\w+\s+){0,3}?standing\s+orders?\b|"
    r"\bstanding\s+orders?\b[^.;]{0,40}?\b(?:suspended|waived|resumed|reinstated|lifted|set\s+aside)\b|"
    # who may stay, what comes first, how it is voted on
    r"\bexclu(?:de|des|ded|ding|sion\s+of)\s+(?:\w+\s+){0,3}?(?:press|public)\b|"
    r"\b(?:press|public)\b[^.;]{0,60}?\bexcluded\b|"
    r"\b(?:vary|varies|varied|change|changed|alter|altered)\s+the\s+order\s+of\s+(?:the\s+)?(?:business|agenda|items)\b|"
    r"\border\s+of\s+(?:the\s+)?(?:business|agenda|items)\b[^.;]{0,20}?\b(?:varied|changed|altered|amended)\b|"
    r"^\W*(?:that\s+)?(?:to\s+)?(?:(?:hold|take|have|request|call)\s+(?:for\s+)?)?a\s+(?:recorded|named|roll[- ]call)\s+vote\b|"
    r"\bclosure\s+(?:motion|of\s+(?:the\s+)?(?:debate|discussion))\b|\bmotion\s+(?:of|for)\s+(?:the\s+)?closure\b|"
    r"\bquestion\s+be\s+(?:now\s+)?put\b|\b(?:proceed|pass|move)\s+to\s+(?:the\s+)?next\s+(?:item\s+of\s+)?business\b",
    re.IGNORECASE,
)


def kind_in(words: str) -> MotionKind:
    """Return the kind of motion that the words of a clause say they are."""
    early = words[:_SAID_EARLY]
    if _AMENDS.search(early):
        return MotionKind.AMENDMENT
    return MotionKind.PROCEDURAL if _PROCEDURE.search(early) else MotionKind.SUBSTANTIVE
