"""How can people use this page who do not see, hear, move or read as others do?

The accessibility statement, in the order that the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility
Regulations 2018 and the model statement of the United Kingdom ask for. What is not accessible comes from the one list in
`ui.web.barriers`. Says only what was looked at, and who has not looked yet; the version comes from the installed package.
"""

from __future__ import annotations

from datetime import date
from importlib import metadata

from markupsafe import Markup

from ui.web import wording
from ui.web.barriers import BARRIERS
from ui.web.barriers import Barrier
from ui.web.components import NOTHING
from ui.web.components import joined
from ui.web.links import Screen

PREPARED = date(2026, 11, 22)
"""When the statement was prepared, and the page last looked at for it."""

CAN = (
    "go everywhere with the keyboard alone, and always see where you are",
    "zoom in to 400 %, or use a phone 320 pixels wide, without scrolling sideways to read text",
    "set the distance of letters, words and lines yourself without losing words",
    "read it in light or dark, as your device is set, or in colours of your own",
    "tell what was carried and what was lost by the word and the sign, never by colour alone",
    "go from heading to heading with a screen reader, and skip to the main content",
    "read every picture of figures as a list or a table too",
)
"""What the tests show that can be done; each has a test."""

TESTED = (
    "axe-core, with its rules for WCAG 2.2 at levels A and AA, on every view, light and dark, 1280 and 360 pixels wide",
    "the way from a question to the published words and back, by keyboard alone, with the focus looked for at every stop",
    "contrast of text, fields and focus, worked out from the colours that the browser shows",
    "zoom, narrow screens, spacing of text, reduced motion and forced colours, in Chromium",
)
"""How it was tested, each time the page is changed."""


def statement(screen: Screen, contact: str = "") -> Markup:
    """Return the whole statement; `contact` is whom to ask, where whoever runs the page has said so."""
    parts = (_scope(), _how_accessible(), _not_accessible(), _documents(), _feedback(contact), _enforcement(), _tested())
    back = Markup('<p><a href="{}">Ask the minutes</a></p>').format(screen.seen_as("ask"))
    return Markup('<div class="mb" lang="en-GB">{}{}</div>').format(joined(parts), back)


def _scope() -> Markup:
    return Markup(
        "<section><p>This statement is about the page of Minutebook, with which you ask an archive of council minutes. It is "
        "about the page, and not about the publishers’ own websites to which it links.</p></section>"
    )


def _how_accessible() -> Markup:
    return Markup("<section><h2>How accessible this page is</h2><p>You should be able to:</p>{}</section>").format(_list(CAN))


def _not_accessible() -> Markup:
    return Markup(
        "<section><h2>What is not accessible</h2><p>This page is <strong>partially compliant</strong> with the Web Content "
        "Accessibility Guidelines version 2.2, level AA, because of what is listed here. It is drawn by Streamlit, and these come "
        "with it:</p>"
        '<ul class="mb-barriers">{}</ul></section>'
    ).format(joined(_barrier(each) for each in BARRIERS))


def _barrier(barrier: Barrier) -> Markup:
    criterion = Markup(" (WCAG 2.2, {})").format(barrier.criterion) if barrier.criterion else NOTHING
    return Markup('<li>{}{} <span class="mb-muted">What we did: {}</span></li>').format(barrier.what, criterion, barrier.done)


def _documents() -> Markup:
    return Markup(
        "<section><h2>The documents</h2><p>Minutes are shown as text, also where they were published as PDF or as pictures of "
        "pages; what was read from a picture says so and may hold mistakes. Beside the text a picture of a page may be shown: the "
        "text is its alternative. The files at the publishers’ own addresses are theirs, and many older ones are not "
        "accessible.</p></section>"
    )


def _feedback(contact: str) -> Markup:
    whom = contact or "Ask whoever runs this archive: the person or the office that gave you its address."
    return Markup(
        "<section><h2>Feedback and contact</h2><p>If something here cannot be read or used, or if you need minutes in another "
        "form, such as large print, easy read, audio or braille, say what you need and on which address you "
        "were.</p><p>{}</p></section>"
    ).format(whom)


def _enforcement() -> Markup:
    return Markup(
        "<section><h2>Enforcement</h2><p>The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and "
        "Mobile Applications) (No. 2) Accessibility Regulations 2018 in England, Scotland and Wales. If you are not happy with "
        "the answer of a public body, ask the Equality Advisory and Support Service; in Northern Ireland, the Equality Commission "
        "for Northern Ireland.</p></section>"
    )


def _tested() -> Markup:
    return Markup(
        "<section><h2>How it was tested, and when</h2><p>By programs, in Chromium, whenever the page is changed:</p>{}<p>Nobody "
        "who uses a screen reader, a switch or voice control every day has tested it yet. Programs find a part of the barriers "
        "only.</p><p>This statement was prepared on {}, for version {}. A public body that offers this page to others adds its "
        "name and looks at the page itself.</p></section>"
    ).format(_list(TESTED), wording.day(PREPARED), version())


def _list(lines: tuple[str, ...]) -> Markup:
    return Markup("<ul>{}</ul>").format(joined(Markup("<li>{}</li>").format(line) for line in lines))


def version() -> str:
    """Return the version of Minutebook that is installed; raises `importlib.metadata.PackageNotFoundError` where none is."""
    return metadata.version("minutebook")


def foot(screen: Screen) -> Markup:
    """Return the foot of every screen: the statement, how to do without this page, and the version."""
    return Markup(
        '<footer class="mb mb-colophon" lang="en-GB"><p><a href="{}">Accessibility</a> · All that is shown here can also be had '
        "from the API, whose addresses work without this page and without scripts · Minutebook {}</p></footer>"
    ).format(screen.seen_as("accessibility"), version())
