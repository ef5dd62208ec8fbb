"""Reading exports back: each format by a reader that knows nothing of its writer."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from io import BytesIO
from io import StringIO

import docx
from docx.document import Document
from markdown_it import MarkdownIt
from markdown_it.token import Token

from search_api.briefing.letters import PICTURES

_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_PICTURED = {picture: letter for letter, picture in PICTURES.items() if picture != 0x2426}


def as_printed(text: str) -> str:
    """Undo the pictures of control characters."""
    return text.translate(_PICTURED)


def document_of(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def quoted_in_word(content: bytes) -> list[str]:
    """The runs of the style of quoted words."""
    runs = (run for paragraph in document_of(content).paragraphs for run in paragraph.runs)
    return [as_printed(run.text) for run in runs if run.style.name == "Quoted Words"]


def ours_in_word(content: bytes) -> list[str]:
    """Every paragraph that is no quotation."""
    paragraphs = document_of(content).paragraphs
    return [paragraph.text for paragraph in paragraphs if paragraph.style is None or paragraph.style.name != "Quote"]


def blocks_in_markdown(content: bytes) -> Iterator[tuple[bool, str]]:
    """Every paragraph and heading as a reader of CommonMark shows it, with whether it stands in a block quote."""
    depth = 0
    for token in _READER.parse(content.decode()):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "inline":
            yield depth > 0, "".join(_shown(child) for child in token.children or ())
        elif token.type not in _EXPECTED:
            raise AssertionError(token.type)


_EXPECTED = frozenset(
    f"{name}_{side}" for name in ("paragraph", "heading", "blockquote", "ordered_list", "list_item") for side in ("open", "close")
)


def _shown(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    if token.type in {"strong_open", "strong_close"}:
        return ""
    assert token.type == "text", token.type
    return token.content


def rows_in_csv(content: bytes) -> Sequence[Mapping[str, str]]:
    """The rows with one apostrophe taken away from the cells that begin with one."""
    read = csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""))
    return [{name: as_printed(value.removeprefix("'")) for name, value in row.items()} for row in read]
