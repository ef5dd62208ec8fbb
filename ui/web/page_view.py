"""What does the page look like on which this is printed?

Takes an item, the page asked for and the picture of it, gives the section that shows it with its alternative text and the links to
the item's other pages; or the reason for which there is no picture. The picture comes inside the page, so that nothing is loaded
from elsewhere. Says honestly how much of what was to be marked is marked.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

from markupsafe import Markup

from search_api.schemas import ItemOut
from ui.web.components import NOTHING
from ui.web.components import joined
from ui.web.links import Mark
from ui.web.links import Screen

HEADING = "The page as printed"
_QUOTED = 160
"""Characters of the marked words that the alternative text repeats; all of them stand above as text."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as PNG, and how many of its passages are marked."""

    png: bytes
    marked: int


def pages_of(of: ItemOut) -> tuple[int, ...]:
    """Return the pages that an item stands on, in order."""
    return tuple(sorted({piece.page for piece in of.text})) or (of.page,)


def page_to_show(of: ItemOut, screen: Screen) -> int:
    """Return the page asked for, or else the first one with a mark, or else the first; never one that the item is not on."""
    pages = pages_of(of)
    wanted = (screen.page, *sorted(mark.page for mark in screen.marks), pages[0])
    return next(page for page in wanted if page in pages)


def marks_on(page: int, screen: Screen) -> tuple[Mark, ...]:
    """Return what is to be marked on a page."""
    return tuple(mark for mark in screen.marks if mark.page == page and mark.start < mark.end)


def picture(of: ItemOut, page: int, shown: Shown, screen: Screen) -> Markup:
    """Return the section with the picture of a page."""
    wanted = len(marks_on(page, screen))
    source = "data:image/png;base64," + b64encode(shown.png).decode("ascii")
    image = Markup('<img class="mb-page" src="{}" alt="{}">').format(source, _alternative(of, page, shown, screen))
    framed = Markup('<div class="mb-page-frame" role="group" aria-label="Picture of page {}" tabindex="0">{}</div>').format(
        page, image
    )
    told = Markup('<p class="mb-muted" role="status">Page {}. {}</p>').format(page, _told(shown.marked, wanted))
    larger = Markup('<details class="mb-larger"><summary>Larger print</summary></details>')
    return _section(told + larger + framed + _others(of, page, screen))


def no_picture(of: ItemOut, page: int, reason: str, screen: Screen) -> Markup:
    """Return the section with the reason for which there is no picture of a page."""
    why = Markup('<p class="mb-muted" role="status">No picture is shown of page {}. {}</p>').format(page, reason)
    return _section(why + _others(of, page, screen))


def _section(inside: Markup) -> Markup:
    return Markup(
        '<div class="mb" lang="en-GB"><section aria-labelledby="mb-page"><h2 id="mb-page">{}</h2>{}</section></div>'
    ).format(HEADING, inside)


def _told(marked: int, wanted: int) -> str:
    if not wanted:
        return "Nothing is marked on it, since no words were quoted from it."
    if marked == wanted:
        return "The quoted words stand in a frame."
    if marked:
        return "Some of the quoted words stand in a frame; the others could not be placed on the picture for certain."
    return "The quoted words are on this page, but could not be placed on the picture for certain, so nothing is marked."


def _alternative(of: ItemOut, page: int, shown: Shown, screen: Screen) -> str:
    """Return what the picture shows, for those who do not see it: its words stand above as text."""
    begun = f"Page {page} of {of.document} as printed. Its words on this item stand above as text."
    words = _marked_words(of, page, screen) if shown.marked else ""
    return f"{begun} Framed on it: “{words}”" if words else begun


def _marked_words(of: ItemOut, page: int, screen: Screen) -> str:
    pieces = [piece for piece in of.text if piece.page == page]
    quoted = " … ".join(
        piece.text[max(mark.start, piece.start) - piece.start : mark.end - piece.start]
        for mark in marks_on(page, screen)
        for piece in pieces
        if mark.start < piece.end and piece.start < mark.end
    )
    words = " ".join(quoted.split())
    return words if len(words) <= _QUOTED else words[:_QUOTED].rsplit(" ", 1)[0] + " …"


def _others(of: ItemOut, page: int, screen: Screen) -> Markup:
    pages = pages_of(of)
    if len(pages) == 1:
        return NOTHING
    links = joined(_page_link(number, page, screen) for number in pages)
    return Markup('<nav aria-label="Pages of this item"><ul class="mb-item-pages">{}</ul></nav>').format(links)


def _page_link(number: int, current: int, screen: Screen) -> Markup:
    marked = ", with quoted words" if marks_on(number, screen) else ""
    here = Markup(' aria-current="page"') if number == current else NOTHING
    return Markup('<li><a href="{}"{}>Page {}{}</a></li>').format(screen.at_page(number), here, number, marked)
