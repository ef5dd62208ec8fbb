"""What vote is printed here, and what does it count?

Takes text, gives the shortest expression that states a vote, as printed, and the figures in it. `(8:2)`, `(For: 7 Against: 3)`,
`five were in favour, two abstained`, `unanimously`, `the Chairman's casting vote`. "A majority on a show of hands" has no figure
and so no tally. Never counts names, never adds up, never completes a figure that is not printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.records import Tally

_WORDS = {
    word: value
    for value, word in enumerate(
        (
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        )
    )
}  # fmt: skip
_N = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)})"
_PEOPLE = r"(?:votes?|members?|councillors?|cllrs?|people)"
_SIDES = (
    ("in_favour", r"(?:for|in\s+favour|supporting|ayes?)"),
    ("against", r"(?:against|opposed|opposing|objecting|noes|nays|opposition)"),
    ("abstained", r"(?:abstained|abstentions?|abstaining|abstain|not\s+voting)"),
)
_SIDE = "|".join(pattern for _, pattern in _SIDES)
# "five were in favour", "4 Votes for", "two abstained", "nine Members expressing their opposition"
_COUNT = re.compile(
    rf"\b(?P<n>{_N})\s+(?:{_PEOPLE}\s+)?(?:were\s+|was\s+|voted\s+|voting\s+|had\s+voted\s+|being\s+|"
    rf"expressing\s+their\s+)?(?P<side>{_SIDE})\b",
    re.IGNORECASE,
)
# Figures after a label, as in brackets: (For: 7 Against: 3).
_LABELLED = re.compile(
    r"\b(?P<side>for|against|in\s+favour|abstentions?|abstained|abstain|ayes|noes|nays)\s*(?:[:=–-]\s*|(?<=\(for)\s+|"
    r"(?<=against)\s+)"
    r"(?P<n>\d{1,3})\b",
    re.IGNORECASE,
)
_RATIO = re.compile(r"\(\s*(?P<a>\d{1,3})\s*[:\-–]\s*(?P<b>\d{1,3})(?:\s*[:\-–]\s*(?P<c>\d{1,3}))?\s*\)")
_TO = re.compile(
    rf"\b(?P<a>{_N})\s+(?:votes?\s+)?t[o0]\s+(?P<b>{_N})\b(?!\s*(?:%|p\.?m|a\.?m|years|weeks|months|days|hours|minutes|\d))",
    re.IGNORECASE,
)
_VOTING = re.compile(r"\b(?:vote|votes|voted|voting|agreed|carried|defeated|lost|passed|result|by)\b", re.IGNORECASE)
_UNANIMOUS = re.compile(
    r"\(?\s?\b(?:unanimous(?:ly)?(?:\s+(?:agreed|approved|carried|resolved))?|nem\.?\s?con\.?|all\s+(?:were\s+)?in\s+favour|"
    r"all\s+(?:were\s+)?agreed|all\s+voted\s+in\s+favour|without\s+dissent)\b\.?\)?",
    re.IGNORECASE,
)
_CASTING = re.compile(
    r"\b(?:with\s+)?(?:the\s+|his\s+|her\s+)?(?:(?:chair|mayor|cathaoirleach)\w*(?:[’']s)?\s+)?casting\s+vote\b", re.IGNORECASE
)
_NEAR = 60
"""Characters between two counts of one vote: "11 for the proposal, with 5 against and 2 abstentions"."""


@dataclass(frozen=True, slots=True)
class PrintedVote:
    """A vote as printed: where it stands, and what it states."""

    start: int
    end: int
    tally: Tally | None = None
    unanimous: bool = False
    casting: bool = False


def find_vote(text: str, start: int = 0, end: int | None = None) -> PrintedVote | None:
    """Return the vote printed in a stretch, figures before words, or `None`."""
    stop = len(text) if end is None else end
    for find in (_ratio, _to, _counts, _unanimous, _casting):
        vote = find(text, start, stop)
        if vote is not None:
            return vote
    return None


def find_counts(text: str, start: int, end: int) -> PrintedVote | None:
    """Return the vote stated by counts of each side only: safe where a clause may speak of "10 to 12 people"."""
    return _ratio(text, start, end) or _counts(text, start, end)


def number(word: str) -> int:
    """Read `8` or `eight`."""
    return int(word) if word.isdigit() else _WORDS[word.lower()]


def _ratio(text: str, start: int, end: int) -> PrintedVote | None:
    match = _RATIO.search(text, start, end)
    if match is None:
        return None
    abstained = int(match["c"]) if match["c"] else None
    return PrintedVote(match.start(), match.end(), Tally(int(match["a"]), int(match["b"]), abstained))


def _counts(text: str, start: int, end: int) -> PrintedVote | None:
    found = sorted(_each_count(text, start, end), key=lambda count: count[0])
    group: list[tuple[int, int, str, int]] = []
    for count in found:
        if group and (count[0] - group[-1][1] > _NEAR or count[2] in {side for _, _, side, _ in group}):
            break
        group.append(count)
    if not group or (len(group) == 1 and not _VOTING.search(text, max(0, group[0][0] - 80), group[0][1] + 20)):
        return None
    sides = {side: value for _, _, side, value in group}
    tally = Tally(sides.get("in_favour"), sides.get("against"), sides.get("abstained"))
    return PrintedVote(*_with_brackets(text, group[0][0], group[-1][1], start, end), tally)


def _each_count(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, int]]:
    taken: list[tuple[int, int]] = []
    for pattern in (_LABELLED, _COUNT):
        for match in pattern.finditer(text, start, end):
            if any(match.start() < stop and begin < match.end() for begin, stop in taken):
                continue
            taken.append(match.span())
            yield match.start(), match.end(), side_named(match["side"]), number(match["n"])


def side_named(words: str) -> str:
    """Return which side a word names: `in_favour`, `against` or `abstained`."""
    return next(side for side, pattern in _SIDES if re.fullmatch(pattern, words, re.IGNORECASE))


def _with_brackets(text: str, begin: int, stop: int, start: int, end: int) -> tuple[int, int]:
    opened = text.rfind("(", max(start, begin - 3), begin)
    closed = text.find(")", stop, min(end, stop + 3))
    return (opened, closed + 1) if opened >= 0 and closed >= 0 else (begin, stop)


def _to(text: str, start: int, end: int) -> PrintedVote | None:
    for match in _TO.finditer(text, start, end):
        if _VOTING.search(text, max(start, match.start() - 50), min(end, match.end() + 25)):
            return PrintedVote(match.start(), match.end(), Tally(number(match["a"]), number(match["b"])))
    return None


def _unanimous(text: str, start: int, end: int) -> PrintedVote | None:
    match = _UNANIMOUS.search(text, start, end)
    if match is None:
        return None
    words = match.group()
    begin = match.start() + len(words) - len(words.lstrip())
    stop = match.end() - (1 if words.endswith(")") and "(" not in words else 0)
    return PrintedVote(begin + (1 if "(" in words and ")" not in words else 0), stop, unanimous=True)


def _casting(text: str, start: int, end: int) -> PrintedVote | None:
    match = _CASTING.search(text, start, end)
    return PrintedVote(match.start(), match.end(), casting=True) if match else None
