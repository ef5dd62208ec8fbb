"""Which open motion do these words mean?

Takes a ballot or a fate, gives the motion it is about: the one moved by the member named, the one for what is named ("the
adjournment"), the one that was put, or the last of its kind. An amendment's fate is never a motion's.
"""

from __future__ import annotations

import re

from index.sentences import Sentence
from ingest.segmenting.cue import Cue
from ingest.segmenting.minute import MinuteReading
from ingest.segmenting.minute import Proposal
from ingest.segmenting.motions import Movers
from ingest.segmenting.nearby import movers_near
from ingest.segmenting.nearby import movers_of
from ingest.segmenting.nearby import same_name

_NAMED_THING = re.compile(r"\b(?:reference\s+back|adjourn|defer|counter|part\s*(?:8|viii)\b)", re.IGNORECASE)
_AT_ONCE = 24
"""Characters between a suggestion and the words that carry it: a full stop, white space and "and this was"."""


def drop_passing(reading: MinuteReading, at: int) -> None:
    """Forget what was only suggested, unless its fate is said at once, at `at`."""
    reading.open = [one for one in reading.open if not one.passing or at - one.clause.end <= _AT_ONCE]


def after_first(reading: MinuteReading) -> int:
    """The first motion of several stands apart from those that would change it: "the two amending Motions were withdrawn"."""
    return 0 if any(one.amendment for one in reading.open) or not reading.open else 1


def meant(reading: MinuteReading, cue: Cue, sentence: Sentence) -> Proposal | None:
    """The motion moved by the member named, else the one put, else the last of its kind.

    An amendment's fate is never a motion's; a motion's may be that of an amendment which became the motion.
    """
    named = moved_by(reading, movers_near(reading, sentence.start, cue.end, reach=0)) or mentioned(
        reading, Sentence(sentence.start, cue.end)
    )
    named = named or _about(reading, cue)
    if named:
        return named
    if reading.balloted in reading.open:
        return reading.balloted
    newest = max((one.clause.end for one in reading.open), default=reading.told_at)
    least = max(reading.told_at, newest)
    above = [one for one in reading.movers if least < one.start < cue.start and one.mover and one.seconder]
    return (moved_by(reading, above[-1]) if above else None) or last_of(reading, amendment=cue.amendment)


def last_of(reading: MinuteReading, *, amendment: bool | None) -> Proposal | None:
    """Return the last open motion of its kind; the last of all where the kind is not said."""
    if amendment is None:
        return reading.open[-1] if reading.open else None
    fitting = [one for one in reading.open if one.amendment == amendment]
    if not fitting and not amendment:
        fitting = reading.open
    return fitting[-1] if fitting else None


def moved_by(reading: MinuteReading, named: Movers | None) -> Proposal | None:
    """Return the open motion that the member named moved."""
    if named is None or not named.mover:
        return None
    for one in reversed(reading.open):
        movers = movers_of(reading, one, named.start)
        if movers and movers.mover and same_name(movers.mover, named.mover):
            return one
    return None


def _about(reading: MinuteReading, cue: Cue) -> Proposal | None:
    """The motion for what a fate names: "resulted in the adjournment being defeated"."""
    word = _NAMED_THING.search(reading.text, cue.start, cue.end)
    fitting = [one for one in reading.open if word and word[0].lower() in reading.text[one.clause.start : one.clause.end].lower()]
    return fitting[-1] if fitting else None


def mentioned(reading: MinuteReading, sentence: Sentence) -> Proposal | None:
    """The motion whose mover a fate names: "declared the proposal from Councillor Benson defeated"."""
    if len(reading.open) < 2:  # noqa: PLR2004  with one motion open there is nothing to tell apart
        return None
    words = reading.text[sentence.start : sentence.end]
    movers = [one for one in reading.open if one.movers and one.movers.mover and one.movers.mover in words]
    return movers[-1] if len(movers) == 1 else None
