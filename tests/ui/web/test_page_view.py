"""The picture of a page: which page, what is said of the marks, and what those are told who do not see it."""

from __future__ import annotations

from base64 import b64decode

import pytest
from bs4 import BeautifulSoup
from bs4 import Tag

from search_api.schemas import ItemOut
from tests.ui.web import canned
from ui.web.address import screen_of
from ui.web.links import Mark
from ui.web.links import Screen
from ui.web.page_view import Shown
from ui.web.page_view import marks_on
from ui.web.page_view import no_picture
from ui.web.page_view import page_to_show
from ui.web.page_view import pages_of
from ui.web.page_view import picture

PNG = b"\x89PNG a picture"
EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"
WORDS = "to agree approach 3"
AT = canned.PAGE_TEXT.index(WORDS)
MARKED = Screen(canned.QUESTION, item=canned.ITEM_ID, marks=(Mark(2, AT, AT + len(WORDS)),))


def over_three_pages() -> ItemOut:
    pieces = [canned.piece(f"page {number} of it", page=number, start=10) for number in (2, 3, 4)]
    return canned.item(text=pieces)


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def image(html: str) -> Tag:
    (found,) = soup(html).find_all("img")
    return found


def test_the_page_shown_is_the_one_asked_for_or_the_first_one_with_marks_or_the_first() -> None:
    item = over_three_pages()
    marked = Screen(item=item.item_id, marks=(Mark(4, 0, 3), Mark(3, 0, 3)))
    assert pages_of(item) == (2, 3, 4)
    assert page_to_show(item, Screen(item=item.item_id)) == 2
    assert page_to_show(item, marked) == 3
    assert page_to_show(item, Screen(item=item.item_id, marks=marked.marks, page=4)) == 4


def test_a_page_that_the_item_is_not_on_is_never_shown() -> None:
    item = over_three_pages()
    assert page_to_show(item, Screen(item=item.item_id, page=9, marks=(Mark(7, 0, 3),))) == 2


def test_the_page_asked_for_stands_in_the_address_and_goes_with_its_item() -> None:
    screen = Screen(item="d1-m1-i01", page=3)
    assert screen_of({"item": ["d1-m1-i01"], "page": ["3"]}) == screen
    assert Screen(item="d1-m1-i01").at_page(3) == screen.href
    assert "page" not in screen.at_item("d1-m1-i02")
    assert "page" not in screen.results()


def test_a_mark_without_words_is_not_asked_for() -> None:
    assert marks_on(2, Screen(item="d1-m1-i01", marks=(Mark(2, 9, 9), Mark(2, 9, 4), Mark(3, 1, 2)))) == ()


def test_the_picture_comes_inside_the_page_and_its_alternative_says_what_is_framed() -> None:
    found = image(picture(canned.item(), 2, Shown(PNG, 1), MARKED))
    begun, _, coded = str(found["src"]).partition(",")
    assert begun == "data:image/png;base64"
    assert b64decode(coded) == PNG
    assert found["alt"] == (
        "Page 2 of joint-committee/2020-10-20 Minutes.pdf as printed. Its words on this item stand above as text. "
        f"Framed on it: “{WORDS}”"
    )


@pytest.mark.parametrize(
    ("marks", "marked", "said"),
    [
        ((), 0, "Nothing is marked on it"),
        (((0, 10),), 1, "The quoted words stand in a frame"),
        (((0, 10), (20, 30)), 1, "Some of the quoted words"),
        (((0, 10),), 0, "could not be placed on the picture for certain, so nothing is marked"),
    ],
)
def test_what_could_not_be_marked_is_said(marks: tuple[tuple[int, int], ...], marked: int, said: str) -> None:
    screen = Screen(item=canned.ITEM_ID, marks=tuple(Mark(2, *each) for each in marks))
    html = picture(canned.item(), 2, Shown(PNG, marked), screen)
    status = soup(html).find(role="status")
    assert status is not None
    assert said in status.get_text()
    assert ("Framed on it" in str(image(html)["alt"])) is bool(marked)


def test_long_quotations_are_cut_at_a_word_in_the_alternative() -> None:
    screen = Screen(item=canned.ITEM_ID, marks=(Mark(2, 0, len(canned.PAGE_TEXT)),))
    alt = str(image(picture(canned.item(), 2, Shown(PNG, 1), screen))["alt"])
    assert alt.endswith(" …”")
    assert len(alt) < 320


def test_the_other_pages_are_links_and_those_with_quoted_words_say_so() -> None:
    item = over_three_pages()
    screen = Screen(item=item.item_id, marks=(Mark(3, 10, 14),))
    links = soup(picture(item, 3, Shown(PNG, 1), screen)).select("nav a")
    assert [link.get_text() for link in links] == ["Page 2", "Page 3, with quoted words", "Page 4"]
    assert [link.get("aria-current") for link in links] == [None, "page", None]
    assert "page=4" in str(links[2]["href"])


def test_where_there_is_no_picture_the_page_says_why_and_still_leads_to_the_others() -> None:
    html = soup(no_picture(over_three_pages(), 2, "Minutes.docx is not a PDF.", MARKED))
    assert "No picture is shown of page 2. Minutes.docx is not a PDF." in html.get_text()
    assert not html.find_all("img")
    assert len(html.select("nav a")) == 3


def test_no_word_of_a_reply_can_become_an_element_or_leave_its_attribute() -> None:
    item = canned.item(document=EVIL, title=EVIL, text=[canned.piece(EVIL, start=0)])
    screen = Screen(EVIL, item=EVIL, marks=(Mark(2, 0, len(EVIL)),))
    for html in (picture(item, 2, Shown(PNG, 1), screen), no_picture(item, 2, EVIL, screen)):
        for element in soup(html).find_all(True):
            assert element.name in {"div", "section", "h2", "p", "details", "summary", "img"}
            assert not [name for name in element.attrs if name.startswith("on")]
    assert EVIL in str(image(picture(item, 2, Shown(PNG, 1), screen))["alt"])
