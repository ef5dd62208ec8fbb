"""Nothing that a file says can become an element of the page.

Minutes come from anywhere. Here every string of every reply is markup, and every screen made from them must hold no element and no
address that is not ours.
"""

from __future__ import annotations

from collections.abc import Callable
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
from ui.web import states
from ui.web.answer_card import answer
from ui.web.errors import ApiProblemError
from ui.web.item_view import item
from ui.web.links import Mark
from ui.web.links import Screen
from ui.web.result_list import results

EVIL = (
    "</p></blockquote><script>alert(1)</script><img src=x onerror=alert(2)><a href='javascript:alert(3)'>x</a>\"' onclick=alert(4) "
)
FIXED = {"kind", "outcome", "force", "asks_for", "record_state", "motion_kind", "presence", "mode", "legs", "left"}
"""Fields whose values are fixed words of the wire."""

OURS = {
    *("a", "article", "blockquote", "cite", "code", "dd", "details", "div", "dl", "dt", "h1", "h2", "h3", "header", "li", "mark"),
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
}

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
    "item": lambda: item(full_item(), EVIL_SCREEN),
    "what is held": lambda: states.held(poison(canned.status()), poison(canned.facets())),
    "failure": lambda: states.failure(ApiProblemError(poison(canned.problem(400))), EVIL_SCREEN),
    "masthead": lambda: states.masthead(Screen(EVIL)),
    "filters": lambda: states.filters_in_force(EVIL_SCREEN),
    "notices": lambda: states.notices(EVIL_SCREEN),
    "way back": lambda: states.way_back(EVIL_SCREEN),
    "examples": lambda: states.examples([EVIL], EVIL_SCREEN),
}


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_made_of_markup_holds_only_our_elements_and_links(name: str) -> None:
    made = SCREENS[name]()
    for element in BeautifulSoup(made, "html.parser").find_all(True):
        assert element.name in OURS
        assert set(element.attrs) <= ATTRIBUTES
        assert str(element.get("href", "?")).startswith(("?", "./"))


@pytest.mark.parametrize("name", SCREENS)
def test_markup_is_shown_as_the_words_that_it_is(name: str) -> None:
    words = " ".join(BeautifulSoup(SCREENS[name](), "html.parser").get_text().split())
    assert "<script>alert(1)</script>" in words


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//evil.example.org", " https://a.example"]
)
def test_an_address_that_is_not_plain_web_is_never_a_link(url: str) -> None:
    opened = BeautifulSoup(item(canned.item(url=url, decisions=[]), Screen()), "html.parser")
    assert not opened.find_all("a")


def test_an_address_cannot_break_out_of_its_attribute() -> None:
    made = item(canned.item(url='https://a.example/" onmouseover=alert(1) x="'), Screen())
    assert {name for element in BeautifulSoup(made, "html.parser").find_all(True) for name in element.attrs} <= ATTRIBUTES
