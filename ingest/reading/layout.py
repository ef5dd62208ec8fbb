"""How would a browser break this HTML into lines?

Takes a parsed tree, gives lines of text with marks. Block elements and `<br>` end lines, white space (hard spaces too) is
folded, a table row whose cells hold one line each becomes one line, its cells parted by bars. List numbers that the browser
would print are written out, `1.` or `(a)` by the list's type and start, since the reader of the page sees them. Never decides
what is worth keeping: `web.py` takes the site's own furniture off first. The tree is walked without recursion, since pages with
a hundred thousand open `<div>`s exist.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field

from bs4 import Tag
from bs4.element import CData
from bs4.element import NavigableString

from ingest.reading.numerals import ROMAN_ENDS
from ingest.reading.numerals import letters_of
from ingest.reading.numerals import roman_of
from ingest.reading.pages import Line
from ingest.reading.pages import Mark
from ingest.reading.pages import MarkKind

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2"
    " h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead title tr ul"
)
BLOCKS = frozenset(_BLOCK_NAMES.split())
_CELLS = ("td", "th")
_SPACE = re.compile(r"\s+")
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)")
_LIST_TYPES = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "lower-roman": "i",
    "upper-alpha": "A",
    "upper-latin": "A",
    "upper-roman": "I",
}

Label = Callable[[Tag], tuple[MarkKind, str | None] | None]
"""Says what the format says about an element, and the address it carries; `None` for most."""


def lines_of(root: Tag, label: Label) -> list[Line]:
    """Return the lines of everything below `root` in reading order, blank ones left out."""
    # Looked up once: to ask each row for tables inside it takes the square of the depth.
    holders = {id(table.find_parent("tr")) for table in root.find_all("table")}
    sheet = _Sheet(rows_with_tables=frozenset(holders))
    path: list[Tag] = []
    for node in root.descendants:
        while path and path[-1] is not node.parent:
            _leave(path.pop(), sheet)
        if isinstance(node, Tag):
            _enter(node, sheet, label)
            path.append(node)
        elif type(node) is NavigableString or isinstance(node, CData):  # not comments, scripts or style sheets
            sheet.write(str(node))
    while path:
        _leave(path.pop(), sheet)
    sheet.end_row()
    return sheet.lines


def unlabelled(_: Tag) -> None:
    """Label nothing: for HTML of which only the words are wanted."""


@dataclass(slots=True)
class _Sheet:
    """The lines finished so far, and the open one. `gap` is what parts the next words from those before them."""

    lines: list[Line] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0
    gap: str = ""
    in_row: bool = False
    in_pre: bool = False
    marks: list[Mark] = field(default_factory=list)
    open_mark: tuple[Tag, MarkKind, str | None] | None = None
    mark_start: int | None = None
    counters: dict[int, int] = field(default_factory=dict)
    rows_with_tables: frozenset[int] = frozenset()

    def write(self, text: str) -> None:
        """Write text on the open line, white space folded; inside `<pre>` line ends count."""
        pieces = text.split("\n") if self.in_pre else [text]
        self._fold(pieces[0])
        for piece in pieces[1:]:
            self.end_line()
            self._fold(piece)

    def _fold(self, text: str) -> None:
        words = _SPACE.sub(" ", text)
        bare = words.strip(" ")
        if words.startswith(" "):
            self.gap = self.gap or " "
        if not bare:
            return
        gap = self.gap if self.length else ""
        if self.mark_start is None:
            self.mark_start = self.length + len(gap)
        self.parts.append(gap + bare)
        self.length += len(gap) + len(bare)
        self.gap = " " if words.endswith(" ") else ""

    def end_line(self) -> None:
        """Finish the open line, unless it is a row of a table or an item's number, which the item's title follows."""
        kind = self.open_mark[1] if self.open_mark else None
        numbered = self.marks[-1] if self.marks else None
        just_numbered = numbered is not None and numbered.kind is MarkKind.ITEM_NUMBER and numbered.end == self.length
        if self.in_row or kind is MarkKind.ITEM_NUMBER or just_numbered:
            self.gap = self.gap or " "
        else:
            self._finish()

    def end_row(self) -> None:
        """Finish the open line, whatever stands on it."""
        self.in_row = False
        self._finish()

    def _finish(self) -> None:
        self._write_mark()
        if self.length:
            self.lines.append(Line("".join(self.parts), tuple(self.marks)))
        self.parts, self.length, self.gap, self.marks = [], 0, "", []
        self.mark_start = None

    def end_mark(self, tag: Tag) -> None:
        """End the mark that this element began, if it did."""
        if self.open_mark and self.open_mark[0] is tag:
            self._write_mark()
            self.open_mark = None

    def _write_mark(self) -> None:
        if self.open_mark and self.mark_start is not None and self.mark_start < self.length:
            _, kind, link = self.open_mark
            self.marks.append(Mark(kind, self.mark_start, self.length, link))


def _enter(tag: Tag, sheet: _Sheet, label: Label) -> None:
    if tag.name in _CELLS and sheet.in_row:
        sheet.gap = " | "
    elif tag.name == "tr":
        sheet.end_row()
        sheet.in_row = id(tag) not in sheet.rows_with_tables and _is_one_line(tag, label)
    elif tag.name == "br" or tag.name in BLOCKS:
        sheet.end_line()
    if tag.name == "pre":
        sheet.in_pre = True
    if tag.name == "li":
        sheet.write(_list_sign(tag, sheet.counters))
    labelled = None if sheet.open_mark else label(tag)  # a mark inside a mark is left out
    if labelled is not None:
        sheet.open_mark, sheet.mark_start = (tag, *labelled), None


def _leave(tag: Tag, sheet: _Sheet) -> None:
    if tag.name == "tr":
        sheet.end_row()
    elif tag.name in BLOCKS:
        sheet.end_line()
    if tag.name == "pre":
        sheet.in_pre = False
    sheet.end_mark(tag)


def _is_one_line(row: Tag, label: Label) -> bool:
    """Return whether each cell holds one line at most. A row that begins with an item's number holds a whole item."""
    cells = row.find_all(_CELLS, recursive=False)
    return all(label(cell) is None and len(lines_of(cell, unlabelled)) <= 1 for cell in cells)


def _list_sign(entry: Tag, counters: dict[int, int]) -> str:
    """Return what a browser prints before a list entry: a bullet, or the next number of an ordered list."""
    parent = entry.parent
    if parent is None or parent.name != "ol":
        return "" if parent is not None and _style_of(parent) == "none" else "• "
    number = _integer(entry.get("value"), counters.get(id(parent), _integer(parent.get("start"), 1)))
    counters[id(parent)] = number + 1
    kind = _LIST_TYPES.get(_style_of(parent), str(parent.get("type") or "1"))
    return "" if _style_of(parent) == "none" else _list_number(number, kind) + " "


def _style_of(tag: Tag) -> str:
    found = _STYLE.search(str(tag.get("style") or ""))
    return found[1] if found else ""


def _integer(text: object, default: int) -> int:
    digits = str(text)
    return int(digits) if re.fullmatch(r"-?[0-9]{1,6}", digits) else default


def _list_number(number: int, kind: str) -> str:
    if kind in {"a", "A"} and number >= 1:
        sign = letters_of(number)
    elif kind in {"i", "I"} and 1 <= number < ROMAN_ENDS:
        sign = roman_of(number)
    else:
        return f"{number}."
    return f"({sign.upper() if kind.isupper() else sign})"
