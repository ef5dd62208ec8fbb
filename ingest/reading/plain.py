"""What does a Markdown or text file say?

Takes the bytes of a `.md` or `.txt` file, gives its pages. A form feed begins a page of a text file. In Markdown that was made from
a PDF, a line `---` begins a page: such files say so, by the line "[Original file](address)" at their head or by page numbers
after their rules; in any other file `---` is a rule and stays. Notes of the program that made the file ("Scanned page", "(Image
omitted)") are marked as furniture, and the front matter of a post is taken off and read as facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from index.sources import Origin
from index.sources import Stated
from ingest.errors import RefusedError
from ingest.facts import Facts
from ingest.reading.charset import decoded
from ingest.reading.charset import media_type
from ingest.reading.front_matter import without_front_matter
from ingest.reading.markdown import lines_of_markdown
from ingest.reading.pages import Line
from ingest.reading.pages import PageText
from ingest.reading.pages import Reading
from ingest.reading.pages import has_words
from ingest.reading.pages import page_of

TEXT = "text/plain"
MARKDOWN = "text/markdown"
MAX_BYTES = 50_000_000

_ORIGINAL = re.compile(r"\s*\[Original file\]\((?P<address>\S+)\)[ \t]*\n")
_RULE = re.compile(r"---[ \t]*")
_PAGE_NUMBER = re.compile(r"\**\d{1,4}\**\s*")
_NUMBERED_BREAKS = 2
_SCANNED = "Scanned page, text may contain errors. See original file for clarity"
_NOTES = frozenset((_SCANNED, "(Image omitted)"))


def read_text(path: str, content: bytes) -> Reading:
    """Read a text file; raises `RefusedError` where it is too large, is no text or is blank."""
    text, charset = _decoded(path, content)
    sheets = text.rstrip("\f").split("\f")
    pages = tuple(page_of(map(Line, sheet.split("\n")), number) for number, sheet in enumerate(sheets, start=1))
    return _reading(path, media_type(TEXT, charset), pages, Facts())


def read_markdown(path: str, content: bytes) -> Reading:
    """Read a Markdown file; raises `RefusedError` where it is too large, is no text or is blank."""
    text, charset = _decoded(path, content)
    facts, body = without_front_matter(text)
    original = _ORIGINAL.match(body)
    if original:
        facts = replace(facts, url=Stated(original["address"], Origin.PAGE_METADATA))
        body = body[original.end() :]
    sheets = _sheets(body.split("\n"), from_pdf=original is not None)
    pages = tuple(_page(path, sheet, number) for number, sheet in enumerate(sheets, start=1))
    return _reading(path, media_type(MARKDOWN, charset), pages, facts)


def _decoded(path: str, content: bytes) -> tuple[str, str]:
    if len(content) > MAX_BYTES:
        raise RefusedError(path, f"is text of more than {MAX_BYTES // 1_000_000} MB", "split it, one meeting a file")
    return decoded(path, content)


def _reading(path: str, media: str, pages: tuple[PageText, ...], facts: Facts) -> Reading:
    if not has_words(pages):
        raise RefusedError(path, "holds no text", "put the text of the minutes into it, or take it away")
    return Reading(media, pages, facts)


def _sheets(lines: list[str], *, from_pdf: bool) -> list[list[str]]:
    """Return the lines of each page. A blank stretch before the first break or after the last is no page."""
    if not (from_pdf or _shows_page_numbers(lines)):
        return [lines]
    sheets: list[list[str]] = [[]]
    for line in lines:
        if _RULE.fullmatch(line):
            sheets.append([])
        else:
            sheets[-1].append(line)
    first = 0 if _any_words(sheets[0]) else 1
    last = len(sheets) if _any_words(sheets[-1]) else len(sheets) - 1
    return sheets[first:last] or [lines]


def _shows_page_numbers(lines: list[str]) -> bool:
    """Return whether rules are page breaks here: several are directly followed by a bare number, each greater than the last."""
    following = [after for line, after in pairwise(lines) if _RULE.fullmatch(line)]
    numbers = [int(line.strip("* ")) for line in following if _PAGE_NUMBER.fullmatch(line)]
    return len(numbers) >= _NUMBERED_BREAKS and all(low < high for low, high in pairwise(numbers))


def _any_words(lines: list[str]) -> bool:
    return any(line.strip() for line in lines)


def _page(path: str, lines: list[str], number: int) -> PageText:
    found = list(_with_notes(lines_of_markdown(path, lines)))
    return page_of(found, number, ocr=any(line.text.strip() == _SCANNED for line in found))


def _with_notes(lines: Iterator[Line]) -> Iterator[Line]:
    for line in lines:
        yield replace(line, furniture=True) if line.text.strip() in _NOTES else line
