"""Was the public excluded, and under which paragraph?

Takes the sentences of an item, gives each resolution to exclude press and public with the paragraphs and the Act as printed
(Local Government Act 1972, section 100A and Schedule 12A; Public Bodies (Admission to Meetings) Act 1960, section 1(2); in
Scotland Schedule 7A of the 1973 Act). Where only the motion is printed, its outcome is unclear. Notices that parts of meetings
may be closed are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence

from index.records import Exclusion
from index.records import Outcome
from index.sentences import Sentence
from ingest.segmenting.running import RunningText

_PUBLIC = r"(?:press|public)"
_EXCLUDES = re.compile(
    rf"\b(?:exclude|excluding|exclusion\s+of)\s+(?:the\s+|members\s+of\s+the\s+)*(?:\w+\s+and\s+(?:the\s+)?)?{_PUBLIC}\b|"
    rf"\b{_PUBLIC}\b[^.]{{0,60}}\b(?:be|were|was|is|are)\s+(?:now\s+)?(?:excluded|asked\s+to\s+leave|requested\s+to\s+(?:leave|"
    rf"withdraw))\b",
    re.IGNORECASE,
)
_RESOLVED = re.compile(
    r"\b(?:RESOLVED|resolved|AGREED|agreed|carried|CARRIED)\b|\b(?:were|was)\s+excluded\b|\bpassed\s+a\s+resolution\b|"
    r"\b[Rr]esolution\s+(?:was\s+)?(?:passed|carried|taken|agreed|made)\b|"
    r"\b(?:were|was)\s+(?:asked|requested)\s+to\s+(?:leave|withdraw)\b|\bseconded\b[^.]{0,60}\b(?:all\s+in\s+favour|unanimous)",
)
_TO_RESOLVE = re.compile(
    r"\b(?:to\s+(?:consider|pass|resolve|agree|discuss)|will\s+be\s+(?:asked|requested)|be\s+requested\s+to|(?:propos|mov)(?:ed|"
    r"al)\b|it\s+is\s+recommended|that\s+the\s+(?:press|public))",
    re.IGNORECASE,
)
_LOST = re.compile(r"\b(?:defeated|lost|not\s+carried|rejected|voted\s+against)\b", re.IGNORECASE)
_GENERAL = re.compile(
    r"\b(?:may|can|shall|could|might|standing\s+orders?\s+(?:be|thus|state)|from\s+which\s+the\s+(?:press|public)|policy|"
    r"if\s+(?:the\s+)?(?:press|public)|in\s+the\s+event|right\s+to|not\s+be\s+excluded)\b",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"\bnot\s+(?:be\s+)?necessary\b|\bsuggested\b|\bwould\s+be\s+asked\b|\b(?:following|after|once|until|subject\s+to)\s+(?:a|an|"
    r"the)\s+(?:\w+\s+)?resolution\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"^\W*(?:this\s+(?:item\s+)?was\s+|it\s+was\s+)?(?:resolved|agreed|carried|proposed\b.{0,120}\b(?:agreed|carried|"
    r"in\s+favour))\b",
    re.IGNORECASE | re.DOTALL,
)
_PARAGRAPHS = re.compile(
    r"\b(?:paragraphs?|paras?\.?|exempt\s+categor(?:y|ies)|categor(?:y|ies))\s+(?P<numbers>\d{1,2}[A-Za-z]?(?:\s*(?:,|and|&|or|"
    r"to)\s*\d{1,2}[A-Za-z]?)*)",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"(?:section\s+\d+\w*\s*(?:\([^)]{1,4}\)\s*)*(?:,?\s*of\s+the\s+|"
    r",?\s+))?(?:the\s+)?(?:\d{4}\s+)?(?:Public\s+Bodies\s*,?\s*\(\s*Admission\s+to\s+Meetings?\s*\)\s*Act|"
    r"Local\s+Government\s*(?:\(\w+\)\s*)?Act)"
    r"(?:,?\s*(?:of\s+)?(?:18|19|20)\d\d)?",
    re.IGNORECASE,
)
# Any other law, by its name as printed: "regulation 14(2) of the Licensing Act 2003 (Hearings) Regulations 2005".
_PROVISION = (
    r"(?:[Ss]ections?|[Rr]egulations?|[Rr]ules?|[Aa]rticles?|[Pp]aragraphs?)\s+\d+\w*\s*(?:\([^)]{1,4}\)\s*)*"
    r"(?:(?:and|or|to)\s+(?:\d+\w*\s*)?(?:\([^)]{1,4}\)\s*)*)*(?:,?\s*(?:of|to|in)\s+the\s+|,?\s+(?:the\s+)?)"
)
_WORD_OF_LAW = r"(?:[A-Z][\w’'-]*,?|(?:18|19|20)\d\d(?=\s*\()|\([A-Z][^)\n]{2,80}\)|and|of|for|to|etc\.?|&)"
_NAMED_LAW = re.compile(
    rf"(?P<provision>{_PROVISION})?(?>(?<![\w’'-])[A-Z][\w’'-]*)(?:\s+{_WORD_OF_LAW}){{0,14}}?\s*"
    r"\b(?:Act|Regulations|Order|Rules)\b(?:\s*\((?:Scotland|Wales|England|Northern\s+Ireland)\))?,?\s+(?:of\s+)?(?:18|19|20)\d\d\b"
    r"(?!\s*\([A-Z][^)\n]{2,80}\)\s*(?:\([A-Z][^)\n]{2,80}\)\s*)*(?:Regulations|Order|Rules)\b)"
)
_CITED = re.compile(r"(?:section|regulation|rule|article|paragraph)s?\s", re.IGNORECASE)
_AFTER = 2


def read_exclusions(running: RunningText, found: Sequence[Sentence]) -> tuple[Exclusion, ...]:
    """Return the resolutions to exclude press and public, in order; one resolution in several sentences is one record."""
    return tuple(_exclusions(running, found))


def _exclusions(running: RunningText, found: Sequence[Sentence]) -> Iterator[Exclusion]:
    read_to = -1
    for place, sentence in enumerate(found):
        words = running.text[sentence.start : sentence.end]
        if sentence.start < read_to or not _EXCLUDES.search(words) or _only_a_heading(words):
            continue
        outcome = _outcome(running, found, place, words)
        if outcome is not None:
            start, read_to = _extent(running, found, place)
            resolution = running.text[start:read_to]
            act = _act(resolution)
            yield Exclusion(
                running.spans(start, read_to),
                outcome,
                _paragraphs(resolution),
                act,
            )


def _only_a_heading(words: str) -> bool:
    """A title names the matter and resolves nothing: "EXCLUSION OF PRESS AND PUBLIC"."""
    return (
        re.fullmatch(
            r"\W*(?:\d[\w./]*\W+)?(?:to\s+consider\s+)?(?:the\s+)?exclusion\s+of\s+(?:the\s+)?[\w\s&]{5,30}\W*(?:\([^)]*\)\W*)?",
            words,
            re.IGNORECASE,
        )
        is not None
    )


def _outcome(running: RunningText, found: Sequence[Sentence], place: int, words: str) -> Outcome | None:
    before = running.text[found[place - 1].start : found[place - 1].end] if place else ""
    if _NOT_NOW.search(words):
        return None
    if _LOST.search(words):
        return Outcome.LOST
    if _GENERAL.search(words) and not _RESOLVED.search(words):
        return None
    if _RESOLVED.search(words) or re.fullmatch(r"\W*(?:RESOLVED|AGREED|DECISION)\b[\s\w]{0,20}\W*", before, re.IGNORECASE):
        return Outcome.CARRIED
    later = found[place + 1 : place + 1 + _AFTER]
    if any(_ANSWER.match(running.text[one.start : one.end]) for one in later):
        return Outcome.CARRIED
    return Outcome.UNCLEAR if _TO_RESOLVE.search(words) else None


def _extent(running: RunningText, found: Sequence[Sentence], place: int) -> tuple[int, int]:
    """From "RESOLVED" on its own line to the sentence that cites the Act, if the next one does."""
    start, end = found[place].start, found[place].end
    following = found[place + 1] if place + 1 < len(found) else None
    if following and not _act(running.text[start:end]) and _act(running.text[following.start : following.end]):
        end = following.end
    return start, end


def _act(words: str) -> str | None:
    """The law as printed: the first that is cited with its section or regulation, else the first that is named."""
    found = [match for pattern in (_ACT, _NAMED_LAW) for match in pattern.finditer(words)]
    best = min(found, key=lambda one: (not _CITED.match(one.group()), one.start(), -one.end()), default=None)
    return re.sub(r"\s+", " ", best.group()).strip() if best else None


def _paragraphs(words: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            number for match in _PARAGRAPHS.finditer(words) for number in re.findall(r"\d{1,2}[A-Za-z]?", match["numbers"])
        )
    )
