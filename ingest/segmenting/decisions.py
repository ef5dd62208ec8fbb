"""What was decided in this item, and what was moved without being decided?

Takes the running text of an item, gives decision limbs in order, each with its force, outcome, vote, mover and seconder as far
as they are printed, and the motions whose fate is not printed. A motion is lost when the minutes say so or when its printed
tally is against it; it is carried only when the words of a decision, a fate or a vote say so. Nothing is guessed. Cue by cue: what
is resolved and told is read here, what is moved and put in putting.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.records import DecisionLimb
from index.records import Motion
from index.records import Outcome
from index.sentences import Sentence
from index.sentences import sentence_at
from index.sentences import sentences
from ingest.segmenting.cue import Cue
from ingest.segmenting.cue import CueKind
from ingest.segmenting.cues import find_cues
from ingest.segmenting.deciding import against_it
from ingest.segmenting.deciding import decide
from ingest.segmenting.deciding import undecided
from ingest.segmenting.limbs import LISTED
from ingest.segmenting.limbs import Clause
from ingest.segmenting.limbs import below
from ingest.segmenting.limbs import clauses_after
from ingest.segmenting.limbs import tidy
from ingest.segmenting.minute import MinuteReading
from ingest.segmenting.minute import Printed
from ingest.segmenting.motions import Movers
from ingest.segmenting.motions import find_movers
from ingest.segmenting.moved_words import movers_cut
from ingest.segmenting.nearby import movers_near
from ingest.segmenting.nearby import movers_of
from ingest.segmenting.nearby import names_after
from ingest.segmenting.nearby import names_before
from ingest.segmenting.nearby import vote_after
from ingest.segmenting.nearby import vote_before
from ingest.segmenting.nearby import voted_just_before
from ingest.segmenting.proposing import proposal
from ingest.segmenting.putting import ballot
from ingest.segmenting.putting import fate
from ingest.segmenting.putting import voted
from ingest.segmenting.recorded import NamedVote
from ingest.segmenting.recorded import find_names
from ingest.segmenting.rejecting import fall_with
from ingest.segmenting.running import RunningText
from ingest.segmenting.votes import find_counts
from ingest.segmenting.votes import find_vote
from ingest.segmenting.which_motion import drop_passing

_BEFORE_LABEL = re.compile(r"\s*\(?\w{1,4}[.)]\s*$")
_FEW_WORDS = 4
"""Words up to which a told clause says nothing alone: "to donate £50" is quoted with its sentence (gold NOTES, rule 2)."""
# "The following motions were agreed:", "agreed to the following Motion:": what is agreed stands below, each clause for itself.
_STANDS_BELOW = re.compile(r"\b(?:following|as\s+follows|below)\b[^:]{0,60}:?\s*$|\b(?:to|that)\s*[:–-]?\s*$", re.IGNORECASE)
_SUBJECT_TO = re.compile(r"\b(?:subject\s+to|with)\s+the\s+following\b|\bthat\s+the\s+following\b[^:]{8,}:?\s*$", re.IGNORECASE)
_VOTED = re.compile(r"\bvoted\b", re.IGNORECASE)
_THEREFORE = re.compile(r"\b(?:therefore|accordingly|thus|duly)\b", re.IGNORECASE)
_FOLLOWS = re.compile(
    r"[^.]{0,60}\bthe\s+following\s+(?:motions?|amendments?|proposals?)\s+(?:was|were)\s+(?:agreed|"
    r"adopted|carried|passed)\W*",
    re.IGNORECASE,
)
_FOLLOWING_BE = re.compile(r"\bthat\s+the\s+following\b[^:]*\bbe\b", re.IGNORECASE)
_THE_MOTION = re.compile(
    r"\bto\s+(?:adopt|approve|agree|accept|support)\s+the\s+(?:above\s+)?(?:notice\s+of\s+)?motion\W*$", re.IGNORECASE
)
_ONLY_SO = re.compile(r"\W*accordingly\W*(?:\([^()]*\)\W*)?", re.IGNORECASE)
_OFFICERS_ADVICE = re.compile(r"\brecommendations?\s+be\s+(?:adopted|agreed|approved|accepted)\b", re.IGNORECASE)
_ONLY_VOTED = re.compile(
    r"\W*(?:agreed|resolved|decided|approved|adopted)\W*(?:accordingly\W*)?(?:nem\.?\s*con\.?|unanimous(?:ly)?|"
    r"by\s+[^.]{0,40}|\([^()]{0,40}\)|without\s+dissent)?\W*",
    re.IGNORECASE,
)
_ANOTHERS_ACT = re.compile(r"\s+and\s+the\s+(?:clerk|secretary|treasurer|chair(?:man|person)?)\s+(?!be\b)\w+", re.IGNORECASE)
_AT_ONCE = 4
"""Characters between a decision and a sentence that goes on from it."""
_ALIKE = 0.5
_LONG_WORD = 4
_BESIDES = re.compile(r"\b(?:also|further|additionally)\b", re.IGNORECASE)


def read_decisions(
    running: RunningText, item_id: str, start: int, end: int, heading: int | None = None
) -> tuple[tuple[DecisionLimb, ...], tuple[Motion, ...]]:
    """Read the decisions and the undecided motions of the item whose minute stands at `start` to `end`.

    The item's heading, from `heading` on, may name who gave notice ("Notice of Motion submitted by Councillor Vane").
    """
    reading = MinuteReading(running, item_id, start, end)
    reading.movers = find_movers(running.text, start if heading is None else heading, end)
    reading.names = find_names(running.text, start, end)
    found = sentences(running.text, start, end)
    cues = list(find_cues(running.text, found))
    reading.cues = tuple(cues)
    reading.proposed_at = tuple(cue.start for cue in cues if cue.kind is CueKind.PROPOSAL and not cue.passing)
    for place, cue in enumerate(cues):
        if cue.start >= reading.read_to or (cue.kind is CueKind.FATE and _goes_on(cues, place, reading.read_to, found)):
            _step(reading, cue, next((later.start for later in cues[place + 1 :] if later.kind is CueKind.LEAD), end), found)
    reading.motions.extend(undecided(reading, one) for one in reading.open if not one.passing)
    return tuple(reading.limbs), tuple(reading.motions)


def _goes_on(cues: list[Cue], place: int, read_to: int, found: list[Sentence]) -> bool:
    """Whether a fate is of the sentence that is being read: its own proposal, or another fate, stands before it there."""
    cue, before = cues[place], cues[place - 1] if place else None
    same = before is not None and sentence_at(found, before.start) == sentence_at(found, cue.start)
    return cue.end > read_to or (same and before is not None and before.until is not None)


def _step(reading: MinuteReading, cue: Cue, following: int, found: list[Sentence]) -> None:
    if cue.kind is CueKind.LEAD:
        _lead(reading, cue, following, found)
    elif cue.kind is CueKind.TELLING:
        _telling(reading, cue, found)
    else:
        _PUT[cue.kind](reading, cue, found)


def _lead(reading: MinuteReading, cue: Cue, following: int, found: list[Sentence]) -> None:
    """Clauses follow: "RESOLVED", "And Resolved:", "c) Decision (8:2)"."""
    clauses = clauses_after(reading.text, cue.at, cue.end, max(following, cue.end))
    if not clauses and reading.text[cue.start : cue.start + 8].lower() == "decision":
        return
    if reading.text[cue.start : cue.start + 11].lower() == "recommended" and _OFFICERS_ADVICE.search(
        reading.text, cue.end, reading.end
    ):
        return  # the report's recommendation; what was moved and resolved on it follows
    if clauses and _ONLY_SO.fullmatch(reading.text[clauses[0].start : clauses[-1].end]) and not reading.open:
        return
    if _closes(reading, cue, clauses):
        fate(reading, cue, found)
        reading.read_to = max(reading.read_to, clauses[-1].end if clauses else cue.end)
        return
    clauses = clauses or [Clause(cue.start, cue.end)]
    stop = clauses[-1].end
    sentence = sentence_at(found, cue.start)
    vote = find_vote(reading.text, max(sentence.start, reading.told_at), max(cue.end, cue.at)) or vote_after(reading, stop, found)
    names = _names_of_lead(reading, cue, stop)
    movers = movers_near(reading, cue.start, stop)
    if vote is None and names is None:
        put = voted_just_before(reading, cue, movers)
        vote, names, movers = put.vote, put.names, put.movers
        vote = vote or (vote_before(reading, cue, found) if names is None else None)
    labels = [cue.label] if cue.label and len(clauses) == 1 and clauses[0].label is None else [clause.label for clause in clauses]
    lead = _BEFORE_LABEL.sub("", reading.text[cue.start : clauses[0].start])
    cue = replace(cue, end=max(cue.end, cue.start + len(lead)))  # "That the Committee recommends to Cabinet that" is of it
    for clause, label in zip(clauses, labels, strict=True):
        decide(reading, replace(clause, label=label), cue, Printed(vote, names, movers))
        fall_with(reading, clause, cue)
    reading.open.clear()
    reading.read_to = reading.decided_to = stop


def _names_of_lead(reading: MinuteReading, cue: Cue, stop: int) -> NamedVote | None:
    """The recorded vote of a resolution: above it, unless those named were against, or below it.

    "The Meetings Administrator declared the proposal defeated. … And Resolved: “That the Budgetary Plan 2019 … is adopted”"
    (Limerick, 19 November 2018): eleven against five had voted down something else.
    """
    names = names_before(reading, cue.start)
    if names and not (cue.outcome is Outcome.CARRIED and against_it(names.tally)):
        return names
    return names_after(reading, stop)


def _closes(reading: MinuteReading, cue: Cue, clauses: list[Clause]) -> bool:
    """Whether a lead with nothing after it but a vote carries the motion above it: "AGREED nem. con.", "Agreed (18:2)"."""
    words = reading.text[cue.start : clauses[-1].end if clauses else cue.end]
    return (
        any(not one.passing for one in reading.open)
        and len(clauses) <= 1
        and bool(_ONLY_VOTED.fullmatch(words) or _THE_MOTION.search(words))
    )


def _telling(reading: MinuteReading, cue: Cue, found: list[Sentence]) -> None:
    """One sentence says it: "It was agreed that …", "The minutes were approved"."""
    sentence = sentence_at(found, cue.start)
    if cue.passing and sentence.start - reading.decided_to > _AT_ONCE:
        return
    drop_passing(reading, -1)
    if _FOLLOWS.fullmatch(reading.text[sentence.start : sentence.end]) and not below(reading.text, sentence.end):
        reading.agreed_below = True
        return
    clauses = _told_clauses(reading, cue, sentence)
    told = max(cue.at, cue.end)
    if _VOTED.search(reading.text, cue.start, cue.end):
        told = sentence.end
    vote = find_vote(reading.text, sentence.start, told) or find_counts(reading.text, sentence.start, sentence.end)
    vote = vote or vote_after(reading, sentence.end, found)
    if vote is None and _THEREFORE.search(reading.text, sentence.start, sentence.end):
        vote = vote_before(reading, cue, found)
    movers = movers_near(reading, sentence.start, sentence.end) or _of_the_same(reading, clauses[0], cue)
    for clause in clauses:
        decide(reading, clause, cue, Printed(vote, names_after(reading, clauses[-1].end), movers))
        fall_with(reading, clause, cue)
    reading.spent.update(one.start for one in reading.movers if sentence.start <= one.start < sentence.end)
    reading.read_to = reading.decided_to = max(sentence.end, clauses[-1].end)


def _told_clauses(reading: MinuteReading, cue: Cue, sentence: Sentence) -> list[Clause]:
    """The clause of a telling: its own words, or what is quoted or listed below them, or both ("subject to the following:")."""
    words = reading.text[min(cue.at, cue.start) : sentence.end]
    if cue.at >= sentence.end or _STANDS_BELOW.search(words) or words.rstrip("–-").endswith(":"):
        clauses = _clauses_below(reading, cue, sentence, words)
        if clauses:
            return clauses
    clause = _told_clause(reading, cue, sentence) if cue.at < sentence.end else tidy(reading.text, sentence.start, sentence.end)
    if len(reading.text[clause.start : clause.end].split()) <= _FEW_WORDS:
        clause = tidy(reading.text, sentence.start, clause.end)
    return [clause]


def _clauses_below(reading: MinuteReading, cue: Cue, sentence: Sentence, words: str) -> list[Clause]:
    """The clauses of a telling whose sentence goes on in a list or a quotation; none where nothing of it stands below."""
    clauses = clauses_after(reading.text, sentence.end, sentence.end, reading.end)
    listed = bool(clauses) and LISTED.match(reading.text, sentence.end) is not None
    said = reading.text[cue.end : sentence.end].strip(" :–-")
    if cue.at >= sentence.end or (listed and not said):
        return clauses
    if listed and (_SUBJECT_TO.search(words) or not _STANDS_BELOW.search(words)):
        return [tidy(reading.text, cue.at, clauses[-1].end)]
    if _STANDS_BELOW.search(words) and below(reading.text, sentence.end):
        return clauses
    return [_joined(reading, cue.at, sentence.end)] if words.endswith(":") and _FOLLOWING_BE.search(words) else []


def _joined(reading: MinuteReading, at: int, colon: int) -> Clause:
    """A clause and the unmarked lines below its colon, up to a full stop: "that the following be paid: / I. Walters £312.40; …"."""
    stop = re.compile(r"\.\s*(?:\n|$)|\n[ \t]*\n").search(reading.text, colon + 1, reading.end)
    return tidy(reading.text, at, stop.start() + 1 if stop else colon)


def _told_clause(reading: MinuteReading, cue: Cue, sentence: Sentence) -> Clause:
    other = _ANOTHERS_ACT.search(reading.text, cue.end, sentence.end)
    return tidy(
        reading.text, cue.at, min(movers_cut(reading.text, cue.end, sentence.end), other.start() if other else sentence.end)
    )


def _of_the_same(reading: MinuteReading, clause: Clause, cue: Cue) -> Movers | None:
    """Who moved the open motion which this telling decides in other words (Limerick, Annacotty Weir).

    What "was also agreed" is another decision (Ballingarry, 12 April 2019: on the scheme that had only been proposed).
    """
    if _BESIDES.search(reading.text, cue.start, cue.end):
        return None
    said = _content(reading, clause)
    for one in reversed(reading.open):
        shared = said & _content(reading, one.clause)
        if said and len(shared) >= _ALIKE * len(said):
            reading.open.remove(one)
            return movers_of(reading, one, cue.start)
    return None


def _content(reading: MinuteReading, clause: Clause) -> set[str]:
    return {word for word in re.findall(r"\w+", reading.text[clause.start : clause.end].lower()) if len(word) > _LONG_WORD}


_PUT = {CueKind.PROPOSAL: proposal, CueKind.BALLOT: ballot, CueKind.FATE: fate, CueKind.VOTED: voted}
