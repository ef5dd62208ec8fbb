"""Who voted which way, where the minutes list them?

Takes text, gives recorded votes: names under For, Against and Abstained, as lists a line long or a page long, as rows of a table
or told in a sentence, with the figures printed beside them. A name is copied as printed, without "Councillor"; a list that cannot
be parted into names is no list. Names are never counted. "For Councillor Daly" above a list is a ballot between candidates
(Limerick elects its mayors so) and no vote for or against.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from index.records import RecordedVote
from index.records import Tally
from ingest.segmenting.names import LIST_OF_NAMES
from ingest.segmenting.names import TITLED_OPENING
from ingest.segmenting.names import is_broken
from ingest.segmenting.names import join_line
from ingest.segmenting.names import names_in
from ingest.segmenting.names import opens_with_title
from ingest.segmenting.rollcall import find_rollcalls
from ingest.segmenting.sidelists import find_sidelists


@dataclass(frozen=True, slots=True)
class NamedVote:
    """Lists of names by side, as printed, and the figures printed with them."""

    start: int
    end: int
    recorded: RecordedVote
    tally: Tally | None


@dataclass(frozen=True, slots=True)
class _Side:
    """One side's list: its head at `start`, its names to `end`; `sure` when the head can be nothing else ("Against (3)")."""

    side: str
    start: int
    end: int
    names: tuple[str, ...]
    figure: int | None
    sure: bool


