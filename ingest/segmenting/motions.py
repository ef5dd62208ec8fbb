"""Who moved it, and who seconded?

Takes text, gives the names as printed with where they stand. Reads "Proposed by Councillor O'Donnell; Seconded by Councillor
Teefy", "On the proposal of X, seconded by Y", "moved as correct by A and B", "Councillor X proposed that …", "Prop. JB, 2nd GK",
"Councillors Wright / Boag", "Molta ag X; Cuidithe ag Y" and "Cynigiwyd gan y Cyng. X, eiliwyd gan y Cyng. Y". A name is copied,
never corrected or completed; it ends with its line unless the line clearly breaks it, so that the next heading is no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.segmenting.names_of_movers import CAPITAL
from ingest.segmenting.names_of_movers import CODE
from ingest.segmenting.names_of_movers import FULL
from ingest.segmenting.names_of_movers import NAME
from ingest.segmenting.names_of_movers import NO_BODY
from ingest.segmenting.names_of_movers import OFFICE
from ingest.segmenting.names_of_movers import TITLED
from ingest.segmenting.names_of_movers import WORD
from ingest.segmenting.pronouns import PRONOUN
from ingest.segmenting.pronouns import spoken_of

__all__ = ["NAME", "Movers", "find_movers"]

# Between "proposed by" and "seconded by" a surname alone is a name too: "moved Bell, seconded B Fox".
_LOOSE = rf"(?:{NAME}|[A-Z][ ]{WORD}|{WORD}\b)"
_SURE = (
    rf"(?:{TITLED}(?:\s+{TITLED})*\s+{FULL}|{OFFICE}\b|(?:[A-Z]\.[ ]?){{1,3}}{CAPITAL}|"
    rf"{CODE}(?=\s*(?:[,;.)/]|$|\n|2nd|seconded)))"
)
_MOVED = r"(?i:\b(?:proposed|moved|proposer|mover|prop)\b\.?(?:\s+(?:for|as)\s+[\w ]{2,40}?)?(?:\s+by\b)?\s*[:–-]?\s*)"
_SECOND = r"(?i:(?:\bsecond?ed|\bseconder|2nd|2nded|\bsec)\b\.?(?:\s+by\b)?\s*[:–-]?\s*)"
_THEN = r"\s*[,;.:/|]*\s*(?:(?i:and|also|it\s+was|was|this\s+was|which\s+was|duly)\s+)*"
_OF = r"(?i:\bon\s+(?:the\s+)?(?:proposal|proposition|motion)\s+(?:of|by))"
_HOW = r"(?i:(?:had\s+given\s+notice\s+of,?\s+and|then|also|formally|further|subsequently|again|therefore|duly)\s+)*"
_WITHIN = r"(?:(?!\b(?:proposed|moved)\b)(?:[^.]|(?<=llr)\.|(?<=lrs)\.|(?<=Mr)\.|(?<=Mrs)\.|\.(?=\d)))"
_SPEAKS = re.compile(
    r"\b(?:propos(?:ed|er|al|ition|ing)|moved|mover|motion|seconed|second(?:ed|er|ing)|2nd|2nded|sec|prop|molta|mholadh|cynigi\w+|cynigydd|cyn|submitted|nominated|amendment)\b|"
    r"^[ \t]*\(?(?:councillors?|cllrs?\.?|crs?\.?|members?)[ \t][^\n/]{1,40}/",
    re.IGNORECASE | re.MULTILINE,
)
_VERB = re.compile(r"\b(?:proposed|moved|second(?:ed|ing)|nominated)\b", re.IGNORECASE)
# Where one of the patterns that begin with a name can stand at all: names cost time, so each is read once.
_NAME_THEN = re.compile(
    rf"{NAME}(?:[’']s?\s+(?i:proposal|motion|amendment|proposition)\b|[\s,(]+{_HOW}"
    r"(?i:proposed|moved|second(?:ed|ing)|in\s+seconding|nominated)\b)"
)
_BEGINS = re.compile(r"\b(?=[A-ZÀ-Þ]|the\s)")
_NAME_FIRST = (rf"(?P<mover>{NAME})", rf"(?P<seconder>{NAME})")
_LONGEST = 100
"""Characters of a name, with titles and "formally", before its verb."""
_SOON = 160
_AROUND = 420
"""Characters around a word of moving in which its names stand: a motion's words may part mover and seconder."""
_MOVES = r"(?:proposed|moved(?!\s+(?:on|to|from|away|into|house|forward|up|in|out|back|the\s+meeting)\b))"
_BOTH = (
    re.compile(  # a nomination: "Mrs Hale proposed Mrs T Ford, seconded by Mrs Pell"
        rf"(?P<mover>{NAME})\s+{_HOW}(?:proposed|moved|nominated)\s+(?:that\s+)?{NAME}{_WITHIN}{{0,120}}?\bseconded\s+(?:by\s+)?(?P<seconder>{NAME})"
    ),
    re.compile(rf"{_OF}\s+(?P<mover>{NAME})\s*[,;]?\s*(?i:and\s+)?(?i:seconded(?:\s+by)?|and)\s+(?P<seconder>{NAME})"),
    re.compile(rf"{_OF}\s+(?P<mover>{NAME})\s*[,(]\s*(?:with\s+)?(?P<seconder>{NAME})\s+seconding\b"),
    re.compile(  # "AMENDMENT 1 (Cllr Hale / Cllr Reed): to insert …"
        rf"\b(?i:motion|amendment|proposal|resolution)\b[ \t]*\w{{0,3}}[ \t]*"
        rf"\(\s*(?P<mover>{_SURE})\s*/\s*(?P<seconder>{_SURE})\s*\)"
    ),
    re.compile(
        rf"\b(?i:proposal|motion|amendment)\s+(?:from|by)\s+(?P<mover>{NAME})\s*[,(]\s*(?i:seconded(?:\s+by)?)\s*:?\s*(?P<seconder>{NAME})"
    ),
    re.compile(
        rf"\b(?i:moved\s+as\s+(?:a\s+)?(?:correct|true|accurate)\s*(?:record)?\s*,?\s*by)\s+(?P<mover>{NAME})\s+(?i:and|"
        rf"seconded\s+by)\s+(?P<seconder>{NAME})"
    ),
    re.compile(rf"{_MOVED}(?P<mover>{_LOOSE}){_THEN}{_SECOND}(?P<seconder>{_LOOSE})"),
    re.compile(
        rf"\b(?i:proposed|moved)\s*(?i:and|/|&)\s*(?i:seconded)\s*(?i:by\b)?\s*:?\s*(?P<mover>{NAME})\s*(?:,|/|&|and\b)\s*(?P<seconder>{NAME})"
    ),
    re.compile(rf"\b(?i:moved|proposed)\b\s*[:(]*\s*(?P<mover>{_SURE})\s*/\s*(?P<seconder>{_SURE})"),
    re.compile(  # New Zealand prints the two above the motion: "Councillors Wright / Boag"
        rf"^[ \t]*\(?(?:(?:Councillors?|Cllrs?\.?|Crs?\.?|Members?)[ \t]+)(?P<mover>{CAPITAL}(?:[ \t]+{WORD})?)[ \t]*/[ \t]*"
        rf"(?:{TITLED}[ \t]+)?"
        rf"(?P<seconder>{CAPITAL}(?:[ \t]+{WORD})?)\)?[ \t]*$",
        re.MULTILINE,
    ),
    re.compile(
        rf"\b(?i:molta)\s+(?i:ag|ó)\s+(?P<mover>{NAME})\s*[,;.]?\s*(?i:agus\s+)?(?i:cuidi\w*|tacaithe)\s+(?:\w{{1,3}})\s+(?P<seconder>{NAME})"
    ),
    re.compile(
        rf"\b(?i:cynigiwyd)\s+(?i:gan)\s+(?:y\s+)?(?P<mover>{NAME})\s*[,;.]?\s*(?i:ac?\s+)?(?i:eiliwyd)\s+(?i:gan)\s+(?:y\s+)?"
        rf"(?P<seconder>{NAME})"
    ),
    re.compile(
        rf"\b(?i:ar\s+mholadh)\s+(?:an\s+)?(?P<mover>{NAME})\s*[,;.]?\s*(?i:agus\s+)?(?i:cuidi\w*|tacaithe)\s+(?:\w{{1,3}}\s+)(?:an\s+)?(?P<seconder>{NAME})"
    ),
    re.compile(
        rf"\b(?i:cynigydd|cyn\.)\s*:?\s*(?:[Yy]\s+)?(?P<mover>{NAME})\s*[,;.]?\s*(?i:eilydd|eil\.)\s*:?\s*(?:[Yy]\s+)?(?P<seconder>{NAME})"
    ),
    re.compile(
        rf"(?P<mover>{NAME})[’']s?\s+(?i:proposal|motion|amendment|proposition)\s+(?:was\s+)?(?i:seconded\s+by)\s+(?P<seconder>{NAME})"
    ),
    re.compile(rf"(?P<mover>{NAME})(?:,?\s+|\s*\()(?i:seconded\s+by)\s+(?P<seconder>{NAME})(?:,?\s+|\)\s*)(?i:proposed|moved)\b"),
    re.compile(
        rf"(?P<mover>{NAME})\s+{_HOW}(?:{_MOVES}|Proposed|Moved)\b{_WITHIN}{{0,220}}?(?:[,;]?\s+(?i:and\s+)?(?i:(?:this\s+|"
        rf"it\s+|which\s+)?(?:was\s+)?seconded(?:\s+by)?)|[.”\"]\s+(?:(?:This|It|The\s+(?:[Mm]otion|[Pp]roposal|[Aa]mendment))\s+was\s+seconded\s+by|"
        rf"Seconded(?:\s+by)?))\s+(?P<seconder>{NAME})"
    ),
    re.compile(
        rf"(?P<mover>{NAME})\s+{_HOW}{_MOVES}\b{_WITHIN}{{0,220}}?(?:\s(?i:and|with)\s+|[,;:–-]\s+(?:with\s+)?|\s\()(?P<seconder>{NAME})\s+(?i:second(?:ed|ing))\b(?!\s+by\b)"
    ),
    re.compile(
        rf"\b(?i:(?:proposed|moved)\s+by)\s+(?P<mover>{NAME}){_WITHIN}{{0,160}}?\b(?i:seconded\s+by)\s+(?P<seconder>{NAME})"
    ),
    # Villages write first names: "Jo proposed that we pay half, Tony seconded." Alone, one word before "proposed" is no name.
    re.compile(
        rf"(?:^|(?<=[.:;,]\s))(?P<mover>{NO_BODY}{WORD})\s+proposed\b{_WITHIN}{{0,160}}?[\s,(]+(?P<seconder>{WORD})\s+seconded\b(?!\s+by\b)",
        re.MULTILINE,
    ),
    re.compile(
        rf"(?:^|(?<=[.:;,]\s))(?P<mover>{NO_BODY}{WORD})\s+proposed\b{_WITHIN}{{0,160}}?\bseconded\s+by\s+(?P<seconder>{WORD})\b",
        re.MULTILINE,
    ),
    re.compile(
        rf"\b(?i:in\s+proposing\s+(?:the|this|his|her|their)\s+\w+),?\s+(?P<mover>{NAME})(?:(?!\b(?:proposing|proposed)\b)[^”]){{0,400}}?"
        rf"\b(?i:in\s+seconding\s+(?:the|this|his|her|their)\s+\w+),?\s+(?P<seconder>{NAME})"
    ),
    re.compile(rf"\b(?i:in\s+proposing\b(?:\s+(?:the|this|his|her|their)\s+\w+\b)?[^,.]{{0,50}}?,?)\s+(?P<mover>{NAME})"),
)
_MOVER = (
    re.compile(
        rf"(?i:(?:(?<=motion)|(?<=motions)|(?<=amendment)|(?<=amendments)|(?<=proposal))\s)(?P<notice>(?i:submitted\s+by:?))\s+(?P<mover>{NAME})"
    ),
    re.compile(rf"\b(?i:(?:proposed|moved)(?:\s+(?:for|as)\s+[\w ]{{2,40}}?)?\s+by:?)\s+(?P<mover>{NAME})"),
    re.compile(rf"{_OF}\s+(?P<mover>{NAME})"),
    re.compile(rf"\b(?i:proposed|moved|proposer|mover|prop)\b\.?\s*(?::|[–-](?=\s))\s*(?P<mover>{NAME})"),
    re.compile(rf"\b(?:Proposed|Moved|Prop|Proposer)\b\.?\s+(?P<mover>{_SURE})"),
    re.compile(
        rf"(?P<mover>{NAME})\s+moved\s+from\s+the\s+[Cc]hair(?=,?\s+(?:and\s+)?(?:it\s+was\s+)?(?:duly\s+)?(?:seconded|that\b))"
    ),
    re.compile(
        rf"\b(?i:motion)\s+(?:standing\s+)?in\s+the\s+name\s+of\s+(?P<mover>{NAME})(?=[^”\"]{{0,300}}[”\"]?\)?,?\s+was\s+(?:\w+\s+)?moved\b)"
    ),
    re.compile(r"\b(?i:proposed|moved)\s+(?i:from)\s+(?P<mover>the\s+(?:Chair|chair))\b"),
    re.compile(rf"(?P<mover>{NAME})\s+{_HOW}{_MOVES}\b(?!\s+(?:and|&)\s+(?:was\s+)?(?:seconded|co-opted|elected))"),
)
# "Councillor Hale queried the cost and instead proposed that …"
_AND_PROPOSED = re.compile(
    rf"(?P<mover>{_SURE})\s+(?!and\b|,)(?:(?!\b(?:Councillors?|Cllrs?|who|which|proposed|moved)\b)[^.;:]){{5,160}}?\band\s+"
    r"(?:instead\s+|then\s+|also\s+|therefore\s+)?(?:proposed\s+(?:that|an\b|to\b|the\b)|moved\s+(?:that|an\b|its\b))"
)
_AND = re.compile(r"\band\s+(?:instead\s+|then\s+|also\s+|therefore\s+)?(?:proposed|moved)\b")
_FARTHEST = 260
"""Characters from the subject of such a sentence to what it proposed."""
_SECONDER = (
    re.compile(
        rf"\b(?i:seconded\s+by:?|in\s+seconding\b(?:\s+(?:the|this|his|her|their)\s+\w+\b)?[^,.]{{0,50}}?,?)\s+(?P<seconder>{NAME}(?:\s+and\s+{NAME}(?=\s*[;.\n]))?)"
    ),
    re.compile(rf"\b(?i:seconded|seconder|2nd)\b\.?\s*(?::|[–-](?=\s))\s*(?P<seconder>{NAME})"),
    re.compile(rf"\b(?:Seconded|Seconder|2nd)\s+(?P<seconder>{_SURE})"),
    re.compile(rf"\b(?:Seconding)\s+the\s+(?:nomination|motion|amendment|proposal),\s+(?P<seconder>{NAME})"),
    re.compile(rf"(?P<seconder>{NAME})\s+{_HOW}(?:(?i:seconded)\b(?!\s+by\b)|in\s+seconding\b|seconding\b(?=[,.;)]|\s+that\b))"),
    re.compile(rf"\b(?i:seconded)\s+(?P<seconder>{TITLED}(?:\s+{TITLED})*\s+{FULL})"),
)


