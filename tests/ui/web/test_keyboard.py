"""Can everything be reached, seen and used by keyboard alone? Over the sample archive."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator
from playwright.sync_api import Page
from playwright.sync_api import expect

from tests.ui.web.computed import FOCUS
from tests.ui.web.conftest import PHONE
from tests.ui.web.views import QUESTION
from tests.ui.web.views import settled

pytestmark = pytest.mark.browser

MOST_STOPS = 80


def stops(screen: Page, goal: Locator) -> Iterator[str]:
    """Press Tab until the goal has the focus; give the name of each stop, having looked whether it can be seen."""
    for _ in range(MOST_STOPS):
        screen.keyboard.press("Tab")
        stop = screen.evaluate(FOCUS)
        assert stop["ringed"], stop
        assert stop["within"], stop
        assert stop["uncovered"], stop
        yield str(stop["name"])
        if goal.evaluate("goal => goal === document.activeElement"):
            return
    pytest.fail(f"not reached in {MOST_STOPS} stops: {goal}")


def test_from_the_question_to_the_published_words_and_back_with_the_focus_always_seen(screen: Page, sample_page: str) -> None:
    """WCAG 2.2, 2.1.1, 2.1.2, 2.4.3, 2.4.7 and 2.4.11."""
    screen.emulate_media(reduced_motion="reduce")
    screen.goto(sample_page)
    settled(screen)
    box = screen.get_by_role("textbox", name="Ask the minutes, or search")
    reached = list(stops(screen, box))
    assert reached[0] == "Skip to main content"
    screen.keyboard.type(QUESTION)
    screen.keyboard.press("Enter")
    expect(screen.get_by_role("heading", name="What the minutes say")).to_be_visible()
    settled(screen)
    expect(box).to_be_focused()
    citation = screen.get_by_role("link", name="Read it as published").first
    assert "Ask" in list(stops(screen, citation))
    screen.keyboard.press("Enter")
    expect(screen.get_by_role("heading", name="As published")).to_be_visible()
    settled(screen)
    back = screen.get_by_role("link", name="Back to results").first
    list(stops(screen, back))
    screen.keyboard.press("Enter")
    expect(screen.get_by_role("heading", name="What the minutes say")).to_be_visible()


def test_the_first_stop_leads_past_the_filters_to_the_main_part(screen: Page, sample_page: str) -> None:
    """WCAG 2.2, 2.4.1."""
    screen.goto(sample_page)
    settled(screen)
    screen.keyboard.press("Tab")
    skip = screen.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    screen.keyboard.press("Enter")
    expect(screen.get_by_role("main")).to_be_focused()
    first = screen.get_by_role("link", name="Minutebook", exact=True)
    assert list(stops(screen, first)) == ["Minutebook"]


def test_on_a_phone_the_closed_filters_are_no_stops(screen: Page, sample_page: str) -> None:
    """WCAG 2.2, 2.4.7: Streamlit leaves what is out of sight in the way of the keyboard; the style sheet takes it out."""
    screen.emulate_media(reduced_motion="reduce")
    screen.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    screen.goto(sample_page)
    settled(screen)
    reached = list(stops(screen, screen.get_by_role("textbox", name="Ask the minutes, or search")))
    assert "Council" not in reached
    opener = screen.get_by_role("button", name="Expand sidebar")
    opener.focus()
    screen.keyboard.press("Enter")
    expect(screen.get_by_role("combobox", name="Council")).to_be_visible()


def test_every_stop_of_an_answer_is_seen_down_to_the_foot(screen: Page, sample_page: str) -> None:
    """WCAG 2.2, 2.4.7 and 2.4.11: also where the screen scrolls under the keyboard."""
    screen.emulate_media(reduced_motion="reduce")
    screen.set_viewport_size({"width": 1280, "height": 500})
    screen.goto(f"{sample_page}?q=market+hall+rents")
    settled(screen)
    screen.get_by_role("button", name="Ask", exact=True).focus()
    reached = list(stops(screen, screen.get_by_role("link", name="Accessibility", exact=True)))
    assert len(reached) > 5
