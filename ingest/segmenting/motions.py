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

from ingest.segmenting.wording import TITLES
from ingest.segmenting.wording import any_of

_TITLED = rf"(?:{any_of(TITLES)})"
# Words that open the next clause or heading, not a further part of a name.
_NO_NAME = (
    r"(?!(?i:resolved|seconded|proposed|moved|carried|agreed|approved|reply|adopted|unanimous\w*|prop|resolution|proposer|seconder)\b|"
    r"(?:The|And|This|That|All|It|After|On|In|At|For|With|To|We|He|She|They|There|Members|Matters|Following|Action|Actions|Vote|Votes|"
    r"Motion|Payments?|Statement|Minutes|Notice|Apologies|Report|Signed|Date|Dated|Mayor|Question|Item|As|Is|A|I|By|Also|Then|"
    rf"However|Clerk|Council|None|No|Any|AOB|Planning|Finance|Correspondence|RESOLVED)\b|{_TITLED}\s)"
)
_CAPITAL = rf"{_NO_NAME}[A-ZÀ-Þ][\w’'`À-ÿ-]*"
_WORD = rf"{_NO_NAME}(?:[A-ZÀ-Þ][\w’'`À-ÿ-]+)"
_PARTICLE = r"(?:de|van|von|der|la|du|ap|ab|Mac|Mc|Ó|O|6|Ní|Nic|Uí|Ui)(?=\s+[A-Z])"
_INITIALS = r"(?:(?:[A-Z]\.[ ]?){1,3}|[A-Z][ ](?=[A-Z][\w’'-]))"
_SPACE = r"(?:[ \t]+|[ \t]*\n\s*(?=\([A-Z]|[A-Z][\w’'-]+\s*(?:[,;.)]|(?:and|seconded|proposed|that|was)\b)))"
_INNER = rf"(?:{_SPACE}(?:{_INITIALS}(?=[A-Z])|{_PARTICLE}|{_WORD}))"
_BRACKET = r"(?:\s*\([A-Z][a-z]?\))?"
_FULL = rf"(?:{_INITIALS})?(?:{_PARTICLE}\s+)?{_CAPITAL}{_INNER}{{0,3}}{_BRACKET}"
_OFFICE = (
    r"(?:[Tt]he\s+)?(?:(?:Vice|Deputy|Leas)[- ])?(?:Chair(?:man|person|woman)?|Mayor|Chathaoirleach|Cathaoirleach|"
    r"Leader(?:\s+of\s+the\s+Council)?|Secretary|Treasurer|Provost|Convener|President)"
)
# Bodies propose in reports, members in minutes: "Kelder County Council proposed", "Environmental Services Proposed Addition".
_NO_BODY = (
    r"(?!(?:[A-Z][\w’'&-]*\s+){0,3}(?:Council|Councillors|Committee|Group|Party|Trust|Association|Board|Services?|Government|Minister|"
    r"Department|Highways|Road|Lane|Street|Hall|Club|Company|Limited|Ltd|Plan|Scheme|Meeting|Village|Parish|Borough|County|City|"
    r"Police|Amendment|Authority|Agency|Team|Office|Directorate|Section|District|Ireland|England|Panel|Partnership|Centre|Park)\b)"
)
_CODE = rf"(?<![Tt]he )(?:[A-Z]{{2,4}}[a-z]{{0,2}}|[A-Z]{{1,2}}Mc[A-Z][a-z]?)\b(?!\s+{_WORD})"
NAME = (
    rf"(?:{_TITLED}(?:\s+{_TITLED})*\s+{_FULL}"
    rf"|{_OFFICE}\b(?:(?:,\s+|[ ]+){_TITLED}(?:\s+{_TITLED})*\s+{_FULL})?"
    rf"|(?:[A-Z]\.[ ]?){{1,3}}{_CAPITAL}{_INNER}{{0,2}}"
    rf"|{_CODE}|{_NO_BODY}{_WORD}(?:{_SPACE}(?:{_INITIALS}(?=[A-Z])|{_PARTICLE}|{_WORD})){{1,3}}{_BRACKET})"
)
"""A printed name: with its title, an office, initials, a community councillor's letters, or two capitalised words."""

