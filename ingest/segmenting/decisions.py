"""What was decided in this item, and what was moved without being decided?

Takes the running text of an item, gives decision limbs in order, each with its force, outcome, vote, mover and seconder as far
as they are printed, and the motions whose fate is not printed. A motion is lost when the minutes say so or when its printed
tally is against it; it is carried only when the words of a decision, a fate or a vote say so. Nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field
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
from ingest.segmenting.motions import Movers
from ingest.segmenting.motions import find_movers
from ingest.segmenting.running import RunningText
from ingest.segmenting.sentences import Sentence
from ingest.segmenting.sentences import sentences
from ingest.segmenting.votes import NamedVote
from ingest.segmenting.votes import PrintedVote
from ingest.segmenting.votes import find_counts
from ingest.segmenting.votes import find_names
from ingest.segmenting.votes import find_vote
from ingest.segmenting.wording import force_of

_MOVERS_REACH = 420
"""Characters before a decision in which its movers stand: two names, a line each, and what the report was about."""
_VOTE_REACH = 260
_WRITTEN_DOWN = 60
"""Characters between a motion carried and the resolution that writes it down: "It was therefore"."""
_VOTE_SENTENCE = re.compile(
    r"^\W*(?:(?:on\s+being\s+put|upon\s+a\s+show|on\s+a\s+(?:show|vote)|a\s+vote|the\s+vote|vot(?:e|ing)|this\s+was|it\s+was|all\b|unanimous|carried|agreed\s+(?:with|by|unanimously)|\d+\s+votes?|"
    r"(?:\w+\s+){0,3}(?:in\s+favour|against|abstain))|(?:for|against)\s*:)",
    re.IGNORECASE,
)
# ", proposed by X, seconded by Y" at the end of a clause says who, not what.
_TRAILING_MOVERS = re.compile(r"[\s,;(–-]+(?:and\s+)?(?:this\s+was\s+|was\s+)?(?:proposed|moved|seconded)\b(?:\s+by\b|\s+(?=[A-Z]))", re.DOTALL)
_FATE_WITHIN = re.compile(r",?\s+and\s+(?:this\s+|it\s+)?was\s+(?:unanimously\s+)?(?:passed|carried|agreed|approved)\b", re.IGNORECASE)
_SECONDING = re.compile(r"(?:(?:this|it)\s+was\s+)?(?:seconded\s+by\s+)?(?:[A-Z][\w.’'()]*\s*){1,5}(?:seconded)?\.?", re.IGNORECASE)
_VOTES = re.compile(r"\bvot(?:e|es|ing|ed)\b", re.IGNORECASE)
_AMENDS = re.compile(r"\bamend(?:ment|ed)\b", re.IGNORECASE)
_PROCEDURE = re.compile(r"\b(?:standing\s+orders|adjourn|exclude|excluding|closure|next\s+business|recorded\s+vote)\b", re.IGNORECASE)
_DEFERS = re.compile(
    r"^\W*(?:that\s+)?(?:to\s+)?(?:(?:this|the)\s+(?:item|matter|motion|report|application|decision)\b.{0,60}\b(?:be\s+)?(?:deferred|left)|defer\b|postpone\b|leave\s+item|hold\s+over)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A motion as put: its clause, who moved it, and whether it amends another."""

    clause: Clause
    movers: Movers | None
    amendment: bool
    start: int


@dataclass(frozen=True, slots=True)
class Put:
    """A motion just put and carried: where that was said, and by what vote."""

    end: int
    vote: PrintedVote | None
    names: NamedVote | None
    movers: Movers | None
    limb: str | None = None


