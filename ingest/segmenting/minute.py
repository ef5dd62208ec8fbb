"""How far has the reading of one item come?

The state that the steps of decisions.py pass from cue to cue: what was read, what is open, what is spent. It lives while one
item is read and is thrown away; only the frozen records made from it leave.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field

from index.records import DecisionLimb
from index.records import Motion
from ingest.segmenting.cue import Cue
from ingest.segmenting.limbs import Clause
from ingest.segmenting.motions import Movers
from ingest.segmenting.recorded import NamedVote
from ingest.segmenting.running import RunningText
from ingest.segmenting.votes import PrintedVote

_NEXT_SENTENCE = 200


@dataclass(frozen=True, slots=True)
class Proposal:
    """A motion as put: its clause, who moved it, whether it amends another, and whether it was only suggested."""

    clause: Clause
    movers: Movers | None
    amendment: bool
    start: int
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed about one decision: its vote, or the names of those voting, and who moved it."""

    vote: PrintedVote | None = None
    names: NamedVote | None = None
    movers: Movers | None = None


@dataclass(frozen=True, slots=True)
class Put:
    """A motion just put and carried: where that was said, and by what vote."""

    end: int
    printed: Printed
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
    opened: Movers | None = None
    balloted: Proposal | None = None
    proposed_at: tuple[int, ...] = ()
    spent: set[int] = field(default_factory=set)
    read_to: int = 0
    told_at: int = 0
    voted_to: int = 0
    decided_to: int = -1000
    agreed_below: bool = False

    cues: tuple[Cue, ...] = ()

    def following(self, cue: Cue) -> tuple[Cue, ...]:
        """The next cue after one, if it is near: what a vote did may be said in the sentence after it."""
        later = [one for one in self.cues if one.start > cue.end]
        return tuple(later[:1]) if later and later[0].start - cue.end <= _NEXT_SENTENCE else ()

    @property
    def text(self) -> str:
        """The whole running text; offsets are into it."""
        return self.running.text