_WHO = r"(?:(?:those|the\s+following|councillors?|members?|cllrs?)\s+)?(?:who\s+)?(?:vot(?:ed|ing)\s+)?"
# Ireland and Wales print a side in both languages: "Ar Son / For", "Yn erbyn / Against".
_SIDES = {
    "in_favour": rf"(?:(?:ar\s+son|i\s+bhfabhar|o\s+blaid)(?:\s*/\s*(?:for|in\s+favou?r))?|{_WHO}(?:for|in\s+favou?r)|ayes?|yes)",
    "against": rf"(?:(?:i\s+gcoinne|i\s+n-aghaidh|yn\s+erbyn)(?:\s*/\s*against)?|{_WHO}against|noes|nays?|no)",
    "abstained": (
        r"(?:(?:ag\s+staonadh|staon\w*|ymatal\w*)(?:\s*/\s*abst\w+)?|"
        r"(?:(?:those|members?|councillors?|cllrs?)\s+)?(?:who\s+)?abstain(?:ed|ing|s)?|abstentions?|not\s+voting)"
    ),
}
_MATTER = r"(?:motion|proposal|proposition|amendment|recommendation|resolution|application|item|adoption|substantive)"
# A side's head is alone on its line or opens it: "For: 14", "Against the Proposal", "In favour (18):", "FOR | Councillors …".
_HEAD = re.compile(
    r"^[ \t]*+[^\w\n(]{0,4}+(?=[A-Z])(?i:" + "|".join(rf"(?P<{name}>{pattern})" for name, pattern in _SIDES.items()) + r")\b"
    r"(?P<of>(?i:[ \t]+(?:of\s+|the\s+|[a-z]+ing\s+|rejection\s+)(?:[^:|\n]|\n(?!\W*(?:councillor|cllr))){2,180}(?=:)"
    rf"|[ \t]+(?:of[ \t]+)?(?:(?:rejection[ \t]+of|[a-z]+ing)[ \t]+)?(?:the[ \t]+|this[ \t]+|proposed[ \t]+)"
    rf"(?:[\w-]+[ \t]+){{0,3}}{_MATTER}"
    r"\w*(?:[ \t]+[\w’']+){0,3}))?[ \t]*(?P<were>(?i:were\b|was\b))?[ \t]*"
    r"(?P<mark>:[ \t]*[–-]|[:|–-][ \t]*:?)?[ \t]*"
    r"(?:(?P<open>\()?(?P<n>\d{1,3})(?(open)\)|\b)[ \t]*(?P<after>[:|–-])?)?[ \t]*(?P<rest>[^\n]*)$",
    re.MULTILINE,
)
_OTHER_HEAD = re.compile(r"^\W{0,4}(?:conflicts?\s+of\s+interests?|absent|declared\s+an\s+interest)\b", re.IGNORECASE)
_FIGURE = re.compile(r"(?:\(\s*(\d{1,3})\s*\)|\|\s*(\d{1,3}))\s*\.?\s*$")
_FIGURE_ALONE = re.compile(r"\s*\(\s*(\d{1,3})\s*\)[ \t]*(?:\n|\Z)")
_NOBODY = re.compile(r"\W*(?:none|nil|nobody|no\s+one|n/a)\b\W*$", re.IGNORECASE)
_NONE_ABSTAINED = re.compile(r"\bthere\s+were\s+no\s+abstentions\b", re.IGNORECASE)
_VOTED = re.compile(r"\b(?:vot(?:e|es|ed|ing)|poll|division|roll[- ]call)\b", re.IGNORECASE)
_WIDE_GAP = re.compile(r"(?<=\S)(?: {3,}|\t+ *)(?=[A-Z])")
_MOST_LINES = 60
_FOOTER_LINES = 6
_BETWEEN_SIDES = 220
"""Characters that are not white space between two sides of one vote: room for a running footer, not for another matter."""
_VOTE_ABOVE = 300
# Told in a sentence. The words of voting are looked for first, and the names before or after them: names cost time.
_TELLING = re.compile(
    r"\b(?:(?P<voted>voted|voting|abstained|abstaining)|those)\b|\b(?P<side>for|in\s+favour|against|abst\w+)\s*(?:\(\d{1,3}\)\s*)?:",
    re.IGNORECASE,
)
_VOTED_AFTER = re.compile(
    rf"(?P<names>{LIST_OF_NAMES})\s+(?:all\s+|both\s+)?(?:(?:voted|voting)\s+(?P<how>for|in\s+favour|against)|(?P<none>abstain(?:ed|ing)))\b"
)
# "Cllr Askew and Cllr Birkett voted for, and Cllr Carr, Cllr Dow and Ann Eyre against."
_AND_AGAINST = re.compile(rf"\s*[,;]?\s*(?:and|with|but|while)?\s*(?P<names>{LIST_OF_NAMES})\s+(?P<how>for|in\s+favour|against)\b")
_LISTED = re.compile(
    r"(?i:(?:(?:voting|voted|those)\s+(?P<side>for|in\s+favour|against)(?:\s+(?:of\s+)?(?:the|this)\s+\w+(?:\s+\w+)?)?)"
    r"(?:\s+(?:were|was))?:?|(?P<idle>(?:those\s+)?abstaining(?:\s+(?:were|was))?:?))"
    rf"\s+(?P<names>{LIST_OF_NAMES})"
)
_LISTED_IN_LINE = re.compile(
    r"(?i:(?P<side>for|in\s+favour|against)|(?P<idle>abst\w+))\s*(?:\((?P<n>\d{1,3})\)\s*)?:\s*(?:\((?P<m>\d{1,3})\)\s*)?"
    rf"(?P<names>{LIST_OF_NAMES})(?:\s*\((?P<k>\d{{1,3}})\))?"
)
_OPENS_LIST = re.compile(TITLED_OPENING)
_LONGEST_LIST = 500
"""Characters of the names before "voted against": some twenty members."""


def find_names(text: str, start: int, end: int) -> list[NamedVote]:
    """Return every recorded vote of a stretch: lists under For, Against and Abstained, over page ends, or told in a sentence."""
    votes = [vote for group in _groups(text, _sides(text, start, end)) if (vote := _named_vote(text, group, end))]
    sentences = [group for group in _groups(text, _told(text, start, end)) if len(group) > 1]  # one dissenter is no roll call
    told = [vote for group in sentences if (vote := _named_vote(text, group, end))]
    beside = [
        NamedVote(one.start, one.end, RecordedVote(**one.names), Tally(**one.figures)) for one in find_sidelists(text, start, end)
    ]
    votes = [vote for vote in votes if all(vote.end <= one.start or one.end <= vote.start for one in beside)] + beside
    told += [NamedVote(rows.start, rows.end, RecordedVote(**rows.names), None) for rows in find_rollcalls(text, start, end)]
    told = [vote for vote in told if all(vote.end <= one.start or one.end <= vote.start for one in votes)]
    return sorted(votes + told, key=lambda vote: vote.start)


