"""What are the screens made of?

Small pieces of semantic HTML from facts of the wire: an outcome, a quotation, a meeting, a citation. Text enters only through
`Markup.format`, which escapes it, so nothing that a minute says can become an element or a link.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence

from markupsafe import Markup

from search_api.schemas import CitationOut
from search_api.schemas import ItemHeadOut
from search_api.schemas import PieceOut
from search_api.schemas import SittingOut
from search_api.schemas import SpanOut
from ui.web import wording
from ui.web.highlight import marked_piece
from ui.web.links import Screen

NOTHING = Markup()


def joined(parts: Iterable[Markup]) -> Markup:
    """Return the parts one after the other."""
    return NOTHING.join(parts)


def badge(outcome: str, printed_vote: str | None = None) -> Markup:
    """Return an outcome as a word, a sign in a shape and a colour, with the vote as printed."""
    verdict = wording.VERDICTS[outcome]
    vote = Markup("{}{}").format(" " if (printed_vote or "").startswith("(") else ": ", printed_vote) if printed_vote else NOTHING
    return Markup(
        '<span class="mb-badge {}"><span class="mb-shape" aria-hidden="true">{}</span><span><strong>{}</strong>{}</span></span>'
    ).format(verdict.style, verdict.sign, verdict.word, vote)


def quotation(pieces: Sequence[PieceOut], outcome: str | None = None, label: str | None = None) -> Markup:
    """Return the quoted words, one paragraph a page; the clause's own letter stands before them."""
    style = {"carried": "mb-quote-carried", "lost": "mb-quote-lost"}.get(outcome or "", "")
    letter = Markup('<span class="mb-label">{}</span> ').format(_letter(label)) if label else NOTHING
    words = Markup("</p><p>").join(marked_piece(piece) for piece in pieces)
    return Markup('<blockquote class="{}"><p>{}{}</p></blockquote>{}').format(style, letter, words, doubtful(pieces))


def doubtful(pieces: Sequence[PieceOut]) -> Markup:
    """Return the note that words were read from a picture, where any of them were."""
    read = any(piece.ocr for piece in pieces)
    return Markup('<p class="mb-cite">{}</p>').format(wording.READ_BY_OCR) if read else NOTHING


def _letter(label: str) -> str:
    return label if label.endswith((")", ".")) else f"{label})"


def sitting(of: SittingOut) -> Markup:
    """Return council, body and date of a meeting, each as stated; a date that is not printed says who states it."""
    date = (
        Markup('<time datetime="{}">{}</time>').format(of.date.isoformat(), wording.day(of.date))
        if of.date
        else Markup("date not stated")
    )
    said = wording.origin(of.date_origin) if of.date else None
    note = Markup(" ({})").format(said) if said else NOTHING
    state = Markup(" · {} minutes").format(of.record_state) if of.record_state in {"draft", "corrected"} else NOTHING
    return Markup("<cite>{}</cite> · {}{}{}").format(wording.place(of), date, note, state)


def head(of: ItemHeadOut, href: str) -> Markup:
    """Return an item's title as a link, and below it whose item it is."""
    number = wording.numbered(of)
    where = Markup(" · {}").format(number) if number else NOTHING
    return Markup('<h3><a href="{}">{}</a></h3><p class="mb-cite">{}{}</p>').format(href, wording.title(of), sitting(of), where)


def in_place(citation: CitationOut, screen: Screen, spans: Sequence[SpanOut] | None = None) -> Markup:
    """Return the link from quotations to their words in the item as published, and to the publisher's page."""
    marked = citation.spans if spans is None else spans
    return Markup('<p class="mb-cite">{}{}</p>').format(marking(citation, screen, marked), source(citation.url, " · "))


def marking(of: ItemHeadOut, screen: Screen, spans: Sequence[SpanOut]) -> Markup:
    """Return the link to an item with these words marked in it; where it is open already, the link says that it marks them."""
    pages = wording.pages(span.page for span in spans) if spans else f"page {of.page}"
    shown = Markup('<a href="{}">{}, {}<span class="mb-hidden"> of the minutes: {}</span></a>')
    call = "Mark it in the text" if screen.item == of.item_id else "Read it as published"
    return shown.format(screen.at_item(of.item_id, spans), call, pages, wording.title(of))


def source(url: str | None, before: str = "") -> Markup:
    """Return the link to the publisher's page; an address that is not plain web leads nowhere and is left out."""
    if not url or not url.lower().startswith(("https://", "http://")):
        return NOTHING
    note = Markup('<span class="mb-hidden"> (opens a new tab)</span>')
    link = Markup('{}<a href="{}" rel="noopener noreferrer" target="_blank">As the publisher has it{}</a>')
    return link.format(before, url, note)
