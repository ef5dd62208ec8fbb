"""What does a body's name look like in print?

Takes text, gives where a name of a council, committee or meeting stands, and the name without its line ends and capitals. Knows
the words that end such a name ("Council", "Strategic Policy Committee", "Parish Meeting") or begin it ("Municipal District of",
"Cyngor Cymuned"), and the words beside it that are not of it ("Annual", "Minutes of").
"""

from __future__ import annotations

import re

# Words that stand beside a name in capitals and are not of it: "LIMERICK CITY AND COUNTY COUNCIL HELD IN".
_NOT_OF_NAME = (
    r"(?!(?i:held|introduction|chamber|members?|minutes?|\w*meetings?|present|apologies|in|the|at|a|an|from|to|by|public|cancell?ed|"
    r"chair\w*|mayor|leader|councillors?|cllrs?|officers?|proceedings|agenda|notes|draft|record|report|clerk|agm|date|venue|time|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|so)\b)"
)
_WORD = rf"{_NOT_OF_NAME}[A-ZÀ-Þ][\w’'&.À-ÿ-]*"
_LINK = r"(?:and|of|the|for|with|in|on|by|under|upon|le|la|de|next|near|cum|y|yr|ar|a|AND|OF|THE|FOR|WITH|IN|ON|&|/|-|–)"
_NOUN = (
    r"(?i:sub[-\s]?committee|committee|cabinet|panel|board|assembly|council|commission|forum|authority|spc|partnership|"
    r"(?:working|task|steering|liaison|advisory|user)\s+(?:group|party)|task\s+and\s+finish\s+group|resident[’']?s[’']?\s+association|"
    r"(?:annual\s+)?parish\s+(?:annual\s+)?meeting|liaison(?=\s+(?:meeting|minutes)))"
)
# "Northwold PC - November Meeting": the short form stands for a name where no other is printed.
_SHORT = r"(?:PC|TC|CC)(?=\W+(?:\w+\W+)?(?i:minutes|meeting|agm|annual|notes|mtg)\b)"
_UNDER = r"(?:[ \t]+(?i:sub[-\s]?committee|committee|panel|working\s+group|working\s+party))?"
_ON = rf"(?:(?<=(?i:council))|(?<=(?i:committee)))(?:\s+(?i:on|for)\s+{_WORD}(?:\s+(?:and\s+|AND\s+)?{_WORD}){{0,3}})"
_ADVISORY = rf"(?:{_WORD}\s+){{0,4}}?(?i:advisory|consultative|select|scrutiny)\s+(?i:council|committee){_ON}"
_DASH = r"[-–‐‑/_]"
_PLACE = rf"{_NOT_OF_NAME}[A-ZÀ-Þ][\w’'À-ÿ]*(?:\s*{_DASH}\s*[A-ZÀ-Þ][\w’'À-ÿ]*|\s+(?i:city|west|east|north|south)\b)*"
_POLICING = (
    rf"(?:[ \t]+{_NOT_OF_NAME}(?!(?i:council|committee|joint|jpc|city)\b)[A-ZÀ-Þ][\w’'À-ÿ]+){{0,2}}"
    r"(?:\s+(?i:(?:joint\s+policing|jpc)\s+(?:sub[-\s]?)?committee))?"
)
# Limerick prints the kind first: "Municipal District of Newcastle West"; so do London boroughs and Welsh councils.
_DISTRICT = rf"(?i:municipal|metropolitan|electoral)\s+(?i:district)\s+(?i:of)\s+{_PLACE}{_POLICING}"
_DISTRICT_PLACE = rf"(?i:municipal)\s+(?i:district)\s+(?!(?i:of)\b)[A-ZÀ-Þ]\w*\s?{_DASH}\s?[A-ZÀ-Þ]\w*{_POLICING}"
_BOROUGH = (
    r"(?i:(?:london|royal)\s+borough\s+of)\s+[A-ZÀ-Þ][\w’'-]*(?:\s+(?i:upon|and|&)\s+[A-ZÀ-Þ][\w’'-]*|"
    r"\s+(?i:hamlets|forest)\b)*"
)
_CYNGOR = rf"(?i:[cg]yngor|chyngor)\s+(?i:cymuned(?:ol)?|tref|sir|dinas|bro|plwyf)\s+{_PLACE}(?:\s+{_WORD})?"
NAME = re.compile(
    rf"(?<![\w’'])(?:{_DISTRICT}|{_DISTRICT_PLACE}|{_CYNGOR}|{_BOROUGH}|{_ADVISORY}|"
    rf"(?:{_WORD},?\s+(?:{_LINK}\s+){{0,2}}){{0,12}}?(?:{_NOUN}|{_SHORT})\b{_UNDER}"
    rf"(?!\s+(?i:members?|meetings|present|houses?|housing|dwellings?|land|offices?|chamber|tax|house|hall|buildings?|room|website)\b))"
)
"""A body's name: up to twelve words in capitals, or small words between them, and the word that says what kind of body it is."""

