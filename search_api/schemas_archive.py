"""What goes over the wire about what is held?

Pydantic models of `/v1/archive`, like those of `schemas_state.py`, whose counts they hold. Imports nothing of ours but those;
`present_archive.py` is the one place that fills them.
"""

from __future__ import annotations

from pydantic import Field

from search_api.schemas import Day
from search_api.schemas import KindName
from search_api.schemas import Wire
from search_api.schemas_state import CountsOut


class HeldGapOut(Wire):
    """A stretch much longer than is usual for the body on which no minutes are held, which is not to say that nobody met."""

    since: Day = Field(validation_alias="from", serialization_alias="from", description="Day of the meeting before the gap.")
    until: Day = Field(description="Day of the meeting after it.")
    days: int = Field(description="How many days lie between the two.")
    usual: int = Field(
        description="How many days usually lie between two meetings of this body whose minutes are held: the median."
    )


class YearHeldOut(Wire):
    """One year of a body."""

    year: int = Field(description="The year.")
    minuted: int = Field(description="Meetings whose minutes, or decision page, are held.")
    papers: int = Field(description="Meetings of which only an agenda or other papers are held.")


class StatesOut(Wire):
    """What the minutes held say of themselves."""

    draft: int = Field(description="Say that they are draft.")
    confirmed: int = Field(description="Say that they were confirmed.")
    corrected: int = Field(description="Say that they were corrected.")
    not_stated: int = Field(description="Say nothing of it.")


class BodyHeldOut(Wire):
    """What is held of one body."""

    body: str | None = Field(description="The body; null where the documents state none.")
    minuted: int = Field(description="Meetings whose minutes, or decision page, are held.")
    papers: int = Field(description="Meetings of which only an agenda or other papers are held.")
    undated: int = Field(description="How many of all these state no day.")
    first: Day | None = Field(description="The first stated day; null where none is stated.")
    last: Day | None = Field(description="The last stated day; null where none is stated.")
    years: list[YearHeldOut] = Field(description="Years of stated days, earliest first; years without any are left out.")
    states: StatesOut = Field(description="Whether the minutes say that they are draft or confirmed.")
    gaps: list[HeldGapOut] = Field(description="Stretches on which no minutes are held, in order; none where no rhythm is known.")


class CouncilHeldOut(Wire):
    """What is held of one council."""

    council: str | None = Field(description="The council; null where the documents state none.")
    minuted: int = Field(description="Meetings whose minutes, or decision page, are held.")
    papers: int = Field(description="Meetings of which only an agenda or other papers are held.")
    bodies: list[BodyHeldOut] = Field(description="Its bodies, most minutes first.")


class KindHeldOut(Wire):
    """How many documents of one kind are held."""

    kind: KindName = Field(description="The kind.")
    documents: int = Field(description="How many.")


class ShortfallOut(Wire):
    """A file, or pages of one, that is not in the archive. Never words of the file."""

    path: str = Field(description="Path below the ingested folder.")
    reason: str = Field(description="What is wrong with it.")
    remedy: str = Field(description="What to do about it.")


class LeftOutOut(Wire):
    """What the last ingest left out."""

    refused: list[ShortfallOut] = Field(description="Files that are not in the archive, or of which it holds an older state only.")
    unread: list[ShortfallOut] = Field(description="Pages that are not, or only in part, in the archive, of files that are in it.")
    withheld_documents: int = Field(description="Documents left out whole because they are not open.")
    whole: bool = Field(description="Whether `unread` speaks of every document; false where some were read by an older release.")


class ArchiveOut(Wire):
    """What is held, of whom, and what is not."""

    generation: int = Field(description="Number of the committed state of the archive.")
    committed: str = Field(description="When it was committed, ISO 8601, UTC.")
    newest: Day | None = Field(description="The last stated day of any meeting; null where none is stated.")
    counts: CountsOut = Field(description="How much is held; `withheld` items are counted and held nowhere.")
    kinds: list[KindHeldOut] = Field(description="Documents by kind, most first.")
    councils: list[CouncilHeldOut] = Field(description="Councils, most minutes first.")
    left_out: LeftOutOut | None = Field(description="What was refused or could not be read; null where that is not known.")
