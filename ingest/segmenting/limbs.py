"""What clauses follow the words that open a decision?

Takes the place after "RESOLVED that", gives each clause with its letter: a lettered or numbered list, a quoted resolution, or
one sentence. Clauses are verbatim stretches, without their letter, closing "; and" and quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.sentences import is_loose
from index.sentences import sentences
from ingest.segmenting.proposals import GAP

_LABEL = re.compile(
    r"(?:(?<=\n)|\A|(?=\n)|(?<=[.;]\s)(?=\d{1,2}\.\d\s+[A-Z]))\s*(?:\(?(?P<label>[a-z]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})?)"
    r"[.)]?(?:(?<=[.)])|(?<=\d\.\d)|(?<=\d\.\d\d))(?=\s)|"
    r"(?:Recommendation|Resolution|Motion)[ ](?P<numbered>\d{1,2})(?=\s*\n))[ \t\u00a0]*\n?[ \t\u00a0]*"
)
# The first clause may stand on the lead's own line: "RESOLVED: 1. That …".
_FIRST_LABEL = re.compile(r"\s*\(?(?P<label>[aA1]|i)[.)](?P<numbered>(?!))?(?=\s)[ \t\u00a0]*\n?[ \t\u00a0]*")
_BULLET = re.compile(
    r"(?:(?<=\n)|\A)[ \t\u00a0]*(?:[•·▪◦‣\uf000-\uf0ff*–-][ \t\u00a0]*\n?[ \t\u00a0]+)+|(?:(?<=\n)|\A)"
    r"[ \t\u00a0]*[\uf000-\uf0ff•▪]\s*"
)
_OPEN_QUOTE = re.compile(r"\s*(?:[“\"]|”(?=I\b|We\b|That\b)|‘(?=That\b|To\b|I\b|We\b))")
_CLOSE_QUOTE = re.compile(r"[”\"](?=\s*(?:[.;,]|\n|$))")
# "It was agreed to allocate the following: / €3,000 to Town Park. / €765 for the pier." (Newcastle West): a sum a line, often
# without a bullet, or with what character recognition made of one.
_SUM = re.compile(r"(?:(?<=\n)|\A)[ \t\u00a0]*(?:[e@¢©*°][ \t]+)?(?=[€£][ ]?\d[\d,.]*[ \t]+(?:to|for|towards|[–-])\s)")
LISTED = re.compile(rf"\s*(?:{_BULLET.pattern}|{_LABEL.pattern}|{_SUM.pattern})")
"""What opens a list of clauses, after white space."""
QUOTED = _OPEN_QUOTE
_TAIL = re.compile(r"(?:\s*[;,]\s*(?:and|or)?|\s+and|[.;,:])?\s*$")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_QUOTE_LIMIT = 6000
_GIVES_REASONS = re.compile(
    r"\b(?:reasons?|conditions?|grounds?|subject\s+to(?:\s+the\s+following(?:\s+\w+)?)?)\s*:\s*$", re.IGNORECASE
)
_FOLLOWING = re.compile(r"\bthe\s+following\b[^.\n]{0,80}:\s*$", re.IGNORECASE)
_INTRODUCTION = 240
_BLANK_LINE = 2
_LINES_APART = 3
_INK = re.compile(r"\S")
_INTRODUCES = re.compile(r"(?:\bthat|:|\bas\s+follows)\s*$", re.IGNORECASE)
_LIST_ENDS = re.compile(r"[.;”\"]\s*\n\s*(?=[A-Z“])")
_PARAGRAPH_ENDS = re.compile(r"\n[ \t\u00a0]*\n|[.;”\"]\s*\n\s*(?=[A-Z“])")
_STOP_LINE = re.compile(
    r"\n\s*(?=(?:Supporting\s+documents|Additional\s+documents|Contact\s*:|(?:Proposed|Moved|Seconded)\s+(?:by\b|:)|"
    r"Decision\s*[:(]|"
    r"(?:And\s+)?(?:RESOLVED|Resolved|RECOMMENDED)\b|Recorded\s+Vote|The\s+(?:meeting|Meeting)\s+(?:closed|ended|concluded)))"
)
# Where the next list is moved by somebody else, its bullets are not of this one (Adare-Rathkeale allocates by the member). But
# "On the proposal of X, seconded by Y, Recommendation No. 1 was agreed" says what became of the clause above.
_NEXT_DECISION = re.compile(
    rf"\n\s*(?=(?:On\s+the\s+propos(?:al|ition)\s+of\b{GAP}{{3,160}}?\b(?:it\s+was|members)|It\s+was)\s+(?:(?:also|further|then|unanimously)"
    r"\s+)?(?:agreed|resolved|decided)\s+(?:that|to)\b)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause verbatim, `start` to `end`, and its letter or number as printed (`None` for a bullet or a whole resolution)."""

    start: int
    end: int
    label: str | None = None


