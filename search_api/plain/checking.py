"""Is each sentence of a plain line supported by a quotation that it cites?

Takes the line and the quotations, gives its sentences with their citations or a reason. One quotation alone must bear a whole
sentence, and one sentence of that quotation: every figure, name and word of it stands there or among the facts beside it
(`facts.py`), what says how it ended is the clause's outcome (`outcomes.py`), words that turn a meaning round are the same in both,
and what stands together in the line stands together there. Pure, and stricter than a reader would be: a true line may be
dropped, so that a false one is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from itertools import pairwise

from index.sentences import sentences
from index.text import words
from search_api.plain.facts import without_facts
from search_api.plain.outcomes import without_outcome
from search_api.plain.quoted import Quoted
from search_api.plain.reasons import NoLineError
from search_api.plain.reasons import Reason
from search_api.plain.vocabulary import CLASS_OF
from search_api.plain.vocabulary import NEUTRAL
from search_api.plain.vocabulary import PLAIN
from search_api.plain.vocabulary import SAID_OF_A_PASSAGE
from search_api.plain.vocabulary import TITLES
from search_api.plain.words import CONJUNCTION
from search_api.plain.words import Word
from search_api.plain.words import words_of

LONGEST = 700
"""Characters of a line; more is no line."""

MOST_SENTENCES = 4
_NEAR = 4
"""Words that may be left out between two words of a sentence, less one."""
_FEWEST = 2
"""Words of the quotation that a sentence must have, or it says nothing."""

_AMENDING = "amend"
_NEAREST = (Reason.REARRANGED, Reason.TURNED, Reason.WORDS, Reason.NAME, Reason.NUMBER)
"""The reasons of a comparison, the one that came furthest first."""

_SENTENCE = re.compile(r"\s*([^\[\]]+?)\s*((?:\[\d{1,3}\]\s*)+)[.!]?")
_MARK = re.compile(r"\d+")
_STRANGE = re.compile(r"[<>{}|`*_#\\\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|https?:|www\.|&\w+;")
_TWO_IN_ONE = re.compile(r"(?<!\bCllr)(?<!\bCllrs)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bNo)[.!?]\s+\S|\?")


@dataclass(frozen=True, slots=True)
class Support:
    """A sentence of the line, without its marks, and the numbers of the quotations that bear it, from 1."""

    sentence: str
    citations: tuple[int, ...]


def check(line: str, quotations: Sequence[Quoted]) -> tuple[Support, ...]:
    """Return the sentences with the quotations that bear them; raises `NoLineError` where any sentence is not borne out."""
    return tuple(_borne(sentence, cited, quotations) for sentence, cited in _parted(line))


def _parted(line: str) -> Sequence[tuple[str, tuple[int, ...]]]:
    """Return sentences and marks; raises where the line is no line, or words stand behind the last mark."""
    folded = " ".join(line.split())
    if not folded or len(folded) > LONGEST or _STRANGE.search(line):
        raise NoLineError(Reason.FORM)
    parts, at = [], 0
    while at < len(folded):
        match = _SENTENCE.match(folded, at)
        if match is None or _TWO_IN_ONE.search(match.group(1)):
            raise NoLineError(Reason.NO_CITATION)
        parts.append((match.group(1).rstrip(" ."), tuple(int(mark) for mark in _MARK.findall(match.group(2)))))
        at = match.end()
    if len(parts) > MOST_SENTENCES:
        raise NoLineError(Reason.FORM)
    return parts


def _borne(sentence: str, cited: Sequence[int], quotations: Sequence[Quoted]) -> Support:
    if any(not 1 <= number <= len(quotations) for number in cited):
        raise NoLineError(Reason.NO_SUCH_CITATION)
    found = {number: why_not(sentence, quotations[number - 1]) for number in cited}
    bearing = tuple(number for number, reason in found.items() if reason is None)
    # A mark that bears nothing would send the reader to a quotation that says something else.
    if len(bearing) < len(found):
        raise NoLineError(next(reason for reason in found.values() if reason))
    return Support(sentence, bearing)


def why_not(sentence: str, quoted: Quoted) -> Reason | None:
    """Return why one quotation does not bear a sentence, or `None` where it does."""
    try:
        if quoted.outcome is None:
            return _why_not_said(sentence, quoted)
        told = without_outcome(without_facts(sentence, quoted), quoted)
    except NoLineError as error:
        return error.reason
    mine = [word for word in words_of(told) if word.stem not in _silent(quoted)]
    if quoted.amendment and not any(word.stem == _AMENDING for word in words_of(told)):
        return Reason.OUTCOME
    return _nearest(_why_not_in(mine, words_of(one), quoted) for one in _stretches(quoted))


def _why_not_said(sentence: str, quoted: Quoted) -> Reason | None:
    """A passage has no outcome of its own: words of outcome may stand only in a whole sentence of it, word for word.

    Nor is it told by whom or when a thing was that the passage tells of, so the facts of its meeting do not count.
    """
    said = words(sentence)
    if any(words(one) == said for one in _stretches(quoted)):
        return None
    told = words_of(sentence)
    if any(word.stem in CLASS_OF for word in told):
        return Reason.OUTCOME
    return _nearest(_why_not_in(told, words_of(one), quoted) for one in _stretches(quoted))


def _stretches(quoted: Quoted) -> Sequence[str]:
    """Return the sentences of the quotation, and those a clause was minuted in as they are shown; the clause as one too."""
    texts = (quoted.text, *quoted.beside)
    found = [text[one.start : one.end] for text in texts for one in sentences(text, 0, len(text))]
    return list(dict.fromkeys((*found, *((quoted.text,) if quoted.outcome else ()))))


def _silent(quoted: Quoted) -> frozenset[str]:
    """Return the words that say of a clause nothing but that it was one; of a passage every word says something."""
    if quoted.outcome is None:
        return frozenset()
    return NEUTRAL | ({_AMENDING} if quoted.amendment else frozenset())


def _why_not_in(mine: Sequence[Word], theirs: Sequence[Word], quoted: Quoted) -> Reason | None:
    """Compare a sentence with one stretch of the quotation."""
    places = {number: at for number, word in enumerate(mine) if (at := _places(word, theirs))}
    lacking = [word for number, word in enumerate(mine) if number not in places and word.stem not in CLASS_OF]
    if lacking:
        return _what_lacks(lacking)
    about = [number for number in places if mine[number].stem not in CLASS_OF]
    if len(about) < _FEWEST:
        return Reason.WORDS
    if _turning(mine, quoted) != _turning(theirs, quoted):
        return Reason.TURNED
    used = frozenset(at for one in about for at in places[one])
    if not _kept_order(mine, theirs) or not _kept_figures(mine, theirs, used) or not _nothing_before(mine, theirs, used, quoted):
        return Reason.REARRANGED
    together = all(_together(mine, theirs, places, pair) for pair in pairwise(about))
    return None if together else Reason.REARRANGED


def _places(word: Word, theirs: Sequence[Word]) -> Sequence[int]:
    return [at for at, other in enumerate(theirs) if other.stem in _stems_for(word)]


def _stems_for(word: Word) -> frozenset[str]:
    """Return the word and the formal ones that it may stand for."""
    return PLAIN.get(word.stem, frozenset()) | {word.stem}


def _what_lacks(lacking: Sequence[Word]) -> Reason:
    if any(word.number for word in lacking):
        return Reason.NUMBER
    if any(word.capital for word in lacking):
        return Reason.NAME
    return Reason.TURNED if any(word.guard for word in lacking) else Reason.WORDS


def _turning(told: Sequence[Word], quoted: Quoted) -> Counter[str]:
    kept = frozenset() if quoted.outcome else SAID_OF_A_PASSAGE
    return Counter(word.stem for word in told if (word.guard or word.stem in kept) and word.stem not in _silent(quoted))


def _kept_order(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Return whether figures and names come in the same order, each behind the same small word."""
    hard = {word.stem for word in (*mine, *theirs) if word.hard and word.stem not in CLASS_OF}
    there = iter((word.bearing, word.stem) for word in theirs if word.stem in hard)
    return all((word.bearing, word.stem) in there for word in mine if word.stem in hard)