@dataclass(slots=True)
class MinuteReading:
    """The state of reading one item, from its first word to its last; thrown away when it is read."""

    running: RunningText
    item_id: str
    start: int
    end: int
    limbs: list[DecisionLimb] = field(default_factory=list)
    open: list[Proposal] = field(default_factory=list)
    motions: list[Motion] = field(default_factory=list)
    movers: list[Movers] = field(default_factory=list)
    names: list[NamedVote] = field(default_factory=list)
    put: Put | None = None
    spent: set[int] = field(default_factory=set)
    read_to: int = 0
    told_at: int = 0

    @property
    def text(self) -> str:
        """The whole running text; offsets are into it."""
        return self.running.text


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
    """ "RESOLVED", "And Resolved:", "c) Decision (8:2)": clauses follow."""
    clauses = clauses_after(reading.text, cue.at, cue.end, max(following, cue.end))
    if not clauses and reading.text[cue.start : cue.start + 8].lower() == "decision":
        return
    clauses = clauses or [Clause(cue.start, cue.end)]
    stop = clauses[-1].end
    vote = find_vote(reading.text, cue.start, max(cue.end, cue.at)) or _vote_after(reading, stop, found)
    names = (_names_before(reading, cue.start) or _names_after(reading, stop)) if vote is None else None
    movers = _movers_near(reading, cue.start, stop)
    if vote is None and names is None:
        vote, names, movers = _voted_just_before(reading, cue, movers)
        vote = vote or (_vote_before(reading, cue, found) if names is None else None)
    labels = [cue.label] if cue.label and len(clauses) == 1 and clauses[0].label is None else [clause.label for clause in clauses]
    for clause, label in zip(clauses, labels, strict=True):
        _decide(reading, replace(clause, label=label), cue, vote, names, movers)
    reading.open.clear()
    reading.read_to = stop


def _voted_just_before(
    reading: MinuteReading, cue: Cue, movers: Movers | None
) -> tuple[PrintedVote | None, NamedVote | None, Movers | None]:
    """The vote that carried the motion which this resolution writes down: "… CARRIED (25 votes for, 9 against). It was RESOLVED"."""
    put = reading.put
    if put is None or cue.start - put.end > _WRITTEN_DOWN or find_movers(reading.text, put.end, cue.start):
        return None, None, movers
    if put.limb is not None and reading.limbs and reading.limbs[-1].id == put.limb:
        reading.limbs.pop()  # the motion and the resolution that writes it down are one decision
    return put.vote, put.names, put.movers or movers


def _vote_before(reading: MinuteReading, cue: Cue, found: list[Sentence]) -> PrintedVote | None:
    """A vote in the words that lead to a resolution: "the voting was 2 in favour and 2 against. … it was RESOLVED"."""
    place = next((number for number, sentence in enumerate(found) if sentence.end > cue.start), 0)
    start = max(reading.told_at, found[max(0, place - 2)].start)
    return find_vote(reading.text, start, cue.start) if _VOTES.search(reading.text, start, cue.start) else None


def _telling(reading: MinuteReading, cue: Cue, _following: int, found: list[Sentence]) -> None:
    """ "It was agreed that …", "The minutes were approved": one sentence says it."""
    sentence = _sentence_at(found, cue.start)
    clause = _told_clause(reading, cue, sentence)
    told = max(cue.at, cue.end)
    vote = find_vote(reading.text, sentence.start, told) or find_counts(reading.text, sentence.start, sentence.end)
    vote = vote or _vote_after(reading, sentence.end, found)
    _decide(reading, clause, cue, vote, None, _movers_near(reading, sentence.start, sentence.end))
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
    """ "X proposed that …": decided at once where its own sentence, or the next, prints the vote."""
    sentence = _sentence_at(found, cue.start)
    movers = _movers_near(reading, sentence.start, sentence.end, reach=0) or _submitter(reading, cue)
    clause = _proposed_clause(reading, cue, sentence)
    reading.read_to = max(clause.end, cue.until or sentence.end)
    if cue.until:
        reading.open.append(Proposal(clause, movers, cue.amendment, sentence.start))
        return
    reading.spent.update(one.start for one in reading.movers if sentence.start <= one.start < sentence.end)
    vote = find_counts(reading.text, cue.end, sentence.end) or _vote_after(reading, _past_seconding(reading, found), found)
    fate = _FATE_WITHIN.search(reading.text, clause.start, sentence.end)
    if fate is None and not _settles(vote):
        reading.open.append(Proposal(clause, movers, cue.amendment, sentence.start))
        return
    cuts = [one for one in (vote.start if vote else None, fate.start() if fate else None) if one is not None]
    if clause.start < min(cuts) < clause.end:
        clause = tidy(reading.text, clause.start, min(cuts))
    _decide(reading, clause, cue, vote or find_vote(reading.text, min(cuts), sentence.end), None, movers)


