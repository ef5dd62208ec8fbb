"""What was moved, which motion was put, and what became of it?

The steps for proposals, ballots and fates of one item. A proposal is kept open until its fate is printed, however far below; a
ballot names the motion that is put; a fate closes the motion that it names by its mover, that was put, or that is the last of its
kind. What is still open at the end is a motion whose fate is not stated, and no decision.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import replace

from index.records import Outcome
from ingest.segmenting.cue import Cue
from ingest.segmenting.cue import CueKind
from ingest.segmenting.deciding import against_it
from ingest.segmenting.deciding import decide
from ingest.segmenting.deciding import undecided
from ingest.segmenting.fates import SECONDED_AND
from ingest.segmenting.limbs import Clause
from ingest.segmenting.limbs import clauses_after
from ingest.segmenting.limbs import tidy
from ingest.segmenting.minute import MinuteReading
from ingest.segmenting.minute import Printed
from ingest.segmenting.minute import Proposal
from ingest.segmenting.minute import Put
from ingest.segmenting.motions import NAME
from ingest.segmenting.motions import Movers
from ingest.segmenting.nearby import first_movers
from ingest.segmenting.nearby import movers_near
from ingest.segmenting.nearby import movers_of
from ingest.segmenting.nearby import names_before
from ingest.segmenting.nearby import past_seconding
from ingest.segmenting.nearby import same_name
from ingest.segmenting.nearby import settles
from ingest.segmenting.nearby import submitter
from ingest.segmenting.nearby import vote_below
from ingest.segmenting.proposals import NOTICE
from ingest.segmenting.recorded import NamedVote
from ingest.segmenting.votes import PrintedVote
from ingest.segmenting.votes import find_counts
from ingest.segmenting.votes import find_vote
from ingest.sentences import Sentence
from ingest.sentences import sentence_at

# ", proposed by X, seconded by Y" at the end of a clause says who, not what.
TRAILING_MOVERS = re.compile(
    rf"[\s,;(–-]+(?:and\s+)?{NAME}\s+(?:seconded|seconding|2nd)\b|[\s,;(–-]+(?:2nd|[Ss]ec\.|[Pp]rop\.)\s*(?=[A-Z])|"
    r"[\s,;(–-]+(?:and\s+)?(?:this\s+was\s+|it\s+was\s+|was\s+)?(?:proposed|moved|seconded)\b(?:\s+by\b|\s+(?=[A-Z]))", re.DOTALL
)
_FATE_WITHIN = re.compile(
    r",?\s+and\s+(?:this\s+|it\s+)?was\s+(?:unanimously\s+)?(?:passed|carried|agreed|approved)\b", re.IGNORECASE
)
_LINE_ABOVE = 80
"""Characters before a proposal in which its mover may stand on a line of its own."""
_BECOMES = re.compile(r"\bbec(?:ame|oming)\s+the\s+substantive\s+(?:motion|proposition)", re.IGNORECASE)
# "The Community Development proposal was agreed in principle", "The recommendations in the report were approved."
_OF_ITS_OWN = re.compile(
    r"(?:(?:the|this)\s+(?:[\w’'&-]+\s+){1,5}(?:proposal|recommendation|plan)s?|(?:all\s+(?:of\s+)?)?(?:the\s+)?(?:officers?[’']s?\s+)?recommendations?)\b"
    r"[^.;]{0,90}?\b(?:was|were)\s+(?:\w+ly\s+)?(?:agreed|approved|adopted|accepted)",
    re.IGNORECASE,
)
_MOVED_HERE = re.compile(r"\b(?:proposed|moved|seconded)\b", re.IGNORECASE)
_SAID_ABOVE = re.compile(
    r"\W*(?:this|that|it|which|(?:the|this|that)\s+(?:motion|proposal|amendment|suggestion|resolution|recommendation))\b",
    re.IGNORECASE,
)
_ELECTED = re.compile(r"\bdeclared\s+(?P<name>[A-Z][^.;,]{3,70}?)\s+(?:to\s+be\s+|as\s+)?(?:duly\s+)?(?:elected|appointed|nominated|co-\s*opted)\b")
_NAMED_THING = re.compile(r"\b(?:reference\s+back|adjourn|defer|counter|part\s*(?:8|viii)\b)", re.IGNORECASE)
_MOVES_NEXT = re.compile(r"\b(?:will|shall)\s+move\b", re.IGNORECASE)
_TELLS_OF = re.compile(
    r"(?:the|this)\s+motion\b|in\s+proposing\b|repl(?:y|ied)\b|proposed\s+by\b|moved\s+by\b|it\s+was\b", re.IGNORECASE
)
_VOTE_TAKEN = re.compile(r"\ba\s+vote\s+was\s+taken\s+(?:for|on|to)\b[^.]*\.\s*$", re.IGNORECASE)
_IN_FAVOUR_OF = re.compile(
    r"\b(?:in\s+favour\s+of|in\s+support\s+of|for\s+the\s+\w+|against\s+the\s+\w+)\s+(?!this|the\s+motion)\w", re.IGNORECASE
)
_ENDS_IN_VOTE = re.compile(
    r"\b(?:approved|agreed|given|granted|refused|rejected|accepted|noted|appointed|adopted)\b.*\([^()]{3,40}\)\W*$", re.IGNORECASE | re.DOTALL
)
_SENTENCE_BEFORE = 260
_GOES_ON = re.compile(r"\([ivx\d]{1,3}\)|[a-z]")
_SUBJECT = re.compile(NAME)
_PASSIVELY = re.compile(r"\b(?:was|were|is|being|been)\s+(?:\w+ly\s+)?(?:proposed|moved)\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:subject\s+to|provided\s+that|on\s+condition)\b", re.IGNORECASE)
_TAIL_VOTE = re.compile(
    r"[,;–-]\s*(?:and\s+)?(?:it\s+was\s+)?(?P<vote>all\s+(?:were\s+|present\s+)?(?:in\s+favour|agreed)|(?:\w+\s+){0,3}unanimous(?:ly)?(?:\s+\w+)?|"
    r"nem\.?\s*con|agreed\s+by\s+all|(?:\w+\s+){0,2}and\s+it\s+was\s+unanimous)\W*$",
    re.IGNORECASE,
)
_ALL_OF_THEM = re.compile(r"\b(?:two|three|four|both|all)\b[^.]{0,30}\b(?:motions|amendments|proposals)\b", re.IGNORECASE)
# A ballot may print the motion again, in full: "on the proposal to defer the item to a further meeting …" (Limerick, 2019).
_RESTATED = re.compile(
    r"\W*(?:[^.;]{0,120}?\b(?:seconded|proposed)\s+by\b[^.;]{3,60}?)?,?\s*(?P<at>(?:that|to)\s+[a-z].{12,})", re.DOTALL
)
_WORDS_ALIKE = 3
_LEAST_WORDS = 2
_AT_ONCE = 24
"""Characters between a suggestion and the words that carry it: a full stop, white space and "and this was"."""


def proposal(reading: MinuteReading, cue: Cue, found: list[Sentence]) -> None:
    """A motion as put: decided at once where its own sentence, or the next, prints the vote."""
    sentence = sentence_at(found, cue.start)
    close_by_names(reading, cue)
    movers = movers_near(reading, sentence.start, sentence.end, reach=_LINE_ABOVE) or submitter(reading, cue)
    movers = movers or _subject_moves(reading, cue, sentence)
    clause = _proposed_clause(reading, cue, sentence, found)
    if len(reading.text[clause.start : clause.end].split()) < _LEAST_WORDS:
        return
    put = Proposal(clause, movers, bool(cue.amendment), sentence.start, cue.passing)
    reading.read_to = max(clause.end, cue.until or sentence.end)
    if reading.agreed_below and cue.at >= sentence.end:  # "the following amendments were agreed; Proposed by …: “…”"
        decide(reading, clause, cue, Printed(None, None, movers))
        return
    if cue.until or cue.passing:
        reading.open.append(put)
        return
    reading.spent.update(one.start for one in reading.movers if sentence.start <= one.start < sentence.end)
    vote = find_counts(reading.text, cue.end, sentence.end) or _tail_vote(reading, cue, sentence) or vote_below(reading, past_seconding(reading, found), found)
    fate = _FATE_WITHIN.search(reading.text, clause.start, sentence.end)
    if fate is None and not settles(vote):
        reading.open.append(put)
        reading.opened = reading.opened or movers
        return
    cuts = [one for one in (vote.start if vote else None, fate.start() if fate else None) if one is not None]
    if clause.start < min(cuts) < clause.end:
        clause = tidy(reading.text, clause.start, min(cuts))
    vote = vote or find_vote(reading.text, min(cuts), sentence.end)
    decide(reading, clause, cue, Printed(vote, None, movers_of(reading, put, max(cuts))))


def _tail_vote(reading: MinuteReading, cue: Cue, sentence: Sentence) -> PrintedVote | None:
    """The vote that ends a proposal's own sentence: "that the apologies be accepted, all in favour"."""
    tail = _TAIL_VOTE.search(reading.text, cue.end, sentence.end)
    return find_vote(reading.text, tail.start("vote"), sentence.end) if tail else None


