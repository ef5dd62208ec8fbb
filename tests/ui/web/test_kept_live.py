"""Keeping, briefing and saving in a real browser, before the real API over the sample archive."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qs
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import docx
import httpx
import pytest
from playwright.sync_api import BrowserContext
from playwright.sync_api import Locator
from playwright.sync_api import Page
from playwright.sync_api import expect

from search_api.schemas import ItemOut
from search_api.schemas_found import SearchOut
from tests.ui.web.conftest import PHONE
from tests.ui.web.views import settled
from ui.web.address import MOST_KEPT
from ui.web.address import MOST_SAVED
from ui.web.address import screen_of
from ui.web.links import Screen

pytestmark = pytest.mark.browser

QUESTION = "shared services"
KEEP = "Keep for a briefing"


def found(api: str, question: str, count: int) -> list[str]:
    reply = httpx.get(f"{api}/v1/search", params={"q": question, "k": count}).raise_for_status()
    return [result.item_id for result in SearchOut.model_validate_json(reply.content).results]


def item(api: str, item_id: str) -> ItemOut:
    return ItemOut.model_validate_json(httpx.get(f"{api}/v1/items/{item_id}").raise_for_status().content)


def asked_by(screen: Page) -> Screen:
    return screen_of(parse_qs(urlsplit(screen.url).query))


def squeezed(text: str) -> str:
    return " ".join(text.split())


def open_kept(screen: Page, page: str, of: Screen) -> None:
    screen.goto(page + of.href)
    expect(screen.get_by_role("heading", name="Kept for later", level=1)).to_be_visible()
    settled(screen)


def downloaded(screen: Page, label: str, folder: Path) -> Path:
    with screen.expect_download() as download:
        button = screen.get_by_role("button", name=label)
        button.press("Enter")
    expect(button).to_be_focused()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def titles(screen: Page) -> list[str]:
    return screen.locator(".mb-results h3 a").all_inner_texts()


def tab_to(screen: Page, link: Locator) -> None:
    """Go to an element as a keyboard does; fails where no number of tabs leads there."""
    expect(link).to_be_visible()
    for _ in range(80):
        if link.evaluate("each => each === document.activeElement"):
            return
        screen.keyboard.press("Tab")
    expect(link).to_be_focused()


def test_two_items_kept_from_results_are_put_in_order_and_make_a_word_file_of_their_own_words(
    screen: Page, sample_page: str, sample_api: str, tmp_path: Path
) -> None:
    screen.goto(sample_page + Screen(QUESTION).href)
    results = screen.get_by_role("region", name="Agenda items found")
    results.get_by_role("link", name=KEEP).first.click()
    expect(screen.get_by_role("link", name="Kept (1)")).to_be_visible()
    results.get_by_role("link", name=KEEP).first.click()
    screen.get_by_role("link", name="Kept (2)").click()
    expect(screen.get_by_role("heading", name="2 agenda items kept")).to_be_visible()
    settled(screen)
    first, second = titles(screen)
    assert first != second
    screen.get_by_role("link", name="Move down").first.click()
    expect(screen.locator(".mb-results h3 a").first).to_have_text(second)
    kept = asked_by(screen).kept
    title = screen.get_by_role("textbox", name="Title of the briefing")
    title.fill("For Monday")
    title.press("Enter")
    expect(screen.locator(".mb-sheet h3")).to_have_text("For Monday")
    path = downloaded(screen, "Download for Word", tmp_path)
    assert path.name == "for-monday.docx"
    runs = [run for paragraph in docx.Document(str(path)).paragraphs for run in paragraph.runs]
    quoted = [run.text for run in runs if run.style is not None and run.style.name == "Quoted Words"]
    printed = [squeezed(piece.text) for item_id in kept for piece in item(sample_api, item_id).text]
    assert quoted
    assert all(any(squeezed(words) in page for page in printed) for words in quoted)
    decided = [each for item_id in kept for each in item(sample_api, item_id).decisions]
    assert {squeezed(piece.text) for each in decided for piece in each.citation.quotation} <= {squeezed(words) for words in quoted}


def test_the_preview_the_markdown_and_the_table_quote_the_same_words(
    screen: Page, sample_page: str, sample_api: str, tmp_path: Path
) -> None:
    open_kept(screen, sample_page, Screen(QUESTION, view="kept", kept=tuple(found(sample_api, QUESTION, 2))))
    shown = screen.locator(".mb-sheet blockquote p")
    expect(shown.first).to_be_attached()
    previewed = [squeezed(words.rpartition("”")[0].removeprefix("“")) for words in shown.all_text_contents()]
    table = csv.DictReader(StringIO(downloaded(screen, "Download as a table", tmp_path).read_text("utf-8-sig"), newline=""))
    assert previewed == [squeezed(row["quotation"]) for row in table]
    written = downloaded(screen, "Download as Markdown", tmp_path).read_text("utf-8")
    assert written.startswith("# Briefing from council minutes")
    assert sum(line.endswith("\\]") for line in written.splitlines() if line.startswith("> ")) == written.count("\n\n> ")


def test_the_answer_is_put_first_where_it_is_wished(screen: Page, sample_page: str, sample_api: str) -> None:
    open_kept(screen, sample_page, Screen(QUESTION, view="kept", kept=tuple(found(sample_api, QUESTION, 1))))
    wish = screen.get_by_role("checkbox", name="Put the answer to this question first")
    expect(screen.get_by_text(f"Your question: {QUESTION}")).to_be_visible()
    expect(wish).not_to_be_checked()
    wish.focus()
    wish.press("Space")
    heading = screen.locator(".mb-sheet h4").first
    expect(heading).to_have_text(f"Question: {QUESTION}")
    assert "first=answer" in screen.url


def test_a_search_is_saved_and_its_feed_is_one_that_a_reader_can_follow(
    screen: Page, sample_page: str, sample_api: str, window: BrowserContext
) -> None:
    window.grant_permissions(["clipboard-read", "clipboard-write"])
    screen.goto(sample_page + Screen(QUESTION, outcomes=("carried",)).href)
    screen.get_by_role("link", name="Save this search").click()
    screen.get_by_role("link", name="see all that is kept").click()
    expect(screen.get_by_role("heading", name="1 saved search")).to_be_visible()
    expect(screen.get_by_text("A feed is an address for a feed reader")).to_be_visible()
    expect(screen.locator(".stCode")).to_contain_text(sample_api)
    copy = screen.get_by_role("button", name="Copy to clipboard")
    tab_to(screen, copy)
    copy.press("Enter")
    expect(screen.locator(".stCode")).to_contain_text("/v1/feeds/search")
    screen.wait_for_function("async () => (await navigator.clipboard.readText()).includes('/v1/feeds/search')")
    address = str(screen.evaluate("navigator.clipboard.readText()"))
    feed = ET.fromstring(httpx.get(address).raise_for_status().content)
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    assert feed.findall("{http://www.w3.org/2005/Atom}entry")
    screen.get_by_role("link", name=f"“{QUESTION}” · Outcome: Carried", exact=True).click()
    expect(screen.get_by_role("region", name="What the minutes say")).to_be_visible()
    screen.get_by_role("link", name="forget this search").click()
    expect(screen.get_by_role("link", name="Save this search")).to_be_visible()
    assert asked_by(screen).saved == ()


def test_the_address_shows_the_same_to_whoever_opens_it(
    screen: Page, sample_page: str, sample_api: str, window: BrowserContext
) -> None:
    kept = tuple(found(sample_api, QUESTION, 3))
    shared = Screen(QUESTION, view="kept", kept=kept, saved=("q=grit+bins",), title="For Monday", answer_first=True)
    open_kept(screen, sample_page, shared)
    expect(screen.get_by_role("heading", name="1 saved search")).to_be_visible()
    assert window.browser is not None
    with window.browser.new_context(locale="en-GB") as elsewhere, elsewhere.new_page() as other:
        open_kept(other, sample_page, asked_by(screen))
        expect(other.get_by_role("heading", name="1 saved search")).to_be_visible()
        assert titles(other) == titles(screen)
        assert (
            other.locator(".mb-sheet blockquote").all_text_contents() == screen.locator(".mb-sheet blockquote").all_text_contents()
        )
        expect(other.get_by_role("textbox", name="Title of the briefing")).to_have_value("For Monday")


def test_an_item_can_be_kept_moved_and_dropped_by_keyboard_alone(screen: Page, sample_page: str, sample_api: str) -> None:
    one, other = found(sample_api, QUESTION, 2)
    open_kept(screen, sample_page, Screen(QUESTION, view="kept", kept=(one, other)))
    up = screen.get_by_role("link", name="Move up")
    tab_to(screen, up)
    assert up.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
    screen.keyboard.press("Enter")
    screen.wait_for_url(lambda url: screen_of(parse_qs(urlsplit(url).query)).kept == (other, one))
    expect(screen.get_by_role("heading", name="2 agenda items kept")).to_be_visible()
    drop = screen.get_by_role("link", name="Drop", exact=False).first
    tab_to(screen, drop)
    screen.keyboard.press("Enter")
    expect(screen.get_by_role("heading", name="1 agenda item kept")).to_be_visible()
    screen.go_back()
    expect(screen.get_by_role("heading", name="2 agenda items kept")).to_be_visible()
    screen.get_by_role("link", name="Drop all agenda items").click()
    expect(screen.get_by_role("heading", name="No agenda item is kept yet")).to_be_visible()


def test_as_much_as_an_address_can_hold_is_shown_and_can_be_moved(screen: Page, sample_page: str, sample_api: str) -> None:
    kept = tuple(found(sample_api, QUESTION, MOST_KEPT))
    gone = tuple(f"d0000000000aa-m1-i{at:02}" for at in range(MOST_KEPT - len(kept)))
    council = "Aldermere Borough Council"
    saved = tuple(Screen(f"what was decided on grit bins in part {at}", (council,)).search for at in range(MOST_SAVED))
    open_kept(screen, sample_page, Screen(QUESTION, view="kept", kept=(*kept, *gone), saved=saved))
    expect(screen.get_by_role("heading", name="20 saved searches")).to_be_visible()
    expect(screen.locator(".mb-results > li")).to_have_count(MOST_KEPT)
    expect(screen.locator(".stCode")).to_have_count(MOST_SAVED)
    screen.get_by_role("link", name="Move down").first.click()
    screen.wait_for_url(lambda url: screen_of(parse_qs(urlsplit(url).query)).kept[:2] == (kept[1], kept[0]))
    expect(screen.get_by_role("heading", name="20 saved searches")).to_be_visible()
    assert len(asked_by(screen).saved) == MOST_SAVED


def test_on_a_phone_nothing_runs_over_the_side_and_every_link_can_be_touched(
    screen: Page, sample_page: str, sample_api: str
) -> None:
    """WCAG 2.2, 1.4.10 and 2.5.8: no scrolling sideways at 360 pixels, targets of 24 by 24 or well apart."""
    screen.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    kept = (*found(sample_api, QUESTION, 2), "d0000000000aa-m1-i01")
    open_kept(screen, sample_page, Screen(QUESTION, view="kept", kept=kept, saved=(Screen("grit bins " * 9).search,)))
    expect(screen.get_by_role("heading", name="1 saved search")).to_be_visible()
    expect(screen.get_by_role("button", name="Copy to clipboard")).to_be_visible()
    assert screen.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    heights = screen.locator(".mb-actions a").evaluate_all("links => links.map(link => link.getBoundingClientRect().height)")
    assert min(heights) >= 24
