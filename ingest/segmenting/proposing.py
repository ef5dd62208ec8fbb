"""What is done when something is proposed?

The step for a proposal of one item: who moved it, and whether its own sentence, or the next, says what became of it. If not, it is
kept open for putting.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.records import Outcome
from index.sentences import Sentence
from index.sentences import sentence_at
from ingest.segmenting.cue import Cue
from ingest.segmenting.cue import CueKind
from ingest.segmenting.deciding import against_it
from ingest.segmenting.deciding import decide
from ingest.segmenting.limbs import tidy
from ingest.segmenting.minute import MinuteReading
from ingest.segmenting.minute import Printed
from ingest.segmenting.minute import Proposal
from ingest.segmenting.motions import NAME
from ingest.segmenting.motions import Movers
from ingest.segmenting.moved_words import proposed_clause
from ingest.segmenting.nearby import movers_near
from ingest.segmenting.nearby import movers_of
from ingest.segmenting.nearby import names_before
from ingest.segmenting.nearby import past_seconding
from ingest.segmenting.nearby import settles
from ingest.segmenting.nearby import submitter
from ingest.segmenting.nearby import vote_below
from ingest.segmenting.votes import PrintedVote
from ingest.segmenting.votes import find_counts
from ingest.segmenting.votes import find_vote

_FATE_WITHIN = re.compile(
    r",?\s+and\s+(?:this\s+|it\s+)?was\s+(?:unanimously\s+)?(?:passed|carried|agreed|approved)\b", re.IGNORECASE
)
_LINE_ABOVE = 80
"""Characters before a proposal in which its mover may stand on a line of its own."""
_SUBJECT = re.compile(NAME)
_PASSIVELY = re.compile(r"\b(?:was|were|is|being|been)\s+(?:\w+ly\s+)?(?:proposed|moved)\b", re.IGNORECASE)
_TAIL_VOTE = re.compile(
    r"[,;–-]\s*(?:and\s+)?(?:it\s+was\s+)?(?P<vote>all\s+(?:were\s+|present\s+)?(?:in\s+favour|agreed)|"
    r"(?:\w+\s+){0,3}unanimous(?:ly)?(?:\s+\w+)?|"
    r"nem\.?\s*con|agreed\s+by\s+all|(?:\w+\s+){0,2}and\s+it\s+was\s+unanimous)\W*$",
    re.IGNORECASE,
)
_LEAST_WORDS = 2


def proposal(reading: MinuteReading, cue: Cue, found: list[Sentence]) -> None:
    """A motion as put: decided at once where its own sentence, or the next, prints the vote."""
    sentence = sentence_at(found, cue.start)
    close_by_names(reading, cue)
    movers = movers_near(reading, sentence.start, sentence.end, reach=_LINE_ABOVE) or submitter(reading, cue)
    movers = movers or _subject_moves(reading, cue, sentence)
    clause = proposed_clause(reading, cue, sentence, found)
    if len(reading.text[clause.start : clause.end].split()) < _LEAST_WORDS:
        return
    put = Proposal(clause, movers, bool(cue.amendment), sentence.start, cue.passing)
    reading.read_to = max(clause.end, cue.until or sentence.end)
    if reading.agreed_below and (
        cue.at >= sentence.end or reading.text[cue.at] in '“"'
    ):  # "the following amendments were agreed; Proposed by …: “…”"
        decide(reading, clause, cue, Printed(None, None, movers))
        return
    if cue.until or cue.passing:
        reading.open.append(put)
        return
    reading.spent.update(one.start for one in reading.movers if sentence.start <= one.start < sentence.end)
    vote = (
        find_counts(reading.text, cue.end, sentence.end)
        or _tail_vote(reading, cue, sentence)
        or vote_below(reading, past_seconding(reading, found), found)
    )
    fate = _FATE_WITHIN.search(reading.text, clause.start, sentence.end) or _TAIL_VOTE.search(reading.text, cue.end, sentence.end)
    if fate is None and not settles(vote):
        reading.open.append(put)
        reading.opened = reading.opened or movers
        return
    cuts = [one for one in (vote.start if vote else None, fate.start() if fate else None) if one is not None]
    if clause.start < min(cuts) < clause.end:
        clause = tidy(reading.text, clause.start, min(cuts))
    vote = vote or find_vote(reading.text, min(cuts), sentence.end)
    reading.decided_to = max(sentence.end, vote.end if vote else 0)
    decide(reading, clause, cue, Printed(vote, None, movers_of(reading, put, max(cuts))))


def _tail_vote(reading: MinuteReading, cue: Cue, sentence: Sentence) -> PrintedVote | None:
    """The vote that ends a proposal's own sentence: "that the apologies be accepted, all in favour"."""
    tail = _TAIL_VOTE.search(reading.text, cue.end, sentence.end)
    return find_vote(reading.text, tail.start("vote"), sentence.end) if tail else None


def _subject_moves(reading: MinuteReading, cue: Cue, sentence: Sentence) -> Movers | None:
    """The member whose sentence it is: "Councillor Vane queried the cost and instead proposed an amendment that …"."""
    subject = _SUBJECT.match(reading.text, sentence.start, cue.at)
    if subject is None or _PASSIVELY.search(reading.text, sentence.start, cue.at):
        return None
    return Movers(subject.start(), subject.end(), re.sub(r"\s+", " ", subject[0]).strip(" ,"))


def close_by_names(reading: MinuteReading, cue: Cue) -> None:
    """A vote by name with figures, and no word of what it did: the figures say it (Limerick, 30 September 2019)."""
    put = next((one for one in reversed(reading.open) if not one.passing), None)
    names = names_before(reading, cue.start)
    if put is None or names is None or names.start < put.clause.end or not names.tally:
        return
    tally = names.tally
    if tally.in_favour is None or tally.against is None or tally.in_favour == tally.against:
        return
    reading.open.remove(put)
    outcome = Outcome.LOST if against_it(tally) else Outcome.CARRIED
    decided = replace(cue, kind=CueKind.FATE, start=names.start, end=names.end, outcome=outcome, amendment=put.amendment)
    decide(reading, put.clause, decided, Printed(None, names, movers_of(reading, put, names.start)))
    reading.told_at = names.end
