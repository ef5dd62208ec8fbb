"""What was decided in this item, and what was moved without being decided?

Takes the running text of an item, gives decision limbs in order, each with its force, outcome, vote, mover and seconder as far
as they are printed, and the motions whose fate is not printed. A motion is lost when the minutes say so or when its printed
tally is against it; it is carried only when the words of a decision, a fate or a vote say so. Nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.ids import limb_id
from index.records import DecisionLimb
from index.records import Motion
from index.records import MotionKind
from index.records import Outcome
from index.records import Tally
from index.records import Vote
from ingest.segmenting.cues import Cue
from ingest.segmenting.cues import CueKind
from ingest.segmenting.cues import find_cues
from ingest.segmenting.limbs import Clause
from ingest.segmenting.limbs import clauses_after
from ingest.segmenting.limbs import tidy
from ingest.segmenting.minute import MinuteReading
from ingest.segmenting.minute import Printed
from ingest.segmenting.minute import Proposal
from ingest.segmenting.minute import Put
from ingest.segmenting.motions import find_movers
from ingest.segmenting.nearby import first_movers
from ingest.segmenting.nearby import movers_near
from ingest.segmenting.nearby import names_after
from ingest.segmenting.nearby import names_before
from ingest.segmenting.nearby import past_seconding
from ingest.segmenting.nearby import settles
from ingest.segmenting.nearby import submitter
from ingest.segmenting.nearby import vote_after
from ingest.segmenting.nearby import vote_before
from ingest.segmenting.nearby import vote_below
from ingest.segmenting.nearby import voted_just_before
from ingest.segmenting.nearby import with_seconder
from ingest.segmenting.recorded import NamedVote
from ingest.segmenting.recorded import find_names
from ingest.segmenting.running import RunningText
from ingest.segmenting.votes import PrintedVote
from ingest.segmenting.votes import find_counts
from ingest.segmenting.votes import find_vote
from ingest.segmenting.wording import force_of
from ingest.sentences import Sentence
from ingest.sentences import sentences

# ", proposed by X, seconded by Y" at the end of a clause says who, not what.
_TRAILING_MOVERS = re.compile(
    r"[\s,;(–-]+(?:and\s+)?(?:this\s+was\s+|was\s+)?(?:proposed|moved|seconded)\b(?:\s+by\b|\s+(?=[A-Z]))", re.DOTALL
)
_FATE_WITHIN = re.compile(
    r",?\s+and\s+(?:this\s+|it\s+)?was\s+(?:unanimously\s+)?(?:passed|carried|agreed|approved)\b", re.IGNORECASE
)
_BEFORE_LABEL = re.compile(r"\s*\(?\w{1,4}[.)]\s*$")
_LINE_ABOVE = 80
"""Characters before a proposal in which its mover may stand on a line of its own."""
_BECOMES = re.compile(r"\bbec(?:ame|oming)\s+the\s+substantive\s+(?:motion|proposition)", re.IGNORECASE)
_AMENDS = re.compile(r"\bamend(?:ment|ed)\b", re.IGNORECASE)
_PROCEDURE = re.compile(
    r"\b(?:standing\s+orders|adjourn|exclude|excluding|closure|next\s+business|recorded\s+vote)\b", re.IGNORECASE
)
_DEFERS = re.compile(
    r"^\W*(?:that\s+)?(?:to\s+)?(?:"
    r"(?:this|the)\s+(?:item|matter|motion|report|application|decision)\b.{0,60}\b(?:be\s+)?(?:deferred|left)|"
    r"defer\b|postpone\b|leave\s+item|hold\s+over)",
    re.IGNORECASE | re.DOTALL,
)


def read_decisions(running: RunningText, item_id: str, start: int, end: int) -> tuple[tuple[DecisionLimb, ...], tuple[Motion, ...]]:
    """Read the decisions and the undecided motions of the item that stands at `start` to `end`."""
    reading = MinuteReading(running, item_id, start, end)
    reading.movers = find_movers(running.text, start, end)
    reading.names = find_names(running.text, start, end)
    found = sentences(running.text, start, end)
    cues = list(find_cues(running.text, found))
    for place, cue in enumerate(cues):
        if cue.start >= reading.read_to:
            following = next((later.start for later in cues[place + 1 :] if later.kind is CueKind.LEAD), end)
            _STEPS[cue.kind](reading, cue, following, found)
    reading.motions.extend(_undecided(reading, proposal) for proposal in reading.open)
    return tuple(reading.limbs), tuple(reading.motions)


def _lead(reading: MinuteReading, cue: Cue, following: int, found: list[Sentence]) -> None:
    """Clauses follow: "RESOLVED", "And Resolved:", "c) Decision (8:2)"."""
    clauses = clauses_after(reading.text, cue.at, cue.end, max(following, cue.end))
    if not clauses and reading.text[cue.start : cue.start + 8].lower() == "decision":
        return
    clauses = clauses or [Clause(cue.start, cue.end)]
    stop = clauses[-1].end
    vote = find_vote(reading.text, cue.start, max(cue.end, cue.at)) or vote_after(reading, stop, found)
    names = (names_before(reading, cue.start) or names_after(reading, stop)) if vote is None else None
    movers = movers_near(reading, cue.start, stop)
    if vote is None and names is None:
        put = voted_just_before(reading, cue, movers)
        vote, names, movers = put.vote, put.names, put.movers
        vote = vote or (vote_before(reading, cue, found) if names is None else None)
    labels = [cue.label] if cue.label and len(clauses) == 1 and clauses[0].label is None else [clause.label for clause in clauses]
    lead = _BEFORE_LABEL.sub("", reading.text[cue.start : clauses[0].start])
    cue = replace(cue, end=max(cue.end, cue.start + len(lead)))  # "That the Committee recommends to Cabinet that" is of it
    for clause, label in zip(clauses, labels, strict=True):
        _decide(reading, replace(clause, label=label), cue, Printed(vote, names, movers))
    reading.open.clear()
    reading.read_to = stop


def _telling(reading: MinuteReading, cue: Cue, _following: int, found: list[Sentence]) -> None:
    """One sentence says it: "It was agreed that …", "The minutes were approved"."""
    sentence = _sentence_at(found, cue.start)
    clause = _told_clause(reading, cue, sentence)
    told = max(cue.at, cue.end)
    vote = find_vote(reading.text, sentence.start, told) or find_counts(reading.text, sentence.start, sentence.end)
    vote = vote or vote_after(reading, sentence.end, found)
    _decide(reading, clause, cue, Printed(vote, None, movers_near(reading, sentence.start, sentence.end)))
    reading.read_to = max(sentence.end, clause.end)


def _told_clause(reading: MinuteReading, cue: Cue, sentence: Sentence) -> Clause:
    """The clause of a telling: its own words, or, where these end in a colon, what is quoted or listed below."""
    if reading.text[sentence.start : sentence.end].endswith(":"):
        below = clauses_after(reading.text, sentence.end, sentence.end, reading.end)
        if len(below) == 1:
            return below[0]
    end = sentence.end
    movers = _TRAILING_MOVERS.search(reading.text, cue.end, end)
    return tidy(reading.text, cue.at, movers.start() if movers else end)


def _proposal(reading: MinuteReading, cue: Cue, _following: int, found: list[Sentence]) -> None:
    """A motion as put: decided at once where its own sentence, or the next, prints the vote."""
    sentence = _sentence_at(found, cue.start)
    movers = movers_near(reading, sentence.start, sentence.end, reach=_LINE_ABOVE) or submitter(reading, cue)
    clause = _proposed_clause(reading, cue, sentence)
    reading.read_to = max(clause.end, cue.until or sentence.end)
    if cue.until:
        reading.open.append(Proposal(clause, movers, cue.amendment, sentence.start))
        return
    reading.spent.update(one.start for one in reading.movers if sentence.start <= one.start < sentence.end)
    vote = find_counts(reading.text, cue.end, sentence.end) or vote_below(reading, past_seconding(reading, found), found)
    fate = _FATE_WITHIN.search(reading.text, clause.start, sentence.end)
    if fate is None and not settles(vote):
        reading.open.append(Proposal(clause, movers, cue.amendment, sentence.start))
        reading.opened = reading.opened or movers
        return
    cuts = [one for one in (vote.start if vote else None, fate.start() if fate else None) if one is not None]
    if clause.start < min(cuts) < clause.end:
        clause = tidy(reading.text, clause.start, min(cuts))
    _decide(reading, clause, cue, Printed(vote or find_vote(reading.text, min(cuts), sentence.end), None, movers))


def _proposed_clause(reading: MinuteReading, cue: Cue, sentence: Sentence) -> Clause:
    if cue.at >= sentence.end:
        below = clauses_after(reading.text, sentence.end, sentence.end, reading.end)
        return below[0] if below else Clause(sentence.start, sentence.end)
    movers = _TRAILING_MOVERS.search(reading.text, cue.end, sentence.end)
    return tidy(reading.text, cue.at, cue.until or (movers.start() if movers else sentence.end))


def _fate(reading: MinuteReading, cue: Cue, _following: int, found: list[Sentence]) -> None:
    """What became of the last proposal that this can be about: "The Mayor declared the Motion defeated"."""
    sentence = _sentence_at(found, cue.start)
    reading.read_to = sentence.end
    replaced = _BECOMES.search(reading.text, sentence.start, sentence.end)
    if replaced and not cue.amendment:
        _replace_motion(reading)
        return
    proposal = _meant(reading, cue)
    if proposal is None:
        _fate_of_last(reading, cue, sentence)
        return
    reading.open.remove(proposal)
    names = names_before(reading, cue.start)
    vote = None if names else find_vote(reading.text, max(proposal.clause.end, reading.told_at), sentence.end)
    movers = with_seconder(reading, proposal, cue)
    _decide(reading, proposal.clause, cue, Printed(vote, names, movers))
    reading.told_at = sentence.end
    carried = cue.outcome is Outcome.CARRIED and reading.limbs
    reading.put = Put(sentence.end, Printed(vote, names, movers), reading.limbs[-1].id) if carried else None
    if replaced:
        _replace_motion(reading)
        reading.put = None


def _replace_motion(reading: MinuteReading) -> None:
    """An amendment became the motion: what it replaced was neither carried nor lost (Tarnbrook, the sample of 24 November 2020)."""
    reading.motions.extend(_undecided(reading, proposal) for proposal in reading.open)
    reading.open.clear()


def _meant(reading: MinuteReading, cue: Cue) -> Proposal | None:
    """An amendment's fate is never a motion's; a motion's may be that of an amendment which became the motion."""
    fitting = [proposal for proposal in reading.open if proposal.amendment == cue.amendment]
    if not fitting and not cue.amendment:
        fitting = reading.open
    return fitting[-1] if fitting else None


