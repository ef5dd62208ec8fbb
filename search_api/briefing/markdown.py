"""How is a briefing written in Markdown?

Takes blocks, gives CommonMark in UTF-8: quotations as block quotes between quotation marks with their number, ours as plain
lines, the citations as a numbered list. Whatever was printed is escaped, so that no letter of it becomes mark-up: a reader of
CommonMark shows every quotation as it stands on its page, its line ends included.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from search_api.briefing.blocks import Block
from search_api.briefing.blocks import Heading
from search_api.briefing.blocks import Line
from search_api.briefing.blocks import Quotation
from search_api.briefing.blocks import Source
from search_api.briefing.blocks import line_of
from search_api.briefing.letters import printable
from search_api.briefing.line_ends import Stretch
from search_api.briefing.line_ends import stretches

_ANYWHERE = r"[\\`*_\[\]<>&~|^$#{}@]"
"""What may begin mark-up wherever it stands, in CommonMark or in the extensions in use."""

_WHERE_A_LINE_BEGINS = r"(?m:^\s*(?:\d+(?=[.)])[.)]|[-+=:]))"
_ADDRESSES = r":(?=//)|(?i:(?<=www)\.)"
_MARKS = re.compile(f"{_WHERE_A_LINE_BEGINS}|{_ANYWHERE}|{_ADDRESSES}")
_AT_EDGES = re.compile(r"^\s+|\s+$")
HARD = "\\"
"""Before a line end: the reader sees a new line."""


def markdown_of(blocks: Iterable[Block]) -> bytes:
    """Return a file of Markdown."""
    return ("\n\n".join(_block(block) for block in blocks) + "\n").encode()


def escaped(text: str) -> str:
    """Return text that CommonMark shows as it stands; line ends that are to be seen become hard breaks, others soft ones."""
    return "".join(_gap(one) if one.gap else _words(one.text) for one in stretches(printable(text)))


def _words(text: str) -> str:
    marked = _MARKS.sub(lambda found: f"{found.group()[:-1]}\\{found.group()[-1]}", text)
    # white space would be dropped where a line begins or ends
    return _AT_EDGES.sub(lambda found: _entities(found.group()), marked)


def _gap(stretch: Stretch) -> str:
    """Return the white space between two lines: its last line end as a break, all else written out as entities."""
    before, end, after = stretch.text.rpartition("\n")
    return f"{_entities(before)}{HARD if stretch.seen else ''}{end}{_entities(after)}"


def _entities(spaces: str) -> str:
    return "".join(f"&#{ord(space)};" for space in spaces)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * (block.level + 1)} {escaped(line_of(block.fields))}"
        case Line():
            words = escaped(line_of(block.fields))
            return f"**{words}**" if block.lead else words
        case Quotation():
            return _quotation(block)
        case Source():
            return f"{block.number}. {escaped(line_of(block.fields))}"


def _quotation(block: Quotation) -> str:
    """Return a block quote, one paragraph a piece; the number stands after the last."""
    *before, last = (f"\u201c{escaped(piece.text)}\u201d" for piece in block.pieces)
    paragraphs = (*before, f"{last} \\[{block.number}\\]")
    return "\n>\n".join("\n".join(f"> {line}" for line in paragraph.split("\n")) for paragraph in paragraphs)
