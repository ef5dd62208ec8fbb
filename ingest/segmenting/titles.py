"""Where does the title of an item stand, and where does its minute begin?

Takes the line that a heading stands on, gives the stretch of its title: the whole line and the next ones where the title runs on,
or the words before the colon, dash or sentence with which the minute begins; `None` where no title is printed. Never composes one.
"""

from __future__ import annotations

import re

from ingest.segmenting.business import is_usual_business
from ingest.segmenting.business import usual_business_at
from ingest.segmenting.printed import PrintedLines
from ingest.segmenting.wording import TITLES
from ingest.segmenting.wording import any_of

_SENTENCE_STARTS = re.compile(
    rf"(?<!\bby)(?<!\bof)(?<!\bto)(?<!\bfrom)(?<!\bwith)(?<!\band)(?<!\bfor)(?<!\bon)(?<!\bin)(?<!\bat)\s(?=(?:The|These|This|There|"
    rf"It|A|An|In|No|None|All|Following|As|At|Apologies\s+were|Having|After|{any_of(TITLES)})\s+[a-zA-Z]|Members\s+[a-z]|RESOLVED\b)"
)
_STOP = re.compile(r"\s?:\s|\s[–-]\s")
_TITLE_ENDS = re.compile(r":\s|:$|\s[–-]\s|\.\s|\s\|\s|\s\(?[ai][.)](?:\s|$)")
_CAPITALS_THEN_WORDS = re.compile(r"(?P<capitals>[A-Z][A-Z’'&/-]{3,}(?:\s+[A-Z’'&/-]+)*)\s+(?=[A-Z][a-z])")
_SENTENCE_ENDS = r"(?:[a-z]{4,}|[A-Z]{3,})\s?(?=\.\s+\S)"
_BEGINS_A_MINUTE = re.compile(rf"{_SENTENCE_STARTS.pattern}|{_SENTENCE_ENDS}|\s\|\s|\s\(?[ai][.)](?:\s|$)")
VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|came|gave|said|asked|advised|reports|reported|raised|read|noted|agreed|"
    r"informed|confirmed|provided|outlined|outlines|updated|talked|stated|explained|thanked|attended|presented|proposed)\b"
)
_BEGINS_AN_ENTRY = re.compile(r"\s*(?:[-*•+\uf0b7–]|\(?\w{1,4}[.)]|\d+\b)")
_LEADS_ON = re.compile(r"(?:,|\b(?:and|or|of|the|to|for|by|in|on|at|from|with|a|an|re)|[-–&/(])$", re.IGNORECASE)
_OPENS_A_MINUTE = re.compile(r"(?:the|there|no|none|it|this|these|circulated|proposed|resolved|agreed|noted)\b", re.IGNORECASE)
_NO_TITLE = re.compile(r"(?:circulated|there|it|proposed\s+by|resolved)\b", re.IGNORECASE)
TITLE_LENGTH = 130
_WHOLE_LINE = 100
"""Characters up to which a line that is no sentence is a title as a whole: "NOTICE OF MOTION: SINGLE-USE PLASTICS"."""
_FULL_STOP = re.compile(r"(?<!\b[A-Z])\.$")
_WORDS_WITH_A_STOP = 12
"""A title may end with a full stop ("Correspondence.", "A.O.B."), but then it is short and says of nobody what they did."""
_RUN_ON = 3
"""Lines over which a title may run."""


def title_on(printed: PrintedLines, place: int, at: int) -> tuple[int, int] | None:
    """Where the title stands on a heading's own line, from character `at` on, or `None`."""
    line = printed.lines[place]
    rest = line.text[at:]
    run_in = _run_in(rest) or _before_a_sentence(rest)
    if run_in:
        return line.start + at, line.start + at + run_in
    if len(rest) <= _WHOLE_LINE and not rest.endswith(".") and not _BEGINS_A_MINUTE.search(rest, 3):
        words = rest.rstrip(" .:;–-|")
        return (line.start + at, _run_on(printed, place, line.start + at + len(words))) if words else None
    ends = [match.start() for pattern in (_TITLE_ENDS, _SENTENCE_STARTS) if (match := pattern.search(rest, 3))]
    length = min([*ends, len(rest)])
    words = rest[:length].rstrip(" .:;–-|")
    if not words or length > TITLE_LENGTH:
        return None
    return line.start + at, line.start + at + len(words)


def _run_in(rest: str) -> int:
    """Return the length of a title of usual business that the minute follows without a stop, 0 where none does so.

    "ALLOTMENTS The rents were noted", "Police Report Police Scotland have notified", "Apologies were received from".
    """
    capitals = _CAPITALS_THEN_WORDS.match(rest)
    if capitals and is_usual_business(capitals["capitals"]):
        return len(capitals["capitals"])
    length = usual_business_at(rest)
    if _LEADS_ON.search(rest[:length]):  # "Declarations of" is no title
        return 0
    after = rest[length:].lstrip()
    begins_sentence = after[:1].isupper() and VERB.search(after) and not _TITLE_ENDS.search(after[:30])
    return length if length and (begins_sentence or VERB.match(after)) else 0


def _before_a_sentence(rest: str) -> int:
    """Return where a colon or dash ends a title and a sentence begins: "Play area: the Clerk reported on the gate" ."""
    stop, sentence = _STOP.search(rest, 3), _SENTENCE_STARTS.search(rest, 3)
    if stop is None or stop.start() > _WHOLE_LINE or (sentence and sentence.start() < stop.start()):
        return 0
    return stop.start() if VERB.search(rest, stop.end()) else 0


def title_below(printed: PrintedLines, place: int) -> tuple[int, int] | None:
    """Where the title stands when the number is alone on its line: the next line, and the rest of a bracket left open."""
    following = printed.text_at(place + 1)
    if not following or len(following) > TITLE_LENGTH or following.startswith("(") or _NO_TITLE.match(following):
        return None
    if _FULL_STOP.search(following) and (VERB.search(following) or len(following.split()) > _WORDS_WITH_A_STOP):
        return None
    first = last = printed.lines[place + 1]
    if following.count("(") > following.count(")") and place + 2 < len(printed.lines):
        last = printed.lines[place + 2]
        return first.start, last.start + len(last.text.rstrip(" :."))
    return first.start, _run_on(printed, place + 1, last.start + len(last.text.rstrip(" :.")))


def _run_on(printed: PrintedLines, place: int, end: int) -> int:
    """Return where a title ends that fills its line: behind the lines that it runs on in, else at `end`."""
    for after in range(place + 1, place + _RUN_ON):
        before, text = printed.text_at(after - 1), printed.text_at(after)
        leads_on = bool(_LEADS_ON.search(before)) and (text[:1].islower() or not printed.is_full(after))
        if (
            before.endswith(":")
            or _FULL_STOP.search(before)
            or printed.gap_after(after - 1)
            or not (printed.is_full(after - 1) or leads_on)
        ):
            return end
        if (
            _BEGINS_AN_ENTRY.match(text)
            or (_OPENS_A_MINUTE.match(text) and not leads_on)
            or printed.is_full(after)
            or text.endswith((".", ";", ","))
        ):
            return end
        line = printed.lines[after]
        end = line.start + len(line.text.rstrip(" :"))
    return end