def _fate_of_last(reading: MinuteReading, cue: Cue, sentence: Sentence) -> None:
    """A fate with no motion open before it.

    A resolution printed first and its defeat after it (Limerick, 16 July 2018) is lost, not carried. A motion carried whose words
    come after it, in the resolution, is kept in mind with its vote.
    """
    if cue.outcome is Outcome.CARRIED:
        names = names_before(reading, cue.start)
        vote = None if names else find_vote(reading.text, max(reading.told_at, sentence.start), sentence.end)
        movers = movers_near(reading, sentence.start, sentence.end) or first_movers(reading, cue) or reading.opened
        reading.put = Put(sentence.end, Printed(vote, names, movers))
    fallen = cue.outcome in (Outcome.LOST, Outcome.WITHDRAWN) and not cue.amendment
    if reading.limbs and fallen and reading.limbs[-1].outcome is Outcome.CARRIED:
        last = reading.limbs[-1]
        reading.limbs[-1] = replace(last, outcome=cue.outcome, cue=reading.running.span(cue.start, cue.end))


def _decide(reading: MinuteReading, clause: Clause, cue: Cue, printed: Printed) -> None:
    spans = reading.running.spans(clause.start, clause.end)
    if not spans:
        return
    words = reading.text[clause.start : clause.end]
    record = _vote(reading, printed.vote, printed.names, lost=cue.outcome is Outcome.LOST)
    reading.limbs.append(
        DecisionLimb(
            id=limb_id(reading.item_id, len(reading.limbs) + 1),
            label=clause.label,
            spans=spans,
            force=force_of(words, reading.text[cue.start : cue.end]),
            outcome=_outcome(cue, words, record),
            cue=reading.running.span(cue.start, cue.end),
            vote=record,
            mover=printed.movers.mover if printed.movers else None,
            seconder=printed.movers.seconder if printed.movers else None,
            motion_kind=_kind(cue, words),
        )
    )
    reading.told_at = clause.end