def _sides(text: str, start: int, end: int) -> list[_Side]:
    heads = [match for match in _HEAD.finditer(text, start, end) if _could_head(text, match, end)]
    found = []
    for place, head in enumerate(heads):
        limit = heads[place + 1].start() if place + 1 < len(heads) else end
        figure = int(head["n"]) if head["n"] else None
        names, below, used = _list_from(text, head.start("rest"), limit, figure)
        sure = bool(head["mark"] or head["n"] or head["of"] or head["were"] or below is not None)
        found.append(_Side(_side_of(head), head.start(), used, names, below if figure is None else figure, sure))
    return found


def _could_head(text: str, head: re.Match[str], end: int) -> bool:
    """Whether what follows the head on its line leaves it a head: nothing, a mark, or names; never a candidate's name."""
    rest = head["rest"].strip(" .;*")
    if _side_of(head) == "in_favour" and rest and not (head["mark"] or head["n"] or head["were"]):
        below = text[head.end() : min(end, head.end() + 200)].strip()
        if opens_with_title(below) and not rest.endswith(","):
            return False
    if not rest or _NOBODY.match(rest):
        return True
    named = bool(names_in(_FIGURE.sub("", rest)))
    return named and (bool(head["mark"] or head["n"] or head["were"]) or opens_with_title(rest))


def _side_of(match: re.Match[str]) -> str:
    return next(side for side in _SIDES if match[side])


def _list_from(text: str, begin: int, limit: int, expected: int | None) -> tuple[tuple[str, ...], int | None, int]:
    """Names from `begin` on, line by line, until a line that is not names; the figure in brackets; where it stopped."""
    joined, at, strange, left = "", begin, 0, 0
    figure = None
    lines = text[begin:limit].splitlines(keepends=True)
    columns = _columns(lines[1:])
    for place, raw in enumerate(lines):
        line = _parted(raw, columns if place else _columns([raw])).strip(" \t\n*")
        marked = _FIGURE.search(line)
        listed = line[: marked.start()].strip() if marked else line
        if _NOBODY.match(line) and not joined:
            return (), figure, at + left + len(raw)
        longer = join_line(joined, listed)
        if _OTHER_HEAD.match(line) or (listed and not names_in(longer)):
            strange, left = strange + 1, left + len(raw)
            if is_broken(joined) and strange <= _FOOTER_LINES:  # a running footer inside the list
                continue
            break
        at, left = at + left, 0
        joined, at = longer, at + len(raw)
        if marked:
            figure = int(marked[1] or marked[2])
            if joined:
                break
        if listed.endswith((".", ";")) and not listed.endswith(" Cmhlr."):
            below = _FIGURE_ALONE.match(text, at, limit)
            return tuple(names_in(joined)), int(below[1]) if below else figure, below.end() if below else at
        if expected is not None and len(names_in(joined)) >= expected and not joined.endswith(","):
            break
    return tuple(names_in(joined)), figure, at


def _columns(lines: list[str]) -> frozenset[int]:
    """Where names begin on lines that print several without commas, parted by wide gaps (a county council's recorded vote)."""
    return frozenset(gap.end() for line in lines[:_MOST_LINES] if "," not in line for gap in _WIDE_GAP.finditer(line))


def _parted(line: str, columns: frozenset[int]) -> str:
    """A line with commas for its wide gaps, and where a long name left one space before the next column."""
    if "," in line or not columns:
        return line
    cuts = [place for place in sorted(columns) if line[place : place + 1].isupper() and line[place - 1].isspace()]
    cells = [line[start:stop].strip() for start, stop in pairwise([0, *cuts, len(line)])]
    return ", ".join(cell for cell in cells if cell)


