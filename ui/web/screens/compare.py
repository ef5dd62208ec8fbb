"""What do two councils say on the same?

The screen of a comparison: one column a council or body, each cell cited.
"""

from __future__ import annotations

from ui.web.screens.here import Here


def draw(here: Here) -> None:
    """Draw the comparison."""
    raise NotImplementedError(here.screen.view)