def _outcome(cue: Cue, words: str, vote: Vote | None) -> Outcome:
    """The outcome said, unless the figures say lost: "Decision (2:8) to agree none" decided nothing (seed 000)."""
    tally = vote.tally if vote else None
    if tally and tally.in_favour is not None and tally.against is not None and tally.in_favour < tally.against:
        return Outcome.LOST
    if cue.outcome is Outcome.CARRIED and _DEFERS.match(words):
        return Outcome.DEFERRED
    return cue.outcome


def _vote(reading: MinuteReading, vote: PrintedVote | None, names: NamedVote | None, *, lost: bool) -> Vote | None:
    if names is not None:
        span = reading.running.span(names.start, names.end)
        return Vote(None, span, names.tally, recorded=names.recorded)
    if vote is None:
        return None
    tally = vote.tally
    if lost and tally and tally.in_favour is not None and tally.against is not None and tally.in_favour > tally.against:
        tally = Tally(tally.against, tally.in_favour, tally.abstained)  # "defeated by 10 votes to 3": ten were against
    return Vote(
        printed=re.sub(r"\s+", " ", reading.text[vote.start : vote.end]),
        span=reading.running.span(vote.start, vote.end),
        tally=tally,
        unanimous=vote.unanimous,
        casting=vote.casting,
    )


def _kind(cue: Cue, words: str) -> MotionKind:
    if cue.amendment or _AMENDS.search(words[:40]):
        return MotionKind.AMENDMENT
    return MotionKind.PROCEDURAL if _PROCEDURE.search(words[:120]) else MotionKind.SUBSTANTIVE


def _undecided(reading: MinuteReading, proposal: Proposal) -> Motion:
    movers = proposal.movers
    kind = MotionKind.AMENDMENT if proposal.amendment else MotionKind.SUBSTANTIVE
    spans = reading.running.spans(proposal.clause.start, proposal.clause.end)
    return Motion(spans, movers.mover if movers else None, movers.seconder if movers else None, kind)


def _sentence_at(found: list[Sentence], at: int) -> Sentence:
    return next(sentence for sentence in found if sentence.start <= at < sentence.end)


_STEPS = {CueKind.LEAD: _lead, CueKind.TELLING: _telling, CueKind.PROPOSAL: _proposal, CueKind.FATE: _fate}
