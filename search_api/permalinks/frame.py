"""What stands around the content of every plain page?

Takes a page's own words, gives the whole document in British English: a way past the head, landmarks, one style sheet inside it. It
holds no script and asks for nothing beside itself; the header that goes with it forbids the browser both.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from search_api.permalinks import wording

STYLE = "\n" + Path(__file__).with_name("page.css").read_text(encoding="utf-8")
"""The style sheet as it stands in every page; what it holds is ours, no text of a minute enters it."""

_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "Content-Language": "en-GB",
}
"""Headers of every plain page: no script, no picture, no form, no frame, and nothing but this one style sheet (CSP Level 3)."""

_DOCUMENT = Markup("""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · {name}</title>
{links}<style>{style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><p class="name"><a href="{home}">{name}</a></p><p class="muted">Council minutes, quoted</p></header>
<main id="main" tabindex="-1">
{content}
</main>
<footer><p>{notice}</p>{record}</footer>
</body>
</html>
""")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page without its frame: what it is called in a list of tabs, its content, its whole address and that of the same record
    for programs, both `None` where there is no such record.
    """

    title: str
    content: Markup
    address: str | None = None
    record: str | None = None


def framed(leaf: Leaf, home: str = "../") -> bytes:
    """Return the whole document; `home` leads from it to the first page of the API."""
    return str(
        _DOCUMENT.format(
            title=leaf.title,
            name=wording.NAME,
            links=_links(leaf),
            style=Markup(STYLE),  # noqa: S704 - a file of this package
            home=home,
            content=leaf.content,
            notice=wording.NOTICE,
            record=Markup('<p><a href="{}">This record for programs (JSON)</a></p>').format(leaf.record) if leaf.record else "",
        )
    ).encode("utf-8", "replace")


def _links(leaf: Leaf) -> Markup:
    """Return what the head of a document says of its address, and where programs find the same."""
    canonical, alternate = Markup('<link rel="canonical" href="{}">\n'), Markup('<link rel="alternate" type="{}" href="{}">\n')
    links = [canonical.format(leaf.address)] if leaf.address else []
    links += [alternate.format("application/json", leaf.record)] if leaf.record else []
    return Markup().join(links)
