"""How did a matter go, meeting by meeting?

The screen of a timeline: a picture and the same as a list.
"""

from __future__ import annotations

from ui.web.screens.here import Here


def draw(here: Here) -> None:
    """Draw the timeline of the question."""
    raise NotImplementedError(here.screen.view)