@dataclass(frozen=True, slots=True)
class Movers:
    """Who moved and who seconded, as printed, and where that stands."""

    start: int
    end: int
    mover: str | None = None
    seconder: str | None = None


def find_movers(text: str, start: int = 0, end: int | None = None) -> list[Movers]:
    """Return every statement of a mover, a seconder or both, in order; both in one statement win over either alone."""
    found: list[Movers] = []
    stretches = [
        (begin, stop, _names(text, begin, stop)) for begin, stop in _stretches(text, start, len(text) if end is None else end)
    ]
    for pattern in (*_BOTH, *_MOVER, _AND_PROPOSED, *_SECONDER):
        for match in (match for begin, stop, names in stretches for match in _matches(pattern, text, (begin, stop), names)):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(_movers(match))
    for match in (match for begin, stop, _ in stretches for match in PRONOUN.finditer(text, begin, stop)):
        _add_pronoun(text, start, match, found)
    return sorted(found, key=lambda one: one.start)


def _add_pronoun(text: str, start: int, match: re.Match[str], found: list[Movers]) -> None:
    """Add who "he proposed" means, together with the seconder named just after it."""
    subject = spoken_of(text, start, match)
    if subject is None or any(one.mover and one.start < match.end() and match.start() < one.end for one in found):
        return
    after = [one for one in found if one.seconder and not one.mover and match.end() <= one.start <= match.end() + _SOON]
    seconding = min(after, key=lambda one: one.start, default=None)
    if seconding:
        found.remove(seconding)
    until = seconding.end if seconding else match.end()
    found.append(Movers(match.start(), until, _tidy(subject), seconding.seconder if seconding else None))


