"""Is this item, or this whole document, exempt from publication?

Takes the words that head an item, says how far it may be shown. An item is exempt when its own heading is marked so ("NOT FOR
PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A"); a resolution to exclude the public cites the same words and is
itself public, and so is a minute that only mentions a confidential report (seed 002). Marks that can be read either way are
unclear, and unclear is not open.
"""

from __future__ import annotations

import re

from index.restriction import Restriction

_SCHEDULE = r"(?:schedule\s+12a|section\s+100[ai]|local\s+government\s+act\s+1972)"
_MARKED = re.compile(
    r"\bnot\s+for\s+publication\b|\bexempt\s+(?:from\s+publication|item|minute|appendix|report|category)\b|\(\s*exempt\b"
    rf"|\bcontains?\s+exempt\s+information\b|\bexempt\s+(?:information\s+)?(?:under|by\s+virtue\s+of|"
    rf"within)\b[^.]{{0,80}}{_SCHEDULE}",
    re.IGNORECASE,
)
# In capitals at the start of a line it is a mark wherever it stands, also below a resolution to exclude the public whose next
# heading was not found: then all of it is withheld.
_MARKED_LINE = re.compile(r"^\W*(?:NOT\s+FOR\s+PUBLICATION|EXEMPT\s+(?:ITEM|MINUTE|APPENDIX|REPORT|INFORMATION))\b", re.MULTILINE)
# "3. Exempt: Staffing" is a heading of what follows, whatever it says of the public being excluded.
_HEADED = re.compile(r"\W*(?:\d{1,4}(?:[./]\d{1,4})*[.)]?\s*)?(?:\([a-z]\)\s*)?exempt(?:\s*[:–—]|\s+-\s)", re.IGNORECASE)
_CONFIDENTIAL = re.compile(
    r"^\W*(?:\d+[.)]?\s*)?(?:confidential\s+(?:item|minutes?|annex|appendix)|part\s+(?:ii|2|b)\s+(?:item|minutes|confidential))\b",
    re.IGNORECASE,
)
_EXCLUDES = re.compile(
    r"\bexclu(?:sion|de|ded|ding)\b[^.]{0,80}\b(?:press|public)\b|\bpress\s+and\s+public\b[^.]{0,60}\bexcluded\b|"
    r"\bpublic\s+be\s+excluded\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(r"\b(?:this\s+minute\s+is\s+public|public\s+minute|open\s+minute)\b", re.IGNORECASE)
_ITEM = re.compile(r"^\s*\(?\d+[.)/ ]", re.MULTILINE)
_DOCUMENT_HEAD = 200
_HEAD = 420
"""Characters at the head of an item in which it is marked: a mark further on speaks of something else."""


def restriction_of(words: str) -> Restriction:
    """Say how far the item with these words (heading and minute) may be shown."""
    if _MARKED_LINE.search(words):
        return Restriction.EXEMPT
    head = words[:_HEAD]
    headed = bool(_HEADED.match(head))
    marked, excludes = headed or bool(_MARKED.search(head)), _EXCLUDES.search(head)
    if excludes and not (headed or _before(_MARKED, head, excludes.start())):
        return Restriction.OPEN
    if marked and _PUBLIC.search(head):
        return Restriction.UNCLEAR
    if marked:
        return Restriction.EXEMPT
    return Restriction.CONFIDENTIAL if _CONFIDENTIAL.search(head) else Restriction.OPEN


def document_restriction(words: str) -> Restriction:
    """Say how far a whole document may be shown: it is marked before anything else on its first page."""
    first = words.strip()[:_DOCUMENT_HEAD]
    marked = _MARKED.search(first)
    if marked and not _EXCLUDES.search(first) and not _ITEM.search(first, 0, marked.start()):
        return Restriction.EXEMPT
    return Restriction.OPEN


def _before(pattern: re.Pattern[str], words: str, at: int) -> bool:
    match = pattern.search(words)
    return match is not None and match.start() < at
