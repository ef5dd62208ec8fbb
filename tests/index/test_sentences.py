"""Where a sentence of minutes ends: abbreviations, lines broken by the page, short lines, lines that begin small; all invented."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import is_loose
from index.sentences import sentence_at
from index.sentences import sentence_before
from index.sentences import sentence_from
from index.sentences import sentences


def told(text: str) -> list[str]:
    """Every sentence of a text, white space folded."""
    return [" ".join(text[one.start : one.end].split()) for one in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Proposed by Cllr. A. Hale, seconded by Cllrs. Reed and Marsh.",
        "The vicar of St. Bride moved it with Dr. Bray and Mrs. Dunn.",
        "The meeting began at 7 p.m. on Rope Walk.",
        "It was carried nem. con. by Members present.",
        "The sum of £4.50 is due under para. 4 of No. 7.",
        "Prop. Cllr Hale Sec. Cllr Reed.",
        "The Cyng. P. Hale spoke.",
    ],
)
def test_a_full_stop_that_abbreviates_ends_nothing(text: str) -> None:
    assert told(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Members spoke. The motion was lost.", ["Members spoke.", "The motion was lost."]),
        ("Is it ours? Nobody knew! The Clerk will ask.", ["Is it ours?", "Nobody knew!", "The Clerk will ask."]),
        ("He said “It is ours.” The Clerk nodded.", ["He said “It is ours.”", "The Clerk nodded."]),
        ("It was agreed (nobody dissented.) £40 was paid.", ["It was agreed (nobody dissented.)", "£40 was paid."]),
        ("Resolved:\nthat the weir be mended.", ["Resolved:", "that the weir be mended."]),
        (
            "Proposed by Councillor Hale;\nSeconded by Councillor Reed;\n“That the weir be mended.”",
            ["Proposed by Councillor Hale;", "Seconded by Councillor Reed;", "“That the weir be mended.”"],
        ),
        ("The fee is\n(a) £4; and\n(b) £5.", ["The fee is", "(a) £4; and", "(b) £5."]),
        ("The list is\n• rope\n• tar", ["The list is", "• rope", "• tar"]),
        ("Talk went on\nRESOLVED that it end.", ["Talk went on", "RESOLVED that it end."]),
        ("Talk went on\nThe Mayor declared it lost.", ["Talk went on", "The Mayor declared it lost."]),
        ("Councillors Hale and Reed\nAgainst\nCouncillor Bray", ["Councillors Hale and Reed", "Against Councillor Bray"]),
        ("The Weir\n\nMembers spoke of it", ["The Weir", "Members spoke of it"]),
    ],
)
def test_a_sentence_ends_where_the_next_words_begin_something(text: str, parts: list[str]) -> None:
    assert told(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed that the\nweir be mended by the\nsame firm as before.",
        "The rate would be 2.5\nper cent of the toll.",
        "The firm of Hale & Co.\nwould mend the weir.",
        "The weir would be mended at once etc.\nand the cost be met.",
        "It was agreed that\n\nthe weir be mended.",
    ],
)
def test_a_line_that_goes_on_with_a_small_letter_is_of_the_same_sentence(text: str) -> None:
    assert told(text) == [" ".join(text.split())]


_WIDE = "Members heard of the weir at length from the engineer who had walked\n"


def test_a_short_line_ends_a_paragraph_where_lines_are_as_wide_as_a_page() -> None:
    text = f"{_WIDE * 3}its whole length.\nThe lock was shut\nMembers asked about the lock and the cost of the lock and\n{_WIDE}"
    assert "The lock was shut" in told(text)


@pytest.mark.parametrize("line", ["It was moved by Councillor", "The motion of the", "It was seconded by Cllr.", "The Clerk and"])
def test_a_short_line_that_cannot_end_there_goes_on(line: str) -> None:
    text = f"{_WIDE * 3}{line}\nHale at the weir on Monday in the rain and in the cold of the day\n{_WIDE}"
    assert line not in told(text)


def test_a_short_line_ends_nothing_where_each_line_is_a_paragraph() -> None:
    long = "Members heard of the weir. " * 12
    text = f"{long}\nThe lock was\nShut on Monday\n{long}\n"
    assert "The lock was" not in told(text)


def test_blank_lines_say_nothing_where_one_stands_after_every_line() -> None:
    text = "\n\n".join(
        ["It was agreed that the weir be", "mended by the firm of Hale and", "Reed at a cost of forty pounds", "Sterling"] * 8
    )
    assert is_loose(text, 0, len(text))
    assert len(told(text)) == 1


def test_blank_lines_part_paragraphs_where_a_paragraph_is_one_line() -> None:
    text = "\n\n".join(["The weir was mended", "The lock was shut", "Tolls were paid", "Boats were counted"] * 8)
    assert not is_loose(text, 0, len(text))
    assert len(told(text)) == 32


def test_a_blank_line_parts_nothing_behind_a_word_that_ends_no_sentence_but_before_a_heading() -> None:
    paragraphs = ["The weir was mended", "The lock was shut", "Tolls were paid", "Boats were counted"] * 6
    text = "\n\n".join(
        [*paragraphs, "A deputation came to the May Meeting of the", "Marsh End District", "They met on", "QUESTIONS"]
    )
    assert not is_loose(text, 0, len(text))
    assert told(text)[-3:] == ["A deputation came to the May Meeting of the Marsh End District", "They met on", "QUESTIONS"]


def test_a_stretch_is_read_without_what_stands_around_it() -> None:
    text = "Before it. The weir was mended. After it."
    start, end = text.index("The"), text.index(" After")
    assert [text[one.start : one.end] for one in sentences(text, start, end)] == ["The weir was mended."]


def test_a_sentence_is_found_by_a_place_in_it_and_by_its_neighbours() -> None:
    text = "One is here. Two is here. Three is here."
    found = sentences(text, 0, len(text))
    at = text.index("Two") + 1
    assert sentence_at(found, at) == found[1]
    assert sentence_before(found, at, 1) == found[0]
    assert sentence_before(found, at, 9) == found[0]
    assert sentence_from(found, at) == found[2]
    assert sentence_from(found, len(text)) is None


_PIECES = st.sampled_from(
    [
        "Cllr. Hale",
        "the weir",
        ".",
        ". ",
        "\n",
        "\n\n",
        ";\n",
        "(a) ",
        "• ",
        "RESOLVED ",
        "For\n",
        "”",
        "£4.50",
        " ",
        "\u00a0",
        "Ó",
        "That",
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=60).map("".join)))
def test_sentences_cover_every_character_that_is_not_blank_in_order_and_never_overlap(text: str) -> None:
    found = sentences(text, 0, len(text))
    assert all(one.start < one.end for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    covered = {place for one in found for place in range(one.start, one.end)}
    assert all(place in covered for place, letter in enumerate(text) if not letter.isspace())
    assert all(not text[one.start].isspace() and not text[one.end - 1].isspace() for one in found)
