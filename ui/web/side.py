"""Does the side of the page stay open from screen to screen?

On a phone the filters, or the agenda of a meeting, lie over the whole screen. Streamlit keeps in the browser that they were opened
and opens them again over every screen that a link leads to. This is the page's one script of its own: it makes the browser forget
that when a screen is left. It takes nothing from the archive and asks nobody anything.
"""

from __future__ import annotations

import streamlit as st

_FORGET = """<script>
addEventListener("pagehide", () => {
  if (innerWidth <= 768)
    for (const name of Object.keys(localStorage)) if (name.startsWith("stSidebarCollapsed")) localStorage.removeItem(name);
});
</script>"""


def forget_side() -> None:
    """Make the next screen on a phone start as every first one does: with the side shut."""
    st.html(_FORGET, unsafe_allow_javascript=True)
