"""What became of a motion: carried, lost, withdrawn or never put, each only where the words say it; every line is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.records import Tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]

_MOVED = "It was proposed by Cllr Hale, seconded by Cllr Reed, that the hall be sold. "


@pytest.mark.parametrize(
    "told",
    [
        "Carried.",
        "CARRIED",
        "This was AGREED.",
        "This was agreed unanimously.",
        "It was duly passed.",
        "All in favour.",
        "All were in favour.",
        "All agreed.",
        "Everyone was in agreement.",
        "Unanimous.",
        "Voting was unanimous.",
        "Unanimously supported.",
        "Motion carried.",
        "Proposal passed.",
        "Carried by 5 votes to 2.",
        "Carried with one abstention.",
        "Adopted by all members.",
        "Approved by a majority vote.",
        "5 for, 2 against - carried.",
        "The motion was put to the vote and carried.",
        "The Mayor declared the motion carried.",
        "On being put to the vote the proposal was agreed.",
        "The resolution was so passed.",
        "Members voted unanimously in favour of this motion.",
    ],
)
def test_a_motion_is_carried_by_words_of_its_own(read: Reader, told: str) -> None:
    assert read(_MOVED + told).told == [(None, "carried", "that the hall be sold.")]


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("Lost.", "lost"),
        ("This was not agreed.", "lost"),
        ("This was not supported.", "lost"),
        ("NOT CARRIED", "lost"),
        ("The motion was not carried.", "lost"),
        ("The motion was NOT CARRIED.", "lost"),
        ("The proposal was not\nsupported.", "lost"),
        ("The motion was not upheld.", "lost"),
        ("The motion was rejected.", "lost"),
        ("The proposal fell.", "lost"),
        ("The motion falls.", "lost"),
        ("Motion defeated.", "lost"),
        ("Lost by 2 votes to 5.", "lost"),
        ("Defeated (2 for, 5 against).", "lost"),
        ("2 for, 5 against - lost.", "lost"),
        ("The Mayor declared the motion defeated.", "lost"),
        ("On being put to the vote, the motion was LOST.", "lost"),
        ("Two voted for and five against.", "lost"),
        ("The votes were equal, 3 for and 3 against, and the Chair gave his casting vote against the motion.", "lost"),
        ("There was no seconder.", "not_put"),
        ("The motion was withdrawn.", "withdrawn"),
        ("Cllr Hale withdrew the motion.", "withdrawn"),
        ("Cllr Hale was happy to withdraw.", "withdrawn"),
        ("It was agreed that the motion would be withdrawn.", "withdrawn"),
    ],
)
def test_a_motion_that_failed_is_never_carried(read: Reader, told: str, outcome: str) -> None:
    assert read(_MOVED + told).told == [(None, outcome, "that the hall be sold.")]


@pytest.mark.parametrize(
    ("text", "outcome", "words"),
    [
        (
            "Cllr Hale proposed that the precept be held at £900; there was no seconder.",
            "not_put",
            "that the precept be held at £900",
        ),
        ("Cllr Hale proposed that the hall be sold. It fell for want of a seconder.", "not_put", "that the hall be sold."),
        ("Cllr Hale proposed that the hall be sold. The motion failed to find a seconder.", "not_put", "that the hall be sold."),
        ("Cllr Hale proposed that the hall be sold. Nobody seconded this.", "not_put", "that the hall be sold."),
        ("Cllr Hale proposed that the hall be sold but then withdrew.", "withdrawn", "that the hall be sold"),
        ("Cllr Hale proposed that the hall be sold, and this was not agreed.", "lost", "that the hall be sold"),
        (
            "A proposal from Councillor Hale (seconded: Councillor Reed) to close the panel was put and LOST.",
            "lost",
            "to close the panel",
        ),
        ("A motion by Councillor Hale to close the panel was put and not carried.", "lost", "to close the panel"),
        ("A proposal from Councillor Hale to close the panel was put and carried.", "carried", "to close the panel"),
    ],
)
def test_one_sentence_puts_a_motion_and_says_what_became_of_it(read: Reader, text: str, outcome: str, words: str) -> None:
    assert read(text).told == [(None, outcome, words)]


def test_one_declaration_tells_of_the_amendment_and_of_the_motion(read: Reader) -> None:
    found = read(
        "Councillor Hale proposed that the fee be £20. Councillor Reed proposed an amendment that the fee be £5.\n"
        "The Mayor declared the Amendment defeated and, therefore, the original Motion carried.\n"
    )
    assert [(limb.motion_kind.value, limb.outcome.value, found.words(limb)) for limb in found.limbs] == [
        ("amendment", "lost", "that the fee be £5."),
        ("substantive", "carried", "that the fee be £20."),
    ]


@pytest.mark.parametrize(
    ("told", "outcome", "tally"),
    [
        ("The motion was put and carried by 6 votes to 4.", "carried", Tally(6, 4)),
        ("The motion was put and lost by 6 votes to 4.", "lost", Tally(4, 6)),
        ("On a vote, 4 were in favour and 6 against, and the motion was lost.", "lost", Tally(4, 6)),
    ],
)
def test_figures_are_kept_as_the_minutes_mean_them(read: Reader, told: str, outcome: str, tally: Tally) -> None:
    [limb] = read(_MOVED + told).limbs
    assert limb.vote is not None
    assert (limb.outcome.value, limb.vote.tally, limb.mover, limb.seconder) == (outcome, tally, "Cllr Hale", "Cllr Reed")


@pytest.mark.parametrize(
    "text",
    [
        "Works on the motion sensor were carried out in May.",
        "The option was lost in the move to the new office.",
        "The mobile signal was lost on the hill.",
        "It was lost in the post.",
        "If the motion was lost, the old rule would stand.",
        "The Director spoke of the work that would follow were the proposal to be approved.",
        "The Manager asked that the recommendations be agreed.",
        "Support for the scheme was nearly unanimous at the public evening.",
        "The Clerk said that 40 people voted in favour of the scheme at the fair.",
        "The motion had been withdrawn in March.",
        "Following the motion passed in June, the Minister wrote back.",
        "Before the proposal was put, Members spoke of the tide.",
        "A survey was carried out on the proposal.",
    ],
)
def test_words_that_only_look_like_a_fate_decide_nothing(read: Reader, text: str) -> None:
    assert read(text).told == []


@pytest.mark.parametrize(
    "told",
    [
        "The votes were equal, 4 for and 4 against.",
        "Members would decide if the motion was carried.",
        "Works were carried out at the hall last year.",
        "The Clerk said that support for it was nearly unanimous in the village.",
    ],
)
def test_a_motion_with_no_fate_stays_open(read: Reader, told: str) -> None:
    found = read(_MOVED + told)
    assert found.limbs == []
    assert [motion.mover for item in found.meeting.items for motion in item.motions] == ["Cllr Hale"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The Parish Council voted 4 to 1 in favour of the second design.", "carried"),
        ("The council voted 1 to 4 in favour of the second design.", "lost"),
        ("A grant for the choir was approved (5 for, 1 against).", "carried"),
    ],
)
def test_a_vote_says_in_itself_what_was_voted(read: Reader, text: str, outcome: str) -> None:
    assert [limb.outcome.value for limb in read(text).limbs] == [outcome]


def test_a_road_called_fell_is_no_fate(read: Reader) -> None:
    found = read(
        "Councillor Ash moved an amendment, seconded by Councillor Bell, that the centre be at Fell Road. The amendment FELL.\n"
    )
    assert [(outcome, words) for _, outcome, words in found.told] == [("lost", "that the centre be at Fell Road.")]


DECLARED_ALONE = (
    "1. Minutes\nAgreed.\n2. The Mayor's title\nThe Mayor referred to the proposal on the agenda.\n{amendment}"
    "A vote was taken:\n\nFor the Proposal to Change the Name:\n\nCouncillors Cahill, Collins, Dale and Hurley.\n(4)\n\n"
    "Against the Proposal to Change the Name:\n\nCouncillors Vane and Gill.\n(2)\n\nAbstention\nCouncillor Keller\n(1)\n\n"
    "The Meetings Administrator declared the proposal to change the name from Mayor of the District of Aldmoor to Reeve of the "
    "District of Aldmoor in accordance with Section 32 of the Local Government Act 2001, as amended, as {fate}.\n\n"
    "3. Close\nAt nine.\n"
)
CHANGED = (
    "to change the name from Mayor of the District of Aldmoor to Reeve of the District of Aldmoor in accordance with Section 32 of "
    "the Local Government Act 2001, as amended"
)


@pytest.mark.parametrize("fate", ["carried", "defeated"])
def test_a_proposal_of_the_agenda_is_decided_in_the_words_that_declare_it(read: Reader, fate: str) -> None:
    """Limerick, 29 April 2019: sixteen for, six against, one abstention."""
    found = read(DECLARED_ALONE.format(amendment="", fate=fate))
    assert found.told == [(None, "carried" if fate == "carried" else "lost", CHANGED)]


def test_a_counter_proposal_is_not_carried_by_the_vote_on_what_it_would_have_changed(read: Reader) -> None:
    """Limerick, 29 April 2019: "that the proposal be amended to keep the status quo" was put by nobody and is no decision."""
    amendment = "It was proposed by Councillor Vane, seconded by Councillor Gill, that the proposal be amended to keep the title. "
    found = read(DECLARED_ALONE.format(amendment=amendment, fate="carried"))
    assert found.told == [(None, "carried", CHANGED)]
    (limb,) = found.limbs
    assert limb.vote is not None
    assert limb.vote.tally is not None
    assert (limb.vote.tally.in_favour, limb.vote.tally.against, limb.vote.tally.abstained) == (4, 2, 1)
    assert (limb.mover, limb.seconder) == (None, None)


def test_words_that_declare_a_motion_that_was_moved_are_no_second_decision(read: Reader) -> None:
    found = read(
        "1. Minutes\nAgreed.\n2. Budget\n"
        "It was proposed by Councillor Vane, seconded by Councillor Gill, that the Budget be adopted. "
        "The Mayor declared the motion to adopt the Budget as carried.\n3. Close\nAt nine.\n"
    )
    assert found.told == [(None, "carried", "that the Budget be adopted.")]