def below(text: str, at: int) -> bool:
    """Whether a list or a quotation follows at once."""
    return bool(LISTED.match(text, at) or QUOTED.match(text, at))


def clauses_after(text: str, at: int, list_at: int, limit: int) -> list[Clause]:
    """Return the clauses that begin at `at` and end before `limit`; none where nothing but white space follows.

    A list may begin further on, at `list_at`: "Decision (For: 7 Against: 3) that / 1. …".
    """
    end = _stop_at(text, list_at, limit)
    listed = _list_at(text, _line_start(text, list_at), end)
    if listed:
        return listed
    quoted = _OPEN_QUOTE.match(text, at, end)
    if quoted:
        return [_quoted(text, quoted.end(), end)]
    introduced = _introduced(text, at, end)
    return introduced or _sentence(text, at, end)


def _stop_at(text: str, at: int, limit: int) -> int:
    """Where clauses end at the latest: at a line that opens something else."""
    begun = _INK.search(text, at, limit)
    stops = (_STOP_LINE.search(text, at, limit), _NEXT_DECISION.search(text, begun.start() if begun else limit, limit))
    return min((stop.start() for stop in stops if stop), default=limit)


def _list_at(text: str, at: int, end: int) -> list[Clause]:
    return _listed(text, at, end) or _bulleted(text, at, end, _BULLET) or _bulleted(text, at, end, _SUM)


def _line_start(text: str, at: int) -> int:
    """Step back over white space, so that a letter at the start of a line is seen to be at the start of a line."""
    while at and text[at - 1].isspace():
        at -= 1
    return at


def _introduced(text: str, at: int, end: int) -> list[Clause]:
    """Clauses of a list whose introduction says that each is decided ("be modified as follows:", "recommends to Cabinet that").

    A list after "subject to" is one clause with its conditions, as is "(i) … and (ii) …" inside a sentence.
    """
    bullet = _BULLET.search(text, at, min(end, at + _INTRODUCTION))
    if bullet and _FOLLOWING.search(text, at, bullet.start()):
        return _bulleted(text, bullet.start(), end, _BULLET)
    first = _LABEL.search(text, at, min(end, at + _INTRODUCTION))
    if first is None or not _INTRODUCES.search(text, at, first.start()):
        return []
    listed = _listed(text, _line_start(text, first.start()), end)
    if listed and _GIVES_REASONS.search(text, at, first.start()):
        return [tidy(text, at, listed[-1].end)]
    return listed