def _settles(vote: PrintedVote | None) -> bool:
    """Whether a vote alone says what became of a motion: equal votes do not."""
    tally = vote.tally if vote else None
    return vote is not None and not vote.casting and (tally is None or tally.in_favour != tally.against)


def _past_seconding(reading: MinuteReading, found: list[Sentence]) -> int:
    """Where a vote may follow a proposal: after "Cllr Lusk seconded." where that stands alone."""
    following = next((sentence for sentence in found if sentence.start >= reading.read_to), None)
    if following is None or not _SECONDING.fullmatch(reading.text[following.start : following.end]):
        return reading.read_to
    return following.end


def _proposed_clause(reading: MinuteReading, cue: Cue, sentence: Sentence) -> Clause:
    if cue.at >= sentence.end:
        return clauses_after(reading.text, sentence.end, sentence.end, reading.end)[0]
    movers = _TRAILING_MOVERS.search(reading.text, cue.end, sentence.end)
    return tidy(reading.text, cue.at, cue.until or (movers.start() if movers else sentence.end))


def _submitter(reading: MinuteReading, cue: Cue) -> Movers | None:
    """The member who gave notice of a motion moves it: "Notice of Motion submitted by Councillor C. Prendiville"."""
    given = [one for one in reading.movers if one.start < cue.at and one.mover]
    return given[0] if given and reading.text[given[0].start :].startswith("submitted") else None


def _fate(reading: MinuteReading, cue: Cue, _following: int, found: list[Sentence]) -> None:
    """ "The Mayor declared the Motion defeated": what became of the last proposal that this can be about."""
    sentence = _sentence_at(found, cue.start)
    reading.read_to = sentence.end
    proposal = _meant(reading, cue)
    if proposal is None:
        _fate_of_last(reading, cue, sentence)
        return
    reading.open.remove(proposal)
    names = _names_before(reading, cue.start)
    vote = None if names else find_vote(reading.text, max(proposal.clause.end, reading.told_at), sentence.end)
    movers = _with_seconder(reading, proposal, cue)
    _decide(reading, proposal.clause, cue, vote, names, movers)
    reading.told_at = sentence.end
    reading.put = Put(sentence.end, vote, names, movers, reading.limbs[-1].id) if cue.outcome is Outcome.CARRIED else None


def _meant(reading: MinuteReading, cue: Cue) -> Proposal | None:
    fitting = [proposal for proposal in reading.open if proposal.amendment == cue.amendment]
    return (fitting or reading.open or [None])[-1]


def _fate_of_last(reading: MinuteReading, cue: Cue, sentence: Sentence) -> None:
    """A fate with no motion open before it.

    A resolution printed first and its defeat after it (Limerick, 16 July 2018) is lost, not carried. A motion carried whose words
    come after it, in the resolution, is kept in mind with its vote.
    """
    if cue.outcome is Outcome.CARRIED:
        names = _names_before(reading, cue.start)
        vote = None if names else find_vote(reading.text, max(reading.told_at, sentence.start), sentence.end)
        reading.put = Put(sentence.end, vote, names, _movers_near(reading, sentence.start, sentence.end) or _first_movers(reading, cue))
    if reading.limbs and cue.outcome in (Outcome.LOST, Outcome.WITHDRAWN) and reading.limbs[-1].outcome is Outcome.CARRIED:
        last = reading.limbs[-1]
        reading.limbs[-1] = replace(last, outcome=cue.outcome, cue=reading.running.span(cue.start, cue.end))


