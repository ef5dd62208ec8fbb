"""How does a clause that was decided become a record?

Takes the clause, the cue that proved it and what is printed about it, adds a `DecisionLimb` to the reading: its force, outcome,
vote, mover and seconder. Figures against a motion make it lost, whatever its lead ("Decision (2:8) to agree none", seed 000).
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
from ingest.segmenting.cue import Cue
from ingest.segmenting.limbs import Clause
from ingest.segmenting.minute import MinuteReading
from ingest.segmenting.minute import Printed
from ingest.segmenting.minute import Proposal
from ingest.segmenting.motion_kinds import kind_in
from ingest.segmenting.recorded import NamedVote
from ingest.segmenting.votes import PrintedVote
from ingest.segmenting.votes import find_vote
from ingest.segmenting.wording import force_of

_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{3,120}[)\]]\W*$")
_MOVED = re.compile(r"\b(?:prop(?:osed)?|sec(?:onded)?|moved)\b", re.IGNORECASE)
# What is put off is business: works and payments that are deferred, and a meeting adjourned for ten minutes, are decided.
_BUSINESS = (
    r"(?:items?|matters?|motions?|reports?|applications?|decisions?|discussions?|consideration|debate|reviews?|minutes|adoption|"
    r"approval|plan|policy|vote|enquiry|appointments?|elections?|recommendations?|proposals?|questions?|presentation|topic|subject)"
)
_PUT_OFF = r"(?:deferred|postponed|adjourned|held\s+over|put\s+back|left)"
_DEFERS = re.compile(
    r"^\W*(?:that\s+)?(?:to\s+)?(?:"
    rf"(?:(?:this|the|these|any|all|his|her|their)\s+)?(?:(?!whether\b|should\b|could\b)[\w’',-]+\s+){{0,7}}?{_BUSINESS}\b[^.;]{{0,60}}?"
    rf"\b(?:be|was|were|is|are|been)\s+(?:\w+ly\s+)?{_PUT_OFF}\b|"
    rf"(?:this|it|items?\s+[\d, and]+(?:on\s+the\s+agenda\s+)?)\s+(?:(?:should|would|will|to)\s+)?(?:be\s+|was\s+|were\s+)?"
    rf"(?:\w+ly\s+)?{_PUT_OFF}\b|"
    r"(?:this|the)\s+item\s+be\s+taken\s+at\s+the\s+next|"
    r"(?:(?:(?:the|this)\s+)?(?:(?:elected|parish|town|community)\s+)?(?:council|councillors|committee|board|panel|members)\s+)?"
    r"(?:(?:will|would|shall|should|agreed\s+to)\s+)?(?:defer|postpone|hold\s+over|adjourn(?=\s++(?:this|the)\s++(?!meeting)))s?\b"
    rf"(?![^.;]{{0,20}}\b(?:payments?|works?|fees?)\b)|"
    r"[^.;]{0,160}?\bagreed\s+to\s+(?:defer|postpone)\s+(?:this|the|consideration|discussion|a\s+decision)\b(?!\s+(?:payments?|works?)\b)|"
    r"leave\s+item|bring\s+this\s+(?:matter|item)\s+back)",
    re.IGNORECASE | re.DOTALL,
)


def decide(reading: MinuteReading, clause: Clause, cue: Cue, printed: Printed) -> None:
    """Add the limb of one clause to what was read."""
    clause, printed = _without_vote(reading, clause, printed)
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
            motion_kind=MotionKind.AMENDMENT if cue.amendment else kind_in(words),
        )
    )
    reading.told_at = clause.end
    if printed.vote:
        reading.voted_to = max(reading.voted_to, printed.vote.end)


def _without_vote(reading: MinuteReading, clause: Clause, printed: Printed) -> tuple[Clause, Printed]:
    """A vote or its movers in brackets at the end of a clause are not of it: "until 31 May (vote: 5-1-0, Cllr Wynn against)"."""
    bracketed = _IN_BRACKETS.search(reading.text, clause.start, clause.end)
    if bracketed is None or bracketed.start() <= clause.start:
        return clause, printed
    vote = find_vote(reading.text, bracketed.start(), bracketed.end())
    if vote is None and not _MOVED.search(bracketed[0]):
        return clause, printed
    if printed.vote is None and printed.names is None:
        printed = replace(printed, vote=vote)
    return replace(clause, end=bracketed.start()), printed


def undecided(reading: MinuteReading, proposal: Proposal) -> Motion:
    """Return a motion whose fate is not printed."""
    movers, clause = proposal.movers, proposal.clause
    kind = MotionKind.AMENDMENT if proposal.amendment else kind_in(reading.text[clause.start : clause.end])
    spans = reading.running.spans(clause.start, clause.end)
    return Motion(spans, movers.mover if movers else None, movers.seconder if movers else None, kind)


def against_it(tally: Tally | None) -> bool:
    """Whether the figures say lost."""
    return bool(tally and tally.in_favour is not None and tally.against is not None and tally.in_favour < tally.against)


def for_it(tally: Tally | None) -> bool:
    """Whether the figures say carried."""
    return bool(tally and tally.in_favour is not None and tally.against is not None and tally.in_favour > tally.against)


def _outcome(cue: Cue, words: str, vote: Vote | None) -> Outcome:
    if vote and not vote.casting and against_it(vote.tally):
        return Outcome.LOST
    if cue.outcome is Outcome.CARRIED and _DEFERS.match(words):
        return Outcome.DEFERRED
    return cue.outcome


def _vote(reading: MinuteReading, vote: PrintedVote | None, names: NamedVote | None, *, lost: bool) -> Vote | None:
    if names is not None:
        span = reading.running.span(names.start, names.end)
        if vote is None:
            return Vote(None, span, names.tally, recorded=names.recorded)
        told = _vote(reading, vote, None, lost=lost)
        return replace(told, tally=names.tally or told.tally, recorded=names.recorded) if told else None
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
        recorded=vote.named,
    )
