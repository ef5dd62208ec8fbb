"""Who voted which way, where the minutes name them?

Takes text, gives recorded votes: names under For, Against and Abstained, as lists a line long or a page long, with the figures
printed beside them. Both layouts of Limerick, `FOR: Councillors …` of the formal kind, and lists that run over a page with its
footer. A name is copied as printed; a list that cannot be parted into names is no list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.records import RecordedVote
from index.records import Tally
from ingest.segmenting.votes import side_named

_NONE_ABSTAINED = re.compile(r"\bthere\s+were\s+no\s+abstentions\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedVote:
    """Lists of names by side, as printed, and the figures printed with them."""

    start: int
    end: int
    recorded: RecordedVote
    tally: Tally | None


# A side's head is alone on its line or opens it: "For: 14", "Against the Proposal", "In favour (18):", "Abstention".
_HEAD = re.compile(
    r"^[ \t]*(?P<side>for|in[ ]favour|ayes?|against|noes|nays|abstain(?:ed|ing)?|"
    r"abstentions?)(?:[ ](?:of[ ])?the[ ][a-z ]{3,40}?)?[ \t]*"
    r"(?:[:(–-][ \t]*(?P<n>\d{1,3})?\)?[ \t]*:?)?[ \t]*(?P<rest>(?<=[:) \t])\S[^\n]*)?$",
    re.IGNORECASE | re.MULTILINE,
)
_FIGURE_ALONE = re.compile(r"\s*\(\s*(\d{1,3})\s*\)[ \t]*\n")
_FIGURE = re.compile(r"\(\s*(\d{1,3})\s*\)\s*\.?\s*$")
_A_NAME = re.compile(r"^(?:[A-ZÀ-ÞÓ][\w’'.À-ÿ-]*)(?:\s+(?:\([A-Za-z]\)|[A-ZÀ-Þ][\w’'.À-ÿ-]*|de|van|Ó|Ní|Mac))*$")
_LONGEST_NAME = 5
_FOOTER_LINES = 6
_TITLE = re.compile(r"^(?:(?:Councillors?|Cllrs?\.?|Clirs?\.?|Cr\.?|The\s+Mayor,?)(?:\s+|$))", re.IGNORECASE)


def find_names(text: str, start: int, end: int) -> list[NamedVote]:
    """Return every recorded vote of a stretch: lists under For, Against and (where printed) Abstained, over page ends."""
    heads = [match for match in _HEAD.finditer(text, start, end) if _could_list(match, text)]
    votes: list[NamedVote] = []
    group: list[re.Match[str]] = []
    for place, head in enumerate(heads):
        group.append(head)
        following = heads[place + 1] if place + 1 < len(heads) else None
        ends = following is None or _side_of(following) == "in_favour" or _side_of(following) in {_side_of(one) for one in group}
        if ends:
            vote = _named_vote(text, group, following.start() if following else end)
            votes.extend([vote] if vote else [])
            group = []
    return votes


def _could_list(match: re.Match[str], text: str) -> bool:
    rest = match["rest"] or ""
    return not rest or bool(match["n"]) or bool(_names(rest)) or ":" in text[match.start() : match.end()]


def _side_of(match: re.Match[str]) -> str:
    return side_named(re.sub(r"\s+", " ", match["side"]))


def _named_vote(text: str, heads: list[re.Match[str]], limit: int) -> NamedVote | None:
    names: dict[str, tuple[str, ...]] = {}
    figures: dict[str, int] = {}
    stop = heads[0].end()
    for place, head in enumerate(heads):
        begin = head.start("rest") if head["rest"] else head.end()
        listed, figure, used = _list_from(text, begin, heads[place + 1].start() if place + 1 < len(heads) else limit)
        side, stop = _side_of(head), max(stop, used)
        names[side] = listed
        if head["n"] or figure is not None:
            figures[side] = int(head["n"]) if head["n"] else figure or 0
    if not any(names.values()) or "in_favour" not in names:
        return None
    if figures and _NONE_ABSTAINED.search(text, stop, min(limit, stop + 120)):
        figures.setdefault("abstained", 0)
    tally = Tally(figures.get("in_favour"), figures.get("against"), figures.get("abstained")) if figures else None
    recorded = RecordedVote(names.get("in_favour", ()), names.get("against", ()), names.get("abstained", ()))
    return NamedVote(heads[0].start(), stop, recorded, tally)


def _list_from(text: str, begin: int, limit: int) -> tuple[tuple[str, ...], int | None, int]:
    """Names from `begin` on, line by line, until a line that is not names; the figure in brackets; where it stopped."""
    joined, at, strange, left = "", begin, 0, 0
    for raw in text[begin:limit].splitlines(keepends=True):
        line = raw.strip()
        marked = _FIGURE.search(line)
        longer = _join(joined, line[: marked.start()].strip() if marked else line)
        if longer and not _names(longer):
            strange, left = strange + 1, left + len(raw)
            if joined.endswith(",") and strange <= _FOOTER_LINES:  # a running footer inside the list
                continue
            break
        at, left = at + left, 0
        joined, at = longer, at + len(raw)
        if marked:
            return tuple(_names(joined)), int(marked[1]), at
        if line.endswith("."):
            return _with_figure_below(text, _names(joined), at, limit)
    return tuple(_names(joined)), None, at


def _with_figure_below(text: str, names: list[str], at: int, limit: int) -> tuple[tuple[str, ...], int | None, int]:
    """A closed list, and the figure that may stand alone below it: "Sheahan and Sheehan. / (11)"."""
    figure = _FIGURE_ALONE.match(text, at, limit)
    return (tuple(names), int(figure[1]), figure.end()) if figure else (tuple(names), None, at)


def _join(joined: str, line: str) -> str:
    """Join a further line of names: one name a line needs a comma, a name broken by the line end needs none."""
    if not joined or not line:
        return joined or line
    broken = joined.endswith((",", ";", " and", "Ó", "Cmhlr.")) or line.startswith(("(", "and "))
    return f"{joined} {line}" if broken or "," in joined or "," in line else f"{joined}, {line}"


def _names(line: str) -> list[str]:
    """Names in a line, or none where any part of it is no name."""
    parts = [_TITLE.sub("", part.strip(" .")) for part in re.split(r",|;|\band\b|&", _TITLE.sub("", line.strip()).rstrip(" .;"))]
    named = [part for part in parts if part]
    good = all(_A_NAME.match(part) and len(part.split()) <= _LONGEST_NAME for part in named)
    return named if good else []
