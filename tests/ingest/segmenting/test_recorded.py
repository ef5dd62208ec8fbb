"""Recorded votes: who voted which way, in the layouts that councils print."""

from __future__ import annotations

import pytest

from index.records import Tally
from ingest.segmenting.recorded import NamedVote
from ingest.segmenting.recorded import find_names


def the_vote(text: str) -> NamedVote:
    """Return the one recorded vote of a text."""
    [vote] = find_names(text, 0, len(text))
    return vote


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


TWO_COLUMNS = """A vote was taken and the result was as follows:

For the Proposal

Councillors Ashe, Birch, O’Dell, Marsh and Talboys

(5)

---

3

Against the Proposal

Councillors Crane, Dale (J), McSorley, O’Hara and Sedge.

(5)

Abstain

Councillors Finch and Grove.

(2)

The Meetings Administrator declared the amendment defeated."""


def test_sides_named_for_the_proposal_are_read_over_a_page_break() -> None:
    vote = the_vote(TWO_COLUMNS)
    assert vote.tally == Tally(5, 5, 2)
    assert vote.recorded.against == ("Crane", "Dale (J)", "McSorley", "O’Hara", "Sedge")
    assert vote.recorded.abstained == ("Finch", "Grove")


@pytest.mark.parametrize(
    "text",
    [
        "For: 3\nAshe\nBirch\nCrane\nAgainst: 1\nDale\nThe motion was carried.",
        "The vote was:\nIn favour: Councillor Ashe, Councillor Birch, Councillor Crane;\nAgainst: Councillor Dale.\nReply:\nNone.",
        "Ayes: Ashe, Birch and Crane. (3)\nNoes: Dale. (1)",
        "For | Councillors Ashe, Birch, Crane | 3\nAgainst | Councillor Dale | 1\nAbstain | None | 0",
        "Those in favour: Councillors Ashe, Birch and Crane (3)\nThose against: Councillor Dale (1)",
        "Councillors voting in favour: Ashe, Birch, Crane\nCouncillors voting against: Dale",
        "In favour of removing it:\n\nCouncillors Ashe, Birch, Crane.\n\n(3)\n\nAgainst removing it:\n\nDale.\n\n(1)",
        "Voting for the motion were Councillors Ashe, Birch and Crane. Voting against the motion was Councillor Dale.",
        "Councillors Ashe, Birch and Crane voted in favour and Councillor Dale voted against.",
        "FOR (3)\nCllrs Ashe, Birch &\nCrane\nAGAINST (1)\nCllr Dale",
        "Cllr Ashe | For\nCllr Birch | For\nCllr Crane | For\nCllr Dale | Against",
        "Member | For | Against\nCllr Ashe | X | \nCllr Birch | X | \nCllr Crane | X | \nCllr Dale |  | X",
    ],
)
def test_every_layout_gives_the_names_of_both_sides(text: str) -> None:
    recorded = the_vote(text).recorded
    assert recorded.in_favour[0].removeprefix("Cllr ") == "Ashe"
    assert len(recorded.in_favour) == 3
    assert recorded.against == ("Dale",)


def test_a_sides_head_may_run_over_two_lines() -> None:
    text = (
        "A vote was taken:\n\nFor the Proposal to Change the Name from Mayor of the District\n\nto Provost of the District:\n\n"
        "Councillors Ashe, Birch.\n\n(2)\n\nAgainst the Proposal to Change the Name from Mayor of the District\n\n"
        "to Provost of the District:\n\nCouncillors Crane.\n\n(1)\n"
    )
    assert the_vote(text).tally == Tally(2, 1)


def test_one_side_alone_is_a_vote_where_a_vote_was_spoken_of() -> None:
    vote = the_vote(
        "A Vote would now be required and the result was:\n\nFor\n\nCouncillors Ashe, Birch. (2)\n\nThere were no abstentions."
    )
    assert vote.tally == Tally(2, None, 0)


def test_nobody_against_leaves_the_side_empty_and_uncounted() -> None:
    vote = the_vote(
        "A Vote was taken:\nFor:\nCouncillor Ashe\nCouncillor Birch\nAbstain:\nCouncillor Crane\nAgainst:\nNone\nSigned:\n"
    )
    assert vote.recorded.against == ()
    assert vote.recorded.abstained == ("Crane",)
    assert vote.tally is None


def test_names_with_initials_particles_and_offices_are_kept_as_printed() -> None:
    text = (
        "For: the Mayor, Councillor Quilty, B. Marsh, Marsh (M), Cmhlr. Ó Dálaigh, Novak Uí Chonaill, Anne-Marie O'Shea (6)\n"
        "Against: St. John (1)\n"
    )
    assert the_vote(text).recorded.in_favour == (
        "Quilty", "B. Marsh", "Marsh (M)", "Cmhlr. Ó Dálaigh", "Novak Uí Chonaill", "Anne-Marie O'Shea",
    )  # fmt: skip


