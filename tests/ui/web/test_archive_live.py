"""The archive's screen in a real browser, before the real API with its reading desk: what is held, and a file read on the spot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from playwright.sync_api import expect

from tests.ui.desk_api import desk_api
from tests.ui.web.conftest import PHONE
from tests.ui.web.conftest import running_page
from tests.ui.web.views import settled
from ui.web.links import Screen

pytestmark = pytest.mark.browser

TESTS = Path(__file__).parents[2]
SAMPLE = TESTS / "corpus" / "sample" / "aldermere-borough-council"
COUNCIL = SAMPLE / "full-council" / "2020-11-12 Minutes.pdf"
CABINET = SAMPLE / "cabinet" / "2022-02-08 Minutes.docx"
LOCKED = TESTS / "corpus" / "broken" / "encrypted.pdf"
CANARIES = (TESTS / "gold" / "canaries.txt").read_text(encoding="utf-8").split()
ARCHIVE = Screen(view="archive").href
LONG = 90_000
"""Milliseconds for a reading: a child that loads every rule of reading takes its time on a busy machine."""


@pytest.fixture(scope="module")
def desk_page(sample: str) -> Iterator[str]:
    with desk_api(sample) as api, running_page(api) as page:
        yield page


def given(screen: Page, page: str, file: Path) -> None:
    """Give a file to the desk, by keyboard from the button on."""
    screen.goto(page + ARCHIVE)
    expect(screen.get_by_role("heading", name="Read a file without adding it")).to_be_visible()
    screen.locator("input[type=file]").set_input_files(file)
    expect(screen.get_by_role("button", name=f"Remove {file.name}")).to_be_visible()
    settled(screen)
    screen.get_by_role("button", name="Read the file").press("Enter")


def test_the_archive_shows_bodies_by_year_and_what_could_not_be_read(screen: Page, desk_page: str) -> None:
    screen.goto(desk_page + ARCHIVE)
    expect(screen.get_by_role("heading", name="What is held")).to_be_visible()
    grid = screen.get_by_role("region", name="Aldermere Borough Council: minutes held, by body and year")
    expect(grid.get_by_role("rowheader", name="Cabinet")).to_be_visible()
    expect(grid.get_by_role("columnheader", name="2021")).to_be_visible()
    expect(screen.get_by_role("heading", name="What could not be read")).to_be_visible()
    expect(screen.get_by_text("left out; only their number is known here")).to_be_visible()


def test_every_body_of_a_council_is_in_figures_too_with_its_gaps(screen: Page, desk_page: str) -> None:
    screen.goto(desk_page + ARCHIVE)
    fold = screen.get_by_text("The same in figures, with every gap").first
    fold.click()
    expect(screen.get_by_role("region", name="what is held, in figures").first).to_be_visible()


def test_a_link_narrows_what_is_shown_and_a_body_leads_to_its_minutes(screen: Page, desk_page: str) -> None:
    screen.goto(desk_page + Screen(view="archive", councils=("Marlsham Parish Council",)).href)
    held = screen.get_by_role("region", name="Marlsham Parish Council: minutes held, by body and year")
    expect(held).to_be_visible()
    expect(screen.get_by_role("region", name="Aldermere Borough Council: minutes held")).to_have_count(0)
    held.get_by_role("link").first.click()
    expect(screen.get_by_role("heading", name="Ask the minutes")).to_be_visible()


def test_a_pdf_is_read_and_its_decisions_are_shown_as_printed(screen: Page, desk_page: str) -> None:
    given(screen, desk_page, COUNCIL)
    read = screen.get_by_role("region", name="What “2020-11-12 Minutes.pdf” says")
    expect(read).to_be_visible(timeout=LONG)
    expect(read).to_contain_text("Aldermere Borough Council")
    expect(read.locator(".mb-lost-badge").first).to_be_visible()
    expect(read.locator("blockquote").first).to_be_visible()
    expect(read.get_by_role("link")).to_have_count(0)
    expect(screen.get_by_role("progressbar")).to_have_count(0)


def test_what_is_not_open_in_a_file_is_counted_and_not_on_the_page(screen: Page, desk_page: str) -> None:
    given(screen, desk_page, CABINET)
    read = screen.get_by_role("region", name="What “2022-02-08 Minutes.docx” says")
    expect(read).to_be_visible(timeout=LONG)
    expect(read).to_contain_text("left out, not being open to the public")
    assert [canary for canary in CANARIES if canary in screen.content()] == []


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(screen: Page, desk_page: str) -> None:
    given(screen, desk_page, LOCKED)
    alert = screen.get_by_role("alert").filter(has_text="This file cannot be read")
    expect(alert).to_be_visible(timeout=LONG)
    expect(alert).to_contain_text("“encrypted.pdf” is locked with a password.")
    expect(screen.get_by_role("heading", name="By body and year")).to_be_visible()


def test_on_a_phone_only_the_picture_scrolls_sideways(screen: Page, desk_page: str) -> None:
    screen.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    screen.goto(desk_page + ARCHIVE)
    expect(screen.get_by_role("heading", name="What could not be read")).to_be_visible()
    assert screen.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
