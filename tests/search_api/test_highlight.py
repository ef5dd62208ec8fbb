from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.text import tokens
from search_api.highlight import marked
from search_api.highlight import window


def test_a_word_is_marked_when_it_shares_a_stem_with_the_question() -> None:
    text = "The bridges, and a Bridge's painting (71/19)."
    found = [text[start:end] for start, end in marked(text, tokens("bridge 71/19"))]
    assert found == ["bridges", "Bridge's", "71/19"]


def test_what_minutes_print_for_a_word_is_marked_where_the_word_does_not_stand() -> None:
    asked = tokens("graveyard wall")
    without, holding = "The cemetery and its wall.", "The graveyard by the cemetery, and its wall."
    assert [without[start:end] for start, end in marked(without, asked)] == ["cemetery", "wall"]
    assert [holding[start:end] for start, end in marked(holding, asked)] == ["graveyard", "wall"]


def test_a_short_text_is_shown_whole() -> None:
    assert window("a bridge", [(2, 8)], 320) == (0, 8)


def test_a_long_text_is_cut_between_words_around_what_is_marked() -> None:
    text = "word " * 200 + "the harbour bridge was painted " + "word " * 200
    ranges = marked(text, tokens("harbour bridge"))
    start, end = window(text, ranges, 120)
    assert "harbour bridge" in text[start:end]
    assert end - start <= 120
    assert text[start - 1] == text[end] == " "


@given(st.text(max_size=900), st.text(max_size=30), st.integers(80, 400))
def test_a_window_always_lies_in_the_text_and_marks_lie_on_words(text: str, question: str, width: int) -> None:
    ranges = marked(text, tokens(question))
    start, end = window(text, ranges, width)
    assert 0 <= start <= end <= len(text)
    assert end - start <= width
    assert all(0 <= first < last <= len(text) for first, last in ranges)
