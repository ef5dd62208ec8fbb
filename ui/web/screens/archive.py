"""What is held here?

The screen of the archive: bodies, dates, gaps, what was refused and why, and a file read on the spot.
"""

from __future__ import annotations

from ui.web.screens.here import Here


def draw(here: Here) -> None:
    """Draw what is held."""
    raise NotImplementedError(here.screen.view)
