"""On which day was the sitting?

Takes the head of a record and what is stated outside it, gives one date with who stated it. Printed words win, unless they
contradict themselves: a printed weekday that is not that day's yields to a date stated elsewhere that fits the weekday. The date
of the next meeting, of a signature, or of the minutes being adopted is never the sitting's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from index.sources import Origin
from index.sources import Stated
from ingest.facts import Facts
from ingest.segmenting.dates import PrintedDate
from ingest.segmenting.dates import printed_dates
from ingest.segmenting.head import Head

_BEFORE = 220
_AFTER = 90
_HELD = re.compile(
    r"\b(?:held|meeting|minutes?|notes|proceedings|agenda|committee|council|cabinet|panel|board|district|forum|agm|cyfarfod|"
    r"cofnodion)\b",
    re.IGNORECASE,
)
_SITS = re.compile(r"\b(?:held|took\s+place|meeting\s+(?:of|on|at|was)|date(?:\s+of\s+meeting)?\s*:|convened)\b", re.IGNORECASE)
# "To approve the minutes of the meeting held on", "Circulated, copy of draft Minutes of Meeting held on": of an earlier meeting.
_EARLIER = re.compile(
    r"(?:\b(?:previous|last|preceding|earlier)\s+(?:\w+\s+){0,3}?(?:meetings?|minutes)\b[^.;\n]{0,90}|"
    r"\b(?:adoption|confirmation|approval|acceptance|ratification|copy)\s+of\b[^.;]{0,40}\bminutes\b[^.;]{0,150}|"
    r"\bto\s+(?:adopt|approve|confirm|note|receive|consider|sign|agree)\s+(?:\w+\s+){0,4}?minutes\b[^.;]{0,150}|"
    r"\b(?:circulated|approv\w+|adopt\w*|confirm\w*|receiv\w+|agree\w*|sign\w*|accept\w*|consider|note|read|ratif\w+)[,:]?\s+"
    r"(?:\w+\s+){0,4}?(?:the|of|as|a)\s+(?:\w+\s+){0,4}?minutes\b[^.;]{0,150}|"
    r"\bminutes\s+(?:of\s+)?(?:the\s+)?(?:agm|meeting)?\s*dated\b[^.;]{0,60})\Z",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"^[^.;\n]{0,60}?(?:,|\b(?:were|was|be|having|had|been|are|is))\s+(?:\w+\s+){0,3}?(?:agreed|approved|adopted|read|signed|"
    r"accepted|circulated|taken|confirmed|proposed|passed|correct|true|ratified)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"(?:(?<!\bat the )(?<!\bof the )\b(?:next|future)\s+(?:\w+\s+){0,3}?(?:meetings?|agm)(?:\s+dates?)?"
    r"(?:\s+(?:will|is|was|to\s+be|of|on|in|at)\b|\s*[:–-])[^.;]{0,120}|\bdate\s+of\s+(?:the\s+)?(?:next|following)\b[^.;]{0,120}|"
    r"\b(?:adjourned|deferred|postponed|rearranged)\s+(?:to|until|till)\b[^.;]{0,60})\Z",
    re.IGNORECASE,
)
# A date that is said to be of an act on the paper, or of a stretch of time, is not the sitting's.
_ACT = re.compile(
    r"(?:\b(?:dated|sent|published|posted|uploaded|updated|printed|issued|signed|signature|approved|confirmed|adopted|amended|revised|"
    r"submitted|deadline|received|letter|e-?mail|circulated|created|modified|prepared|elected|registered|ref(?:erence)?)\b[^.\n]{0,25}|"
    r"\b(?:workshop|briefing|seminar|webinar|site\s+visit)\b[^.\n]{0,60}|"
    r"\b(?:year|period|quarter|month)s?\s+(?:end(?:ed|ing)?|to|of)(?:\s+on)?\s*|\b(?:since|until|till|before|after|as\s+at)\s+"
    r"(?:\w+day\s+)?(?:the\s+)?|\b20\d\d\s*(?:to|-|–)\s*(?:\w+day\s+)?)\Z",
    re.IGNORECASE,
)
# An agenda sent as a letter is dated itself; only what it says of the sitting dates the sitting.
_LETTER = re.compile(
    r"\b(?:a\s+chara|dear\s+(?:sir|councillor|member|colleague)\w*|is\s+mise|you\s+are\s+(?:hereby\s+)?(?:requested|summoned|invited)|"
    r"wish\s+to\s+inform\s+you|to\W{0,3}(?:the\s+\w+\s+and\s+)?each\s+member)\b",
    re.IGNORECASE,
)
_LETTER_LENGTH = 2500
_MINUTES_OF = re.compile(r"\bminutes\b", re.IGNORECASE)


def sitting_date(head: Head, facts: Facts, path: str) -> Stated[date]:
    """Return the date of the sitting with its origin; not stated where nobody states it whole."""
    titled = facts.title.value or ""
    elsewhere = (facts.date, _only_date(titled, Origin.PAGE_METADATA), _only_date(_named(path), Origin.FILE_NAME))
    beside = [stated for stated in elsewhere if stated.value is not None]
    candidates = list(_candidates(head))
    sure = [found for found in candidates if _is_sure(head, *found)]
    printed = next(iter(sure if _LETTER.search(head.running.text, 0, _LETTER_LENGTH) else sure + candidates), None)
    if printed is None:
        return next(iter(beside), Stated())
    start, read = printed
    if read.weekday_fits is False:
        fitting = (stated for stated in beside if stated.value is not None and _is_slip(read, stated.value))
        for stated in fitting:
            return stated
    return Stated(read.value, Origin.PRINTED, head.running.span(start + read.start, start + read.end))


def _candidates(head: Head) -> Iterator[tuple[int, PrintedDate]]:
    """The dates of the head that may be the sitting's, in the order printed, each with where its block begins."""
    for first, end in head.blocks:
        block = head.running.text[first:end]
        before = 0
        for read in printed_dates(block):
            if _is_of_sitting(block, before, read, listed=first + read.start > head.people):
                yield first, read
            before = read.end


