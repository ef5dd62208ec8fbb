"""What puts a motion before the meeting: who moved what, in which words, and that moving alone decides nothing; all invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.records import Motion
    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]


def moved(found: Read) -> list[Motion]:
    """Every motion whose fate is not printed."""
    return [motion for item in found.meeting.items for motion in item.motions]


def words_of(found: Read, motion: Motion) -> str:
    """A motion's words, white space folded."""
    return " ".join(" ".join(found.pages[span.page].quote(span) for span in motion.spans).split())


@pytest.mark.parametrize(
    ("text", "words", "mover", "seconder"),
    [
        ("Cllr Hale proposed that the hall be sold.", "that the hall be sold.", "Cllr Hale", None),
        ("It was proposed by Cllr Hale, seconded by Cllr Reed, to sell the hall.", "to sell the hall.", "Cllr Hale", "Cllr Reed"),
        (
            "It was moved by Cllr. A. Hale and seconded by Cllr. B. Reed that it be sold.",
            "that it be sold.",
            "Cllr. A. Hale",
            "Cllr. B. Reed",
        ),
        (
            "Councillor Hale moved and Councillor Reed seconded that it be sold.",
            "that it be sold.",
            "Councillor Hale",
            "Councillor Reed",
        ),
        ("Councillor Hale proposed a short adjournment.", "a short adjournment.", "Councillor Hale", None),
        ("Cllr Hale proposed reducing the grant to the fair.", "reducing the grant to the fair.", "Cllr Hale", None),
        ("Cllr Hale proposed the purchase of a boat.", "the purchase of a boat.", "Cllr Hale", None),
        ("Cllr Hale proposed suspension of standing orders.", "suspension of standing orders.", "Cllr Hale", None),
        ("Cllr Hale proposed £200 for the fair.", "£200 for the fair.", "Cllr Hale", None),
        ("Cllr Hale proposed the item be put back to June.", "the item be put back to June.", "Cllr Hale", None),
        ("Cllr Hale proposed a motion that the hall be sold.", "that the hall be sold.", "Cllr Hale", None),
        (
            "A motion to go on with the special meeting was proposed by Councillor Hale and seconded by Councillor Reed.",
            "to go on with the special meeting",
            "Councillor Hale",
            "Councillor Reed",
        ),
        (
            "Proposed by Councillor Hale;\n\nSeconded by Councillor Reed;\n\n“That the weir be mended.”\n",
            "That the weir be mended.",
            "Councillor Hale",
            "Councillor Reed",
        ),
        (
            "Notice of Motion submitted by Councillor P. Hale\n\nI will move at the next Meeting that the ferry be free.\n",
            "that the ferry be free.",
            "Councillor P. Hale",
            None,
        ),
    ],
)
def test_a_motion_moved_is_kept_with_its_movers_and_is_no_decision(
    read: Reader, text: str, words: str, mover: str | None, seconder: str | None
) -> None:
    found = read(text)
    assert found.limbs == []
    assert [(words_of(found, one), one.mover, one.seconder) for one in moved(found)] == [(words, mover, seconder)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Councillor Hale proposed an amendment that the figure be halved.",
            "that the figure be halved.",
        ),
        (
            "Councillor Hale proposed an Amendment to the Motion as follows:\n\n“That the figure be halved.”\n",
            "That the figure be halved.",
        ),
        ("AMENDMENT 1 (Cllr Hale / Cllr Reed): to insert the word tidal.", "to insert the word tidal."),
        ("Cllr Hale made a counter-proposal and moved that the sum be £40.", "that the sum be £40."),
    ],
)
def test_an_amendment_is_known_as_one(read: Reader, text: str, words: str) -> None:
    found = read(text)
    assert found.limbs == []
    assert [(one.kind.value, words_of(found, one)) for one in moved(found)] == [("amendment", words)]


def test_a_motion_quoted_below_the_name_of_who_gave_notice_stands_alone(read: Reader) -> None:
    found = read(
        "7.\n\nNotice of Motion submitted by Councillor P. Hale\n\n“That this District calls for a bus.”\n\nMembers spoke.\n"
    )
    assert [(one.mover, words_of(found, one)) for one in moved(found)] == [
        ("Councillor P. Hale", "That this District calls for a bus.")
    ]


def test_a_notice_of_motion_runs_to_the_end_of_its_paragraph(read: Reader) -> None:
    found = read(
        "Notice of Motion submitted by Councillor P. Hale\n\nI will move at the next Meeting that the Council write to him. "
        "That a copy be sent to each neighbour.\n\nIn proposing the Motion, Councillor Hale spoke of tides.\n"
    )
    assert [words_of(found, one) for one in moved(found)] == [
        "that the Council write to him. That a copy be sent to each neighbour."
    ]


def test_two_motions_are_kept_apart_each_with_its_own_mover(read: Reader) -> None:
    found = read("Cllr Hale proposed that the hall be sold. Cllr Reed proposed that the hall be let. Members spoke at length.\n")
    assert [(one.mover, words_of(found, one)) for one in moved(found)] == [
        ("Cllr Hale", "that the hall be sold."),
        ("Cllr Reed", "that the hall be let."),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cllr Hale proposed that the hall be let, all in favour.", "that the hall be let"),
        ("Cllr Hale proposed that the hall be let; unanimous.", "that the hall be let"),
        ("Cllr Hale proposed to let the hall and this was unanimously agreed.", "to let the hall"),
        ("Cllr Hale proposed that the hall be let. Cllr Reed seconded. All were in favour.", "that the hall be let."),
        ("Mrs Hale suggested that the clock be wound on Fridays. This was agreed.", "that the clock be wound on Fridays."),
        ("The Treasurer recommended that the fund be closed, and this was agreed.", "that the fund be closed"),
        ("It was proposed that the fair be held in June. All agreed.", "that the fair be held in June."),
    ],
)
def test_a_proposal_is_carried_by_the_words_that_come_at_once(read: Reader, text: str, words: str) -> None:
    assert read(text).told == [(None, "carried", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Hale suggested that the clock be wound on Fridays.",
        "Mrs Hale suggested that the clock be wound on Fridays. The Mayor spoke of bells and of the cost of rope. This was agreed.",
        "The report noted that it was proposed to proceed in the spring.",
        "It is proposed to build a slipway at Gull Point.",
        "Cllr Hale proposed that a vote be taken.",
        "The works being proposed were shown on a map.",
        "The proposed layout was shown.",
        "The boat was moved to the upper quay.",
    ],
)
def test_what_was_only_suggested_or_planned_is_neither_motion_nor_decision(read: Reader, text: str) -> None:
    found = read(text)
    assert (found.limbs, moved(found)) == ([], [])
