"""Who can use this page, and what stands in their way?

The accessibility statement.
"""

from __future__ import annotations

import os
import sys

from ui.web.accessibility_view import statement
from ui.web.screens.here import Here
from ui.web.screens.here import show
from ui.web.settings import page_settings


def draw(here: Here) -> None:
    """Draw the statement; whom to ask stands in the settings of the page."""
    show(statement(here.screen, page_settings(sys.argv[1:], os.environ).contact))
