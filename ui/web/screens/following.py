"""What could be followed in this archive, asked for once?

The matters of `ui.web.matters`, kept for ten minutes and one generation: on an empty screen nobody should wait for them twice.
"""

from __future__ import annotations

import streamlit as st

from ui.web.client import MinutebookApi
from ui.web.matters import Pair
from ui.web.matters import comparison
from ui.web.matters import matter
from ui.web.matters import voter

SECONDS = 600


@st.cache_data(ttl=SECONDS, show_spinner=False)
def matter_of(address: str, generation: int) -> str | None:  # noqa: ARG001 - another generation may have others
    """Return a matter to follow."""
    with MinutebookApi(address) as api:
        return matter(api)


@st.cache_data(ttl=SECONDS, show_spinner=False)
def pair_of(address: str, generation: int) -> Pair | None:  # noqa: ARG001 - another generation may have others
    """Return a comparison to look at."""
    with MinutebookApi(address) as api:
        return comparison(api, api.facets())


@st.cache_data(ttl=SECONDS, show_spinner=False)
def voter_of(address: str, generation: int) -> str | None:  # noqa: ARG001 - another generation may have others
    """Return a name that a recorded vote prints."""
    with MinutebookApi(address) as api:
        return voter(api)
