"""Which few words of a long quotation stand for it in a list?

Takes quoted pieces, gives one slice of one of them: of the paragraph in which most words of the question are marked, the stretch
around the first of these. It stays a quotation: a slice of its page, byte for byte, cut between words, and whoever shows it shows
the way to the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from search_api.schemas import PieceOut
from search_api.schemas import RangeOut
from ui.web.components import NOTHING
from ui.web.components import doubtful
from ui.web.highlight import marked_piece

LONGEST = 320
"""Characters of an excerpt: three or four lines on a wide screen."""

FEW = 4
"""An excerpt of less than this part of the longest goes on into the next paragraph."""

_BETWEEN = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A slice of a quotation, and whether words were left out before and after it."""

    piece: PieceOut
    before: bool
    after: bool

    @property
    def whole(self) -> bool:
        """Whether nothing was left out."""
        return not (self.before or self.after)


def excerpt(pieces: Sequence[PieceOut], longest: int = LONGEST) -> Excerpt:
    """Return at most so many characters of the quoted pieces, of which there must be one."""
    if sum(len(piece.text.strip()) for piece in pieces) <= longest and len(pieces) == 1:
        return Excerpt(pieces[0], before=False, after=False)
    paragraphs = _paragraphs(pieces)
    chosen, start, end = max(paragraphs, key=lambda each: _marked(*each))
    # Minutes of short lines, each a paragraph: what follows is taken along as far as there is room.
    end = max([end, *(last for piece, _, last in paragraphs if piece is chosen and start < last <= start + longest)])
    if end - start < longest // FEW:  # a heading says nothing alone: "Allotments:"
        end = min((last for piece, _, last in paragraphs if piece is chosen and last > end), default=end)
    start, end = _within(chosen, start, end, longest)
    first, last = pieces[0], pieces[-1]
    return Excerpt(
        _slice(chosen, start, end),
        before=chosen is not first or bool(chosen.text[:start].strip()),
        after=chosen is not last or bool(chosen.text[end:].strip()),
    )


def excerpted(short: Excerpt, outcome: str | None = None) -> Markup:
    """Return an excerpt as a quotation, dots in brackets where words were left out."""
    style = {"carried": "mb-quote-carried", "lost": "mb-quote-lost"}.get(outcome or "", "")
    dots = Markup('<span class="mb-left-out">[…]</span>')
    before, after = (dots if left_out else NOTHING for left_out in (short.before, short.after))
    words = Markup('<blockquote class="mb-excerpt {}"><p>{} {} {}</p></blockquote>')
    return words.format(style, before, marked_piece(short.piece), after) + doubtful([short.piece])


def _paragraphs(pieces: Sequence[PieceOut]) -> list[tuple[PieceOut, int, int]]:
    found: list[tuple[PieceOut, int, int]] = []
    for piece in pieces:
        cuts = [(match.start(), match.end()) for match in _BETWEEN.finditer(piece.text)]
        starts = [0, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), len(piece.text)]
        found.extend((piece, start, end) for start, end in zip(starts, ends, strict=True) if piece.text[start:end].strip())
    return found or [(pieces[0], 0, len(pieces[0].text))]


def _marked(piece: PieceOut, start: int, end: int) -> int:
    """Return how many different words are marked in a stretch."""
    within = (each for each in piece.highlights if start <= each.start and each.end <= end)
    return len({piece.text[each.start : each.end].lower() for each in within})


def _within(piece: PieceOut, start: int, end: int, longest: int) -> tuple[int, int]:
    """Return the stretch cut down around the first marked word, between words."""
    if end - start <= longest:
        return start, end
    first = min((each.start for each in piece.highlights if start <= each.start < end), default=start)
    begin = start if first - start < longest // 2 else _next_word(piece.text, first - longest // 3, first)
    return begin, _last_word(piece.text, begin, min(end, begin + longest))


def _next_word(text: str, start: int, before: int) -> int:
    space = re.compile(r"\s+").search(text, start, before)
    return space.end() if space else before


def _last_word(text: str, start: int, end: int) -> int:
    if end >= len(text) or text[end].isspace():
        return end
    cut = max(text.rfind(space, start, end) for space in (" ", "\n"))
    return cut if cut > start else end


def _slice(piece: PieceOut, start: int, end: int) -> PieceOut:
    within = [each for each in piece.highlights if start <= each.start and each.end <= end]
    moved = [RangeOut(start=each.start - start, end=each.end - start) for each in within]
    place = {"start": piece.start + start, "end": piece.start + end}
    return piece.model_copy(update={**place, "text": piece.text[start:end], "highlights": moved})
