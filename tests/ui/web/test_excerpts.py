"""An excerpt is a slice of its quotation, cut between words, around the words of the question."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from search_api.schemas import PieceOut
from tests.ui.web import canned
from ui.web.excerpts import excerpt
from ui.web.excerpts import excerpted

FIRST = "The Chair opened the meeting and welcomed everybody who had come. " * 5
SECOND = "The bridge over the Tarn was closed in March. The Director said that the bridge would be mended by the autumn."
THIRD = "There was no other business and the meeting ended."
LONG = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def marked(text: str, *words: str, start: int = 100) -> PieceOut:
    """A piece with the first place of each word marked."""
    places = [(text.index(word), text.index(word) + len(word)) for word in words]
    return canned.piece(text, start=start, highlights=tuple(places))


def test_a_short_quotation_is_its_own_excerpt() -> None:
    short = excerpt([canned.piece("It was noted.")])
    assert short.whole
    assert short.piece.text == "It was noted."


def test_the_paragraph_with_most_words_of_the_question_is_taken_with_what_follows_as_far_as_there_is_room() -> None:
    piece = marked(LONG, "meeting", "bridge", "autumn")
    short = excerpt([piece])
    assert short.piece.text.startswith("The bridge over the Tarn")
    assert short.piece.text.endswith("meeting ended.")
    assert short.before
    assert not short.after


def test_an_excerpt_is_a_slice_of_its_page_and_its_marks_stay_on_their_words() -> None:
    piece = marked(LONG, "bridge", "autumn")
    short = excerpt([piece]).piece
    assert LONG[short.start - piece.start : short.end - piece.start] == short.text
    assert [short.text[mark.start : mark.end] for mark in short.highlights] == ["bridge", "autumn"]


@pytest.mark.parametrize("longest", [1, 7, 30, 60, 90, 200, 500])
def test_an_excerpt_is_cut_between_words_and_never_longer_than_asked(longest: int) -> None:
    text = "Councillors asked about the ferry. " * 8 + "The ferry to Marlsham would sail twice a day from then on. " * 8
    short = excerpt([marked(text, "Marlsham")], longest).piece
    assert 0 < len(short.text) <= longest
    assert short.text in text
    if longest > len("Councillors"):
        assert set(short.text.split()) <= set(text.split())


def test_words_without_a_mark_are_cut_from_their_beginning() -> None:
    short = excerpt([canned.piece(FIRST)], 40)
    assert FIRST.startswith(short.piece.text)
    assert (short.before, short.after) == (False, True)


def test_of_several_pages_the_one_that_speaks_is_taken() -> None:
    short = excerpt([canned.piece(FIRST), marked(SECOND, "bridge")])
    assert short.piece.text == SECOND
    assert short.before


def test_what_was_left_out_is_said_to_be_left_out() -> None:
    words = BeautifulSoup(excerpted(excerpt([marked(LONG, "bridge")], 60)), "html.parser").get_text(" ")
    assert words.split()[0] == words.split()[-1] == "[…]"


def test_a_heading_alone_is_no_excerpt_and_goes_on_into_its_text() -> None:
    short = excerpt([marked(f"Allotments:\n\n{FIRST}", "Allotments")]).piece
    assert short.text.startswith("Allotments:\n\nThe Chair opened the meeting")
