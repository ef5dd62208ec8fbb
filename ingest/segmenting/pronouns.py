"""Who is the "he" that proposed?

Takes text and a place where "he proposed" or "she moved" stands, gives the member spoken of just before: the nearest name that is
the subject of a verb, in the same paragraph, and whose Mr or Mrs agrees. Where another member speaks in between, that one is the
nearest; where the nearest cannot be meant, nobody is named. A name after "by", "of" or "with" is no subject.
"""

from __future__ import annotations

import re

from ingest.segmenting.names_of_movers import FULL
from ingest.segmenting.names_of_movers import TITLED

PRONOUN = re.compile(
    r"\b(?P<who>[Hh]e|[Ss]he)\s+(?:(?:then|also|therefore|formally)\s+)*(?:proposed(?=,|\s+(?:that|an?|to|the|its)\b)|"
    r"moved(?=,|\s+(?:that|an?|its|the\s+(?:amendment|motion|recommendation|reference))\b))"
)
_SUBJECT = re.compile(
    rf"(?<!by\s)(?<!of\s)(?<!to\s)(?<!with\s)(?<!and\s)(?<!from\s)(?P<name>{TITLED}(?:\s+{TITLED})*\s+{FULL})(?:\s*\([^()\n]{{1,40}}\))?\s+"
    r"(?:also\s+|then\s+|again\s+)?(?:said|felt|thought|spoke|was|had|did|gave|saw|understood|went|[a-z]{2,}ed)\b"
)
_REACH = 420
_HERS = re.compile(r"\b(?:Mrs|Ms|Miss|Lady|Dame|Baroness)\b")
_HIS = re.compile(r"\b(?:Mr|Sir|Lord)\b")


def spoken_of(text: str, start: int, said: re.Match[str]) -> str | None:
    """Return the member whom a match of `PRONOUN` means, or `None` where that is not clear."""
    least = max(start, said.start() - _REACH, text.rfind("\n\n", 0, said.start()))
    subjects = [subject["name"] for subject in _SUBJECT.finditer(text, least, said.start())]
    if not subjects or (_HIS if said["who"].lower() == "she" else _HERS).search(subjects[-1]):
        return None
    return subjects[-1]
