"""What does a briefing say in its own words?

All of it, in one list: whatever stands in a briefing is a quotation, one of these, a sentence of `labels.py`, or a fact (`Fact`)
such as a name, a date or a vote as printed. The writers of files print these and compose nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from index.records import Outcome
from index.sources import Origin


class Ours(StrEnum):
    """Words of ours, each as it stands on paper."""

    TITLE = "Briefing from council minutes"
    NOTICE = (
        "Words in quotation marks, set in from the margin, are the minutes' own, copied as printed; the number in square brackets "
        "leads to where they stand. All other lines are not quotations: they are labels of this program and facts from its "
        "record, such as names, dates and votes. Nothing is summarised. Minutes that are not in the archive were "
        "not looked at."
    )
    QUESTION = "Question"
    DECIDED = "Decided"
    NOT_CARRIED = "Not carried"
    DISCUSSED = "What the minutes say"
    LEFT_OUT = "Further passages found and not quoted here"
    NOT_RECORDED = "Not recorded"
    ITEMS = "Items asked for"
    MOTIONS = "Moved, and what became of it not stated"
    WHOLE = "The item as printed"
    NOT_QUOTED = "The discussion of this item is not quoted here."
    MINUTED = "As minuted, with the words from which the outcome was read"
    CITATIONS = "Citations"

    ONLY = "Looked only at"
    LOOKED_AT = "Meetings looked at"
    UNDATED = "of them without a stated date"
    FIRST = "First"
    LAST = "Last"
    NEAREST = "Nearest item, which does not answer"

    CLAUSE = "Clause"
    FORCE = "Verb"
    MOTION_KIND = "Kind of motion"
    VOTE = "Vote as printed"
    FOR = "Names for"
    AGAINST = "Names against"
    ABSTAINED = "Names abstaining"
    MOVER = "Moved by"
    SECONDER = "Seconded by"
    MOVER_AND_SECONDER = "Mover and seconder"
    OCR = "Read by OCR: check against the original"

    COUNCIL = "Council"
    BODY = "Body"
    DATE = "Date"
    ITEM = "Item"
    MINUTE = "Minute"
    ITEM_TITLE = "Title"
    PAGE = "Page"
    DOCUMENT = "Document"
    URL = "Web address"
    STATE = "Record state"

    MADE = "Made"
    GENERATION = "From generation of the archive"
    COMMITTED = "committed"

    NOT_STATED = "not stated"
    COUNCIL_NOT_STATED = "council not stated"
    BODY_NOT_STATED = "body not stated"
    DATE_NOT_STATED = "date not stated"
    NO_TITLE = "an item without a title"

    CARRIED = "Carried"
    LOST = "Lost"
    WITHDRAWN = "Withdrawn"
    DEFERRED = "Deferred"
    NOT_PUT = "Not put to the vote"
    UNCLEAR = "Outcome not clear"

    FROM_FILE_NAME = "inferred from file name"
    FROM_PAGE_DETAILS = "from the details of the published page"
    STATED_BESIDE = "stated beside the minutes, not in them"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact from the record or from whoever asked: a name, a date, a number, a question; white space folded for a line."""

    text: str


Word = Ours | Fact

OUTCOMES: Mapping[Outcome, Ours] = {
    Outcome.CARRIED: Ours.CARRIED,
    Outcome.LOST: Ours.LOST,
    Outcome.WITHDRAWN: Ours.WITHDRAWN,
    Outcome.DEFERRED: Ours.DEFERRED,
    Outcome.NOT_PUT: Ours.NOT_PUT,
    Outcome.UNCLEAR: Ours.UNCLEAR,
}

ORIGINS: Mapping[Origin, Ours] = {
    Origin.FILE_NAME: Ours.FROM_FILE_NAME,
    Origin.PAGE_METADATA: Ours.FROM_PAGE_DETAILS,
    Origin.SIDECAR: Ours.STATED_BESIDE,
    Origin.FLAG: Ours.STATED_BESIDE,
}
"""Who states a fact, where it is neither printed in the minutes nor stated nowhere."""


def fact(text: object, otherwise: Ours = Ours.NOT_STATED) -> Word:
    """Return a fact on one line, or that it is not stated where it is `None` or empty."""
    folded = "" if text is None else " ".join(str(text).split())
    return Fact(folded) if folded else otherwise


def day(found: date | None, otherwise: Ours = Ours.NOT_STATED) -> Word:
    """Return `2 September 2020`, or that it is not stated."""
    return otherwise if found is None else Fact(f"{found.day} {found:%B %Y}")
