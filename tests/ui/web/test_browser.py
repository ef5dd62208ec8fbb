"""The page in a real browser, before a fake API: what only a browser can tell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Page
from playwright.sync_api import expect

from tests.ui.web import canned
from tests.ui.web.conftest import PHONE
from tests.ui.web.fake_api import FakeApi

pytestmark = pytest.mark.browser

WIDEST = "Math.max(...[...document.querySelectorAll('.mb, .mb *, form *')].map(each => each.getBoundingClientRect().right))"
LEVELS = "[...document.querySelectorAll('h1, h2, h3, h4')].map(each => Number(each.tagName[1]))"


@pytest.fixture
def api(staged_api: FakeApi) -> Iterator[FakeApi]:
    """The fake API behind the page, put back to its first words."""
    staged_api.reset()
    yield staged_api
    staged_api.reset()


@pytest.mark.usefixtures("api")
def test_a_question_typed_is_answered_and_the_back_button_takes_it_back(screen: Page, staged_page: str) -> None:
    screen.goto(staged_page)
    expect(screen.get_by_role("heading", name="Ask the minutes", level=1)).to_be_visible()
    box = screen.get_by_role("textbox", name="Ask the minutes, or search")
    box.fill(canned.QUESTION)
    box.press("Enter")
    expect(screen.get_by_role("heading", name="What the minutes say")).to_be_visible()
    expect(screen).to_have_title(f"{canned.QUESTION} · Minutebook")
    assert "q=what+was+decided" in screen.url
    box.fill("leadership team")
    box.press("Enter")
    expect(screen).to_have_title("leadership team · Minutebook")
    screen.go_back()
    expect(screen).to_have_title(f"{canned.QUESTION} · Minutebook")
    expect(box).to_have_value(canned.QUESTION)
    screen.go_back()
    expect(screen.get_by_role("heading", name="Ask the minutes", level=1)).to_be_visible()


@pytest.mark.usefixtures("api")
def test_the_lost_motion_stands_in_its_own_section(screen: Page, staged_page: str) -> None:
    screen.goto(f"{staged_page}?q=chief")
    decided = screen.get_by_role("region", name="What the minutes say")
    expect(decided).to_contain_text("CARRIED (8:2)")
    expect(decided).not_to_contain_text("agree none")
    expect(screen.locator(".mb-apart", has_text="Not agreed")).to_contain_text("LOST (2:8)")


@pytest.mark.usefixtures("api")
def test_a_citation_opens_the_item_at_its_words_and_leads_back(screen: Page, staged_page: str) -> None:
    screen.goto(f"{staged_page}?q=chief")
    screen.get_by_role("link", name="Read it as published, page 2").first.click()
    expect(screen.get_by_role("heading", name="21. SHARED CHIEF EXECUTIVE", level=1)).to_be_visible()
    expect(screen.locator(".mb-published mark")).to_have_text(canned.approach_three().text)
    screen.get_by_role("link", name="Back to results for “chief”").first.click()
    expect(screen.get_by_role("heading", name="Agenda items found")).to_be_visible()
    screen.go_back()
    expect(screen.locator(".mb-published mark")).to_be_visible()


@pytest.mark.usefixtures("api")
def test_a_filter_chosen_is_in_the_address_and_can_be_removed(screen: Page, staged_page: str) -> None:
    screen.goto(f"{staged_page}?q=chief")
    screen.get_by_role("combobox", name="Body").fill("Cabinet")
    screen.get_by_role("option", name="Cabinet (52)").click()
    screen.keyboard.press("Escape")
    expect(screen.get_by_role("navigation", name="Filters in force")).to_contain_text("Body: Cabinet")
    assert "body=Cabinet" in screen.url
    screen.get_by_role("link", name="remove Body: Cabinet").click()
    expect(screen.get_by_role("heading", name="What the minutes say")).to_be_visible()
    expect(screen.get_by_role("navigation", name="Filters in force")).to_have_count(0)


@pytest.mark.usefixtures("api")
def test_the_main_way_can_be_gone_by_keyboard_alone(screen: Page, staged_page: str) -> None:
    screen.goto(staged_page)
    box = screen.get_by_role("textbox", name="Ask the minutes, or search")
    box.focus()
    screen.keyboard.type("chief")
    screen.keyboard.press("Enter")
    expect(screen.get_by_role("heading", name="What the minutes say")).to_be_visible()
    title = screen.get_by_role("link", name="21. SHARED CHIEF EXECUTIVE").first
    for _ in range(8):
        screen.keyboard.press("Tab")
        if title.evaluate("link => link === document.activeElement"):
            break
    expect(title).to_be_focused()
    assert title.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
    screen.keyboard.press("Enter")
    expect(screen.get_by_role("heading", name="As published")).to_be_visible()


def test_while_the_archive_reads_the_page_says_so_and_the_answer_does_not_wait_for_the_list(
    screen: Page, staged_page: str, api: FakeApi
) -> None:
    with api.holds("/v1/search"):
        with api.holds("/v1/answer"):
            screen.goto(f"{staged_page}?q=chief")
            expect(screen.get_by_text("Reading the minutes …")).to_be_visible()
        expect(screen.get_by_role("region", name="What the minutes say")).to_be_visible()
        expect(screen.get_by_text("Looking for more in the minutes …")).to_be_visible()
    expect(screen.get_by_role("heading", name="Agenda items found")).to_be_visible()


def test_nothing_found_is_said_and_is_no_list_of_results(screen: Page, staged_page: str, api: FakeApi) -> None:
    api.says("/v1/answer", canned.nothing())
    api.says("/v1/search", canned.search(weak=True))
    screen.goto(f"{staged_page}?q=mermaids+in+Kent")
    expect(screen.get_by_role("heading", name="Nothing found in these minutes")).to_be_visible()
    expect(screen.get_by_text("They do not answer the question.")).to_be_visible()
    expect(screen.get_by_role("heading", name="Agenda items found")).to_have_count(0)


def test_a_refusal_is_told_in_words_with_the_id_of_its_request(screen: Page, staged_page: str, api: FakeApi) -> None:
    api.says("/v1/answer", canned.problem(400), 400)
    screen.goto(f"{staged_page}?q=chief&council=Nowhere")
    failed = screen.get_by_role("alert").filter(has_text="This cannot be asked")
    expect(failed).to_contain_text("This archive has no council 'Nowhere'")
    expect(failed).to_contain_text("7f3c9a")


def test_without_the_api_the_page_says_what_to_run(screen: Page, page_without_api: str) -> None:
    screen.goto(f"{page_without_api}?q=chief")
    expect(screen.get_by_role("heading", name="The archive is not answering")).to_be_visible()
    expect(screen.get_by_text("minutebook serve", exact=True)).to_be_visible()
    expect(screen.get_by_text("Traceback")).to_have_count(0)


def test_markup_in_a_minute_runs_nothing(screen: Page, staged_page: str, api: FakeApi) -> None:
    evil = "<img src=x onerror=\"document.title='owned'\"> <script>document.title='owned'</script> RESOLVED"
    api.says("/v1/answer", canned.answer(asks_for="reason", passages=[canned.citation(canned.piece(evil))]))
    screen.goto(f"{staged_page}?q=chief")
    expect(screen.get_by_text("<script>document.title='owned'</script>")).to_be_visible()
    expect(screen).to_have_title("chief · Minutebook")
    assert screen.locator(".mb img").count() == 0


@pytest.mark.usefixtures("api")
def test_on_a_phone_filters_that_were_opened_do_not_lie_over_the_next_screen(screen: Page, staged_page: str) -> None:
    screen.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    screen.goto(f"{staged_page}?q=chief")
    expect(screen.get_by_role("heading", name="What the minutes say")).to_be_visible()
    screen.get_by_test_id("stExpandSidebarButton").press("Enter")
    expect(screen.get_by_role("combobox", name="Body")).to_be_in_viewport()
    screen.goto(f"{staged_page}?q=leadership")
    expect(screen.get_by_role("heading", name="What the minutes say")).to_be_visible()
    expect(screen.get_by_role("combobox", name="Body")).not_to_be_in_viewport()


@pytest.mark.usefixtures("api")
@pytest.mark.parametrize("address", ["", "?q=chief", f"?q=chief&item={canned.ITEM_ID}&mark=2.0.40"])
def test_on_a_phone_nothing_runs_over_the_side(screen: Page, staged_page: str, address: str) -> None:
    """WCAG 2.2, 1.4.10: no scrolling in two dimensions; 360 CSS pixels is also 720 at 200% zoom."""
    screen.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    screen.goto(staged_page + address)
    expect(screen.locator(".mb h1, .mb h2").last).to_be_visible()
    assert screen.evaluate(WIDEST) <= PHONE[0]


@pytest.mark.usefixtures("api")
@pytest.mark.parametrize("address", ["", "?q=chief", f"?q=chief&item={canned.ITEM_ID}"])
def test_headings_are_in_order_and_every_field_has_a_label(screen: Page, staged_page: str, address: str) -> None:
    """WCAG 2.2, 1.3.1 and 4.1.2."""
    screen.goto(staged_page + address)
    expect(screen.locator(".mb h2").last).to_be_visible()
    levels: list[int] = screen.evaluate(LEVELS)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    fields = "[...document.querySelectorAll('input, select, textarea')].filter(each => !each.closest('[aria-hidden=true]'))"
    assert screen.evaluate(f"{fields}.filter(each => !each.ariaLabel && !each.labels?.length).length") == 0
    assert screen.evaluate("document.documentElement.lang") == "en"


def test_an_item_with_everything_around_it_is_in_order_on_a_phone_and_marks_the_words_asked_for(
    screen: Page, staged_page: str, api: FakeApi
) -> None:
    """WCAG 2.2, 1.3.1 and 1.4.10."""
    around = [canned.around("report", "The three approaches", matter="The three approaches"), *canned.surroundings()]
    people = [canned.person(f"Councillor Longmire-Featherstone the {count}th", "present") for count in range(4, 40)]
    api.says(f"/v1/items/{canned.ITEM_ID}", canned.item(around=around, attendance=people))
    screen.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    screen.goto(f"{staged_page}?item={canned.ITEM_ID}")
    expect(screen.get_by_role("heading", name="Who came and left", level=2)).to_be_visible()
    levels: list[int] = screen.evaluate(LEVELS)
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert screen.evaluate(WIDEST) <= PHONE[0]
    screen.get_by_role("listitem").filter(has_text="Report: “The three approaches”").get_by_role("link").click()
    expect(screen.locator(".mb-published mark")).to_have_text("The three approaches")


def test_a_filter_understood_is_left_out_by_keyboard(screen: Page, staged_page: str, api: FakeApi) -> None:
    api.says("/v1/answer", canned.answer(understood=[canned.chip()]))
    screen.goto(f"{staged_page}?q=grit+in+2017")
    link = screen.get_by_role("navigation", name="Understood from your question").get_by_role("link")
    expect(link).to_have_accessible_name("search all dates and not only 2017")
    link.focus()
    screen.keyboard.press("Enter")
    screen.wait_for_url("**without=in+2017*")
    expect(screen.get_by_role("heading", name="What the minutes say")).to_be_visible()
