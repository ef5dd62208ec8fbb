"""What happened at a meeting?

The screen of a whole meeting: who came, its agenda items in order, its documents.
"""

from __future__ import annotations

from ui.web.screens.here import Here


def draw(here: Here) -> None:
    """Draw one meeting."""
    raise NotImplementedError(here.screen.view)
