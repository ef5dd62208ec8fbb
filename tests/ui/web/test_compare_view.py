"""Columns stand side by side, each cited, and a silent one says that it is silent and of what."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from bs4 import Tag

from search_api.schemas_briefing import ColumnOut
from tests.ui.web import canned
from tests.ui.web.canned_following import column
from tests.ui.web.canned_following import compared
from tests.ui.web.canned_following import failed_column
from tests.ui.web.canned_following import silent_column
from ui.web.compare_view import comparison
from ui.web.compare_view import too_few
from ui.web.links import Screen

PAIR = ("Aldermere Borough Council", "Tarnbrook District Council")
SCREEN = Screen(canned.QUESTION, view="compare", councils=PAIR)


def drawn(*columns: ColumnOut) -> BeautifulSoup:
    return BeautifulSoup(comparison(compared(*columns), SCREEN), "html.parser")


def words(of: Tag) -> str:
    return " ".join(of.get_text(" ").split())


def test_each_column_is_a_region_under_its_name_in_the_order_asked() -> None:
    made = drawn(column("Aldermere"), silent_column("Tarnbrook"), failed_column("Marlsham"))
    regions = made.select("section.mb-column")
    assert [words(region.select("h2")[0]) for region in regions] == ["Aldermere", "Tarnbrook", "Marlsham"]
    assert [region["aria-labelledby"] for region in regions] == [region.select("h2")[0]["id"] for region in regions]
    assert "1 answered, 1 without a record, 1 not looked at." in words(made)


def test_a_column_quotes_its_decisions_with_their_citations_and_what_fell_apart_from_them() -> None:
    made = drawn(column("Aldermere"), silent_column("Tarnbrook"))
    decided, fallen = (words(group) for group in made.select("[role=group]")[:2])
    assert decided.startswith("Decided")
    assert "CARRIED (8:2)" in decided
    assert "agree none" not in decided
    assert fallen.startswith("Not agreed Lost, withdrawn, not put to the vote or not clear. These are not decisions.")
    assert "LOST (2:8)" in fallen
    assert "Read it as published" in decided
    assert any("view=compare" in str(link["href"]) and "item=" in str(link["href"]) for link in made.select("a"))


def test_what_answers_best_and_was_lost_stands_before_what_was_decided() -> None:
    made = drawn(column("Aldermere", answer=canned.answer(not_carried_first=True)), silent_column("Tarnbrook"))
    assert [group["aria-label"] for group in made.select("[role=group]")][:2] == ["Not agreed", "Decided"]


def test_a_silent_column_says_what_was_looked_at_and_shows_nothing_near() -> None:
    silent = drawn(column("Aldermere"), silent_column("Tarnbrook")).select(".mb-silent")
    assert len(silent) == 1
    assert "No record: nothing in these minutes answers this question." in words(silent[0])
    assert "Looked at: 31 meetings of 3 bodies, from 11 June 2019 to 12 December 2023" in words(silent[0])
    assert not silent[0].select("blockquote")


def test_a_failed_column_says_why_and_the_others_stand() -> None:
    made = drawn(column("Aldermere"), failed_column("Tarnbrook"))
    failed = made.select(".mb-failed")[0]
    assert "The archive could not be read: run it again." in words(failed)
    assert "Looked at:" not in words(failed)
    assert "CARRIED (8:2)" in words(made)


def test_passages_that_answer_alone_are_open_and_below_decisions_they_are_folded() -> None:
    alone = drawn(column("Aldermere", answer=canned.answer(decisions=[], not_carried=[])), silent_column("Tarnbrook"))
    assert [group["aria-label"] for group in alone.select("[role=group]")] == ["Said"]
    both = drawn(column("Aldermere"), silent_column("Tarnbrook"))
    assert "1 more passage" in [words(fold) for fold in both.select("summary")]


@pytest.mark.parametrize(
    ("screen", "said"),
    [
        (Screen(view="compare"), "Choose two to six councils"),
        (Screen("grit", councils=PAIR[:1]), "Only one is chosen"),
        (Screen("grit", councils=PAIR, bodies=("Cabinet",)), "leave one of the two boxes empty"),
        (Screen("grit", bodies=tuple("ABCDEFG")), "7 are chosen, and 6 can be compared"),
        (Screen(councils=PAIR), "Nothing is asked yet"),
    ],
)
def test_what_is_missing_is_said(screen: Screen, said: str) -> None:
    assert said in str(too_few(screen))


def test_a_question_and_two_names_are_enough() -> None:
    assert too_few(SCREEN) is None
    assert too_few(Screen("grit", bodies=("Cabinet", "Council"))) is None
