"""Which motion falls when its rejection is carried?

Takes a clause that was carried, closes the motion that it rejects: "declared the Mayor's proposal to reject the Motion as carried"
(Limerick, 27 March 2017) is the defeat of the motion, and whoever asks for the motion must not read "carried" alone. The vote is
printed on the rejection and stays there.
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.records import Outcome
from ingest.segmenting.cue import Cue
from ingest.segmenting.deciding import decide
from ingest.segmenting.limbs import Clause
from ingest.segmenting.minute import MinuteReading
from ingest.segmenting.minute import Printed

_MOTION = r"(?:the|this|that)\s+(?:notice\s+of\s+)?motion"
_TOLD = r"\W*(?:[^.;]{0,160}?\b(?:agreed|resolved|decided)\s+)?(?:that\s+)?"
_REJECTS = re.compile(
    rf"{_TOLD}(?:(?:(?:to|the\s+council|the\s+committee|members)\s+)?[“\"]?(?:reject|oppose|(?:the\s+)?rejection\s+of)\s+{_MOTION}\b|"
    rf"{_MOTION}\s+(?:should\s+)?(?:not\s+be|be\s+not)\s+(?:adopted|approved|agreed|accepted|passed|supported)\b|"
    rf"{_MOTION}\s+(?:should\s+)?be\s+(?:rejected|refused|opposed)\b)",
    re.IGNORECASE,
)


def fall_with(reading: MinuteReading, clause: Clause, cue: Cue) -> None:
    """Close as lost the last motion open, amendments aside, where this carried clause rejects "the motion"."""
    if cue.outcome is not Outcome.CARRIED or not _REJECTS.match(reading.text, clause.start, clause.end):
        return
    fallen = [one for one in reading.open if not one.passing and not one.amendment and one.clause.end <= clause.start]
    if fallen:
        reading.open.remove(fallen[-1])
        decide(reading, fallen[-1].clause, replace(cue, outcome=Outcome.LOST), Printed(None, None, fallen[-1].movers))
