"""Are the right questions refused, and what would another threshold cost?

Takes gold questions with their lines of RESULTS.jsonl. What is absent or off the topic has to be refused, what can be answered
must not be. The curve asks at every threshold worth choosing what would have been refused if only the confidence counted. Sets
no threshold and asks the archive nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from search_api.evaluation.judgements import GoldQuestion
from search_api.evaluation.metrics import SetScore
from search_api.evaluation.metrics import share
from search_api.evaluation.questions import REFUSED_KINDS


@dataclass(frozen=True, slots=True)
class Judged:
    """One question: whether it was refused, what of, and the confidence behind it, `None` where it was never searched for.

    A detail that is not recorded (kind `not_recorded`) is neither to be refused nor answerable: its item has to be shown.
    """

    refused: bool
    confidence: float | None
    to_refuse: bool
    answerable: bool

    def below(self, threshold: float) -> bool:
        """Return whether it would be refused at this threshold."""
        return self.confidence is None or self.confidence < threshold


def judged(question: GoldQuestion, row: Mapping[str, Any]) -> Judged:
    """Return a question's line of results as far as refusing goes."""
    return Judged(row["answer"]["refused"], row["confidence"], question.kind in REFUSED_KINDS, question.answerable)


def refusal_row(rows: Iterable[Judged]) -> dict[str, float | None]:
    """Return how many of the questions to be refused were (recall), how many of the refusals were right (precision), and the
    share of the answerable questions that was wrongly refused.
    """
    asked = list(rows)
    to_refuse, answerable = _sides(asked)
    right = sum(one.refused for one in to_refuse)
    found = SetScore(right, sum(one.refused for one in asked), len(to_refuse))
    wrong = share(sum(one.refused for one in answerable), len(answerable))
    counts = {"to refuse": len(to_refuse), "answerable": len(answerable)}
    return {**counts, "recall": found.recall, "precision": found.precision, "wrongly refused": wrong}


def curve(rows: Iterable[Judged]) -> dict[str, dict[str, float | None]]:
    """Return, a line a threshold, the share of what should be refused that is, and the share of the answerable refused with it.

    Each threshold lies halfway between a question to be refused and the next more confident question of all, so each line
    refuses at least one more of the right ones, at the least cost.
    """
    asked = list(rows)
    to_refuse, answerable = _sides(asked)
    return {
        f"below {threshold:.3f}": {
            "absent and junk refused": share(sum(one.below(threshold) for one in to_refuse), len(to_refuse)),
            "wrongly refused": share(sum(one.below(threshold) for one in answerable), len(answerable)),
        }
        for threshold in _thresholds(asked)
    }


def _sides(rows: Sequence[Judged]) -> tuple[list[Judged], list[Judged]]:
    return [one for one in rows if one.to_refuse], [one for one in rows if one.answerable]


def _thresholds(rows: Sequence[Judged]) -> list[float]:
    known = sorted({one.confidence for one in rows if one.confidence is not None})
    refusable = {one.confidence for one in rows if one.to_refuse}
    return [(low + high) / 2 for low, high in pairwise(known) if low in refusable]
