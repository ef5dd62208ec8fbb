"""Reading in a real browser: from the answer to the item with its page, through its meeting and back; by keyboard, on a phone."""

from __future__ import annotations

import re

import httpx
import pytest
from playwright.sync_api import Locator
from playwright.sync_api import Page
from playwright.sync_api import expect

from search_api.schemas import AnswerOut
from search_api.schemas import ItemOut
from search_api.schemas import MeetingOut
from search_api.schemas_found import SearchOut
from search_api.schemas_threads import ThreadOut
from tests.ui.web.conftest import PHONE
from tests.ui.web.views import settled
from ui.web.links import Mark
from ui.web.links import Screen
from ui.web.page_view import pages_of

pytestmark = pytest.mark.browser

QUESTION = "what was decided on a shared Chief Executive"


def items(api: str, question: str) -> list[ItemOut]:
    """The agenda items found for a question."""
    found = SearchOut.model_validate_json(httpx.get(f"{api}/v1/search", params={"q": question, "k": 50}).raise_for_status().content)
    return [ItemOut.model_validate_json(httpx.get(api + each.link).raise_for_status().content) for each in found.results]


def printed(api: str, *, pages: int = 1) -> ItemOut:
    """An item of a PDF on at least so many pages, with a quoted decision."""
    return next(
        item
        for question in ("RESOLVED budget council", "decision cabinet motion", "vote carried amendment", "grant precept")
        for item in items(api, question)
        if item.document.endswith(".pdf") and item.decisions and len(pages_of(item)) >= pages
    )


def meeting(api: str, meeting_id: str) -> MeetingOut:
    return MeetingOut.model_validate_json(httpx.get(f"{api}/v1/meetings/{meeting_id}").raise_for_status().content)


def quoted(item: ItemOut) -> Screen:
    """The screen of an item with its first decision marked."""
    spans = item.decisions[0].citation.spans
    return Screen("budget", item=item.item_id, marks=tuple(Mark(span.page, span.start, span.end) for span in spans))


def picture(screen: Page) -> Locator:
    return screen.get_by_role("group", name=re.compile("Picture of page")).locator("img")


def test_the_way_from_an_answer_through_the_item_and_its_meeting_and_back(screen: Page, sample_page: str, sample_api: str) -> None:
    answered = AnswerOut.model_validate_json(httpx.get(f"{sample_api}/v1/answer", params={"q": QUESTION}).content)
    chosen = next(
        clause.citation for clause in answered.decisions if len(meeting(sample_api, clause.citation.meeting_id).items) > 2
    )
    screen.goto(sample_page + Screen(QUESTION).href)
    said = screen.get_by_role("region", name="What the minutes say")
    said.locator(f'a[href*="item={chosen.item_id}"]', has_text="Read it as published").first.click()
    expect(screen.get_by_role("heading", name="As published")).to_be_visible()
    opened = screen.get_by_role("heading", level=1).inner_text()
    expect(screen).to_have_title(f"{opened} · Minutebook")
    steps = screen.get_by_role("navigation", name="Items before and after", exact=True)
    beside = steps.get_by_role("link", name=re.compile("item")).first
    named = beside.locator(".mb-step").inner_text()
    beside.click()
    expect(screen.get_by_role("heading", level=1, name=named)).to_be_visible()
    screen.get_by_role("navigation", name="Items before and after", exact=True).get_by_role(
        "link", name="The whole meeting"
    ).click()
    expect(screen.get_by_role("heading", name="Agenda items")).to_be_visible()
    screen.locator(".mb-minutes").get_by_role("link", name=opened, exact=True).click()
    expect(screen.get_by_role("heading", level=1, name=opened)).to_be_visible()
    screen.get_by_role("link", name="Back to the meeting").first.click()
    expect(screen.get_by_role("heading", name="Agenda items")).to_be_visible()
    screen.get_by_role("link", name=f"Back to results for “{QUESTION}”").first.click()
    expect(screen.get_by_role("heading", name="What the minutes say")).to_be_visible()


def test_the_page_of_a_quoted_decision_is_drawn_with_the_words_in_a_frame(screen: Page, sample_page: str, sample_api: str) -> None:
    item = printed(sample_api)
    screen.goto(sample_page + quoted(item).href)
    expect(picture(screen)).to_be_visible()
    expect(screen.get_by_text("The quoted words stand in a frame.")).to_be_visible()
    expect(picture(screen)).to_have_js_property("complete", value=True)
    assert picture(screen).evaluate("picture => picture.naturalWidth") >= 900
    words = " ".join(item.decisions[0].citation.quotation[0].text.split())
    assert words[:60] in str(picture(screen).get_attribute("alt"))


def test_the_other_pages_of_an_item_are_a_link_away_and_stay_in_the_address(
    screen: Page, sample_page: str, sample_api: str
) -> None:
    item = printed(sample_api, pages=2)
    screen.goto(sample_page + Screen(item=item.item_id).href)
    first, second = pages_of(item)[:2]
    expect(screen.get_by_role("group", name=f"Picture of page {first}")).to_be_visible()
    screen.get_by_role("link", name=re.compile(f"^Page {second}")).click()
    expect(screen.get_by_role("group", name=f"Picture of page {second}")).to_be_visible()
    assert f"page={second}" in screen.url


