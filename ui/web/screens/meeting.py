"""What happened at a meeting?

The screen of a whole meeting: who came, its agenda items in order with their decisions, its documents, and how to cite it. Also the
citation and the way back, as this screen and that of an item have them.
"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from ui.web import states
from ui.web.citing import meeting_citation
from ui.web.links import VIEWS
from ui.web.links import Screen
from ui.web.meeting_view import meeting
from ui.web.meeting_view import title
from ui.web.permalinks import meeting_address
from ui.web.screens.here import Here
from ui.web.screens.here import show

AGAIN = "Back, again"
"""The label of the way back where it stands a second time, below."""


def draw(here: Here) -> None:
    """Draw one meeting, or say that the link names none."""
    show(way_back(here.screen))
    if not here.screen.meeting:
        show(
            Markup(
                '<div class="mb"><h1>A meeting</h1><p>This link names no meeting. Ask for one, or open it from an item.</p></div>'
            )
        )
        return
    with st.spinner("Opening the minutes …"):
        opened = here.api.meeting(here.screen.meeting)
        decided = here.api.meeting_decisions(opened.meeting_id)
        document = here.api.document(opened.document_id)
    st.set_page_config(page_title=states.titled(title(opened)))
    show(meeting(opened, decided, document, here.screen))
    cite("Cite this meeting", meeting_citation(opened, meeting_address(here.public, opened.meeting_id)))
    show(way_back(here.screen, AGAIN))


def way_back(screen: Screen, label: str = "Back") -> Markup:
    """Return the link to where an item or a meeting was opened from; where it stands twice, each has its own label."""
    if screen.item and screen.view == "meeting" and screen.meeting:
        link = Markup('<nav class="mb" aria-label="{}"><p><a href="{}">← Back to the meeting</a></p></nav>')
        return link.format(label, screen.results())
    return states.way_back(replace(screen, view=VIEWS[0], meeting=None) if screen.view == "meeting" else screen, label)


def cite(heading: str, citation: str) -> None:
    """Draw a citation with the button that copies it."""
    show(Markup('<div class="mb" lang="en-GB"><h2>{}</h2></div>').format(heading))
    st.code(citation, language=None, wrap_lines=True)
