"""What may be asked for when councils are compared, or a briefing is made?

The parameters of the comparison in its address, and of a briefing in the body of its request, with a bound on each. Unknown names
are refused. Whether a name or an id is held is for the rooms below to say.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import Field

from index.passages import Filters
from search_api.briefing.exporting import Format
from search_api.parameters import MAX_VALUES
from search_api.parameters import Parameters
from search_api.query import MAX_CHARACTERS

MOST_QUESTIONS = 10
MOST_ITEMS = 40
LONGEST_TITLE = 200

Question = Annotated[str, Field(max_length=MAX_CHARACTERS)]
ItemId = Annotated[str, Field(min_length=1, max_length=60)]


class CompareParameters(Parameters):
    """A question, and the councils or the bodies that it is asked of, two to six."""

    q: str = Field(description='The question, at most 500 characters and 32 words. "Double quotes" ask for a phrase.')
    council: list[str] = Field(default=[], max_length=MAX_VALUES, description="Councils, as /v1/facets lists them; or bodies.")
    body: list[str] = Field(default=[], max_length=MAX_VALUES, description="Bodies, as /v1/facets lists them; or councils.")
    since: date | None = Field(
        default=None, description="First day, as 2020-09-02. Meetings without a stated date lie in no range."
    )
    until: date | None = Field(default=None, description="Last day, itself included.")

    def filters(self) -> Filters:
        """Return what holds for every column."""
        return Filters(since=self.since, until=self.until)


class BriefingAsked(BaseModel):
    """What a briefing is to hold: at least one question or one item."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = Field(default="", max_length=LONGEST_TITLE, description="The title to print; a fixed one where it is empty.")
    questions: list[Question] = Field(default=[], max_length=MOST_QUESTIONS, description="Questions, in the order to print.")
    items: list[ItemId] = Field(default=[], max_length=MOST_ITEMS, description="Ids of agenda items, in the order to print.")
    format: Format = Field(description="As which file: Word, Markdown, or a table of quotations.")
