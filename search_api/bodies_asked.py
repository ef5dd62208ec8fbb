"""Which body or council does a question name, in plain words?

Takes the words of a question and the names that the archive holds, gives `Named`: which of them, which words say so, and whether
the words surely ask for its meetings. A body is known by its kind ("district", "committee") and the telling words beside it, a
council by its telling words alone: "Newcastle West district", "Ayton". Where several names hold the words, all of them are meant;
makes no filter (`understanding.py` does) and knows no name by itself (`names_held.py` does).

Firm: a kind of body is said, and the body is not what is written to, told of or appointed to ("went to the housing committee"), nor
what began, ended or changed ("when did the district stop having a mayor"): that is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from index.passages import Filters
from index.text import normalise
from search_api.chips import Held
from search_api.chips import free
from search_api.names_held import ALIKE_COUNCIL
from search_api.names_held import COMMITTEE
from search_api.names_held import COUNCIL
from search_api.names_held import DISTRICT
from search_api.names_held import JOINING
from search_api.names_held import KINDS
from search_api.names_held import MEETING
from search_api.names_held import PLAIN
from search_api.names_held import SUB
from search_api.names_held import Name
from search_api.names_held import holds_run
from search_api.names_held import likeness
from search_api.names_held import read_names
from search_api.names_held import spelt_alike
from search_api.names_held import stem_of
from search_api.names_held import with_slips
from search_api.operators import name_words

_TIMID = frozenset(("group", "association", "forum", "board", "panel"))
"""Kinds that are more often somebody outside the council."""

_NARROWING = frozenset(("city", "county", "borough", "district"))
_SHORTEST = 4
_TOLD_OF = re.compile(
    r"\b(?:to|on|onto|from|with|for|of|about|than|against|into|join(?:ed)?|outside) (?:the |a |our |its )?$", re.IGNORECASE
)
_BECAME = re.compile(
    r"^ (?:stop|cease|begin|start|become|became|merge|split|exist)\w*\b"
    r"|^ (?:to )?(?:be|been|being)? ?(?:set up|formed|created|established|abolished|dissolved|disbanded|renamed|replaced)\b",
    re.IGNORECASE,
)
_MEETS = re.compile(r"\b(?:meetings?|minutes|decisions?|agendas?|members|councillors) of (?:the )?$", re.IGNORECASE)
_CUPBOARD = re.compile(
    r"\b(?:filing|fibre|bt|broadband|street|utility|electric\w*|control|traffic|telecoms?|shadow)\W+$", re.IGNORECASE
)
_GAP = re.compile(r"[\s,&/–-]+|\s(?:and|of|the)\s", re.IGNORECASE)
_AFTER = re.compile(
    r"\s(?:(?P<firm>(?:parish|town|community) council|pc|cc)|(?:city |county |borough |district |and |& )*council)\b", re.IGNORECASE
)
_FULL = re.compile(r"\bfull council\b", re.IGNORECASE)
_ALONE = frozenset(("cabinet",))
_SCRUTINY = "scrutiny"
_WORD = re.compile(r"[^\W_\0]+")


@dataclass(frozen=True, slots=True)
class Named:
    """Names held that some words of a question mean; `firm` where the words surely ask for their meetings."""

    start: int
    end: int
    names: tuple[str, ...]
    firm: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the question, and where it stands."""

    plain: str
    stem: str
    start: int
    end: int


def councils_named(text: str, held: Held) -> tuple[Named, ...]:
    """Return the councils that are named, in order; words crossed out with NUL are not looked at.

    Firm where a parish, town or community council is said: those have few other bodies. "Limerick council" may mean its districts.
    """
    names = read_names(held(Filters()).councils)
    found = []
    for said in _said(_words(text), {name.telling for name in names}):
        telling = tuple(word.plain for word in said)
        after = _AFTER.match(text[said[-1].end :])
        sure = [name for name in names if holds_run(telling, name.telling)]
        if after and (narrowing := _NARROWING.intersection(name_words(after.group()))):
            sure = [name for name in sure if narrowing <= set(name.words)] or sure
        alike = [name for name in names if likeness("".join(telling), "".join(name.telling)) >= ALIKE_COUNCIL]
        end = said[-1].end + (after.end() if after else 0)
        firm = bool(after and after["firm"]) and not _is_told_of(text[: said[0].start])
        found.append(Named(said[0].start, end, with_slips(sure, alike, held), firm))
    return tuple(found)


def bodies_named(text: str, held: Held) -> tuple[Named, ...]:
    """Return the bodies that are named: those said with their kind, then bare places and "scrutiny"."""
    names = read_names(held(Filters()).bodies)
    places = {name.telling for name in read_names(held(Filters()).councils)}
    words = _words(text)
    found = list(_of_a_kind(text, words, names, places, held))
    districts = [name for name in names if name.kind == DISTRICT]
    scrutiny = [name for name in names if _SCRUTINY in name.words]
    bare = [*((said, districts) for said in _said(words, {name.telling for name in districts} - places))]
    bare += [([word], scrutiny) for word in words if word.plain == _SCRUTINY and scrutiny]
    for said, among in bare:
        if free(said[0].start, said[-1].end, [(one.start, one.end) for one in found]):
            telling = tuple(word.plain for word in said)
            meant = [name for name in among if holds_run(telling, name.telling)]
            found.append(Named(said[0].start, said[-1].end, with_slips(meant, spelt_alike(meant, among), held), firm=False))
    return tuple(found)


