"""What goes over the wire about the thread of a matter?

Pydantic models of `/v1/threads/{item_id}` and `/v1/timeline`, like those of `schemas.py`, whose citations and decisions they hold.
Imports nothing of ours but those; `present_threads.py` is the one place that fills them.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from search_api.schemas import CitationOut
from search_api.schemas import CoverageOut
from search_api.schemas import Day
from search_api.schemas import DecisionOut
from search_api.schemas import FiltersOut
from search_api.schemas import ItemHeadOut
from search_api.schemas import UnderstoodOut
from search_api.schemas import Wire

LinkName = Literal[
    "same title",
    "refers to minute",
    "refers to report",
    "recommended to this body",
    "recommended from here",
    "promised there",
    "promised here",
    "about the same",
]


class LinkOut(Wire):
    """Another item that belongs together with the one asked for, and what shows it."""

    head: ItemHeadOut = Field(description="Which item.")
    kind: LinkName = Field(
        description="How it is linked. `recommended to this body`: the other item sent the matter to the body that took the item "
        "asked for. `recommended from here`: this item sent it to the other's body. `promised there`: this item comes back to what "
        "the other promised. `promised here`: the other comes back to what this one promised."
    )
    confidence: float = Field(
        ge=0,
        le=1,
        description="How sure the rule is. 0.9 and more: a whole title or a number that nothing else has is printed. From 0.6: a "
        "title printed nearly so, a number that others have too, or the body that the matter is sent to. Below: the words of a "
        "promise come back, both speak of the same, or many items have the title.",
    )
    evidence: CitationOut = Field(description="The words that show the link; they stand in one of the two items.")
    decisions: list[DecisionOut] = Field(description="What the other item decided, in printed order, what was lost in its place.")


class ThreadOut(Wire):
    """An agenda item and those linked with it."""

    item: ItemHeadOut = Field(description="The item asked for.")
    decisions: list[DecisionOut] = Field(description="What it decided, in printed order, what was lost in its place.")
    links: list[LinkOut] = Field(description="The items linked with it, in order of time, those without a stated date last.")


class EntryOut(Wire):
    """One agenda item of a timeline."""

    head: ItemHeadOut = Field(description="Which item; `date_origin` says who states its date, and only `printed` was read in it.")
    decisions: list[DecisionOut] = Field(
        description="Its decisions that speak to the matter, in printed order, and those that fell beside them."
    )
    passage: CitationOut | None = Field(description="The passage that speaks to the matter; null where the decisions say it.")


class GapOut(Wire):
    """A stretch of days without any entry: nothing is held here on this, which is not to say that nothing happened."""

    since: Day = Field(validation_alias="from", serialization_alias="from", description="Day of the entry before the gap.")
    until: Day = Field(description="Day of the entry after it.")
    label: str = Field(description="What to show of it.")


class TimelineOut(UnderstoodOut):
    """The matter that a question asks about, meeting by meeting."""

    question: str = Field(description="The question, white space folded.")
    filters: FiltersOut = Field(description="The filters in force.")
    label: str | None = Field(description="What to show where nothing speaks to the matter; null where something does.")
    entries: list[EntryOut] = Field(description="Items with a stated date, earliest first.")
    gaps: list[GapOut] = Field(
        description="Stretches between two entries that are longer than a year, or than three times the usual one, in order."
    )
    undated: list[EntryOut] = Field(description="Items whose meeting states no date, best match first.")
    coverage: CoverageOut = Field(description="What was looked at, with the first and last day held.")
