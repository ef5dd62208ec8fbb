"""What are the plain pages made of?

Small pieces of HTML from facts of the wire, with what is printed said once more for machines as microdata of schema.org. Text
enters only through `Markup.format`, which escapes it, so that nothing in a minute can become an element or a link.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence

from markupsafe import Markup
from markupsafe import escape

from search_api.permalinks import wording
from search_api.permalinks.addresses import item_path
from search_api.permalinks.addresses import meeting_path
from search_api.schemas import ItemHeadOut
from search_api.schemas import PieceOut
from search_api.schemas import SittingOut

NOTHING = Markup()
_ORGANISATION = Markup(' itemprop="organizer" itemscope itemtype="https://schema.org/Organization"')


def joined(parts: Iterable[Markup]) -> Markup:
    """Return the parts one after the other."""
    return NOTHING.join(parts)


def section(title: str, content: Markup, lede: str = "") -> Markup:
    """Return a section under a heading, or nothing where it has no content."""
    if not content:
        return NOTHING
    said = Markup('<p class="muted">{}</p>').format(lede) if lede else NOTHING
    return Markup("<section><h2>{}</h2>{}{}</section>\n").format(title, said, content)


def rows(facts: Iterable[tuple[str, Markup | str | None]]) -> Markup:
    """Return facts by name for a `dl`; one that is null is not stated."""
    row = Markup("<dt>{}</dt><dd>{}</dd>")
    return joined(row.format(name, wording.NOT_STATED if fact in (None, "") else fact) for name, fact in facts)


def badge(outcome: str) -> Markup:
    """Return an outcome as a sign and a word; the colour only repeats them."""
    shape = Markup('<span class="badge {}"><span aria-hidden="true">{}</span> <span>{}</span></span>')
    return shape.format(outcome, wording.SIGNS[outcome], wording.outcome(outcome))


def quotation(pieces: Sequence[PieceOut], outcome: str = "", attribute: Markup = NOTHING) -> Markup:
    """Return words as printed, one paragraph a page; `attribute` names them for machines."""
    words = joined(Markup("<p>{}</p>").format(piece.text) for piece in pieces)
    style = Markup(' class="{}"').format(outcome) if outcome else NOTHING
    return Markup("<blockquote{}{}>{}</blockquote>{}").format(style, attribute, words, doubtful(pieces))


def doubtful(pieces: Sequence[PieceOut]) -> Markup:
    """Return the note that words were read from a picture, where any of them were."""
    return Markup('<p class="muted">{}</p>').format(wording.OCR) if any(piece.ocr for piece in pieces) else NOTHING


def event(of: SittingOut, day: Markup = NOTHING) -> Markup:
    """Return the rows of whose meeting it was and when; `day` follows the date.

    What was only inferred from the name of a file is shown with that note and not said to machines, which would lose the note.
    """
    return rows(
        (
            ("Council", _organisation(of.council, of.council_origin)),
            ("Body", _organisation(of.body, of.body_origin)),
            ("Date", _date(of) + day),
        )
    )


def _organisation(name: str | None, origin: str) -> Markup:
    if name is None:
        return escape(wording.NOT_STATED)
    if origin == "file name":
        return Markup("{}{}").format(name, _said_by(origin))
    return Markup('<span{}><span itemprop="name">{}</span></span>{}').format(_ORGANISATION, name, _said_by(origin))


def _date(of: SittingOut) -> Markup:
    if of.date is None:
        return escape(wording.NOT_STATED)
    printed = NOTHING if of.date_origin == "file name" else Markup(' itemprop="startDate"')
    shown = Markup('<time{} datetime="{}">{}</time>{}')
    return shown.format(printed, of.date.isoformat(), wording.day(of.date), _said_by(of.date_origin))


def _said_by(origin: str) -> Markup:
    said = wording.origin(origin)
    return Markup(' <span class="muted">({})</span>').format(said) if said else NOTHING


def citing(line: str) -> Markup:
    """Return the section with the line to be pasted into a report."""
    return section("Cite this", Markup('<p class="citation">{}</p>').format(line))


def publishers_page(url: str | None) -> Markup:
    """Return the link to where the publisher has it; an address that is not plain web leads nowhere and is left out."""
    if not url or not url.lower().startswith(("https://", "http://")):
        return NOTHING
    return Markup('<a href="{}" rel="external noopener noreferrer">As the publisher has it</a>').format(url)


def way_up(of: SittingOut, item: ItemHeadOut | None = None) -> Markup:
    """Return the links to the meeting that a record belongs to, and to its agenda item where it is a part of one."""
    step = Markup('<li><a href="../{}">{}</a></li>')
    steps = [step.format(meeting_path(of.meeting_id), wording.sitting(of))]
    steps += [step.format(item_path(item.item_id), wording.title(item))] if item else []
    return Markup('<nav aria-label="Part of"><ul>{}</ul></nav>\n').format(joined(steps))
