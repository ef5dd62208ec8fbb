"""Which words put a motion before the meeting?

Takes a sentence, gives the proposals in it: "X proposed that …", "It was proposed by X, seconded by Y, to …", "I will move at the
next meeting that …", a motion quoted below the words that announce it, and, marked as passing, what was only suggested. A proposal
decides nothing: fates.py says what became of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index.sentences import Sentence
from ingest.segmenting.cue import Cue
from ingest.segmenting.cue import CueKind
from ingest.segmenting.cue import cue_of
from ingest.segmenting.supposing import not_here

GAP = r"(?:[^.;:]|(?<=\b[A-Z])\.|(?<=llr)\.|(?<=llrs)\.|(?<=lir)\.|(?<=Mr)\.|(?<=Mrs)\.|(?<=Ms)\.|(?<=Dr)\.)"
"""A character between a verb and its names: a full stop only where it abbreviates ("Cllr. J. Vane")."""
_SECONDED = rf"(?:[,;]?\s+(?:and\s+)?(?:it\s+was\s+|was\s+)?(?:seconded|sec\.?|2nd)(?:\s+by)?\b{GAP}{{3,60}}?)?"
_BODY_OF = r"(?:\s+of\b[^.;:]{3,110}?)?"
# An amendment "to Councillor Byrne's motion", "to the Notice of Motion which was seconded by …" says what it alters, not how.
_ALTERED = r"(?:the|this|that|an?|his|her|their|our|its|section|item|paragraph|clause|standing|councillor|cllr|mr|mrs|ms)\b"
_PROPOSES = re.compile(
    rf"\b(?:(?:(?<!being )(?<!is )propose[sd]?|(?<!was )(?<!were )(?<!been )(?<!be )moved|move|was\s+moved(?=\s+by))"
    rf"\b(?:\s+by\b{GAP}{{3,120}}?|\s+(?=(?-i:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr|Alderman)\b)"
    rf"){GAP}{{3,80}}?(?=[,;]?\s+(?:seconded|sec\b|2nd)))?"
    rf"{_SECONDED}(?:\s+at\s+(?:the|our|a)\s+[\w\s]{{0,30}}meeting{_BODY_OF})?|"
    rf"(?:proposed|moved),?\s+and\b{GAP}{{3,60}}?\bseconded,?(?:\s+as\s+an\s+amendment)?|proposal\s+(?:was\s+made|"
    rf"of\b{GAP}{{3,80}}?)|(?:propose[sd]?|moved)(?:,?\s+(?:with\s+)?(?:\(?{GAP}{{3,60}}?\bseconding\)?)),?|(?:following|"
    rf"an?)\s+amendment\b[^.;:]{{0,60}})\s*[,:;]?\s*"
    rf"(?P<at>that\b|(?:not\s+)?to\s+(?!the\b)(?!(?<=amendment\sto\s){_ALTERED})[a-z]|[“\"](?:that|to)\b|acceptance\b)",
    re.IGNORECASE,
)
# "Councillor Collins proposed a short adjournment", "Cllr Ryves proposed reducing the budget" (Limerick, Stoke Ferry).
_PROPOSES_THING = re.compile(
    r"(?<!\bthe )(?<!\ba )(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bis )(?<!\bare )(?<!\bany )\b(?:(?:proposed|moved)|"
    r"(?:proposed|moved),?\s+and\b[^.;:]{3,60}\bseconded,?)\s+"
    r"(?:an?\s+(?:motion|amendment)\s+(?:requesting\s+|proposing\s+)?(?P<at2>that\b|"
    rf"to\b(?!\s+{_ALTERED})|calling\b)|"
    r"(?P<at>(?:an?|no)\s+(?:further\s+)?(?!amendment|motion|counter|proposal|candidate|number)[a-z£]|"
    r"£[\d,.]+|we\s+\w|(?:refusal|approval|deferral|acceptance|rejection)\b|(?:[\w.£&’'-]+\s+){1,10}?be\s+(?:\w+ed|kept|"
    r"given|paid|made|sent|put|left|held|bought|sold|built|"
    r"done|set|taken|written)\b|"
    r"(?:its|their|the)\s+(?:deletion|removal|deferral|reference\s+back|suspension|adjournment)\b|(?:suspension|deferral|"
    r"adjournment)\s+of\b|"
    r"(?:the\s+)?(?:[a-z]{3,}(?:al|ion|ment|ing|ance|ence|ure)|purchase|sale|use|repair|hire)\s+of\b|"
    r"the\s+(?:parish\s+|town\s+|community\s+|city\s+)?council\b|"
    r"(?!seconding|following|during|regarding|concerning|being|having|according)[a-z]+ing\b))",
    re.IGNORECASE,
)
# "the Council to pass a resolution excluding the press and public" (Stoke Ferry; "The resolution was so passed").
# Moved and decided in one sentence: "A proposal from Councillor Aske (seconded: Councillor Birch) to disband it was put and LOST."
_PUT_IN_ONE = re.compile(
    rf"\b(?:motion|proposal|amendment|suggestion|proposition)\s+(?:(?:from|by|of)\s+{GAP}{{3,60}}?)?(?:\([^()"
    rf"]*\)\s*)?,?\s*(?P<at>(?:that|to)\b)",
    re.IGNORECASE,
)
# "A motion to proceed with the Special Meeting was proposed by Councillor Butler and seconded by Councillor O'Sullivan."
# “That this District calls on …” alone, or behind its movers: 'Councillor Boag / Member Hurst "That the report be received."'
_STANDING_ALONE = re.compile(
    r"(?:[^“\"]{0,200}\b(?:moved|seconded|proposed|motion|notice)\b[^“\"]{0,120}|"
    r"[^“\"]{0,60}\w\s*/\s*\w[^“\"]{0,40})?(?P<quote>[“\"])"
    r"(?=(?:That\s+\S|This\s+Council\b|I\s+(?:am|will|wish|call)\b|To\s+[a-z]))",
    re.IGNORECASE,
)
_MOTION_TO = re.compile(
    rf"\b(?:motion|proposal|(?P<alters>amendment))\s+(?P<at>(?:that|to)\b)(?(alters)(?!\s+{_ALTERED}))(?P<what>[^.;]{{5,200}}?)"
    r",?\s+was\s+(?:then\s+)?(?:proposed|moved)\s+by\b",
    re.IGNORECASE,
)
_TO_PASS = re.compile(r"\bto\s+pass\s+a\s+resolution\s+(?P<at>(?:that|to|[a-z]+ing)\b)", re.IGNORECASE)
# "… and propose that we should prepare a draft policy": the writer of an item moves it.
# "the report noted that it was proposed to proceed": nobody moved it here.
_NOBODY = re.compile(r"\b(?:it\s+(?:was|is)|was|were|is|are)\s+(?:\w+ly\s+)?(?:proposed|moved)\s+(?:that|to)\b", re.IGNORECASE)
# "Proposed by Cllr Mansfield and seconded by Cllr Doyle, the committee agreed by 4 votes to 1 to authorise …" tells, not proposes.
_DECIDED = re.compile(r"\b(?:agreed|resolved|decided)\b", re.IGNORECASE)
_VOTE_BE_TAKEN = re.compile(r"(?:that|to)\s+(?:a\s+|the\s+)?(?:vote\s+be\s+taken|take\s+a\s+vote|vote\b)", re.IGNORECASE)
_SOMEBODY = re.compile(r"\b(?:seconded|proposed|moved|proposer)\s*(?:by\b|:)|\bseconded\b", re.IGNORECASE)
_SUGGESTS = re.compile(r"\b(?:suggested|recommended|requested|asked)\s+(?P<at>that\b|we\s)", re.IGNORECASE)
# A motion printed below the words that announce it: "… proposed an Amendment to the Motion as follows: / “That, …”"
NOTICE = re.compile(r"\W*(?:I|We|\||1|l)?\s*(?:will|shall)\s+(?:propose|move)\b[^.]{0,160}?\b(?=that\b)", re.IGNORECASE)
_ANNOUNCES = re.compile(
    r"\b(?:motion|amendment|amended|proposal|moved|proposed|seconded)s?\b[^.]*[:–-]\s*$", re.IGNORECASE | re.DOTALL
)
_AS_FOLLOWS = re.compile(
    r"\b(?:proposed|moved|submitted)\b.{0,90}\b(?:as\s+follows|following\s+(?:motion|amendment|resolution|proposal))\b",
    re.IGNORECASE | re.DOTALL,
)
# "Councillor Gildea moved / That this Council agrees to fly the flag" (Northern Ireland).
_MOVED_BELOW = re.compile(r"\b(?:moved|proposed)\s*$", re.IGNORECASE)
_SAID = re.compile(r"\b(?:said|stated)\b", re.IGNORECASE)
_REPLIES = re.compile(r"\b(?:reply|replied|response|responded|read|extract|reads)\b", re.IGNORECASE)
# "Proposed by Councillor Secas; / Seconded by Councillor Butler; / “To reduce the speed limit …”"
_SECONDED_LINE = re.compile(
    r"seconded\s+by\s+[^;:.\n]{3,60}[;:,.]?|\W*(?:proposed|moved|proposer|mover)\b[^.\n]{3,90}\bsecond(?:ed|er)"
    r"\b[^.\n]{3,60}",
    re.IGNORECASE,
)
# Numbered and with its movers in brackets: "AMENDMENT 1 (Cllr Ash / Cllr Bird): to insert …"
_NUMBERED = re.compile(r"\W*(?:amendment|motion)\s*\d{0,2}\s*(?:\([^()]{3,80}\))?\s*[:–-]\s*(?P<at>\w)", re.IGNORECASE)
_SAID_BEFORE = 200
_ANNOUNCED = re.compile(
    r"\s*(?:This\s+Council\b|[“\"‘]|”(?=I\b|We\b|That\b)|That\b|To\s+[a-z]|(?:I|We)\s+(?:will|shall)\s+(?:move|propose)\b|Propose\s+[a-z])"
)
_QUOTED = re.compile(r"\s*(?:[“\"]|”(?=I\b|We\b|That\b))")
_AMENDS = re.compile(r"\bamend(?:ments?|ed|ing)\b|\bcounter[- ]?proposal\b", re.IGNORECASE)

# "It was proposed that the proposal be amended to keep the status quo" (Limerick, 29 April 2019): the vote is on the other one.
_AMENDS_ANOTHER = re.compile(
    r"(?:that\s+)?(?:the|this)\s+(?:\w+\s+)?(?:proposal|motion|resolution|recommendation)s?\s+(?:should\s+)?be\s+amended\b",
    re.IGNORECASE,
)


def proposals(text: str, words: str, sentence: Sentence) -> Iterator[Cue]:
    """Yield the proposal of a sentence, or of the quotation below it: the first reader that knows its form speaks."""
    cue = next((cue for read in _FORMS if (cue := read(text, words, sentence))), None)
    if cue and not _is_no_motion(words, cue, sentence):
        yield cue


def _standing_alone(text: str, words: str, sentence: Sentence) -> Cue | None:
    quoted = _STANDING_ALONE.match(words)
    if quoted is None or _REPLIES.search(words, 0, quoted.start("quote")) or _read_out(text, sentence.start):
        return None
    amends = bool(_AMENDS.search(words, 0, quoted.start("quote")))
    return cue_of(CueKind.PROPOSAL, sentence, quoted, quoted.start("quote"), amendment=amends)


def _announced_below(text: str, words: str, sentence: Sentence) -> Cue | None:
    announced = _announced(text, words, sentence)
    if announced is None:
        return None
    amends = bool(_AMENDS.search(text, max(0, sentence.start - _SAID_BEFORE), sentence.end))
    return cue_of(CueKind.PROPOSAL, sentence, announced, len(words), amendment=amends)


def _moved(_text: str, words: str, sentence: Sentence) -> Cue | None:
    match = first_proposal(words)
    if match is None:
        return None
    nobody = _NOBODY.search(words, 0, match.end()) and not _SOMEBODY.search(words)
    amends = bool(_AMENDS.search(words, 0, match.end()) or _AMENDS_ANOTHER.match(words, clause_start(match))) and not nobody
    cue = cue_of(CueKind.PROPOSAL, sentence, match, clause_start(match), amendment=amends)
    return replace(cue, passing=bool(nobody))


def _moved_by_name(_text: str, words: str, sentence: Sentence) -> Cue | None:
    named = _MOTION_TO.search(words)
    cue = cue_of(CueKind.PROPOSAL, sentence, named, named.start("at")) if named else None
    return replace(cue, until=sentence.start + named.end("what")) if named and cue else None


def _suggested(_text: str, words: str, sentence: Sentence) -> Cue | None:
    suggested = _SUGGESTS.search(words)
    if suggested is None or not_here(words):
        return None
    return replace(cue_of(CueKind.PROPOSAL, sentence, suggested, suggested.start("at")), passing=True)


def _is_no_motion(words: str, cue: Cue, sentence: Sentence) -> bool:
    """Whether what reads like a proposal tells a decision ("proposed by X, the committee agreed to") or asks for a vote."""
    start, at = cue.start - sentence.start, cue.at - sentence.start
    told = at < len(words) and words[at] not in '“"' and _DECIDED.search(words, start, at)
    return bool(told or _VOTE_BE_TAKEN.match(words, at))


def _read_out(text: str, at: int) -> bool:
    """Whether what is quoted at a place was only read out or replied: "The Engineer read his reply to the motion:"."""
    above = text[max(0, at - _SAID_BEFORE) : at].rstrip()
    said = above[max(above.rfind(". "), above.rfind("\n\n")) + 1 :]
    return said.endswith(":") and bool(_REPLIES.search(said) or _SAID.search(said))


def first_proposal(words: str, end: int | None = None) -> re.Match[str] | None:
    """Return the earliest words of a sentence that propose something, up to `end`."""
    stop = len(words) if end is None else end
    hits = [hit for one in (_PROPOSES, _PROPOSES_THING, _TO_PASS) if (hit := one.search(words, 0, stop))]
    numbered = _NUMBERED.match(words, 0, stop)
    hits.extend([numbered] if numbered else [])
    return min(hits, key=lambda hit: hit.start()) if hits else None


def put_in_one(words: str, end: int) -> re.Match[str] | None:
    """Return what a sentence proposes that goes on to say its fate, up to `end`."""
    return _PUT_IN_ONE.search(words, 0, end)


def clause_start(match: re.Match[str]) -> int:
    """Where what is proposed begins."""
    named = match.groupdict()
    return match.start("at") if named.get("at") else match.start("at2")


def suggestion(words: str, end: int) -> re.Match[str] | None:
    """Return what was only recommended or suggested in a sentence that goes on: "recommended that …, and this was agreed"."""
    return _SUGGESTS.search(words, 0, end)


def _announced(text: str, words: str, sentence: Sentence) -> re.Match[str] | None:
    if _REPLIES.search(words):
        return None
    announced = _ANNOUNCES.search(words) or _MOVED_BELOW.search(words) or _SECONDED_LINE.fullmatch(words)
    if announced:
        return announced if _ANNOUNCED.match(text, sentence.end) else None
    follows = _AS_FOLLOWS.search(words)
    return follows if follows and _QUOTED.match(text, sentence.end) else None


_FORMS = (_standing_alone, _announced_below, _moved, _moved_by_name, _suggested)
