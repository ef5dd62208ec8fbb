"""The first screen in a real browser, before the real API and the archive of the sample councils: to find, to narrow, to order."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from urllib.parse import parse_qs
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Page
from playwright.sync_api import expect

from search_api.schemas_found import SearchOut
from tests.ui.web.conftest import PHONE
from tests.ui.web.views import settled
from ui.web.links import Screen

pytestmark = pytest.mark.browser

QUESTION = "shared services"
NARROW = "Narrow this list"


def search(api: str, question: str, **parameters: str) -> SearchOut:
    return SearchOut.model_validate_json(
        httpx.get(f"{api}/v1/search", params={"q": question, **parameters}).raise_for_status().content
    )


def opened(screen: Page, page: str, asked: Screen) -> None:
    screen.goto(page + asked.href)
    expect(screen.get_by_role("heading", name="Agenda items found")).to_be_visible()
    settled(screen)


def asked_now(screen: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(screen.url).query)


def days_listed(screen: Page) -> list[date]:
    # what stood there before is still there while a new list is drawn above it
    settled(screen)
    times = screen.locator(".mb-results").first.locator("time").all()
    return [date.fromisoformat(str(time.get_attribute("datetime"))) for time in times]


def test_the_list_is_put_in_order_by_date_and_the_order_is_in_the_address(screen: Page, sample_page: str, sample_api: str) -> None:
    opened(screen, sample_page, Screen(QUESTION))
    screen.get_by_text("Newest first").click()
    expect(screen.get_by_text("newest first, undated last")).to_be_visible()
    assert asked_now(screen) == {"q": [QUESTION], "order": ["newest"]}
    days = days_listed(screen)
    assert len(days) > 1
    assert all(earlier >= later for earlier, later in pairwise(days))
    assert days == [one.date for one in search(sample_api, QUESTION, order="newest", k="10").results if one.date]
    screen.go_back()
    expect(screen.get_by_text(": best match first.")).to_be_visible()


def test_a_link_to_a_list_by_date_opens_it_so(screen: Page, sample_page: str) -> None:
    opened(screen, sample_page, Screen(QUESTION, order="oldest"))
    expect(screen.get_by_role("radio", name="Oldest first")).to_be_checked()
    days = days_listed(screen)
    assert days == sorted(days)


def test_what_was_found_is_narrowed_by_a_link_with_its_number_of_items(screen: Page, sample_page: str, sample_api: str) -> None:
    opened(screen, sample_page, Screen(QUESTION))
    first = next(one for one in search(sample_api, QUESTION).facets.council if one.items < search(sample_api, QUESTION).matching)
    narrow = screen.get_by_role("navigation", name=NARROW)
    narrow.get_by_role("list", name="Council").get_by_role("link", name=first.value, exact=True).click()
    expect(screen.get_by_role("navigation", name="Filters in force")).to_contain_text(first.value)
    expect(screen.get_by_role("heading", name="Agenda items found")).to_be_visible()
    settled(screen)
    assert asked_now(screen)["council"] == [first.value]
    assert all(place.startswith(first.value) for place in screen.locator(".mb-results cite").all_text_contents())


def test_a_year_found_narrows_to_that_year(screen: Page, sample_page: str) -> None:
    opened(screen, sample_page, Screen(QUESTION))
    link = screen.get_by_role("navigation", name=NARROW).get_by_role("list", name="Year").get_by_role("link").first
    year = link.inner_text()
    link.click()
    expect(screen.get_by_role("navigation", name="Filters in force")).to_contain_text(f"1 January {year}")
    expect(screen.get_by_role("heading", name="Agenda items found")).to_be_visible()
    settled(screen)
    assert {day.year for day in days_listed(screen)} == {int(year)}


def test_on_a_phone_what_narrows_is_behind_one_fold(screen: Page, sample_page: str) -> None:
    screen.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    opened(screen, sample_page, Screen(QUESTION))
    links = screen.get_by_role("navigation", name=NARROW).get_by_role("link")
    expect(links).to_have_count(0)
    screen.locator("summary", has_text=NARROW).click()
    expect(links.first).to_be_visible()


def test_why_an_item_is_there_is_told_by_keyboard(screen: Page, sample_page: str) -> None:
    opened(screen, sample_page, Screen(QUESTION))
    fold = screen.locator("summary", has_text="Why is this here").first
    fold.focus()
    screen.keyboard.press("Enter")
    expect(screen.get_by_text("Found by its words").first).to_be_visible()
    expect(screen.get_by_text("Words of the question in the passage shown").first).to_be_visible()


def test_an_operator_typed_is_taken_away_by_its_link(screen: Page, sample_page: str) -> None:
    opened(screen, sample_page, Screen(f"{QUESTION} -sauna outcome:carried"))
    understood = screen.get_by_role("navigation", name="Understood from your question")
    expect(understood).to_contain_text("Outcome: carried")
    understood.get_by_role("link", name="remove -sauna").click()
    expect(screen).to_have_title(f"{QUESTION} outcome:carried · Minutebook")
    expect(understood.get_by_role("link")).to_have_count(1)


def test_a_phrase_that_is_nowhere_is_asked_again_as_plain_words(screen: Page, sample_page: str) -> None:
    screen.goto(sample_page + Screen('"closing the leisure centre sauna"').href)
    expect(screen.get_by_role("heading", name="Nothing found in these minutes")).to_be_visible()
    screen.get_by_role("link", name="as plain words").click()
    expect(screen.get_by_role("heading", name="Agenda items found")).to_be_visible()


def test_where_a_year_has_nothing_what_other_years_have_is_listed_as_lying_outside(screen: Page, sample_page: str) -> None:
    screen.goto(sample_page + Screen("Millrace Leisure Centre operator contract in 2020").href)
    expect(screen.get_by_role("heading", name="Nothing found in these minutes")).to_be_visible()
    expect(screen.get_by_role("heading", name="Agenda items outside “2020”")).to_be_visible()
    expect(screen.get_by_role("heading", name="Millrace Leisure Centre: operator contract").first).to_be_visible()


def test_an_item_is_kept_from_the_list_and_goes_along(screen: Page, sample_page: str, sample_api: str) -> None:
    opened(screen, sample_page, Screen(QUESTION))
    best = search(sample_api, QUESTION).results[0]
    screen.locator(".mb-results").first.locator(".mb-keep a").first.click()
    expect(screen.get_by_role("link", name="Kept (1)")).to_be_visible()
    expect(screen.locator(".mb-results .mb-keep").first).to_contain_text("Kept")
    assert asked_now(screen)["keep"] == [best.item_id]


def test_more_of_the_list_comes_without_leaving_the_screen(screen: Page, sample_page: str) -> None:
    opened(screen, sample_page, Screen("council"))
    expect(screen.locator(".mb-results > li")).to_have_count(10)
    screen.get_by_role("button", name="List more agenda items").click()
    expect(screen.locator(".mb-results > li")).to_have_count(25)
    assert asked_now(screen)["k"] == ["25"]


def test_how_to_ask_is_one_fold_away(screen: Page, sample_page: str) -> None:
    screen.goto(sample_page)
    screen.locator("summary", has_text="How to ask").click()
    expect(screen.get_by_text("These words must stand together, just so.")).to_be_visible()


def test_the_same_question_leads_to_its_timeline(screen: Page, sample_page: str) -> None:
    opened(screen, sample_page, Screen(QUESTION))
    screen.get_by_role("link", name="Timeline of this").click()
    expect(screen.get_by_role("heading", name="Timeline of a matter", level=1)).to_be_visible()
    assert asked_now(screen) == {"q": [QUESTION], "view": ["timeline"]}
