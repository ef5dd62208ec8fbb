"""Votes as real minutes print them; each line below stood in one."""

from __future__ import annotations

import pytest

from index.records import Tally
from ingest.segmenting.votes import find_vote


@pytest.mark.parametrize(
    ("text", "printed", "tally"),
    [  # a printed form of None stands where the whole expression is long and its figures are what the line is here for
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
        ("Agreed by a vote of 6 - 1.", "6 - 1", Tally(6, 1)),
        ("passed by a majority of 7 to 4", "7 to 4", Tally(7, 4)),
        ("carried by 12 votes to 9 with 2 abstentions", "12 votes to 9 with 2 abstentions", Tally(12, 9, 2)),
        ("This was approved by 7 votes, 1 abstention.", "7 votes, 1 abstention", Tally(7, None, 1)),
        ("12 for, 9 against, 2 abstained", "12 for, 9 against, 2 abstained", Tally(12, 9, 2)),
        ("Votes: FOR 12 AGAINST 9 ABSTAIN 2", "FOR 12 AGAINST 9 ABSTAIN 2", Tally(12, 9, 2)),
        ("Votes For 12 / Against 9", "For 12 / Against 9", Tally(12, 9)),
        ("Ayes 5, Nays 2", "Ayes 5, Nays 2", Tally(5, 2)),
        ("In favour (18), against (3)", "In favour (18), against (3)", Tally(18, 3)),
        ("'That the minutes be approved' For-5 Abstention - 1", "For-5 Abstention - 1", Tally(5, None, 1)),
        ("2 Votes for 3 Votes against", "2 Votes for 3 Votes against", Tally(2, 3)),
        ("There were 6 votes for the removal.", "6 votes for the removal", Tally(6, None)),
        ("seconded by Cllr Hale, one abstained (as absent) and six were favour.", None, Tally(6, None, 1)),
        ("those in favour were zero and those against was six.", None, Tally(0, 6)),
        ("The vote was 12 no. in favour of the amendment and 7 no. against the amendment", None, Tally(12, 7)),
        ("62 for the proposal, none against and 1 person abstained.", None, Tally(62, 0, 1)),
        ("Prop JT, 2nd DC, five agreed, two abstained due to absence.", "five agreed, two abstained", Tally(5, None, 2)),
        ("The majority of the Members (4) voted in favour of this", "(4) voted in favour", Tally(4, None)),
        ("was not carried (Voting: 4 for, 6 against, 1 abstention).", "(Voting: 4 for, 6 against, 1 abstention)", Tally(4, 6, 1)),
        ("be sent to Cabinet. (Yes: 8, No: 2, Abstained: 1)", "(Yes: 8, No: 2, Abstained: 1)", Tally(8, 2, 1)),
        ("be approved. (6/2/1)", "(6/2/1)", Tally(6, 2, 1)),
        ("(vote: 6-2-0, Cllr Hale voting against)", "6-2-0", Tally(6, 2, 0)),
        ("the Agreement was approved (carried 21:8)", "21:8", Tally(21, 8)),
        ("Vote: 4 - 2 (1 abst).", "4 - 2 (1 abst)", Tally(4, 2, 1)),
        ("this was carried, 5 in favour, 1 abs.", "5 in favour, 1 abs", Tally(5, None, 1)),
        ("The vote was 5 for and none against, one member not voting.", "5 for and none against", Tally(5, 0)),
        ("there voted 3 for and 7 against, and the motion fell", "3 for and 7 against", Tally(3, 7)),
        ("Voting on the reference back was equal (9:9)", "(9:9)", Tally(9, 9)),
        ("The vote was tied 3-3 and the Chairman gave his casting vote", "3-3", Tally(3, 3)),
        ("Pleidleisiwyd: 3 o blaid, 5 yn erbyn.", "3 o blaid, 5 yn erbyn", Tally(3, 5)),
        ("seconded by Cllr Reed and carried with no-one against", "no-one against", Tally(None, 0)),
        (
            "a vote was taken with six Members in favour of the proposal to\n\nbuild the sheds at Mill Lane and seven against.",
            None,
            Tally(6, 7),
        ),
    ],
)
def test_a_vote_is_read_as_printed_with_its_figures(text: str, printed: str | None, tally: Tally) -> None:
    vote = find_vote(text)
    assert vote is not None
    assert vote.tally == tally
    assert text[vote.start : vote.end] == printed or printed is None