def _proposed_clause(reading: MinuteReading, cue: Cue, sentence: Sentence, found: list[Sentence]) -> Clause:
    if reading.text[cue.at] in "“\"" and cue.at == sentence.start:
        quoted = clauses_after(reading.text, cue.at, cue.at, reading.end)
        return _without_notice(reading, quoted[0]) if quoted else Clause(sentence.start, sentence.end)
    if cue.at >= sentence.end:
        below = clauses_after(reading.text, sentence.end, sentence.end, reading.end)
        return _without_notice(reading, below[0]) if below else Clause(sentence.start, sentence.end)
    if NOTICE.match(reading.text, cue.start - 12 if cue.start > sentence.start + 12 else sentence.start, sentence.end + 1) or (
        _MOVES_NEXT.search(reading.text, sentence.start, cue.at)
    ):
        return tidy(reading.text, cue.at, _end_of_notice(reading, sentence, found))
    return tidy(reading.text, cue.at, movers_cut(reading.text, cue.end, cue.until or sentence.end))


def movers_cut(text: str, start: int, end: int) -> int:
    """Where a clause ends for the movers that follow it, unless a condition of it stands behind them."""
    movers = TRAILING_MOVERS.search(text, start, end)
    return movers.start() if movers and not _CONDITION.search(text, movers.end(), end) else end


