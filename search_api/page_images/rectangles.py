"""Where on the picture are these letters?

Takes the boxes of letters in the order of reading, gives one rectangle a line: boxes that stand beside each other on a line become
one, with the spaces between words; a wider gap, as between columns, is left open. Plain arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_WIDEST_GAP = 1.6
"""Widest space between words of one line, in heights of a letter: lines set to both margins have wide ones."""

_SAME_LINE = 0.5
"""Share of the lower of two boxes that lies beside the other where they stand on one line."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in dots of the picture, from its left upper corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Return how high it is."""
        return self.bottom - self.top


def lines_of(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Return one rectangle for each line, or part of a line, that the boxes stand on."""
    lines: list[Box] = []
    for box in boxes:
        if lines and _follows(lines[-1], box):
            lines[-1] = _around(lines[-1], box)
        else:
            lines.append(box)
    return tuple(lines)


def _follows(line: Box, box: Box) -> bool:
    beside = min(line.bottom, box.bottom) - max(line.top, box.top)
    gap = box.left - line.right
    height = max(line.height, box.height)
    return beside >= _SAME_LINE * min(line.height, box.height) and -height <= gap <= _WIDEST_GAP * height


def _around(one: Box, other: Box) -> Box:
    return Box(min(one.left, other.left), min(one.top, other.top), max(one.right, other.right), max(one.bottom, other.bottom))
