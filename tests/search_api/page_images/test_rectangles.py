"""Letters beside each other become one rectangle a line."""

from __future__ import annotations

from search_api.page_images.rectangles import Box
from search_api.page_images.rectangles import lines_of


def _row(top: float, *lefts: float) -> list[Box]:
    return [Box(left, top, left + 8, top + 12) for left in lefts]


def test_letters_and_the_spaces_between_words_are_one_rectangle() -> None:
    assert lines_of(_row(100, 10, 18, 34, 42)) == (Box(10, 100, 50, 112),)


def test_each_line_is_a_rectangle_of_its_own() -> None:
    assert lines_of([*_row(100, 500, 508), *_row(116, 10, 18)]) == (Box(500, 100, 516, 112), Box(10, 116, 26, 128))


def test_the_gap_between_columns_is_left_open() -> None:
    assert len(lines_of(_row(100, 10, 18, 300, 308))) == 2


def test_nothing_gives_nothing() -> None:
    assert lines_of([]) == ()
