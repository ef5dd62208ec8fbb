"""Where does a screen stand?

What every screen is given: a connection to the API, the API's address, and what the page's address asks for. `show` puts a piece
of our HTML on the screen; nothing else does.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from ui.web.client import MinutebookApi
from ui.web.links import Screen


@dataclass(frozen=True, slots=True)
class Here:
    """The API, where it is, the screen asked for, and where others reach the API (for addresses to be handed on)."""

    api: MinutebookApi
    address: str
    screen: Screen
    public: str


def show(html: Markup) -> None:
    """Put a piece of HTML on the screen, or nothing where it is empty."""
    if html:
        st.html(html)