def _matches(pattern: re.Pattern[str], text: str, within: tuple[int, int], names: list[int]) -> Iterator[re.Match[str]]:
    """Where a pattern stands. One that begins with a name is tried only at names just before their verb."""
    start, end = within
    if pattern is _AND_PROPOSED:
        names = [
            one.start()
            for verb in _AND.finditer(text, start, end)
            for one in _BEGINS.finditer(text, max(start, verb.start() - _FARTHEST), verb.start())
        ]
    elif not pattern.pattern.startswith(_NAME_FIRST):
        yield from pattern.finditer(text, start, end)
        return
    tried = start
    for place in names:
        match = pattern.match(text, place, end) if place >= tried else None
        if match:
            yield match
            tried = match.end()


def _names(text: str, start: int, end: int) -> list[int]:
    """Where names stand that move or second something."""
    places: list[int] = []
    for verb in _VERB.finditer(text, start, end):
        least = max(start, verb.start() - _LONGEST, places[-1] + 1 if places else start)
        places += [one.start() for one in _BEGINS.finditer(text, least, verb.start()) if _NAME_THEN.match(text, one.start(), end)]
    return places


def _stretches(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a statement of movers can stand: around a word of moving. The rest of a long item is not looked through."""
    stretches: list[tuple[int, int]] = []
    for match in _SPEAKS.finditer(text, start, end):
        begin = max(start, text.rfind("\n", start, max(start, match.start() - _AROUND)))
        stop = min(end, match.end() + _AROUND)
        if stretches and begin <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], stop)
        else:
            stretches.append((begin, stop))
    return stretches


def _movers(match: re.Match[str]) -> Movers:
    names = match.groupdict()
    start = match.start("notice") if names.get("notice") else match.start()
    return Movers(start, match.end(), _tidy(names.get("mover")), _tidy(names.get("seconder")))


def _tidy(name: str | None) -> str | None:
    return re.sub(r"\s+", " ", name).strip(" .,;:") if name else None
