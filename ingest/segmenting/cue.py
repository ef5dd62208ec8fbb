"""What is a cue: the words that say that something was moved, put or decided?

A record of its own, so that the files that find each kind (leads.py, tellings.py, proposals.py, fates.py) and the one that makes
decisions of them (decisions.py) agree on it. A cue says where a clause is and what it proves; it reads nothing itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from index.records import Outcome
from index.sentences import Sentence


class CueKind(StrEnum):
    """What a cue does: opens clauses, tells a decision in one sentence, proposes, puts to the vote, or says what became of it."""

    LEAD = "lead"
    TELLING = "telling"
    PROPOSAL = "proposal"
    BALLOT = "ballot"
    FATE = "fate"
    VOTED = "voted"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at `start` to `end`; its clause begins at `at`. `label` is a letter printed before a lead.

    `until` ends the clause of a proposal whose own sentence goes on to say what became of it. `passing` marks what was only
    suggested: it is a motion if the very next words carry it, and nothing otherwise. `amendment` is `None` where a fate does not
    say what it is of ("Carried.").
    """

    kind: CueKind
    start: int
    end: int
    at: int
    label: str | None = None
    outcome: Outcome = Outcome.CARRIED
    amendment: bool | None = False
    until: int | None = None
    passing: bool = False


def cue_of(
    kind: CueKind,
    sentence: Sentence,
    match: re.Match[str],
    at: int,
    outcome: Outcome = Outcome.CARRIED,
    *,
    amendment: bool | None = False,
) -> Cue:
    """Make the cue of a match within a sentence's words."""
    return Cue(kind, sentence.start + match.start(), sentence.start + match.end(), sentence.start + at, None, outcome, amendment)
