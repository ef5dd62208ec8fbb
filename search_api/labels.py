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
    PLAIN = "plain English"
    SAME_NAME = "same name"
    NO_RECORDED_VOTE = "no recorded vote"
    NO_SUCH_NAME = "no such name"
    NO_RECORD = "no record"
    NO_MEETINGS = "no meetings"
    NOT_LOOKED_AT = "not looked at"
    NOTHING_BETWEEN = "nothing between"


SENTENCES: Mapping[Label | Detail, str] = {
    Label.NOTHING_FOUND: "Nothing in these minutes answers this question.",
    Label.NO_DECISION: "No decision on this was found in these minutes. This is what they say.",
    Label.NO_RECORD: "No record: nothing in these minutes answers this question.",
    Label.NO_MEETINGS: "No record: the archive holds no meeting within what was asked for.",
    Label.NOT_LOOKED_AT: "Not looked at: this column could not be answered. The others are not touched by it.",
    Label.NOTHING_BETWEEN: "No meeting held here on this between these days.",
    Label.SAME_NAME: "Same name as printed; whether it is the same person is not stated.",
    Label.NO_RECORDED_VOTE: "No recorded vote found in these minutes prints this name.",
    Label.NO_SUCH_NAME: "This name was not found in these minutes.",
    Label.PLAIN: "In plain English, written by a computer from the quotations; the quotations are the record.",
    Detail.VOTERS: "The minutes do not record how each member voted.",
    Detail.COUNT: "The minutes do not record the number of votes.",
    Detail.MOVER: "The minutes do not record who moved it.",
    Detail.SECONDER: "The minutes do not record who seconded it.",
    Detail.REASONS: "The minutes say that reasons were given and do not record them.",
    Detail.LIST: "The minutes give their number and do not record which they are.",
    Detail.FIGURE: "What these minutes say on this holds no figure.",
}