@pytest.mark.parametrize(
    "text",
    [
        "Resolved: (Unanimously)",
        "it was unanimously agreed",
        "All were in favour.",
        "carried nem. con.",
        "a chytunwyd yn unfrydol bod",
        "seconded this and everyone was in agreement",
        "that it be held over, agreed by all.",
    ],
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
        "attendance grew by 10 to 12 people",
        "open from 7 to 9 pm, which was agreed",
        "It was agreed to hold the fair from 21 to 25 June",
        "a mix of houses (3:1) was preferred",
        "a window on each of these days (12-4) so that bins are free",
        "The Outline Strategy (2019-2022) was agreed",
        "the insurance was approved for 2020/21 for the next three years",
        "It was agreed that there should be no opposition to this application",
        "agreed that the time allowed for the Meeting was one hour",
        "a 50-50 vote",
        "As not all Members were in favour, a vote was taken",
        "Members almost unanimously liked it",
    ],
)
def test_numbers_that_are_no_vote_are_left_alone(text: str) -> None:
    assert find_vote(text) is None


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("On the proposal of Councillor Hale it was unanimously agreed that", "unanimously"),
        ("The seat was ordered. Unanimously approved", "Unanimously approved"),
        ("a) Decision: (unanimously) to adopt", "(unanimously)"),
        ("All in favour.", "All in favour"),
    ],
)
def test_unanimity_is_printed_as_short_as_it_can_stand(text: str, printed: str) -> None:
    vote = find_vote(text)
    assert vote is not None
    assert text[vote.start : vote.end] == printed


@pytest.mark.parametrize(
    "text", ["all were in favour, two abstained as they were absent", "carried unanimously with two abstentions"]
)
def test_all_in_favour_but_for_abstentions_keeps_both(text: str) -> None:
    vote = find_vote(text)
    assert vote is not None
    assert vote.unanimous
    assert vote.tally == Tally(None, None, 2)


def test_a_member_named_beside_the_figures_is_a_name_and_no_count() -> None:
    text = "(Cllr Ann Hale proposed, Cllr Bo Reed seconded, seven were in favour, and Cllr Gwen Marsh abstained)"
    vote = find_vote(text)
    assert vote is not None
    assert text[vote.start : vote.end] == "seven were in favour, and Cllr Gwen Marsh abstained"
    assert vote.tally == Tally(7, None)
    assert vote.named is not None
    assert vote.named.abstained == ("Cllr Gwen Marsh",)


def test_names_in_brackets_after_a_count_are_of_that_side() -> None:
    vote = find_vote("two abstained (Cllr Ann Hale and Cllr Bo Reed as they were absent) and seven were in favour.")
    assert vote is not None
    assert vote.named is not None
    assert vote.named.abstained == ("Cllr Ann Hale", "Cllr Bo Reed")


def test_equal_votes_settled_by_the_chair_are_marked_so() -> None:
    vote = find_vote("there being 6 votes in favour and 6 against, the Mayor used his casting vote")
    assert vote is not None
    assert vote.casting
    assert vote.tally == Tally(6, 6)


def test_a_casting_vote_is_told_from_a_tally() -> None:
    vote = find_vote("With the Chairman’s casting vote, option 2 was agreed")
    assert vote is not None
    assert vote.casting
    assert vote.tally is None


@pytest.mark.parametrize(
    "text",
    [
        "The Clerk asked if everyone was in agreement with the document.",
        "the update was approved (5/1/21)",
        "the minutes were adopted at 7:30",
        "Everyone agreed that this was a generous offer",
    ],
)
def test_a_question_a_date_and_an_opinion_are_no_votes(text: str) -> None:
    assert find_vote(text) is None


def test_a_blank_line_before_a_small_letter_ends_no_sentence_and_before_a_capital_it_does() -> None:
    wrapped = find_vote("a vote with six Members in favour of the sheds planned for the\n\nfield at Mill Lane and seven against.")
    apart = find_vote("a vote with six Members in favour of the sheds planned for the\n\nField at Mill Lane and seven against.")
    assert wrapped is not None
    assert wrapped.tally == Tally(6, 7)
    assert apart is not None
    assert apart.tally == Tally(6, None)