def _subject_moves(reading: MinuteReading, cue: Cue, sentence: Sentence) -> Movers | None:
    """The member whose sentence it is: "Councillor Keller queried the cost and instead proposed an amendment that …"."""
    subject = _SUBJECT.match(reading.text, sentence.start, cue.at)
    if subject is None or _PASSIVELY.search(reading.text, sentence.start, cue.at):
        return None
    return Movers(subject.start(), subject.end(), re.sub(r"\s+", " ", subject[0]).strip(" ,"))


def _without_notice(reading: MinuteReading, clause: Clause) -> Clause:
    """A quoted motion without "I will move at the next meeting"."""
    notice = NOTICE.match(reading.text, clause.start, clause.end)
    return replace(clause, start=notice.end()) if notice else clause


def _end_of_notice(reading: MinuteReading, sentence: Sentence, found: list[Sentence]) -> int:
    """A notice of motion runs to the end of its paragraph: further sentences that go on in the same line are of it."""
    end = sentence.end
    for following in found[bisect.bisect_left(found, end, key=lambda one: one.start) :]:
        listed = reading.text[end - 1] in ";,:" or _GOES_ON.match(reading.text, following.start)
        if ("\n" in reading.text[end : following.start] and not listed) or _TELLS_OF.match(reading.text, following.start):
            break
        end = following.end
    return end


def ballot(reading: MinuteReading, cue: Cue, found: list[Sentence]) -> None:
    """Keep in mind which motion is put; where the ballot prints the motion more fully, those are its words."""
    sentence = sentence_at(found, cue.start)
    reading.read_to = max(reading.read_to, sentence.end)
    named = movers_near(reading, sentence.start, sentence.end, reach=0)
    put = _moved_by(reading, named) or _last(reading, amendment=cue.amendment)
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
    replaced = _BECOMES.search(reading.text, sentence.start, sentence.end)
    if replaced and not cue.amendment:
        _replace_motion(reading)
        return
    if _ALL_OF_THEM.search(reading.text, sentence.start, cue.end):
        for one in [one for one in reading.open if one.amendment == cue.amendment or not cue.amendment][_after_first(reading) :]:
            _close(reading, one, cue, sentence)
        return
    put = _meant(reading, cue, sentence)
    if put is None:
        _fate_of_last(reading, cue, sentence)
        return
    _close(reading, put, cue, sentence)
    if replaced:
        _replace_motion(reading)
        reading.put = None


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
    listed = _ENDS_IN_VOTE.search(reading.text[sentence.start : sentence.end])
    if taken or listed or _IN_FAVOUR_OF.search(reading.text, sentence.start, sentence.end):
        decide(
            reading, tidy(reading.text, taken.start() if taken else sentence.start, sentence.end), cue, Printed(vote, None, None)
        )
        reading.read_to = reading.decided_to = sentence.end


