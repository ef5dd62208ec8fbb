"""What was put right in the minutes of an earlier meeting?

Takes the sentences of an item, gives those that change earlier minutes, with the date of the meeting whose minutes they were
where it is printed. Reads "approved subject to the following amendment: ...", "Item 3 should read ...", "were amended and then
confirmed". Where a correction was only asked for, whether it was made is unclear. Minutes that were approved without amendment
give none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from datetime import date

from index.records import Correction
from index.records import Outcome
from index.sentences import Sentence
from ingest.segmenting.dates import printed_dates
from ingest.segmenting.running import RunningText

_MINUTES = re.compile(r"\bminutes?\b", re.IGNORECASE)
_OF_MINUTES = re.compile(r"\b(?:minutes|cofnodion)\b", re.IGNORECASE)
_OTHER_MATTER = re.compile(r"\b(?:matters\s+arising|minutes\s+silence|one\s+minute|action)\b", re.IGNORECASE)
_CHANGE = (
    r"(?:amend(?:ment|ed|ing)?s?|correct(?:ion|ed|ing)s?|alter(?:ation|ed)s?|changes?|modifications?|rewording|"
    r"typographical|typing|spelling|inclusion|deletion|omission|addition)"
)
_MADE = re.compile(
    rf"\bsubject\s+to\b[^.]{{0,80}}\b{_CHANGE}\b|\bwith\s+(?:the\s+|that\s+|this\s+|these\s+|those\s+|one\s+|two\s+|three\s+|"
    rf"some\s+|a\s+|an\s+|minor\s+|"
    rf"following\s+|exception\s+of\s+|small\s+|above\s+)+(?:\w+\s+){{0,2}}{_CHANGE}\b|\b(?:were|was|been|"
    rf"be)\s+(?:duly\s+)?(?:amended|corrected|altered)\b|"
    rf"\b(?:after|following)\s+(?:the\s+|this\s+|these\s+|an?\s+|two\s+|some\s+)?(?:\w+\s+)?{_CHANGE}\b|"
    rf"\bthe\s+following\s+{_CHANGE}\b|"
    rf"\b(?:amend(?:ment|ed)?s?|correct(?:ed|ion)s?)\s+(?:was|were|as\s+follows|made|noted)|\bas\s+amended\b|"
    rf"\bamended\s+minutes\b|\bagreed\s+to\s+amend\b",
    re.IGNORECASE,
)
_READ = re.compile(
    r"\bshould\s+(?:have\s+)?(?:read|stated?|said)\b|\bto\s+read\b|\bomitted\s+from\b|\bnot\s+[^.]{2,40},?\s+as\s+(?:minuted|"
    r"stated|recorded)\b|"
    r"^\W*(?:\w+\W+){0,5}(?:page|item|para\w*|line|minute|point|section|"
    r"under)\b[^.]{0,120}\b(?:should\s+(?:have\s+)?(?:be(?:en)?|include)|"
    r"to\s+be\s+(?:amended|changed|corrected|deleted|replaced)|(?:change|replace|amend|insert|delete|add|include)\b)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:asked|requested|request\s+was\s+made|suggested|pointed\s+out|required|"
    r"proposed)\b[^.]{0,140}?(?:\bminutes?\b[^.]{0,60}\bbe\s+(?:amended|corrected|altered|changed)|"
    r"\bamendments?\b[^.]{0,40}\b(?:to|in)\s+(?:the\s+)?(?:\w+\s+){0,2}minutes|\bbe\s+(?:deleted|inserted|"
    r"included\s+in\s+the\s+minutes)|\bminutes\b[^.]{0,80}\bbe\s+deleted)",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:requested|asked)\b[^.]{0,240}\b(?:amend\w*|corrected|altered)\b|"
    r"\bamendments?\b[^.]{0,100}\b(?:was|were|is|are)\s+(?:required|requested|needed)\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(r"\b(?:approved|accepted|adopted|confirmed|agreed|subject\s+to)\b", re.IGNORECASE)
_ADOPTS = re.compile(r"\b(?:minutes|approved|accepted|adopted|signed|confirmed|moved|passed|record)\b", re.IGNORECASE)
_NONE = re.compile(
    rf"\b(?:no|without(?:\s+any)?|nor|not\s+require)\s+(?:\w+\s+){{0,2}}(?:{_CHANGE}|matters|comments?)\b|"
    rf"\bcorrect(?:ed)?\s+record\s*$|\bif\s+any\b|\bproposed\s+amend|\bamendments?\s+should\s+read\b|\bdraft\b[^,.]{{0,60}}\bsubject\s+to\s+\w+\b|"
    rf"\bsubject\s+to\s+(?:\w+\s+){{1,4}}(?:at|by)\s+(?:the|a|our)\s+(?:\w+\s+){{0,3}}meeting\b|\bstanding\s+orders?\b|"
    rf"\bto\s+consider\b",
    re.IGNORECASE,
)
_LIST_LENGTH = 3
_LINE = re.compile(r"^\W*(?:\(?[a-z\d]{1,2}[.)]|[•*–-]|(?:page|item|minute|para\w*|under|date|in)\b)", re.IGNORECASE)


def read_corrections(running: RunningText, found: Sequence[Sentence], title: str | None) -> tuple[Correction, ...]:
    """Return the corrections of earlier minutes in these sentences, in order."""
    of_minutes = bool(title and _OF_MINUTES.search(title) and not _OTHER_MATTER.search(title))
    return tuple(_corrections(running, found, of_minutes=of_minutes, dated=_one_date(title or "")))


def _corrections(running: RunningText, found: Sequence[Sentence], *, of_minutes: bool, dated: date | None) -> Iterator[Correction]:
    read_to = -1
    for place, sentence in enumerate(found):
        words = running.text[sentence.start : sentence.end]
        spoken = bool(_MINUTES.search(words))
        dated = (_one_date(words) if spoken else None) or dated
        outcome = _outcome(words, of_minutes=of_minutes, spoken=spoken)
        if outcome is None or sentence.start < read_to:
            continue
        read_to = _list_end(running, found, place) if words.endswith(":") else sentence.end
        yield Correction(running.spans(sentence.start, read_to), outcome, dated)


def _outcome(words: str, *, of_minutes: bool, spoken: bool) -> Outcome | None:
    if _NONE.search(words) or not (of_minutes or (spoken and _OF_MINUTES.search(words))):
        return None
    if _ASKED.search(words) or (_WANTED.search(words) and not _SETTLED.search(words)):
        return Outcome.UNCLEAR
    if (_MADE.search(words) and _ADOPTS.search(words)) or (of_minutes and _READ.search(words)):
        return Outcome.CARRIED
    return None


def _list_end(running: RunningText, found: Sequence[Sentence], place: int) -> int:
    """Where the list of corrections ends that a colon announces."""
    end = found[place].end
    for number, sentence in enumerate(found[place + 1 : place + 1 + _LIST_LENGTH]):
        words = running.text[sentence.start : sentence.end]
        if number and not (_LINE.match(words) or _READ.search(words)):
            break
        end = sentence.end
    return end


def _one_date(words: str) -> date | None:
    dates = {printed.value for printed in printed_dates(words)}
    return dates.pop() if len(dates) == 1 else None
