"""Pages are put together from lines; marks and furniture move to where their line came to stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.reading.pages import Line
from ingest.reading.pages import Mark
from ingest.reading.pages import MarkKind
from ingest.reading.pages import has_words
from ingest.reading.pages import line_of
from ingest.reading.pages import page_of
from ingest.reading.pages import storable


def test_a_mark_keeps_its_words_when_lines_become_a_page() -> None:
    page = page_of([Line("Cabinet"), line_of("  4. Budget ", MarkKind.HEADING, "#AI4"), Line("3", furniture=True)], number=2)
    assert page.text == "Cabinet\n  4. Budget \n3"
    (mark,) = page.marks
    assert page.text[mark.start : mark.end] == "4. Budget"
    assert (mark.kind, mark.link, page.number) == (MarkKind.HEADING, "#AI4", 2)
    assert [page.text[start:end] for start, end in page.furniture] == ["3"]


def test_a_blank_line_carries_no_mark() -> None:
    assert line_of("  ", MarkKind.LABEL) == Line("  ")


def test_blank_pages_hold_no_words() -> None:
    assert not has_words([page_of([Line(" "), Line("")])])
    assert has_words([page_of([Line("")]), page_of([Line("x")])])


@given(st.lists(st.text(st.characters(exclude_characters="\n")), max_size=5), st.data())
def test_marks_on_any_lines_lie_inside_the_text_and_ascend(texts: list[str], data: st.DataObject) -> None:
    lines = []
    for text in texts:
        end = data.draw(st.integers(0, len(text)))
        start = data.draw(st.integers(0, end))
        lines.append(Line(text, (Mark(MarkKind.LABEL, start, end),) if start < end else ()))
    page = page_of(lines)
    starts = [mark.start for mark in page.marks]
    assert starts == sorted(starts)
    assert all(0 <= mark.start < mark.end <= len(page.text) for mark in page.marks)


@given(st.text(st.characters(min_codepoint=0xD7F0, max_codepoint=0xE010, exclude_categories=())))
def test_stored_text_is_as_long_as_what_was_read_and_can_be_written(text: str) -> None:
    assert len(storable(text)) == len(text)
    storable(text).encode("utf-8")
