"""What can be wrong with a question?

Each class is one refusal that a person can act on: the message says what was asked, why it cannot be answered and what would
be. `allowed` lists what would have been accepted, where that is a list. The API turns them into replies in `problems.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from index.errors import ArchiveError


class QuestionError(ArchiveError):
    """Base of what can be wrong with a question; `allowed` is what would have been accepted, or `None`."""

    def __init__(self, message: str, allowed: Sequence[str] | None = None) -> None:
        super().__init__(message)
        self.allowed = None if allowed is None else tuple(allowed)


class EmptyQueryError(QuestionError):
    """The question holds no word, or none beside its operators."""

    def __init__(self, *, operators: bool = False) -> None:
        held = "holds operators and no word beside them" if operators else "holds no word or number"
        super().__init__(f"the question {held}: type what the minutes should be about")


class QueryTooLongError(QuestionError):
    """The question is longer than is accepted; `measure` is what was counted."""

    def __init__(self, measure: str, found: int, limit: int) -> None:
        super().__init__(f"the question has {found} {measure}, at most {limit} are accepted: shorten it or ask in two questions")


class UnknownValueError(QuestionError):
    """A filter names something that this archive does not hold; `nearest` are the values that may have been meant."""

    def __init__(self, parameter: str, value: str, allowed: Sequence[str], nearest: Sequence[str] = ()) -> None:
        advice = f"try {' or '.join(nearest)}" if nearest else "take one of the values allowed, as /v1/facets lists them"
        super().__init__(f"this archive has no {parameter} {value!r}: {advice}", allowed)


class UnreadableDateError(QuestionError):
    """An operator asks for a day, month or year that cannot be read or is none."""

    def __init__(self, typed: str) -> None:
        super().__init__(f"{typed!r} is no date: write 2017, 2017-05, 2017-05-29, or a range such as 2015..2018")


class ExcludedOperatorError(QuestionError):
    """A minus stands before an operator: only words and phrases can be excluded."""

    def __init__(self, typed: str) -> None:
        super().__init__(f"{typed!r} cannot be excluded: a minus works before a word or a phrase; ask for what is wanted instead")


class DateRangeError(QuestionError):
    """The first day of the range comes after its last."""

    def __init__(self, since: date, until: date) -> None:
        super().__init__(f"no day lies between since={since} and until={until}: since must not come after until")


class RerankError(ArchiveError):
    """A reranker added or dropped a candidate."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the reranker {name} scored other candidates than it was given: it may only put them in order")
