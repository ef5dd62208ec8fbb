"""Is a fate declared together with the words of what was put?

Takes a fate that no motion of the minute awaits: "The Meetings Administrator declared the proposal to change the name from Mayor to
Cathaoirleach as carried" (Limerick, 29 April 2019), of a proposal that only the agenda had. Decides those words, with the names or
the vote that stand before them. Never where a motion is open or just decided, for then the words say that one again.
"""

from __future__ import annotations

import re

from index.records import Outcome
from index.sentences import Sentence
from ingest.segmenting.cue import Cue
from ingest.segmenting.deciding import decide
from ingest.segmenting.limbs import tidy
from ingest.segmenting.minute import MinuteReading
from ingest.segmenting.minute import Printed
from ingest.segmenting.minute import Put
from ingest.segmenting.nearby import movers_near
from ingest.segmenting.nearby import names_before
from ingest.segmenting.votes import find_vote

DECLARED = re.compile(
    r"\bdeclared\s+(?:that\s+)?the\s+(?:proposal|motion|recommendation)\s+(?P<what>(?:to|that)\s+[^;]{8,400}?)"
    r"(?:,?\s+(?:as|to\s+be|was|were))?\s+(?P<fate>carried|passed|defeated|lost)\b",
    re.IGNORECASE | re.DOTALL,
)
_RIGHT_AFTER = 200
"""Characters between a decision and the words that declare it."""


def declared_here(reading: MinuteReading, cue: Cue, sentence: Sentence) -> bool:
    """Decide what a sentence declares carried or lost in its own words; return whether it does."""
    declared = DECLARED.search(reading.text, sentence.start, sentence.end)
    just_decided = bool(reading.limbs) and sentence.start - max(reading.decided_to, reading.voted_to) <= _RIGHT_AFTER
    if declared is None or just_decided or not all(one.amendment for one in reading.open):
        return False
    names = names_before(reading, declared.start())
    vote = None if names else find_vote(reading.text, max(reading.told_at, sentence.start), sentence.end)
    movers = movers_near(reading, sentence.start, sentence.end, reach=0)
    printed = Printed(vote, names, movers)
    decide(reading, tidy(reading.text, *declared.span("what")), cue, printed)
    told = reading.limbs[-1].id if cue.outcome is Outcome.CARRIED and reading.limbs else None
    reading.put = Put(sentence.end, printed, told) if told else None
    reading.told_at = reading.read_to = reading.decided_to = sentence.end
    return True