def tidy(text: str, start: int, end: int, label: str | None = None) -> Clause:
    """Leave out white space, quotation marks and the words that only join a clause to the next."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(' \t\n\u00a0“"‘:•\uf0b7\uf0a7–-'))
    words = text[start:end].rstrip()
    if not words.endswith((".", "?")):
        words = _TAIL.sub("", words, count=1)
    return Clause(start, start + len(words.rstrip(' ”"\n\u00a0')), label)


def _listed(text: str, at: int, end: int) -> list[Clause]:
    first = _FIRST_LABEL.match(text, at, end)
    rest = _LABEL.finditer(text, first.end() if first else at, end)
    labels = _run_of_labels([*([first] if first else []), *rest], text, at)
    clauses = []
    for place, match in enumerate(labels):
        stop = labels[place + 1].start() if place + 1 < len(labels) else _end_of_list(text, match.end(), end)
        clauses.append(tidy(text, match.end(), stop, _label(match)))
    return [clause for clause in clauses if clause.end > clause.start]


def _run_of_labels(found: list[re.Match[str]], text: str, at: int) -> list[re.Match[str]]:
    """The labels that count up one by one from the first, which must follow at once."""
    if not found or text[at : found[0].start()].strip(" \t\n\u00a0("):
        return []
    run = [found[0]]
    for match in found[1:]:
        if _label(match) in _after(_label(run[-1])):
            run.append(match)
        elif _label(match) == _label(found[0]):
            break
    return run


def _named(match: re.Match[str]) -> str:
    return "label" if match["label"] else "numbered"


def _label(match: re.Match[str]) -> str:
    return match[_named(match)]


def _after(label: str) -> set[str]:
    if "." in label:
        head, _, tail = label.rpartition(".")
        return {f"{head}.{int(tail) + 1}"}
    following = {str(int(label) + 1)} if label.isdigit() else {chr(ord(label[-1]) + 1)} if len(label) == 1 else set()
    if label in _ROMAN[:-1]:
        following.add(_ROMAN[_ROMAN.index(label) + 1])
    return following


def _end_of_list(text: str, at: int, end: int) -> int:
    """The last clause of a list ends with its paragraph, or with a full stop at a line's end where a sentence begins the next."""
    pattern = _LIST_ENDS if is_loose(text, at, end) else _PARAGRAPH_ENDS
    match = pattern.search(text, at, end)
    stop = match.end() if match else end
    for sentence in sentences(text, at, stop):
        if "\n" in text[sentence.end : stop][:2] and text[sentence.end - 1] not in ",:":
            return sentence.end
    return stop


def _bulleted(text: str, at: int, end: int, mark: re.Pattern[str]) -> list[Clause]:
    bullets = list(mark.finditer(text, at, end))
    if not bullets or text[at : bullets[0].start()].strip():
        return []
    ends = [*(match.start() for match in bullets[1:]), _end_of_list(text, bullets[-1].end(), end)]
    return [tidy(text, match.end(), stop) for match, stop in zip(bullets, ends, strict=True)]


def _quoted(text: str, at: int, end: int) -> Clause:
    close = _CLOSE_QUOTE.search(text, at, min(end, at + _QUOTE_LIMIT))
    return tidy(text, at, close.start() if close else _full_stop(text, at, end))


def _sentence(text: str, at: int, end: int) -> list[Clause]:
    """One sentence; further sentences that begin with "That" are further clauses (Burton-cum-Walden)."""
    clauses: list[Clause] = []
    for start, stop in _whole_sentences(text, at, end):
        if clauses and not re.match(r"(?:and\s+)?that\b", text[start:stop], re.IGNORECASE):
            break
        clauses.append(tidy(text, start, stop))
    return clauses


def _whole_sentences(text: str, at: int, end: int) -> list[tuple[int, int]]:
    """Sentences, put together again where a lettered line only goes on with one: "subject to / (i) … / (ii) …"."""
    whole: list[tuple[int, int]] = []
    for sentence in sentences(text, at, end):
        gap = text[whole[-1][1] : sentence.start] if whole else ""
        unfinished = whole and text[whole[-1][1] - 1] not in '.!?”"' and gap.count("\n") < _BLANK_LINE
        begins = text[sentence.start].isupper() or _BULLET.match(text, sentence.start)
        if (unfinished and _LABEL.match(text, _line_start(text, sentence.start))) or (
            unfinished and "\n" in gap and text[whole[-1][1] - 1] != ":" and (not begins or text[whole[-1][1] - 1] in ";,")
        ):
            whole[-1] = (whole[-1][0], sentence.end)
        else:
            whole.append((sentence.start, sentence.end))
    return whole


def _full_stop(text: str, at: int, end: int) -> int:
    """Where a quotation that nothing closes ends: with its full stop, past a blank line between its lines (Kilmallock, 2020)."""
    found = sentences(text, at, end)[:_LINES_APART]
    stopped = (one.end for one in found if text[one.end - 1] in ".;!?")
    return next(stopped, found[0].end if found else end)
