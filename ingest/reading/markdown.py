"""What does Markdown say, once its signs are read?

Takes lines of Markdown, gives lines of text. Emphasis, code marks, escapes, links and entities are resolved by CommonMark's
rules (markdown-it's inline parser), as the XML of a Word file is, so that the words stay in place and nobody is shown `**`.
Everything that carries meaning stays: bullets, list numbers, table bars, rules, line ends. Never joins or reorders lines; HTML
blocks (tables, divisions) are laid out as a browser would.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator

from markdown_it import MarkdownIt

from ingest.reading.layout import lines_of
from ingest.reading.layout import unlabelled
from ingest.reading.markup import content_of
from ingest.reading.markup import parsed
from ingest.reading.pages import Line
from ingest.reading.pages import MarkKind
from ingest.reading.pages import line_of

_INLINE = (
    MarkdownIt("zero", {"html": True})
    .enable(["autolink", "backticks", "emphasis", "entity", "escape", "html_inline", "image", "link", "newline"])
    .disable("text_join")  # so that an escaped asterisk is told from one left over
)
_SIGNS = re.compile(r"[*_\\`\[\]<>&^]")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+(?P<title>.*?))?[ \t]*#*[ \t]*")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_ENTRY = re.compile(r"[ \t]*(?:[-*+•]|\d{1,9}[.)]|[a-zA-Z][.)])[ \t]+")
_TABLE_ROW = re.compile(r"[ \t]*\|")
_HTML_BLOCK = re.compile(
    r" {0,3}</?(?:address|blockquote|center|dd|div|dl|dt|h[1-6]|li|ol|p|table|tbody|td|th|thead|tr|ul)[\s/>]", re.IGNORECASE
)
_BREAK = re.compile(r"</?(?:br|p|div|li|tr|h[1-6]|table|ul|ol)\b", re.IGNORECASE)
_CELL = re.compile(r"</t[dh]\b", re.IGNORECASE)
_LEFT_OVER = re.compile(
    r"(?<!\*)\*{2,3}(?=[^\s*])|(?<=[^\s*])\*{2,3}(?!\*)|(?<=\w)\*{4}(?=\w)|(?<!\*)\*(?=[^\w\s*]\*)|(?<=\*[^\w\s*])\*(?!\*)"
)
"""Bold signs that CommonMark cannot pair (`1**.**`, `REPLY*:*`, bold that runs over a blank line).

Programs that turn other formats into Markdown leave them. A lone asterisk stays: it calls a footnote.
"""
_RAISED = re.compile(r"\^(?P<letters>[^\s^]{1,12})\^")


def lines_of_markdown(path: str, lines: Iterable[str]) -> Iterator[Line]:
    """Yield the lines of text that lines of Markdown stand for; `path` is for messages."""
    for kind, block in _blocks(lines):
        if kind == "html":
            yield from lines_of(content_of(parsed(path, "\n".join(block))), unlabelled)
        elif kind == "heading":
            yield from (line_of(text, MarkKind.HEADING) for text in resolved(block[0]).split("\n"))
        else:
            yield from (Line(text) for text in resolved("\n".join(block)).split("\n"))


def resolved(markdown: str) -> str:
    """Return the words of one block of Markdown, its inline signs resolved; line ends stay."""
    if not _SIGNS.search(markdown):
        return markdown
    pieces = list(_pieces_of(markdown))
    protected: set[int] = set()
    end = 0
    for words, is_literal in pieces:
        if is_literal:
            protected.update(range(end, end + len(words)))
        end += len(words)
    text = "".join(words for words, _ in pieces)
    cleared = _LEFT_OVER.sub(lambda found: found[0] if found.start() in protected else "", text)
    return _RAISED.sub(r"\g<letters>", cleared)


def _pieces_of(markdown: str) -> Iterator[tuple[str, bool]]:
    """Yield stretches of words, and whether they were escaped, so that their signs are meant as they stand."""
    for token in _INLINE.parseInline(markdown)[0].children or ():
        if token.type in {"softbreak", "hardbreak"}:
            yield "\n", False
        elif token.type == "html_inline":
            yield ("\n" if _BREAK.match(token.content) else " | " if _CELL.match(token.content) else ""), False
        elif token.type in {"text", "text_special", "code_inline"}:
            yield token.content, token.type != "text"


def _blocks(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield blocks as `(kind, lines)`, kind `heading`, `html` or `text`: emphasis never runs from one block into the next."""
    block: list[str] = []
    in_html = False
    for raw in lines:
        line = _QUOTE.sub("", raw, count=1) if raw.lstrip(" ").startswith(">") else raw
        heading = None if in_html else _HEADING.fullmatch(line)
        if heading or not line.strip() or (not in_html and _begins_block(line)):
            if block:
                yield ("html" if in_html else "text"), block
            block, in_html = [], False
        if heading:
            yield "heading", [heading["title"] or ""]
        elif not line.strip():
            yield "text", [""]
        else:
            in_html = in_html or (not block and bool(_HTML_BLOCK.match(line)))
            block.append(line)
    if block:
        yield ("html" if in_html else "text"), block


def _begins_block(line: str) -> bool:
    return bool(_ENTRY.match(line) or _TABLE_ROW.match(line) or _HTML_BLOCK.match(line))
