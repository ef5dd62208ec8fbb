"""Which vote and which movers, printed near a decision, belong to it?

Takes the reading of an item and a place in it, gives the vote or the names that stand before, at or after that place, unless
they are another decision's. Minutes print a vote in the resolution, in the sentence before it ("… CARRIED (25 votes for). It was
RESOLVED"), in the sentence after it ("All were in favour.") and as lists of names on either side.
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.sentences import Sentence
from index.sentences import sentence_before
from index.sentences import sentence_from
from ingest.segmenting.cue import Cue
from ingest.segmenting.minute import MinuteReading
from ingest.segmenting.minute import Printed
from ingest.segmenting.minute import Proposal
from ingest.segmenting.motions import Movers
from ingest.segmenting.motions import find_movers
from ingest.segmenting.recorded import NamedVote
from ingest.segmenting.votes import PrintedVote
from ingest.segmenting.votes import find_vote

_MOVERS_REACH = 420
"""Characters before a decision in which its movers stand: two names, a line each, and what the report was about."""
_VOTE_REACH = 260
_WRITTEN_DOWN = 60
"""Characters between a motion carried and the resolution that writes it down: "It was therefore"."""
_WITH_MOVERS = 260
_FOLLOWING = re.compile(r"\bfollowing\s+resolution\s+was\s+(?:then\s+|duly\s+)?(?:adopted|passed)", re.IGNORECASE)
_SAME_VOTING = re.compile(r"\bby\s+the\s+same\s+vot(?:e|es|ing)\b", re.IGNORECASE)
_THIS_WAS = 24
_MOVED_IN = re.compile(r"\b(?:proposed|seconded|moved)\b", re.IGNORECASE)
_ANNOUNCED = 220
_RECORDED = re.compile(r"\brecorded\W*$", re.IGNORECASE)
_ANOTHER_MATTER = re.compile(r"\b(?:motion|amendment|proposal|proposed|moved|then|next)\b", re.IGNORECASE)
_BRACKETS = 12
"""Characters in brackets beside a vote that say no more than it: "Voting:", "vote"."""
_ANNOUNCES = re.compile(r"\bvot(?:e|es|ed|ing)\b[^.]*(?:follows|below)?\W*$|\b(?:as\s+follows|division)\W*$", re.IGNORECASE)
_BELOW = 12
"""Characters between the end of a clause and the sentence or list that goes with it: white space and a bracket."""
_VOTE_SENTENCE = re.compile(
    r"^\W*(?:(?:on\s+being\s+put|upon\s+a\s+show|on\s+a\s+(?:show|vote)|a\s+vote|the\s+vote|vot(?:e|ing)|this\s+was|"
    r"it\s+was|all\b|"
    r"unanimous|carried|motion\s+carried|all\s+agreed|prop\.|agreed\s+(?:with|by|unanimously)|\d+\s+votes?|"
    r"(?:\w+\s+){0,3}(?:in\s+favour|against|abstain))|"
    r"(?:for|against)\s*:)",
    re.IGNORECASE,
)
_SECONDING = re.compile(
    r"(?=.*\b(?:seconded|2nd|sec)\b)(?:(?:this|it)\s+was\s+)?(?:(?:seconded(?:\s+by)?|2nd|sec\.)\s+)?(?:(?-i:[A-Z])"
    r"[\w.’'()]*\s*){1,5}"
    r"(?:seconded)?\.?",
    re.IGNORECASE,
)
_SAYS_FATE = re.compile(
    r"\b(?:motion|amendment|proposal|carried|lost|defeated|fell|falls|rejected|withdrawn|not\s+\w+ed)"
    r"\b",
    re.IGNORECASE,
)
_VOTES = re.compile(r"\bvot(?:e|es|ing|ed)\b", re.IGNORECASE)


def vote_after(reading: MinuteReading, at: int, found: list[Sentence]) -> PrintedVote | None:
    """Return a vote printed in the sentence that follows a clause ("All were in favour.")."""
    following = sentence_from(found, at)
    if following is None or following.start >= min(at + _BELOW, reading.end):
        return None
    words = reading.text[following.start : following.end]
    if words.startswith(("(", "[")):
        vote = find_vote(reading.text, following.start, following.end)
        whole = vote is not None and vote.end - vote.start >= len(words.strip(" .([])")) - _BRACKETS
        if whole or _MOVED_IN.search(
            words
        ):  # "(Cllr Vane proposed, Cllr Wick seconded, seven were in favour)", "(10 for / 1 against)"
            return vote
    if not _VOTE_SENTENCE.match(words) or (_MOVED_IN.search(words) and " that " in words):
        return None
    return find_vote(reading.text, following.start, min(following.end, following.start + _VOTE_REACH))


def vote_below(reading: MinuteReading, at: int, found: list[Sentence]) -> PrintedVote | None:
    """Return a vote printed below a proposal, unless its sentence says the fate too: then that sentence speaks for itself."""
    following = sentence_from(found, at)
    if following is None or _SAYS_FATE.search(reading.text, following.start, following.end):
        return None
    return vote_after(reading, at, found)


def vote_before(reading: MinuteReading, cue: Cue, found: list[Sentence]) -> PrintedVote | None:
    """A vote in the words that lead to a resolution: "the voting was 2 in favour and 2 against. … it was RESOLVED"."""
    start = max(reading.told_at, sentence_before(found, cue.start, 2).start)
    return find_vote(reading.text, start, cue.start) if _VOTES.search(reading.text, start, cue.start) else None


def voted_just_before(reading: MinuteReading, cue: Cue, movers: Movers | None) -> Printed:
    """Return the vote that carried the motion which this resolution writes down ("… CARRIED (25 votes for). It was RESOLVED")."""
    put = reading.put
    if _SAME_VOTING.search(reading.text, max(reading.start, cue.start - _WITH_MOVERS), cue.start):
        names = [one for one in reading.names if one.end <= cue.start]
        return Printed(names=names[-1] if names else None, movers=movers)
    if put is None or not _written_down(reading.text, put.end, cue.start):
        return Printed(movers=movers)
    if put.limb is not None and reading.limbs and reading.limbs[-1].id == put.limb:
        reading.limbs.pop()  # the motion and the resolution that writes it down are one decision
    return replace(put.printed, movers=put.printed.movers or movers)


def _written_down(text: str, carried: int, resolved: int) -> bool:
    """At once, or with the movers again where it is said so: "as carried and accordingly the following resolution was adopted"."""
    if resolved - carried <= _WRITTEN_DOWN and not find_movers(text, carried, resolved):
        return True
    return resolved - carried <= _WITH_MOVERS and bool(_FOLLOWING.search(text, max(0, carried - _WITH_MOVERS), resolved))


def names_before(reading: MinuteReading, at: int) -> NamedVote | None:
    """The recorded vote that stands between the last decision and this one."""
    found = [names for names in reading.names if reading.told_at <= names.start and names.end <= at + 2]
    return found[-1] if found else None


def names_after(reading: MinuteReading, at: int) -> NamedVote | None:
    """The recorded vote printed right below a decision (Limerick's first layout), or below words that announce it.

    "A Vote was taken on the amendment as follows:", "carried on the following division:".
    """
    below = next((names for names in reading.names if at <= names.start), None)
    if below is None or below.start <= at + _BELOW:
        return below
    between = reading.text[at : below.start]
    return below if len(between) <= _ANNOUNCED and _ANNOUNCES.search(between) and not find_movers(between) else None


def names_asked_for(reading: MinuteReading, at: int) -> NamedVote | None:
    """The names below a fate where a member asked for them: "Mr. Ware asked that the vote be recorded: / For the motion: …"."""
    below = next((names for names in reading.names if at <= names.start <= at + _ANNOUNCED), None)
    between = reading.text[at : below.start] if below else ""
    return below if _RECORDED.search(between) and not _ANOTHER_MATTER.search(between) else None


def settles(vote: PrintedVote | None) -> bool:
    """Whether a vote alone says what became of a motion: equal votes do not."""
    tally = vote.tally if vote else None
    return vote is not None and not vote.casting and (tally is None or tally.in_favour != tally.against)


def movers_near(reading: MinuteReading, start: int, end: int, *, reach: int = _MOVERS_REACH) -> Movers | None:
    """Return movers in the sentence, else just before it, else right after it ("Proposed by RB seconded by HP")."""
    inside = [one for one in reading.movers if start <= one.start < end]
    least = max(reading.told_at, start - reach)
    before = [one for one in reading.movers if least <= one.start < start and one.start not in reading.spent]
    after = (
        [one for one in reading.movers if end <= one.start <= end + _THIS_WAS and _right_after(reading.text[end : one.start])]
        if reach
        else []
    )
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


def _right_after(between: str) -> bool:
    return not between.strip(" .\n\t(") or between.strip().lower() in {"this was", "it was", "this motion was", "the motion was"}


def first_movers(reading: MinuteReading, cue: Cue) -> Movers | None:
    """Who opened the debate: "Moved by Councillor Hallin and seconded by Councillor Garnett." and the motion comes last."""
    return next(
        (one for one in reading.movers if one.start < cue.start and one.mover and one.seconder and one.start not in reading.spent),
        None,
    )


def movers_of(reading: MinuteReading, put: Proposal, before: int) -> Movers | None:
    """Return who moved and who seconded a motion, also where that is told below it, up to the next motion.

    "The Motion was seconded by Councillor Vane." The member who gave notice is the mover unless another is named as proposing.
    """
    bound = min([start for start in reading.proposed_at if start > put.clause.start] + [before])
    later = [one for one in reading.movers if put.clause.end <= one.start < bound and one.start not in reading.spent]
    notice = put.movers is None or reading.text[put.movers.start :].lower().startswith("submitted")
    both = next((one for one in later if one.mover and one.seconder), None) if notice else None
    if both:
        return both
    first = put.movers or movers_near(reading, before, before + 1)
    told = next((one.mover for one in later if one.mover), None) if notice else None
    seconded = next((one.seconder for one in later if one.seconder), None)
    if first is None:
        return Movers(later[0].start, later[-1].end, told, seconded) if told or seconded else None
    return replace(first, mover=told or first.mover, seconder=first.seconder or seconded)


def same_name(one: str, other: str) -> bool:
    """Whether two printed names can be one member's: the same surname, and no other initial in brackets."""
    left, right = _surname(one), _surname(other)
    return left[0] == right[0] and (not left[1] or not right[1] or left[1] == right[1])


def _surname(name: str) -> tuple[str, str]:
    marked = re.search(r"\(([A-Za-z]{1,2})\)", name)
    words = re.findall(r"[^\W\d_][\w’'-]+", name.replace("’", "'"))
    return (words[-1].lower() if words else name.lower(), marked[1].lower() if marked else "")


def submitter(reading: MinuteReading, cue: Cue) -> Movers | None:
    """The member who gave notice of a motion moves it: "Notice of Motion submitted by Councillor C. Prendiville"."""
    given = [one for one in reading.movers if one.start < cue.at and one.mover]
    return given[0] if given and reading.text[given[0].start :].startswith("submitted") else None


def past_seconding(reading: MinuteReading, found: list[Sentence]) -> int:
    """Where a vote may follow a proposal: after "Cllr Lusk seconded." where that stands alone."""
    following = sentence_from(found, reading.read_to)
    if following is None or not _SECONDING.fullmatch(reading.text[following.start : following.end]):
        return reading.read_to
    return following.end
