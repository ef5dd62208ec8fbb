"""Is this the record of a meeting, its agenda, a pack of both, or something else? And is the record a draft?

Takes the running text and what is stated outside it. A stated kind wins, then what the name says, then the words that only a
record has: a list of who came, an outcome. A letter or a village newspaper that speaks of minutes is no record.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from index.records import RecordState
from index.sources import DocumentKind
from ingest.facts import Facts
from ingest.segmenting.head import Head
from ingest.segmenting.running import RunningText

_OPENING = 1500
_TITLE_LINES = 4
_PACK = re.compile(r"^[^\w\n]*(?:public\s+)?(?:document|reports?|agenda)\s+pack[^\w\n]*$", re.IGNORECASE | re.MULTILINE)
_NAMED_PACK = re.compile(r"\bpack\b", re.IGNORECASE)
_NAMED_AGENDA = re.compile(r"\bagenda\b(?!\s+item)|\bnotice\s+of\s+meeting\b|\bsummons\b", re.IGNORECASE)
_NAMED_MINUTES = re.compile(r"minute", re.IGNORECASE)
# "Editor's Comments on … Minutes" in a village newspaper (Stoke Ferry 2013): what is named so must also read so.
_ABOUT = re.compile(
    r"\b(?:comments?|letters?|editor(?:ial|['’]s)?|news(?:letter)?|response|straight\s+talking|matters\s+arising|action\s+plan)\b",
    re.IGNORECASE,
)
_TITLED_MINUTES = re.compile(
    r"^[^\w\n]*(?:(?:draft|approved|confirmed|unconfirmed|the|full|printed|agm|council|meeting)\s+)*(?:minutes?|cofnodion)\b"
    r"(?!\s*(?:of\s+)?(?:the\s+)?(?:last|previous|agm|item)\b|\s+silence|\s*:?\s*(?:of\s+)?meeting\s+\d)|"
    r"^[^\n.]{0,90}\b(?:meeting|council|committee)\s+minutes\s*$|"
    r"\b(?:draft\s+)?minutes\s+of\s+(?:proceedings|(?:the\s+|a\s+)?(?!(?:last|previous)\b)[^.\n]{0,100}\b(?:held|council|committee))",
    re.IGNORECASE | re.MULTILINE,
)
_TITLED_SURELY = re.compile(
    r"^[^\w\n]*(?:(?:draft|approved|confirmed|unconfirmed)\s+)*minutes?\s+of\s+(?:proceedings|(?:(?!last\b|previous\b)[\w-]+\s+){0,3}?"
    r"meeting|(?:the|a|an)\s+(?!last\b|previous\b))|^[^\w\n]*cofnodion\s+cyfarfod",
    re.IGNORECASE | re.MULTILINE,
)
_SHEET = re.compile(r"^[ \t#*]*(?:the\s+)?(?:AGENDA|Agenda|RHAGLEN|Rhaglen)[^\w\n]*$", re.MULTILINE)
_SUMMONS = re.compile(
    r"\b(?:you\s+are\s+(?:hereby\s+)?(?:summoned|requested|invited)|(?:members|councillors)\s+are\s+(?:hereby\s+)?"
    r"(?:summoned|requested|invited)|notice\s+is\s+(?:hereby\s+)?given|a\s+meeting\b[^.]{0,120}\bwill\s+be\s+held|"
    r"order\s+of\s+business|to\s+each\s+member\s+of)\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"^[^\w\n]*(?:\d+\W+)?(?:To|TO)\s+(?:receive|approve|consider|note|confirm|discuss|agree|elect|resolve)\b", re.MULTILINE
)
_MANY = 3
_PEOPLE = re.compile(
    r"\bpresent\s*(?:were|in\s+the\s+chair|\([^)\n]*\))?\s*[:–-]|(?-i:\bPRESENT\b)|^[^\w\n]*(?:members\s+|councillors\s+)?present\s*$|"
    r"\b(?:those|also)\s+(?:attending|present)\s*[:–-]|\bthose\s+attending\b|\bin\s+attendance\b|^[^\w\n]*attend(?:ance|ees|ed|ing)\b|\bsederunt\s*[:–-]|"
    r"\bpresennol\b|\bapologies\b[^\n]{0,60}(?:\bfrom\b|:|\breceived\b)\s*[A-Z]|\bin\s+the\s+chair\b|\bwas\s+in\s+attendance\b",
    re.IGNORECASE | re.MULTILINE,
)
_DECISION_PAGE = re.compile(r"^[^\w\n]*(?:decision\s+(?:maker|status)|is\s+key\s+decision\?)\s*:", re.IGNORECASE | re.MULTILINE)
_OUTCOME = re.compile(
    r"^[^\w\n]*(?:RESOLVED|Resolved|AGREED|NOTED|RECOMMENDED|Decision)\b\s*(?:[:(–-]|that\b|THAT\b|$)|^[^\w\n]*Minutes\s*:|\bRESOLVED\b|"
    r"\b(?:[Pp]roposed|[Mm]oved|[Ss]econded)\s+(?:by\s+)?(?:Cll?rs?|Councill?ors?|M(?:r|rs|s|iss)|[A-Z])\b",
    re.MULTILINE,
)
_TOLD = re.compile(
    r"\b(?:were|was)\s+(?:\w+\s+)?(?:approved|agreed|signed|adopted|accepted|noted|resolved|received|elected|read|no\s+\w+)\b|"
    r"\bapologies\b|\breported\s+that\b|\bmeeting\s+closed\b",
    re.IGNORECASE,
)
_TITLED_MEETING = re.compile(
    r"\b(?:council|committee|panel|forum|association|parish|cabinet)\b[^\n.]{0,40}\b(?:meeting|agm)\b", re.IGNORECASE
)

_DRAFT = re.compile(
    r"\bdraft\s+(?:of\s+)?(?:the\s+)?minutes\b|\bminutes\s*[-–(]?\s*draft\b(?!\s+\w)|^[^\w\n]*draft[^\w\n]*$|"
    r"\bun(?:confirmed|approved)\b|\bsubject\s+to\s+(?:approval|confirmation|ratification)\b|"
    r"\bdraft\W+(?:until|subject|for\s+(?:approval|consideration|confirmation))\b",
    re.IGNORECASE | re.MULTILINE,
)
# At the foot of a London borough's pages (Merton): it stands anywhere, and speaks of the whole.
_ALL_DRAFT = re.compile(r"\ball\s+minutes\s+are\s+draft\s+until\b", re.IGNORECASE)
_CONFIRMED = re.compile(
    r"\b(?:confirmed|approved|signed)\s+(?:minutes|as\s+a\s+correct\s+record\s+on)\b|\bminutes\s*[-–]?\s*\(?(?:confirmed|approved)\)?",
    re.IGNORECASE,
)
_CORRECTED = re.compile(
    r"\b(?:corrected|amended|revised)\s+minutes\b|\bminutes\s*[-–]?\s*\(?(?:corrected|amended)\)?", re.IGNORECASE
)


def document_kind(running: RunningText, facts: Facts, path: str) -> DocumentKind:
    """Tell minutes from agendas, packs and the rest.

    The folder of an agenda also holds minutes, and both share their titles (Limerick): so a name outranks a likeness.
    """
    if facts.kind.value is not None:
        return facts.kind.value
    named = f"{PurePosixPath(path).stem.replace('_', ' ')} {facts.title.value or ''}"
    if _NAMED_PACK.search(named) or _PACK.search(running.text, 0, _OPENING // 2):
        return DocumentKind.PACK
    is_minutes, is_agenda = bool(_NAMED_MINUTES.search(named)), bool(_NAMED_AGENDA.search(named))
    if is_agenda and not is_minutes:
        return DocumentKind.AGENDA
    if is_minutes and not is_agenda and not _ABOUT.search(named):
        return DocumentKind.MINUTES
    return _kind_of_words(running, named)


def _kind_of_words(running: RunningText, named: str) -> DocumentKind:
    text, opening = running.text, running.text[:_OPENING]
    lists_people, told = bool(_PEOPLE.search(opening)), bool(_TOLD.search(text))
    records = lists_people or bool(_OUTCOME.search(text))
    asks = bool(_SHEET.search(opening) or _SUMMONS.search(opening)) or len(_TO_DO.findall(text)) >= _MANY
    if _DECISION_PAGE.search(opening):
        return DocumentKind.DECISION
    if _ABOUT.search(named) and not (lists_people and _TITLED_MINUTES.search(opening)):
        return DocumentKind.OTHER
    if _is_titled_minutes(running, records=records, told=told, asks=asks):
        return DocumentKind.MINUTES
    if asks and not _NAMED_MINUTES.search(named) and not (lists_people and told):
        return DocumentKind.AGENDA
    meets = told and bool(_TITLED_MEETING.search(f"{named}\n{opening[:300]}"))
    return DocumentKind.MINUTES if records or meets else DocumentKind.OTHER


def _is_titled_minutes(running: RunningText, *, records: bool, told: bool, asks: bool) -> bool:
    """Whether the text calls itself minutes: in its first lines, or anywhere in its opening if it also records something."""
    first_lines = "\n".join(line.text for line in running.lines[:_TITLE_LINES])
    if _TITLED_SURELY.search(first_lines) and not asks:
        return True
    return bool(_TITLED_MINUTES.search(running.text, 0, _OPENING)) and (records or (told and not asks))


def record_state(head: Head, facts: Facts, path: str) -> RecordState:
    """Read whether minutes are called draft, confirmed or corrected, in their titles or their name; most say nothing."""
    titles = [head.running.text[start:end] for start, end in head.titles]
    words = "\n".join((*titles, facts.title.value or "", PurePosixPath(path).stem.replace("_", " ")))
    if _ALL_DRAFT.search(head.running.text):
        return RecordState.DRAFT
    for state, pattern in ((RecordState.CORRECTED, _CORRECTED), (RecordState.DRAFT, _DRAFT), (RecordState.CONFIRMED, _CONFIRMED)):
        if pattern.search(words):
            return state
    return RecordState.NOT_STATED