def _of_a_kind(
    text: str, words: Sequence[Word], names: Sequence[Name], places: set[tuple[str, ...]], held: Held
) -> Iterator[Named]:
    """Return the bodies whose kind is said: "planning committee", "Newcastle West district", "the cabinet"."""
    before = 0
    for at, word in enumerate(words):
        kind = _kind_at(words, at)
        of_kind = [name for name in names if kind and name.kind == kind]
        run = _run(text, words, at, of_kind) if of_kind else ()
        if not run or run[0].start < before or (word.plain in _ALONE and _CUPBOARD.search(text[: word.start])):
            continue
        before = run[-1].end
        meant = [name for name in of_kind if _means(run, name, places)]
        firm = kind not in _TIMID and not _is_told_of(text[: run[0].start]) and not _BECAME.search(text[before:])
        yield Named(run[0].start, before, with_slips(meant, spelt_alike(meant, of_kind), held), firm)


def full_councils(text: str, held: Held, councils: Sequence[str]) -> tuple[Named, ...]:
    """Return what "full council" means: the bodies that are a council itself, of the councils named or of all."""
    whole = [name.printed for name in read_names(held(Filters()).bodies) if name.kind == COUNCIL]
    of_named = set(held(Filters(councils=tuple(councils))).bodies) if councils else set(whole)
    bodies = tuple(name for name in whole if name in of_named) or tuple(whole)
    found = _FULL.finditer(text) if bodies else ()
    return tuple(Named(*one.span(), bodies, not _is_told_of(text[: one.start()])) for one in found)


def _kind_at(words: Sequence[Word], at: int) -> str:
    """Return the kind of body that a word says, "" for none; a council is known by its place and not by its kind."""
    kind = KINDS.get(words[at].plain, "")
    before = words[at - 1].plain if at else ""
    if kind == COUNCIL or (kind == MEETING and before != "parish"):
        return ""
    return SUB if kind == COMMITTEE and before == "sub" else kind


def _run(text: str, words: Sequence[Word], at: int, names: Sequence[Name]) -> Sequence[Word]:
    """Return the kind of body with the words beside it that belong to a name; nothing where no word of them tells."""
    low, high = at, at + 1
    while low and _beside(text, words[low - 1], words[low]) and _some(words[low - 1 : high], names):
        low -= 1
    while low < at and words[low].plain in JOINING:
        low += 1
    if low == at and text[words[at].end :][:4].lower() == " of ":
        while high < len(words) and (words[high].plain in JOINING or _some(words[low : high + 1], names)):
            high += 1
        while words[high - 1].plain in JOINING:
            high -= 1
    run = words[low:high]
    tells = _tells(run) or words[at].plain in _ALONE or any(word.plain == "metropolitan" for word in run)
    return run if tells and _some(run, names) else ()


def _tells(run: Sequence[Word]) -> bool:
    return any(word.plain not in PLAIN and word.plain not in KINDS for word in run)


def _beside(text: str, first: Word, second: Word) -> bool:
    return _GAP.fullmatch(text[first.end : second.start]) is not None


def _some(run: Sequence[Word], names: Sequence[Name]) -> bool:
    return any(_stems(run) <= name.stems for name in names)


def _stems(run: Sequence[Word]) -> set[str]:
    return {word.stem for word in run if word.plain not in JOINING}


def _means(run: Sequence[Word], name: Name, places: set[tuple[str, ...]]) -> bool:
    """Return whether a name is meant: "Limerick joint policing committee" means the joint policing committees, too."""
    if _stems(run) <= name.stems:
        return True
    rest = next((run[size:] for size in range(len(run) - 1, 0, -1) if tuple(word.plain for word in run[:size]) in places), ())
    return _tells(rest) and _stems(rest) <= name.stems


def _said(words: Sequence[Word], telling: set[tuple[str, ...]]) -> Iterator[Sequence[Word]]:
    """Return the runs of words that are all the telling words of a name, the longest first at each place."""
    known = {one for one in telling if sum(map(len, one)) >= _SHORTEST}
    longest = max(map(len, known), default=0)
    at = 0
    while at < len(words):
        runs = (words[at : at + size] for size in range(min(longest, len(words) - at), 0, -1))
        run = next((run for run in runs if tuple(word.plain for word in run) in known), ())
        if run:
            yield run
        at += len(run) or 1


def _is_told_of(before: str) -> bool:
    return bool(_TOLD_OF.search(before)) and not _MEETS.search(before)


def _words(text: str) -> Sequence[Word]:
    found = [(normalise(one.group()), one) for one in _WORD.finditer(text)]
    return [Word(plain, stem_of(plain), *one.span()) for plain, one in found if plain != "s"]
