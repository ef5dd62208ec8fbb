"""Several motions on one item: which was put, whose it was, what became of each, and what writes it down; all invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.records import Tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]


def fates(found: Read) -> list[tuple[str, str, str]]:
    """Kind, outcome and words of every limb."""
    return [(limb.motion_kind.value, limb.outcome.value, found.words(limb)) for limb in found.limbs]


_TWO = (
    "Councillor Hale proposed that the fee be £20. This was seconded by Councillor Reed.\n"
    "Councillor Marsh proposed an amendment that the fee be £5. This was seconded by Councillor Bray.\n"
)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "A vote was taken on the amendment. It was defeated. The motion was then put and carried.",
            [("amendment", "lost", "that the fee be £5."), ("substantive", "carried", "that the fee be £20.")],
        ),
        (
            "The amendment was put to the vote and was LOST. The substantive motion was put to the vote and CARRIED.",
            [("amendment", "lost", "that the fee be £5."), ("substantive", "carried", "that the fee be £20.")],
        ),
        (
            "The amendment was withdrawn. The motion was lost by 2 votes to 6.",
            [("amendment", "withdrawn", "that the fee be £5."), ("substantive", "lost", "that the fee be £20.")],
        ),
        (
            "A vote was taken on the motion. The Mayor declared it lost.",
            [("substantive", "lost", "that the fee be £20.")],
        ),
        (
            "The Mayor declared the amendment carried and, therefore, the original motion defeated.",
            [("amendment", "carried", "that the fee be £5."), ("substantive", "lost", "that the fee be £20.")],
        ),
    ],
)
def test_a_fate_closes_the_motion_it_names(read: Reader, told: str, expected: list[tuple[str, str, str]]) -> None:
    assert fates(read(_TWO + told)) == expected


def test_an_amendment_s_fate_is_never_the_motion_s(read: Reader) -> None:
    found = read(_TWO + "The amendment was put and carried.")
    assert fates(found) == [("amendment", "carried", "that the fee be £5.")]
    [motion] = found.meeting.items[0].motions
    assert motion.mover == "Councillor Hale"


def test_what_an_amendment_replaced_was_neither_carried_nor_lost(read: Reader) -> None:
    found = read(_TWO + "The amendment was carried and became the substantive motion. The motion was carried.")
    assert fates(found)[0] == ("amendment", "carried", "that the fee be £5.")
    assert "that the fee be £20." not in {words for _, outcome, words in fates(found) if outcome == "carried"}


@pytest.mark.parametrize(
    ("told", "outcome", "words"),
    [
        ("The proposal from Councillor Hale was declared defeated.", "lost", "that the hall be sold."),
        ("The Mayor declared the proposal from Councillor Reed carried.", "carried", "that the hall be let."),
    ],
)
def test_of_two_motions_the_one_whose_mover_is_named_is_meant(read: Reader, told: str, outcome: str, words: str) -> None:
    found = read("Councillor Hale proposed that the hall be sold. Councillor Reed proposed that the hall be let. " + told)
    assert [(kind, said) for _, kind, said in fates(found)] == [(outcome, words)]


def test_all_of_several_motions_are_withdrawn_together(read: Reader) -> None:
    found = read(
        "Councillor Hale proposed an amendment that the fee be £5. Councillor Reed proposed an amendment that the fee be £9.\n"
        "Both amendments were withdrawn.\n"
    )
    assert fates(found) == [("amendment", "withdrawn", "that the fee be £5."), ("amendment", "withdrawn", "that the fee be £9.")]


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("The Mayor declared Councillor Paul Bray elected.", "that Councillor Paul Bray be the deputy."),
        ("The Mayor declared Councillor Ann Marsh elected.", "that Councillor Ann Marsh be the deputy."),
    ],
)
def test_of_two_nominations_the_one_declared_elected_is_carried(read: Reader, told: str, outcome: str) -> None:
    found = read(
        "Councillor Hale proposed that Councillor Ann Marsh be the deputy.\n\n"
        "Councillor Reed proposed that Councillor Paul Bray be the deputy.\n\n" + told
    )
    assert [words for _, kind, words in fates(found) if kind == "carried"] == [outcome]


@pytest.mark.parametrize(
    ("declared", "carried"),
    [
        ("Councillor Marsh (A)", ["Ann Marsh"]),
        ("Councillor Marsh (B)", ["Bo Marsh"]),
        ("Councillor Marsh", []),  # of two that may be meant, neither
        ("Councillor Dunn", []),
        ("Councillors Bray and Marsh (B)", ["Paul Bray", "Bo Marsh"]),
    ],
)
def test_who_is_not_declared_elected_is_never_carried(read: Reader, declared: str, carried: list[str]) -> None:
    names = ["Paul Bray", "Ann Marsh", "Bo Marsh", "Cy Hale"]
    nominated = [
        f"Proposed by Councillor Reed;\n\nSeconded by Councillor Hale;\n\n“That, Councillor {name} be appointed to the Board.”"
        for name in names
    ]
    found = read("\n\n".join([*nominated, f"The Clerk declared {declared} appointed to the Board."]))
    assert found.told == [(None, "carried", f"That, Councillor {name} be appointed to the Board.") for name in carried]


@pytest.mark.parametrize(
    ("clause", "declared"),
    [
        ("That, Mr. Joe Bray, 6 Mill Lane, Marsh End, Co. Larkmere, be co-opted", "Mr. Joe Bray co-opted"),
        ("That, Councillor Bray (Marsh End) be appointed to the Board", "Councillor Bray appointed"),
        ("That Councillor Scanian be appointed", "Councillor Scanlan appointed"),
        ("That, the following be appointed – (i) Ann Marsh and Bo Reed", "Ann Marsh and Bo Reed appointed"),
    ],
)
def test_a_nomination_is_known_by_its_name_however_it_is_printed(read: Reader, clause: str, declared: str) -> None:
    found = read(f"Proposed by Councillor Reed;\n\nSeconded by Councillor Hale;\n\n“{clause}.”\n\nThe Clerk declared {declared}.")
    assert [outcome for _, outcome, _ in found.told] == ["carried"]


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("the reference back being defeated", "lost"),
        ("the reference back being carried", "carried"),
    ],
)
def test_a_fate_names_the_motion_for_a_thing(read: Reader, told: str, outcome: str) -> None:
    found = read(
        "Councillor Hale moved the reference back of the plan. Councillor Reed proposed that the plan be printed.\n"
        f"A vote on the proposal resulted in {told}.\n"
    )
    assert [(kind, words) for _, kind, words in fates(found)] == [(outcome, "the reference back of the plan.")]


_BY_NAME = (
    "Proposed by Councillor Hale;\n\nSeconded by Councillor Reed;\n\n“That the weir be mended.”\n\nA recorded vote was taken.\n\n"
    "For\n\nCouncillors Hale, Marsh and Reed.\n\n(3)\n\nAgainst\n\nCouncillors Bray and Dunn.\n\n(2)\n\n"
)


@pytest.mark.parametrize(
    ("told", "outcomes"),
    [
        ("The Mayor declared the motion carried.\n", ["carried"]),
        ("Proposed by Councillor Bray;\n\nSeconded by Councillor Dunn;\n\n“That the sluice be shut.”\n", ["carried"]),
    ],
)
def test_a_vote_by_names_closes_a_motion_with_or_without_a_word_of_its_fate(read: Reader, told: str, outcomes: list[str]) -> None:
    found = read(_BY_NAME + told)
    assert [limb.outcome.value for limb in found.limbs] == outcomes
    limb = found.limbs[0]
    assert limb.vote is not None
    assert limb.vote.recorded is not None
    assert limb.vote.recorded.against == ("Bray", "Dunn")
    assert (found.words(limb), limb.mover) == ("That the weir be mended.", "Councillor Hale")


def test_a_resolution_adopted_by_the_same_voting_takes_the_names_above_it(read: Reader) -> None:
    found = read(
        _BY_NAME
        + "The Mayor declared the motion carried. It was proposed by Councillor Hale, seconded by Councillor Reed, and adopted "
        "by the same voting:\n\nAnd Resolved:\n\n“That the weir be mended and paid for.”\n"
    )
    assert found.limbs[-1].vote is not None
    assert found.limbs[-1].vote.recorded is not None
    assert found.limbs[-1].vote.recorded.in_favour == ("Hale", "Marsh", "Reed")


@pytest.mark.parametrize("joined", ["It was therefore\n", "Therefore it was\n", ""])
def test_a_motion_carried_and_the_resolution_that_writes_it_down_are_one_decision(read: Reader, joined: str) -> None:
    found = read(
        "It was moved by Councillor Hale and seconded by Councillor Reed that the report be agreed.\n"
        "The motion was put to the vote and CARRIED (9 votes for, 4 against). "
        + joined
        + "RESOLVED: That\n(a) the weir be mended; and\n"
        "(b) the cost be met.\n"
    )
    assert [(limb.label, found.words(limb)) for limb in found.limbs] == [("a", "the weir be mended"), ("b", "the cost be met.")]
    assert [(limb.vote.tally, limb.mover) for limb in found.limbs if limb.vote] == [(Tally(9, 4), "Councillor Hale")] * 2


def test_a_resolution_after_another_item_of_talk_is_a_decision_of_its_own(read: Reader) -> None:
    found = read(
        "Councillor Hale proposed that the weir be mended. The motion was put and carried by 5 votes to 4. The Engineer showed "
        "pictures of the bridge, the lock and the towpath, and answered what Members asked him about each.\n\n"
        "RESOLVED: That the bridge be painted.\n"
    )
    assert [found.words(limb) for limb in found.limbs] == ["that the weir be mended.", "That the bridge be painted."]
    assert found.limbs[1].vote is None


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("A vote was taken: 4 were in favour and 1 against.", "carried"),
        ("A vote was taken: 1 was in favour and 4 against.", "lost"),
        ("4 votes for and 4 votes against. The Chairman gave his casting vote against.", "lost"),
        (
            "4 votes for and 4 votes against. The Chairman gave his casting vote in favour of the motion, which was CARRIED.",
            "carried",
        ),
    ],
)
def test_the_figures_alone_decide_what_was_put_and_equal_ones_wait_for_the_chair(read: Reader, told: str, outcome: str) -> None:
    found = read("It was proposed by Cllr Hale, seconded by Cllr Reed, that the weir be mended. " + told)
    assert [(kind, words) for _, kind, words in fates(found)] == [(outcome, "that the weir be mended.")]


def test_a_resolution_printed_before_its_defeat_is_lost(read: Reader) -> None:
    found = read("RESOLVED: That the weir be mended.\n\nOn a vote the motion was declared defeated.\n")
    assert [limb.outcome.value for limb in found.limbs] == ["lost"]


def test_a_ballot_that_prints_the_motion_more_fully_gives_its_words(read: Reader) -> None:
    found = read(
        "Councillor Hale proposed to put off the plan. Members spoke.\n"
        "A vote was taken on the proposal to put off the plan to a further meeting in June. The proposal was carried.\n"
    )
    assert [words for _, _, words in fates(found)] == ["to put off the plan to a further meeting in June."]


@pytest.mark.parametrize(
    "text",
    [
        "The officers’ recommendations were unanimously approved.",
        "The Harbour Fund proposal was agreed in principle.",
        "The minutes were proposed by Cllr Hale, seconded by Cllr Reed, and unanimously agreed.",
    ],
)
def test_a_sentence_that_says_what_and_its_fate_with_nothing_open_is_whole(read: Reader, text: str) -> None:
    assert read(text).told == [(None, "carried", text)]


@pytest.mark.parametrize("text", ["The motion was carried.", "This was agreed.", "All in favour.", "The amendment was lost."])
def test_a_fate_with_no_words_of_a_motion_decides_nothing(read: Reader, text: str) -> None:
    assert read("Members spoke of the tide for an hour. " + text).told == []


def test_names_told_in_the_sentence_of_a_fate_are_of_it(read: Reader) -> None:
    found = read(
        "Councillor Wood proposed and Councillor Kell seconded that the verges be left uncut. On being put to the meeting the "
        "motion was declared LOST, the voting being as follows:-\nFOR: Councillors Boyd, Irvine and Kell.\n"
        "AGAINST: Councillors Adams, Carr, Gorm and Keer.\n"
    )
    [limb] = found.limbs
    assert limb.vote is not None
    assert limb.vote.recorded is not None
    assert limb.vote.recorded.in_favour == ("Boyd", "Irvine", "Kell")


def test_names_asked_for_below_a_fate_are_of_it_and_not_of_the_resolution_that_follows(read: Reader) -> None:
    found = read(
        "It was moved by Mr. Ware and seconded by Mrs. Jole:-\n\n“That the decision be referred back.”\n\nThe motion was put "
        "and not carried, 2 members voting for the motion and 3 against. Mr. Ware asked that the vote be recorded:\n\n"
        "For the motion:-\nMrs. Jole, Mr. Ware.\n\nAgainst the motion:-\nMrs. Bent, Mr. Croft, Dr. Mead.\n\n"
        "RESOLVED:\n\nThat no action be taken.\n"
    )
    lost, carried = found.limbs
    assert (lost.outcome.value, carried.outcome.value) == ("lost", "carried")
    assert lost.vote is not None
    assert lost.vote.recorded is not None
    assert lost.vote.recorded.in_favour == ("Mrs. Jole", "Mr. Ware")
    assert carried.vote is None


_WEIR = "Councillor Hale moved that the weir be sold. Councillor Reed seconded the Motion. "


def test_a_motion_falls_when_its_rejection_is_carried(read: Reader) -> None:
    """Limerick, 27 March 2017: whoever asks for the motion must not read that it was carried."""
    told = read(
        _WEIR + "The Mayor proposed the rejection of the Motion and this was seconded by Councillor Vane. "
        "The Clerk declared the Mayor's proposal to reject the Motion as carried."
    ).told
    assert [(outcome, said) for _, outcome, said in told] == [
        ("carried", "the rejection of the Motion"),
        ("lost", "that the weir be sold."),
    ]


@pytest.mark.parametrize("said", ["to reject the motion", "that the motion be not adopted", "that the motion be rejected"])
def test_a_motion_falls_when_it_is_agreed_to_reject_it(read: Reader, said: str) -> None:
    told = read(_WEIR + f"It was agreed {said}.").told
    assert ("lost", "that the weir be sold.") in [(outcome, words) for _, outcome, words in told]


def test_what_is_rejected_is_not_always_the_motion(read: Reader) -> None:
    told = read(_WEIR + "It was agreed to reject the tender of Bracken Ltd.").told
    assert "lost" not in [outcome for _, outcome, _ in told]


def test_what_was_resolved_is_not_undone_by_a_motion_withdrawn_elsewhere(read: Reader) -> None:
    """Limerick, 27 January 2020: the minutes were adopted, and then a query was answered."""
    told = read(
        "Proposed by Councillor Hale; seconded by Councillor Reed; and resolved: “That the draft Minutes be adopted.”\n\n"
        "In response to a query from Councillor Vane, the Clerk confirmed that his Motion was withdrawn at the previous meeting."
    ).told
    assert [outcome for _, outcome, _ in told] == ["carried"]
