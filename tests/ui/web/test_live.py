"""The whole way in a real browser: the page, the real API, and the real archive of the sample councils."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Page
from playwright.sync_api import expect

from search_api.schemas import AnswerOut
from search_api.schemas import ItemOut
from search_api.schemas_found import SearchOut
from tests.ui.web.views import settled
from ui.web.highlight import flowing
from ui.web.links import Screen

pytestmark = pytest.mark.browser

QUESTION = "what was decided on a shared Chief Executive"
LOST = "agree none of the options for the post of Chief Executive"


def ask(screen: Page, page: str, question: str) -> None:
    screen.goto(page)
    box = screen.get_by_role("textbox", name="Ask the minutes, or search")
    box.fill(question)
    box.press("Enter")
    expect(screen).to_have_title(f"{question} · Minutebook")


def answer(api: str, question: str) -> AnswerOut:
    return AnswerOut.model_validate_json(httpx.get(f"{api}/v1/answer", params={"q": question}).raise_for_status().content)


def item_with(api: str, kind: str, question: str) -> ItemOut:
    """The first agenda item found for a question that has such a record around it."""
    found = SearchOut.model_validate_json(httpx.get(f"{api}/v1/search", params={"q": question}).raise_for_status().content)
    opened = (httpx.get(f"{api}{result.link}").raise_for_status().content for result in found.results)
    items = (ItemOut.model_validate_json(reply) for reply in opened)
    return next(item for item in items if any(one.kind == kind for one in item.around))


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_a_question_gives_decisions_quoted_as_printed_with_their_citations(screen: Page, sample_page: str, sample_api: str) -> None:
    ask(screen, sample_page, QUESTION)
    said = screen.get_by_role("region", name="What the minutes say")
    expect(said.get_by_role("article").first).to_be_visible()
    shown = squeezed(said.text_content() or "")  # items after the third are folded away
    decisions = answer(sample_api, QUESTION).decisions
    assert decisions
    for decision in decisions:
        assert all(squeezed(piece.text) in shown for piece in decision.citation.quotation)
        assert decision.printed_vote is None or squeezed(decision.printed_vote) in shown
        assert str(decision.citation.body) in shown


def test_a_lost_motion_is_shown_as_lost_and_never_as_decided(screen: Page, sample_page: str) -> None:
    """The sample's joint committee minuted `Decision (2:8) to agree none of the options`, as Chorley's and South Ribble's did."""
    ask(screen, sample_page, LOST)
    apart = screen.locator(".mb-apart", has_text="Not agreed")
    expect(apart).to_contain_text("LOST (2:8)")
    expect(apart).to_contain_text("agree none of the options")
    expect(screen.get_by_role("region", name="What the minutes say")).not_to_contain_text("agree none of the options")


def test_a_citation_opens_the_whole_item_with_the_quoted_words_marked_and_leads_back(
    screen: Page, sample_page: str, sample_api: str
) -> None:
    ask(screen, sample_page, QUESTION)
    screen.get_by_role("link", name="Read it as published").first.click()
    expect(screen.get_by_role("heading", name="As published")).to_be_visible()
    settled(screen)
    item_id = next(pair for pair in screen.url.split("&") if pair.startswith("item=")).removeprefix("item=")
    item = ItemOut.model_validate_json(httpx.get(f"{sample_api}/v1/items/{item_id}").raise_for_status().content)
    assert screen.locator(".mb-published").all_text_contents() == [flowing(piece.text) for piece in item.text]
    marked = screen.locator(".mb-published mark").all_text_contents()
    clauses = {flowing(piece.text) for decision in item.decisions for piece in decision.citation.quotation}
    assert marked
    assert set(marked) <= clauses
    screen.get_by_role("link", name="Back to results").first.click()
    expect(screen.get_by_role("heading", name="Agenda items found")).to_be_visible()


def test_what_is_not_in_the_minutes_is_said_not_to_be(screen: Page, sample_page: str) -> None:
    ask(screen, sample_page, "mermaids in Kent")
    expect(screen.get_by_role("heading", name="Nothing found in these minutes")).to_be_visible()
    expect(screen.get_by_text("Looked at:")).to_be_visible()


def test_the_first_question_to_try_is_answered(screen: Page, sample_page: str) -> None:
    screen.goto(sample_page)
    expect(screen.get_by_role("heading", name="What is held")).to_be_visible()
    offered = screen.locator(".mb-examples a")
    expect(offered).to_have_count(3)
    offered.first.click()
    expect(screen.get_by_role("heading", name="What the minutes say")).to_be_visible()


def test_a_filter_narrows_what_is_looked_at(screen: Page, sample_page: str) -> None:
    screen.goto(sample_page + Screen("shared services", councils=("Tarnbrook District Council",)).href)
    settled(screen)
    named = set(screen.locator(".mb-results cite").all_text_contents())
    assert named
    assert all(place.startswith("Tarnbrook District Council") for place in named)


def test_a_council_that_is_not_held_is_refused_with_those_that_are(screen: Page, sample_page: str) -> None:
    screen.goto(sample_page + Screen("grit", councils=("Nowhere",)).href)
    refused = screen.get_by_role("alert").filter(has_text="This cannot be asked")
    expect(refused).to_contain_text("Nowhere")
    expect(refused).to_contain_text("Marlsham Parish Council")


def test_an_item_that_was_never_there_is_said_not_to_be_held(screen: Page, sample_page: str) -> None:
    screen.goto(sample_page + Screen(item="d0000000000aa-m1-i01").href)
    expect(screen.get_by_role("heading", name="This is not in the archive")).to_be_visible()


@pytest.mark.parametrize(
    ("kind", "heading", "question"),
    [
        ("interest", "Declared interests", "declarations of interest"),
        ("undertaking", "Promised", "undertook that a report would be brought back in November 2021"),
        ("report", "Referred to", "report of the Director of Resources"),
        ("recommendation", "Sent to another body", "recommends to Cabinet a call-back service"),
        ("exclusion", "Press and public excluded", "exclusion of the press and public"),
        ("correction", "Corrections of earlier minutes", "minutes of the meeting agreed as a correct record with one correction"),
    ],
)
def test_what_the_api_sends_around_the_decisions_is_shown_in_its_own_words(
    screen: Page, sample_page: str, sample_api: str, *, kind: str, heading: str, question: str
) -> None:
    item = item_with(sample_api, kind, question)
    screen.goto(sample_page + Screen(item=item.item_id).href)
    section = screen.locator("section", has=screen.get_by_role("heading", name=heading, exact=True))
    settled(screen)
    shown = squeezed(section.inner_text())
    for one in (one for one in item.around if one.kind == kind):
        assert all(squeezed(piece.text) in shown for piece in one.quotation)


def test_who_came_and_left_during_the_sample_meeting_is_shown(screen: Page, sample_page: str, sample_api: str) -> None:
    item = item_with(sample_api, "report", "shared services phase 2 business case")
    assert item.attendance
    screen.goto(sample_page + Screen(item=item.item_id).href)
    section = screen.locator("section", has=screen.get_by_role("heading", name="Who came and left"))
    for person in item.attendance:
        expect(section).to_contain_text(f"“{squeezed(person.quotation.text)}”, page {person.quotation.page}")
