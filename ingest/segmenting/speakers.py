"""Who spoke?

Takes a stretch of running text, gives each person of whom it says that they asked, stated, reported or put a question or a motion
down, once, with the words that say so. Reads "Councillor Keary asked", "Cllr Moor and Cllr Hale thanked", "Question submitted by
Councillor T. Ruddle" and "a presentation was given by Mr Dimmock". Only names with a title: precision comes first, since "Village
Hall reported" is nobody, and neither a letter from somebody nor what somebody had done before is their speaking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.records import Speaker
from ingest.segmenting.names_of_movers import FULL
from ingest.segmenting.names_of_movers import TITLED
from ingest.segmenting.people import names_someone
from ingest.segmenting.running import RunningText

_ONE = rf"(?:{TITLED}\s+)++{FULL}"
_AND = r"\s*(?:,\s*(?:and\s+)?|\band\s+|&\s*)"
# Atomic, as in interests.py: a list of fifty names is read once, from its first.
_NAMES = re.compile(rf"(?<![\w’'])(?>{_ONE})(?>{_AND}(?:{TITLED}\s+)*+{FULL})*+(?![\w’'-])")
_NAME = re.compile(rf"(?P<titles>(?:{TITLED}\s+)*+)(?P<name>{FULL})")
_PLURAL = re.compile(r"(?:\w+\s+)?(?:Councillors|Cllrs|Clirs|Crs|Members|Aldermen)\b\.?\s*")
_AN_OFFICE = re.compile(r"Deputy\s+(?:Chief|Chair|Manager|CEO|City|County|Head|Director|Leader|Town|Commissioner)")
_A_WORD = re.compile(r"[^\W\d_]{2}")
_LISTED = re.compile(rf"(?:\band\b|&)\s*(?:{TITLED})")
_HOW = r"(?:then|also|again|further|both|all|each|subsequently|briefly|formally|next|once|more|jointly|strongly)"
_SPEAKS = re.compile(
    rf"(?:\s*\([^()\n]{{1,40}}\))?,?\s+(?:{_HOW}\s+)*+(?:asked|said|stated|referred\s+(?!back)|raised|expressed|[ei]nquired|queried|"
    r"questioned|reported|informed|advised|updated|suggested|outlined|explained|commented|remarked|mentioned|noted|thanked|"
    r"welcomed|congratulated|requested|replied|responded|answered|spoke|pointed\s+out|confirmed|highlighted|clarified|felt|"
    r"reminded|stressed|emphasi[sz]ed|acknowledged|complimented|commended|objected|argued|added|indicated|addressed|introduced|"
    r"presented|read\s+out|paid\s+tribute|drew\s+(?:the\s+)?attention|sought|called\s+for|appealed|voiced|echoed|concurred|"
    r"gave\s+(?:an?|the|his|her)\s+(?:\w+\s+){0,2}(?:report|update|overview|presentation|talk|summary|account|briefing))\b"
    r"(?!\s+(?:by|as\s+(?:absent|present)|to\s+have)\b)"
)
# Whose letter said it, or whom another thanked, did not speak: "an email from Mrs Vale stated", "on behalf of Cllr Moor".
_NOT_THE_SUBJECT = re.compile(
    r"(?:\b(?:from|of|by|with|to|for|as|about|than|on|re|regarding|thanking|asking|that\s+of|who|whom|if|whether))\s*(?:the\s+)?\Z",
    re.IGNORECASE,
)
_PUT_DOWN = re.compile(
    r"\b(?:(?i:questions?|motions?|quer(?:y|ies)|amendments?|items?|points?|matters?|issues?|concerns?|topics?)\s+"
    r"(?:(?:was|were|is|are|had\s+been|been|also|then|in\s+writing)\s+)*(?:submitted|raised|tabled|asked|posed|put\s+down|put)\s+by|"
    r"(?i:questions?|queries|query)\s+from|"
    r"(?i:presentation|update|talk|address|briefing|overview|report|statement)s?\s+(?:(?:was|were|is|had\s+been)\s+)?(?:then\s+)?"
    r"(?:given|made|delivered|presented|provided)\s+(?:to\s+(?:the\s+)?\w+\s+)?by)\s*:?\s*"
)
_BEFORE = 24
"""Characters before a name in which a word that makes it no subject stands."""


def read_speakers(running: RunningText, start: int, end: int) -> tuple[Speaker, ...]:
    """Return who is said to have spoken between `start` and `end`, each name once, in printed order."""
    found: dict[str, Speaker] = {}
    for begin, names, stop in sorted((*_speaking(running.text, start, end), *_putting_down(running.text, start, end))):
        span = running.span(begin, stop)
        if span is not None:
            found.update({name: Speaker(name, span) for name in names if name not in found})
    return tuple(found.values())


_Told = tuple[int, tuple[str, ...], int]
"""Where words that say who spoke begin, whom they name, and where they end."""


def _speaking(text: str, start: int, end: int) -> Iterator[_Told]:
    for names in _NAMES.finditer(text, start, end):
        speaks = _SPEAKS.match(text, names.end(), end)
        if speaks:
            yield names.start(), _subjects(text, start, names), speaks.end()


def _putting_down(text: str, start: int, end: int) -> Iterator[_Told]:
    for put in _PUT_DOWN.finditer(text, start, end):
        names = _NAMES.match(text, put.end(), end)
        if names:
            named = _each(names)
            yield put.start(), named if _together(names) else named[:1], names.end()


def _subjects(text: str, start: int, names: re.Match[str]) -> tuple[str, ...]:
    """Who of the list is the subject of the verb behind it: in "In reply to Cllr Moor, Mr Rowe said" the last."""
    told_of = _NOT_THE_SUBJECT.search(text, max(start, names.start() - _BEFORE), names.start())
    named = _each(names)
    if _together(names):
        return () if told_of else named
    return named[1:][-1:] if told_of else named[-1:]


def _together(names: re.Match[str]) -> bool:
    """Whether the names of a list are one party: "Councillors A, B", "Cllr A and Cllr B", not "Cllr A, Mr B"."""
    return bool(_PLURAL.match(names.group()) or _LISTED.search(names.group()))


def _each(names: re.Match[str]) -> tuple[str, ...]:
    """The names of a list as printed; those without a title only behind one that stands for several: else they are offices."""
    several = _PLURAL.match(names.group())
    parts = [part for part in _NAME.finditer(names.group()) if (several or part["titles"]) and _A_WORD.search(part["name"])]
    tidy = (re.sub(r"\s+", " ", _PLURAL.sub("", part.group(), count=1)).strip(" .,") for part in parts)
    return tuple(name for name in tidy if names_someone(name) and not _AN_OFFICE.match(name))
