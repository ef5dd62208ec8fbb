"""What vote is printed here, and what does it count?

Takes text, gives the shortest expression that states a vote, as printed, and the figures in it. `(8:2)`, `(For: 7 Against: 3)`,
`five were in favour, two abstained`, `unanimously`, `the Chairman's casting vote`. "A majority on a show of hands" has no figure
and so no tally. Never counts names, never adds up, never completes a figure that is not printed. A figure is a vote's only where
words of voting stand beside it: "(12-4)" in a public letter was two in the afternoon, "2020/21 for the next year" was a budget.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace

from index.records import RecordedVote
from index.records import Tally
from ingest.segmenting.names_of_movers import NAME

_WORDS = {
    word: value
    for value, word in enumerate(
        (
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        )
    )
} | {"none": 0, "nil": 0, "zero": 0, "no-one": 0, "no one": 0, "nobody": 0}  # fmt: skip
# A figure that is not the tail of a sum, a date, an hour or a financial year.
_N = rf"(?:(?<!\d[,.:–/-])(?<![\d£€/#])\d{{1,3}}(?!\d|[,.:/]\d|%|st\b|nd\b|rd\b|th\b)|\b(?:{'|'.join(_WORDS)})\b)"
_PEOPLE = (
    r"(?:(?:no\.\s+)?(?:of\s+the\s+)?(?:parish\s+|community\s+|town\s+|elected\s+)?(?:votes?(?:\s+cast)?|members?(?:\s+present)?|"
    r"councillors?(?:\s+present)?|cllrs?|people|persons?)|no\.)"
)
_SIDES = (
    ("in_favour", r"(?:for|in\s+favour|favour|supporting|in\s+support|ayes?|agreed|in\s+agreement|o\s+blaid|ar\s+son)"),
    ("against", r"(?:against|opposed|opposing|objecting|noes|nays?|opposition|yn\s+erbyn|i\s+gcoinne|i\s+n-aghaidh)"),
    ("abstained", r"(?:abstained|abstentions?|abstaining|abstain|abstains|abst?|ymatal\w*|staon\w*)"),
)
_SIDE = "|".join(pattern for _, pattern in _SIDES)
# "five were in favour", "4 Votes for", "two abstained", "nine Members expressing their opposition", "7 no. against"
_COUNT = re.compile(
    rf"(?P<n>{_N})\s*(?:\)\s*(?=voted|were|was))?(?P<people>{_PEOPLE}\s+)?(?:(?:were|was|voted|voting|had\s+voted|being|all|expressing\s+their)\s+)?"
    rf"(?P<side>{_SIDE})\b",
    re.IGNORECASE,
)
# Figures after a label: (For: 7 Against: 3), "For-5 Abstention - 1", "FOR 12 AGAINST 9", "those against was six".
_LABELLED = re.compile(
    rf"\b(?P<side>for|against|in\s+favour|abstentions?|abstained|abstain|ayes|noes|nays|o\s+blaid|yn\s+erbyn|ymatal\w*)"
    rf"(?P<sep>\s*[:=–-]\s*|\s*\(\s*(?=\d+\s*\))|[ \t]+(?=\d)|(?<!for)(?:\s+\w+){{0,5}}?\s+(?:were|was)\s+)(?P<n>{_N})",
    re.IGNORECASE,
)
# "5 in favour - 3 against", "2 Votes for 2 Votes against": the figure before a side is its own, the one after is the next side's.
_OWN_FIGURE = re.compile(rf"(?P<n>{_N})\s*(?:{_PEOPLE}\s+)?(?:(?:were|was|voted|voting)\s+)?$", re.IGNORECASE)
_DECIDES = (
    r"(?:decisions?|decided|vot(?:e|es|ed|ing)|resol(?:ved|ution)|agreed|carried|lost|defeated|approved|passed|rejected|adopted|"
    r"refused|recommended|motion|amendment|favour|hands|endorsed|supported|noted|majority|unanimous(?:ly)?)"
)
# A ballot told with yes and no: "(Yes: 7, No: 1, Abstained: 1)".
_YES_NO = re.compile(
    r"\(?\byes\s*[:=–-]?\s*(?P<a>\d{1,3})\W{1,3}no\s*[:=–-]?\s*(?P<b>\d{1,3})(?:\W{1,3}abst\w*\s*[:=–-]?\s*(?P<c>\d{1,3}))?\b\)?",
    re.IGNORECASE,
)
# "(5/1/1)": a date has two figures for its year.
_SLASHED = r"(?P<d>[1-9]\d?)/(?P<e>\d{1,2})/(?P<f>\d)"
_RATIO = re.compile(
    r"\(\s*(?P<a>\d{1,3})\s*[:\-–]\s*(?P<b>(?!0\d)\d{1,3})(?:\s*[:\-–]\s*(?P<c>\d{1,3}))?\s*\)|\(" + _SLASHED + r"\)"
)
# A ratio in brackets is a vote next to a word of deciding, or alone at the end of a clause; "a mix of houses (3:1)" is neither.
_RATIO_AFTER = re.compile(rf"(?:\b(?:{_DECIDES}|equal|tied)\W{{0,3}}(?:\w+\W+)?|[.;:]\s*|\A\s*)$", re.IGNORECASE)
_RATIO_BEFORE = re.compile(rf"\s*(?:{_DECIDES}\b|(?:to|that|it\s+was)\b)", re.IGNORECASE)
_TO = re.compile(
    rf"(?P<a>{_N})\s+(?P<votes>votes?\s+)?(?:t[o0]|-|–)\s+(?P<b>{_N})|(?P<c>(?<![\d/.,£€-])\d{{1,2}})\s*[-–]\s*(?P<d>\d{{1,2}})(?:\s?[-–]\s?(?P<e>\d{{1,2}}))?(?![\d/%-])|"
    r"(?P<f>(?<![\d/.,£€:-])\d{1,2}):(?P<g>\d)(?![\d/%:])",
    re.IGNORECASE,
)
_UNITS = re.compile(
    r"\s*(?:%|per\b|p\.?m\b|a\.?m\b|(?:years?|weeks?|months?|days?|hours?|minutes?|people|persons?|houses?|m|km|miles?|metres?|"
    r"mph|january|february|march|april|may|june|july|august|september|october|november|december)\b)",
    re.IGNORECASE,
)
_TO_AFTER = re.compile(
    r"\b(?:(?:vot(?:e|es|ed|ing)|majority|ballot|poll|result)\b(?:\s+(?:in\s+favour|against|for))?"
    r"(?:\s+(?:was|were|being|of|is|by|as\s+follows|tied|equal|split))*|"
    r"(?:carried|defeated|lost|passed|approved|rejected|agreed|resolved|adopted)(?:\s+(?:by|on))?)\W{0,3}$",
    re.IGNORECASE,
)
_VOTING = re.compile(
    r"\b(?:votes?|voted|voting|agreed|approved|adopted|accepted|carried|defeated|lost|passed|result|proposed|seconded|"
    r"hands|ballot|2nd|prop)\b",
    re.IGNORECASE,
)
_AND_ABSTAINED = re.compile(
    rf"\W{{1,3}}(?:and\s+|with\s+)*(?P<n>{_N})\s+(?:{_PEOPLE}\s+)?(?:abstained|abstentions?|abst?)\b", re.IGNORECASE
)
# "approved by 7 votes, 1 abstention": without the abstention the figure might be the margin.
_BY_VOTES = re.compile(
    rf"\bby\s+(?P<n>{_N})\s+votes?\s*(?:,|–|-|and|with)?\s*(?:with\s+)?(?P<m>{_N})\s+abstentions?\b", re.IGNORECASE
)
_UNANIMOUS = re.compile(
    r"(?:(?-i:(?:(?<=[.:;]\s)|(?<=\n)|\A)Unanimous(?:ly)?)\s+(?:agreed|approved|carried|resolved|accepted|adopted)\b|\bunanimous(?:ly)?\b|"
    r"\bnem\.?\s?con\b\.?|\b(?<!not\s)(?<!while\s)all\s+(?:(?:the\s+)?(?:councillors|members|those)\s+)?(?:present\s+)?"
    r"(?:(?:were|being)\s+)?(?:all\s+)?(?:in\s+favour|agreed|voted\s+in\s+favour|in\s+agreement)\b|"
    r"\b(?:everyone|everybody)\s+(?:present\s+)?(?:was|were)\s+in\s+(?:agreement|favour)\b|"
    r"\bagreed\s+by\s+(?:all|everyone)(?:\s+present)?(?=\W*(?:$|[.,;)]))|\b(?:no[- ]one|nobody)\s+(?:voting\s+)?against\b|"
    r"\bwithout\s+(?:dissent|opposition|a\s+dissenting\s+voice)\b|\byn\s+unfrydol\b|\bd[’']aon\s+ghuth\b)",
    re.IGNORECASE,
)
_NOT_UNANIMOUS = re.compile(r"\b(?:not|almost|nearly|non|n[o’']t|if|whether)\W+(?:\w+\W+)?$", re.IGNORECASE)
_CASTS = re.compile(r"\b(?:casting|deciding)\s+vote\b", re.IGNORECASE)
_CASTING = re.compile(
    r"\b(?:(?:with|on|by)\s+)?(?:the\s+|his\s+|her\s+|their\s+)?"
    r"(?:(?:(?:vice[- ])?chair|mayor|cathaoirleach|president|convener|leader)\w*(?:[’']s)?\s+)?"
    r"(?:(?:had|has|used|gave|exercised)\s+(?:the|his|her|their|a)\s+)?(?:second\s+(?:or|and)\s+)?(?:casting|deciding)\s+vote\b",
    re.IGNORECASE,
)
# "Cllr Reeve abstained" beside the figures: a name, no count.
_NAMED = re.compile(
    rf"(?P<joint>\W{{1,4}}(?:and\s+|with\s+|but\s+)?)(?P<names>{NAME}(?:(?:,|\s+and)\s+{NAME})*)\s+(?:had\s+)?(?P<side>abstain(?:ed|ing)|voted\s+against|"
    r"voting\s+against|voted\s+in\s+favour|dissenting)\b"
)
_IN_BRACKETS = re.compile(rf"\s*\(\s*(?P<names>{NAME}(?:(?:,|\s+and)\s+{NAME})*)")
_OBJECT = re.compile(r"\s+(?:to\s+)?(?:the|this)\s+(?:[A-Z0-9]\w*|\w+)(?:\s+[A-Z0-9]\w*)*(?=\s*(?:[.,;)\n]|$|and\b))")
# What no vote is printed without, save a ratio in brackets. Most sentences of a long minute have none of it.
_HINTS = (
    "vot", "favour", "against", "abs", "unanim", "nem", "dissent", "agree", "carried", "defeat", "lost", "passed", "approved",
    "reject", "adopted", "accept", "oppos", "object", "support", "resol", "result", "majority", "ballot", "poll", "aye", "noes",
    "nay", "yes", "no-one", "nobody", "no one", "blaid", "erbyn", "unfrydol", "ghuth", "gcoinne", "staon", "ymatal", "proposed",
    "seconded",
)  # fmt: skip
_FOR_FIGURE = re.compile(r"\bfor\s*[:=–-]\s*\d")
_LABEL = re.compile(r"\(\s*(?:the\s+)?(?:voting|votes?|by\s+a\s+majority)(?:\s+(?:was|of))?\s*:?\s*$", re.IGNORECASE)
_NEAR = 110
"""Characters between two counts of one vote: "eight Members in favour of … this development and nine Members opposed"."""
_NEXT_SENTENCE = 30
_SENTENCE_END = re.compile(r"(?<!\bno)[.!?]\s+(?=[A-Z])|\n\s*\n(?!(?-i:[a-z]))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedVote:
    """A vote as printed: where it stands, what it states, and who is named beside the figures ("Cllr Reeve abstained")."""

    start: int
    end: int
    tally: Tally | None = None
    unanimous: bool = False
    casting: bool = False
    named: RecordedVote | None = None


@dataclass(frozen=True, slots=True)
class _Count:
    start: int
    end: int
    side: str
    value: int
    plain: bool
    """Whether the words prove nothing alone: "4 for", "7 agreed"."""


def find_vote(text: str, start: int = 0, end: int | None = None) -> PrintedVote | None:
    """Return the vote printed in a stretch, figures before words, or `None`."""
    stop = len(text) if end is None else end
    ratio = _ratio(text, start, stop)
    if ratio or not _may_vote(text[start:stop].lower()):
        return ratio
    for find in (_yes_no, _by_votes, _to, _counts, _unanimous, _casting):
        vote = find(text, start, stop)
        if vote is not None:
            return vote
    return None


def find_counts(text: str, start: int, end: int) -> PrintedVote | None:
    """Return the vote stated by counts of each side only: safe where a clause may speak of "10 to 12 people"."""
    return next((vote for find in (_ratio, _yes_no, _by_votes, _to, _counts) if (vote := find(text, start, end))), None)


def _may_vote(words: str) -> bool:
    return any(hint in words for hint in _HINTS) or bool(_FOR_FIGURE.search(words))


def number(word: str) -> int:
    """Read `8` or `eight`."""
    return int(word) if word.isdigit() else _WORDS[word.lower()]


def side_named(words: str) -> str:
    """Return which side a word names: `in_favour`, `against` or `abstained`."""
    return next(side for side, pattern in _SIDES if re.fullmatch(pattern, words, re.IGNORECASE))


def _ratio(text: str, start: int, end: int) -> PrintedVote | None:
    for match in _RATIO.finditer(text, start, end):
        if not (_RATIO_AFTER.search(text[max(0, match.start() - 40) : match.start()]) or _RATIO_BEFORE.match(text, match.end())):
            continue
        for_, against, abstained = match["a"] or match["d"], match["b"] or match["e"], match["c"] or match["f"]
        return PrintedVote(match.start(), match.end(), Tally(int(for_), int(against), int(abstained) if abstained else None))
    return None


def _yes_no(text: str, start: int, end: int) -> PrintedVote | None:
    match = _YES_NO.search(text, start, end)
    if match is None:
        return None
    tally = Tally(int(match["a"]), int(match["b"]), int(match["c"]) if match["c"] else None)
    return _with_brackets(text, start, end, PrintedVote(match.start(), match.end(), tally))


def _to(text: str, start: int, end: int) -> PrintedVote | None:
    for match in _TO.finditer(text, start, end):
        for_, against = number(match["a"] or match["c"] or match["f"]), number(match["b"] or match["d"] or match["g"])
        told = match["votes"] or _TO_AFTER.search(text[max(0, match.start() - 60) : match.start()])
        favoured = re.match(r"\s+in\s+favour\b|\s+against\b|\s*\bvot", text[match.end() : match.end() + 14])
        even_chance = for_ == against == 50  # noqa: PLR2004 - "a 50-50 vote" is a way of speaking
        if (told or favoured) and not even_chance and not _UNITS.match(text, match.end()) and for_ + against:
            more = _AND_ABSTAINED.match(text, match.end(), end)
            abstained = match["e"] or (more["n"] if more else None)
            tally = Tally(for_, against, number(abstained) if abstained else None)
            vote = PrintedVote(match.start(), more.end() if more else match.end(), tally)
            return _with_casting(text, end, _with_brackets(text, start, end, vote))
    return None


def _by_votes(text: str, start: int, end: int) -> PrintedVote | None:
    match = _BY_VOTES.search(text, start, end)
    return PrintedVote(match.start("n"), match.end(), Tally(number(match["n"]), None, number(match["m"]))) if match else None


def _counts(text: str, start: int, end: int) -> PrintedVote | None:
    found = sorted(_each_count(text, start, end), key=lambda count: count.start)
    for place in range(len(found)):
        group = _group(text, found[place:])
        sides = {count.side: count.value for count in group}
        if set(sides) == {"abstained"} and (whole := _all_but(text, start, group[0])):
            return whole
        if not _is_vote(text, group, end):
            continue
        tally = Tally(sides.get("in_favour"), sides.get("against"), sides.get("abstained"))
        vote = PrintedVote(group[0].start, _with_object(text, group[-1], end), tally)
        return _with_casting(text, end, _with_brackets(text, start, end, _with_names(text, end, vote, group)))
    return None


def _group(text: str, found: list[_Count]) -> list[_Count]:
    """The counts of one vote: each side once, near each other, not in different sentences unless close."""
    group = found[:1]
    for count in found[1:]:
        gap = text[group[-1].end : count.start]
        far = len(gap) > (_NEXT_SENTENCE if _SENTENCE_END.search(gap) else _NEAR)
        if far or count.side in {one.side for one in group}:
            break
        group.append(count)
    return group


def _is_vote(text: str, group: list[_Count], end: int) -> bool:
    if len(group) > 1:
        return any(count.value for count in group)
    alone = group[0]
    if not alone.value:
        return False  # "no opposition to this application" counts nobody
    if alone.plain:
        return alone.side == "in_favour" and bool(_NAMED.match(text, alone.end, end))
    return bool(_VOTING.search(text, max(0, alone.start - 120), min(end, alone.end + 25)))


def _each_count(text: str, start: int, end: int) -> Iterator[_Count]:
    taken: list[tuple[int, int]] = []
    for pattern in (_LABELLED, _COUNT):
        for match in pattern.finditer(text, start, end):
            if any(match.start() < stop and begin < match.end() for begin, stop in taken):
                continue
            if pattern is _LABELLED and _has_own_figure(text, match, start, taken):
                continue
            taken.append(match.span())
            yield _Count(match.start(), match.end(), side_named(match["side"]), number(match["n"]), _is_plain(match))


def _has_own_figure(text: str, match: re.Match[str], start: int, taken: list[tuple[int, int]]) -> bool:
    if ":" in match["sep"]:
        return False
    before = _OWN_FIGURE.search(text, max(start, match.start() - 40), match.start())
    return before is not None and not any(begin <= before.start() < stop for begin, stop in taken)


def _is_plain(match: re.Match[str]) -> bool:
    """Whether a count proves nothing alone: "for 3 boards", "4 for", "7 agreed"."""
    if match.re is _LABELLED:
        return match["sep"].isspace()
    return match["side"].lower() in {"for", "agreed"} and "vote" not in (match["people"] or "").lower()


def _with_object(text: str, last: _Count, end: int) -> int:
    """Where the expression ends: "6 votes for the removal", not "6 votes for"."""
    goes_on = re.search(r"(?:\bfor|opposition)$", text[last.start : last.end], re.IGNORECASE)
    what = _OBJECT.match(text, last.end, end) if goes_on else None
    return what.end() if what else last.end


def _with_names(text: str, end: int, vote: PrintedVote, group: list[_Count]) -> PrintedVote:
    """Take in who is named beside the figures: "seven were in favour, and Cllr Reeve abstained"."""
    names: dict[str, tuple[str, ...]] = {}
    for count in group:
        listed = _IN_BRACKETS.match(text, count.end, end)
        if listed and count.side != "in_favour":
            names[count.side] = tuple(_folded(name) for name in re.findall(NAME, listed["names"]))
    told = _NAMED.match(text, vote.end, end)
    if told:
        side = "abstained" if told["side"].startswith("abst") else "in_favour" if "favour" in told["side"] else "against"
        names[side] = tuple(_folded(name) for name in re.findall(NAME, told["names"]))
        vote = vote if "." in told["joint"] else replace(vote, end=told.end())
    return replace(vote, named=RecordedVote(**names)) if names else vote


def _folded(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" .,")


def _with_brackets(text: str, start: int, end: int, vote: PrintedVote) -> PrintedVote:
    label = _LABEL.search(text, max(start, vote.start - 24), vote.start)
    if label and text[vote.end : vote.end + 1] == ")" and vote.end < end:
        return replace(vote, start=label.start(), end=vote.end + 1)  # "(Voting: 4 for, 6 against, 1 abstention)"
    opened = text.rfind("(", max(start, vote.start - 3), vote.start)
    closed = text.find(")", vote.end, min(end, vote.end + 3))
    if closed < 0 <= opened and ")" in text[vote.start : vote.end] and "(" not in text[vote.start : vote.end]:
        return replace(vote, start=opened)  # "the majority of the Members (4) voted in favour"
    if closed >= 0 and text.count("(", vote.start, vote.end) > text.count(")", vote.start, vote.end):
        return replace(vote, end=closed + 1)  # "In favour (18), against (3)"
    return replace(vote, start=opened, end=closed + 1) if opened >= 0 and closed >= 0 else vote


def _with_casting(text: str, end: int, vote: PrintedVote) -> PrintedVote:
    """Equal votes settled by the chair: "6 votes in favour and 6 against, the Mayor used his casting vote"."""
    tally = vote.tally
    equal = tally is not None and tally.in_favour is not None and tally.in_favour == tally.against
    return replace(vote, casting=True) if equal and _CASTING.search(text, vote.end, min(end, vote.end + 160)) else vote


def _all_but(text: str, start: int, count: _Count) -> PrintedVote | None:
    """All in favour, with abstentions: "all were in favour, two abstained", "carried unanimously with one abstention"."""
    whole = None
    for match in _UNANIMOUS.finditer(text, max(start, count.start - 60), count.start):
        whole = match
    if whole is None or not re.fullmatch(
        r"\W{0,3}(?:and\s+|with\s+|but\s+|there\s+(?:was|were)\s+)*", text[whole.end() : count.start]
    ):
        return None
    return PrintedVote(whole.start(), count.end, Tally(None, None, count.value), unanimous=True)


def _unanimous(text: str, start: int, end: int) -> PrintedVote | None:
    for match in _UNANIMOUS.finditer(text, start, end):
        if not _NOT_UNANIMOUS.search(text, max(0, match.start() - 30), match.start()):
            none = Tally(None, 0, None) if match[0].lower().endswith("against") else None  # "carried with no-one against"
            return _with_brackets(text, start, end, PrintedVote(match.start(), match.end(), none, unanimous=True))
    return None


def _casting(text: str, start: int, end: int) -> PrintedVote | None:
    match = _CASTING.search(text, start, end) if _CASTS.search(text, start, end) else None
    return PrintedVote(match.start(), match.end(), casting=True) if match else None
