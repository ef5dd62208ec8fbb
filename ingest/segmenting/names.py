"""Which names stand in this list?

Takes a stretch of a list of members, gives each name as printed, without "Councillor". Knows names with initials before or after
("B. Collins", "Collins (M)"), Irish and Welsh particles (Ó, Uí, Ní, ap), both apostrophes, hyphens, "the Mayor, Councillor X".
A list with any part that is no name gives no names at all: half a list would say that the others did not vote.
"""

from __future__ import annotations

import re

from ingest.segmenting.wording import TITLES
from ingest.segmenting.wording import any_of

_PARTICLE = r"(?:de|van|von|der|den|la|le|du|bin|ap|ab|ferch|y|Ó|O|6|Ní|Nic|Uí|Ui|Mac|Mc|Fitz|St\.?|Cmhlr\.?|Mrs?\.?|Ms\.?|Dr\.?)"
_WORD = r"(?!(?:AGAINST|FOR|ABST\w+|Against|For|Abst\w+)\b)[A-ZÀ-Þ](?:\.(?:[A-Z]\.)*|[\w’'`À-ÿ-]*)"
_BRACKET = r"\([A-Z][\w. ’'-]{0,20}\)"
_ONE_NAME = rf"(?:{_PARTICLE}\s+)?{_WORD}(?:\s+(?:{_PARTICLE}|{_WORD}))*(?:\s*{_BRACKET})?"
_A_NAME = re.compile(rf"(?:{_ONE_NAME})(?:\s+{_WORD})?")
_LONGEST_NAME = 6
_TITLED = (
    rf"(?:(?:(?:County|Borough|District|City|Town|Parish|Community)\s+)?(?:{any_of(TITLES)}|Aldermen)|Deputy\s+Mayor|"
    r"(?:The\s+)?(?:Lord\s+)?Mayor,?|Members?|Supt)"
)
_TITLE = re.compile(
    r"(?:(?:the\s+)?(?:(?:county|borough|district|city|town|parish|community)\s+)?"
    r"(?:Councillors?|Councilors?|Cllrs?\.?|Clirs?\.?|Crs?\.?|Members?|Aldermen|Alderman)(?:\s+|$|:\s*))+",
    re.IGNORECASE,
)
_OPENS = re.compile(rf"\W{{0,3}}{_TITLED}(?=\s|$)")
_OFFICE = re.compile(
    r"(?:the\s+)?(?:lord\s+)?(?:deputy\s+)?(?:mayor|chair\w*|cathaoirleach|leas-chathaoirleach|provost|convener)$", re.IGNORECASE
)
_PARTED = re.compile(r"\s*(?:,|;|\band\b|&|\|)\s*|(?<=\))\s*(?=[A-ZÀ-Þ][a-zà-ÿ’'])")
# Words that open a line below a list and look like a name there.
_NO_NAMES = re.compile(
    r"\b(?:recorded|votes?|resolved|resolution|resolutions|item|items|minutes|motion|amendment|meeting|reply|signed|dated?|adopted|carried|"
    r"lost|defeated|administrator|council|committee|section|part|chapter|page|notice|question|report|the\s+following|action|"
    r"district|city|county|limited|proposed|seconded|following|corporate|headquarters|agreed|noted|decision|reason|reasons|total|"
    r"information|january|february|march|april|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_BROKEN = re.compile(rf"(?:,|;|\band|&|\b{_PARTICLE}|\bCmhlr\.?|\b[A-Z]\.?|\bCouncillors?|\bCllrs?\.?)$")
LIST_OF_NAMES = (
    rf"(?:{_TITLED}\s+)+{_ONE_NAME}(?:\s*,\s*(?:and\s+)?(?:{_TITLED}\s+)*{_ONE_NAME})*(?:\s+and\s+(?:{_TITLED}\s+)*{_ONE_NAME})?"
)
"""Members named in a sentence: the first with a title."""
TITLED_OPENING = rf"\b{_TITLED}(?=\s)"
"""Where such a list can begin."""


def opens_with_title(line: str) -> bool:
    """Whether a line begins with "Councillor", "Cllrs." or another title."""
    return bool(_OPENS.match(line))


def is_title(words: str) -> bool:
    """Whether these words are a title or an office and no name: "Councillors" above a column, "Mayor" above the mayor's name."""
    return bool(_TITLE.fullmatch(words.strip()) or _OFFICE.fullmatch(words.strip()))


def is_broken(line: str) -> bool:
    """Whether a list cannot end here: at a comma, "and", an initial or a particle ("Seán Mac")."""
    return bool(_BROKEN.search(line))


def names_in(line: str) -> list[str]:
    """Return the names of a list, or none where any part of it is no name."""
    folded = re.sub(r"\s+", " ", line).strip(" .;:*|")
    parts = [part.strip(" .*") for part in _PARTED.split(folded)]
    parts = [part for part in parts if part]
    bare = [_TITLE.sub("", part).strip() for part in parts]
    names = [name for place, name in enumerate(bare) if name and not _before_its_name(name, parts[place + 1 :])]
    return names if all(_is_name(name) for name in names) else []


def _before_its_name(name: str, following: list[str]) -> bool:
    """An office told before the name of who holds it: "the Mayor, Councillor Quilty"."""
    return bool(_OFFICE.fullmatch(name)) and bool(following) and opens_with_title(following[0])


def _is_name(name: str) -> bool:
    if _OFFICE.fullmatch(name):
        return True
    return bool(_A_NAME.fullmatch(name)) and len(name.split()) <= _LONGEST_NAME and not _NO_NAMES.search(name)


def join_line(joined: str, line: str) -> str:
    """Join a further line of names: a name broken by the line end needs no comma, one name a line needs one.

    "Keary, Kiely / Mitchell, Murphy" lost its comma at the line end; "Mary Keary, Joan / Kiely, …" broke a name. Which it is shows
    in the names before: surnames alone, or two words each.
    """
    if not joined or not line:
        return joined or line
    broken = _BROKEN.search(joined) or line.startswith(("(", "and ", ",", "& "))
    if broken or ("," in joined and not opens_with_title(line) and _two_words_each(joined)):
        return f"{joined} {line}"
    return f"{joined}, {line}"


def _two_words_each(joined: str) -> bool:
    names = [part.split("(")[0].split() for part in names_in(joined)[:-1]]
    return bool(names) and len(names[-1]) > 1 and 2 * sum(len(name) > 1 for name in names) > len(names)
