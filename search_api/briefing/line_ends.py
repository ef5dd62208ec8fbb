"""Which line ends of a quotation are to be seen?

Many pages end a line, or end it twice, wherever the paper ended. Takes the words of a quotation, gives them in stretches: words,
and the white space between lines with whether a reader should see a new line there. A line that ends early or ends a sentence
keeps its end; any other is shown as a space. No letter is dropped: the stretches together are the words, byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SHORT = 60
"""Letters below which a line ended because its writer meant it to."""

_GAP = re.compile(r"\s*\n\s*")
_ENDS = tuple(".:;?!\u201d")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words without a line end, or (`gap`) the white space around line ends, which is seen as a new line or as a space."""

    text: str
    gap: bool = False
    seen: bool = False


def stretches(text: str) -> Iterator[Stretch]:
    """Yield the text in stretches: put together they are the text again."""
    at = 0
    for found in _GAP.finditer(text):
        line = text[at : found.start()]
        if line:
            yield Stretch(line)
        # a clause may begin in the middle of a printed line, so its first line may be short without having ended early
        begins = at > 0 or not line[:1].islower()
        yield Stretch(found.group(), gap=True, seen=line.endswith(_ENDS) or (begins and len(line) < SHORT))
        at = found.end()
    if text[at:]:
        yield Stretch(text[at:])
