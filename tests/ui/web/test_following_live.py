"""Timelines, votes and comparisons in a real browser, over the real API and the archive of the sample councils."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import parse_qs
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Locator
from playwright.sync_api import Page
from playwright.sync_api import expect

from search_api.schemas_briefing import CompareOut
from search_api.schemas_people import VotesOut
from search_api.schemas_threads import TimelineOut
from tests.ui.web.conftest import PHONE
from tests.ui.web.views import settled
from ui.web.links import Screen

pytestmark = pytest.mark.browser

QUESTION = "what was decided on a shared Chief Executive"
COUNCILS = ("Aldermere Borough Council", "Tarnbrook District Council", "Marlsham Parish Council")
BODIES = ("Cabinet", "Planning Committee")
ZOOMED = (640, 512)
"""A window of 1280 by 1024 at 200 % zoom, in CSS pixels."""

TIMELINE = Screen(QUESTION, view="timeline")
VOTES = Screen(view="votes")
COMPARE = Screen(QUESTION, view="compare", councils=COUNCILS)
EVERY = (TIMELINE, VOTES, Screen(view="votes", member="Crake"), COMPARE, Screen(view="timeline"), Screen(view="compare"))

WIDEST = "Math.max(...[...document.querySelectorAll('.mb, .mb *, form *')].map(each => each.getBoundingClientRect().right))"
LEVELS = "[...document.querySelectorAll('h1, h2, h3, h4')].map(each => Number(each.tagName[1]))"
SMALLEST = "marks => Math.min(...marks.flatMap(mark => [mark.getBoundingClientRect().width, mark.getBoundingClientRect().height]))"
TOUCHING = """marks => {
  const boxes = marks.map(mark => mark.getBoundingClientRect());
  return boxes.some((one, at) => boxes.slice(at + 1).some(other => one.left < other.right - 1 && other.left < one.right - 1
    && one.top < other.bottom - 1 && other.top < one.bottom - 1));
}"""


def told(api: str, question: str = QUESTION) -> TimelineOut:
    return TimelineOut.model_validate_json(httpx.get(f"{api}/v1/timeline", params={"q": question}).raise_for_status().content)


def voted(api: str, **asked: str) -> VotesOut:
    return VotesOut.model_validate_json(httpx.get(f"{api}/v1/votes", params=asked).raise_for_status().content)


def compared(api: str) -> CompareOut:
    asked = {"q": QUESTION, "council": list(COUNCILS)}
    return CompareOut.model_validate_json(httpx.get(f"{api}/v1/compare", params=asked).raise_for_status().content)


def opened(screen: Page, page: str, at: Screen) -> Page:
    screen.goto(page + at.href)
    settled(screen)
    return screen


def choose(screen: Page, box: str, value: str) -> None:
    """Choose a value in a box by typing it, as one does where the list is long."""
    screen.get_by_role("combobox", name=box).fill(value)
    screen.get_by_role("option", name=value).click()
    screen.keyboard.press("Escape")


def asked_in(url: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(url).query)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def names_of(marks: Locator) -> list[str]:
    return [str(mark.get_attribute("aria-label")) for mark in marks.all()]


def test_an_answer_leads_to_its_timeline_whose_marks_are_as_many_as_its_entries(
    screen: Page, sample_page: str, sample_api: str
) -> None:
    opened(screen, sample_page, Screen(QUESTION))
    screen.get_by_role("navigation", name="Views").get_by_role("link", name="Timeline", exact=True).click()
    expect(screen.get_by_role("heading", name="Meeting by meeting")).to_be_visible()
    settled(screen)
    assert asked_in(screen.url) == {"view": ["timeline"], "q": [QUESTION]}
    entries = told(sample_api).entries
    assert screen.locator(".mb-lane a").count() == screen.locator("ol.mb-timeline > li.mb-entry").count() == len(entries)
    assert len(entries) > 1


def test_the_timeline_says_every_outcome_and_every_gap_that_the_api_gives(screen: Page, sample_page: str, sample_api: str) -> None:
    opened(screen, sample_page, TIMELINE)
    found = told(sample_api)
    rows = screen.locator("ol.mb-timeline > li.mb-entry")
    for number, entry in enumerate(found.entries):
        shown = squeezed(rows.nth(number).inner_text())
        for decision in entry.decisions:
            assert all(squeezed(piece.text) in shown for piece in decision.citation.quotation)
            assert decision.outcome.upper().replace("_", " ") in shown
    assert found.gaps
    expect(screen.locator(".mb-gap-row")).to_have_count(len(found.gaps))
    expect(screen.locator(".mb-gaps .mb-gap")).to_have_count(len(found.gaps))


def test_a_mark_chosen_by_keyboard_leads_to_its_entry_and_the_entry_to_the_item_and_back(screen: Page, sample_page: str) -> None:
    opened(screen, sample_page, TIMELINE)
    mark = screen.locator(".mb-lane a").last
    target = str(mark.get_attribute("href"))
    mark.focus()
    assert mark.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
    screen.keyboard.press("Enter")
    entry = screen.locator(target)
    expect(entry).to_be_in_viewport()
    title = entry.get_by_role("heading", level=3)
    expect(title).to_be_visible()
    entry.get_by_role("link").first.click()
    expect(screen.get_by_role("heading", name="As published")).to_be_visible()
    expect(screen.locator(".mb-published mark").first).to_be_visible()
    screen.get_by_role("link", name="Back to results").first.click()
    expect(screen.get_by_role("heading", name="Meeting by meeting")).to_be_visible()


def test_a_mark_says_in_words_what_it_shows_and_none_hides_another(screen: Page, sample_page: str) -> None:
    """WCAG 2.2, 1.4.1 and 2.5.8: never by colour alone, and at least 24 by 24 pixels."""
    opened(screen, sample_page, TIMELINE)
    for width in (1280, ZOOMED[0], PHONE[0]):
        screen.set_viewport_size({"width": width, "height": 800})
        marks = screen.locator(".mb-lane a")
        assert marks.evaluate_all(SMALLEST) >= 24
        assert not marks.evaluate_all(TOUCHING)
    names = names_of(screen.locator(".mb-lane a"))
    assert any(name.endswith("Several outcomes.") for name in names)
    assert any(name.endswith("Lost.") for name in names)
    assert any("from the name of the file" in name for name in names)
    assert all(re.match(r"\d{1,2} [A-Z][a-z]+ \d{4}", name) for name in names)


def test_nothing_on_a_matter_is_said_with_what_was_looked_at(screen: Page, sample_page: str) -> None:
    opened(screen, sample_page, Screen("mermaids in Kent", view="timeline"))
    expect(screen.get_by_role("heading", name="Nothing to put in order")).to_be_visible()
    expect(screen.get_by_text("Looked at:")).to_be_visible()


@pytest.mark.parametrize(("view", "shown"), [("timeline", "Meeting by meeting"), ("compare", "Decided")])
def test_an_empty_screen_says_what_it_is_for_and_its_example_works(screen: Page, sample_page: str, view: str, shown: str) -> None:
    opened(screen, sample_page, Screen(view=view))
    expect(screen.get_by_role("heading", name="What this shows")).to_be_visible()
    screen.locator(".mb-examples a").click()
    expect(screen.get_by_text(shown, exact=True).first).to_be_visible()


def test_votes_are_filtered_by_a_member_who_stands_on_the_side_printed(screen: Page, sample_page: str, sample_api: str) -> None:
    opened(screen, sample_page, VOTES)
    expect(screen.get_by_role("heading", name="Votes printed")).to_be_visible()
    box = screen.get_by_role("textbox", name="Member's name")
    box.fill("Crake")
    box.press("Enter")
    expect(screen.get_by_role("heading", name="Recorded votes that print “Crake”")).to_be_visible()
    assert asked_in(screen.url) == {"view": ["votes"], "member": ["Crake"]}
    found = voted(sample_api, member="Crake")
    assert found.label
    expect(screen.get_by_text(found.label)).to_be_visible()
    rows = screen.get_by_role("row").filter(has=screen.get_by_role("cell"))
    expect(rows).to_have_count(len(found.votes))
    for number, vote in enumerate(found.votes):
        assert [f"{side.name}: {side.side}" for side in vote.sides] == rows.nth(number).locator(".mb-sides li").all_inner_texts()


def test_every_vote_of_a_page_is_listed_and_drawn_only_where_figures_are_printed(
    screen: Page, sample_page: str, sample_api: str
) -> None:
    opened(screen, sample_page, VOTES)
    found = voted(sample_api)
    figured = [vote for vote in found.votes if vote.tally and vote.tally.in_favour is not None and vote.tally.against is not None]
    expect(screen.locator(".mb-table tbody tr")).to_have_count(len(found.votes))
    expect(screen.locator(".mb-bar")).to_have_count(len(figured))
    assert 0 < len(figured) < len(found.votes)


def test_the_pages_of_the_votes_follow_each_other_by_link(screen: Page, sample_page: str, sample_api: str) -> None:
    opened(screen, sample_page, VOTES)
    total = voted(sample_api).total
    expect(screen.get_by_text(f"1 to 20 of {total} clauses")).to_be_visible()
    screen.get_by_role("link", name="Older votes").click()
    expect(screen.get_by_text(f"21 to 40 of {total} clauses")).to_be_visible()
    screen.get_by_role("link", name="Newer votes").click()
    expect(screen.get_by_text(f"1 to 20 of {total} clauses")).to_be_visible()


def test_a_vote_opens_its_item_with_the_clause_marked_and_leads_back_to_the_votes(screen: Page, sample_page: str) -> None:
    opened(screen, sample_page, Screen(view="votes", member="Crake"))
    screen.locator(".mb-item a").first.click()
    expect(screen.locator(".mb-published mark").first).to_be_visible()
    screen.get_by_role("navigation", name="Back").first.get_by_role("link").first.click()
    expect(screen.get_by_role("heading", name="Recorded votes that print “Crake”")).to_be_visible()


def test_the_filters_of_the_votes_are_in_the_address_and_can_be_taken_away(screen: Page, sample_page: str) -> None:
    opened(screen, sample_page, VOTES)
    screen.get_by_text("Whose minutes, and when").click()
    screen.wait_for_function("document.getAnimations().every(each => each.playState !== 'running')")  # what unfolds takes no words
    choose(screen, "Body", "Planning Committee")
    screen.get_by_text("Only votes that name the voters").click()
    screen.get_by_role("button", name="Show the votes").click()
    expect(screen.get_by_text("No vote is printed in the minutes held here within what was asked for.")).to_be_visible()
    assert asked_in(screen.url) == {"view": ["votes"], "body": ["Planning Committee"], "recorded": ["true"]}
    screen.get_by_role("link", name="remove Body: Planning Committee").click()
    expect(screen.locator(".mb-table tbody tr").first).to_be_visible()
    assert asked_in(screen.url) == {"view": ["votes"], "recorded": ["true"]}


def test_columns_stand_side_by_side_each_cited_and_a_silent_one_says_of_what(
    screen: Page, sample_page: str, sample_api: str
) -> None:
    opened(screen, sample_page, COMPARE)
    found = compared(sample_api)
    assert [column.kind for column in found.columns] == ["answer", "answer", "no_record"]
    tops = set()
    for column in found.columns:
        region = screen.get_by_role("region", name=column.name)
        shown = squeezed(region.inner_text())
        tops.add(region.evaluate("each => Math.round(each.getBoundingClientRect().top)"))
        for decision in column.answer.decisions if column.answer else ():
            assert all(squeezed(piece.text) in shown for piece in decision.citation.quotation)
            assert str(decision.citation.council) == column.name
    assert len(tops) == 1
    silent = screen.get_by_role("region", name=COUNCILS[2])
    expect(silent).to_contain_text("No record: nothing in these minutes answers this question.")
    expect(silent).to_contain_text("Looked at:")


def test_two_bodies_are_chosen_and_compared_by_hand(screen: Page, sample_page: str) -> None:
    opened(screen, sample_page, Screen(QUESTION, view="compare", bodies=BODIES[:1]))
    expect(screen.get_by_text("Only one is chosen: choose at least one more.")).to_be_visible()
    choose(screen, "Or these bodies", BODIES[1])
    screen.get_by_role("button", name="Compare").click()
    for body in BODIES:
        expect(screen.get_by_role("region", name=body, exact=True)).to_be_visible()
    assert asked_in(screen.url) == {"view": ["compare"], "q": [QUESTION], "body": list(BODIES)}


def test_a_cell_opens_its_item_and_leads_back_to_the_comparison(screen: Page, sample_page: str) -> None:
    opened(screen, sample_page, COMPARE)
    screen.get_by_role("region", name=COUNCILS[0]).get_by_role("link", name="Read it as published").first.click()
    expect(screen.locator(".mb-published mark").first).to_be_visible()
    screen.get_by_role("link", name="Back to results").first.click()
    expect(screen.get_by_role("region", name=COUNCILS[2])).to_be_visible()


@pytest.mark.parametrize("at", EVERY, ids=lambda at: at.href)
@pytest.mark.parametrize("size", [PHONE, ZOOMED], ids=["phone", "200 % zoom"])
def test_nothing_runs_over_the_side(screen: Page, sample_page: str, at: Screen, size: tuple[int, int]) -> None:
    """WCAG 2.2, 1.4.10."""
    screen.set_viewport_size({"width": size[0], "height": size[1]})
    opened(screen, sample_page, at)
    assert screen.evaluate(WIDEST) <= size[0]


@pytest.mark.parametrize("at", EVERY, ids=lambda at: at.href)
def test_headings_are_in_order(screen: Page, sample_page: str, at: Screen) -> None:
    """WCAG 2.2, 1.3.1."""
    opened(screen, sample_page, at)
    levels: list[int] = screen.evaluate(LEVELS)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
