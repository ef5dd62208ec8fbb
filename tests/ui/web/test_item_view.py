from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from bs4 import Tag
from markupsafe import Markup

from search_api.schemas import ItemOut
from search_api.schemas import MotionOut
from tests.ui.web import canned
from ui.web.highlight import flowing
from ui.web.item_view import decided
from ui.web.item_view import published
from ui.web.links import Mark
from ui.web.links import Screen

SCREEN = Screen(canned.QUESTION, item=canned.ITEM_ID)


def item(of: ItemOut, screen: Screen) -> Markup:
    """Both parts of the item."""
    return published(of, screen, "https://minutes.example.org/items/1") + decided(of, screen)


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def titles(opened: BeautifulSoup) -> list[str]:
    return [heading.get_text() for heading in opened.find_all("h2")]


def section(opened: BeautifulSoup, title: str) -> Tag:
    """The section under a heading."""
    (found,) = (heading.parent for heading in opened.find_all("h2", string=title))
    assert found is not None
    return found


def rows(found: Tag) -> dict[str, str]:
    """Its facts by their labels."""
    facts = found.select("dl.mb-facts > *")
    return dict(zip((term.get_text() for term in facts[::2]), (value.get_text() for value in facts[1::2]), strict=True))


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
    facts = rows(soup(item(canned.item(date=None, date_origin="not stated", record_state="draft"), SCREEN)))
    assert facts["Council"] == "Aldermere and Tarnbrook (stated beside the minutes, not in them)"
    assert facts["Body"] == "Shared Services Joint Committee"
    assert facts["Date"] == "not stated"
    assert facts["Draft or confirmed"] == "draft"
    assert facts["Document"].startswith("joint-committee/2020-10-20 Minutes.pdf, page 2")


def test_a_lost_motion_stands_apart_here_too() -> None:
    opened = soup(item(canned.item(), SCREEN))
    assert titles(opened) == ["As published", "Decisions in this item", "Not agreed", "Who came and left"]
    decided = opened.find("section", attrs={"aria-labelledby": "mb-decided"})
    assert decided is not None
    assert "agree none" not in decided.get_text()


def test_a_motion_without_a_printed_fate_is_no_decision() -> None:
    motion = MotionOut(mover="Councillor Crake", seconder=None, quotation=[canned.piece("That the report be published")])
    opened = soup(item(canned.item(decisions=[], motions=[motion]), SCREEN))
    assert "Decisions in this item" not in titles(opened)
    words = section(opened, "Motions").get_text(" ")
    assert "The minutes do not say what became of these" in words
    assert "Outcome: not stated." in words
    assert "Moved by Councillor Crake; seconder not stated." in words


@pytest.mark.parametrize(
    ("outcome", "title", "word"),
    [
        ("lost", "Not agreed", "LOST"),
        ("withdrawn", "Not agreed", "WITHDRAWN"),
        ("not_put", "Not agreed", "NOT PUT TO THE VOTE"),
        ("deferred", "Deferred", "DEFERRED"),
        ("unclear", "Outcome not clear", "OUTCOME NOT CLEAR"),
    ],
)
def test_what_was_not_carried_is_never_among_the_decisions(outcome: str, title: str, word: str) -> None:
    opened = soup(item(canned.item(decisions=[canned.none_of_them(outcome), canned.approach_three()]), SCREEN))
    assert word in section(opened, title).get_text()
    decided = section(opened, "Decisions in this item").get_text()
    assert "approach 3" in decided
    assert "agree none" not in decided


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


def test_each_kind_that_stands_around_a_decision_has_a_plain_heading_and_one_without_records_has_none() -> None:
    opened = soup(item(canned.item(decisions=[], attendance=[], around=canned.surroundings()), SCREEN))
    assert titles(opened) == [
        "As published",
        "Declared interests",
        "Promised",
        "Referred to",
        "Sent to another body",
        "Press and public excluded",
        "Corrections of earlier minutes",
    ]
    assert titles(soup(item(canned.item(decisions=[], attendance=[]), SCREEN))) == ["As published"]


def test_every_record_is_quoted_with_its_page_and_a_way_to_its_words() -> None:
    opened = soup(item(canned.item(around=canned.surroundings()), SCREEN))
    shown = opened.get_text()
    for one in canned.surroundings():
        (words,) = one.quotation
        assert words.text in shown
        marking = opened.find("a", href=SCREEN.at_item(canned.ITEM_ID, one.quotation))
        assert marking is not None
        assert marking.get_text().startswith("Mark it in the text, page 2")


def test_an_interest_is_told_with_whose_it_is_and_whether_they_left() -> None:
    facts = rows(section(soup(item(canned.item(around=canned.surroundings()), SCREEN)), "Declared interests"))
    assert facts == {
        "Who": "Councillor Crake",
        "Kind of interest": "pecuniary",
        "In what": "item 21 as a tenant",
        "Left the meeting": "yes",
    }


@pytest.mark.parametrize(
    ("left", "said"), [("no", "no"), ("not stated", "not stated"), ("unclear", "unclear: the words do not settle it")]
)
def test_a_member_who_only_offered_to_leave_is_said_to_be_unclear_and_silence_to_be_silence(left: str, said: str) -> None:
    declared = canned.around("interest", "Councillor Crake declared an interest and said that he would leave.", left=left)
    assert rows(section(soup(item(canned.item(around=[declared]), SCREEN)), "Declared interests")) == {"Left the meeting": said}