def test_the_page_can_be_drawn_larger_by_keyboard_alone(screen: Page, sample_page: str, sample_api: str) -> None:
    screen.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    screen.goto(sample_page + quoted(printed(sample_api)).href)
    settled(screen)
    small = picture(screen).bounding_box()
    screen.get_by_text("Larger print").focus()
    screen.keyboard.press("Enter")
    expect(picture(screen)).to_have_css("width", re.compile(r"^1\d{3}"))
    assert small is not None
    assert small["width"] <= PHONE[0]
    screen.keyboard.press("Tab")
    expect(screen.get_by_role("group", name=re.compile("Picture of page"))).to_be_focused()


def test_an_item_that_is_no_pdf_says_why_no_page_is_shown(screen: Page, sample_page: str, sample_api: str) -> None:
    item = next(each for each in items(sample_api, QUESTION) if not each.document.endswith(".pdf"))
    screen.goto(sample_page + Screen(item=item.item_id).href)
    expect(screen.get_by_text("is not a PDF and has no printed pages")).to_be_visible()
    expect(screen.locator("img")).to_have_count(0)


def test_the_citation_is_copied_by_keyboard(screen: Page, sample_page: str, sample_api: str) -> None:
    item = printed(sample_api)
    screen.goto(sample_page + Screen(item=item.item_id).href)
    expect(screen.get_by_role("heading", name="Cite this item")).to_be_visible()
    shown = screen.get_by_test_id("stCode").inner_text()
    assert str(item.council) in shown
    assert f"/items/{item.item_id}" in shown
    screen.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copying = screen.get_by_test_id("stCode").get_by_role("button", name="Copy to clipboard")
    copying.focus()
    expect(copying).to_be_focused()
    screen.keyboard.press("Enter")
    copied = screen.wait_for_function("async () => await navigator.clipboard.readText()")
    assert " ".join(str(copied.json_value()).split()) == " ".join(shown.split())


def test_the_same_matter_at_other_meetings_leads_on_with_the_words_that_show_it(
    screen: Page, sample_page: str, sample_api: str
) -> None:
    for item in items(sample_api, QUESTION):
        thread = ThreadOut.model_validate_json(httpx.get(f"{sample_api}/v1/threads/{item.item_id}").raise_for_status().content)
        likely = [link for link in thread.links if link.confidence >= 0.6 and link.head.date]
        if item.date and any(link.head.date and link.head.date > item.date for link in likely):
            break
    screen.goto(sample_page + Screen(QUESTION, item=item.item_id).href)
    section = screen.get_by_role("region", name="The same matter at other meetings")
    card = section.locator(".mb-card", has_text="After this")
    expect(card).to_contain_text(re.compile("(Surely|Likely) linked: "))
    expect(card.locator("blockquote").first).to_be_visible()
    title = card.get_by_role("heading").inner_text()
    card.get_by_role("heading").get_by_role("link").click()
    expect(screen.get_by_role("heading", level=1, name=title)).to_be_visible()


def test_the_agenda_stands_beside_the_item_and_behind_a_button_on_a_phone(screen: Page, sample_page: str, sample_api: str) -> None:
    item = printed(sample_api)
    screen.goto(sample_page + Screen(item=item.item_id).href)
    agenda = screen.get_by_role("navigation", name="Agenda of this meeting")
    expect(agenda.locator('[aria-current="page"]')).to_be_visible()
    screen.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    screen.reload()
    expect(screen.get_by_role("heading", name="Cite this item")).to_be_visible()
    expect(agenda).not_to_be_in_viewport()
    screen.get_by_test_id("stExpandSidebarButton").press("Enter")
    expect(agenda).to_be_in_viewport()


@pytest.mark.parametrize("view", ["item", "meeting"])
def test_on_a_phone_nothing_stands_out_of_the_screen(screen: Page, sample_page: str, sample_api: str, view: str) -> None:
    item = printed(sample_api)
    asked = quoted(item) if view == "item" else Screen(view="meeting", meeting=item.meeting_id)
    screen.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    screen.goto(sample_page + asked.href)
    expect(screen.get_by_role("heading", name=re.compile("Cite this"))).to_be_visible()
    assert screen.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    beyond = screen.evaluate(
        "width => [...document.querySelectorAll('[data-testid=stMain] .mb *')].filter(each => !each.closest('.mb-hidden') && "
        "each.getBoundingClientRect().width && each.getBoundingClientRect().right > width + 1).length",
        PHONE[0],
    )
    assert beyond == 0


def test_a_meeting_shows_what_the_api_says_of_it(screen: Page, sample_page: str, sample_api: str) -> None:
    item = printed(sample_api)
    screen.goto(sample_page + Screen(view="meeting", meeting=item.meeting_id).href)
    rows = screen.locator(".mb-minutes > li")
    row = rows.filter(has=screen.get_by_role("link", name=" ".join(str(item.title).split()))).first
    for piece in item.decisions[0].citation.quotation:
        expect(row).to_contain_text(" ".join(piece.text.split()[:6]))
    expect(screen.get_by_test_id("stCode")).to_contain_text(f"/meetings/{item.meeting_id}")


def test_a_link_to_no_meeting_says_what_to_do(screen: Page, sample_page: str) -> None:
    screen.goto(sample_page + Screen(view="meeting").href)
    expect(screen.get_by_text("This link names no meeting.")).to_be_visible()
    screen.goto(sample_page + Screen(view="meeting", meeting="d0000000000aa-m1").href)
    expect(screen.get_by_role("heading", name="This is not in the archive")).to_be_visible()
