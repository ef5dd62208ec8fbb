"""Which browser do the tests use?

Chromium where this machine has it; none is ever downloaded, and tests that need it are skipped, with what to install, where there
is none. While it is open Playwright keeps an event loop running, so whoever opens it for longer than a module has to come last.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Open the browser while the `with` lasts."""
    # The machine's package, which pip cannot bring: `.ci/run` installs it first, and a machine without it still tests the rest.
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: `make browser` installs it")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()
