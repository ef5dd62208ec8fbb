"""Decisions in the words of real minutes: carried, lost, withdrawn, deferred, not put, and what is no decision at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.records import Force
from index.records import Tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]


def test_a_vote_of_two_to_eight_is_lost_and_the_next_one_under_the_same_letter_carried(read: Reader) -> None:
    """Seed 000: a naive reader reports that the committee "decided to agree none of the proposals"."""
    told = read(
        "Agenda item\n\nShared Services\n\nd) Decision (2:8) to agree none of the proposals within the report.\n\n"
        "Decision (8:2) to agree approach 3 within the report.\n\ne) Decision: (unanimously) to approve the proposed savings\n"
    ).told
    assert told == [
        ("d", "lost", "to agree none of the proposals within the report."),
        (None, "carried", "to agree approach 3 within the report."),
        ("e", "carried", "to approve the proposed savings"),
    ]


def test_limbs_under_one_resolution_keep_their_numbers_and_share_its_vote(read: Reader) -> None:
    """Seed 001."""
    found = read(
        "Agenda item\n\nShared Services Update\n\nResolved: (Unanimously)\n\n\nThat the Scrutiny Committee\n\n\n"
        "1.     thanks the Leader for attending;\n\n\n2.     welcomes the progress made; and\n\n\n"
        "3.     asks that the examples be investigated further.\n\nSupporting documents:\n"
    )
    assert [(limb.label, limb.force) for limb in found.limbs] == [("1", Force.THANKED), ("2", Force.OTHER), ("3", Force.REQUESTED)]
    assert {limb.vote.printed for limb in found.limbs if limb.vote} == {"(Unanimously)"}
    assert found.words(found.limbs[0]) == "thanks the Leader for attending"


def test_two_decisions_number_their_clauses_on_from_each_other(read: Reader) -> None:
    """Seed 002: 1 was carried 7 to 3, 2 and 3 unanimously."""
    found = read(
        "Issue - meetings\n\nNext Steps\n\nMeeting: 02/09/2020 - Joint Committee (Item 41)\n\nPhase 2\n\n"
        "Decision (For: 7 Against: 3) that\n\n\n1.    the option be pursued.\n\n\nDecision (unanimous) that\n\n\n"
        "2.    officers develop a case.\n\n3.    officers consider the opportunities.\n"
    )
    assert [limb.label for limb in found.limbs] == ["1", "2", "3"]
    votes = [limb.vote for limb in found.limbs if limb.vote]
    assert votes[0].tally == Tally(7, 3)
    assert [vote.unanimous for vote in votes] == [False, True, True]


def test_the_verb_decides_the_force_and_noting_is_not_agreeing(read: Reader) -> None:
    """Seed 004."""
    found = read(
        "Agenda item\n\nSTRATEGY\n\nMinutes:\n\nRESOLVED   \n\n \n\nTHAT Cabinet:\n\n(a)   accepted the business case;\n\n \n\n"
        "(b)   noted there were three models;\n\n \n\n(c)   agreed that the Council should continue; and\n\n \n\n"
        "(e)   authorised the Deputy Chief Executive to progress negotiations.\n"
    )
    assert [limb.force for limb in found.limbs][:3] == [Force.APPROVED, Force.NOTED, Force.AGREED]


def test_limerick_names_mover_and_seconder_on_lines_of_their_own(read: Reader) -> None:
    found = read(
        "1.\n\nAdoption of Minutes\n\nProposed by Councillor O’Donnell;\n\nSeconded by Councillor Teefy;\n\nAnd Resolved:\n\n"
        "“That, the draft Minutes, as circulated, be taken as read and adopted and signed.”\n\n2.\n\nDeputation\n\nNone came.\n"
    )
    [limb] = found.limbs
    assert (limb.mover, limb.seconder) == ("Councillor O’Donnell", "Councillor Teefy")
    assert found.words(limb) == "That, the draft Minutes, as circulated, be taken as read and adopted and signed."


def test_an_amendment_lost_and_the_motion_carried_each_keep_their_own_vote(read: Reader) -> None:
    found = read(
        "It was moved by Councillor Vane and seconded by Councillor Wick that the recommendations be agreed.\n"
        'An amendment was moved by Councillor Pell and seconded by Councillor Cole:\n"That a decision be deferred."\n'
        "On being put to the vote, the amendment was LOST (11 votes for, 24 against).\n"
        "The substantive motion was put to the vote and CARRIED (25 votes for, 9 against). It was therefore\n"
        "RESOLVED: That\n(a) option 2 be agreed; and\n(b) the costs be met from reserves.\n"
    )
    assert [(limb.label, limb.outcome.value) for limb in found.limbs] == [(None, "lost"), ("a", "carried"), ("b", "carried")]
    tallies = [limb.vote.tally for limb in found.limbs if limb.vote]
    assert tallies == [Tally(11, 24), Tally(25, 9), Tally(25, 9)]
    assert [limb.mover for limb in found.limbs] == ["Councillor Pell", "Councillor Vane", "Councillor Vane"]


def test_ten_votes_to_three_against_a_motion_are_counted_as_the_minutes_mean_them(read: Reader) -> None:
    found = read("Councillor Daly proposed that the street be renamed. After a vote, the motion was defeated by 10 votes to 3.\n")
    [limb] = found.limbs
    assert limb.outcome.value == "lost"
    assert limb.vote is not None
    assert limb.vote.tally == Tally(3, 10)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("I will move at the next Meeting that the Council write to the Minister.\n\nThe Motion was agreed.", "carried"),
        ("I will move at the next Meeting that a stamp be kept.\n\nThis Motion was withdrawn by Councillor O’Brien.", "withdrawn"),
        ("Cllr Lusk proposed that the precept be frozen at £31,500; there was no seconder and the proposal fell.", "not_put"),
        ("Cllr Oake proposed that bonfires be allowed. Two in favour, one against. Carried.", "carried"),
        ("This item was deferred to the November Meeting of the Council.", "deferred"),
        ("Councillor Oxley moved, and Councillor Gray seconded, that it be refused. The motion was declared LOST.", "lost"),
    ],
)
def test_the_fate_of_a_motion_is_the_one_printed(read: Reader, text: str, outcome: str) -> None:
    assert [limb.outcome.value for limb in read(text).limbs] == [outcome]


@pytest.mark.parametrize(
    "text",
    [
        "Members noted that the building blocks are already in place.",
        "The Clerk agreed to write to the landowner.",
        "It was agreed that the vote would be taken in the form of a show of hands.",
        "It had been AGREED at the last meeting to buy a bench.",
        "The Director explained what would follow if the motion was agreed and approved by this committee.",
        "Works were carried out at the bridge and a set of keys was lost.",
        "Councillor Crake proposed that questions be allowed. Councillor Amble said that he would think about it.",
    ],
)
def test_discussion_promises_and_other_meetings_decide_nothing(read: Reader, text: str) -> None:
    assert read(text).limbs == []


def test_a_motion_whose_fate_is_not_printed_is_kept_as_a_motion(read: Reader) -> None:
    found = read(
        "It was proposed by Councillor Vane, seconded by Councillor Wick, that the hall be sold. Members spoke at length.\n"
    )
    [motion] = found.meeting.items[0].motions
    assert (motion.mover, motion.seconder) == ("Councillor Vane", "Councillor Wick")
    assert found.limbs == []


def test_equal_votes_wait_for_the_casting_vote(read: Reader) -> None:
    found = read(
        "Councillor Dun proposed, and Councillor Pell seconded, that permission be granted. The votes were equal, there being "
        "4 votes for and 4 against. The Chair exercised his casting vote in favour of the motion, which was declared CARRIED.\n"
    )
    [limb] = found.limbs
    assert limb.outcome.value == "carried"
    assert limb.vote is not None
    assert limb.vote.tally == Tally(4, 4)


def test_a_clause_that_runs_over_a_page_has_a_span_on_each(read: Reader) -> None:
    found = read("RESOLVED: That the Clerk should obtain three quotations for", "rebuilding the fallen part of the wall.\n")
    [limb] = found.limbs
    assert [span.page for span in limb.spans] == [1, 2]
    assert found.words(limb) == "That the Clerk should obtain three quotations for rebuilding the fallen part of the wall."


def test_a_motion_quoted_below_its_movers_takes_the_vote_by_name_that_follows(read: Reader) -> None:
    """Limerick, 30 September 2019: the figures stand below the names."""
    found = read(
        "The following amendment was submitted.\n\nProposed by Councillor Secas;\n\nSeconded by Councillor Butler;\n\n"
        "“To close the Street to buses”\n\nA vote was taken.\n\nFor the Proposal\n\nCouncillors Collins and O’Dea.\n\n(2)\n\n"
        "Against the Proposal\n\nCouncillors Daly, Murphy and Secas.\n\n(3)\n\n"
        "The Meetings Administrator declared the amendment defeated.\n"
    )
    [limb] = found.limbs
    assert (limb.outcome.value, limb.mover, limb.seconder) == ("lost", "Councillor Secas", "Councillor Butler")
    assert limb.vote is not None
    assert limb.vote.tally == Tally(2, 3)
    assert limb.vote.recorded is not None
    assert limb.vote.recorded.against == ("Daly", "Murphy", "Secas")


def test_what_a_lead_recommends_is_only_recommended_and_its_words_end_before_the_letter(read: Reader) -> None:
    text = (
        "RESOLVED: That the Committee recommends to Cabinet that\n(a) the arrangement continue; and\n(b) the report be approved.\n"
    )
    found = read(text)
    assert [limb.force for limb in found.limbs] == [Force.RECOMMENDED, Force.RECOMMENDED]
    cue = found.limbs[0].cue
    assert cue is not None
    assert text[cue.start : cue.end] == "RESOLVED: That the Committee recommends to Cabinet that"