_SITTING = r"annual|extraordinary|ordinary|monthly|quarterly|adjourned|statutory|virtual|inaugural"
_LEAD_IN = re.compile(
    rf"(?:(?:draft|the|of|for|to|at|and|on|in|a|{_SITTING}|full(?=\s+\S+\s+\S)|special(?!\s+(?:educat|needs?|purpose|project|school))|"
    r"(?-i:OF|Of)(?=[A-EG-Z][a-zA-Z]{3})|first|final|approved|confirmed|unconfirmed|limited|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:\s+|(?<=(?-i:O)[Ff]))|[-–&/\s]+)+",
    re.IGNORECASE,
)
_SMALL = frozenset({"of", "and", "the", "for", "in", "with", "on", "upon", "by", "under", "le", "la", "de", "cum", "y", "yr"})
_WITHIN = re.compile(r"\b(?:annual(?:\s+general)?|extraordinary)\s+(?=(?:parish|town|community|council)\b)", re.IGNORECASE)
_AFTER_PARISH = re.compile(r"\b(parish)\s+(?:annual)\s+(?=(?:council|meeting)\b)", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?:\W*\b(?:annual|general|full|parish|town|county|city|community|district|borough|joint|local|the|and|&|of|strategic|policy|spc|"
    r"council|parish\s+meeting|committee|sub-?committee|meeting|board|panel|forum|partnership|authority|assembly|commission|working|"
    r"steering|group|party)\b)+\W*",
    re.IGNORECASE,
)


def without_lead_in(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a name stands without the words before it that tell the kind of sitting ("Annual", "Draft", "Full")."""
    lead = _LEAD_IN.match(text, start, end)
    return (lead.end(), end) if lead and lead.end() < end else (start, end)


def is_generic(name: str) -> bool:
    """Return whether a name does not tell a body from others of its kind: "Parish Council"."""
    if name.strip().lower() in {"cabinet", "executive"}:
        return False
    return " " not in name.strip() or bool(_GENERIC.fullmatch(name))


def is_short(name: str) -> bool:
    """Return whether a name ends in an abbreviation of its kind: "Northwold PC"."""
    return bool(re.search(r"\b(?:PC|TC|CC)$", name))


def own_words(name: str) -> str:
    """Return a name without the words at its end that say what kind of body it is: "Aldmoor" of "Aldmoor Parish Council"."""
    return re.sub(
        r"(?:\s+(?:parish|town|community|city|county|district|borough|council|meeting|and|&))+$", "", name, flags=re.IGNORECASE
    )


def tidy_name(words: str) -> str:
    """Fold a printed name's white space, join words parted at a line end, lower its capitals where all are, drop "Annual" in it."""
    name = re.sub(rf"\s*{_DASH}\s*(?=\S)", _dash, re.sub(r"[\s_]+", " ", words)).strip(" ,.-–")
    name = re.sub(r"^(\w+) (?=\1\b)", "", name)  # a title printed over itself: "AYTON AYTON COMMUNITY COUNCIL"
    name = _AFTER_PARISH.sub(r"\1 ", _WITHIN.sub("", name))
    if not name.isupper():
        return name
    return re.sub(r"[^\s-]+", lambda word: word[0] if word[0] == word[0].lower() else _lowered(word[0]), name)


def _dash(found: re.Match[str]) -> str:
    return "/" if "/" in found[0] else "-"


def _lowered(word: str) -> str:
    if re.fullmatch(r"(?!ST$|DR$|MR$|MRS$)[B-DF-HJ-NP-TV-Z]{2,4}", word):
        return word  # initials: "SPC", "PC"
    return word.lower() if word.lower() in _SMALL else word.capitalize()
