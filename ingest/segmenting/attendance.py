"""Who came, who sent apologies, who stood in for whom, who left, and when?

Takes a stretch of running text (the head of the minutes, or an item), gives names as printed with how they attended. Reads lists
behind their words ("Present:", "Apologies were received from"), rows of a register ("P Councillor Vane" under a legend that says
what P means) and movements ("Gary Hall left the meeting at 7.10pm"). A letter that no legend explains is unclear, and those who
are only said to be absent are not recorded as having sent apologies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.records import Attendance
from index.records import Presence
from index.sources import SourceSpan
from ingest.segmenting.people import NAMED
from ingest.segmenting.people import Person
from ingest.segmenting.people import names_among
from ingest.segmenting.people import people_listed
from ingest.segmenting.running import RunningText

# A list's own words stand at the start of a line or of a sentence, perhaps behind a number or a bullet.
_BEGINS = r"(?:(?:^|(?<=[.\]:])[^\S\n])[^\S\n]*(?:[•*+#-][^\S\n]*)*(?:\(?\d{1,4}(?:[./:]\d+)*[.):]?\s*)?)"
_COLON = r"(?:\s*[:;–—-]+|[^\S\n]*\.(?=[^\S\n])|[^\S\n]*(?=\n)|[^\S\n]{2,}|(?=[^\S\n]+[A-Z]))[^\S\n]*"
_AND = r"(?:\s*\([^)\n]{0,40}\))?"
_LEADS: tuple[tuple[Presence | None, re.Pattern[str]], ...] = (
    (
        Presence.IN_ATTENDANCE,
        re.compile(
            rf"{_BEGINS}(?:also\s+(?:present|in\s+attendance|attending)|(?:officers?|officials?|others?|staff|guests?)\s+"
            rf"(?:also\s+)?(?:present|in\s+attendance|attending)|in\s+attendance)(?:\s+(?:was|were))?{_AND}{_COLON}",
            re.IGNORECASE | re.MULTILINE,
        ),
    ),
    (
        Presence.PRESENT,
        re.compile(
            rf"{_BEGINS}(?:(?:(?:committee|council|community|board|elected|spc|parish)\s+)*(?:members?|councillors|"
            rf"cllrs)\s+(?:of\s+the\s+\w+\s+)?"
            r"(?:present|in\s+attendance|attending)|"
            rf"present\s+in\s+the\s+chair|(?:those\s+)?present(?!\s+in)|those\s+attending|attending|(?:members\s+)?attendance|"
            rf"attendees|"
            rf"in\s+the\s+chair)(?:\s+(?:was|were))?{_AND}{_COLON}",
            re.IGNORECASE | re.MULTILINE,
        ),
    ),
    (
        Presence.APOLOGIES,
        re.compile(
            rf"{_BEGINS}(?:to\s+(?:receive|consider|accept|note)\s+(?:and\s+\w+\s+)?|acceptance\s+of\s+)?"
            r"apolog(?:y|ies)(?:\s+for\s+(?:non[- ]?attendance|absences?))?(?:\s+(?:were\s+)?received)?(?:\s+from)?[:,]*"
            rf"{_COLON}",
            re.IGNORECASE | re.MULTILINE,
        ),
    ),
    (
        Presence.APOLOGIES,
        re.compile(
            r"\bapolog(?:y|ies)\b:?[^.:;]{0,90}?\b(?:from|by|on\s+behalf\s+of|(?:accepted|provided|given)\s+for)\b\s*:?\s*",
            re.IGNORECASE,
        ),
    ),
    (Presence.PRESENT, re.compile(rf"\b(?:Present|PRESENT){_AND}\s*:[-\s–]*")),
    (Presence.APOLOGIES, re.compile(r"\b(?:Apologies|APOLOGIES)(?:\s+[a-z]+){0,4}\s*:[-\s–]*")),
    (Presence.IN_ATTENDANCE, re.compile(r"\b(?:[Ii]n\s+attendance|IN\s+ATTENDANCE|[Aa]lso\s+[Pp]resent)\s*:[-\s–]*")),
    (
        Presence.SUBSTITUTE,
        re.compile(rf"{_BEGINS}substitutes?(?:\s+members?)?(?:\s+present)?{_COLON}", re.IGNORECASE | re.MULTILINE),
    ),
    (
        None,
        re.compile(
            rf"{_BEGINS}(?:absent|absentees|not\s+present)(?:\s+without\s+apolog\w+)?{_COLON}", re.IGNORECASE | re.MULTILINE
        ),
    ),
)
# "Officers:" alone is a list of who came only behind one of who was present: else it may be of who was elected.
_OFFICERS = re.compile(
    rf"{_BEGINS}(?:[Oo]fficers?|[Oo]fficials?|OFFICERS?|OFFICIALS?)(?:[^\S\n]*[:;][-\s–]*|[^\S\n]*\n\s*)", re.MULTILINE
)
_STANDS_IN = re.compile(
    rf"(?P<name>{NAMED})\s+(?i:(?:was\s+|attended\s+(?:as\s+)?(?:a\s+)?|acted\s+(?:as\s+)?(?:a\s+)?)?(?:substitut(?:ed?|ing)|"
    rf"deputi[sz](?:ed|ing)))\s+(?i:for)\s+(?P<other>{NAMED})"
)
_STOOD_IN = re.compile(r"\b(?:substitut|deputi[sz])(?:ed?|ing)\s+for\b", re.IGNORECASE)
_INSTEAD = re.compile(
    r"(?:substitut\w*|sub\.?|deputi[sz]ing|deputy|standing\s+in|in\s+place|nominee)\s+(?:for|of)\s+(?P<other>[^,;]+)", re.IGNORECASE
)
_TIME = r"\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\b\.?)|\d{1,2}[.:]\d{2}(?:\s*hours|\s*hrs)?"
_MOVE = re.compile(
    r"\b(?:then\s+|also\s+|all\s+|both\s+)?(?P<how>left|arrived|joined|withdrew|departed|re-?joined|re-?entered|entered|"
    r"returned(?=\s+to\s+the\s+(?:meeting|room|chamber)\b))\b"
    r"(?P<rest>(?:[^.;\n]|\.(?=\d)|\n(?!\s*\n)){0,90})"
)
_MOVERS = re.compile(rf"(?>{NAMED})(?>\s*(?:,|\band\b|&)\s*{NAMED})*+\s+\Z")  # atomic, as in interests.py
_REACH = 160
"""Characters before a movement in which its names stand."""
_PLACE = re.compile(r"\b(?:meeting|room|chamber)\b", re.IGNORECASE)
_PLAIN = re.compile(rf"\s*(?:at\s+)?(?:{_TIME})", re.IGNORECASE)
_WHEN = re.compile(_TIME, re.IGNORECASE)
_REMARK_MOVE = re.compile(rf"\b(?P<how>left|departed|until|to|arrived|joined|from)\b[^,;]{{0,20}}?(?P<when>{_TIME})", re.IGNORECASE)
_ROW = re.compile(r"^[^\S\n]*(?P<letter>P|A|Ap|S|Abs)[ \t\xa0.:|-]{1,8}(?P<rest>[A-Z][^\n]{3,80})$", re.MULTILINE)
_LEGEND = re.compile(
    r"\b(?P<letter>P|A|Ap|S|Abs)\b[’'”\"]?\s*(?:[=:–-]|denotes|means|is)?\s*(?P<means>(?i:present|apolog\w+|absent\w*|"
    r"substitut\w+))"
)
_CELL = re.compile(
    r"^[ \t\xa0•*-]*(?P<name>[^|\n]{4,60}?)[^\S\n]*\|(?:[^|\n]{0,60}\|)?[^\S\n]*(?P<how>Present|Apologies|In attendance|"
    r"Substitute)\b[^|\n]{0,30}$",
    re.MULTILINE | re.IGNORECASE,
)
_ROWS = 3
_MOVED = (Presence.LEFT, Presence.ARRIVED)
_WORDS = {"p": Presence.PRESENT, "ap": Presence.APOLOGIES, "s": Presence.SUBSTITUTE, "i": Presence.IN_ATTENDANCE}


def read_attendance(running: RunningText, start: int, end: int) -> tuple[Attendance, ...]:
    """Return who is named as present, sorry, standing in, arriving or leaving between `start` and `end`, in printed order."""
    line = running.text.rfind("\n", 0, start) + 1
    start = start if running.text[line:start].strip() else line  # an item's extent begins at its number, not at its line
    found = [
        *_rows(running, start, end),
        *_lists(running, start, end),
        *_stand_ins(running, start, end),
        *_moves(running, start, end),
    ]
    once: dict[tuple[SourceSpan, Presence, str], Attendance] = {}
    for one in found:
        once.setdefault((one.span, one.presence, one.name_as_printed), one)
    return tuple(sorted(once.values(), key=lambda one: (one.span.page, one.span.start, one.presence in _MOVED)))


def _lists(running: RunningText, start: int, end: int) -> Iterator[Attendance]:
    leads = sorted(
        ((match.start(), match.end(), presence) for presence, lead in _LEADS for match in lead.finditer(running.text, start, end)),
        key=lambda found: (found[1], -found[0]),
    )
    if leads:
        officers = _OFFICERS.finditer(running.text, min(leads)[1], end)
        leads = sorted(
            [*leads, *((one.start(), one.end(), Presence.IN_ATTENDANCE) for one in officers)], key=lambda one: (one[1], -one[0])
        )
    # "Also in attendance" is one lead, though "attendance" alone would be another that ends there.
    leads = [lead for lead in leads if not any(other[0] < lead[0] < other[1] for other in leads)]
    for place, (_, begin, presence) in enumerate(leads):
        stop = next((other for other, _, _ in leads[place + 1 :] if other >= begin), end)
        if presence is not None:
            for person in people_listed(running.text, begin, stop):
                yield from _attended(running, person, presence)


def _attended(running: RunningText, person: Person, presence: Presence) -> Iterator[Attendance]:
    """One name of a list: in the place of another, or come late or gone early, where the bracket behind it says so."""
    span = running.span(person.start, person.end)
    whole = running.span(person.start, max(person.end, person.remark_end)) or span
    if span is None or whole is None:
        return
    remark = re.sub(r"\s+", " ", person.remark or "")
    instead = _INSTEAD.search(remark)
    if instead:
        yield Attendance(person.name, Presence.SUBSTITUTE, whole, instead_of=instead["other"].strip())
        return
    yield Attendance(person.name, presence, span)
    for move in _REMARK_MOVE.finditer(remark):
        gone = move["how"].lower() in {"left", "departed", "until", "to"}
        yield Attendance(person.name, Presence.LEFT if gone else Presence.ARRIVED, whole, move["when"].strip())


def _rows(running: RunningText, start: int, end: int) -> Iterator[Attendance]:
    """A register: letters that a legend explains, or a table whose last cell says how each attended."""
    for cell in _CELL.finditer(running.text, start, end):
        how = cell["how"].lower()
        yield from _named(running, cell.start("name"), cell.end("name"), _WORDS[how[:2] if how.startswith("ap") else how[0]])
    rows = [row for row in _ROW.finditer(running.text, start, end) if _whole_line(running.text, row)]
    if len(rows) < _ROWS:
        return
    legend = {match["letter"]: match["means"].lower() for match in _LEGEND.finditer(running.text, start, end)}
    for row in rows:
        yield from _named(running, row.start("rest"), row.end(), _meant(legend.get(row["letter"])))


def _whole_line(text: str, row: re.Match[str]) -> bool:
    """A register's line holds a name and perhaps a bracket: "A Mr Miles replied" is prose."""
    people = people_listed(text, row.start("rest"), row.end())
    return len(people) == 1 and not text[max(people[0].end, people[0].remark_end) : row.end()].strip(" .,*")


