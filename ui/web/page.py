"""The page: one address, one screen.

Run by Streamlit from top to bottom for every change of the address: the way to every view, then the view that the address names,
one file each in `ui/web/screens/`. Knows the API's wire format and nothing else of ours.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import streamlit as st

from ui.web import states
from ui.web.accessibility_view import foot
from ui.web.client import MinutebookApi
from ui.web.errors import PageError
from ui.web.form import screen_in_address
from ui.web.screens import accessibility
from ui.web.screens import archive
from ui.web.screens import ask
from ui.web.screens import compare
from ui.web.screens import item
from ui.web.screens import kept
from ui.web.screens import meeting
from ui.web.screens import timeline
from ui.web.screens import votes
from ui.web.screens.here import Here
from ui.web.screens.here import show
from ui.web.settings import page_settings
from ui.web.side import forget_side
from ui.web.theme import style_sheet

SCREENS: dict[str, Callable[[Here], None]] = {
    "ask": ask.draw,
    "meeting": meeting.draw,
    "timeline": timeline.draw,
    "compare": compare.draw,
    "votes": votes.draw,
    "kept": kept.draw,
    "archive": archive.draw,
    "accessibility": accessibility.draw,
}
"""What draws each view of `ui.web.links.VIEWS`."""


def main() -> None:
    """Draw the screen that the address names."""
    screen = screen_in_address()
    st.set_page_config(page_title=states.window_title(screen), layout="centered")
    st.html(style_sheet())
    show(states.masthead(screen))
    try:
        settings = page_settings(sys.argv[1:], os.environ)
        with MinutebookApi(settings.address) as api:
            _draw(Here(api, settings.address, screen, settings.public))
    except PageError as error:
        show(states.failure(error, screen))
    show(foot(screen))
    forget_side()


def _draw(here: Here) -> None:
    if here.screen.item:
        item.draw(here, here.screen.item)
    else:
        SCREENS[here.screen.view](here)


if __name__ == "__main__":
    main()