def _groups(text: str, sides: list[_Side]) -> list[list[_Side]]:
    groups: list[list[_Side]] = []
    for side in sides:
        last = groups[-1] if groups else []
        near = bool(last) and len("".join(text[last[-1].end : side.start].split())) <= _BETWEEN_SIDES
        if near and side.side not in {one.side for one in last}:
            last.append(side)
        else:
            groups.append([side])
    return groups


def _named_vote(text: str, group: list[_Side], limit: int) -> NamedVote | None:
    names = {side.side: side.names for side in group}
    figures = {side.side: side.figure for side in group if side.figure is not None}
    first, stop = group[0].start, max(side.end for side in group)
    if not any(names.values()) or (len(group) == 1 and not _alone(text, group[0])):
        return None
    if not figures and not any(side.sure for side in group) and not _spoken_of(text, first):
        return None  # a table with columns of YES and NO
    figures |= _astray(text, group, figures, limit)
    if figures and _NONE_ABSTAINED.search(text, stop, min(limit, stop + 120)):
        figures.setdefault("abstained", 0)
    tally = Tally(figures.get("in_favour"), figures.get("against"), figures.get("abstained")) if figures else None
    recorded = RecordedVote(names.get("in_favour", ()), names.get("against", ()), names.get("abstained", ()))
    return NamedVote(first, len(text[:stop].rstrip()), recorded, tally)


def _astray(text: str, group: list[_Side], figures: dict[str, int], limit: int) -> dict[str, int]:
    """A figure that the page's layout put below the next sentence (Limerick, 25 March 2019): taken only where it fits the list."""
    last = group[-1]
    if not figures or last.figure is not None or not last.names:
        return {}
    below = _FIGURE_ALONE.search(text, last.end, min(limit, last.end + _BETWEEN_SIDES))
    return {last.side: int(below[1])} if below and int(below[1]) == len(last.names) else {}


def _alone(text: str, side: _Side) -> bool:
    """One side only is a vote where a vote was just spoken of and the head is plain: "The vote was as follows: / For: …"."""
    return side.sure and _spoken_of(text, side.start)


def _spoken_of(text: str, at: int) -> bool:
    return bool(_VOTED.search(text, max(0, at - _VOTE_ABOVE), at))


def _told(text: str, start: int, end: int) -> list[_Side]:
    """Sides told in a sentence: "Councillors Askew and Birkett voted for, Councillor Dobson against"."""
    found: list[_Side] = []
    at = start
    for word in _TELLING.finditer(text, start, end):
        if word.start() < at:
            continue
        match = _told_at(text, at, word, end)
        following = match
        while following and (side := _side_told(following)):
            found.append(side)
            at = following.end()
            following = _AND_AGAINST.match(text, at, end) if match and match.re is _VOTED_AFTER else None
    return found


def _told_at(text: str, at: int, word: re.Match[str], end: int) -> re.Match[str] | None:
    if word["side"]:
        return _LISTED_IN_LINE.match(text, word.start(), end)
    listed = _LISTED.match(text, word.start(), end)
    if listed or not word["voted"]:
        return listed
    opened = _OPENS_LIST.finditer(text, max(at, word.start() - _LONGEST_LIST), word.start())
    return next((match for one in opened if (match := _VOTED_AFTER.match(text, one.start(), end))), None)


def _side_told(match: re.Match[str]) -> _Side | None:
    told = match.groupdict()
    words = (told.get("how") or told.get("side") or "").lower()
    side = "against" if words == "against" else "in_favour" if words else "abstained"
    names = names_in(match["names"])
    figure = next((int(told[key]) for key in ("n", "m", "k") if told.get(key)), None)
    return _Side(side, match.start(), match.end(), tuple(names), figure, sure=True) if names else None