# Between "proposed by" and "seconded by" a surname alone is a name too: "moved Bell, seconded B Fox".
_LOOSE = rf"(?:{NAME}|[A-Z][ ]{_WORD}|{_WORD}\b)"
_SURE = (
    rf"(?:{_TITLED}(?:\s+{_TITLED})*\s+{_FULL}|{_OFFICE}\b|(?:[A-Z]\.[ ]?){{1,3}}{_CAPITAL}|"
    rf"{_CODE}(?=\s*(?:[,;.)/]|$|\n|2nd|seconded)))"
)
_MOVED = r"(?i:\b(?:proposed|moved|proposer|mover|prop)\b\.?(?:\s+(?:for|as)\s+[\w ]{2,40}?)?(?:\s+by\b)?\s*[:–-]?\s*)"
_SECOND = r"(?i:(?:\bseconded|\bseconder|2nd|2nded|\bsec)\b\.?(?:\s+by\b)?\s*[:–-]?\s*)"
_THEN = r"\s*[,;.:/|]*\s*(?:(?i:and|also|it\s+was|was|this\s+was|which\s+was|duly)\s+)*"
_OF = r"(?i:\bon\s+(?:the\s+)?(?:proposal|proposition|motion)\s+(?:of|by))"
_HOW = r"(?i:(?:then|also|formally|further|subsequently|again|therefore|duly)\s+)*"
_WITHIN = r"(?:(?!\b(?:proposed|moved)\b)(?:[^.]|(?<=llr)\.|(?<=lrs)\.|(?<=Mr)\.|(?<=Mrs)\.|\.(?=\d)))"
_SPEAKS = re.compile(
    r"\b(?:propos(?:ed|er|al|ition|ing)|moved|mover|motion|second(?:ed|er|ing)|2nd|2nded|sec|prop|molta|cynigiwyd|submitted)\b|"
    r"^[ \t]*\(?(?:councillors|cllrs?\.?|crs?\.?)[ \t][^\n/]{1,40}/",
    re.IGNORECASE | re.MULTILINE,
)
_VERB = re.compile(r"\b(?:proposed|moved|seconded)\b", re.IGNORECASE)
_BEGINS = re.compile(r"\b(?=[A-ZÀ-Þ]|the\s)")
_NAME_FIRST = (rf"(?P<mover>{NAME})", rf"(?P<seconder>{NAME})")
_LONGEST = 100
"""Characters of a name, with titles and "formally", before its verb."""
_AROUND = 420
"""Characters around a word of moving in which its names stand: a motion's words may part mover and seconder."""
_MOVES = r"(?:proposed|moved(?!\s+(?:on|to|from|away|into|house|forward|up|in|out|back|the\s+meeting)\b))"
_BOTH = (
    re.compile(  # a nomination: "Mrs Hale proposed Mrs T Ford, seconded by Mrs Pell"
        rf"(?P<mover>{NAME})\s+{_HOW}(?:proposed|moved)\s+(?:that\s+)?{NAME}{_WITHIN}{{0,120}}?\bseconded\s+(?:by\s+)?(?P<seconder>{NAME})"
    ),
    re.compile(rf"{_OF}\s+(?P<mover>{NAME})\s*[,;]?\s*(?i:and\s+)?(?i:seconded\s+by|and)\s+(?P<seconder>{NAME})"),
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
        rf"^[ \t]*\(?(?:(?:Councillors|Cllrs?\.?|Crs?\.?)[ \t]+)(?P<mover>{_CAPITAL}(?:[ \t]+{_WORD})?)[ \t]*/[ \t]*"
        rf"(?:{_TITLED}[ \t]+)?"
        rf"(?P<seconder>{_CAPITAL}(?:[ \t]+{_WORD})?)\)?[ \t]*$",
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
        rf"(?P<mover>{NAME})[’']s?\s+(?i:proposal|motion|amendment|proposition)\s+(?:was\s+)?(?i:seconded\s+by)\s+(?P<seconder>{NAME})"
    ),
    re.compile(rf"(?P<mover>{NAME}),?\s+(?i:seconded\s+by)\s+(?P<seconder>{NAME}),?\s+(?i:proposed|moved)\b"),
    re.compile(
        rf"(?P<mover>{NAME})\s+{_HOW}(?:{_MOVES}|Proposed|Moved)\b{_WITHIN}{{0,220}}?(?:[,;]?\s+(?i:and\s+)?(?i:(?:this\s+|"
        rf"it\s+|which\s+)?(?:was\s+)?seconded(?:\s+by)?)|[.”\"]\s+(?:(?:This|It|The\s+(?:[Mm]otion|[Pp]roposal|[Aa]mendment))\s+was\s+seconded\s+by|"
        rf"Seconded(?:\s+by)?))\s+(?P<seconder>{NAME})"
    ),
    re.compile(
        rf"(?P<mover>{NAME})\s+{_HOW}{_MOVES}\b{_WITHIN}{{0,220}}?(?:\s(?i:and)|[,;:–-])\s+(?P<seconder>{NAME})\s+(?i:seconded)\b"
    ),
    re.compile(
        rf"\b(?i:(?:proposed|moved)\s+by)\s+(?P<mover>{NAME}){_WITHIN}{{0,160}}?\b(?i:seconded\s+by)\s+(?P<seconder>{NAME})"
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
    re.compile(r"\b(?i:proposed|moved)\s+(?i:from)\s+(?P<mover>the\s+(?:Chair|chair))\b"),
    re.compile(rf"(?P<mover>{NAME})\s+{_HOW}{_MOVES}\b(?!\s+(?:and|&)\s+(?:was\s+)?(?:seconded|co-opted|elected))"),
    re.compile(  # "Councillor Hale queried the cost and instead proposed that …"
        rf"(?P<mover>{_SURE})\s+(?!and\b|,)(?:(?!\b(?:Councillors?|Cllrs?|who|which|proposed|moved)\b)[^.;:]){{5,160}}?\band\s+"
        r"(?:instead\s+|then\s+|also\s+|therefore\s+)?proposed\s+(?:that|an\b|to\b|the\b)"
    ),
)
_SECONDER = (
    re.compile(rf"\b(?i:seconded\s+by:?|in\s+seconding\b(?:\s+(?:the|this|his|her|their)\s+\w+\b)?[^,.]{{0,50}}?,?)\s+(?P<seconder>{NAME}(?:\s+and\s+{NAME}(?=\s*[;.\n]))?)"),
    re.compile(rf"\b(?i:seconded|seconder|2nd)\b\.?\s*(?::|[–-](?=\s))\s*(?P<seconder>{NAME})"),
    re.compile(rf"\b(?:Seconded|Seconder|2nd)\s+(?P<seconder>{_SURE})"),
    re.compile(rf"(?P<seconder>{NAME})\s+{_HOW}(?i:seconded)\b(?!\s+by\b)"),
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
    stretches = _stretches(text, start, len(text) if end is None else end)
    for pattern in (*_BOTH, *_MOVER, *_SECONDER):
        for match in (match for begin, stop in stretches for match in _matches(pattern, text, begin, stop)):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(_movers(match))
    return sorted(found, key=lambda one: one.start)


def _matches(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where a pattern stands. One that begins with a name is tried only at capitals just before its verb: names cost time."""
    if not pattern.pattern.startswith(_NAME_FIRST):
        yield from pattern.finditer(text, start, end)
        return
    tried = start
    for verb in _VERB.finditer(text, start, end):
        for capital in _BEGINS.finditer(text, max(tried, verb.start() - _LONGEST), verb.start()):
            match = pattern.match(text, capital.start(), end)
            if match:
                yield match
                tried = match.end()
                break


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
