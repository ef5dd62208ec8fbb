"""Words are found on the page by their offsets, or not at all: whatever is found has the letters of the span, and no others."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.page_images.letters import STRETCH
from search_api.page_images.letters import align
from search_api.page_images.letters import letters_of

PAGE = (
    "12 Grit bins\nThe Clerk reported on winter mainte-\nnance.\nRESOLVED: that “six” new bins be bought.\n"
    "13 Benches\nThe Clerk reported.\nRESOLVED: that the benches be repaired at a cost of £1,250.\n"
)
TEXTS = st.text(string.ascii_lowercase[:6] + " \n-ﬁ“'", max_size=160)


def _found(stored: str, printed: str, words: str) -> str:
    start = stored.index(words)
    return "".join(printed[place] for place in align(stored, printed).characters(start, start + len(words)))


def _folded(text: str) -> str:
    return letters_of(text).folded


@pytest.mark.parametrize(
    "printed",
    [
        PAGE,
        PAGE.replace("\n", "\r\n"),
        PAGE.replace(" ", ""),
        PAGE.replace("mainte-\nnance", "mainte\x02nance"),
        PAGE.replace("“six”", "'six'"),
        PAGE.replace("bins", "bins "),
        PAGE[PAGE.index("13") :] + PAGE[: PAGE.index("13")],
        "Page 7 of 9\n" + PAGE + "\nChair ........",
    ],
)
@pytest.mark.parametrize("words", ["that the benches be repaired at a cost of £1,250.", "winter mainte-\nnance", "13 Benches"])
def test_words_are_found_however_the_other_program_spaces_and_orders_the_page(printed: str, words: str) -> None:
    assert _folded(_found(PAGE, printed, words)) == _folded(words)


def test_words_that_stand_twice_are_found_in_the_place_that_was_meant() -> None:
    second = PAGE.rindex("The Clerk reported")
    places = align(PAGE, "\n" + PAGE).characters(second, second + len("The Clerk reported"))
    assert places[0] == second + 1


def test_words_that_the_page_prints_differently_are_not_marked_at_all() -> None:
    start = PAGE.index("that “six”")
    aligned = align(PAGE, PAGE.replace("six", "ten"))
    assert aligned.characters(start, start + len("that “six” new bins be bought")) == ()
    assert aligned.characters(PAGE.index("13 Benches"), PAGE.index("13 Benches") + 10)


def test_a_page_of_other_words_gives_nothing() -> None:
    aligned = align(PAGE, "An entirely different page of minutes, held elsewhere.")
    assert aligned.characters(0, len(PAGE)) == ()
    assert aligned.unread == len(_folded("An entirely different page of minutes, held elsewhere."))


def test_a_span_without_letters_gives_nothing() -> None:
    place = PAGE.index("\n")
    assert align(PAGE, PAGE).characters(place, place + 1) == ()
    assert align("", "").characters(0, 10) == ()


@given(TEXTS, TEXTS, st.integers(0, 160), st.integers(0, 160))
def test_whatever_is_found_has_the_letters_of_the_span(stored: str, printed: str, start: int, end: int) -> None:
    places = align(stored, printed).characters(start, end)
    if places:
        # a ligature at an edge of the span is one character of the page, and is found whole
        assert _folded(stored[start:end]) in _folded("".join(printed[place] for place in places))


@given(st.text(string.ascii_letters + string.digits + " .,-\n", min_size=1, max_size=300), st.data())
def test_a_page_read_alike_by_both_gives_every_span(text: str, drawn: st.DataObject) -> None:
    start = drawn.draw(st.integers(0, len(text) - 1))
    end = drawn.draw(st.integers(start + 1, len(text)))
    places = align(text, text).characters(start, end)
    assert "".join(text[place] for place in places) == "".join(letter for letter in text[start:end] if letter not in " -\n")


@given(st.permutations([f"{number} unlike any other paragraph {number * 7919}" for number in range(6)]))
def test_paragraphs_in_another_order_are_all_found(paragraphs: list[str]) -> None:
    stored = "\n".join(sorted(paragraphs))
    for paragraph in paragraphs:
        assert _folded(_found(stored, "\n".join(paragraphs), paragraph)) == _folded(paragraph)
        assert len(_folded(paragraph)) > STRETCH