def _is_sure(head: Head, first: int, read: PrintedDate) -> bool:
    """Whether it is said that they sat then; the date on a letter stands above "A meeting … will be held on" (Limerick)."""
    if first + read.start > head.people:
        return False
    before = head.running.text[first : first + read.start][-_BEFORE:]
    return read.weekday is not None or bool(_SITS.search(before))


def _is_of_sitting(block: str, last: int, read: PrintedDate, *, listed: bool) -> bool:
    """Whether the words that lead up to a date, since the `last` one, and those after it let it be the sitting's."""
    before, after = _folded(block[max(last, read.start - _BEFORE) : read.start]), _folded(block[read.end : read.end + _AFTER])
    if _EARLIER.search(before) or _LATER.search(before) or _ACT.search(_without_weekday(before)) or _AGREED.match(after):
        return False
    if listed:  # among the people and after them only what says that it is the meeting's
        return bool(_SITS.search(before)) and not _MINUTES_OF.search(before[-120:])
    return read.weekday is not None or bool(_HELD.search(before)) or _stands_alone(block, read)


def _folded(words: str) -> str:
    """White space as one blank, or one line end where a line ends."""
    return re.sub(r"[^\S\n]+", " ", re.sub(r"\s*\n\s*", "\n", words))


def _stands_alone(block: str, read: PrintedDate) -> bool:
    """Whether the date is all that its line says, but for a time or a weekday ("24 SEPTEMBER 2009" under a committee's name)."""
    start = block.rfind("\n", 0, read.start) + 1
    end = block.find("\n", read.end)
    rest = block[start : read.start] + block[read.end : end if end >= 0 else len(block)]
    return not re.search(r"[A-Za-z]{3,}", re.sub(r"(?i)\b(?:\w+day|noon|from|date|the|of)\b", "", rest))


def _without_weekday(before: str) -> str:
    return re.sub(r"\b\w+day,?\s*(?:the\s+)?$", "", before)


def _is_slip(read: PrintedDate, other: date) -> bool:
    """Whether another date is what a contradicted one was meant to be: the weekday fits, and day and month or month and year."""
    same_day = (read.value.day, read.value.month) == (other.day, other.month)
    same_month = (read.value.month, read.value.year) == (other.month, other.year)
    return other.weekday() == read.weekday and (same_day or same_month)


def _named(path: str) -> str:
    return PurePosixPath(path).stem.replace("_", " ")


def _only_date(words: str, origin: Origin) -> Stated[date]:
    """The one whole date in a title or a file's name, where it has just one."""
    reads = printed_dates(words) or printed_dates(re.sub(r"(?<=[a-z])-|-(?=[a-z])", " ", words, flags=re.IGNORECASE))
    return Stated(reads[0].value, origin) if len(reads) == 1 else Stated()