def _meant(word: str | None) -> Presence | None:
    if word is None:
        return Presence.UNCLEAR
    return None if word.startswith("abs") else _WORDS["ap" if word.startswith("ap") else word[0]]


def _named(running: RunningText, start: int, end: int, presence: Presence | None) -> Iterator[Attendance]:
    for person in people_listed(running.text, start, end)[:1]:
        if presence is not None:
            yield from _attended(running, person, presence)


def _stand_ins(running: RunningText, start: int, end: int) -> Iterator[Attendance]:
    if not _STOOD_IN.search(running.text, start, end):  # rare, and quick to see: names are slow to look for
        return
    for match in _STANDS_IN.finditer(running.text, start, end):
        span = running.span(match.start(), match.end())
        if span is not None:
            yield Attendance(_tidy(match["name"]), Presence.SUBSTITUTE, span, instead_of=_tidy(match["other"]))


def _moves(running: RunningText, start: int, end: int) -> Iterator[Attendance]:
    for match in _MOVE.finditer(running.text, start, end):
        rest = match["rest"]
        if not (_PLACE.search(rest[:45]) or (_PLAIN.match(rest) and match["how"] in {"left", "arrived"})):
            continue
        reach = max(start, match.start() - _REACH)
        line = max(reach, running.text.rfind("\n", reach, match.start()) + 1)  # so that no heading above runs into a name
        names = _MOVERS.search(running.text, line, match.start()) or _MOVERS.search(running.text, reach, match.start())
        if names is None:
            continue
        when = _WHEN.search(rest)
        span = running.span(names.start(), match.start("rest") + (when.end() if when else _place_end(rest)))
        gone = match["how"] in {"left", "withdrew", "departed"}
        for name in names_among(names.group().rstrip()):
            if span is not None:
                yield Attendance(name, Presence.LEFT if gone else Presence.ARRIVED, span, when.group().strip() if when else None)


def _place_end(rest: str) -> int:
    place = _PLACE.search(rest)
    return place.end() if place else 0


def _tidy(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" .,")
