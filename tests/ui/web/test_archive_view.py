"""The screen of what is held, and of a file that was read: what is said, and what never is."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from bs4 import Tag
from markupsafe import Markup
from streamlit.testing.v1 import AppTest

from search_api.schemas_archive import YearHeldOut
from search_api.schemas_reading import DeskOut
from search_api.schemas_reading import ReadingLineOut
from search_api.schemas_reading import RefusedOut
from tests.ui.web import canned
from tests.ui.web import canned_archive
from tests.ui.web.fake_api import FakeApi
from ui.web.client import MinutebookApi
from ui.web.errors import ApiProblemError
from ui.web.errors import ApiStrangeError
from ui.web.held_view import in_short
from ui.web.held_view import left_out
from ui.web.holdings_view import OPENED
from ui.web.holdings_view import picture
from ui.web.links import Screen
from ui.web.reading_view import reading
from ui.web.reading_view import refused
from ui.web.settings import SCRIPT
from ui.web.theme import PALETTE
from ui.web.theme import RULES

ARCHIVE = Screen(view="archive")


def words(html: Markup | Tag) -> str:
    text = html.get_text(" ") if isinstance(html, Tag) else BeautifulSoup(html, "html.parser").get_text(" ")
    return " ".join(text.split())


def cells(html: Markup) -> list[str]:
    return [words(cell) for cell in BeautifulSoup(html, "html.parser").select(".mb-held-years td")]


def test_each_cell_prints_how_many_minutes_are_held_and_years_without_any_are_there() -> None:
    made = picture(canned_archive.archive(), ARCHIVE)
    assert cells(made) == ["4", "none ◌ a gap", "9 +3 with other papers only ◌ a gap"]
    years = [words(one) for one in BeautifulSoup(made, "html.parser").select(".mb-held-years thead th")]
    assert years == ["Body", "2019", "2020", "2021"]


def test_a_year_without_anything_and_without_a_gap_says_none() -> None:
    held = canned_archive.body(gaps=[])
    assert cells(picture(canned_archive.archive(canned_archive.council("A", held)), ARCHIVE))[1] == "none"


def test_more_meetings_make_a_darker_tone() -> None:
    years = [YearHeldOut(year=2000 + place, minuted=minuted, papers=0) for place, minuted in enumerate((0, 1, 4, 9, 30))]
    made = picture(canned_archive.archive(canned_archive.council("A", canned_archive.body(years=years, gaps=[]))), ARCHIVE)
    styles = [cell["class"] for cell in BeautifulSoup(made, "html.parser").select(".mb-held-years td")]
    assert styles == [[f"mb-held-tone-{tone}"] for tone in range(5)]


def test_text_on_every_tone_can_be_read_in_both_themes() -> None:
    """Contrast of 4.5 to 1 (WCAG 2.2, 1.4.3), worked out for the ground as the style sheet mixes it."""
    shares = [int(share) / 100 for share in re.findall(r"--amount: (\d+)%", RULES.read_text(encoding="utf-8"))]
    assert len(shares) == 5
    for theme in (0, 1):
        ink, link, paper = (channels(PALETTE[name][theme]) for name in ("ink", "link", "paper"))
        for share in shares:
            ground = tuple(share * over + (1 - share) * under for over, under in zip(link, paper, strict=True))
            assert contrast(ink, ground) >= 4.5


def channels(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: tuple[float, ...]) -> float:
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def test_a_gap_is_told_with_both_days_and_never_as_a_meeting_that_did_not_take_place() -> None:
    said = words(picture(canned_archive.archive(), ARCHIVE))
    assert "4 March 2020 to 8 September 2021 (553 days)" in said
    assert "usually 28 days apart" in said
    assert "That does not say that it did not meet." in said


def test_the_biggest_are_open_and_the_rest_in_folds() -> None:
    many = [canned_archive.council(f"Council {place}") for place in range(20)]
    folds = BeautifulSoup(picture(canned_archive.archive(*many), ARCHIVE), "html.parser").select("section > details")
    assert [fold.has_attr("open") for fold in folds] == [True] * OPENED + [False] * (len(folds) - OPENED)
    assert words(folds[-1]).startswith("12 councils more")


def test_a_filter_leaves_only_what_it_names_and_opens_it() -> None:
    held = canned_archive.archive(
        canned_archive.council("A", canned_archive.body("Panel"), canned_archive.body("Board")), canned_archive.council("B")
    )
    made = BeautifulSoup(picture(held, Screen(view="archive", councils=("A",), bodies=("Board",))), "html.parser")
    assert [words(one) for one in made.select(".mb-held-years tbody th")] == ["Board"]
    assert made.select_one("section > details[open]") is not None


def test_what_was_asked_for_and_is_not_held_is_said_with_a_way_out() -> None:
    made = BeautifulSoup(picture(canned_archive.archive(), Screen(view="archive", councils=("Nowhere",))), "html.parser")
    assert "Nothing is held here of what was asked for." in words(made)
    assert str(made.a["href"] if made.a else "") == ARCHIVE.href


def test_a_body_leads_to_asking_within_its_minutes_and_one_without_a_name_nowhere() -> None:
    held = canned_archive.archive(canned_archive.council(None, canned_archive.body("Panel"), canned_archive.body(None)))
    links = BeautifulSoup(picture(held, ARCHIVE), "html.parser").select(".mb-held-years a")
    assert [str(link["href"]) for link in links] == [Screen(bodies=("Panel",)).href]


def test_documents_without_any_day_are_said_to_state_none() -> None:
    held = canned_archive.body(years=[], first=None, last=None, gaps=[])
    said = words(picture(canned_archive.archive(canned_archive.council("A", held)), ARCHIVE))
    assert "No document states the day of a meeting." in said
    assert "No gap was found" in said


def test_how_much_and_how_fresh_it_is_stands_first() -> None:
    said = words(in_short(canned_archive.archive()))
    assert "Brought up to date 2 January 2024, for the 3rd time" in said
    assert "Newest meeting 8 September 2021" in said
    assert "17: 14 sets of minutes, 3 agendas" in said
    assert "4 agenda items and 1 whole document left out; only their number is known here" in said


def test_every_refused_file_has_its_reason_and_its_remedy() -> None:
    many = [canned_archive.LOCKED.model_copy(update={"path": f"{place}.pdf"}) for place in range(12)]
    said = words(left_out(canned_archive.archive(left_out=canned_archive.left_out(refused=many, unread=many[:1]))))
    assert "Files refused (12)" in said
    assert "11.pdf is locked with a password. Save a copy without one and ingest that." in said
    assert "2 more" in said
    assert "Pages not read (1)" in said


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (None, "This is not known for this archive"),
        (canned_archive.left_out(refused=[]), "Every file of the folder was read, and every page of it."),
        (canned_archive.left_out(refused=[], whole=False), "pages that could not be read are not known"),
    ],
)
def test_what_is_not_known_is_said_not_to_be(known: object, expected: str) -> None:
    assert expected in words(left_out(canned_archive.archive(left_out=known)))


def test_a_reading_shows_every_item_with_its_clauses_under_their_outcomes() -> None:
    made = BeautifulSoup(reading("june.pdf", canned_archive.reading()), "html.parser")
    assert "What “june.pdf” says" in words(made)
    assert "3 pages, 1 agenda item, 2 clauses of decisions (1 carried, 1 lost)" in words(made)
    badges = [words(one) for one in made.select("article .mb-badge strong")]
    assert badges == ["CARRIED", "LOST"]
    assert made.select("a") == []


def test_a_reading_tells_what_is_withheld_what_is_unclear_and_what_is_unread() -> None:
    item = canned_archive.read_item(unclear=2, motions=[{"mover": None, "seconder": None, "quotation": []}])
    unread = RefusedOut(reason="page 2 of 3 cannot be read (no text)", remedy="supply a text version")
    said = words(reading("a.pdf", canned_archive.reading(item, withheld_items=3, unread=[unread])))
    assert "3 items are left out, not being open to the public." in said
    assert "2 facts were not clear to any rule" in said
    assert "1 motion has no outcome that is printed." in said
    assert "Page 2 of 3 cannot be read (no text). Supply a text version." in said


def test_a_document_that_is_not_open_is_only_said_not_to_be() -> None:
    said = words(reading("a.pdf", canned_archive.reading(meetings=[], withheld=True)))
    assert "marked as not open to the public, so nothing of it is shown" in said


def test_a_refusal_is_a_sentence_and_what_to_do() -> None:
    said = words(refused("a.pdf", canned_archive.REFUSED))
    assert "“a.pdf” is locked with a password." in said
    assert "Save a copy without one and ingest that." in said


def test_the_client_yields_every_step_and_at_last_the_reading(fake_api: FakeApi) -> None:
    last = ReadingLineOut(reading=canned_archive.reading())
    fake_api.says("/v1/readings", canned_archive.told(last))
    with MinutebookApi(fake_api.address) as api:
        heard = list(api.reading("june.md", b"# Cabinet"))
    assert [line.step.stage if line.step else "" for line in heard] == ["opened", "page", "items", ""]
    assert heard[-1] == last
    assert ("/v1/readings", [("body", "# Cabinet")]) in fake_api.asked


def test_the_client_raises_what_the_desk_refuses_and_what_is_no_reading(fake_api: FakeApi) -> None:
    with MinutebookApi(fake_api.address) as api:
        fake_api.says("/v1/readings", canned.problem(413), 413)
        with pytest.raises(ApiProblemError):
            list(api.reading("a.md", b"x"))
        fake_api.says("/v1/readings", "words\n")
        with pytest.raises(ApiStrangeError):
            list(api.reading("a.md", b"x"))


def test_the_client_knows_whether_there_is_a_desk(fake_api: FakeApi) -> None:
    with MinutebookApi(fake_api.address) as api:
        assert api.desk() is None
        offered = DeskOut(endings=["pdf"], most_bytes=1 << 20, seconds=60)
        fake_api.says("/v1/readings", offered)
        assert api.desk() == offered
        fake_api.says("/v1/readings", canned.problem(503), 503)
        with pytest.raises(ApiProblemError):
            api.desk()


@pytest.fixture
def page(fake_api: FakeApi, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("MINUTEBOOK_PAGE_API", fake_api.address)
    opened = AppTest.from_file(str(SCRIPT), default_timeout=60)
    opened.query_params["view"] = "archive"
    fake_api.says("/v1/archive", canned_archive.archive())
    return opened


def shown(page: AppTest) -> str:
    return " ".join(
        BeautifulSoup(" ".join(element.proto.body for element in page.get("html")), "html.parser").get_text(" ").split()
    )


def test_without_a_desk_the_page_says_how_to_have_one(page: AppTest) -> None:
    ran = page.run()
    assert not ran.exception
    assert any("without the part that reads a file on the spot" in each.value for each in ran.markdown)
    assert "By body and year" in shown(ran)


def test_few_bodies_need_no_box_to_find_them_and_many_have_one_that_writes_the_address(page: AppTest, fake_api: FakeApi) -> None:
    assert not page.run().multiselect
    many = canned_archive.council("A", *(canned_archive.body(f"Panel {place}") for place in range(9)))
    fake_api.says("/v1/archive", canned_archive.archive(many))
    ran = page.run()
    ran.multiselect(key="archive-body").set_value(["Panel 3"]).run()
    assert "Panel 3" in ran.query_params["body"]
    assert "Panel 3" in shown(ran)
    assert "Panel 4" not in shown(ran)


def test_a_file_is_asked_for_before_it_is_read(page: AppTest, fake_api: FakeApi) -> None:
    fake_api.says("/v1/readings", DeskOut(endings=["pdf", "md"], most_bytes=25 << 20, seconds=60))
    ran = page.run()
    next(button for button in ran.button if button.label == "Read the file").click()
    assert any("Choose a file first" in each.value for each in ran.run().warning)