def test_a_fact_that_no_rule_read_has_no_row_for_the_words_may_print_it() -> None:
    """Beside `The Head of Housing undertook that a report would come back`, `By whom: not stated` would be untrue."""
    promised = canned.around("undertaking", "The Head of Housing undertook that a report would come back.")
    found = section(soup(item(canned.item(around=[promised]), SCREEN)), "Promised")
    assert not found.find_all("dl")
    assert "not stated" not in found.get_text()


def test_an_exclusion_is_told_with_the_paragraph_and_the_act() -> None:
    facts = rows(section(soup(item(canned.item(around=canned.surroundings()), SCREEN)), "Press and public excluded"))
    assert facts == {"Outcome": "carried", "Paragraph cited": "3", "Act": "the Local Government Act 1972"}


@pytest.mark.parametrize(("outcome", "said"), [("unclear", "unclear: the words do not settle it"), ("lost", "lost")])
def test_an_exclusion_that_was_only_moved_or_lost_does_not_stand_under_the_excluded(outcome: str, said: str) -> None:
    moved = canned.around("exclusion", "To pass a resolution excluding press and public.", outcome=outcome)
    opened = soup(item(canned.item(around=[moved]), SCREEN))
    assert "Press and public excluded" not in titles(opened)
    assert rows(section(opened, "Excluding press and public: not carried, or unclear")) == {"Outcome": said}


def test_a_correction_names_the_meeting_and_one_that_was_only_asked_for_stands_apart() -> None:
    asked = canned.around("correction", "Councillor Crake asked that the minutes be amended.", outcome="unclear")
    opened = soup(item(canned.item(around=[*canned.surroundings(), asked]), SCREEN))
    made = section(opened, "Corrections of earlier minutes")
    assert rows(made) == {"Outcome": "carried", "Minutes of": "17 September 2020"}
    assert "Councillor Crake asked" not in made.get_text()
    assert "unclear" in section(opened, "Corrections asked for: not carried, or unclear").get_text()


def test_what_goes_to_another_body_is_said_not_to_be_its_decision() -> None:
    sent = section(soup(item(canned.item(around=canned.surroundings()), SCREEN)), "Sent to another body")
    assert rows(sent) == {"Referred to": "the Audit Committee", "Recommended to": "Cabinet"}
    assert "Neither a referral nor a recommendation is a decision" in sent.get_text()


def test_a_paper_named_twice_is_listed_once_and_its_link_marks_both_places() -> None:
    twice = [
        canned.around("appendix", "Appendix C", quotation=[canned.piece("Appendix C", page=page, start=40)]) for page in (2, 3)
    ]
    found = section(soup(item(canned.item(around=twice), SCREEN)), "Referred to")
    (row,) = found.find_all("li")
    assert row.get_text().startswith("Appendix: “Appendix C” · Mark it in the text, pages 2 to 3")


@pytest.mark.parametrize("kind", ["interest", "undertaking", "report", "exclusion"])
def test_words_around_a_decision_that_were_read_from_a_picture_say_so(kind: str) -> None:
    read = canned.around(kind, "declared, promised, reported", ocr=True)
    assert "Read by OCR: check against the original." in soup(item(canned.item(around=[read]), SCREEN)).get_text()


def test_names_of_a_list_share_a_row_each_quoted_and_their_page_once() -> None:
    people = [
        canned.person("Councillor Lomax", "present"),
        canned.person("Hallin", "present"),
        canned.person("Mrs Dace", "in attendance", ocr=True),
        canned.person("Councillor Crake", "apologies"),
    ]
    facts = rows(section(soup(item(canned.item(attendance=people), SCREEN)), "Who came and left"))
    assert facts == {
        "Present": "“Councillor Lomax”, “Hallin”, page 2",
        "Apologies": "“Councillor Crake”, page 2",
        "In attendance": "“Mrs Dace”, page 2Read by OCR: check against the original.",
    }


def test_a_substitute_is_told_with_whom_they_stood_in_for() -> None:
    stood_in = canned.person(
        "Councillor Voss", "substitute", "Councillor Voss (for Councillor Crake)", instead_of="Councillor Crake"
    )
    came = canned.person("Councillor Rudge", "arrived", "Councillor Rudge arrived")
    lines = section(soup(item(canned.item(attendance=[stood_in, came]), SCREEN)), "Who came and left").find_all("li")
    assert [line.get_text() for line in lines] == [
        "Councillor Voss: substitute for Councillor Crake “Councillor Voss (for Councillor Crake)”, page 2",
        "Councillor Rudge: arrived “Councillor Rudge arrived”, page 2",
    ]


def test_a_letter_of_an_attendance_table_that_is_not_explained_is_said_to_be_unclear() -> None:
    unclear = [canned.person("Councillor Yarde", "unclear", "Councillor Yarde | Q"), canned.person("Councillor Pell", "unclear")]
    found = section(soup(item(canned.item(attendance=unclear), SCREEN)), "Who came and left")
    assert "Councillor Yarde: unclear: the minutes use a letter that they do not explain" in found.get_text()
    assert rows(found)["Unclear"].endswith("The minutes use a letter that they do not explain.")
