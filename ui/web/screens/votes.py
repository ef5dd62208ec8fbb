"""Which votes are printed, and who voted how?

The screen of votes: a table and a picture of the same.
"""

from __future__ import annotations

from ui.web.screens.here import Here


def draw(here: Here) -> None:
    """Draw the votes."""
    raise NotImplementedError(here.screen.view)