def drop_passing(reading: MinuteReading, at: int) -> None:
    """Forget what was only suggested, unless its fate is said at once, at `at`."""
    reading.open = [one for one in reading.open if not one.passing or at - one.clause.end <= _AT_ONCE]


def _after_first(reading: MinuteReading) -> int:
    """The first motion of several stands apart from those that would change it: "the two amending Motions were withdrawn"."""
    return 0 if any(one.amendment for one in reading.open) or not reading.open else 1


def _close(reading: MinuteReading, put: Proposal, cue: Cue, sentence: Sentence) -> None:
    reading.open.remove(put)
    if reading.balloted == put:
        reading.balloted = None
    names = names_before(reading, cue.start)
    if names and cue.outcome is Outcome.LOST and names.tally and not against_it(names.tally):
        names = None  # twenty-one for, nine against, "the Motion defeated": the names are of what was adopted instead
        vote = None
    else:
        vote = None if names else find_vote(reading.text, max(put.clause.end, reading.told_at), sentence.end)
        reading.told_at = sentence.end
    _write(reading, put, cue, names, vote)
    told = reading.limbs[-1].id if cue.outcome is Outcome.CARRIED and reading.limbs else None
    reading.put = Put(sentence.end, Printed(vote, names, movers_of(reading, put, cue.end)), told) if told else None
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


def _meant(reading: MinuteReading, cue: Cue, sentence: Sentence) -> Proposal | None:
    """The motion moved by the member named, else the one put, else the last of its kind.

    An amendment's fate is never a motion's; a motion's may be that of an amendment which became the motion.
    """
    named = _moved_by(reading, movers_near(reading, sentence.start, sentence.end, reach=0)) or _mentioned(reading, sentence)
    named = named or _about(reading, cue)
    if named:
        return named
    if reading.balloted in reading.open:
        return reading.balloted
    newest = max((one.start for one in reading.open), default=reading.told_at)
    least = max(reading.told_at, newest)
    above = [one for one in reading.movers if least < one.start < cue.start and one.mover and one.seconder]
    return (_moved_by(reading, above[-1]) if above else None) or _last(reading, amendment=cue.amendment)


def _last(reading: MinuteReading, *, amendment: bool | None) -> Proposal | None:
    if amendment is None:
        return reading.open[-1] if reading.open else None
    fitting = [one for one in reading.open if one.amendment == amendment]
    if not fitting and not amendment:
        fitting = reading.open
    return fitting[-1] if fitting else None


def _moved_by(reading: MinuteReading, named: Movers | None) -> Proposal | None:
    if named is None or not named.mover:
        return None
    for one in reversed(reading.open):
        movers = movers_of(reading, one, named.start)
        if movers and movers.mover and same_name(movers.mover, named.mover):
            return one
    return None


def _about(reading: MinuteReading, cue: Cue) -> Proposal | None:
    """The motion for what a fate names: "resulted in the adjournment being defeated"."""
    elected = _ELECTED.search(reading.text, cue.start, cue.end)
    if elected:
        surname = elected["name"].split()[-1].lower()
        return next((one for one in reading.open if surname in reading.text[one.clause.start : one.clause.end].lower()), None)
    word = _NAMED_THING.search(reading.text, cue.start, cue.end)
    fitting = [one for one in reading.open if word and word[0].lower() in reading.text[one.clause.start : one.clause.end].lower()]
    return fitting[-1] if fitting else None


def _mentioned(reading: MinuteReading, sentence: Sentence) -> Proposal | None:
    """The motion whose mover a fate names: "declared the proposal from Councillor Benson defeated"."""
    if len(reading.open) < 2:  # noqa: PLR2004  with one motion open there is nothing to tell apart
        return None
    words = reading.text[sentence.start : sentence.end]
    movers = [one for one in reading.open if one.movers and one.movers.mover and one.movers.mover in words]
    return movers[-1] if len(movers) == 1 else None


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

    A resolution printed first and its defeat after it (Limerick, 16 July 2018) is lost, not carried. A motion carried whose words
    come after it, in the resolution, is kept in mind with its vote.
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
    fallen = cue.outcome in (Outcome.LOST, Outcome.WITHDRAWN) and not cue.amendment
    if reading.limbs and fallen and reading.limbs[-1].outcome is Outcome.CARRIED:
        last = reading.limbs[-1]
        reading.limbs[-1] = replace(last, outcome=cue.outcome, cue=reading.running.span(cue.start, cue.end))
