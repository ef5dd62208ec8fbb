"""Votes as real minutes print them; each line below stood in one."""

from __future__ import annotations

import pytest

from index.records import Tally
from ingest.segmenting.recorded import find_names
from ingest.segmenting.votes import find_vote


@pytest.mark.parametrize(
    ("text", "printed", "tally"),
    [
        ("c) Decision (8:2) to approve the development", "(8:2)", Tally(8, 2)),
        ("d) Decision (2:8) to agree none", "(2:8)", Tally(2, 8)),
        ("Decision (For: 7 Against: 3) that", "(For: 7 Against: 3)", Tally(7, 3)),
        ("After a vote (8-1) it was agreed to donate £50", "(8-1)", Tally(8, 1)),
        ("a true record, five were in favour and two abstained.", "five were in favour and two abstained", Tally(5, None, 2)),
        ("4 Votes for 3 Abstentions", "4 Votes for 3 Abstentions", Tally(4, None, 3)),
        ("The Parish Council voted 4 t0 1 in favour of Option 1", "4 t0 1", Tally(4, 1)),
        ("the motion was defeated by 10 votes to 3.", "10 votes to 3", Tally(10, 3)),
        ("with 18 for the Motion and 6 against.", "18 for the Motion and 6 against", Tally(18, 6)),
        ("carried (25 votes for, 9 against, with 1 abstention)", "(25 votes for, 9 against, with 1 abstention)", Tally(25, 9, 1)),
        ("the vote being three to two", "three to two", Tally(3, 2)),
    ],
)
def test_a_vote_is_read_as_printed_with_its_figures(text: str, printed: str, tally: Tally) -> None:
    vote = find_vote(text)
    assert vote is not None
    assert (text[vote.start : vote.end], vote.tally) == (printed, tally)


@pytest.mark.parametrize(
    "text", ["Resolved: (Unanimously)", "it was unanimously agreed", "All were in favour.", "carried nem. con."]
)
def test_unanimity_has_no_figures(text: str) -> None:
    vote = find_vote(text)
    assert vote is not None
    assert vote.unanimous
    assert vote.tally is None


@pytest.mark.parametrize(
    "text",
    [
        "The hall holds 10 to 12 people",
        "On a show of hands the majority of the Members were in favour",
        "between 2 to 5 years",
        "Councillor Foley attended for the item",
    ],
)
def test_numbers_that_are_no_vote_are_left_alone(text: str) -> None:
    assert find_vote(text) is None


def test_a_casting_vote_is_told_from_a_tally() -> None:
    vote = find_vote("With the Chairman’s casting vote, option 2 was agreed")
    assert vote is not None
    assert vote.casting
    assert vote.tally is None


LISTS = """A vote was taken which resulted as follows:

For

Councillors Butler, Crowley, Hogan, O’Brien,

O’Donnell, Sheahan (J), Sheahan

(M), Cmhlr. Ó Ceallaigh and Teskey. (9)

Against

Councillors Browne, Collins (M). (2)

There were no abstentions.

The Mayor declared the Motion carried."""


def test_names_run_over_lines_and_none_abstained_counts_as_nought() -> None:
    [vote] = find_names(LISTS, 0, len(LISTS))
    assert vote.tally == Tally(9, 2, 0)
    assert vote.recorded.in_favour[1] == "Crowley"
    assert vote.recorded.in_favour[5:7] == ("Sheahan (J)", "Sheahan (M)")
    assert vote.recorded.against == ("Browne", "Collins (M)")


def test_a_running_footer_inside_a_list_of_names_is_passed_over() -> None:
    footer = "All minutes are draft until agreed.\n3\n"
    text = f"FOR: Councillors Askew, Birkett,\n{footer}Fell and Wharton (4)\nAGAINST: Councillor Dobson (1)\n"
    [vote] = find_names(text, 0, len(text))
    assert vote.recorded.in_favour == ("Askew", "Birkett", "Fell", "Wharton")
    assert vote.tally == Tally(4, 1)


def test_names_without_figures_are_not_counted() -> None:
    text = "For: Councillors Askew and Birkett\nAgainst: Councillor Dobson\n"
    [vote] = find_names(text, 0, len(text))
    assert vote.tally is None
