"""Votes are shown as printed: no figure is made up, no side guessed, no two names taken for one person."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from bs4 import Tag

from search_api.schemas import TallyOut
from search_api.schemas_people import VotesOut
from tests.ui.web import canned
from tests.ui.web.canned_following import recorded_vote
from tests.ui.web.canned_following import vote
from tests.ui.web.canned_following import votes as listed
from ui.web.links import Screen
from ui.web.votes_view import ROWS
from ui.web.votes_view import votes

SCREEN = Screen(view="votes")
SAME_NAME = "Same name as printed; whether it is the same person is not stated."


def drawn(found: VotesOut, screen: Screen = SCREEN) -> BeautifulSoup:
    return BeautifulSoup(votes(found, screen), "html.parser")


def words(of: Tag) -> str:
    return " ".join(of.get_text(" ").split())


def test_a_row_says_where_on_what_with_what_outcome_and_how() -> None:
    cells = [words(cell) for cell in drawn(listed(vote())).select("td")]
    assert "Shared Services Joint Committee · 20 October 2020" in cells[0]
    assert "to agree approach 3, a single Chief Executive employed by both councils." in cells[1]
    assert cells[2].endswith("CARRIED (8:2)")
    assert cells[3] == "8 for 2 against abstentions not printed"


def test_the_table_keeps_its_roles_however_it_is_drawn() -> None:
    made = drawn(listed(vote(), recorded_vote()))
    roles = [element["role"] for element in made.select("table, thead, tbody, tr, th, td")]
    assert roles.count("columnheader") == 4
    assert roles.count("cell") == 8
    assert roles.count("row") == 3
    assert all(head["scope"] == "col" for head in made.select("th"))


@pytest.mark.parametrize(
    ("tally", "parts"),
    [
        (TallyOut(in_favour=8, against=2, abstained=1), ["--votes:8", "--votes:2", "--votes:1"]),
        (TallyOut(in_favour=10, against=0, abstained=None), ["--votes:10"]),
        (TallyOut(in_favour=5, against=None, abstained=1), []),
        (TallyOut(in_favour=0, against=0, abstained=0), []),
        (None, []),
    ],
)
def test_a_bar_is_drawn_only_from_printed_figures_of_both_sides(tally: TallyOut | None, parts: list[str]) -> None:
    made = drawn(listed(vote(tally=tally)))
    assert [part["style"] for part in made.select(".mb-bar span")] == parts


def test_a_side_without_a_figure_is_said_to_have_none() -> None:
    cell = drawn(listed(vote(tally=TallyOut(in_favour=5, against=None, abstained=1)))).select("td")[3]
    assert words(cell) == "5 for votes against not printed 1 abstained"


def test_a_vote_without_figures_says_so() -> None:
    assert "Figures not printed." in words(drawn(listed(vote(tally=None))))
    assert "Unanimous. Figures not printed." in words(drawn(listed(vote(tally=None, printed_vote="all agreed", unanimous=True))))


def test_a_casting_vote_is_told() -> None:
    assert "On a casting vote." in words(drawn(listed(vote(casting=True))))


def test_a_member_asked_for_stands_on_the_side_that_is_printed_with_the_label_of_the_api() -> None:
    found = listed(recorded_vote(), member="Crake", label=SAME_NAME)
    made = drawn(found, replace(SCREEN, member="Crake"))
    assert [words(side) for side in made.select(".mb-sides li")] == ["Crake: against"]
    assert SAME_NAME in words(made)
    assert "Recorded votes that print “Crake”" in words(made)


def test_the_names_of_each_side_are_in_a_fold_and_an_empty_side_has_no_row() -> None:
    fold = drawn(listed(recorded_vote())).select_one("details")
    assert fold is not None
    assert words(fold) == "Who voted how For Lomax, Voss Against Crake, Hallin Abstained Elverson"


def test_a_lost_clause_is_told_as_lost() -> None:
    made = drawn(listed(recorded_vote()))
    assert "LOST (2:8)" in words(made)
    assert made.select("blockquote.mb-quote-lost")
    assert "CARRIED" not in words(made)


def test_pages_follow_each_other_by_links_that_keep_what_was_asked() -> None:
    screen = replace(SCREEN, member="Crake", start=ROWS)
    made = drawn(listed(vote(), total=3 * ROWS, start=ROWS, member="Crake", label=SAME_NAME), screen)
    newer, older = (str(link["href"]) for link in made.select("nav a"))
    assert "start" not in newer
    assert f"start={2 * ROWS}" in older
    assert "member=Crake" in newer
    assert "member=Crake" in older
    assert not drawn(listed(vote())).select("nav")


def test_an_empty_list_and_a_page_beyond_the_last_say_what_they_are() -> None:
    assert "No vote is printed in the minutes held here within what was asked for." in words(drawn(listed()))
    assert "This page of the list is empty." in words(drawn(listed(total=3, start=40)))
    filtered = drawn(listed(), replace(SCREEN, bodies=("Cabinet",)))
    assert "Look without filters" in words(filtered)


def test_an_amendment_is_told_as_one() -> None:
    assert "Amendment" in words(drawn(listed(vote(motion_kind="amendment"))))


def test_a_long_clause_is_cut_and_leads_to_the_whole_with_its_words_marked() -> None:
    text = "to agree that the ferry sails twice a day, and " * 20
    made = drawn(listed(vote(citation=canned.citation(canned.piece(text)))))
    assert "[…]" in words(made)
    link = made.select_one(".mb-item a")
    assert link is not None
    assert "mark=" in str(link["href"])
    assert "view=votes" in str(link["href"])
