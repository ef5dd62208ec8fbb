"""The plain pages in a real browser: axe-core, both themes, a narrow screen, large type, the keyboard, and paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page
from playwright.sync_api import expect

from tests.chromium import chromium
from tests.ui.web.axe import BEST_PRACTICE
from tests.ui.web.axe import WCAG
from tests.ui.web.axe import violations

pytestmark = pytest.mark.browser

SCREENS = {"phone": (360, 740), "desk": (1280, 900), "zoomed": (640, 450)}
"""A desk of 1280 pixels at 200 % zoom has 640 (WCAG 2.2, 1.4.10)."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


@pytest.fixture(scope="module")
def addresses(sample_api: str) -> dict[str, str]:
    """A page of each kind, those of a lost motion and of the longest vote among them."""
    with httpx.Client(base_url=sample_api, timeout=30) as http:
        lost = http.get("/v1/decisions", params={"outcome": "lost"}).json()["items"][0]
        recorded = http.get("/v1/votes", params={"recorded": "true"}).json()["votes"][0]
        newest = http.get("/v1/decisions").json()["items"][0]
    return {
        "lost item": f"{sample_api}/items/{lost['item_id']}",
        "lost decision": f"{sample_api}/decisions/{lost['decisions'][0]['limb_id']}",
        "recorded vote": f"{sample_api}/decisions/{recorded['limb_id']}",
        "meeting": f"{sample_api}/meetings/{newest['meeting_id']}",
        "not held": f"{sample_api}/items/d0-m1-i01",
        "first": f"{sample_api}/",
    }


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A tab in one of the themes; whatever the page loads beside itself fails the test, and so does a complaint of the browser."""
    context = browser.new_context(color_scheme=request.param, locale="en-GB")
    page = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda one: asked.append(one.resource_type))
    page.on("console", lambda one: faults.append(one.text))
    yield page
    context.close()
    assert set(asked) <= {"document"}
    assert [fault for fault in faults if "404" not in fault] == []


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_on_any_page(themed: Page, addresses: dict[str, str], screen: str) -> None:
    width, height = SCREENS[screen]
    themed.set_viewport_size({"width": width, "height": height})
    for name, address in addresses.items():
        themed.goto(address)
        assert violations(themed, (*WCAG, *BEST_PRACTICE)) == (), name


def test_no_page_scrolls_sideways_on_a_phone_or_with_type_of_twice_the_size(themed: Page, addresses: dict[str, str]) -> None:
    themed.set_viewport_size({"width": 360, "height": 740})
    for name, address in addresses.items():
        themed.goto(address)
        assert themed.evaluate("document.documentElement.scrollWidth") <= 360, name
        themed.evaluate("document.documentElement.style.fontSize = '200%'")
        assert themed.evaluate("document.documentElement.scrollWidth") <= 360, name


def test_the_keyboard_goes_past_the_head_and_on_to_the_next_item(themed: Page, addresses: dict[str, str]) -> None:
    themed.goto(addresses["lost item"])
    themed.keyboard.press("Tab")
    skip = themed.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    themed.keyboard.press("Enter")
    expect(themed.locator("main")).to_be_focused()
    themed.get_by_role("navigation", name="Items of this meeting").get_by_role("link").last.press("Enter")
    expect(themed).to_have_url(re.compile("/items/"))
    expect(themed).not_to_have_url(addresses["lost item"])
    expect(themed.get_by_role("heading", level=1)).to_have_count(1)


def test_a_citation_leads_from_the_clause_to_its_item_and_its_meeting(themed: Page, addresses: dict[str, str]) -> None:
    themed.goto(addresses["lost decision"])
    expect(themed.get_by_role("heading", level=1)).to_contain_text("Not agreed: ")
    expect(themed.locator(".citation")).to_contain_text(addresses["lost decision"])
    themed.get_by_role("navigation", name="Part of").get_by_role("link").last.click()
    expect(themed.get_by_role("heading", name="Not agreed")).to_be_visible()
    themed.get_by_role("link", name="the whole meeting").click()
    expect(themed.get_by_role("heading", name="Items")).to_be_visible()


def test_on_paper_the_words_stay_and_the_ways_between_pages_go(themed: Page, addresses: dict[str, str]) -> None:
    themed.emulate_media(media="print", color_scheme="light")
    themed.goto(addresses["lost item"])
    expect(themed.get_by_role("heading", name="As published")).to_be_visible()
    expect(themed.locator(".citation")).to_be_visible()
    expect(themed.locator("nav").first).to_be_hidden()
    assert themed.pdf().startswith(b"%PDF")
