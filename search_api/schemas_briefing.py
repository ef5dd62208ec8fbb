"""What goes over the wire when councils or bodies are compared?

The reply of the comparison, like `schemas.py`, whose answer each column carries: plain models, every field described. A briefing is
a file and has no schema; what it is asked for with is in `parameters_briefing.py`. Imports nothing of ours but that.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from search_api.schemas import AnswerOut
from search_api.schemas import Wire


class ColumnOut(Wire):
    """What the minutes of one council or body say."""

    name: str = Field(description="The council or body, as asked for.")
    kind: Literal["answer", "no_record", "failed"] = Field(
        description="`answer`: quotations; `no_record`: looked at and nothing found; `failed`: not looked at, `failure` says why."
    )
    label: str | None = Field(description="The fixed sentence to show above; null where the quotations speak alone.")
    answer: AnswerOut | None = Field(
        description="The answer within this council or body alone, with what was looked at; null where `failed`."
    )
    failure: str | None = Field(description="With `failed`: what happened and what to do; null otherwise.")


class CompareOut(Wire):
    """One question, asked of each council or body by itself."""

    question: str = Field(description="The question as typed, white space folded.")
    by: Literal["council", "body"] = Field(description="What the columns are.")
    columns: list[ColumnOut] = Field(description="One a council or body, in the order asked.")
