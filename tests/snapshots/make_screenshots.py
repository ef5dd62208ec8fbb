"""What does the page look like?

Takes the address of a page that runs over the invented sample councils (`make run` prints it), writes the pictures that the README
shows, small. Never starts or stops anything, and is no test: the browser tests look at the same screens with the eyes of a program.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser
from playwright.sync_api import Page
from playwright.sync_api import expect
from playwright.sync_api import sync_playwright

from ui.web.links import Screen

HERE = Path(__file__).parent
QUESTION = "what was decided on the sauna at the Millrace Leisure Centre"
MATTER = "shared Chief Executive"
COUNCILS = ("Aldermere Borough Council", "Tarnbrook District Council")
DESKTOP = 1100
PHONE = 360
PATIENCE = 60_000
"""Milliseconds until a screen that is not drawn is given up."""

COLOURS = 64
"""Colours of a picture: enough for text and badges, few enough for a small file."""

SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its file, what is on the screen, how wide and high it is, whether it is dark, and what is clicked first."""

    name: str
    screen: Screen
    width: int
    height: int
    dark: bool = False
    click: str = ""


PICTURES = (
    Picture("search", Screen(), DESKTOP, 900),
    Picture("answer", Screen(QUESTION), DESKTOP, 1050),
    Picture("item", Screen(QUESTION), DESKTOP, 1650, click="Read it as published"),
    Picture("timeline", Screen(MATTER, view="timeline"), DESKTOP, 1100),
    Picture("compare", Screen(MATTER, view="compare", councils=COUNCILS), DESKTOP, 1200),
    Picture("votes", Screen(view="votes"), DESKTOP, 1000),
    Picture("phone", Screen(QUESTION), PHONE, 780),
    Picture("phone-dark", Screen(QUESTION), PHONE, 780, dark=True),
)
"""What the README shows."""


def take(browser: Browser, address: str, picture: Picture) -> None:
    """Open the screen, wait until it is drawn to its foot, and write it as a PNG with a palette."""
    page = browser.new_page(viewport={"width": picture.width, "height": picture.height}, locale="en-GB")
    page.emulate_media(color_scheme="dark" if picture.dark else "light")
    page.set_default_timeout(PATIENCE)
    page.goto(f"{address.rstrip('/')}/{picture.screen.href.removeprefix('./')}")
    settle(page)
    if picture.click:
        page.get_by_role("link", name=picture.click).first.click()
        page.get_by_role("heading", name="As published").wait_for()
        settle(page)
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    shot.quantize(COLOURS, dither=Image.Dither.NONE).save(HERE / f"{picture.name}.png", optimize=True)
    page.close()


def settle(page: Page) -> None:
    """Wait until nothing is being drawn or fetched any more."""
    page.locator(".mb-colophon").wait_for()
    page.locator(SETTLED).wait_for()
    for waiting in ("stSpinner", "stSkeleton"):
        expect(page.get_by_test_id(waiting)).to_have_count(0, timeout=PATIENCE)
    page.wait_for_load_state("networkidle")


def main(address: str) -> None:
    """Open the page in Chromium and take the pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for picture in PICTURES:
            take(browser, address, picture)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8501")
