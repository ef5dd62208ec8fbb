"""Who declared an interest, in what, and did they leave?

Takes the sentences of an item, gives declarations of interest with the name, the kind and the matter as printed. Reads
"Councillor Vane declared a pecuniary interest in item 6 and left the meeting", "An interest was declared by ..." and, under a
heading of declarations, "Mrs Vane in respect of the planning application". A register kept, a form signed, an invitation to
declare and "none" are no declarations. Taking no part is not leaving; whether a member who only offered to leave did so is
unclear (Localism Act 2011, section 31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence

from index.records import Interest
from index.records import Left
from index.sentences import Sentence
from index.sources import SourceSpan
from ingest.segmenting.people import NAMED
from ingest.segmenting.people import names_among
from ingest.segmenting.running import RunningText

_KIND = (
    r"(?:(?:a|an|any|the|his|her|their|both)\s+)?(?:\(?\s*(?P<kind>(?:(?:non|not|other|and|or|disclosable|pecuniary|personal|"
    r"prejudicial|registrable|non-registrable|registerable|non-pecuniary|financial|beneficial|direct|indirect|declarable|"
    r"significant|possible|potential|dpi|ordinary|code|sensitive|close|family|professional|conflict\s+of|"
    r"predetermination)[\s/,-]*)+)\)?\s*)?"
    r"interests?\b"
)
# Atomic: a list of fifty names that is no declaration must not be tried from every name anew (Ayton, 2019).
_NAMES = rf"(?<![\w’'])(?P<names>(?>{NAMED})(?>\s*(?:,|,?\s*\band\b|&)\s*{NAMED})*+)(?![\w’'-])"
_DECLARED = (
    re.compile(
        rf"{_NAMES}(?:\s*\([^)]{{1,40}}\))?,?\s+(?i:(?:also|then|both|each|all|had|has|having|again)\s+)*"
        rf"(?i:declared|declares|declaring|disclosed|registered|wished\s+to\s+declare)\s+(?i:{_KIND})"
    ),
    re.compile(
        rf"(?i:{_KIND})\s+(?i:(?:was|were|had\s+been|has\s+been)\s+)?(?i:declared|made|received|disclosed|registered)\s+(?i:by|"
        rf"from)\s*:?\s*{_NAMES}"
    ),
    re.compile(
        rf"(?i:declarations?\s+(?:of\s+{_KIND}\s+)?(?:was|were|had\s+been)\s+(?:made|received)\s+(?:by|from))\s*:?\s*{_NAMES}"
    ),
)
_QUICK = re.compile(
    r"\b(?:declar|disclos|register)\w*\b[^.]{0,140}\binterest|\binterest\w*\b[^.]{0,60}\b(?:declar|disclos|register)", re.IGNORECASE
)
_NOT_ONE = re.compile(
    r"\b(?:no|none|nil|(?:did|had|has|have)\s+not)\s+(?:\w+\s+){0,3}(?:declar|interest|disclos)|\bwhether\b|\bif\s+any|\bshould\s+declare|"
    r"\bmust\s+declare|\bneed\w*\s+to\s+declare|"
    r"\binvited\b|\binterest\s+in\s+(?:being|becoming|joining|taking|attending|helping|purchas\w+|buying|the\s+post)|"
    r"\bdeclared\s+an\s+interest\s+to\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\bdeclarations?\b[^\n]{0,30}\binterests?\b|\binterests?\b[^\n]{0,20}\bdeclarations?\b|\bdatganiadau\b", re.IGNORECASE
)
_IN = (
    r"(?:in\s+(?:respect|relation|regard|connection)\s+(?:of|to|with)|with\s+(?:regard|respect)\s+to|regarding|concerning|"
    r"relating\s+to|due\s+to|re\b:?|on|in|as|for|with|under)"
)
_UNDER_HEADING = re.compile(
    rf"(?:^|[;:]\s|\band\s)[^\w\n]*{_NAMES}\s*(?:(?i:declared|declares)\s+)?(?::|[–-]|,)?\s*(?P<rest>(?i:{_IN}|items?|"
    rf"agenda\s+items?|minutes?)\b[^\n;]*?)(?=$|[\n;]|\s+and\s+{NAMED}\s+(?:regarding|in\s+re|declared))"
)
_MATTER = re.compile(rf"\s*(?:,|\(|:|[–-])?\s*(?:(?:also|both)\s+)?(?P<lead>{_IN})\s+(?P<matter>.+)", re.IGNORECASE | re.DOTALL)
# Where the matter ends and the sentence goes on: "in item 6 and left the meeting", "in this item and, in accordance with".
_MATTER_ENDS = re.compile(
    rf",?\s+and,?\s+(?:in\s+accordance\b|he\b|she\b|they\b|so\b|then\b|also\b|left\b|withdrew\b|took\b|did\b|would\b|will\b|"
    rf"was\b|were\b|has\b|had\b|spoke\b|said\b|says\b|told\b|gave\b|sat\b|stood\b|went\b|that\s+(?:he|she|they)\b|"
    rf"[a-z]+ed\b|{NAMED}\s+(?:declared|disclosed|regarding|in\s+(?:respect|relation)))|,?\s+and\s*$|,\s+(?:and\s+)?(?:left|"
    rf"withdrew|took|did|would|which|he|she|they|so|said|saying|stating|explaining|adding)\b|"
    r",?\s+(?:but|however)\b|\s*\(?\b(?:left|withdrew)\s+(?:the|from)\b|\.\s|\s*\n\s*\n"
)
_NO_MATTER = re.compile(r"(?:the\s+)?(?:accordance|line|compliance|this\s+point|(?:he|she|they|it)\b|behalf|full)\b", re.IGNORECASE)
_GONE = re.compile(
    r"\b(?:left|withdrew|retired|vacated|absented\s+(?:him|her|them)sel(?:f|ves)|leaving|withdrawing|"
    r"stepped\s+out)\b(?!\s+over)[^.;]{0,25}\b(?:meeting|room|chamber|item|table|proceedings|discussion)\b",
    re.IGNORECASE,
)
_STAYED = re.compile(
    r"\b(?:did\s+not\s+leave|remained\s+in|stayed\s+in|remained\s+(?:present|for)|not\s+required\s+to\s+leave|"
    r"dispensation\s+to\s+remain)\b",
    re.IGNORECASE,
)
_WOULD = re.compile(
    r"\b(?:would|will|to|offered\s+to|asked\s+to|intended\s+to|should|may|might|must)\s+(?:be\s+)?(?:leave|leaving|withdraw|"
    r"vacate|retire)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^\W*(?:and\s+)?(?:he|she|they|both|the\s+(?:member|councillor|chair\w*|mayor))\b", re.IGNORECASE)
_NEAR = 2
_MOST_MATTER = 200
_MOST_LISTED = 500
"""Characters of a line under the heading "Declarations of interest": what is longer is prose about something else."""


def read_interests(running: RunningText, found: Sequence[Sentence], title: str | None) -> tuple[Interest, ...]:
    """Return the interests declared in these sentences of an item with this title, in order."""
    under = bool(title and _HEADING.search(title))
    return tuple(
        interest for place, sentence in enumerate(found) for interest in _declared(running, found, place, sentence, under=under)
    )


def _declared(
    running: RunningText, found: Sequence[Sentence], place: int, sentence: Sentence, *, under: bool
) -> Iterator[Interest]:
    words = running.text[sentence.start : sentence.end]
    if not (under or _QUICK.search(words)) or _NOT_ONE.search(words):
        return
    matches = [match for pattern in _DECLARED for match in pattern.finditer(words)] if _QUICK.search(words) else []
    if not matches and under and len(words) <= _MOST_LISTED:
        matches = list(_UNDER_HEADING.finditer(words))
    taken: set[str] = set()
    for match in sorted(matches, key=lambda one: one.start()):
        rest = words[match.end() : _next_start(matches, match, len(words))] if "rest" not in match.re.groupindex else match["rest"]
        left, left_span = _left(running, found, place, match["names"], sentence.start + match.start())
        for name in names_among(match["names"]):
            if name not in taken:
                taken.add(name)
                kind = match["kind"] if "kind" in match.re.groupindex else None
                yield Interest(
                    name_as_printed=name,
                    spans=running.spans(sentence.start, sentence.end),
                    kind_as_printed=_kind(kind),
                    matter_as_printed=_matter(rest),
                    left=left,
                    left_span=left_span,
                )


def _next_start(matches: Sequence[re.Match[str]], match: re.Match[str], end: int) -> int:
    return min((other.start() for other in matches if other.start() >= match.end()), default=end)


def _matter(rest: str) -> str | None:
    """In what, as printed; a reason ("as she lives close by") and a law ("in accordance with") are no matter."""
    match = _MATTER.match(rest)
    if match and (match["lead"].lower() == "as" or _NO_MATTER.match(match["matter"])):
        return None
    words = match["matter"] if match else rest if re.match(r"\s*(?:agenda\s+)?(?:items?|minutes?)\b", rest, re.IGNORECASE) else ""
    end = _MATTER_ENDS.search(words)
    matter = _tidy(words[: end.start()] if end else words)
    return matter if matter and len(matter) <= _MOST_MATTER else None


def _left(running: RunningText, found: Sequence[Sentence], place: int, names: str, start: int) -> tuple[Left, SourceSpan | None]:
    """What the sentence, or the two behind it that speak of the same person, say of their leaving."""
    surname = names.rsplit(maxsplit=1)[-1]
    for number, sentence in enumerate(found[place : place + 1 + _NEAR]):
        begin = start if number == 0 else sentence.start
        words = running.text[begin : sentence.end]
        if number and not (_PRONOUN.match(words) or surname in words):
            continue
        for answer, pattern in ((Left.NO, _STAYED), (Left.UNCLEAR, _WOULD), (Left.YES, _GONE)):
            if match := pattern.search(words):
                return answer, running.span(begin + match.start(), begin + match.end())
    return Left.NOT_STATED, None


def _kind(words: str | None) -> str | None:
    kind = _tidy(words)
    return f"{kind} interest" if kind and kind.lower().endswith("conflict of") else kind


def _tidy(words: str | None) -> str | None:
    if not words:
        return None
    tidy = re.sub(r"\s+", " ", words).strip(" .,;:-–")
    return (
        tidy if tidy.count("(") == tidy.count(")") else tidy.strip("()") if tidy[:1] in "()" or "(" not in tidy else tidy
    ) or None