def _decide(
    reading: MinuteReading, clause: Clause, cue: Cue, vote: PrintedVote | None, names: NamedVote | None, movers: Movers | None
) -> None:
    spans = reading.running.spans(clause.start, clause.end)
    if not spans:
        return
    words = reading.text[clause.start : clause.end]
    record = _vote(reading, vote, names, lost=cue.outcome is Outcome.LOST)
    reading.limbs.append(
        DecisionLimb(
            id=limb_id(reading.item_id, len(reading.limbs) + 1),
            label=clause.label,
            spans=spans,
            force=force_of(words, reading.text[cue.start : cue.end]),
            outcome=_outcome(cue, words, record),
            cue=reading.running.span(cue.start, cue.end),
            vote=record,
            mover=movers.mover if movers else None,
            seconder=movers.seconder if movers else None,
            motion_kind=_kind(cue, words),
        )
    )
    reading.told_at = clause.end


def _outcome(cue: Cue, words: str, vote: Vote | None) -> Outcome:
    """The outcome said, unless the figures say lost: "Decision (2:8) to agree none" decided nothing (seed 000)."""
    tally = vote.tally if vote else None
    if tally and tally.in_favour is not None and tally.against is not None and tally.in_favour < tally.against:
        return Outcome.LOST
    if cue.outcome is Outcome.CARRIED and cue.kind is not CueKind.FATE and _DEFERS.match(words):
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


def _vote_after(reading: MinuteReading, at: int, found: list[Sentence]) -> PrintedVote | None:
    """A vote in the sentence that follows a clause: "All were in favour.", "Five voted for and two against." """
    following = next((sentence for sentence in found if at <= sentence.start < min(at + 12, reading.end)), None)
    if following is None or not _VOTE_SENTENCE.match(reading.text[following.start : following.end]):
        return None
    return find_vote(reading.text, following.start, min(following.end, following.start + _VOTE_REACH))


def _names_before(reading: MinuteReading, at: int) -> NamedVote | None:
    """The recorded vote that stands between the last decision and this one."""
    found = [names for names in reading.names if reading.told_at <= names.start and names.end <= at + 2]
    return found[-1] if found else None


def _names_after(reading: MinuteReading, at: int) -> NamedVote | None:
    """The recorded vote printed right below a resolution (Limerick's first layout)."""
    return next((names for names in reading.names if at <= names.start <= at + 6), None)


def _movers_near(reading: MinuteReading, start: int, end: int, *, reach: int = _MOVERS_REACH) -> Movers | None:
    """Movers in the sentence, else just before it since the last decision, else right after it ("Proposed by RB seconded by HP")."""
    inside = [one for one in reading.movers if start <= one.start < end]
    least = max(reading.told_at, start - reach)
    before = [one for one in reading.movers if least <= one.start < start and one.start not in reading.spent]
    after = [one for one in reading.movers if end <= one.start <= end + 4] if reach else []
    before = before[-2:]
    for group in (inside, before, after):
        both = next((one for one in reversed(group) if one.mover and one.seconder), None)
        if both:
            return both
        if group and group is not before:
            mover = next((one.mover for one in reversed(group) if one.mover), None)
            seconder = next((one.seconder for one in reversed(group) if one.seconder), None)
            return Movers(group[0].start, group[-1].end, mover, seconder)
    return None


def _first_movers(reading: MinuteReading, cue: Cue) -> Movers | None:
    """Who opened the debate: "Moved by Councillor Hallin and seconded by Councillor Garnett." and the motion comes last."""
    return next((one for one in reading.movers if one.start < cue.start and one.mover and one.seconder and one.start not in reading.spent), None)


def _with_seconder(reading: MinuteReading, proposal: Proposal, cue: Cue) -> Movers | None:
    """A proposal's movers, with a seconder named later: "This was seconded by Councillor Crowley." """
    movers = proposal.movers
    if movers is None:
        return _movers_near(reading, cue.start, cue.end)
    if movers.seconder:
        return movers
    later = next((one.seconder for one in reading.movers if proposal.clause.end <= one.start < cue.end and one.seconder), None)
    return replace(movers, seconder=later)


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
