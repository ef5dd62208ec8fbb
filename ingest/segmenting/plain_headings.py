"""Which lines are headings though nothing numbers them?

Takes lines, gives headings told by their shape: capitals, a short line above its minute, words before a colon. A shape counts only
where a record uses it for business that every council has ("Apologies", "Matters arising"): then its other lines of that shape
are headings too. Never takes a name, a vote, a label ("Proposed by:") or a line of an address for one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.segmenting.business import is_usual_business
from ingest.segmenting.printed import PrintedLines
from ingest.segmenting.titles import VERB
from ingest.segmenting.wording import TITLES
from ingest.segmenting.wording import any_of


class Shape(StrEnum):
    """How a heading without a number is told from its minute."""

    CAPITALS = "FINANCE"
    COLON = "Finance: the accounts were noted."
    DASH = "Finance - the accounts were noted."
    LINE = "Finance"
    ENTRY = "- Finance. The accounts were noted."


@dataclass(frozen=True, slots=True)
class PlainHeading:
    """A heading without a number, and where its title stands."""

    start: int
    title: tuple[int, int]
    usual: bool


_NOT_A_HEADING = re.compile(
    rf"(?:attendance\s*(?::|$)|(?:members?\s+|those\s+|also\s+|councillors\s+)?(?:present|attending)\b|in\s+attendance|officials?\b|signed|cathaoirleach|"
    rf"chair(?:man|person)?\s*[:.(]|(?:minutes\s+)?(?:proposed|seconded|signed|taken|recorded)\s+by|propose[drs]?\s*:|"
    rf"second(?:ed|er)\s*:|(?:(?:and\s+|it\s+was\s+)?resolved|agreed|decision|action|noted?|reply)\b\s*[:.]?\s*(?:$|[:.]|that\b|by\b)|question\s*\d*:|"
    rf"for\b|against\b|abst|date\s*:|time\s*:|venue|to:|from:|distribution|minute\s+taker|(?:{any_of(TITLES)})\s|\d|[-•*(+\"“‘'|])",
    re.IGNORECASE,
)
_NAMES_THE_RECORD = re.compile(r"(?:draft\s+|unconfirmed\s+)?minutes\s+of\b|.*\bmeeting\b", re.IGNORECASE)
_HEAD = 4
"""Lines at the top in which a record names itself ("MINUTES OF THE MEETING"); before its first item no item does so."""
_BEFORE_COLON = re.compile(r"(?P<title>[A-Z][^.:;!?|]{1,70}?)\s?:(?=\s|$)")
_BEFORE_DASH = re.compile(r"(?P<title>[A-Z][^.:;!?|]{1,70}?)\s[–-]+\s")
_ENDS_A_SENTENCE = re.compile(r"[.;,?!][”\"’')]*$")
_PRINTED_END = re.compile(r"[.:;?!)”\"]$")
_STOP_INSIDE = re.compile(r"[a-z]{4,}\.\s|\s\|(?:\s|$)")
_ENTRY = re.compile(r"[-•*]\s+(?P<title>[A-Z][^.:;|]{2,60}?)\s?[.:](?=\s|$)")
_LETTERS_OF_CAPITALS = 4
_HEADING_LENGTH = 90
_WORDS_BEFORE_COLON = 8
_WORDS_OF_A_LINE = 9
_FEWEST_USUAL = 2
_FEWEST_IN_CAPITALS = 3
_SUM_OR_NUMBER = re.compile(r"[£€$]|\d[\d.,/:-]*\)?$")


def plain_headings(printed: PrintedLines) -> list[PlainHeading]:
    """Return the headings without numbers of a record, in order; none where no shape is used for usual business."""
    shaped = {shape: _of_shape(printed, read) for shape, read in _SHAPES.items()}
    strongest = max(shaped, key=lambda shape: _usual(shaped[shape]))
    found = shaped[strongest]
    if not _is_used(strongest, found):
        return []
    first = next(heading.start for heading in found if heading.usual)
    starts = {heading.start for heading in found}
    others = [heading for shape in shaped for heading in shaped[shape] if heading.usual and heading.start not in starts]
    kept = {heading.start: heading for heading in (*others, *found) if heading.start >= first}
    return [kept[start] for start in sorted(kept)]


def _usual(found: Sequence[PlainHeading]) -> int:
    return sum(heading.usual for heading in found)


def _is_used(shape: Shape, found: Sequence[PlainHeading]) -> bool:
    usual = _usual(found)
    return usual >= _FEWEST_USUAL or (shape is Shape.CAPITALS and usual == 1 and len(found) >= _FEWEST_IN_CAPITALS)


def _of_shape(printed: PrintedLines, read: Callable[[PrintedLines, int], int]) -> list[PlainHeading]:
    found: list[PlainHeading] = []
    for place, line in enumerate(printed.lines):
        at = 2 if line.text[:2] in {"- ", "• ", "* "} else 0
        names_itself = place < _HEAD and not found and _NAMES_THE_RECORD.match(line.text)
        length = 0 if names_itself or _NOT_A_HEADING.match(line.text, at) else read(printed, place)
        if length:
            start, words = line.start + at, line.text[at:length].rstrip(" :.–-")
            found.append(PlainHeading(line.start, (start, start + len(words)), is_usual_business(words)))
    return found


def _capitals(printed: PrintedLines, place: int) -> int:
    """Capitals alone on a line, as small councils print them (Stoke Ferry 2001), or before a colon."""
    text = printed.text_at(place)
    if text[:2] in {"- ", "• ", "* "}:
        return 0
    colon = _BEFORE_COLON.match(text)
    words = colon["title"] if colon else text
    if text.isupper() and not is_usual_business(text) and not printed.gap_after(place - 1) and printed.text_at(place - 1).isupper():
        return 0  # the rest of a title over two lines, or of an address
    enough = sum(map(str.isalpha, words)) >= _LETTERS_OF_CAPITALS and len(words) <= _HEADING_LENGTH
    return len(words) if enough and words.isupper() and not words.endswith(",") else 0


def _before_colon(printed: PrintedLines, place: int) -> int:
    """`Matters Arising: a) Laurel bushes`, `Draft Budget:` (Stoke Ferry 2010)."""
    return _short_title(_BEFORE_COLON.match(printed.text_at(place)))


def _before_dash(printed: PrintedLines, place: int) -> int:
    """`Matters Arising - the Clerk reported`."""
    return _short_title(_BEFORE_DASH.match(printed.text_at(place)))


def _short_title(found: re.Match[str] | None) -> int:
    if found is None or len(found["title"].split()) > _WORDS_BEFORE_COLON or found["title"].isupper():
        return 0
    return len(found["title"])


def _entry(printed: PrintedLines, place: int) -> int:
    """A list entry of usual business: posts lose the numbers of their lists and keep a hyphen (Stoke Ferry 2014)."""
    found = _ENTRY.match(printed.text_at(place))
    return found.end("title") if found and is_usual_business(found["title"]) else 0


def _alone(printed: PrintedLines, place: int) -> int:
    """A short line without a full stop, where a paragraph ended before it and another begins below."""
    text, before, after = printed.text_at(place), printed.text_at(place - 1), printed.text_at(place + 1)
    if _ENDS_A_SENTENCE.search(text) or len(text.split()) > _WORDS_OF_A_LINE or not text[0].isupper() or text.isupper():
        return 0
    if (
        VERB.search(text)
        or text.startswith("Unanimous")
        or _SUM_OR_NUMBER.search(text)
        or _STOP_INSIDE.search(text)
        or not after
        or after[0].islower()
    ):
        return 0
    if place and printed.is_full(place - 1):
        return 0  # the last line of a paragraph
    ended = not before or printed.gap_after(place - 1) or _PRINTED_END.search(before) or len(before) <= len(text)
    follows = is_usual_business(text) or len(after.split()) > _WORDS_OF_A_LINE or _PRINTED_END.search(after)
    return len(text) if ended and follows else 0


_SHAPES: dict[Shape, Callable[[PrintedLines, int], int]] = {
    Shape.CAPITALS: _capitals,
    Shape.COLON: _before_colon,
    Shape.DASH: _before_dash,
    Shape.LINE: _alone,
    Shape.ENTRY: _entry,
}
