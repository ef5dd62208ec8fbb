"""How do the lines of a record stand on the paper?

Takes the running text, says of each line whether a gap follows it and whether it is filled to the margin, so that a title that
runs on in the next line is told from one with its minute below. Never looks at what the words mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ingest.segmenting.business import is_usual_business
from ingest.segmenting.running import Line
from ingest.segmenting.running import RunningText

_WRAPPED = (60, 130)
"""Characters between which the width of wrapped text lies; longer lines are paragraphs that nobody has broken."""
_NEAR_THE_MARGIN = 0.85
_OFTEN = 0.3
_ENOUGH = 20
_NEARLY_ALL = 0.8
_PARAGRAPH = 300
_SWALLOWED = re.compile(r"(?<=[\w.:;)’”])\s+(?=(?P<number>\d{1,3}(?:/\d{2,4})?[.)]?)\s+[A-Z])")
_NARROWER = 0.9
"""Letters differ in width, and a title in bold holds fewer on a line than the text whose width was measured."""


@dataclass(frozen=True)
class PrintedLines:
    """The lines of a meeting and the white space between them."""

    running: RunningText

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are not blank, in order; a paragraph that swallowed its headings is parted before each."""
        return tuple(part for line in self.running.lines for part in _parted(line))

    def text_at(self, place: int) -> str:
        """Return the words of a line, nothing before the first and behind the last."""
        return self.lines[place].text if 0 <= place < len(self.lines) else ""

    def gap_after(self, place: int) -> bool:
        """Return whether more white space follows than between the lines of a paragraph."""
        if place < 0 or place + 1 >= len(self.lines):
            return True
        return self._breaks(place) > self._usual_breaks

    def is_full(self, place: int) -> bool:
        """Return whether the next line's first word had no room on this line, in text that is wrapped at a margin."""
        following = self.text_at(place + 1).split()
        return bool(self._width and following) and len(self.lines[place].text) + 1 + len(following[0]) > self._width * _NARROWER

    def _breaks(self, place: int) -> int:
        return self.running.text.count("\n", self.lines[place].end, self.lines[place + 1].start)

    @cached_property
    def _usual_breaks(self) -> int:
        """Line ends between lines of one paragraph: one, or two where every printed line has a blank line after it (Limerick)."""
        if not self._width or len(self.lines) < _ENOUGH:
            return 1
        blank = sum(1 for place in range(len(self.lines) - 1) if self._breaks(place) > 1)
        return 2 if blank >= _NEARLY_ALL * len(self.lines) else 1

    @cached_property
    def _width(self) -> int:
        """The length of wrapped lines, 0 where lines are whole paragraphs."""
        lengths = sorted(len(line.text) for line in self.lines)
        if not lengths:
            return 0
        width = lengths[int(len(lengths) * 0.95)]
        near = sum(1 for length in lengths if _NEAR_THE_MARGIN * width <= length <= width)
        return width if _WRAPPED[0] <= width <= _WRAPPED[1] and near >= _OFTEN * len(lengths) else 0


def _parted(line: Line) -> Iterator[Line]:
    """Part a long line before "7. To receive": posts lose line ends, and the items of a meeting run on (Stoke Ferry 2016)."""
    if len(line.text) < _PARAGRAPH:
        yield line
        return
    starts = [0, *(found.end() for found in _SWALLOWED.finditer(line.text) if _is_business(line.text[found.end("number") :]))]
    for start, end in pairwise([*starts, len(line.text)]):
        words = line.text[start:end].rstrip()
        yield Line(line.start + start, line.start + start + len(words), words)


def _is_business(after: str) -> bool:
    words = after.lstrip(" .)")
    return words.startswith("To ") or is_usual_business(words)
