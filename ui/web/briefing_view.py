"""What will the briefing say?

Takes a briefing in Markdown as the API writes it, gives the same as HTML for the page: what is quoted stands in block quotes, what
is ours in plain lines, so nobody takes the one for the other. Reads what `POST /v1/briefing` writes and no other Markdown; changes
no word, and whatever it does not know it shows as a plain line.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from ui.web.components import NOTHING
from ui.web.components import joined
from ui.web.errors import PageError

_HEADING = re.compile(r"(#{1,4}) (.+)", re.DOTALL)
_SOURCE = re.compile(r"(\d+)\. (.+)", re.DOTALL)
_LEAD = re.compile(r"\*\*(.+)\*\*", re.DOTALL)
_NUMBERED = re.compile(r"(.*) \\\[(\d+)\\\]", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)|&#(\d+);|\n", re.DOTALL)
SHORT = 8_000
"""Characters of a briefing that is shown unfolded; a longer one would push what stands below it out of sight."""

_BELOW = 2
"""The title of a briefing stands below the second heading of the page."""


def briefing_heading() -> Markup:
    """Return the heading above the briefing's options."""
    return Markup('<div class="mb" lang="en-GB"><section><h2>Briefing</h2><p class="mb-muted">{}</p></section></div>').format(
        "A page for a meeting: every decision as printed, with numbered sources."
    )


def question_asked(question: str) -> Markup:
    """Return the question whose answer can be put first, as it will be asked."""
    return Markup('<div class="mb" lang="en-GB"><p>Your question: <strong>{}</strong></p></div>').format(question)


def not_made(error: PageError) -> Markup:
    """Return why there is no briefing."""
    return Markup('<div class="mb" lang="en-GB"><p class="mb-note" role="alert">The briefing was not made. {} {}</p></div>').format(
        error.detail, error.remedy
    )


def preview(markdown: str) -> Markup:
    """Return a briefing as it will read, open where it is short."""
    sheet = joined(_block(block) for block in markdown.strip("\n").split("\n\n"))
    fold = Markup("<details open>") if len(markdown) <= SHORT else Markup("<details>")
    return Markup(
        '<div class="mb" lang="en-GB">{}<summary>Preview of the briefing</summary>'
        '<article class="mb-sheet" aria-label="Preview of the briefing">{}</article></details></div>'
    ).format(fold, sheet)


def plain(escaped: str) -> str:
    """Return text of a Markdown file as it reads: escapes and entities undone, soft line ends as spaces, hard ones kept."""
    return _ESCAPED.sub(lambda found: found[1] or (chr(int(found[2])) if found[2] else " "), escaped)


def _block(block: str) -> Markup:
    if block.startswith("> "):
        return _quotation(block)
    if heading := _HEADING.fullmatch(block):
        level = len(heading[1]) + _BELOW
        return Markup("<h{}>{}</h{}>").format(level, plain(heading[2]), level)
    if source := _SOURCE.fullmatch(block):
        return Markup('<p class="mb-source">[{}] {}</p>').format(source[1], plain(source[2]))
    if lead := _LEAD.fullmatch(block):
        return Markup('<p class="mb-ours"><strong>{}</strong></p>').format(plain(lead[1]))
    return Markup('<p class="mb-ours">{}</p>').format(plain(block))


def _quotation(block: str) -> Markup:
    paragraphs = "\n".join(line.removeprefix(">").removeprefix(" ") for line in block.split("\n")).split("\n\n")
    return Markup("<blockquote>{}</blockquote>").format(joined(_paragraph(paragraph) for paragraph in paragraphs))


def _paragraph(paragraph: str) -> Markup:
    numbered = _NUMBERED.fullmatch(paragraph)
    words, number = (
        (numbered[1], Markup(' <span class="mb-label">[{}]</span>').format(numbered[2])) if numbered else (paragraph, NOTHING)
    )
    return Markup("<p>{}{}</p>").format(plain(words), number)
