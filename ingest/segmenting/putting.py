"""Which motion was put, and what became of it?

The steps for ballots, fates and votes of one item. A ballot names the motion that is put; a fate closes a motion, however far above
it was moved. What is still open at the end is a motion whose fate is not stated, and no decision.
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
from ingest.segmenting.deciding import for_it
from ingest.segmenting.deciding import undecided
from ingest.segmenting.declaring import declared_here
from ingest.segmenting.elected import nominations_of
from ingest.segmenting.fates import SECONDED_AND
from ingest.segmenting.limbs import tidy
from ingest.segmenting.minute import MinuteReading
from ingest.segmenting.minute import Printed
from ingest.segmenting.minute import Proposal
from ingest.segmenting.minute import Put
from ingest.segmenting.nearby import first_movers
from ingest.segmenting.nearby import movers_near
from ingest.segmenting.nearby import movers_of
from ingest.segmenting.nearby import names_after
from ingest.segmenting.nearby import names_asked_for
from ingest.segmenting.nearby import names_before
from ingest.segmenting.nearby import settles
from ingest.segmenting.recorded import NamedVote
from ingest.segmenting.rejecting import fall_with
from ingest.segmenting.votes import PrintedVote
from ingest.segmenting.votes import find_vote
from ingest.segmenting.which_motion import after_first
from ingest.segmenting.which_motion import drop_passing
from ingest.segmenting.which_motion import last_of
from ingest.segmenting.which_motion import meant
from ingest.segmenting.which_motion import mentioned
from ingest.segmenting.which_motion import moved_by

_BECOMES = re.compile(r"\bbec(?:ame|oming)\s+the\s+substantive\s+(?:motion|proposition)", re.IGNORECASE)
# "The Community Development proposal was agreed in principle", "The recommendations in the report were approved."
_OF_ITS_OWN = re.compile(
    r"(?:(?:the|this)\s+(?:[\w’'&-]+\s+){1,5}(?:proposal|recommendation|plan)s?|"
    r"(?:all\s+(?:of\s+)?)?(?:the\s+)?(?:officers?[’']s?\s+)?recommendations?)\b"
    r"[^.;]{0,90}?\b(?:was|were)\s+(?:\w+ly\s+)?(?:agreed|approved|adopted|accepted)",
    re.IGNORECASE,
)
_MOVED_HERE = re.compile(r"\b(?:proposed|moved|seconded)\b", re.IGNORECASE)
_SAID_ABOVE = re.compile(
    r"\W*(?:this|that|it|which|(?:the|this|that)\s+(?:motion|proposal|amendment|suggestion|resolution|recommendation))\b",
    re.IGNORECASE,
)
_VOTE_TAKEN = re.compile(r"\ba\s+vote\s+was\s+taken\s+(?:for|on|to)\b[^.]*\.\s*$", re.IGNORECASE)
_IN_FAVOUR_OF = re.compile(
    r"\b(?:in\s+favour\s+of|in\s+support\s+of|for\s+the\s+\w+|against\s+the\s+\w+)\s+(?!this|the\s+motion)\w", re.IGNORECASE
)
_ENDS_IN_VOTE = re.compile(
    r"\b(?:approved|agreed|given|granted|refused|rejected|accepted|noted|appointed|adopted)\b.*\([^()]{3,40}\)\W*$",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE_BEFORE = 260
_SAYS_WHAT = re.compile(r"\b(?:motion|proposal|proposition|resolution|recommendations?|part\s*(?:8|viii))\b", re.IGNORECASE)
_ALL_OF_THEM = re.compile(r"\b(?:two|three|four|both|all)\b[^.]{0,30}\b(?:motions|amendments|proposals)\b", re.IGNORECASE)
# A ballot may print the motion again, in full: "on the proposal to defer the item to a further meeting …" (Limerick, 2019).
_RESTATED = re.compile(
    r"\W*(?:[^.;]{0,120}?\b(?:seconded|proposed)\s+by\b[^.;]{3,60}?)?,?\s*(?P<at>(?:that|to)\s+[a-z].{12,})", re.DOTALL
)
_FOLLOWS = re.compile(r"\b(?:follow(?:s|ing)|division)\b", re.IGNORECASE)
_WORDS_ALIKE = 3
_RIGHT_AFTER = 6
"""Characters between a decision and the words that say it again: a full stop, white space."""


def ballot(reading: MinuteReading, cue: Cue, found: list[Sentence]) -> None:
    """Keep in mind which motion is put; where the ballot prints the motion more fully, those are its words."""
    sentence = sentence_at(found, cue.start)
    reading.read_to = max(reading.read_to, sentence.end)
    named = movers_near(reading, sentence.start, sentence.end, reach=0)
    put = moved_by(reading, named) or mentioned(reading, sentence) or last_of(reading, amendment=cue.amendment)
    if put is None:
        return
    restated = _RESTATED.match(reading.text, cue.end, sentence.end)
    if restated and restated.end() - restated.start("at") > put.clause.end - put.clause.start and _alike(reading, put, restated):
        place = reading.open.index(put)
        put = replace(put, clause=tidy(reading.text, restated.start("at"), sentence.end))
        reading.open[place] = put
    reading.balloted = put


def _alike(reading: MinuteReading, put: Proposal, restated: re.Match[str]) -> bool:
    first = reading.text[put.clause.start : put.clause.end].lower().split()[:_WORDS_ALIKE]
    return restated["at"].lower().split()[:_WORDS_ALIKE] == first


def fate(reading: MinuteReading, cue: Cue, found: list[Sentence]) -> None:
    """What became of the proposal that this can be about: "The Mayor declared the Motion defeated"."""
    sentence = sentence_at(found, cue.start)
    reading.read_to = cue.end
    drop_passing(reading, cue.start)
    if not cue.amendment and declared_here(reading, cue, sentence):
        return
    if cue.amendment is None and _spent(reading, sentence):
        reading.decided_to = sentence.end
        return
    replaced = _BECOMES.search(reading.text, sentence.start, sentence.end)
    if replaced and not cue.amendment:
        _replace_motion(reading)
        return
    if _ALL_OF_THEM.search(reading.text, sentence.start, cue.end):
        for one in [one for one in reading.open if one.amendment == cue.amendment or not cue.amendment][after_first(reading) :]:
            _close(reading, one, cue, sentence)
        return
    chosen = nominations_of(reading, reading.text[cue.start : cue.end])
    if chosen is not None:
        for one in chosen:
            _close(reading, one, cue, sentence)
        return
    put = meant(reading, cue, sentence)
    if put is None:
        _fate_of_last(reading, cue, sentence)
        return
    _close(reading, put, cue, sentence)
    if replaced:
        _replace_motion(reading)
        reading.put = None


def voted(reading: MinuteReading, cue: Cue, found: list[Sentence]) -> None:
    """A vote with no word of what it did decides the motion put before it, or says in itself what was voted."""
    sentence = sentence_at(found, cue.start)
    vote = find_vote(reading.text, sentence.start, sentence.end)
    if vote is None or reading.voted_to > sentence.start or not settles(vote) or names_before(reading, sentence.end):
        return
    lost = cue.outcome is Outcome.LOST or against_it(vote.tally)
    cue = replace(cue, outcome=Outcome.LOST if lost else Outcome.CARRIED)
    drop_passing(reading, cue.start)
    if reading.open:
        if any(later.kind is CueKind.FATE for later in reading.following(cue)):
            return
        _close(reading, reading.balloted or reading.open[-1], cue, sentence)
        return
    taken = _VOTE_TAKEN.search(reading.text, max(reading.decided_to, sentence.start - _SENTENCE_BEFORE), sentence.start)
    words = reading.text[sentence.start : sentence.end]
    moved = _MOVED_HERE.search(words)
    listed = _ENDS_IN_VOTE.search(words) or (moved and moved.start() > 0 and "second" in words and not _SAID_ABOVE.match(words))
    if taken or listed or _IN_FAVOUR_OF.search(reading.text, sentence.start, sentence.end):
        decide(
            reading, tidy(reading.text, taken.start() if taken else sentence.start, sentence.end), cue, Printed(vote, None, None)
        )
        reading.read_to = reading.decided_to = sentence.end


def _spent(reading: MinuteReading, sentence: Sentence) -> bool:
    """Whether a fate alone says again what was just decided: "It was agreed to mend the roof. All agreed."."""
    last = max(reading.decided_to, reading.voted_to)
    newest = max((one.clause.end for one in reading.open), default=-1)
    return bool(reading.limbs) and newest < last and sentence.start - last <= _RIGHT_AFTER


def _close(reading: MinuteReading, put: Proposal, cue: Cue, sentence: Sentence) -> None:
    reading.open.remove(put)
    if reading.balloted == put:
        reading.balloted = None
    names = names_before(reading, cue.start)
    if names is None and _FOLLOWS.search(reading.text, sentence.start, sentence.end):
        names = names_after(reading, cue.end)
    names = names or names_asked_for(reading, sentence.end)
    if names and cue.outcome is Outcome.LOST and for_it(names.tally):
        names = None  # twenty-one for, nine against, "the Motion defeated": the names are of what was adopted instead
        vote = None
    else:
        since = sentence.start if names else max(put.clause.end, reading.told_at, reading.voted_to)
        vote = find_vote(reading.text, since, sentence.end)
        reading.told_at = max(sentence.end, names.end if names else 0)
    _write(reading, put, cue, names, vote)
    told = reading.limbs[-1].id if cue.outcome is Outcome.CARRIED and reading.limbs else None
    reading.put = Put(sentence.end, Printed(vote, names, movers_of(reading, put, cue.end)), told) if told else None
    fall_with(reading, put.clause, cue)
    reading.decided_to = sentence.end


def _write(reading: MinuteReading, put: Proposal, cue: Cue, names: NamedVote | None, vote: PrintedVote | None) -> None:
    told_at = reading.told_at
    amends = put.amendment or cue.amendment
    decide(reading, put.clause, replace(cue, amendment=amends), Printed(vote, names, movers_of(reading, put, cue.end)))
    reading.told_at = told_at


def _replace_motion(reading: MinuteReading) -> None:
    """An amendment became the motion: what it replaced was neither carried nor lost (Tarnbrook, the sample of 24 November 2020)."""
    reading.motions.extend(undecided(reading, one) for one in reading.open if not one.passing)
    reading.open.clear()


def _whole(reading: MinuteReading, cue: Cue, sentence: Sentence) -> bool:
    """A sentence that says what, by whom and its fate: "The minutes were proposed by A, seconded by B, and unanimously agreed"."""
    words = reading.text[sentence.start : sentence.end]
    moved = _MOVED_HERE.search(words)
    told = (moved and moved.start() > 0 and SECONDED_AND.search(words)) or _OF_ITS_OWN.match(words)
    if not told or _SAID_ABOVE.match(words):
        return False
    movers = movers_near(reading, sentence.start, sentence.end, reach=0)
    vote = find_vote(reading.text, sentence.start, sentence.end)
    clause = tidy(reading.text, sentence.start, sentence.end)
    decide(reading, clause, cue, Printed(vote, None, movers))
    reading.read_to = reading.decided_to = sentence.end
    return True


def _fate_of_last(reading: MinuteReading, cue: Cue, sentence: Sentence) -> None:
    """A fate with no motion open before it.

    A resolution printed first and its defeat after it (Limerick, 16 July 2018) is lost, not carried; but what was resolved is not
    undone by a motion that somebody withdrew elsewhere (27 January 2020). A motion carried whose words come after it, in the
    resolution, is kept in mind with its vote.
    """
    if cue.outcome is Outcome.CARRIED and _whole(reading, cue, sentence):
        return
    if reading.voted_to > sentence.start:
        return  # "All in favour." was read with the decision above it
    if cue.outcome is Outcome.CARRIED:
        names = names_before(reading, cue.start)
        vote = None if names else find_vote(reading.text, max(reading.told_at, sentence.start), sentence.end)
        movers = movers_near(reading, sentence.start, sentence.end) or first_movers(reading, cue) or reading.opened
        reading.put = Put(sentence.end, Printed(vote, names, movers))
    fallen = cue.outcome is Outcome.LOST and not cue.amendment
    named = _SAYS_WHAT.search(reading.text, cue.start, cue.end)
    if reading.limbs and fallen and named and reading.limbs[-1].outcome is Outcome.CARRIED:
        last = reading.limbs[-1]
        reading.limbs[-1] = replace(last, outcome=cue.outcome, cue=reading.running.span(cue.start, cue.end))
