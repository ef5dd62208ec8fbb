"""What does the page look like?

Takes the address of a running page (`make run` prints it), writes the pictures that the README shows, small. Never starts or stops
anything, and is no test: the browser tests look at the same screens with the eyes of a program.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page
from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
QUESTION = "did the joint committee agree none of the options for a Chief Executive"


def take(page: Page, address: str) -> None:
    """Take the answer card as a picture."""
    page.goto(f"{address}/?q={quote(QUESTION)}")
    page.get_by_role("heading", name="What the minutes say").wait_for()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=HERE / "answer.png")


def main(address: str) -> None:
    """Open the page in Chromium and take the pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        take(browser.new_page(viewport={"width": 1100, "height": 1560}), address)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8501")
