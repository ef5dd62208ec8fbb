"""What goes over the wire while a file is read on the spot?

Pydantic models of `/v1/readings`: each line of the reply is a `ReadingLineOut`. The file is in no archive, so what is read has
no path in this API and none of its ids lasts. Imports nothing of ours but the wire; `ui/desk` fills it.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from search_api.schemas import DecisionOut
from search_api.schemas import KindName
from search_api.schemas import MotionOut
from search_api.schemas import PieceOut
from search_api.schemas import SittingOut
from search_api.schemas import Wire

StageName = Literal["opened", "page", "items", "decisions"]


class DeskOut(Wire):
    """What can be read on the spot here."""

    endings: list[str] = Field(description="Endings of the names of files that are read, such as `pdf`.")
    most_bytes: int = Field(description="How large a file may be.")
    seconds: float = Field(description="How long one may take.")


class StepOut(Wire):
    """How far the reading is."""

    stage: StageName = Field(description="`opened`: begun. `page`: pages read. `items`, `decisions`: how many were found.")
    done: int = Field(description="Pages read, or how many were found; 0 for `opened`.")
    total: int | None = Field(description="How many pages there are; null for the other stages.")


class RefusedOut(Wire):
    """A file that cannot be read, or pages of one. Never words of the file."""

    reason: str = Field(description="What is wrong with it.")
    remedy: str = Field(description="What to do about it.")


class ReadItemOut(Wire):
    """One agenda item of the file."""

    number: str | None = Field(description="Agenda number as printed; null where not printed.")
    minute_number: str | None = Field(description="The minute's own number as printed; null where not printed.")
    title: str | None = Field(description="Title as printed; null where not printed.")
    text: list[PieceOut] = Field(description="Its whole text, one piece a page.")
    decisions: list[DecisionOut] = Field(description="Its clauses in printed order; their citations lead nowhere in this API.")
    motions: list[MotionOut] = Field(description="Motions whose fate is not printed.")
    unclear: int = Field(description="Facts that no rule was sure of, and that are given as unclear.")


class ReadMeetingOut(SittingOut):
    """One meeting of the file, and its items that are open."""

    items: list[ReadItemOut] = Field(description="Its items in printed order.")


class ReadingOut(Wire):
    """All that was read from the file. What is not open is counted and nowhere in here."""

    kind: KindName = Field(description="What the document is; only minutes and decision pages record decisions.")
    pages: int = Field(description="How many pages it has.")
    meetings: list[ReadMeetingOut] = Field(description="Its meetings in order; none where the whole document is not open.")
    withheld_items: int = Field(description="Items left out because they are not open.")
    withheld: bool = Field(description="Whether the whole document was left out because it is not open.")
    unread: list[RefusedOut] = Field(description="Pages whose words could not be had, or only in part.")


class ReadingLineOut(Wire):
    """One line of the reply: a step, or at last the reading, or else why there is none. Exactly one is not null."""

    step: StepOut | None = Field(default=None, description="How far the reading is.")
    reading: ReadingOut | None = Field(default=None, description="What was read: the last line.")
    refused: RefusedOut | None = Field(default=None, description="Why the file cannot be read: the last line.")
