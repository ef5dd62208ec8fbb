"""Do these words tell what happened here, or what might happen, did elsewhere, or was only said?

Takes words of a sentence, answers yes or no. "If the motion was agreed", "the Clerk agreed to write", "at the last meeting it was
agreed", "Mr. Clements advised that the Part VIII was agreed" decide nothing (gold NOTES-decisions, rule 7).
"""

from __future__ import annotations

import re

_NOT_HERE = re.compile(
    r"\b(?:on\s+\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b"
    r"[^.]{0,60}\b(?:committee|board|council|cabinet|panel|authority)\s+(?:had\s+)?(?:resolved|agreed|decided|approved)|"
    r"when\s+(?:the|this|it)|minute\s+\d+\s+where|drawn\s+to|(?:had|has|have)\s+(?:already\s+|previously\s+|since\s+|"
    r"now\s+)?been\s+(?:\w+ly\s+)?"
    r"(?:agreed|resolved|decided|approved|adopted|confirmed|accepted|deferred|noted|granted|refused|elected|appointed|"
    r"endorsed|passed|given)|had\s+(?:already\s+|previously\s+)?(?:agreed|resolved|decided|"
    r"voted|approved)|was\s+previously|(?:agreed|approved|resolved|decided|made)\s+(?:on\s+the\s+spot\s+)?at\s+(?:the|its|"
    r"a|our)\s+"
    r"(?:last|previous|earlier|annual\s+parish|\w+\s+meeting\s+of)|"
    r"(?:agreed|approved|resolved|decided)\s+(?:in|on)\s+(?:\d{1,2}|January|February|March|April|May|June|July|August|"
    r"September|October|"
    r"November|December)\b|"
    r"at\s+(?:the|its|a|our)\s+(?:last|previous|earlier|annual\s+parish)\s+[^.]{0,30}\b(?:agreed|resolved|decided|approved))",
    re.IGNORECASE,
)
_UNDERTAKES = re.compile(
    r"\b(?:clerk|secretary|officers?|chairman|chair|director|(?:cllr|councillor)\s+[A-Z]\w+)\s+agreed\s+to\b", re.IGNORECASE
)
# "the process that would need to be undertaken if the motion was agreed" (Limerick, 10 October 2016; it was lost).
_SUPPOSES = re.compile(
    r"\b(?:if|whether|should|would|could|unless|until|before|once|were\s+to\s+be|not\s+yet|in\s+the\s+event)\b", re.IGNORECASE
)
# "Mr. Clements advised that the Part VIII was agreed" (Limerick, 16 February 2021) tells of another meeting.
_REPORTED = re.compile(
    r"\b(?:advised|stated|reported|explained|said|confirmed|informed|asked|replied|responded|clarified|queried|added|"
    r"outlined|pointed\s+out|reminded|announced|commented)\b"
    r"[^.;]{0,80}\bthat\b|\b(?:said|asked\s+(?:why|whether|when|if)|thought|believed|understood)\b",
    re.IGNORECASE,
)
_REASONS = re.compile(
    r"(?:^|\n)\s*(?:reasons?(?:\s+for\s+(?:the\s+)?decision)?|(?:alternative|other)\s+options[^\n]{0,40})\s*:?(?=\s)", re.IGNORECASE
)
_LEAD_BELOW = re.compile(r"\b(?:RESOLVED|Resolved|AGREED|DECISION|Decision)\b|\n[ \t]*\d{1,3}\.[ \t]+[A-Z]")
_SECTION = 900
"""Characters that such a section may have."""
_HOW_TO_VOTE = re.compile(
    r"\b(?:vote|voting)\b[^.]{0,50}\b(?:taken|take|held|form|show|ballot|put)\b|\bshow\s+of\s+hands\b|"
    r"\b(?:dealt\s+with|voted\s+on|taken)\s+first\b",
    re.IGNORECASE,
)


def in_reasons(text: str, at: int) -> bool:
    """Whether a place stands under "Reasons for decision" or "Alternative options considered": no decision is printed there."""
    above = text[max(0, at - _SECTION) : at]
    heading = max((hit.end() for hit in _REASONS.finditer(above)), default=-1)
    return heading >= 0 and not _LEAD_BELOW.search(above, heading)


def not_here(words: str) -> bool:
    """Whether these words tell of another meeting or an earlier time."""
    return bool(_NOT_HERE.search(words))


def undertakes(words: str) -> bool:
    """Whether one person promises: "The Clerk agreed to"."""
    return bool(_UNDERTAKES.search(words))


def supposes(words: str, start: int, end: int) -> bool:
    """Whether the stretch speaks of what may be, not of what was."""
    return bool(_SUPPOSES.search(words, start, end))


def reported(words: str, end: int) -> bool:
    """Whether what stands before `end` is somebody's saying."""
    return bool(_REPORTED.search(words, 0, end))


def how_to_vote(words: str, start: int) -> bool:
    """Whether what was agreed is only how or when to vote."""
    return bool(_HOW_TO_VOTE.search(words, start))