def _nothing_before(mine: Sequence[Word], theirs: Sequence[Word], used: frozenset[int], quoted: Quoted) -> bool:
    """Return whether words are left out only behind those used: "reduce the increase in rents" is not "reduce rents".

    The first word of all must be used, since it governs the rest. A part between commas or conjunctions may be left out whole; of a
    part that is used all must be, each word as often as it stands there, and only the end of the last part may be cut off.
    """
    silent = CLASS_OF.keys() | TITLES | _silent(quoted)
    parts = _parts(theirs)
    speaking = [at for at, word in enumerate(theirs) if word.stem not in silent]
    touched = {parts[at] for at in used}
    needed = {*speaking[:1], *(at for at in speaking if parts[at] in touched and at <= max(used))}
    told = Counter(stem for word in mine for stem in _stems_for(word))
    return needed <= used and Counter(theirs[at].stem for at in needed) <= told


def _kept_figures(mine: Sequence[Word], theirs: Sequence[Word], used: frozenset[int]) -> bool:
    """Return whether no figure is left out that stands among the words used, with nothing to part it from them."""
    parts = _parts(theirs)
    said = {word.stem for word in mine}
    touched = {parts[at] for at in used}
    return all(word.stem in said for at, word in enumerate(theirs) if word.number and parts[at] in touched)


def _parts(theirs: Sequence[Word]) -> Sequence[int]:
    """Return for each word which part of the sentence it stands in: a comma or a conjunction begins another."""
    return tuple(accumulate(int(bool(word.apart)) for word in theirs))


def _together(mine: Sequence[Word], theirs: Sequence[Word], places: Mapping[int, Sequence[int]], pair: tuple[int, int]) -> bool:
    """Return whether two neighbouring words stand near each other there, with no more between to part them than here."""
    first, second = pair
    parted = max(word.apart for word in mine[first + 1 : second + 1])
    return any(
        0 < abs(here - there) <= _NEAR and (parted == CONJUNCTION or _apart(theirs, here, there) <= parted)
        for here in places[first]
        for there in places[second]
    )


def _apart(theirs: Sequence[Word], here: int, there: int) -> int:
    return max(word.apart for word in theirs[min(here, there) + 1 : max(here, there) + 1])


def _nearest(reasons: Iterable[Reason | None]) -> Reason | None:
    """Return `None` where one stretch bears the sentence, or else the reason of the one that came nearest."""
    found = list(reasons)
    return None if None in found else min((one for one in found if one), key=_NEAREST.index, default=Reason.WORDS)
