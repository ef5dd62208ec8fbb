"""Which words were moved?

Takes the cue of a proposal, gives its clause: the quotation below it, its own sentence up to the movers that follow, or the
paragraph of a notice of motion. A condition behind the movers ("subject to …") is of the clause.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import replace

from index.sentences import Sentence
from ingest.segmenting.cue import Cue
from ingest.segmenting.limbs import Clause
from ingest.segmenting.limbs import clauses_after
from ingest.segmenting.limbs import tidy
from ingest.segmenting.minute import MinuteReading
from ingest.segmenting.motions import NAME
from ingest.segmenting.proposals import NOTICE

# "funding for the proposed M20 Motorway", "until 2nd June": neither says who moved it.
_OF_THE_CALENDAR = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_NAMED_SO = (
    r"(?<!\b[Tt]he)(?<!\ba)(?<!\ban)(?<!\bthis)(?<!\bthese)(?<!\bany)(?<!\bits)(?<!\btheir)(?<!\bour)"
    r"(?<!\bof)(?<!\bfor)(?<!\bon)(?<!\bto)(?<!\bwith)(?<!\bin)"
)
# ", proposed by X, seconded by Y" at the end of a clause says who, not what.
TRAILING_MOVERS = re.compile(
    rf"[\s,;(–-]+(?:and\s+)?{NAME}\s+(?:seconded|seconding|2nd)\b|"
    rf"[\s,;(–-]+(?:2nd(?!\s+{_OF_THE_CALENDAR})|[Ss]ec\.|[Pp]rop\.)\s*(?=[A-Z])|"
    r"[\s,;(–-]+(?:and\s+)?(?:this\s+was\s+|it\s+was\s+|was\s+)?(?:proposed|moved|seconded)\b\s+by\b|"
    rf"(?<![\s,;(–-]){_NAMED_SO}[\s,;(–-]+(?:and\s+)?(?:this\s+was\s+|it\s+was\s+|was\s+)?(?:proposed|moved|seconded)\s+(?=[A-Z])",
    re.DOTALL,
)
_MOVES_NEXT = re.compile(r"\b(?:will|shall)\s+move\b", re.IGNORECASE)
_TELLS_OF = re.compile(
    r"(?:the|this)\s+motion\b|in\s+proposing\b|repl(?:y|ied)\b|proposed\s+by\b|moved\s+by\b|it\s+was\b", re.IGNORECASE
)
_GOES_ON = re.compile(r"\([ivx\d]{1,3}\)|[a-z]")
_CONDITION = re.compile(r"\b(?:subject\s+to|provided\s+that|on\s+condition)\b", re.IGNORECASE)


def proposed_clause(reading: MinuteReading, cue: Cue, sentence: Sentence, found: list[Sentence]) -> Clause:
    """Return the clause of a proposal whose cue stands in `sentence`; `found` are the item's sentences."""
    if cue.at < sentence.end and reading.text[cue.at] in '“"':
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
