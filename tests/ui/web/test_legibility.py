"""Can every screen be read however a person needs it: larger, narrower, further apart, without motion, in other colours?

Over the sample archive, in Chromium, from what the browser computes.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from playwright.sync_api import expect

from tests.ui.web.computed import CLIPPED
from tests.ui.web.computed import SMALL
from tests.ui.web.computed import edge_contrast
from tests.ui.web.computed import over_the_side
from tests.ui.web.computed import text_contrast
from tests.ui.web.views import VIEWS
from tests.ui.web.views import Known
from tests.ui.web.views import known_item
from tests.ui.web.views import open_view

pytestmark = pytest.mark.browser

SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
PARAGRAPHS = ".mb p { margin-bottom: 2em !important }"
MOVING = """() => [...document.querySelectorAll("*")].map(each => getComputedStyle(each))
  .flatMap(each => [...each.animationDuration.split(", "), ...each.transitionDuration.split(", ")])
  .filter(each => parseFloat(each) > .001).length"""


@pytest.fixture(scope="session")
def known(sample_api: str) -> Known:
    """What is open where an item or a meeting is shown."""
    return known_item(sample_api)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_reflows_stands_wider_spacing_and_can_be_pressed_with_a_finger(
    screen: Page, sample_page: str, known: Known, view: str
) -> None:
    """WCAG 2.2, 1.4.4, 1.4.10, 1.4.12 and 2.5.8: 640 pixels are 1280 at 200 %, 320 are 1280 at 400 %."""
    open_view(screen, sample_page, view, known)
    assert screen.evaluate(SMALL) == []
    for width in (640, 320):
        screen.set_viewport_size({"width": width, "height": 800})
        assert over_the_side(screen) == []
    assert screen.evaluate(SMALL) == []
    screen.set_viewport_size({"width": 1280, "height": 900})
    screen.add_style_tag(content=SPACED + PARAGRAPHS)
    assert screen.evaluate(CLIPPED) == []
    assert over_the_side(screen) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_streamlits_own_parts_have_contrast_too(screen: Page, sample_page: str, known: Known, scheme: str) -> None:
    """WCAG 2.2, 1.4.3 and 1.4.11, from the colours that Chromium computes."""
    screen.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    open_view(screen, sample_page, "ask, empty", known)
    screen.add_style_tag(content="* { transition: none !important; }")  # a colour on its way is none of the theme's
    box = screen.get_by_role("textbox", name="Ask the minutes, or search")
    field = screen.get_by_test_id("stTextInputRootElement")
    button = screen.get_by_role("button", name="Ask", exact=True)
    labels = screen.get_by_test_id("stSidebar").get_by_test_id("stWidgetLabel")
    assert text_contrast(box, "::placeholder") >= 4.5
    assert edge_contrast(field) >= 3
    assert text_contrast(button) >= 4.5
    assert labels.count() > 3
    assert all(text_contrast(label) >= 4.5 for label in labels.all())
    assert all(edge_contrast(date) >= 3 for date in screen.get_by_test_id("stDateInputField").all())
    button.hover()
    assert text_contrast(button) >= 4.5
    box.focus()
    assert edge_contrast(field, "outlineColor") >= 3
    button.focus()
    assert edge_contrast(button, "outlineColor") >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_boxes_to_choose_several_from_have_an_edge_that_can_be_seen(
    screen: Page, sample_page: str, known: Known, scheme: str
) -> None:
    """WCAG 2.2, 1.4.11."""
    screen.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    open_view(screen, sample_page, "compare", known)
    for group in screen.locator(".react-aria-ComboBox > [role=group]").all():
        assert edge_contrast(group) >= 3
    for tag in screen.locator("[data-tag]").all():
        assert text_contrast(tag) >= 4.5


def test_who_wants_no_motion_gets_none(screen: Page, sample_page: str, known: Known) -> None:
    """WCAG 2.2, 2.3.3 is AAA; kept all the same."""
    screen.emulate_media(reduced_motion="reduce")
    open_view(screen, sample_page, "timeline", known)
    assert screen.evaluate(MOVING) == 0


def test_in_forced_colours_an_outcome_is_a_word_in_a_frame(screen: Page, sample_page: str, known: Known) -> None:
    screen.emulate_media(forced_colors="active")
    open_view(screen, sample_page, "ask, with a lost motion", known)
    lost = screen.locator(".mb-apart .mb-badge").first
    expect(lost).to_contain_text("LOST")
    assert lost.evaluate("badge => getComputedStyle(badge).borderTopStyle") == "solid"
    assert text_contrast(lost) >= 7
    assert text_contrast(screen.locator(".mb mark").first) >= 4.5


def test_on_paper_stands_what_was_asked_for_and_not_the_ways_to_elsewhere(screen: Page, sample_page: str, known: Known) -> None:
    screen.emulate_media(color_scheme="dark")
    open_view(screen, sample_page, "ask, answered", known)
    screen.emulate_media(media="print")
    expect(screen.get_by_role("heading", name="What the minutes say")).to_be_visible()
    expect(screen.get_by_role("navigation", name="Views", exact=True)).to_be_hidden()
    expect(screen.get_by_test_id("stSidebar")).to_be_hidden()
    assert screen.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == "rgb(255, 255, 255)"
    assert screen.evaluate("getComputedStyle(document.querySelector('.stMain')).overflowY") == "visible"
