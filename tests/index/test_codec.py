"""Records in tables: what is read back is what was written."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import DamagedArchiveError
from index.local.codec import CHUNK
from index.local.codec import DOCUMENT
from index.local.codec import MEETING
from index.passages import Chunk
from index.records import EXAMPLE_MEETING
from index.records import Meeting
from index.sources import Origin
from index.sources import SourceDocument
from index.sources import SourceSpan
from index.sources import Stated

WHERE = "file:var/archive"


def stated(kind: type[Stated[object]]) -> st.SearchStrategy[Stated[object]]:
    (value,) = get_args(kind)
    span = st.none() | st.from_type(SourceSpan)
    return st.builds(Stated, st.none() | st.from_type(value), st.sampled_from(Origin), span)


st.register_type_strategy(Stated, stated)


def test_the_example_meeting_is_read_back_equal() -> None:
    assert MEETING.read(MEETING.write(EXAMPLE_MEETING), WHERE) == EXAMPLE_MEETING


@given(st.from_type(Meeting))
def test_every_meeting_is_read_back_equal(meeting: Meeting) -> None:
    """Dates, enums, nested tuples, facts that nobody stated."""
    assert MEETING.read(MEETING.write(meeting), WHERE) == meeting


@given(st.from_type(SourceDocument))
def test_every_document_is_read_back_equal(document: SourceDocument) -> None:
    assert DOCUMENT.read(DOCUMENT.write(document), WHERE) == document


@given(st.from_type(Chunk))
def test_every_chunk_is_read_back_equal(chunk: Chunk) -> None:
    assert CHUNK.read(CHUNK.write(chunk), WHERE) == chunk


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"id": 1}', "\x00"])
def test_what_is_not_a_record_is_damage(text: str) -> None:
    with pytest.raises(DamagedArchiveError, match="a stored Meeting cannot be read"):
        MEETING.read(text, WHERE)
