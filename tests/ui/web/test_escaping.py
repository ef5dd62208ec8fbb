"""Nothing that a file says can become an element of the page.

Minutes come from anywhere. Here every string of every reply is markup, and every screen made from them must hold no element and no
address that is not ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from bs4 import BeautifulSoup
from markupsafe import Markup
from pydantic import BaseModel

from search_api.schemas import AnswerOut
from search_api.schemas import ItemOut
from search_api.schemas import MissingOut
from search_api.schemas import MotionOut
from search_api.schemas import RecordedVoteOut
from tests.ui.web import canned
from tests.ui.web import canned_archive
from tests.ui.web import canned_following
from tests.ui.web import canned_reading
from ui.web import states
from ui.web.answer_card import answer
from ui.web.beside_view import agenda
from ui.web.beside_view import neighbours
from ui.web.briefing_view import not_made
from ui.web.briefing_view import preview
from ui.web.briefing_view import question_asked
from ui.web.compare_view import comparison
from ui.web.errors import ApiProblemError
from ui.web.following_view import compare_purpose
from ui.web.following_view import timeline_purpose
from ui.web.following_view import voter_to_try
from ui.web.held_view import in_short
from ui.web.held_view import left_out
from ui.web.holdings_view import picture
from ui.web.item_view import decided
from ui.web.item_view import published
from ui.web.keeping import keep_link
from ui.web.kept_view import kept_items
from ui.web.links import Mark
from ui.web.links import Screen
from ui.web.matters import Pair
from ui.web.meeting_view import meeting
from ui.web.reading_view import reading
from ui.web.reading_view import refused
from ui.web.result_list import results
from ui.web.saved import saved_search
from ui.web.thread_view import thread
from ui.web.timeline_view import timeline
from ui.web.typed import typed
from ui.web.understood_view import understood
from ui.web.votes_view import votes

EVIL = (
    "</p></blockquote><script>alert(1)</script><img src=x onerror=alert(2)><a href='javascript:alert(3)'>x</a>\"' onclick=alert(4) "
)
FIXED = {
    *("kind", "outcome", "force", "asks_for", "record_state", "motion_kind", "presence", "mode"),
    *("legs", "left", "order", "side", "by"),
}
"""Fields whose values are fixed words of the wire."""

OURS = {
    *("a", "article", "blockquote", "cite", "code", "dd", "details", "div", "dl", "dt", "h1", "h2", "h3", "header", "li", "mark"),
    *("h4", "h5", "h6"),
    *("figcaption", "figure", "small", "table", "tbody", "td", "th", "thead", "tr"),
    *("nav", "ol", "p", "section", "span", "strong", "summary", "time", "ul"),
}

ATTRIBUTES = {
    "class",
    "href",
    "rel",
    "target",
    "id",
    "lang",
    "role",
    "open",
    "datetime",
    "aria-current",
    "aria-label",
    "aria-labelledby",
    "aria-hidden",
    "scope",
    "tabindex",
    "style",
    "title",
}

STYLE = r"--[a-z]+:[0-9.]+(;--[a-z]+:[0-9.]+)*"
"""A style is only ever a number of ours, by which the style sheet places a mark or draws a bar."""

EVIL_SCREEN = Screen(EVIL, (EVIL,), (EVIL,), None, None, (EVIL,), (EVIL,), "hybrid", 10, EVIL, (Mark(2, 0, 40),), (EVIL,))


ReplyT = TypeVar("ReplyT", bound=BaseModel)


def poisoned(value: object, name: str = "") -> object:
    """The same reply with every free string replaced; dates and fixed words stay, since the wire refuses others."""
    if name in FIXED or name.endswith("_origin") or name in {"date", "meeting_date", "earliest", "latest"}:
        return value
    if isinstance(value, str):
        return EVIL
    if isinstance(value, list):
        return [poisoned(each) for each in value]
    if isinstance(value, dict):
        return {key: poisoned(each, key) for key, each in value.items()}
    return value


def poison(reply: ReplyT) -> ReplyT:
    return type(reply).model_validate(poisoned(reply.model_dump(by_alias=True)))


def full_answer() -> AnswerOut:
    """An answer with something in every list."""
    names = RecordedVoteOut(in_favour=["Lomax"], against=["Crake"], abstained=["Hallin"])
    voted = canned.approach_three(recorded_vote=names, mover="Lomax", seconder="Crake")
    missing = [MissingOut(detail="mover", label="The minutes do not record who moved it.")]
    return poison(canned.answer(decisions=[voted], missing=missing, label="As printed."))


def full_item() -> ItemOut:
    motion = MotionOut(mover="Crake", seconder=None, quotation=[canned.piece("That it be noted")])
    people = [canned.person("Lomax", "present"), canned.person("Voss", "substitute", instead_of="Crake", when="7pm")]
    return poison(canned.item(motions=[motion], around=canned.surroundings(), attendance=people))


SCREENS: dict[str, Callable[[], Markup]] = {
    "answer": lambda: answer(full_answer(), EVIL_SCREEN),
    "nothing found": lambda: answer(poison(canned.nothing()), EVIL_SCREEN),
    "results": lambda: results(poison(canned.search(total=37)), EVIL_SCREEN),
    "understood": lambda: understood(
        canned.answer(understood=[poison(canned.chip())], typed=[canned.typed(value=EVIL, words=EVIL, rest=EVIL)]), EVIL_SCREEN
    ),
    "item": lambda: published(full_item(), EVIL_SCREEN, "./items/1") + decided(full_item(), EVIL_SCREEN),
    "agenda beside": lambda: agenda(poison(canned_reading.meeting()), EVIL, EVIL_SCREEN),
    "steps": lambda: neighbours(poison(canned_reading.meeting()), EVIL, EVIL_SCREEN),
    "thread": lambda: thread(poison(canned_reading.thread()), EVIL_SCREEN),
    "meeting": lambda: meeting(
        poison(canned_reading.meeting()), poison(canned_reading.decided()), poison(canned_reading.document()), EVIL_SCREEN
    ),
    "what is held": lambda: states.held(poison(canned.status()), poison(canned.facets())),
    "failure": lambda: states.failure(ApiProblemError(poison(canned.problem(400))), EVIL_SCREEN),
    "masthead": lambda: states.masthead(Screen(EVIL)),
    "filters": lambda: states.filters_in_force(EVIL_SCREEN),
    "notices": lambda: states.notices(EVIL_SCREEN),
    "way back": lambda: states.way_back(EVIL_SCREEN),
    "examples": lambda: states.examples([EVIL], EVIL_SCREEN),
    "keep": lambda: keep_link("i", EVIL, EVIL_SCREEN),
    "kept": lambda: kept_items([("i", full_item()), (EVIL, None)], replace(EVIL_SCREEN, kept=("i", EVIL))),
    "briefing": lambda: preview(f"# {EVIL}\n\n**{EVIL}**\n\n{EVIL}\n\n> “{EVIL}” \\[1\\]\n\n1. {EVIL}\n"),
    "question of a briefing": lambda: question_asked(typed(EVIL_SCREEN)),
    "briefing not made": lambda: not_made(ApiProblemError(poison(canned.problem(400)))),
    "timeline": lambda: timeline(poison(canned_following.timeline()), EVIL_SCREEN),
    "no timeline": lambda: timeline(poison(canned_following.no_timeline()), EVIL_SCREEN),
    "votes": lambda: votes(poison(canned_following.votes(canned_following.recorded_vote(), member="x", label="x")), EVIL_SCREEN),
    "comparison": lambda: comparison(
        poison(canned_following.compared(*(make("x") for make in canned_following.COLUMNS))), EVIL_SCREEN
    ),
    "a timeline to try": lambda: timeline_purpose(EVIL, EVIL_SCREEN),
    "a comparison to try": lambda: compare_purpose(Pair(EVIL, "body", (EVIL, EVIL)), EVIL_SCREEN),
    "a voter to try": lambda: voter_to_try(EVIL, EVIL_SCREEN),
    "held in short": lambda: in_short(poison(canned_archive.archive())),
    "bodies by year": lambda: picture(poison(canned_archive.archive()), Screen(kept=(EVIL,))),
    "left out": lambda: left_out(poison(canned_archive.archive())),
    "a reading": lambda: reading(EVIL, poison(canned_archive.reading())),
    "a file refused": lambda: refused(EVIL, poison(canned_archive.REFUSED)),
    "saved search": lambda: saved_search(replace(EVIL_SCREEN, kinds=(), outcomes=()).search, EVIL_SCREEN),
}


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_made_of_markup_holds_only_our_elements_and_links(name: str) -> None:
    made = SCREENS[name]()
    for element in BeautifulSoup(made, "html.parser").find_all(True):
        assert element.name in OURS
        assert set(element.attrs) <= ATTRIBUTES
        assert str(element.get("href", "?")).startswith(("?", "./", "#mb-entry-"))
        assert re.fullmatch(STYLE, str(element.get("style", "--at:0")))


@pytest.mark.parametrize("name", SCREENS)
def test_markup_is_shown_as_the_words_that_it_is(name: str) -> None:
    words = " ".join(BeautifulSoup(SCREENS[name](), "html.parser").get_text().split())
    assert "<script>alert(1)</script>" in words


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//evil.example.org", " https://a.example"]
)
def test_an_address_that_is_not_plain_web_is_never_a_link(url: str) -> None:
    opened = BeautifulSoup(published(canned.item(url=url, decisions=[]), Screen(), "./items/1"), "html.parser")
    assert not opened.select("a[target]")
    assert all(str(link["href"]).startswith(("?", "./")) for link in opened.find_all("a"))


def test_an_address_cannot_break_out_of_its_attribute() -> None:
    made = published(canned.item(url='https://a.example/" onmouseover=alert(1) x="'), Screen(), "./items/1")
    assert {name for element in BeautifulSoup(made, "html.parser").find_all(True) for name in element.attrs} <= ATTRIBUTES
