"""How did a matter go, meeting by meeting?

The screen of a timeline: the question box and the filters, then a picture and the same as a list; where nothing is asked yet, what
it is for and a matter to try.
"""

from __future__ import annotations

import streamlit as st

from ui.web import states
from ui.web.following_view import timeline_purpose
from ui.web.form import filters
from ui.web.form import question_box
from ui.web.saved import save_search
from ui.web.screens.ask import facets_of
from ui.web.screens.following import matter_of
from ui.web.screens.here import Here
from ui.web.screens.here import show
from ui.web.timeline_view import USUAL
from ui.web.timeline_view import timeline
from ui.web.understood_view import understood


def draw(here: Here) -> None:
    """Draw the box, and the timeline of the question."""
    question_box(here.screen)
    show(states.notices(here.screen))
    show(states.filters_in_force(here.screen))
    filters(here.screen, facets_of(here.address))
    if here.screen.question:
        _found(here)
        return
    with st.spinner("Opening the archive …"):
        matter = matter_of(here.address, here.api.status().generation)
    show(timeline_purpose(matter, here.screen))


def _found(here: Here) -> None:
    screen = here.screen
    most = max(USUAL, screen.count)
    with st.spinner("Putting the meetings in order …"):
        found = here.api.timeline(screen.question, (*screen.narrowing, ("k", str(most))))
    show(understood(found, screen))
    show(timeline(found, screen, most))
    show(save_search(screen))
