"""What exactly was published?

The screen of one agenda item: its words as published, its decisions, and the way back.
"""

from __future__ import annotations

import streamlit as st

from ui.web import states
from ui.web.item_view import item
from ui.web.screens.here import Here
from ui.web.screens.here import show


def draw(here: Here, item_id: str) -> None:
    """Draw an agenda item with its marks."""
    show(states.way_back(here.screen))
    with st.spinner("Opening the minutes …"):
        opened = here.api.item(item_id)
    show(item(opened, here.screen))
    show(states.way_back(here.screen))
