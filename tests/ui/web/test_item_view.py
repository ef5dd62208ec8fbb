from __future__ import annotations

from bs4 import BeautifulSoup

from search_api.schemas import MotionOut
from tests.ui.web import canned
from ui.web.highlight import flowing
from ui.web.item_view import item
from ui.web.links import Mark
from ui.web.links import Screen

SCREEN = Screen(canned.QUESTION, item=canned.ITEM_ID)


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def marks_on(text: str) -> tuple[Mark, ...]:
    start = canned.PAGE_TEXT.index(text)
    return (Mark(2, start, start + len(text)),)


def test_the_whole_item_is_shown_as_published() -> None:
    published = soup(item(canned.item(), SCREEN)).select(".mb-published")
    assert [page.get_text() for page in published] == [flowing(canned.PAGE_TEXT)]


def test_the_quoted_words_are_marked_and_no_others() -> None:
    words = "to agree approach 3, a single Chief Executive"
    opened = soup(item(canned.item(), Screen(item=canned.ITEM_ID, marks=marks_on(words))))
    assert [mark.get_text() for mark in opened.select(".mb-published mark")] == [words]


def test_without_a_quotation_nothing_is_marked() -> None:
    assert not soup(item(canned.item(), SCREEN)).find_all("mark")


def test_each_page_of_the_minutes_has_its_number() -> None:
    pieces = [canned.piece("the first page", page=4, start=10), canned.piece("the second page", page=5, start=0)]
    opened = soup(item(canned.item(text=pieces), Screen(item=canned.ITEM_ID, marks=(Mark(5, 4, 10),))))
    assert [heading.get_text() for heading in opened.find_all("h3")] == ["Page 4", "Page 5"]
    assert [mark.get_text() for mark in opened.select(".mb-published mark")] == ["second"]
    assert "pages 4 to 5" in opened.get_text()


def test_the_meeting_is_named_with_who_says_so() -> None:
    facts = soup(item(canned.item(date=None, date_origin="not stated", record_state="draft"), SCREEN)).select("dl.mb-facts > *")
    rows = dict(zip((term.get_text() for term in facts[::2]), (value.get_text() for value in facts[1::2]), strict=True))
    assert rows["Council"] == "Aldermere and Tarnbrook (stated beside the minutes, not in them)"
    assert rows["Body"] == "Shared Services Joint Committee"
    assert rows["Date"] == "not stated"
    assert rows["Draft or confirmed"] == "draft"
    assert rows["Document"].startswith("joint-committee/2020-10-20 Minutes.pdf, page 2")


def test_a_lost_motion_stands_apart_here_too() -> None:
    opened = soup(item(canned.item(), SCREEN))
    titles = [heading.get_text() for heading in opened.find_all("h2")]
    assert titles == ["As published", "Decisions in this item", "Not agreed", "Who came and left"]
    decided = opened.find("section", attrs={"aria-labelledby": "mb-decided"})
    assert decided is not None
    assert "agree none" not in decided.get_text()


def test_a_motion_without_a_printed_fate_is_no_decision() -> None:
    motion = MotionOut(mover="Councillor Crake", seconder=None, quotation=[canned.piece("That the report be published")])
    opened = soup(item(canned.item(decisions=[], motions=[motion]), SCREEN)).get_text()
    assert "Decisions in this item" not in opened
    assert "The minutes do not say what became of these" in opened


def test_who_left_is_told_with_the_words_that_say_so() -> None:
    assert (
        "Mr Elverson: left, 7.10pm “Mr Elverson left the meeting at 7.10pm”, page 2" in soup(item(canned.item(), SCREEN)).get_text()
    )


def test_an_item_of_nothing_but_a_title_can_be_read() -> None:
    bare = canned.item(text=[], decisions=[], attendance=[], number=None, title=None, url=None)
    opened = soup(item(bare, SCREEN))
    assert opened.find("h1") is not None
    assert "Number" in opened.get_text()


def test_a_page_read_from_a_picture_says_so_above_its_words() -> None:
    pieces = [canned.piece("the first page", page=4, start=10), canned.piece("the second page", page=5, start=0, ocr=True)]
    said = [note.get_text() for note in soup(item(canned.item(text=pieces), SCREEN)).select("h3 + .mb-cite")]
    assert said == ["Read by OCR: check against the original."]
