"""What does the product say in its own words?

All of it, in one table: every other word of an answer is a quotation. Each label states what is or is not in the minutes held here,
never what a council did. `Label` names the occasion; the sentence beside it is shown as it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from search_api.kinds import Detail


class Label(StrEnum):
    """When something has to be said that cannot be quoted."""

    NOTHING_FOUND = "nothing found"
    NO_DECISION = "no decision"


SENTENCES: Mapping[Label | Detail, str] = {
    Label.NOTHING_FOUND: "Nothing in these minutes answers this question.",
    Label.NO_DECISION: "No decision on this was found in these minutes. This is what they say.",
    Detail.VOTERS: "The minutes do not record how each member voted.",
    Detail.COUNT: "The minutes do not record the number of votes.",
    Detail.MOVER: "The minutes do not record who moved it.",
    Detail.SECONDER: "The minutes do not record who seconded it.",
    Detail.REASONS: "The minutes say that reasons were given and do not record them.",
}
