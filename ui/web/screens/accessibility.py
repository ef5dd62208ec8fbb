"""Who can use this page, and what stands in their way?

The accessibility statement.
"""

from __future__ import annotations

from ui.web.screens.here import Here


def draw(here: Here) -> None:
    """Draw the statement."""
    raise NotImplementedError(here.screen.view)
