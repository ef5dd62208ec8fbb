"""What does the page look like?

The colours of both themes for Streamlit's own parts, and one style sheet for ours. Every pair of text and ground below has a
contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3), in both themes; a test works them out. No font, script or image comes from
anywhere but the page itself.
"""

from __future__ import annotations

from pathlib import Path

PALETTE = {
    "paper": ("#ffffff", "#14181d"),
    "ground": ("#f3f5f7", "#1e242b"),
    "line": ("#c8d0d8", "#414b56"),
    "edge": ("#6b7783", "#8b97a4"),
    "ink": ("#1b232c", "#e8ecf0"),
    "muted": ("#4d5966", "#b3bdc7"),
    "link": ("#17508f", "#8fc1f5"),
    "button": ("#17508f", "#2f6fb8"),
    "button-ink": ("#ffffff", "#ffffff"),
    "carried": ("#17633a", "#7fd3a1"),
    "carried-ground": ("#e7f3ec", "#16301f"),
    "lost": ("#9c1c1c", "#ffa8a0"),
    "lost-ground": ("#fbeaea", "#3a1a1a"),
    "waiting": ("#744600", "#f0c36d"),
    "waiting-ground": ("#fbf1df", "#33270f"),
    "unclear": ("#4d5966", "#b3bdc7"),
    "unclear-ground": ("#eceff2", "#262d35"),
    "mark": ("#ffe9a8", "#5c4a12"),
    "mark-ink": ("#1b232c", "#fff6dc"),
}
"""Colours by name, for the light and the dark theme."""

TEXT_ON_GROUND = (
    ("ink", "paper"),
    ("ink", "ground"),
    ("muted", "paper"),
    ("muted", "ground"),
    ("link", "paper"),
    ("link", "ground"),
    ("carried", "carried-ground"),
    ("lost", "lost-ground"),
    ("waiting", "waiting-ground"),
    ("unclear", "unclear-ground"),
    ("mark-ink", "mark"),
    ("button-ink", "button"),
)
"""Which text stands on which ground."""

EDGES = (("edge", "paper"), ("edge", "ground"), ("link", "paper"), ("link", "ground"), ("button", "paper"))
"""What shows a field, a button or the focus, and the ground beside it: at least 3 to 1 (1.4.11)."""

_STREAMLIT_NAMES = {
    "primaryColor": "button",
    "linkColor": "link",
    "backgroundColor": "paper",
    "secondaryBackgroundColor": "ground",
    "textColor": "ink",
    "borderColor": "line",
}

STREAMLIT_THEME = {
    f"theme.{scheme}.{option}": PALETTE[name][place]
    for place, scheme in enumerate(("light", "dark"))
    for option, name in _STREAMLIT_NAMES.items()
} | {"theme.showWidgetBorder": "true", "theme.linkUnderline": "true", "theme.baseRadius": "small"}
"""The same colours as options of Streamlit, by name."""

RULES = Path(__file__).with_name("page.css")
"""The style sheet, which names colours only by variable."""


def style_sheet() -> str:
    """Return the page's only style sheet, in its element."""
    colours = " ".join(f"--mb-{name}: light-dark({light}, {dark});" for name, (light, dark) in PALETTE.items())
    return f"<style>.stApp {{ {colours} }}\n{RULES.read_text(encoding='utf-8')}</style>"
