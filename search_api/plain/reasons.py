"""Why was no plain line shown?

The fixed list of reasons that are counted: what went wrong on the way to the endpoint, and what the check found in the line. None
of them ever holds words of the question or of the line.
"""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a line was dropped."""

    UNREACHABLE = "endpoint not reached"
    SLOW = "endpoint too slow"
    REDIRECT = "endpoint answered with a redirect"
    STATUS = "endpoint answered with an error"
    TOO_LARGE = "reply too large"
    STRANGE = "reply not in the expected form"
    REFUSED = "model refused"
    FORM = "line too long, or not plain text"
    NO_CITATION = "sentence without a citation"
    NO_SUCH_CITATION = "citation of a quotation that is not there"
    OUTCOME = "outcome not that of the clause"
    VOTE = "vote not that of the clause"
    NUMBER = "number not in the quotation"
    NAME = "name not in the quotation"
    WORDS = "words not in the quotation"
    TURNED = "a not, a condition or a doubt added or left out"
    REARRANGED = "words of the quotation put together otherwise"


class NoLineError(Exception):
    """No line can be shown, for a reason that is counted; caught where the line would have been shown."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"no plain line: {reason.value}")
        self.reason = reason
