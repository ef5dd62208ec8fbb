"""How does a comparison become what goes over the wire?

The one place that fills `schemas_briefing.py`; an answer is presented by `present.py`, as everywhere. A column that holds no record
and one that could not be looked at are each said in a fixed sentence, so that neither can be read as the other.
"""

from __future__ import annotations

from search_api.answering import NotRecorded
from search_api.comparing import Column
from search_api.comparing import Comparison
from search_api.labels import SENTENCES
from search_api.labels import Label
from search_api.present import present_answer
from search_api.schemas_briefing import ColumnOut
from search_api.schemas_briefing import CompareOut


def present_comparison(compared: Comparison) -> CompareOut:
    """Present the columns in the order asked."""
    return CompareOut(question=compared.question, by=compared.by.value, columns=[_column(one) for one in compared.columns])


def _column(column: Column) -> ColumnOut:
    label = label_of(column)
    answered = column.applied and column.answered
    return ColumnOut(
        name=column.name,
        kind="failed" if not answered else "no_record" if isinstance(answered, NotRecorded) else "answer",
        label=SENTENCES[label] if label else None,
        answer=present_answer(column.answered, column.applied) if column.applied and column.answered else None,
        failure=str(column.failure) if column.failure else None,
    )


def label_of(column: Column) -> Label | None:
    """Return the occasion on which a column does not speak in quotations alone."""
    if column.answered is None:
        return Label.NOT_LOOKED_AT
    if isinstance(column.answered, NotRecorded):
        return Label.NO_RECORD if column.answered.coverage.meetings else Label.NO_MEETINGS
    return column.answered.label