def test_a_comma_lost_at_the_line_end_parts_surnames_all_the_same() -> None:
    text = "For\nCouncillors Ashe, Birch, Crane\nDale, Finch(J) Grove. (6)\nAgainst\nCouncillor Heath. (1)\n"
    assert the_vote(text).recorded.in_favour == ("Ashe", "Birch", "Crane", "Dale", "Finch(J)", "Grove")


def test_a_figure_put_astray_by_the_layout_is_taken_where_it_fits_the_list() -> None:
    text = "For\nAshe, Birch.\n(2)\nAbstentions\nCrane, Dale\nThe Mayor declared the Motion carried.\n\n(2)\n\nProposed by"
    assert the_vote(text).tally == Tally(2, None, 2)


@pytest.mark.parametrize(
    "text",
    [
        "A poll was taken:\nFor Councillor Ashe\nCouncillors Ashe, Birch. (2)\nFor Councillor Dale\nCouncillors Dale, Finch. (2)",
        "funding was sought\nfor:\nTotal\nProject",
        "For Information\nSports Update\nLink",
        "YES\nNewtown\nCastle Park\nNO\nHighfield",
        "Cllr Ashe | X\nCllr Birch | X\nCllr Crane | X",
        "Against this background, Councillor Ashe asked for a report.",
    ],
)
def test_a_ballot_a_table_or_a_stray_word_is_no_recorded_vote(text: str) -> None:
    assert find_names(text, 0, len(text)) == []


def test_names_in_columns_without_commas_are_parted_where_the_columns_begin() -> None:
    text = (
        "FOR THE AMENDMENT\nAskew           Birkett         Carr\nDobson          Mrs Eyre\n\n"
        "AGAINST THE AMENDMENT\nMrs Featherston Garth          Hale\nIbbotson        Kell            Lund\n"
    )
    vote = the_vote(text)
    assert vote.recorded.in_favour == ("Askew", "Birkett", "Carr", "Dobson", "Mrs Eyre")
    assert vote.recorded.against == ("Mrs Featherston", "Garth", "Hale", "Ibbotson", "Kell", "Lund")


SIDE_BY_SIDE = """FOR (2)                AGAINST (3)            ABSTAINED (1)
Councillors            Aldermen               Mayor
Askew                   Carr                       Garth
Birkett                Dobson
                          Eyre
1
"""


def test_sides_printed_side_by_side_are_believed_where_the_figures_agree() -> None:
    vote = the_vote(SIDE_BY_SIDE)
    assert vote.tally == Tally(2, 3, 1)
    assert vote.recorded.against == ("Carr", "Dobson", "Eyre")
    assert vote.recorded.abstained == ("Garth",)
    wrong = SIDE_BY_SIDE.replace("AGAINST (3)", "AGAINST (4)")
    assert all(not found.recorded.against for found in find_names(wrong, 0, len(wrong)))


def test_sides_in_two_languages_and_an_indented_list_are_read() -> None:
    vote = the_vote("      Ar Son / For:  Cllr. P.J. Askew, Cllr. Bo Birkett (2)\n      I gCoinne / Against:  Cllr. Ann Carr (1)\n")
    assert vote.tally == Tally(2, 1)
    assert vote.recorded.in_favour == ("P.J. Askew", "Bo Birkett")
    vote = the_vote("O blaid / For: E. Askew, M. Birkett\nYn erbyn / Against: T. Carr\nYmatal / Abstained: I. Dobson\n")
    assert vote.recorded.abstained == ("I. Dobson",)


def test_sides_on_one_line_are_read() -> None:
    vote = the_vote(
        "A vote by name: FOR: Councillors Askew, Birkett and Carr AGAINST: Councillor Dobson ABSTENTIONS: Councillor Eyre."
    )
    assert vote.recorded.in_favour == ("Askew", "Birkett", "Carr")
    assert vote.recorded.abstained == ("Eyre",)


def test_the_second_side_of_a_sentence_needs_no_verb() -> None:
    vote = the_vote("Cllr Askew and Bo Birkett voted for, and Cllr Carr, Cllr Dobson and Ann Eyre against.")
    assert vote.recorded.against == ("Carr", "Dobson", "Ann Eyre")


def test_a_roll_call_among_many_spaces_is_read_line_by_line() -> None:
    text = (
        " " * 4000
        + "\n   Cllr Askew        For\n   Cllr Birkett      Against\n   Cllr Mrs Carr  Abstain\n"
        + "Cllr Dobson - " * 500
    )
    vote = the_vote(text)
    assert vote.recorded.abstained == ("Mrs Carr",)


def test_a_head_with_a_colon_and_a_dash_opens_a_list() -> None:
    text = "For the motion:-\nMr. Inch, Mrs. Jole, Mr. West.\n\nAgainst the motion:-\nMrs. Bent, Mr. Crofter.\n\nIt was\n"
    [found] = find_names(text, 0, len(text))
    assert found.recorded.in_favour == ("Mr. Inch", "Mrs. Jole", "Mr. West")
    assert found.recorded.against == ("Mrs. Bent", "Mr. Crofter")
