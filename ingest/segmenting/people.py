"""Which people does a list name?

Takes running text from where a list of people begins, gives each name as printed with what stands behind it in brackets. Reads
names parted by commas, by line ends and by bullets, surnames behind one plural title ("Councillors Ashe, Birch (M) and Cole"), a
table of names and initials ("Ann Moor AM Bob Hale BH") and offices with the holder in brackets ("Engineer (Mr. P. Rowe)"). A list
ends where the next words are neither a name nor an office, so that prose behind it is never taken for people. Nothing is
completed or corrected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.segmenting.wording import TITLES
from ingest.segmenting.wording import any_of

LIST_LENGTH = 2000
"""Characters after which no list goes on: the longest seen, a county council's officials, has 1,400."""

_RANK = (
    r"(?:(?:County|Borough|District|Parish|City|Community|Town|Ward|Local|Lord|Vice|Deputy|Independent|Co-?opted)[-\s]+)*"
    rf"(?:{any_of(TITLES)}|Sir|Dame|Lady|Lord|Rev\.?|Revd\.?|Prof\.?|Professor|Reverend|Canon|Fr\.?|PC|PCSO|CPO|Sgt\.?|Sergeant|"
    r"Insp\.?|Inspector|Garda|Mayor|Member|Messrs\.?|Captain|Capt\.?|Major|Colonel|Lt\.?|M/s|Pastor)"
)
TITLED = rf"(?:{_RANK}(?:\s*(?:&|and|,)\s*(?=(?:Mr|Mrs|Ms|Miss|Dr)\b))?\s+)"
_PLURAL = re.compile(r"(?:\w+\s+)?(?:Councillors|Cllrs|Clirs|Messrs|Members)\.?\s*[:–-]?\s*")
_WORD = r"(?:[A-ZÀ-Þ][\w’'À-ÿ]*[a-zà-ÿ][\w’'À-ÿ]*(?:-[A-ZÀ-Þ][\w’'À-ÿ]*)*|[A-Z]{4,}(?:[’'-][A-Z]+)*\b|O[’']\s?[A-Z]\w+)"
_PARTICLE = r"(?:de|van|von|der|la|du|Mac|Mc|Ó|Ní|Uí|Nic|Ui|O)"
_INITIAL = r"(?:(?:[A-Z]\.[ ]?){1,3}|[A-Z]{1,2}(?=\s))"
_NOT_NAMES = (
    r"(?!(?:Police|Scotland|Council|Councillors?|Cllrs?|Community|Committee|Public|Members?|Clerk|Chair\w*|Vice\w*|Minutes?|"
    r"Apolog\w+|"
    r"Meeting|Village|Borough|County|District|Parish|Association|Group|None|Nil|No|The|Also|In|And|All|Present|Absent|"
    r"Attend\w+|Officers?|Officials?|Press|Secretary|Treasurer|Mayor|Deputy|Executive|Director|Manager|Engineer|Senior|Town|City|"
    r"Resolved|Declarations?|Interests?|Matters|Report\w*|Welcome|Date|Time|Venue|Held|From|Guests?|Residents?|Item|Items|"
    r"Circulated|Adoption|Planning|Proposed|Finance|It|This|There|Not|Received|Absence|Board|Trust|School|Fire|Rescue|"
    r"Service|Services|Department|Office|Administrator|An|As|At|On|Agenda|Action|Open|Forum|"
    r"Correspondence|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|July|"
    r"September|October|November|December|He|She|They|His|Her|Their|We|Mr|Mrs|Ms|Miss|Dr|Committees?|Representatives?|Speaker|"
    r"Signed|Draft|Approved|Minute|Public|Quorum|Substitutes?|Both|To|For|Of|With|Being|Absentees?|Cathaoirleach)\b)"
)
_TOKEN = rf"{_NOT_NAMES}(?![A-Z]{{2,3}}[a-z]?\b){_WORD}"
_SUFFIX = r"(?:\s*\([A-Z][a-z]{0,2}\.?\)(?!\w))?"  # two members of one surname: "Collins (M)", "Ryan (Jn)"
# A line end parts the words of a name only before its last one, so that no heading above runs into it.
_STEP = (
    r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*(?=[A-Z][\w’'-]+[,)]?\s+(?:and|also|both|declared|disclosed|left|joined|withdrew|arrived|"
    r"agreed|to)\b))"
)
_WORDS = rf"(?:(?:[A-Z]\.?[ ]){{1,3}})?(?:{_PARTICLE}\s)?{_TOKEN}(?:{_STEP}(?:(?:[A-Z]\.?[ ]){{1,2}}|{_PARTICLE}\s)?{_TOKEN})"
_HOLDER = (
    r"(?:[Tt]he\s+)?(?:(?:Parish|Town|Assistant|Deputy|Vice|Acting|Interim|Temporary|Joint|Lord|Leas|Meetings)[-\s]+)*(?:Clerk|"
    r"Chair(?:man|person|woman)?|"
    r"Mayor|Cathaoirleach|"
    r"Chief\s+Executive|Secretary|Treasurer|Leader|Administrator|Convener)\b"
)
_LETTERS = r"(?:(?:[A-Z]\.?[ ]?){1,3}(?=[A-Z]))?"
NAMED = (
    rf"(?:(?:{_HOLDER},?\s+)?(?:{TITLED})+{_LETTERS}(?:{_PARTICLE}\s)?{_TOKEN}(?:{_STEP}{_TOKEN}){{0,2}}{_SUFFIX}|"
    rf"{_HOLDER}|{_WORDS}{{1,3}}{_SUFFIX}|(?<![\w.])[A-Z]{{2,3}}[a-z]?(?![\w’'.-])(?!\s+[A-Z][a-z]))"
)
"""A person in a sentence: with a title, by an office, with two names or more, or by initials."""
_OFFICE = re.compile(
    r"(?:the\s+)?(?:(?:acting|interim|temporary|joint|lord|deputy|vice|assistant|parish|town|council|borough|county|district|"
    r"community|city|senior|chief|"
    r"executive|ward|hon\.?|honorary|outgoing|minute|minutes|planning|meetings?|local|independent|responsible|financial|an|"
    r"leas|director|of|and|for|in|corporate|proper|portfolio|holder|retiring|elected|ex|past|co-?opted|web|footpath|tree)[-\s/]*)*"
    r"(?:chair(?:man|person|woman)?|clerk|mayor|councillors?|cllrs?\.?|secretary|treasurer|cathaoirleach|leader|officer|"
    r"manager|director|members?|president|administrator|warden|representative|convenor|convener|rfo|proper\s+officer|engineer|"
    r"taker|"
    r"executive|trustee|planner|accountant|solicitor|finance|resident|parishioners?|police(?:\s+scotland)?|council|mp|msp|mep|"
    r"td)\b",
    re.IGNORECASE,
)
_OFFICE_TAIL = re.compile(rf"(?:(?!\s{TITLED}[A-Z])[^,;:.\n()]){{0,60}}")
_CROWD = re.compile(
    r"(?:(?:together\s+)?with\s+|plus\s+|there\s+(?:were|was)\s+)?(?:approx\w*\.?\s+)?(?:\d+|a|an|one|two|three|four|five|six|"
    r"seven|eight|nine|"
    r"ten|eleven|twelve|several|some|no|other)\s+(?:other\s+)?(?:members?\s+of\s+(?:the\s+)?(?:public|press)|parishioners?|"
    r"residents?|"
    r"(?:local\s+)?electors|public|guests|visitors)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:[\s,;:&•*+\u2022\uf0b7|]|\.(?=\s+(?:Parish\s+|Town\s+)?Clerk\s*[:–-])|[-–—](?=\s)|\b(?:and|also|along\s+with|"
    r"together\s+with|with|plus|from)\b(?=\s))*"
)
_BRACKET = re.compile(r"\s*[({\[](?P<words>[^()\[\]{}]{1,90})[)}\]]")
_CODE = re.compile(r"[^\S\n]+(?P<code>[A-Z]{2,3}[a-z]?[A-Z]?)\b(?=[^\S\n]*(?:$|\n|[^\S\n]|,))")
_AFTER_NAME = re.compile(r"[^\S\n]*(?:,?[^\S\n]*\b(?:M[SE]?P|OBE|MBE|CBE|JP|QC|KC|TD|BEM|DL|MLA|AM|MS)\b\.?)+")
_HELD = re.compile(rf"\(\s*(?P<name>(?:{TITLED})(?:{_INITIAL}[ ]?)*(?:{_PARTICLE}\s+)?{_WORD}(?:\s+{_WORD}){{0,3}})\s*,?\)")
_HELD_NEXT = re.compile(rf"\s*{_HELD.pattern}")
_IN_THE_CHAIR = re.compile(r"\(?(?:in\s+the\s+chair|presiding)\b(?!\s*:)\)?", re.IGNORECASE)
# Behind the office in the chair and its holder come the members: then the list is one of names, not of offices. Only members'
# own titles say so: in Limerick's lists of officials "Deputy Chief Fire Officer" follows a holder.
_MEMBERS_FOLLOW = re.compile(
    r"[\s,;:]*(?:\(?(?:[Ii]n\s+the\s+[Cc]hair|presiding)\)?)?[\s,;:]*(?:(?:and|with|together\s+with)\s+)?(?:Councillors?|Cllrs?\.?)"
    r"\s+[A-ZÀ-Þ]"
)
_ANOTHER_ROLE = re.compile(
    r"(?:the\s+)?(?:minutes?\b[^\n,;]{0,12}\b(?:taker|secretary|clerk)|in\s+the\s+chair)\b\s*:", re.IGNORECASE
)
_ENDS = re.compile(r"\.(?=\s|$)(?!\s+(?:Parish\s+|Town\s+)?Clerk\s*[:–-])")
_DASHED = re.compile(r"[^\S\n]*[–—:-]+[^\S\n]*(?=\S)")
_SHOUTED = re.compile(r"(?<=[a-z])\s+[A-Z]{4,}\b")
_FEW_LETTERS = 14
_LONG_LINE = 45
_LINES_TO_JUDGE = 6
_LINES_TO_SAY = 3


@dataclass(frozen=True, slots=True)
class Person:
    """A name as printed, where it stands, and the words in brackets behind it."""

    start: int
    end: int
    name: str
    remark: str | None = None
    remark_end: int = 0


def people_listed(text: str, start: int, end: int) -> tuple[Person, ...]:
    """Return the people of the list that begins at `start`; none where the words there are no list of people."""
    limit = min(end, start + LIST_LENGTH)
    held = _office_holders(text, start, limit)
    return held or tuple(_listed(text, start, limit))


def names_someone(name: str) -> bool:
    """Whether words that look like a name are one: not a heading run into it ("Planning Pam Oake") nor an organisation."""
    words = re.sub(rf"^(?:{TITLED})+", "", name + " ").split()
    office = _OFFICE.match(name)
    return bool(office) or (bool(words) and all(re.match(rf"{_NOT_NAMES}(?!Event|Management)\S", word) for word in words))


def names_among(words: str) -> tuple[str, ...]:
    """Return the people whom a sentence names together: "Cllrs Moor and Bob Hale" are two."""
    listed = [person.name for person in people_listed(words, 0, len(words))]
    each = [re.sub(r"\s+", " ", match.group()).strip(" .,") for match in re.finditer(NAMED, words)]
    return tuple(name for name in (listed if len(listed) >= len(each) else each) if names_someone(name))


def _office_holders(text: str, start: int, end: int) -> tuple[Person, ...]:
    """People in brackets behind their offices; only where an office comes first, up to the full stop behind the last bracket."""
    first = _HELD.search(text, start, min(end, start + 160))
    if first is None or not _OFFICE.search(text, start, first.start()) or _MEMBERS_FOLLOW.match(text, first.end(), end):
        return ()
    close = re.compile(r"\)\s*\.(?=\s|$)|\.\s*\n\s*\n(?!\s*\()").search(text, start, end)
    stop = close.end() if close else first.end()
    return tuple(_person(text, *match.span("name")) for match in _HELD.finditer(text, start, stop))


def _listed(text: str, start: int, end: int) -> Iterator[Person]:
    gap = _name_gap(text, start, end)
    name = _name_pattern(gap)
    at, surnames = start, False
    while True:
        between = _BETWEEN.match(text, at, end)
        at = between.end() if between else at
        match = name.match(text, at, end)
        if match and (found := _accepted(text, match, surnames=surnames)):
            surnames = surnames or bool(_PLURAL.match(match["titles"] or ""))
            found, at = _with_remark(text, found, end)
            yield found
            if _ENDS.match(text, at):
                return
            continue
        skipped = _CROWD.match(text, at, end) or _IN_THE_CHAIR.match(text, at, end) or _office(text, at, end)
        if skipped is None or skipped.end() == at or _ANOTHER_ROLE.match(text, at, end):
            return
        at = skipped.end()
        holder = _HELD_NEXT.match(text, at, end)
        if holder:  # "The Mayor (Councillor Ashe) in the Chair, and Councillors Birch and Cole"
            yield _person(text, *holder.span("name"))
            at = holder.end()
        if _ENDS.match(text, at):
            return


def _office(text: str, at: int, end: int) -> re.Match[str] | None:
    office = _OFFICE.match(text, at, end)
    return _OFFICE_TAIL.match(text, office.end(), end) if office else None


def _name_gap(text: str, start: int, end: int) -> str:
    """What may part the words of a name: also a line end, where lines are wrapped (long) or hold one word each."""
    lines = [line.strip() for line in text[start:end].split("\n")]
    lines = [line for line in lines if line][:_LINES_TO_JUDGE]
    single = len(lines) >= _LINES_TO_SAY and all(" " not in line and len(line) <= _FEW_LETTERS * 2 for line in lines)
    wrapped = bool(lines) and len(lines[0]) >= _LONG_LINE and ("," in lines[0] or ";" in lines[0])
    return r"[^\S\n]*\n?[^\S\n]*\n?[^\S\n]*" if single or wrapped else r"[^\S\n]{1,2}"


def _name_pattern(gap: str) -> re.Pattern[str]:
    first = rf"(?:{_INITIAL}{gap})*(?:{_PARTICLE}{gap})?{_TOKEN}"
    later = rf"(?:[A-Z]\.?{gap}|{_PARTICLE}{gap})*{_TOKEN}"
    return re.compile(
        rf"(?P<titles>(?:{TITLED})*)(?P<body>{first}(?:{gap}{later}){{0,3}}|{_INITIAL}{gap}{_TOKEN})(?P<mark>{_SUFFIX})"
    )


def _accepted(text: str, match: re.Match[str], *, surnames: bool) -> Person | None:
    """A name of one word is one only behind a title, or in a list that began with a plural title."""
    words = re.findall(r"[\w’'À-ÿ.-]+", match["body"])
    if len(words) == 1 and not match["titles"] and not surnames and not match["mark"]:
        return None
    plural = _PLURAL.match(match["titles"] or "")
    start = match.start() + plural.end() if plural else match.start()
    end = match.end()
    if match["mark"] and len(words) != 1:
        end = match.end("body")
    shouted = _SHOUTED.search(text, start, end)  # a heading in capitals behind the last name: "John Vane MINUTES OF MAY"
    end = shouted.start() if shouted else end
    return _person(text, start, end)


def _with_remark(text: str, person: Person, end: int) -> tuple[Person, int]:
    """Pass what stands behind a name: letters, initials, a bracket, a dash with an office."""
    at, remark, remark_end = person.end, None, person.end
    for _ in range(3):
        for pattern in (_AFTER_NAME, _BRACKET, _CODE):
            match = pattern.match(text, at, end)
            if match and (pattern is not _CODE or _initials_of(person.name, match["code"])):
                at = match.end()
                if pattern is _BRACKET:
                    remark, remark_end = match["words"], match.end()
    dashed = _DASHED.match(text, at, end)
    if dashed and (office := _office(text, dashed.end(), end)):
        at = office.end()
    return Person(person.start, person.end, person.name, remark, remark_end), at


def _initials_of(name: str, code: str) -> bool:
    words = re.findall(r"[A-ZÀ-Þ][\w’'-]*", name)
    return any(code[0] == word[0] for word in words) and code[1].upper() in name.upper()


def _person(text: str, start: int, end: int) -> Person:
    words = text[start:end].rstrip()
    return Person(start, start + len(words), re.sub(r"\s+", " ", words).strip(" .,"))
