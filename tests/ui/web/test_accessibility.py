"""Can every screen be used by everybody? What axe-core and the structure of the page can tell, over the sample archive.

WCAG 2.2 A and AA. What Streamlit itself causes stands in `ui.web.barriers`; nothing else is excused.
"""

from __future__ import annotations

from itertools import pairwise
from itertools import product
from typing import Literal

import pytest
from playwright.sync_api import Page
from playwright.sync_api import expect

from tests.ui.web.axe import BEST_PRACTICE
from tests.ui.web.axe import grave
from tests.ui.web.axe import ours
from tests.ui.web.axe import violations
from tests.ui.web.conftest import PHONE
from tests.ui.web.views import QUESTION
from tests.ui.web.views import VIEWS
from tests.ui.web.views import Known
from tests.ui.web.views import known_item
from tests.ui.web.views import open_view
from tests.ui.web.views import settled
from ui.web.links import VIEWS as LINKED

pytestmark = pytest.mark.browser

LEVELS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(each => Number(each.tagName[1]))"
WIDTHS = ((1280, 900), PHONE)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
GROUNDS = {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 24, 29)"}


@pytest.fixture(scope="session")
def known(sample_api: str) -> Known:
    """What is open where an item or a meeting is shown."""
    return known_item(sample_api)


def test_every_view_that_a_link_can_name_is_looked_at(known: Known) -> None:
    assert {make(known).view for make in VIEWS.values()} == set(LINKED)


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_serious_that_is_ours_in_light_and_dark_wide_and_narrow(
    screen: Page, sample_page: str, known: Known, view: str
) -> None:
    """WCAG 2.2, A and AA, by axe-core."""
    open_view(screen, sample_page, view, known)
    found = {}
    for scheme, (wide, high) in product(SCHEMES, WIDTHS):
        screen.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        screen.set_viewport_size({"width": wide, "height": high})
        expect(screen.locator(".stApp")).to_have_css("background-color", GROUNDS[scheme])
        found[scheme, wide] = grave(ours(screen, violations(screen)))
    assert {where: each for where, each in found.items() if each} == {}


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_a_title_one_main_part_and_headings_in_order(screen: Page, sample_page: str, known: Known, view: str) -> None:
    """WCAG 2.2, 1.3.1, 2.4.2 and 2.4.6; and nothing against axe-core's advice that is grave."""
    open_view(screen, sample_page, view, known)
    assert screen.title().endswith("Minutebook")
    expect(screen.get_by_role("main")).to_have_count(1)
    expect(screen.get_by_role("navigation", name="Views", exact=True)).to_be_visible()
    levels: list[int] = screen.evaluate(LEVELS)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert grave(ours(screen, violations(screen, BEST_PRACTICE))) == ()


def test_views_have_titles_of_their_own(screen: Page, sample_page: str, known: Known) -> None:
    """WCAG 2.2, 2.4.2: tabs can be told apart."""
    titles = []
    for view in ("ask, empty", "ask, answered", "timeline", "compare", "votes", "kept", "archive", "accessibility"):
        open_view(screen, sample_page, view, known)
        titles.append(screen.title())
    assert len(set(titles)) == len(titles)


def test_the_page_is_english_and_our_words_british(screen: Page, sample_page: str, known: Known) -> None:
    """WCAG 2.2, 3.1.1; Streamlit's page is `en`, which is English too."""
    open_view(screen, sample_page, "ask, answered", known)
    assert screen.evaluate("document.documentElement.lang") == "en"
    assert set(screen.evaluate("[...document.querySelectorAll('.mb[lang]')].map(each => each.lang)")) == {"en-GB"}


def test_what_came_of_a_question_is_a_status_and_what_failed_an_alert(screen: Page, sample_page: str, known: Known) -> None:
    """WCAG 2.2, 4.1.3."""
    open_view(screen, sample_page, "ask, answered", known)
    expect(screen.get_by_role("status").filter(has_text="agenda item").first).to_be_visible()
    open_view(screen, sample_page, "ask, refused", known)
    expect(screen.get_by_role("alert").filter(has_text="cannot be asked")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_the_api_the_screen_is_as_usable(screen: Page, page_without_api: str, scheme: str) -> None:
    screen.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    screen.goto(page_without_api + "?q=" + QUESTION.replace(" ", "+"))
    settled(screen)
    expect(screen.get_by_role("heading", name="The archive is not answering")).to_be_visible()
    assert grave(ours(screen, violations(screen))) == ()
