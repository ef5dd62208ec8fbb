"""What have I put aside?

The screen of what was kept: agenda items for a briefing, and saved searches with their feeds.
"""

from __future__ import annotations

from ui.web.screens.here import Here


def draw(here: Here) -> None:
    """Draw what was kept."""
    raise NotImplementedError(here.screen.view)
